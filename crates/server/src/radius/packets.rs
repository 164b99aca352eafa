//! One packet: who sent it, whether it is believed, what it asks, and what it is answered. What is not
//! answered is dropped without a word, as RFC 2865 §3 wants it.

use std::net::IpAddr;

use portcullis_core::audit::{Event, LogonRefusal, Origin, Via, Who};
use portcullis_core::credential::password::Password;
use portcullis_core::credential::recovery_code::RecoveryCode;
use portcullis_core::credential::totp::Code;
use portcullis_core::id::AccountId;
use portcullis_core::language::Language;
use portcullis_core::login::counted_as;
use portcullis_core::radius::{
    Answer, Fingerprint, Flow, Packet, Reply, STATUS_SERVER, Signature, Signing, TypedCode,
    Unheard, Unreadable, attribute, certificate, client::heard_over_tls, flow::apart,
};
use portcullis_core::role::Scope;
use portcullis_core::secret::Secret;
use portcullis_core::sign_in::{Challenge, Purpose, Step};
use portcullis_pages::LogonMessage;
use portcullis_store::Tx;
use portcullis_store::attempts::Attempt;
use portcullis_store::radius_answers::{self, Asked, Known};
use portcullis_store::radius_clients::{self, Client};
use sha2::{Digest, Sha256};
use tracing::warn;

use super::drops::Dropped;
use super::exchange::{self, Brings, Exchange, Received, Verdict};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{self, Handle, LoneCode, TypedLogin};

/// How many bytes of Proxy-State are carried back: more leaves no room for what an answer says, and an
/// answer that does not fit would undo what it counted.
const PROXY_STATES: usize = 1_024;

/// Who sent a packet.
#[derive(Clone, Copy)]
pub enum Sender {
    /// Whoever has this address, as far as UDP tells.
    Address(IpAddr),
    /// Whoever has the key of a certificate, over TLS, from an address.
    Certificate(Fingerprint, IpAddr),
}

/// What a packet came to.
pub enum Came {
    /// An answer.
    Answer(Vec<u8>),
    /// Nothing: it is dropped, and may come again.
    Nothing,
    /// To nothing that may be: over TLS the connection ends with it (RFC 6613 §2.6.4).
    Wrong,
}

/// A packet of a client, with what was read about it.
struct Asking {
    packet: Packet,
    client: Client,
    secret: Secret<Vec<u8>>,
    source: IpAddr,
    over_tls: bool,
    asked: Asked,
    known: Option<Known>,
}

/// Why a State leads to no attempt of the request's.
#[derive(Clone, Copy)]
enum Stray {
    /// To none at all: it was used, came too late, or was never given out.
    Over,
    /// To the attempt of another client, address or login; whose that is.
    Foreign(Scope, AccountId),
}

/// The answer to a packet that came by UDP, if it gets one.
pub async fn answer(app: &App, bytes: &[u8], source: IpAddr) -> Option<Vec<u8>> {
    match take(app, bytes, Sender::Address(source.to_canonical())).await {
        Came::Answer(answer) => Some(answer),
        Came::Nothing | Came::Wrong => None,
    }
}

/// What a packet comes to.
pub(super) async fn take(app: &App, bytes: &[u8], sender: Sender) -> Came {
    let Ok(packet) = Packet::parse(bytes) else {
        return dropped(app, Dropped::Malformed, Came::Wrong);
    };
    let states = packet
        .all(attribute::PROXY_STATE)
        .map(|state| state.len() + 2);
    if states.sum::<usize>() > PROXY_STATES {
        return dropped(app, Dropped::Malformed, Came::Nothing);
    }
    if !packet.asks_for_access() && packet.code() != STATUS_SERVER {
        return dropped(app, Dropped::OtherCode, Came::Nothing);
    }
    match respond(app, packet, sender).await {
        Ok(came) => came,
        // It comes again, to shorter queues.
        Err(Fault::Busy) => dropped(app, Dropped::Busy, Came::Nothing),
        Err(error) => {
            warn!(%error, "a RADIUS request was not answered");
            dropped(app, Dropped::Fault, Came::Nothing)
        }
    }
}

/// Counts a packet that is not answered.
fn dropped(app: &App, why: Dropped, came: Came) -> Came {
    app.metrics.dropped(why);
    came
}

