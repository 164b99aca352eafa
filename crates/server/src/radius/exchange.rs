//! One request being looked at, and its answer. The answer is made and kept in the transaction of the
//! verdict, so that what comes again gets the same one, after a restart and from another node too.

use std::sync::{Arc, Mutex, PoisonError};

use portcullis_core::audit::{Event, LogonRefusal, Origin, Who};
use portcullis_core::credential::Kind;
use portcullis_core::credential::recovery_code::RecoveryCode;
use portcullis_core::id::AccountId;
use portcullis_core::language::Language;
use portcullis_core::login::Realm;
use portcullis_core::radius::{Answer, Flow, Packet, Reply, Returned, TypedCode, attribute};
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::sign_in::{Challenge, Refusal, Step};
use portcullis_core::time::{Span, Timestamp};
use portcullis_core::token::Token;
use portcullis_pages::LogonMessage;
use portcullis_store::attempts::{self, Attempt};
use portcullis_store::radius_answers::{self, Asked};
use portcullis_store::radius_clients::Client;
use portcullis_store::seal::Plain;
use portcullis_store::{Error, Result, Tx, email_codes};

use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{CodeOutcome, CodeRefused, Handle, PasswordOutcome, Progress};

/// What [`Error::Conflict`] says where a request is looked at, or was answered, elsewhere.
const ELSEWHERE: &str = "radius_answers";
/// How many characters of a State are the attempt's id.
const ID: usize = 32;

/// A request being looked at.
#[derive(Clone)]
pub(crate) struct Exchange(Arc<Inner>);

struct Inner {
    received: Received,
    /// The code that came, behind the password, alone or in answer to a challenge.
    code: Option<TypedCode>,
    /// What the answer is, once there is one.
    answer: Mutex<Option<Vec<u8>>>,
}

/// A request, and whose it is.
pub(super) struct Received {
    pub request: Packet,
    pub client: Client,
    pub secret: Secret<Vec<u8>>,
    pub asked: Asked,
    pub origin: Origin,
}

/// What is answered.
enum Verdict {
    /// Come in.
    Accept,
    /// A code is wanted for the attempt of a handle.
    Challenge(Handle, LogonMessage),
    /// No.
    Reject(Option<LogonMessage>),
}

impl Exchange {
    /// A request of a client, with the code that it brings.
    pub(super) fn new(received: Received, code: Option<TypedCode>) -> Self {
        Self(Arc::new(Inner {
            received,
            code,
            answer: Mutex::default(),
        }))
    }

