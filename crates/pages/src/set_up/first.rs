//! `/setup/{token}`: the instance's first organization and its owner.

use askama::Template;

use crate::field::{Field, Problem};
use crate::frame::Frame;
use crate::icon::Icon;

/// Posts `organization`, `slug`, `requirement` (`required`, `optional`, `off`), `name`,
/// `login_name`, `email`, `password`.
#[derive(Template, Clone, Debug)]
#[template(path = "set_up/first.html")]
pub struct FirstSetUp {
    pub frame: Frame,
    pub action: String,
    /// The organization's name.
    pub organization: Field,
    /// Its short name.
    pub slug: Field,
    pub requirement: Requirement,
    pub requirement_problem: Option<Problem>,
    /// The person's name.
    pub name: Field,
    pub login_name: Field,
    /// May be empty.
    pub email: Field,
    /// The password never comes back, only what is wrong with it.
    pub password: Option<Problem>,
    /// The shortest password allowed, in characters.
    pub minimum: u32,
}

/// What the organization's policy asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Requirement {
    #[default]
    Required,
    Optional,
    Off,
}

impl FirstSetUp {
    fn is_refused(&self) -> bool {
        let fields = [
            &self.organization,
            &self.slug,
            &self.name,
            &self.login_name,
            &self.email,
        ];
        let others = [self.requirement_problem, self.password];
        fields.iter().any(|field| field.problem.is_some()) || others.iter().any(Option::is_some)
    }
}
