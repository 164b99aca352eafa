//! `/admin/instance/organizations`: every organization with its people's MFA status, for those who run the
//! instance; making one, and suspending, activating and deleting one, each on a page of its own.

use askama::Template;

use crate::field::Field;
use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::mfa::MfaStatus;
use crate::set_up::first::Requirement;
use crate::texts::Say;

#[derive(Template, Clone, Debug)]
#[template(path = "admin/organizations.html")]
pub struct Organizations {
    pub frame: Frame,
    pub member: Member,
    /// The short name of the owner's own organization.
    pub slug: String,
    pub organizations: Vec<OrganizationRow>,
    /// The address of the next page.
    pub next: Option<String>,
}

#[derive(Clone, Debug)]
pub struct OrganizationRow {
    pub slug: String,
    pub name: String,
    /// What its policy asks.
    pub requirement: Requirement,
    pub suspended: bool,
    /// How many people have each status.
    pub counts: Vec<(MfaStatus, u64)>,
}

/// Posts `organization`, `short_name` and `requirement` (`required`, `optional`, `off`).
#[derive(Template, Clone, Debug)]
#[template(path = "admin/add_organization.html")]
pub struct AddOrganization {
    pub frame: Frame,
    pub member: Member,
    /// The short name of the owner's own organization.
    pub slug: String,
    /// The name.
    pub organization: Field,
    pub short_name: Field,
    pub requirement: Requirement,
}

/// Posts the short name typed again, as `short_name`, where it is deleted; else nothing.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/organization_act.html")]
pub struct OrganizationPage {
    pub frame: Frame,
    pub member: Member,
    /// The short name of the owner's own organization.
    pub slug: String,
    /// Of the organization that it is about.
    pub organization: OrganizationRow,
    pub act: OrganizationAct,
    /// The short name, typed again where it is deleted.
    pub typed: Option<Field>,
    /// Nobody would own the instance any more.
    pub last_owner: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationAct {
    Suspend,
    Activate,
    Delete,
}

impl OrganizationRow {
    fn rule(&self, frame: &Frame) -> Say {
        match self.requirement {
            Requirement::Required => frame.say("requirement-required"),
            Requirement::Optional => frame.say("requirement-optional"),
            Requirement::Off => frame.say("requirement-off"),
        }
    }

    fn people(&self) -> u64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

impl AddOrganization {
    fn is_refused(&self) -> bool {
        self.organization.problem.is_some() || self.short_name.problem.is_some()
    }
}

impl OrganizationAct {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 3] = [Self::Suspend, Self::Activate, Self::Delete];

    /// As the address names it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Suspend => "suspend",
            Self::Activate => "activate",
            Self::Delete => "delete",
        }
    }

    fn say(self, frame: &Frame) -> Say {
        match self {
            Self::Suspend => frame.say("organizations-suspend"),
            Self::Activate => frame.say("organizations-activate"),
            Self::Delete => frame.say("organizations-delete"),
        }
    }
}

impl OrganizationPage {
    fn what(&self) -> Say {
        let frame = &self.frame;
        let said = match self.act {
            OrganizationAct::Suspend => frame.say("organizations-suspend-what"),
            OrganizationAct::Activate => frame.say("organizations-activate-what"),
            OrganizationAct::Delete => frame.say("organizations-delete-what"),
        };
        said.with("name", &self.organization.name)
    }

    fn takes_away(&self) -> bool {
        self.act != OrganizationAct::Activate
    }

    fn is_refused(&self) -> bool {
        self.typed
            .as_ref()
            .is_some_and(|field| field.problem.is_some())
    }
}