    /// The answer that was kept.
    pub fn answer(&self) -> Option<Vec<u8>> {
        let answer = self.0.answer.lock();
        answer.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The code that came, if the client may send it and looking at it costs a hash, which its organization waits for.
    pub fn costly_code(&self) -> Option<(Realm, RecoveryCode)> {
        let client = &self.0.received.client;
        match &self.0.code {
            Some(TypedCode::Recovery(code)) if client.terms.recovery_codes => {
                let realm = Realm::of_organization(&client.organization_slug);
                Some((realm, code.clone()))
            }
            _ => None,
        }
    }

    /// Whether a login is one of the client's organization, if anybody's.
    pub fn is_own(&self, login: &str) -> bool {
        let slug = &self.0.received.client.organization_slug;
        Realm::of_login(login) == Realm::of_organization(slug)
    }

    /// The organization of the client.
    pub fn scope(&self) -> Scope {
        self.0.received.client.scope()
    }

    /// What the client is called in the log of an organization: nothing in that of another.
    pub fn client_name(&self, scope: Scope) -> &str {
        let client = &self.0.received.client;
        if client.organization == scope.organization() {
            &client.name
        } else {
            ""
        }
    }

    /// The code that came and what it is looked at as, if a step asks for it and the client may send it.
    pub fn code_for(&self, step: Step) -> Option<(Kind, TypedCode)> {
        let Step::Ask(Challenge::SecondFactor {
            app,
            email,
            recovery_codes,
        }) = step
        else {
            return None;
        };
        let code = self.0.code.clone()?;
        let kind = match &code {
            TypedCode::Digits(_) if app => Kind::Totp,
            // Mailed with the challenge; no code that comes by itself is one.
            TypedCode::Digits(_) if email && self.is_challenged() => Kind::EmailCode,
            TypedCode::Recovery(_)
                if self.0.received.client.terms.recovery_codes && recovery_codes > 0 =>
            {
                Kind::RecoveryCode
            }
            TypedCode::Digits(_) | TypedCode::Recovery(_) => return None,
        };
        Some((kind, code))
    }

    /// Whether it answers a challenge.
    fn is_challenged(&self) -> bool {
        self.0.received.request.first(attribute::STATE).is_some()
    }

    /// Takes the request, so that nobody else looks at it, in a first transaction of several.
    pub async fn take(&self, tx: &mut Tx<'_>, now: Timestamp) -> Result<()> {
        if radius_answers::take(tx, &self.0.received.asked, now).await? {
            Ok(())
        } else {
            Err(Error::Conflict(ELSEWHERE.to_owned()))
        }
    }

    /// Gives it back: nobody has looked at it, so it may come again.
    pub async fn give_back(&self, tx: &mut Tx<'_>) -> Result<()> {
        radius_answers::give_back(tx, &self.0.received.asked).await
    }

    /// Answers a login and password.
    pub async fn keep_password(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        outcome: &PasswordOutcome,
    ) -> Result<()> {
        let (verdict, language) = match outcome {
            PasswordOutcome::Refused => (Verdict::Reject(self.refused()), Language::default()),
            PasswordOutcome::Delayed(wait) | PasswordOutcome::AddressDelayed(wait) => {
                (Verdict::Reject(Some(waiting(*wait))), Language::default())
            }
            PasswordOutcome::Progress(Progress::LoggedOn) => (Verdict::Accept, Language::default()),
            PasswordOutcome::Progress(Progress::GoOn { handle, step }) => {
                self.go_on(tx, app, handle, *step).await?
            }
            PasswordOutcome::Code(_, outcome) => {
                return self.keep_code(tx, app, outcome, None).await;
            }
            PasswordOutcome::Progress(_) => (Verdict::Reject(None), Language::default()),
        };
        self.keep(tx, app, verdict, language).await
    }

    /// Answers a code for an attempt, of which little is left.
    pub async fn keep_code(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        outcome: &CodeOutcome,
        attempt: Option<&Attempt>,
    ) -> Result<()> {
        let verdict = match outcome {
            CodeOutcome::Progress(Progress::LoggedOn) => Verdict::Accept,
            // Where password and code come at once, nobody learns which of them was wrong.
            _ if !self.is_challenged() => return self.keep_refusal(tx, app).await,
            CodeOutcome::Progress(_) => Verdict::Reject(Some(LogonMessage::Over)),
            CodeOutcome::Refused(refused) => Verdict::Reject(Some(refusal(*refused))),
        };
        let language = attempt.map(language_of).unwrap_or_default();
        self.keep(tx, app, verdict, language).await
    }

    /// Answers what is no code that a challenge asks for, or asks for any more, and writes that down.
    pub async fn keep_unasked(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        attempt: &Attempt,
        cause: LogonRefusal,
    ) -> Result<()> {
        let whose = (attempt.scope(), Some(attempt.account));
        self.write_refusal(tx, app, whose, cause).await?;
        let why = match cause {
            LogonRefusal::NoCode => LogonMessage::WrongCode,
            _ => LogonMessage::Over,
        };
        let verdict = Verdict::Reject(Some(why));
        self.keep(tx, app, verdict, language_of(attempt)).await
    }

    /// Answers a State that is over, or leads to somebody else's attempt, and writes that down.
    pub async fn keep_stray(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        whose: Option<(Scope, AccountId)>,
    ) -> Result<()> {
        if let Some((scope, account)) = whose {
            let (whose, cause) = ((scope, Some(account)), LogonRefusal::ForeignState);
            self.write_refusal(tx, app, whose, cause).await?;
        } else {
            self.write_over(tx, app).await?;
        }
        let verdict = Verdict::Reject(Some(LogonMessage::Over));
        self.keep(tx, app, verdict, Language::default()).await
    }

    /// Answers a code that came with the password or alone: the same whatever was wrong with it.
    pub async fn keep_refusal(&self, tx: &mut Tx<'_>, app: &App) -> Result<()> {
        let verdict = Verdict::Reject(self.refused());
        self.keep(tx, app, verdict, Language::default()).await
    }

    /// Writes down that a State leads nowhere.
    pub async fn write_over(&self, tx: &mut Tx<'_>, app: &App) -> Result<()> {
        let whose = (self.scope(), None);
        self.write_refusal(tx, app, whose, LogonRefusal::OverState)
            .await
    }

    /// What is said to whoever is not let on, whatever the reason, as long as nothing is proved.
    fn refused(&self) -> Option<LogonMessage> {
        match self.0.received.client.terms.flow {
            _ if self.0.received.request.password_is_full() => Some(LogonMessage::Cut),
            Flow::Challenge => None,
            Flow::Together => Some(LogonMessage::Together),
            Flow::CodeAlone => Some(LogonMessage::CodeAlone),
        }
    }

    /// After the right password: the challenge for what is wanted, if it can be given here.
    async fn go_on(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        handle: &Handle,
        step: Step,
    ) -> Result<(Verdict, Language)> {
        let token = handle.token.hash();
        let attempt = attempts::load(tx, handle.attempt, token, app.now()).await?;
        let Some(attempt) = attempt else {
            return Ok((Verdict::Reject(None), Language::default()));
        };
        let language = language_of(&attempt);
        let terms = &self.0.received.client.terms;
        let asks = match step {
            Step::Ask(Challenge::SecondFactor {
                app: by_app,
                email,
                recovery_codes,
            }) => {
                let by_recovery = terms.recovery_codes && recovery_codes > 0;
                if !(by_app || email || by_recovery) {
                    let why = LogonMessage::NoWay(app.link("/"));
                    Err((Some(why), LogonRefusal::NothingToProveWith))
                } else if terms.flow == Flow::Together {
                    // Whether the password was right is not said.
                    Err((None, LogonRefusal::NoCode))
                } else if by_app {
                    Ok(LogonMessage::Code)
                } else if email {
                    let sent = email_codes::of_attempt(tx, attempt.scope(), attempt.id).await?;
                    if sent.is_none() {
                        Err((Some(LogonMessage::MailWait), LogonRefusal::MailWait))
                    } else {
                        Ok(LogonMessage::EmailedCode)
                    }
                } else {
                    Ok(LogonMessage::RecoveryCode)
                }
            }
            Step::Refused(Refusal::Frozen) => {
                Err((Some(LogonMessage::Frozen), LogonRefusal::Frozen))
            }
            Step::Refused(Refusal::NothingToProveWith) => {
                let why = LogonMessage::NoWay(app.link("/"));
                Err((Some(why), LogonRefusal::NothingToProveWith))
            }
            Step::Ask(_) | Step::Enroll(_) | Step::Done(_) => {
                let why = LogonMessage::SetUpFirst(app.link("/"));
                Err((Some(why), LogonRefusal::NotSetUp))
            }
        };
        match asks {
            Ok(asks) => Ok((Verdict::Challenge(handle.clone(), asks), language)),
            Err((why, cause)) => {
                attempts::close(tx, &attempt).await?;
                let account = Some(attempt.account);
                self.write_refusal(tx, app, (attempt.scope(), account), cause)
                    .await?;
                Ok(match why {
                    Some(why) => (Verdict::Reject(Some(why)), language),
                    None => (Verdict::Reject(self.refused()), Language::default()),
                })
            }
        }
    }

    /// Writes down why somebody was not let on.
    pub async fn write_refusal(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        (scope, account): (Scope, Option<AccountId>),
        cause: LogonRefusal,
    ) -> Result<()> {
        let event = Event::LogonRefused {
            client: self.client_name(scope).to_owned(),
            cause,
            login_hash: None,
        };
        let subject = Subject::by(Who::Nobody, scope, account, &self.0.received.origin);
        subject.write(tx, app, event, app.now()).await
    }

    async fn keep(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        verdict: Verdict,
        language: Language,
    ) -> Result<()> {
        let answer = match &verdict {
            Verdict::Accept => Answer::new(Reply::Accept).returning(&self.returned()),
            Verdict::Reject(why) => {
                let answer = Answer::new(Reply::Reject);
                match why {
                    Some(why) => answer.saying(&why.text(language)),
                    None => answer,
                }
            }
            Verdict::Challenge(handle, asks) => Answer::new(Reply::Challenge)
                .saying(&asks.text(language))
                .with_state(state(handle).reveal().as_bytes()),
        };
        let answer = answer.to(&self.0.received.request, self.0.received.secret.reveal());
        let answer = answer.ok_or_else(|| Error::refused("the answer does not fit"))?;
        let plain = Plain {
            nonce: app.random()?,
            bytes: &answer,
        };
        let kept = radius_answers::keep(tx, &app.sealer, &self.0.received.asked, plain, app.now());
        if !kept.await? {
            return Err(Error::Conflict(ELSEWHERE.to_owned()));
        }
        let mut place = self.0.answer.lock().unwrap_or_else(PoisonError::into_inner);
        *place = Some(answer);
        Ok(())
    }

    /// What an Accept carries. What could not be read any more is left out.
    fn returned(&self) -> Vec<Returned> {
        let written = self.0.received.client.terms.returned.iter();
        written.filter_map(|one| one.parse().ok()).collect()
    }
}

/// Whether a fault says that the request was taken or answered elsewhere.
pub(super) fn is_elsewhere(fault: &Fault) -> bool {
    matches!(fault, Fault::Broken(why) if why == ELSEWHERE)
}

/// What leads to an attempt, as a client carries it back and forth: id and secret.
fn state(handle: &Handle) -> Secret<String> {
    Secret::new(format!(
        "{}{}",
        handle.attempt,
        handle.token.text().reveal()
    ))
}

/// The handle in a State; `None` when it is none of ours.
pub(super) fn handle(state: &[u8]) -> Option<Handle> {
    let (attempt, token) = std::str::from_utf8(state).ok()?.split_at_checked(ID)?;
    Some(Handle {
        attempt: attempt.parse().ok()?,
        token: Token::parse(token)?,
        session: None,
    })
}

fn refusal(refused: CodeRefused) -> LogonMessage {
    match refused {
        CodeRefused::Wrong | CodeRefused::Mailed | CodeRefused::UsedUp | CodeRefused::Expired => {
            LogonMessage::WrongCode
        }
        CodeRefused::ClockOff(_) => LogonMessage::ClockOff,
        CodeRefused::AlreadyUsed(_) => LogonMessage::UsedCode,
        CodeRefused::Delayed(wait) => waiting(wait),
        CodeRefused::Suspended => LogonMessage::Suspended,
    }
}

fn waiting(wait: Span) -> LogonMessage {
    let minutes = (wait.as_millis().max(1) + 59_999) / 60_000;
    LogonMessage::Wait(u32::try_from(minutes).unwrap_or(u32::MAX))
}

fn language_of(attempt: &Attempt) -> Language {
    let tag = attempt.language.as_deref();
    tag.and_then(Language::parse).unwrap_or_default()
}
