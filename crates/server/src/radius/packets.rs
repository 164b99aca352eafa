//! One packet: who sent it, whether it is believed, what it asks, and what it is answered. What is not
//! answered is dropped without a word, as RFC 2865 §3 wants it.

use std::net::IpAddr;

use portcullis_core::audit::{Event, LogonRefusal, Origin, Via, Who};
use portcullis_core::credential::password::Password;
use portcullis_core::language::Language;
use portcullis_core::radius::{
    Answer, Fingerprint, Flow, Packet, Reply, STATUS_SERVER, Signature, Signing, TypedCode,
    Unheard, Unreadable, attribute, certificate, client::heard_over_tls, flow::apart,
};
use portcullis_core::secret::Secret;
use portcullis_core::sign_in::Purpose;
use portcullis_pages::LogonMessage;
use portcullis_store::Tx;
use portcullis_store::radius_answers::{self, Asked, From, Known};
use portcullis_store::radius_clients::{self, Client};
use sha2::{Digest, Sha256};
use tracing::warn;

use super::drops::Dropped;
use super::exchange::{self, Exchange, Received};
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::sign_in::{self, Answered, Handle, LoneCode, TypedLogin};

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
    let from = match sender {
        Sender::Address(_) => From::Source(key),
        Sender::Certificate(one, _) => From::Certificate(one),
    };
    let unit = async move |tx: &mut Tx<'_>| {
        let (sealer, now) = (&app_.sealer, app_.now());
        let found = radius_answers::find(tx, sealer, (from, short), now).await?;
        let Some((client, known)) = found else {
            return Ok(None);
        };
        let secret = match from {
            From::Source(_) => radius_clients::secret(tx, sealer, &client).await?,
            From::Certificate(_) => Secret::new(certificate::SECRET.to_vec()),
        };
        Ok(Some((client, secret, known)))
    };
    let found = app.store.glance(unit).await?;
    Ok(found.map(|(client, secret, known)| Asking {
        packet,
        asked: Asked::by(&client, short),
        client,
        secret,
        source,
        over_tls: matches!(sender, Sender::Certificate(..)),
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
            Err(Unreadable::Scheme) => {
                let why = Some(LogonMessage::Scheme);
                return Ok(Ok(self.reject_unread(app, signature, why).await?));
            }
            Err(Unreadable::NoText) if signature == Signature::Right || self.over_tls => {
                let why = Some(LogonMessage::NotUtf8);
                return Ok(Ok(self.reject_unread(app, signature, why).await?));
            }
            // Nobody's password: the secret differs, and whoever that is learns nothing from us.
            Err(Unreadable::NoText) => {
                self.drop_it(app, Unheard::Unreadable).await?;
                return Ok(Err(Unheard::Unreadable));
            }
            Err(Unreadable::Missing) => {
                return Ok(Ok(self.reject_unread(app, signature, None).await?));
            }
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
            let handle = exchange::handle(state);
            self.challenged(app, handle, login, typed).await?
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
        let exchange = self.exchange(code);
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
        let exchange = self.exchange(TypedCode::parse(typed.reveal()));
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

    /// An answer to a challenge. A State that is none of ours leads nowhere.
    async fn challenged(
        self,
        app: &App,
        state: Option<Handle>,
        login: String,
        typed: &Secret<String>,
    ) -> Result<Exchange, Fault> {
        let (purpose, origin) = (self.purpose(), self.origin());
        let exchange = self.exchange(TypedCode::parse(typed.reveal()));
        if let Some(handle) = state {
            let answered = Answered {
                handle,
                login,
                purpose,
                origin,
            };
            sign_in::challenged(app, answered, exchange.clone()).await?;
        } else {
            let (app_, exchange_) = (app.clone(), exchange.clone());
            let unit = async move |tx: &mut Tx<'_>| exchange_.keep_stray(tx, &app_, None).await;
            app.store.write(unit).await?;
        }
        Ok(exchange)
    }

    fn exchange(self, code: Option<TypedCode>) -> Exchange {
        let received = Received {
            origin: self.origin(),
            request: self.packet,
            client: self.client,
            secret: self.secret,
            asked: self.asked,
        };
        Exchange::new(received, code)
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
                of: Some((self.client.organization, self.client.id)),
                address: self.source.to_string(),
            }),
            ..Origin::default()
        }
    }

    /// Writes down that a packet is dropped.
    async fn drop_it(&self, app: &App, cause: Unheard) -> Result<(), Fault> {
        let client = self.client.name.clone();
        self.report(app, Event::RadiusDropped { client, cause })
            .await
    }

    /// Writes down what a client's packets are like, once in ten minutes, since there may be many.
    async fn report(&self, app: &App, event: Event) -> Result<(), Fault> {
        let (app_, client, source) = (app.clone(), self.client.clone(), self.origin());
        let unit = async move |tx: &mut Tx<'_>| {
            let (scope, now) = (client.scope(), app_.now());
            if radius_clients::report(tx, scope, client.id, now).await? {
                let event = event.clone();
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

    /// The answer to a request without a password that can be read. What it says is said to whoever signs alone:
    /// anybody can write a client's address on a packet, and would have many bytes sent there for few.
    async fn reject_unread(
        &self,
        app: &App,
        signature: Signature,
        why: Option<LogonMessage>,
    ) -> Result<Option<Vec<u8>>, Fault> {
        let event = Event::LogonRefused {
            client: self.client.name.clone(),
            cause: LogonRefusal::NoPassword,
            login_hash: None,
        };
        self.report(app, event).await?;
        let why = why.filter(|_| signature == Signature::Right || self.over_tls);
        Ok(self.reject(why.as_ref()))
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
