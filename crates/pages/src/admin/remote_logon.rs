//! `/admin/{organization}/remote-logon`: the remote computers that stand on the dashboards, and the RADIUS
//! clients that ask whether somebody may log on.

use askama::Template;
use portcullis_core::destination;
use portcullis_core::radius::{Flow, Signing};

use super::applications::{IconChoice, icons};
use super::whom::{Audience, WhomField};
use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// Both, one below the other.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/remote_logon.html")]
pub struct RemoteLogon {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// Whether the reader may change anything here.
    pub may_change: bool,
    /// Whether the portal answers RADIUS at all.
    pub listens: bool,
    pub computers: Vec<ListedComputer>,
    pub clients: Vec<ListedClient>,
}

/// A remote computer in the list.
#[derive(Clone, Debug)]
pub struct ListedComputer {
    pub id: String,
    pub name: String,
    /// What somebody of the login name `ann` types to get there.
    pub command: String,
    pub icon: Option<destination::Icon>,
    /// Those who see it; none where everybody does.
    pub named: Option<Audience>,
}

impl ListedComputer {
    fn drawing(&self) -> Icon {
        self.icon.map_or(Icon::Screen, Icon::Application)
    }
}

/// A RADIUS client in the list.
#[derive(Clone, Debug)]
pub struct ListedClient {
    pub id: String,
    pub name: String,
    /// Where it asks from.
    pub network: String,
    pub signing: Signing,
    /// Those who may log on there; none where everybody may.
    pub named: Option<Audience>,
}

impl RemoteLogon {
    fn signing_of(&self, signing: Signing) -> Say {
        signing_of(&self.frame, signing)
    }

    fn seen_by(&self, named: Option<&Audience>) -> Say {
        match named {
            None => self.frame.say("remote-seen-by-everyone"),
            Some(named) if named.is_empty() => self.frame.say("remote-seen-by-nobody"),
            Some(named) => self
                .frame
                .say("remote-seen-by")
                .with("people", named.listed(&self.frame)),
        }
    }

    fn opens_for(&self, named: Option<&Audience>) -> Say {
        match named {
            None => self.frame.say("remote-opens-for-everyone"),
            Some(named) if named.is_empty() => self.frame.say("remote-opens-for-nobody"),
            Some(named) => self
                .frame
                .say("remote-opens-for")
                .with("people", named.listed(&self.frame)),
        }
    }
}

/// Adding a remote computer, or changing one. Posts `name`, `address`, `command`, `icon` (its name, or nothing for
/// a screen), [`WhomField`] and, of one that exists, the `version` that was changed.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/computer.html")]
pub struct ComputerForm {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    /// Its id, its name as it is, and its version; none while it is added.
    pub one: Option<(String, String, i64)>,
    pub name: Field,
    pub address: Field,
    pub command: Field,
    pub icon: Option<destination::Icon>,
    pub whom: WhomField,
    pub refusal: Option<FormRefusal>,
}

/// Why what was typed was not kept, where no field alone is to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormRefusal {
    /// Nobody in the organization has this login name.
    Nobody(String),
    /// Somebody else changed it meanwhile.
    Stale,
    /// There are as many as there can be.
    Full,
    /// Another client has its name, or its network.
    Taken,
    /// The attributes are more than an answer holds.
    TooMuch,
}

impl FormRefusal {
    pub(crate) fn say(&self, frame: &Frame) -> Say {
        match self {
            Self::Nobody(login) => frame.say("remote-nobody").with("login", login),
            Self::Stale => frame.say("remote-stale"),
            Self::Full => frame.say("remote-full"),
            Self::Taken => frame.say("client-taken"),
            Self::TooMuch => frame.say("client-returned-too-much"),
        }
    }
}

impl ComputerForm {
    fn is_refused(&self) -> bool {
        let fields = [&self.name, &self.address, &self.command, &self.whom.people];
        self.refusal.is_some() || fields.iter().any(|field| field.problem.is_some())
    }

    fn icons(&self) -> [IconChoice; 12] {
        icons(&self.frame, self.icon)
    }

    fn address(&self) -> String {
        match &self.one {
            None => "computers/new".to_owned(),
            Some((id, ..)) => format!("computers/{id}"),
        }
    }
}

