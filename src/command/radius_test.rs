//! `portcullis radius test`: asks the portal as a client does, and says what is wrong where no answer, or no
//! good one, comes. Run where the database is, it looks there for the reason.

use std::io::{BufRead, IsTerminal};
use std::net::SocketAddr;
use std::time::Duration;

use portcullis_core::radius::{Packet, Request, Signing, attribute, is_genuine};
use portcullis_core::secret::Secret;
use portcullis_server::radius::clients;
use tokio::net::UdpSocket;

use crate::cli::{Options, RadiusTest};
use crate::config::Config;
use crate::output::{self, Failure};
use crate::{data, machine};

/// How long an answer is waited for, each time.
const PATIENCE: Duration = Duration::from_secs(4);
/// How often a request is sent.
const TRIES: usize = 2;
/// Where the portal is asked unless something else is said or configured.
const USUAL: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 1812);

/// One side of a conversation.
struct Asker {
    socket: UdpSocket,
    server: SocketAddr,
    secret: Secret<String>,
    signs: bool,
}

/// Why nothing came back.
enum Silence {
    /// The machine says that nobody listens there.
    Nobody,
    /// Nothing at all.
    TimeOut,
    /// Something that is not of who has the secret.
    Foreign,
}

/// Asks whether the portal is there, and whether it lets somebody in.
pub async fn run(options: &Options, asked: RadiusTest) -> Result<(), Failure> {
    let config = Config::load(options)?;
    let server = asked.server.or(config.settings.radius).unwrap_or(USUAL);
    let from = asked
        .from
        .unwrap_or_else(|| SocketAddr::from(([0, 0, 0, 0], 0)).ip());
    let failed = |e: std::io::Error| Failure::new(format!("{server} can't be asked: {e}"));
    let socket = UdpSocket::bind((from, 0)).await.map_err(failed)?;
    socket.connect(server).await.map_err(failed)?;
    let asker = Asker {
        socket,
        server,
        secret: Secret::new(read("Secret of the client: ")?),
        signs: !asked.unsigned,
    };
    // Who asks whether anybody is there always signs.
    let status = Request::status(identifier()?, authenticator()?);
    match asker.exchange(&status, true).await? {
        Ok(_) => output::line(&format!("{server} answers, and the secret is right.")),
        Err(silence) => return Err(asker.explain(&config, &silence).await),
    }
    let Some(login) = asked.login else {
        return Ok(());
    };
    let password = read("Password: ")?;
    let mut answer = asker.access(&config, (&login, &password), None).await?;
    while answer.code() == 11 {
        let (said, state) = (said(&answer), answer.first(attribute::STATE));
        let state = state.map(<[u8]>::to_vec);
        output::line(&format!("Challenge: {said}"));
        let code = read("Code: ")?;
        answer = asker
            .access(&config, (&login, &code), state.as_deref())
            .await?;
    }
    let said = said(&answer);
    if answer.code() == 2 {
        let given = answer.kinds().len().saturating_sub(1);
        output::line(&format!(
            "Accept: {login} may log on. Attributes returned: {given}."
        ));
        return Ok(());
    }
    Err(Failure::new(if said.is_empty() {
        format!(
            "Reject: {login} may not log on. The password is wrong, nobody has this login, the account is suspended, \
             or it is not named for this client; the audit log says which"
        )
    } else {
        format!("Reject: {said}")
    }))
}

impl Asker {
    async fn access(
        &self,
        config: &Config,
        (login, password): (&str, &str),
        state: Option<&[u8]>,
    ) -> Result<Packet, Failure> {
        let mut request = Request::new(identifier()?, authenticator()?);
        let fits = request.add(attribute::USER_NAME, login.as_bytes())
            && request.password(password, self.secret.reveal().as_bytes())
            && state.is_none_or(|state| request.add(attribute::STATE, state));
        if !fits {
            let why = "a login has at most 253 bytes here, a password 128";
            return Err(Failure::new(why));
        }
        match self.exchange(&request, self.signs).await? {
            Ok(answer) => Ok(answer),
            Err(Silence::TimeOut) if !self.signs => Err(Failure::new(
                "an unsigned request is not answered: this client must sign (Message-Authenticator); if it can't, see \
                 `portcullis radius client edit … --message-authenticator no`",
            )),
            Err(silence) => Err(self.explain(config, &silence).await),
        }
    }

