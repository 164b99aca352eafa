//! One mail to one mail server: a connection of its own, step by step, each with its time.

use std::time::{Duration, SystemTime};

use lettre::address::Envelope;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue,
};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters,
};
use lettre::transport::smtp::commands;
use lettre::transport::smtp::extension::{ClientId, MailParameter};
use lettre::{Address, Message};
use portcullis_store::mails;

use super::settings::{Sender, SmtpServer, TlsUse};

/// How long a server may think about a mail that it has whole (RFC 5321 §4.5.3.2.6 would have ten
/// minutes): who stops waiting too early may send twice.
const WHILE_IT_DECIDES: Duration = Duration::from_mins(5);
/// How long a server is given to say farewell.
const FAREWELL: Duration = Duration::from_secs(2);
/// The longest that is kept of what went wrong, in characters.
const LONGEST: usize = 300;

/// Why a mail was not handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The server can't be reached, or does not let the portal in: no mail would get through.
    Server(String),
    /// The server does not take this mail now.
    Later(String),
    /// The server will never take this mail.
    Never(String),
}

impl Trouble {
    /// What went wrong, as one line.
    pub fn cause(&self) -> &str {
        let (Self::Server(cause) | Self::Later(cause) | Self::Never(cause)) = self;
        cause
    }
}

/// Where the portal says that it is.
pub struct Route<'a> {
    /// The server.
    pub server: &'a SmtpServer,
    /// The portal's own host.
    pub own_host: &'a str,
}