async fn respond(app: &App, packet: Packet, sender: Sender) -> Result<Came, Fault> {
    let Some(asking) = look(app, packet.clone(), sender).await? else {
        app.strangers.heard(app.now());
        return Ok(dropped(app, Dropped::Stranger, Came::Wrong));
    };
    let known = match asking.answer(app).await {
        Err(fault) if exchange::is_elsewhere(&fault) => {
            // Looked at by another of its kind at the same time: what that one was answered holds.
            let asking = look(app, packet, sender).await?;
            asking.and_then(Asking::known)
        }
        Err(fault) => return Err(fault),
        Ok(Err(unheard)) => {
            let came = match unheard {
                Unheard::WrongSignature => Came::Wrong,
                Unheard::Unsigned | Unheard::ProxyState | Unheard::Unreadable => Came::Nothing,
            };
            return Ok(dropped(app, Dropped::Unheard(unheard), came));
        }
        Ok(Ok(answer)) => answer,
    };
    Ok(known.map_or(Came::Nothing, Came::Answer))
}

/// Whose packet it is, and whether it came before.
async fn look(app: &App, packet: Packet, sender: Sender) -> Result<Option<Asking>, Fault> {
    let app_ = app.clone();
    let (Sender::Address(source) | Sender::Certificate(_, source)) = sender;
    let key = match source {
        IpAddr::V4(address) => address.to_ipv6_mapped().octets(),
        IpAddr::V6(address) => address.octets(),
    };
    let mut sum = Sha256::new();
    sum.update(key);
    sum.update(packet.bytes());
    let digest: [u8; 32] = sum.finalize().into();
    let mut short = [0; 16];
    short.copy_from_slice(&digest[..16]);
    let unit = async move |tx: &mut Tx<'_>| {
        let client = match sender {
            Sender::Address(_) => radius_clients::by_source(tx, key).await?,
            Sender::Certificate(one, _) => radius_clients::by_certificate(tx, one).await?,
        };
        let Some(client) = client else {
            return Ok(None);
        };
        let secret = match sender {
            Sender::Address(_) => radius_clients::secret(tx, &app_.sealer, &client).await?,
            Sender::Certificate(..) => Secret::new(certificate::SECRET.to_vec()),
        };
        let asked = Asked {
            scope: client.scope(),
            client: client.id,
            digest: short,
        };
        let known = radius_answers::find(tx, &app_.sealer, &asked, app_.now()).await?;
        Ok(Some((client, secret, asked, known)))
    };
    let found = app.store.glance(unit).await?;
    Ok(found.map(|(client, secret, asked, known)| Asking {
        packet,
        client,
        secret,
        source,
        over_tls: matches!(sender, Sender::Certificate(..)),
        asked,
        known,
    }))
}

impl Asking {
    async fn answer(self, app: &App) -> Result<Result<Option<Vec<u8>>, Unheard>, Fault> {
        let signature = self.packet.signature(self.secret.reveal());
        let signing = self.client.terms.signing;
        let heard = if self.over_tls {
            heard_over_tls(&self.packet, signature)
        } else {
            signing.hears(&self.packet, signature)
        };
        if let Err(cause) = heard {
            self.drop_it(app, cause).await?;
            return Ok(Err(cause));
        }
        if !self.packet.asks_for_access() {
            return Ok(Ok(self.say(Answer::new(Reply::Accept))));
        }
        // Whether anybody is there is always asked with a signature, also by those whose logons have none.
        if signature == Signature::Right && signing == Signing::Auto && !self.over_tls {
            self.must_sign(app).await?;
        }
        if self.known.is_some() {
            return Ok(Ok(self.known()));
        }
        let typed = match self.packet.password(self.secret.reveal()) {
            Ok(typed) => typed,
            Err(Unreadable::Scheme) => return Ok(Ok(self.reject(Some(&LogonMessage::Scheme)))),
            Err(Unreadable::NoText) if signature == Signature::Right || self.over_tls => {
                return Ok(Ok(self.reject(Some(&LogonMessage::NotUtf8))));
            }
            // Nobody's password: the secret differs, and whoever that is learns nothing from us.
            Err(Unreadable::NoText) => {
                self.drop_it(app, Unheard::Unreadable).await?;
                return Ok(Err(Unheard::Unreadable));
            }
            Err(Unreadable::Missing) => return Ok(Ok(self.reject(None))),
        };
        Ok(Ok(self.logon(app, &typed).await?))
    }

