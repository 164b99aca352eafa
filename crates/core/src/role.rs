//! Who may do what to whom (product.md: People).

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, OrganizationId};
use crate::time::Timestamp;

/// A role, in order of rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everybody.
    Member,
    /// Reads everything in one organization and changes nothing.
    Auditor,
    /// Helps members and auditors.
    Helpdesk,
    /// Decides about one organization.
    Admin,
    /// Runs the instance.
    Owner,
}

/// A role given to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Which role.
    pub role: Role,
    /// Where: one organization, or the whole instance.
    pub scope: Option<OrganizationId>,
    /// Until when, if it ends.
    pub until: Option<Timestamp>,
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who has not proved who they are.
    Nobody,
    /// A signed-in person, with the grants that are in force.
    Person {
        /// Whose account.
        account: AccountId,
        /// The organization the account belongs to.
        organization: OrganizationId,
        /// The grants in force.
        grants: Vec<Grant>,
    },
    /// Somebody at the command line of the server, `operator@host`.
    Operator(String),
    /// The program itself: clean-up, the demo.
    System,
}

/// What an administration page or command does to an organization's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Reading the list of people.
    SeePeople,
    /// Reading and exporting the audit log.
    SeeAudit,
    /// Inviting people.
    Invite,
    /// Creating, suspending and activating accounts, requiring MFA of one.
    ManageAccounts,
    /// Changing the policy.
    ChangePolicy,
    /// Saying which applications stand on the dashboard, and for whom.
    ManageApplications,
    /// Deciding how the organization shows itself, and whom its people are told to ask.
    ChangeBranding,
    /// Making groups, and saying who is in them. What is given to a group is opened by that.
    ManageGroups,
    /// Saying which remote computers there are and for whom, and which RADIUS clients ask for them.
    ManageRemoteLogon,
    /// Helping somebody: lifting lock-outs, signing out, unfreezing, deleting an MFA set-up, giving a code
    /// to set up a first device or a new password with.
    Help,
}

/// The one organization that a unit of work may touch. Every store function about an organization's
/// rows takes one, and its SQL names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope(OrganizationId);

/// The actor may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not allowed")]
pub struct Denied;

impl Scope {
    /// The organization of a row that was found by a secret only its holder has (an attempt, a
    /// session, an invitation), or of a row about to be made.
    pub const fn of(organization: OrganizationId) -> Self {
        Self(organization)
    }

    /// Which organization.
    pub const fn organization(self) -> OrganizationId {
        self.0
    }
}

impl Role {
    /// All of them, by rank.
    pub const ALL: [Self; 5] = [
        Self::Member,
        Self::Auditor,
        Self::Helpdesk,
        Self::Admin,
        Self::Owner,
    ];

    /// Whether who has this role may act on an account with another: the help desk on members and
    /// auditors, an admin on everybody but owners, an owner on everybody (product.md: People).
    pub fn helps(self, other: Self) -> bool {
        match self {
            Self::Member | Self::Auditor => false,
            Self::Helpdesk => other <= Self::Auditor,
            Self::Admin => other <= Self::Admin,
            Self::Owner => true,
        }
    }

    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Auditor => "auditor",
            Self::Helpdesk => "helpdesk",
            Self::Admin => "admin",
            Self::Owner => "owner",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}

impl Grant {
    /// Whether it is in force for an organization at a time.
    pub fn holds(&self, organization: OrganizationId, now: Timestamp) -> bool {
        self.scope.is_none_or(|scope| scope == organization)
            && self.until.is_none_or(|until| now < until)
    }
}

/// The highest role that the grants give for an organization; member without any.
pub fn highest(grants: &[Grant], organization: OrganizationId, now: Timestamp) -> Role {
    grants
        .iter()
        .filter(|g| g.holds(organization, now))
        .map(|g| g.role)
        .max()
        .unwrap_or(Role::Member)
}

