//! `/admin/{organization}/applications`: the sites that stand on the dashboards.

use askama::Template;
use portcullis_core::destination::{self, letters};

use super::remote_logon::FormRefusal;
use super::whom::{Audience, WhomField};
use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// All of them.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/applications.html")]
pub struct Applications {
    pub frame: Frame,
    pub member: Member,
    /// The organization's short name.
    pub slug: String,
    /// Whether the reader may change them.
    pub may_change: bool,
    pub applications: Vec<ListedApplication>,
}

/// An application in the list.
#[derive(Clone, Debug)]
pub struct ListedApplication {
    pub id: String,
    pub name: String,
    /// Where it is.
    pub address: String,
    pub description: Option<String>,
    pub icon: Option<destination::Icon>,
    /// Those who see it; none where everybody does.
    pub named: Option<Audience>,
}

impl ListedApplication {
    fn drawing(&self) -> Option<Icon> {
        self.icon.map(Icon::Application)
    }

    /// What stands on its tile where it has no icon.
    fn letters(&self) -> String {
        letters(&self.name)
    }
}

impl Applications {
    fn seen_by(&self, named: Option<&Audience>) -> Say {
        match named {
            None => self.frame.say("application-seen-by-everyone"),
            Some(named) if named.is_empty() => self.frame.say("application-seen-by-nobody"),
            Some(named) => self
                .frame
                .say("application-seen-by")
                .with("people", named.listed(&self.frame)),
        }
    }
}

/// Adding one, or changing one. Posts `name`, `address`, `description`, `icon` (its name, or nothing for the first
/// letters), [`WhomField`] and, of one that exists, the `version` that was changed.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/application.html")]
pub struct ApplicationForm {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    /// Its id, its name as it is, and its version; none while it is added.
    pub one: Option<(String, String, i64)>,
    pub name: Field,
    pub address: Field,
    pub description: Field,
    pub icon: Option<destination::Icon>,
    pub whom: WhomField,
    pub refusal: Option<FormRefusal>,
}

impl ApplicationForm {
    fn is_refused(&self) -> bool {
        let fields = [
            &self.name,
            &self.address,
            &self.description,
            &self.whom.people,
        ];
        self.refusal.is_some() || fields.iter().any(|field| field.problem.is_some())
    }

    fn icons(&self) -> [IconChoice; 12] {
        icons(&self.frame, self.icon)
    }

    fn place(&self) -> &str {
        match &self.one {
            None => "new",
            Some((id, ..)) => id,
        }
    }
}

/// A drawing that can be chosen for a tile or a row.
pub(super) struct IconChoice {
    pub name: &'static str,
    pub drawing: Icon,
    pub word: Say,
    pub chosen: bool,
}

/// All that can be chosen, each with its word.
pub(super) fn icons(frame: &Frame, chosen: Option<destination::Icon>) -> [IconChoice; 12] {
    destination::Icon::ALL.map(|icon| IconChoice {
        name: icon.as_str(),
        drawing: Icon::Application(icon),
        word: word(frame, icon),
        chosen: chosen == Some(icon),
    })
}

/// What is drawn.
fn word(frame: &Frame, icon: destination::Icon) -> Say {
    use destination::Icon;
    match icon {
        Icon::Mail => frame.say("icon-mail"),
        Icon::Calendar => frame.say("icon-calendar"),
        Icon::Chat => frame.say("icon-chat"),
        Icon::Files => frame.say("icon-files"),
        Icon::People => frame.say("icon-people"),
        Icon::Money => frame.say("icon-money"),
        Icon::Chart => frame.say("icon-chart"),
        Icon::Help => frame.say("icon-help"),
        Icon::Book => frame.say("icon-book"),
        Icon::Cloud => frame.say("icon-cloud"),
        Icon::Code => frame.say("icon-code"),
        Icon::Clock => frame.say("icon-clock"),
    }
}

/// The page before one is deleted.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/application_delete.html")]
pub struct DeleteApplication {
    pub frame: Frame,
    pub member: Member,
    pub slug: String,
    pub id: String,
    pub name: String,
}
