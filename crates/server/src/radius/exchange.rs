//! One request being looked at, and its answer. The answer is made and kept in the transaction of the
//! verdict, so that what comes again gets the same one, after a restart and from another node too.

use std::sync::{Arc, Mutex, PoisonError};

use portcullis_core::language::Language;
use portcullis_core::radius::{Answer, Packet, Reply, Returned};
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
use crate::sign_in::{CodeOutcome, CodeRefused, Handle, PasswordOutcome, Progress};

/// What [`Error::Conflict`] says where a request is looked at, or was answered, elsewhere.
const ELSEWHERE: &str = "radius_answers";
/// How many characters of a State are the attempt's id.
const ID: usize = 32;

/// A request being looked at.
#[derive(Clone)]
pub(crate) struct Exchange(Arc<Inner>);

struct Inner {
    request: Packet,
    client: Client,
    secret: Secret<Vec<u8>>,
    asked: Asked,
    /// The attempt that the request's State leads to.
    attempt: Option<Attempt>,
    /// What the answer is, once there is one.
    answer: Mutex<Option<Vec<u8>>>,
}

/// What is answered.
pub(super) enum Verdict {
    /// Come in.
    Accept,
    /// A code is wanted for the attempt of a handle.
    Challenge(Handle, LogonMessage),
    /// No.
    Reject(Option<LogonMessage>),
}

impl Exchange {
    /// A request of a client.
    pub fn new(
        request: Packet,
        client: Client,
        secret: Secret<Vec<u8>>,
        asked: Asked,
        attempt: Option<Attempt>,
    ) -> Self {
        Self(Arc::new(Inner {
            request,
            client,
            secret,
            asked,
            attempt,
            answer: Mutex::default(),
        }))
    }

    /// The answer that was kept.
    pub fn answer(&self) -> Option<Vec<u8>> {
        let answer = self.0.answer.lock();
        answer.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes the request, so that nobody else looks at it, in a first transaction of several.
    pub async fn take(&self, tx: &mut Tx<'_>, now: Timestamp) -> Result<()> {
        if radius_answers::take(tx, &self.0.asked, now).await? {
            Ok(())
        } else {
            Err(Error::Conflict(ELSEWHERE.to_owned()))
        }
    }

    /// Gives it back: nobody has looked at it, so it may come again.
    pub async fn give_back(&self, tx: &mut Tx<'_>) -> Result<()> {
        radius_answers::give_back(tx, &self.0.asked).await
    }

    /// Answers a login and password.
    pub async fn keep_password(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        outcome: &PasswordOutcome,
    ) -> Result<()> {
        let (verdict, language) = match outcome {
            PasswordOutcome::Refused => {
                let cut = self.0.request.password_is_full();
                let why = cut.then_some(LogonMessage::Cut);
                (Verdict::Reject(why), Language::default())
            }
            PasswordOutcome::Delayed(wait) | PasswordOutcome::AddressDelayed(wait) => {
                (Verdict::Reject(Some(waiting(*wait))), Language::default())
            }
            PasswordOutcome::Progress(Progress::LoggedOn) => (Verdict::Accept, Language::default()),
            PasswordOutcome::Progress(Progress::GoOn { handle, step }) => {
                self.go_on(tx, app, handle, *step).await?
            }
            PasswordOutcome::Progress(_) => (Verdict::Reject(None), Language::default()),
        };
        self.keep(tx, app, verdict, language).await
    }

    /// Answers a code. Whatever became of it, its challenge is over.
    pub async fn keep_code(&self, tx: &mut Tx<'_>, app: &App, outcome: &CodeOutcome) -> Result<()> {
        let verdict = match outcome {
            CodeOutcome::Progress(Progress::LoggedOn) => Verdict::Accept,
            CodeOutcome::Progress(_) => Verdict::Reject(Some(LogonMessage::Over)),
            CodeOutcome::Refused(refused) => Verdict::Reject(Some(refusal(*refused))),
        };
        self.keep_last(tx, app, verdict).await
    }

    /// The last answer that a challenge gets.
    pub(super) async fn keep_last(
        &self,
        tx: &mut Tx<'_>,
        app: &App,
        verdict: Verdict,
    ) -> Result<()> {
        let mut language = Language::default();
        if let Some(attempt) = &self.0.attempt {
            attempts::close(tx, attempt).await?;
            language = language_of(attempt);
        }
        self.keep(tx, app, verdict, language).await
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
        let refused = |why| Ok((Verdict::Reject(Some(why)), language));
        let asks = match step {
            Step::Ask(Challenge::SecondFactor { app: true, .. }) => LogonMessage::Code,
            Step::Ask(Challenge::SecondFactor { email: true, .. }) => {
                let sent = email_codes::of_attempt(tx, attempt.scope(), attempt.id).await?;
                if sent.is_none() {
                    return refused(LogonMessage::MailWait);
                }
                LogonMessage::EmailedCode
            }
            Step::Ask(Challenge::SecondFactor { .. }) if self.0.client.terms.recovery_codes => {
                LogonMessage::RecoveryCode
            }
            Step::Ask(Challenge::SecondFactor { .. }) => {
                return refused(LogonMessage::NoWay(app.link("/")));
            }
            Step::Refused(Refusal::Frozen) => return refused(LogonMessage::Frozen),
            Step::Ask(_) | Step::Enroll(_) | Step::Done(_) | Step::Refused(_) => {
                return refused(LogonMessage::SetUpFirst(app.link("/")));
            }
        };
        Ok((Verdict::Challenge(handle.clone(), asks), language))
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
        let answer = answer.to(&self.0.request, self.0.secret.reveal());
        let answer = answer.ok_or_else(|| Error::refused("the answer does not fit"))?;
        let plain = Plain {
            nonce: app.random()?,
            bytes: &answer,
        };
        let kept = radius_answers::keep(tx, &app.sealer, &self.0.asked, plain, app.now());
        if !kept.await? {
            return Err(Error::Conflict(ELSEWHERE.to_owned()));
        }
        let mut place = self.0.answer.lock().unwrap_or_else(PoisonError::into_inner);
        *place = Some(answer);
        Ok(())
    }

    /// What an Accept carries. What could not be read any more is left out.
    fn returned(&self) -> Vec<Returned> {
        let written = self.0.client.terms.returned.iter();
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