/// Adding a RADIUS client, or changing what one may. Posts `name` and `network` of a new one, `certificates` of that or of one
/// that is known by them, `signing`, `flow`, [`WhomField`],
/// `recovery_codes`, `returned` and, of one that exists, the `version` that was changed.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/radius_client.html")]
pub struct ClientForm {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    /// Which one; none while it is added.
    pub one: Option<OneClient>,
    pub name: Field,
    pub network: Field,
    /// Its certificates: their fingerprints, one in a line.
    pub certificates: Field,
    pub signing: Signing,
    pub flow: Flow,
    pub whom: WhomField,
    pub recovery_codes: bool,
    /// The attributes, one in a line.
    pub returned: Field,
    pub refusal: Option<FormRefusal>,
}

/// A client that exists.
#[derive(Clone, Debug)]
pub struct OneClient {
    pub id: String,
    pub name: String,
    pub network: String,
    pub version: i64,
}

impl ClientForm {
    fn is_refused(&self) -> bool {
        let fields = [
            &self.name,
            &self.network,
            &self.certificates,
            &self.whom.people,
            &self.returned,
        ];
        self.refusal.is_some() || fields.iter().any(|field| field.problem.is_some())
    }

    fn address(&self) -> String {
        match &self.one {
            None => "clients/new".to_owned(),
            Some(one) => format!("clients/{}", one.id),
        }
    }

    fn signings(&self) -> [(Signing, Say, Say); 3] {
        Signing::ALL.map(|signing| {
            (
                signing,
                signing_of(&self.frame, signing),
                self.what(signing),
            )
        })
    }

    fn what(&self, signing: Signing) -> Say {
        match signing {
            Signing::Yes => self.frame.say("client-signing-yes-what"),
            Signing::Auto => self.frame.say("client-signing-auto-what"),
            Signing::No => self.frame.say("client-signing-no-what"),
        }
    }

    fn flows(&self) -> [(Flow, Say, Say); 3] {
        let frame = &self.frame;
        Flow::ALL.map(|flow| match flow {
            Flow::Challenge => (
                flow,
                frame.say("client-flow-challenge"),
                frame.say("client-flow-challenge-what"),
            ),
            Flow::Together => (
                flow,
                frame.say("client-flow-together"),
                frame.say("client-flow-together-what"),
            ),
            Flow::CodeAlone => (
                flow,
                frame.say("client-flow-code-alone"),
                frame.say("client-flow-code-alone-what"),
            ),
        })
    }

    fn is_flow(&self, flow: Flow) -> bool {
        self.flow == flow
    }

    fn is_signing(&self, signing: Signing) -> bool {
        self.signing == signing
    }
}

/// Whether a Message-Authenticator is wanted, in a few words.
fn signing_of(frame: &Frame, signing: Signing) -> Say {
    match signing {
        Signing::Yes => frame.say("client-signing-yes"),
        Signing::Auto => frame.say("client-signing-auto"),
        Signing::No => frame.say("client-signing-no"),
    }
}

/// A client's secret, this once, and what is written into its configuration.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/client_secret.html")]
pub struct ClientSecret {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub name: String,
    pub secret: String,
    /// Where the portal answers, address and port.
    pub server: String,
    /// Whether the server is written as one finds it, or must be filled in.
    pub server_known: bool,
    pub signing: Signing,
    /// Whether it takes the place of another secret.
    pub rotated: bool,
}

impl ClientSecret {
    /// The line for `pam_radius_auth.conf`: server, secret, seconds of patience.
    fn line(&self) -> String {
        format!("{} {} 10", self.server, self.secret)
    }
}

/// What is asked about once more before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemoteAct {
    DeleteComputer,
    RotateClient,
    DeleteClient,
}

/// The page before it.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/remote_act.html")]
pub struct RemoteConfirm {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub act: RemoteAct,
    pub id: String,
    pub name: String,
}

impl RemoteConfirm {
    fn title(&self) -> Say {
        match self.act {
            RemoteAct::DeleteComputer | RemoteAct::DeleteClient => self.frame.say("remote-delete"),
            RemoteAct::RotateClient => self.frame.say("client-rotate"),
        }
    }

    fn consequence(&self) -> Say {
        match self.act {
            RemoteAct::DeleteComputer => self.frame.say("computer-delete-what"),
            RemoteAct::RotateClient => self.frame.say("client-rotate-what"),
            RemoteAct::DeleteClient => self.frame.say("client-delete-what"),
        }
    }

    fn place(&self) -> &'static str {
        match self.act {
            RemoteAct::DeleteComputer => "computers",
            RemoteAct::RotateClient | RemoteAct::DeleteClient => "clients",
        }
    }

    fn word(&self) -> &'static str {
        match self.act {
            RemoteAct::DeleteComputer | RemoteAct::DeleteClient => "delete",
            RemoteAct::RotateClient => "rotate",
        }
    }
}
