//! `portcullis radius test`: asks the portal as a client does, by UDP or over TLS, and says what is wrong where no
//! answer, or no good one, comes. Run where the database is, it looks there for the reason.

mod tls;
mod udp;
mod witness;

use std::io::{BufRead, IsTerminal};
use std::time::Duration;

use portcullis_core::radius::{Packet, Request, attribute, certificate};

use crate::cli::{Options, RadiusTest};
use crate::config::Config;
use crate::machine;
use crate::output::{self, Failure};

/// How long an answer is waited for, each time.
const PATIENCE: Duration = Duration::from_secs(4);
/// How often a request is sent by UDP; over TLS once is as good.
const TRIES: usize = 2;

/// How the portal is asked.
enum Line {
    Udp(udp::Asker),
    Tls(Box<tls::Asker>),
}

/// Asks whether the portal is there, and whether it lets somebody in.
pub async fn run(options: &Options, asked: RadiusTest) -> Result<(), Failure> {
    let config = Config::load(options)?;
    let mut line = match &asked.tls {
        Some(name) => Line::Tls(Box::new(tls::Asker::connect(&config, &asked, name).await?)),
        None => Line::Udp(udp::Asker::new(&config, &asked).await?),
    };
    // Who asks whether anybody is there always signs.
    let status = Request::status(identifier()?, authenticator()?);
    line.ask(&config, &status, true).await?;
    output::line(&line.is_good());
    let Some(login) = asked.login else {
        return Ok(());
    };
    let signs = !asked.unsigned;
    let request = line.access((&login, &read("Password: ")?), None)?;
    let mut answer = line.ask(&config, &request, signs).await?;
    while answer.code() == 11 {
        let (said, state) = (said(&answer), answer.first(attribute::STATE));
        output::line(&format!("Challenge: {said}"));
        let request = line.access((&login, &read("Code: ")?), state)?;
        answer = line.ask(&config, &request, signs).await?;
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

impl Line {
    async fn ask(
        &mut self,
        config: &Config,
        request: &Request,
        signs: bool,
    ) -> Result<Packet, Failure> {
        match self {
            Self::Udp(asker) => asker.ask(config, request, signs).await,
            Self::Tls(asker) => asker.ask(config, request, signs).await,
        }
    }

    /// What is said once something was answered.
    fn is_good(&self) -> String {
        match self {
            Self::Udp(asker) => format!("{} answers, and the secret is right.", asker.server),
            Self::Tls(asker) => format!(
                "{} answers over TLS. Its certificate is the right one, and it knows this client by its own.",
                asker.server
            ),
        }
    }

    /// A request of somebody with a password, or with a code for a challenge.
    fn access(
        &self,
        (login, password): (&str, &str),
        state: Option<&[u8]>,
    ) -> Result<Request, Failure> {
        let secret = match self {
            Self::Udp(asker) => asker.secret.reveal().as_bytes(),
            Self::Tls(_) => certificate::SECRET,
        };
        let mut request = Request::new(identifier()?, authenticator()?);
        let fits = request.add(attribute::USER_NAME, login.as_bytes())
            && request.password(password, secret)
            && state.is_none_or(|state| request.add(attribute::STATE, state));
        let why = "a login has at most 253 bytes here, a password 128";
        fits.then_some(request).ok_or_else(|| Failure::new(why))
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