    /// Sends a request until it is answered.
    async fn exchange(
        &self,
        request: &Request,
        signs: bool,
    ) -> Result<Result<Packet, Silence>, Failure> {
        let secret = self.secret.reveal().as_bytes();
        let bytes = if signs {
            request.signed(secret)
        } else {
            request.unsigned()
        };
        let mut asked = [0; 16];
        asked.copy_from_slice(&bytes[4..20]);
        let mut buffer = vec![0; 4_096];
        for _ in 0..TRIES {
            if self.socket.send(&bytes).await.is_err() {
                return Ok(Err(Silence::Nobody));
            }
            let received = tokio::time::timeout(PATIENCE, self.socket.recv(&mut buffer)).await;
            match received {
                Err(_) => {}
                Ok(Err(_)) => return Ok(Err(Silence::Nobody)),
                Ok(Ok(length)) => {
                    let answer = buffer.get(..length).and_then(|one| Packet::parse(one).ok());
                    let own = |answer: &Packet| is_genuine(answer, asked, secret);
                    return Ok(answer.filter(own).ok_or(Silence::Foreign));
                }
            }
        }
        Ok(Err(Silence::TimeOut))
    }

    /// What is wrong, as far as it can be told from here.
    async fn explain(&self, config: &Config, silence: &Silence) -> Failure {
        let server = self.server;
        match silence {
            Silence::Nobody => Failure::new(format!(
                "nobody listens on {server}: set `radius.listen` and start the portal, or name another with --server"
            )),
            Silence::Foreign => Failure::new(format!(
                "{server} answers, but not with this secret: it is another server, or another client's secret"
            )),
            Silence::TimeOut => match self.look(config).await {
                Some(why) => Failure::new(why),
                None => Failure::new(format!(
                    "no answer from {server}: the address that is asked from is no client's, the secret is another, or a \
                     firewall is between. Run this on the portal's machine, with its configuration, to learn which"
                )),
            },
        }
    }

    /// What the database says about this client, where it is at hand.
    async fn look(&self, config: &Config) -> Option<String> {
        let own = self.socket.local_addr().ok()?.ip();
        let app = data::open(config).await.ok()?;
        let Some((client, secret)) = clients::of_address(&app, own).await.ok()? else {
            return Some(format!(
                "{own} is no client's address: `portcullis radius client create ORGANIZATION NAME {own}` makes one, --from asks \
                 from another"
            ));
        };
        let name = &client.name;
        if secret.reveal().as_slice() != self.secret.reveal().as_bytes() {
            return Some(format!(
                "the secret is not that of {name}, to which {own} belongs; `portcullis radius client rotate` gives a new one"
            ));
        }
        let signs = client.terms.signing == Signing::Yes && !self.signs;
        signs.then(|| format!("{name} must sign its requests"))
    }
}

/// What an answer tells the person.
fn said(answer: &Packet) -> String {
    let said: Vec<&[u8]> = answer.all(attribute::REPLY_MESSAGE).collect();
    String::from_utf8_lossy(&said.concat()).replace(char::is_control, " ")
}

/// From the terminal, without echo; else the next line of standard input.
fn read(prompt: &str) -> Result<String, Failure> {
    let failed = |e: std::io::Error| Failure::new(format!("nothing could be read: {e}"));
    if std::io::stdin().is_terminal() {
        return rpassword::prompt_password(prompt).map_err(failed);
    }
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(failed)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn identifier() -> Result<u8, Failure> {
    random().map(|[one]: [u8; 1]| one)
}

fn authenticator() -> Result<[u8; 16], Failure> {
    random()
}

fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    let filled = machine::chance().fill(&mut bytes);
    filled.map_err(|e| Failure::new(e.to_string()))?;
    Ok(bytes)
}
