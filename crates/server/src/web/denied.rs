//! What an administration's pages refuse for a role is written down here, for all of them: where the refusal becomes an
//! answer, so that no page can leave it out (security.md AU-1); so is who asks for the administration of an organization
//! without a role there. Whoever tries the same again within an hour is shown the same support code, and nothing more is
//! written.

use axum::extract::MatchedPath;
use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::AccountId;
use portcullis_core::role::{Permission, Scope};
use portcullis_core::time::{Span, Timestamp};
use portcullis_core::topic::Topic;
use portcullis_pages::HelpAct;
use portcullis_store::audit::{By, Order, Wanted};
use portcullis_store::{Result, Tx, accounts, audit, support_codes};

use super::admin::person;
use crate::app::App;
use crate::fault::Fault;
use crate::record::Subject;
use crate::support::of_delay;

const HOUR: i64 = 60 * 60 * 1000;
/// How much of what was typed for an organization's short name is written down, in characters; no short name is longer.
const MAX_TYPED: usize = 64;
/// How many refusals of one person are written down in an hour with whom they were about; what comes after them has one
/// line without.
const MOST: u32 = 50;

/// Who is at work in the administration of an organization, and what a request asks for there.
#[derive(Clone, Debug)]
pub struct Acting {
    /// In which organization.
    pub place: Scope,
    /// The account, and the organization that it belongs to.
    pub whose: (Scope, AccountId),
    /// What is asked for.
    pub act: Permission,
    /// The account that the address names; there may be none of it.
    pub about: Option<AccountId>,
    /// Where it comes from.
    pub origin: Origin,
}

impl Acting {
    fn who(&self) -> Who {
        let (own, account) = self.whose;
        Who::Person {
            account,
            organization: own.organization(),
        }
    }

    /// What a refusal is known by within an hour.
    fn known_by(&self, about: Option<AccountId>) -> Vec<u8> {
        let (_, account) = self.whose;
        let place = self.place.organization();
        let mut what = b"denied".to_vec();
        what.extend(place.as_bytes().iter().chain(account.as_bytes()));
        if let Some(about) = about {
            what.push(self.act as u8);
            what.extend(about.as_bytes());
        }
        what
    }
}

/// Writes down that an act was refused, once in an hour, and lets the answer show its support code.
pub async fn note(app: &App, acting: &Acting) -> std::result::Result<(), Fault> {
    let (app_, acting) = (app.clone(), acting.clone());
    let unit = async move |tx: &mut Tx<'_>| write(tx, &app_, &acting).await;
    Ok(app.store.write(unit).await?)
}

async fn write(tx: &mut Tx<'_>, app: &App, acting: &Acting) -> Result<()> {
    let refused = Refused {
        whose: acting.whose,
        log: acting.place,
        origin: &acting.origin,
    };
    let whose = Wanted {
        by: Some(By::Person(acting.whose.1)),
        ..Wanted::default()
    };
    let many = refused.lately(tx, app, whose).await?.len() >= MOST as usize;
    let about = match acting.about {
        Some(id) => accounts::find(tx, acting.place, id)
            .await?
            .map(|one| one.id),
        None => None,
    };
    // Without an account each act still has a line of its own.
    let about = about.filter(|_| !many);
    let (_, actor) = acting.whose;
    let named = Some(about.unwrap_or(actor)).filter(|_| !many);
    if !refused.first(tx, app, &acting.known_by(named)).await? {
        return Ok(());
    }
    let subject = Subject::by(acting.who(), acting.place, about, &acting.origin);
    let event = Event::ActDenied { act: acting.act };
    subject.write(tx, app, event, app.now()).await
}

/// Writes down, where the person's own organization sees it, that somebody asked for an administration without a role
/// there: what was typed, and not what there is.
pub async fn note_outsider(
    app: &App,
    whose: (Scope, AccountId),
    typed: &str,
    origin: &Origin,
) -> std::result::Result<(), Fault> {
    let readable = typed.chars().filter(|one| !one.is_control());
    let typed: String = readable.take(MAX_TYPED).collect();
    let (app_, origin) = (app.clone(), origin.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let (own, account) = whose;
        let refused = Refused {
            whose,
            log: own,
            origin: &origin,
        };
        // What people do to nobody else stands in no index of deeds.
        let theirs = Wanted {
            about: Some(account),
            ..Wanted::default()
        };
        let lately = refused.lately(tx, &app_, theirs).await?;
        let many = lately.len() >= MOST as usize;
        let organization = if many { "…" } else { typed.as_str() };
        let event = Event::AccessDenied {
            organization: organization.to_owned(),
        };
        // The page shows no support code, since it looks like one that is not there: so the events themselves are looked at.
        if lately.contains(&event) {
            return Ok(());
        }
        let subject = Subject::own(own, account, &origin);
        subject.write(tx, &app_, event, app_.now()).await
    };
    Ok(app.store.write(unit).await?)
}