/// Decides whether an actor may do something in an organization; gives the scope to do it in.
pub fn scope(
    actor: &Actor,
    organization: OrganizationId,
    permission: Permission,
    now: Timestamp,
) -> Result<Scope, Denied> {
    let least = match permission {
        Permission::SeePeople | Permission::SeeAudit => Role::Auditor,
        Permission::Help => Role::Helpdesk,
        Permission::Invite
        | Permission::ManageAccounts
        | Permission::ChangePolicy
        | Permission::ManageApplications
        | Permission::ChangeBranding
        | Permission::ManageGroups => Role::Admin,
        Permission::ManageRemoteLogon => Role::Owner,
    };
    let allowed = match actor {
        Actor::Nobody => false,
        _ => rank(actor, organization, now) >= least,
    };
    if allowed {
        Ok(Scope(organization))
    } else {
        Err(Denied)
    }
}

/// Decides whether an actor may do something to one account, whose highest role there is `theirs`; gives
/// the scope to do it in. Nobody does so to an account of their own: it has pages for that, which ask for
/// a proof (product.md: People).
pub fn scope_over(
    actor: &Actor,
    (organization, account): (OrganizationId, AccountId),
    theirs: Role,
    permission: Permission,
    now: Timestamp,
) -> Result<Scope, Denied> {
    let scope = scope(actor, organization, permission, now)?;
    let own = matches!(actor, Actor::Person { account: own, .. } if *own == account);
    if !own && rank(actor, organization, now).helps(theirs) {
        Ok(scope)
    } else {
        Err(Denied)
    }
}

/// As whom an actor counts in an organization. Who works at the command line counts as an owner.
pub fn rank(actor: &Actor, organization: OrganizationId, now: Timestamp) -> Role {
    match actor {
        Actor::Nobody => Role::Member,
        Actor::Person { grants, .. } => highest(grants, organization, now),
        Actor::Operator(_) | Actor::System => Role::Owner,
    }
}

/// Until when an actor may give others a role in an organization: one below their own for good, and their own for as long
/// as they have it themselves (`Some(None)` is for good). `None` where it is above theirs.
pub fn may_give(
    actor: &Actor,
    organization: OrganizationId,
    role: Role,
    now: Timestamp,
) -> Option<Option<Timestamp>> {
    let Actor::Person { grants, .. } = actor else {
        return (rank(actor, organization, now) >= role).then_some(None);
    };
    let holds = || grants.iter().filter(|one| one.holds(organization, now));
    if role == Role::Member || holds().any(|one| one.role > role) {
        return (rank(actor, organization, now) >= role).then_some(None);
    }
    let same = holds().filter(|one| one.role == role);
    // None is for good, which is the longest.
    same.map(|one| one.until)
        .max_by_key(|until| (until.is_none(), *until))
}