    async fn logon(self, app: &App, typed: &Secret<String>) -> Result<Option<Vec<u8>>, Fault> {
        let Some(name) = self.packet.text(attribute::USER_NAME) else {
            return Ok(self.reject(None));
        };
        let login = if name.contains('@') {
            name.to_owned()
        } else {
            format!("{name}@{}", self.client.organization_slug)
        };
        let exchange = if let Some(state) = self.packet.first(attribute::STATE) {
            match self.attempt(app, state, &login).await? {
                Ok(waiting) => self.code(app, waiting, typed).await?,
                Err(refused) => self.refuse_state(app, refused).await?,
            }
        } else {
            match self.client.terms.flow {
                Flow::Challenge => self.password(app, login, (typed.reveal(), None)).await?,
                Flow::Together => self.password(app, login, apart(typed.reveal())).await?,
                Flow::CodeAlone => self.code_alone(app, login, typed).await?,
            }
        };
        Ok(exchange.answer())
    }

    /// The answer that it was given before.
    fn known(self) -> Option<Vec<u8>> {
        match self.known {
            Some(Known::Answered(answer)) => Some(answer.reveal().clone()),
            Some(Known::InFlight) | None => None,
        }
    }

    async fn password(
        self,
        app: &App,
        login: String,
        (password, code): (&str, Option<TypedCode>),
    ) -> Result<Exchange, Fault> {
        let (origin, purpose) = (self.origin(), self.purpose());
        let typed = TypedLogin {
            login,
            password: Password::typed(password),
            browsers: Vec::new(),
        };
        let exchange = self.exchange(code.map_or(Brings::Nothing, Brings::Code));
        sign_in::password_asked(app, typed, purpose, origin, exchange.clone()).await?;
        Ok(exchange)
    }

    async fn code_alone(
        self,
        app: &App,
        login: String,
        typed: &Secret<String>,
    ) -> Result<Exchange, Fault> {
        let lone = LoneCode {
            login,
            scope: self.client.scope(),
            purpose: self.purpose(),
            origin: self.origin(),
        };
        let code = TypedCode::parse(typed.reveal());
        let exchange = self.exchange(code.map_or(Brings::Nothing, Brings::Code));
        sign_in::code_alone(app, lone, exchange.clone()).await?;
        Ok(exchange)
    }

    fn purpose(&self) -> Purpose {
        Purpose::Radius {
            client: self.client.id,
            source: self.source,
            flow: self.client.terms.flow,
        }
    }

    /// The attempt that a State leads to, if it is this client's, of this address and for this login.
    async fn attempt(
        &self,
        app: &App,
        state: &[u8],
        login: &str,
    ) -> Result<Result<(Handle, Attempt, Step), Stray>, Fault> {
        let Some(handle) = exchange::handle(state) else {
            return Ok(Err(Stray::Over));
        };
        let Some((attempt, step)) = sign_in::look(app, &handle).await? else {
            return Ok(Err(Stray::Over));
        };
        let is_this = matches!(
            attempt.purpose,
            Purpose::Radius { client, source, .. } if client == self.client.id && source == self.source
        );
        if is_this && counted_as(&attempt.login) == counted_as(login) {
            Ok(Ok((handle, attempt, step)))
        } else {
            Ok(Err(Stray::Foreign(attempt.scope(), attempt.account)))
        }
    }