impl Route<'_> {
    /// Hands a mail over. `Ok` means that the server has it.
    pub async fn hand_over(&self, letter: &Ready) -> Result<(), Trouble> {
        let mut connection = self.connect().await?;
        let given = self.give(&mut connection, letter).await;
        // It has the mail, or will not: what it says now changes neither.
        let _ = tokio::time::timeout(FAREWELL, connection.quit()).await;
        given
    }

    /// Whether the server can be reached and lets the portal in.
    pub async fn knock(&self) -> Result<(), Trouble> {
        let mut connection = self.connect().await?;
        let _ = tokio::time::timeout(FAREWELL, connection.quit()).await;
        Ok(())
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Trouble> {
        let (server, within) = (self.server, self.server.patience);
        let hello = ClientId::Domain(self.own_host.to_owned());
        let tls = match server.tls {
            TlsUse::None => None,
            TlsUse::Implicit | TlsUse::Required => Some(self.tls()?),
        };
        let from_the_start = tls.clone().filter(|_| server.tls == TlsUse::Implicit);
        let place = (server.host.as_str(), server.port);
        let connecting =
            AsyncSmtpConnection::connect_tokio1(place, Some(within), &hello, from_the_start, None);
        let mut connection = step("connecting", within, connecting)
            .await
            .map_err(of_server)?;
        if let (TlsUse::Required, Some(tls)) = (server.tls, tls) {
            let starting = connection.starttls(tls, &hello);
            step("STARTTLS", within, starting)
                .await
                .map_err(of_server)?;
        }
        if let Some(login) = &server.login {
            let (user, password) = (login.user.clone(), login.password.reveal().clone());
            let credentials = Credentials::new(user, password);
            let signing_in = connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
            step("AUTH", within, signing_in).await.map_err(of_server)?;
        }
        Ok(connection)
    }

    fn tls(&self) -> Result<TlsParameters, Trouble> {
        let mut tls = TlsParameters::builder(self.server.host.clone());
        tls = match &self.server.roots {
            None => tls.certificate_store(CertificateStore::WebpkiRoots),
            Some(pem) => {
                let roots = Certificate::from_pem(pem).map_err(|e| Trouble::Server(line(&e)))?;
                let own = tls.certificate_store(CertificateStore::None);
                own.add_root_certificate(roots)
            }
        };
        tls.build_rustls().map_err(|e| Trouble::Server(line(&e)))
    }

    async fn give(
        &self,
        connection: &mut AsyncSmtpConnection,
        letter: &Ready,
    ) -> Result<(), Trouble> {
        let within = self.server.patience;
        let mut parameters = Vec::new();
        let is_ascii = |address: &Address| AsRef::<str>::as_ref(address).is_ascii();
        let mut addresses = letter
            .envelope
            .from()
            .into_iter()
            .chain(letter.envelope.to());
        if !addresses.all(is_ascii) {
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let plain = parameters.is_empty();
        let from = commands::Mail::new(letter.envelope.from().cloned(), parameters);
        step("MAIL", within, connection.command(from))
            .await
            .map_err(|failed| {
                if plain {
                    of_sender(failed)
                } else {
                    of_mail(failed)
                }
            })?;
        for address in letter.envelope.to() {
            let to = commands::Rcpt::new(address.clone(), Vec::new());
            step("RCPT", within, connection.command(to))
                .await
                .map_err(of_mail)?;
        }
        step("DATA", within, connection.command(commands::Data))
            .await
            .map_err(of_mail)?;
        let giving = connection.message(&letter.bytes);
        step("the mail", WHILE_IT_DECIDES.max(within), giving)
            .await
            .map_err(of_mail)?;
        Ok(())
    }
}

/// What a step came to: no answer in time, or the library's error.
enum Failed {
    TooSlow(&'static str),
    Said(&'static str, Error),
}

async fn step<T>(
    name: &'static str,
    within: Duration,
    doing: impl Future<Output = Result<T, Error>>,
) -> Result<T, Failed> {
    match tokio::time::timeout(within, doing).await {
        Err(_) => Err(Failed::TooSlow(name)),
        Ok(done) => done.map_err(|error| Failed::Said(name, error)),
    }
}

impl Failed {
    fn cause(&self) -> String {
        match self {
            Self::TooSlow(step) => format!("{step}: no answer in time"),
            Self::Said(step, error) => format!("{step}: {}", line(error)),
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
fn of_server(failed: Failed) -> Trouble {
    Trouble::Server(failed.cause())
}

/// The sender is the same for every mail: one that is refused for good is for an operator to mend, and the mails
/// wait until then.
fn of_sender(failed: Failed) -> Trouble {
    match of_mail(failed) {
        Trouble::Never(cause) => Trouble::Server(cause),
        other => other,
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
fn of_mail(failed: Failed) -> Trouble {
    match &failed {
        Failed::Said(_, error) if error.is_permanent() => Trouble::Never(failed.cause()),
        Failed::Said(..) | Failed::TooSlow(_) => Trouble::Later(failed.cause()),
    }
}

/// An error with its sources, as one line.
fn line(error: &dyn std::error::Error) -> String {
    let text = error.to_string();
    let clean = |c: char| {
        if portcullis_core::name::is_unwanted(c) {
            ' '
        } else {
            c
        }
    };
    text.chars().map(clean).take(LONGEST).collect()
}

/// A mail ready to be handed over.
pub struct Ready {
    envelope: Envelope,
    bytes: Vec<u8>,
}

impl Ready {
    /// Sets a mail; the cause if it can't be.
    pub fn new(mail: &mails::Mail, said: &mails::Message, from: &Sender) -> Result<Self, String> {
        let to: Address = address(&mail.recipient)?;
        let sender: Address = address(from.address.as_str())?;
        let host = sender.domain().to_owned();
        let written = u64::try_from(mail.created_at.millis()).unwrap_or(0);
        let parts = MultiPart::alternative()
            .boundary(format!("portcullis-{}", mail.id))
            .singlepart(part(ContentType::TEXT_PLAIN, &said.text)?)
            .singlepart(part(ContentType::TEXT_HTML, &said.html)?);
        let message = Message::builder()
            .from(Mailbox::new(from.name.clone(), sender.clone()))
            .to(Mailbox::new(None, to.clone()))
            .subject(said.subject.clone())
            .date(SystemTime::UNIX_EPOCH + Duration::from_millis(written))
            .message_id(Some(format!("<{}@{host}>", mail.id)))
            .header(AutoSubmitted)
            .multipart(parts)
            .map_err(|e| line(&e))?;
        Ok(Self {
            envelope: Envelope::new(Some(sender), vec![to]).map_err(|e| line(&e))?,
            bytes: message.formatted(),
        })
    }
}

fn address(text: &str) -> Result<Address, String> {
    let wrong = |_| "this is no address that mail can be sent to".to_owned();
    text.parse().map_err(wrong)
}

fn part(kind: ContentType, text: &str) -> Result<SinglePart, String> {
    let encoding = ContentTransferEncoding::QuotedPrintable;
    let body = Body::new_with_encoding(text.to_owned(), encoding);
    let body = body.map_err(|_| "the mail can't be encoded".to_owned())?;
    Ok(SinglePart::builder().header(kind).body(body))
}

/// Tells other programs not to answer (RFC 3834 §5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
