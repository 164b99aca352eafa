//! By UDP, where a secret is shared and silence is all that a mistake gets.

use std::net::SocketAddr;

use portcullis_core::radius::{Packet, Request, Signing, is_genuine};
use portcullis_core::secret::Secret;
use portcullis_server::radius::clients;
use tokio::net::UdpSocket;

use super::{PATIENCE, TRIES, read};
use crate::cli::RadiusTest;
use crate::config::Config;
use crate::data;
use crate::output::Failure;

/// Where the portal is asked unless something else is said or configured.
const USUAL: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 1812);

/// One side of a conversation.
pub(super) struct Asker {
    socket: UdpSocket,
    pub(super) server: SocketAddr,
    pub(super) secret: Secret<String>,
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

impl Asker {
    /// Reads the secret. Nothing is sent yet.
    pub(super) async fn new(config: &Config, asked: &RadiusTest) -> Result<Self, Failure> {
        let server = asked.server.or(config.settings.radius).unwrap_or(USUAL);
        let from = asked
            .from
            .unwrap_or_else(|| SocketAddr::from(([0, 0, 0, 0], 0)).ip());
        let failed = |e: std::io::Error| Failure::new(format!("{server} can't be asked: {e}"));
        let socket = UdpSocket::bind((from, 0)).await.map_err(failed)?;
        socket.connect(server).await.map_err(failed)?;
        Ok(Self {
            socket,
            server,
            secret: Secret::new(read("Secret of the client: ")?),
            signs: !asked.unsigned,
        })
    }

    /// What is answered to a request; where nothing is, why.
    pub(super) async fn ask(
        &self,
        config: &Config,
        request: &Request,
        signs: bool,
    ) -> Result<Packet, Failure> {
        match self.exchange(request, signs).await {
            Ok(answer) => Ok(answer),
            Err(Silence::TimeOut) if !signs => Err(Failure::new(
                "an unsigned request is not answered: this client must sign (Message-Authenticator); if it can't, see \
                 `portcullis radius client edit … --message-authenticator no`",
            )),
            Err(silence) => Err(self.explain(config, &silence).await),
        }
    }

    /// Sends a request until it is answered.
    async fn exchange(&self, request: &Request, signs: bool) -> Result<Packet, Silence> {
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
                return Err(Silence::Nobody);
            }
            let received = tokio::time::timeout(PATIENCE, self.socket.recv(&mut buffer)).await;
            match received {
                Err(_) => {}
                Ok(Err(_)) => return Err(Silence::Nobody),
                Ok(Ok(length)) => {
                    let answer = buffer.get(..length).and_then(|one| Packet::parse(one).ok());
                    let own = |answer: &Packet| is_genuine(answer, asked, secret);
                    return answer.filter(own).ok_or(Silence::Foreign);
                }
            }
        }
        Err(Silence::TimeOut)
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