/// Decides whether an actor may decide about the instance: its organizations and its owners.
pub fn instance(actor: &Actor, now: Timestamp) -> Result<(), Denied> {
    let owns = |grant: &Grant| {
        grant.role == Role::Owner
            && grant.scope.is_none()
            && grant.until.is_none_or(|until| now < until)
    };
    match actor {
        Actor::Operator(_) | Actor::System => Ok(()),
        Actor::Person { grants, .. } if grants.iter().any(owns) => Ok(()),
        Actor::Person { .. } | Actor::Nobody => Err(Denied),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn org(n: u8) -> OrganizationId {
        OrganizationId::from_bytes([n; 16])
    }

    fn person(grants: Vec<Grant>) -> Actor {
        Actor::Person {
            account: AccountId::from_bytes([9; 16]),
            organization: org(1),
            grants,
        }
    }

    #[test]
    fn nobody_acts_across_organizations_without_a_grant_there() {
        let now = Timestamp::from_millis(100);
        let admin = person(vec![Grant {
            role: Role::Admin,
            scope: Some(org(1)),
            until: None,
        }]);
        let owner = person(vec![Grant {
            role: Role::Owner,
            scope: None,
            until: None,
        }]);
        let may = |actor: &Actor, n| scope(actor, org(n), Permission::Invite, now).is_ok();
        assert!(may(&admin, 1) && !may(&admin, 2));
        assert!(may(&owner, 1) && may(&owner, 2));
        assert!(instance(&owner, now).is_ok() && instance(&admin, now).is_err());
        assert!(!may(&person(vec![]), 1) && !may(&Actor::Nobody, 1));
    }

    #[test]
    fn a_grant_ends_when_it_says() {
        let grant = Grant {
            role: Role::Admin,
            scope: Some(org(1)),
            until: Some(Timestamp::from_millis(50)),
        };
        assert!(grant.holds(org(1), Timestamp::from_millis(49)));
        assert!(!grant.holds(org(1), Timestamp::from_millis(50)));
    }

    #[test]
    fn who_helps_whom_follows_from_both_roles() {
        let of = |role| {
            person(vec![Grant {
                role,
                scope: Some(org(1)),
                until: None,
            }])
        };
        let other = AccountId::from_bytes([8; 16]);
        let may = |actor: &Actor, account, theirs| {
            let now = Timestamp::EPOCH;
            scope_over(actor, (org(1), account), theirs, Permission::Help, now).is_ok()
        };
        for theirs in Role::ALL {
            let by = |role| may(&of(role), other, theirs);
            assert!(!by(Role::Member) && !by(Role::Auditor));
            assert_eq!(by(Role::Helpdesk), theirs <= Role::Auditor);
            assert_eq!(by(Role::Admin), theirs <= Role::Admin);
            assert!(by(Role::Owner));
            assert!(may(
                &Actor::Operator("root@portal".to_owned()),
                other,
                theirs
            ));
            assert!(!may(&Actor::Nobody, other, theirs));
            let own = AccountId::from_bytes([9; 16]);
            assert!(!may(&of(Role::Owner), own, theirs), "one's own");
        }
    }

    #[test]
    fn ones_own_role_is_given_for_no_longer_than_one_has_it() {
        let now = Timestamp::from_millis(100);
        let end = Some(Timestamp::from_millis(500));
        let over = Some(Timestamp::from_millis(50));
        let grant = |role, scope, until| Grant { role, scope, until };
        let until = |actor: &Actor, role| may_give(actor, org(1), role, now);
        let ending = person(vec![grant(Role::Admin, Some(org(1)), end)]);
        assert_eq!(until(&ending, Role::Admin), Some(end));
        assert_eq!(until(&ending, Role::Helpdesk), Some(None));
        assert_eq!(until(&ending, Role::Member), Some(None));
        assert_eq!(until(&ending, Role::Owner), None);
        // The longer of two counts, what is over or holds elsewhere does not.
        let mut grants = vec![
            grant(Role::Admin, Some(org(1)), end),
            grant(Role::Admin, Some(org(1)), over),
            grant(Role::Admin, Some(org(2)), None),
        ];
        assert_eq!(until(&person(grants.clone()), Role::Admin), Some(end));
        grants.push(grant(Role::Admin, Some(org(1)), None));
        assert_eq!(until(&person(grants.clone()), Role::Admin), Some(None));
        grants.push(grant(Role::Owner, None, end));
        assert_eq!(until(&person(grants.clone()), Role::Admin), Some(None));
        assert_eq!(until(&person(grants), Role::Owner), Some(end));
        assert_eq!(until(&person(vec![]), Role::Auditor), None);
        assert_eq!(until(&Actor::Nobody, Role::Auditor), None);
        assert_eq!(
            until(&Actor::Operator("o@h".into()), Role::Owner),
            Some(None)
        );
    }

    #[test]
    fn an_auditor_reads_and_changes_nothing() {
        let auditor = person(vec![Grant {
            role: Role::Auditor,
            scope: Some(org(1)),
            until: None,
        }]);
        let may = |p| scope(&auditor, org(1), p, Timestamp::EPOCH).is_ok();
        assert!(may(Permission::SeePeople) && may(Permission::SeeAudit));
        assert!(
            !may(Permission::Invite)
                && !may(Permission::ManageAccounts)
                && !may(Permission::Help)
                && !may(Permission::ChangePolicy)
                && !may(Permission::ChangeBranding)
        );
    }
}