/// A refusal of which one line is written within an hour.
struct Refused<'a> {
    /// The account, and the organization that it belongs to.
    whose: (Scope, AccountId),
    /// Whose log it stands in.
    log: Scope,
    origin: &'a Origin,
}

impl Refused<'_> {
    /// What was written down of this person in this hour, the last [`MOST`]: after so many, one line stands for the rest.
    async fn lately(&self, tx: &mut Tx<'_>, app: &App, whose: Wanted) -> Result<Vec<Event>> {
        let (own, actor) = self.whose;
        // Of requests at a time the second sees what the first wrote.
        accounts::lock(tx, own, actor).await?;
        let wanted = Wanted {
            topic: Some(Topic::Refusals),
            from: Some(hour(app)),
            ..whose
        };
        let (log, order) = (Some(self.log.organization()), (&Order::Newest(None), MOST));
        let lately = audit::search(tx, &app.masters, log, &wanted, order).await?;
        let entries = lately.into_iter().filter_map(|one| one.entry);
        Ok(entries.map(|entry| entry.event).collect())
    }

    /// Whether it is the first of its kind in this hour. The answer shows the support code of all of them.
    async fn first(&self, tx: &mut Tx<'_>, app: &App, known_by: &[u8]) -> Result<bool> {
        let (hour, log) = (hour(app), Some(self.log.organization()));
        let code = of_delay(app, known_by, hour);
        self.origin.support.set(code);
        let since = hour - Span::millis(1);
        let written = support_codes::find(tx, &app.masters, (log, code), since, 1).await?;
        Ok(written.is_empty())
    }
}

/// When the present hour began.
fn hour(app: &App) -> Timestamp {
    let now = app.now();
    now - Span::millis(now.millis().rem_euclid(HOUR))
}

/// What a page of the administration asks for, from its place in the table of routes.
pub fn asked_for(route: &MatchedPath, act: Option<&str>) -> Permission {
    permission(route.as_str(), act).unwrap_or(Permission::SeePeople)
}

fn permission(route: &str, act: Option<&str>) -> Option<Permission> {
    let page = route.strip_prefix("/admin/{organization}/")?;
    let mut parts = page.split('/');
    Some(match (parts.next()?, parts.next(), parts.next()) {
        ("access", Some("{account}"), Some("{act}")) => {
            let act = HelpAct::ALL.into_iter().find(|one| Some(one.word()) == act);
            act.map_or(Permission::Help, person::permission)
        }
        ("access", Some("{account}"), Some("edit" | "role"))
        | ("access", Some("from-elsewhere"), Some(_)) => Permission::ManageAccounts,
        ("access", Some("{account}"), Some("caller")) | ("requests", ..) => Permission::Help,
        ("access", Some("{account}" | "from-elsewhere"), None | Some("why"))
        | ("access", None | Some("export"), _) => Permission::SeePeople,
        ("access", Some("invite" | "invite-many" | "import" | "invitation"), _) => {
            Permission::Invite
        }
        ("policy", ..) => Permission::ChangePolicy,
        ("groups", ..) => Permission::ManageGroups,
        ("applications", ..) => Permission::ManageApplications,
        ("branding", ..) => Permission::ChangeBranding,
        ("remote-logon", ..) => Permission::ManageRemoteLogon,
        ("audit" | "support", ..) => Permission::SeeAudit,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::router::{Needs, routes};
    use super::*;

    #[test]
    fn each_page_of_the_administration_says_what_it_asks_for() {
        for route in routes() {
            let guarded = route.needs == Needs::Administration;
            let found = permission(route.path, None);
            assert_eq!(found.is_some(), guarded, "{}", route.path);
        }
        let act = |word| permission("/admin/{organization}/access/{account}/{act}", Some(word));
        assert_eq!(act("unlock"), Some(Permission::Help));
        assert_eq!(act("suspend"), Some(Permission::ManageAccounts));
    }
}
