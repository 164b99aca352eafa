//! `/admin/instance/audit`: whether the audit logs are whole, for those who run the instance.

use askama::Template;
use portcullis_core::chain::{Fault, Verdict};
use portcullis_core::time::Timestamp;

use crate::frame::{Frame, Member};
use crate::icon::Icon;
use crate::texts::Say;

/// Posts nothing.
#[derive(Template, Clone, Debug)]
#[template(path = "admin/audit.html")]
pub struct AuditLogs {
    pub frame: Frame,
    pub member: Member,
    /// The short name of the owner's own organization.
    pub slug: String,
    /// What verifying found, once it was asked for.
    pub verified: Option<Vec<AuditLog>>,
}

#[derive(Clone, Debug)]
pub struct AuditLog {
    pub name: LogName,
    pub verdict: Verdict,
    /// Since when its oldest event waits for its seal.
    pub waits_since: Option<Timestamp>,
}

#[derive(Clone, Debug)]
pub enum LogName {
    Instance,
    Organization(String),
    /// Of an organization that is no longer there.
    Gone,
}

impl AuditLogs {
    fn is_damaged(&self) -> bool {
        let logs = self.verified.iter().flatten();
        logs.map(|log| log.verdict.faults_in_all).sum::<u64>() > 0
    }

    fn told(&self, fault: &Fault) -> Say {
        told(&self.frame, fault)
    }
}

/// What was done to a log, in words.
pub(super) fn told(frame: &Frame, fault: &Fault) -> Say {
    match *fault {
        Fault::Altered { sequence, .. } => frame.say("audit-altered").with("number", sequence),
        Fault::AlteredUnsealed { .. } => frame.say("audit-altered-unsealed"),
        Fault::Misplaced { sequence, .. } => frame.say("audit-misplaced").with("number", sequence),
        Fault::Missing { from, to } => frame.say("audit-missing").with("from", from).with("to", to),
        Fault::CutOff { from, to } => frame.say("audit-cut-off").with("from", from).with("to", to),
        Fault::BehindHead { head, last } => frame
            .say("audit-behind-head")
            .with("head", head)
            .with("last", last),
        Fault::NoHead => frame.say("audit-no-head"),
        Fault::HeadAltered => frame.say("audit-head-altered"),
        Fault::Empty => frame.say("audit-empty"),
    }
}

impl AuditLog {
    fn faults(&self) -> u64 {
        self.verdict.faults_in_all
    }

    pub(super) fn unnamed_faults(&self) -> u64 {
        let named = u64::try_from(self.verdict.faults.len()).unwrap_or(u64::MAX);
        self.verdict.faults_in_all.saturating_sub(named)
    }
}