    /// Refuses an answer to a challenge that is over or somebody else's, which it leaves as it is.
    async fn refuse_state(self, app: &App, stray: Stray) -> Result<Exchange, Fault> {
        let own = self.client.scope();
        let exchange = self.exchange(Brings::Nothing);
        let (app_, exchange_) = (app.clone(), exchange.clone());
        let unit = async move |tx: &mut Tx<'_>| {
            let (whose, cause) = match stray {
                Stray::Over => ((own, None), LogonRefusal::OverState),
                Stray::Foreign(scope, account) => {
                    ((scope, Some(account)), LogonRefusal::ForeignState)
                }
            };
            exchange_.write_refusal(tx, &app_, whose, cause).await?;
            let verdict = Verdict::Reject(Some(LogonMessage::Over));
            exchange_.keep_last(tx, &app_, verdict).await
        };
        app.store.write(unit).await?;
        Ok(exchange)
    }

    async fn code(
        self,
        app: &App,
        (handle, attempt, step): (Handle, Attempt, Step),
        typed: &Secret<String>,
    ) -> Result<Exchange, Fault> {
        let (origin, recovery) = (self.origin(), self.client.terms.recovery_codes);
        let exchange = self.exchange(Brings::State(Box::new(attempt)));
        let asked = Some(exchange.clone());
        let Step::Ask(Challenge::SecondFactor {
            app: by_app,
            email,
            recovery_codes,
        }) = step
        else {
            end(app, &exchange, LogonMessage::Over).await?;
            return Ok(exchange);
        };
        let (code, recovery_code) = (
            Code::parse(typed.reveal()),
            RecoveryCode::parse(typed.reveal()),
        );
        match (code, recovery_code) {
            (Some(code), _) if by_app => {
                sign_in::code_asked(app, &handle, code.into(), origin, asked).await?;
            }
            (Some(code), _) if email => {
                sign_in::email_code_asked(app, &handle, code.into(), origin, asked).await?;
            }
            (_, Some(code)) if recovery && recovery_codes > 0 => {
                sign_in::recovery_code_asked(app, &handle, code, origin, asked).await?;
            }
            // Neither looked at nor counted; the challenge is over all the same.
            _ => end(app, &exchange, LogonMessage::WrongCode).await?,
        }
        Ok(exchange)
    }

    fn exchange(self, brings: Brings) -> Exchange {
        let received = Received {
            origin: self.origin(),
            request: self.packet,
            client: self.client,
            secret: self.secret,
            asked: self.asked,
        };
        Exchange::new(received, brings)
    }

    /// Where it comes from, for limits and the audit log: what the client says of its own client, as it
    /// alone knows, or nothing, so that one person's slips do not delay everybody behind it.
    fn origin(&self) -> Origin {
        let caller = self.packet.text(attribute::CALLING_STATION_ID);
        let caller = caller.and_then(|text| text.trim().parse::<IpAddr>().ok());
        Origin {
            address: caller.map(|address| address.to_string()),
            via: Some(Via {
                client: self.client.name.clone(),
                address: self.source.to_string(),
            }),
            ..Origin::default()
        }
    }

    /// Writes down that a packet is dropped, once in ten minutes for a client.
    async fn drop_it(&self, app: &App, cause: Unheard) -> Result<(), Fault> {
        let (app_, client, source) = (app.clone(), self.client.clone(), self.origin());
        let unit = async move |tx: &mut Tx<'_>| {
            let (scope, now) = (client.scope(), app_.now());
            if radius_clients::report(tx, scope, client.id, now).await? {
                let client = client.name.clone();
                let event = Event::RadiusDropped { client, cause };
                let subject = Subject::by(Who::Nobody, scope, None, &source);
                subject.write(tx, &app_, event, now).await?;
            }
            Ok(())
        };
        Ok(app.store.write(unit).await?)
    }

    /// A client that signs can't go back to not signing.
    async fn must_sign(&self, app: &App) -> Result<(), Fault> {
        let (app_, client, source) = (app.clone(), self.client.clone(), self.origin());
        let unit = async move |tx: &mut Tx<'_>| {
            let (scope, now) = (client.scope(), app_.now());
            if radius_clients::must_sign(tx, scope, client.id).await? {
                let client = client.name.clone();
                let event = Event::RadiusClientSigns { client };
                let subject = Subject::by(Who::System, scope, None, &source);
                subject.write(tx, &app_, event, now).await?;
            }
            Ok(())
        };
        Ok(app.store.write(unit).await?)
    }

    /// A direct answer: one that decides nothing, so that it comes out the same each time.
    fn reject(&self, why: Option<&LogonMessage>) -> Option<Vec<u8>> {
        let answer = Answer::new(Reply::Reject);
        self.say(match why {
            Some(why) => answer.saying(&why.text(Language::default())),
            None => answer,
        })
    }

    fn say(&self, answer: Answer) -> Option<Vec<u8>> {
        answer.to(&self.packet, self.secret.reveal())
    }
}

async fn end(app: &App, exchange: &Exchange, why: LogonMessage) -> Result<(), Fault> {
    let (app_, exchange) = (app.clone(), exchange.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let verdict = Verdict::Reject(Some(why.clone()));
        exchange.keep_last(tx, &app_, verdict).await
    };
    Ok(app.store.write(unit).await?)
}
