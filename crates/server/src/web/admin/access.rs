//! Administration and access: who is there, and who is invited.

use std::collections::{HashMap, HashSet};

use axum::response::Response;
use portcullis_core::account::{MfaStatus, State};
use portcullis_core::id::AccountId;
use portcullis_core::policy::Case;
use portcullis_core::role::{Grant, Permission, Role, Scope, highest, scope, scope_over};
use portcullis_core::search::Sought;
use portcullis_core::sign_in::Act;
use portcullis_core::time::Timestamp;
use portcullis_pages::{
    self as pages, Access, Count, Listed, OpenInvitation, Person, PersonState, SetUp,
};
use portcullis_store::accounts::{Account, Only, Wanted};
use portcullis_store::held_up::HeldUp;
use portcullis_store::invitations::Invitation;
use portcullis_store::methods::Methods;
use portcullis_store::owing::{CASES, Owing};
use portcullis_store::{
    Result as Stored, Tx, accounts, held_up, invitations, methods, mfa_counts, owing, roles,
};

use super::support;
use crate::fault::Fault;
use crate::people;
use crate::web::admit::{Administrator, Member};
use crate::web::dashboard::status;
use crate::web::download::download;
use crate::web::dress::redirect;
use crate::web::form::Form;
use crate::web::step_up::demand;
use crate::web::trouble::Trouble;
use crate::web::visit::{self, Visit};

/// How many people a page shows.
const PAGE: u32 = 50;
/// How many open invitations a page shows.
const INVITATIONS: u32 = 50;
/// Up to how many of those are counted whom no count is kept of.
const COUNTED: u32 = 1_000;

/// Leads to the administration of the one organization in which the member has a role, or to the search over several;
/// who runs the instance has one in each.
pub async fn home(member: Member) -> Result<Response, Trouble> {
    let places = member.places().await?;
    let slug = match places.as_slice() {
        [] => return Err(Trouble::NotFound),
        [only] => &only.slug,
        _ => return Ok(redirect("/admin/people")),
    };
    Ok(redirect(&format!("/admin/{slug}/access")))
}

pub async fn show(admin: Administrator) -> Result<Response, Trouble> {
    let visit = &admin.member.visit;
    let named = visit.parameter("named").unwrap_or_default();
    if let Some(there) = support::sought(&admin, &named).await? {
        return Ok(there);
    }
    let (now, slug) = (visit.app.now(), &admin.organization.slug);
    let asked = Asked::of(visit, slug, named);
    let found = asked.found(&admin).await?;
    let mut people = found.people;
    let more = people.len() > PAGE as usize;
    people.truncate(PAGE as usize);
    let next = people.last().filter(|_| more);
    let next = next.map(|(last, ..)| asked.next_page(slug, last));
    let mut open = found.open;
    let more_open = open.len() > INVITATIONS as usize;
    open.truncate(INVITATIONS as usize);
    let next_invitations = open.last().filter(|_| more_open);
    let next_invitations = next_invitations.map(|last| asked.next_invitations(slug, last));
    let count_of = |wanted| found.counts.iter().find(|(one, _)| *one == wanted);
    let case_of = |id| found.cases.iter().find(|(one, _)| *one == id);
    visit::page(&Access {
        frame: visit.frame(Some(&admin.organization.branding)),
        member: admin.member.bar(),
        slug: slug.clone(),
        counts: ALL
            .into_iter()
            .map(|one| (status(one), count_of(one).map_or(0, |(_, count)| *count)))
            .collect(),
        more: found.more,
        only: asked.mfa_status().map(status),
        listed: asked.listed,
        named: asked.named.clone(),
        may_invite: may_invite(&admin),
        people: people
            .into_iter()
            .map(|(account, role, anywhere)| Person {
                deletable: account.mfa_status != MfaStatus::NotEnabled
                    && account.state != State::Frozen
                    && may_help(&admin, account.id, anywhere),
                id: account.id.to_string(),
                login: format!("{}@{slug}", account.login_name),
                name: account.name,
                mfa: status(account.mfa_status),
                methods: set_up(found.methods.get(&account.id)),
                owed: case_of(account.id).and_then(|(_, case)| case.owed(now)),
                role: shown(role),
                state: state(account.state),
                factor_suspended: found.factors.contains(&account.id),
                last_sign_in: account.signed_in_at,
                deletion_asked_at: account.deletion_asked_at,
            })
            .collect(),
        outsiders: u64::try_from(found.outsiders).unwrap_or(u64::MAX),
        invitations: open.into_iter().map(|one| invited(one, slug)).collect(),
        next,
        next_invitations,
    })
}

/// What the address asks for.
#[derive(Clone)]
struct Asked {
    wanted: Wanted,
    listed: Option<Listed>,
    /// What is sought, as typed.
    named: String,
    /// After which invitation.
    invited: String,
}

/// What there is of it.
struct Found {
    /// With the highest role here, and the highest anywhere.
    people: Vec<(Account, Role, Role)>,
    open: Vec<Invitation>,
    counts: Vec<(MfaStatus, u64)>,
    more: Vec<(Listed, Count)>,
    cases: Vec<(AccountId, Case)>,
    factors: HashSet<AccountId>,
    methods: HashMap<AccountId, Methods>,
    /// How many have a role here from elsewhere.
    outsiders: usize,
}

impl Asked {
    fn of(visit: &Visit, slug: &str, named: String) -> Self {
        let word = visit.parameter("mfa").unwrap_or_default();
        let listed = Listed::ALL.into_iter().find(|one| one.word() == word);
        let mut statuses = ALL.into_iter();
        let status = statuses.find(|one| status(*one).word() == word);
        let held_up = listed.and_then(held_up_by).map(Only::HeldUp);
        Self {
            wanted: Wanted {
                after: visit.parameter("after").unwrap_or_default(),
                only: status.map(Only::Mfa).or(held_up),
                sought: Sought::within(&named, slug),
            },
            listed,
            named,
            invited: visit.parameter("invited").unwrap_or_default(),
        }
    }

    const fn mfa_status(&self) -> Option<MfaStatus> {
        match self.wanted.only {
            Some(Only::Mfa(status)) => Some(status),
            _ => None,
        }
    }

    async fn found(&self, admin: &Administrator) -> Result<Found, Fault> {
        let app = &admin.member.visit.app;
        let (place, now, asked) = (admin.scope, app.now(), self.clone());
        let unit = async move |tx: &mut Tx<'_>| {
            let people = asked.people(tx, place, now).await?;
            let grants = roles::of_organization(tx, place, now).await?;
            let roles_of = |account: Account| {
                let own = grants.iter().filter(|(id, _)| *id == account.id);
                let own: Vec<Grant> = own.map(|(_, grant)| *grant).collect();
                let here = highest(&own, place.organization(), now);
                (account, here, people::anywhere(&own))
            };
            let shown: Vec<AccountId> = people.iter().map(|one| one.id).take(CASES).collect();
            let cases = owing::cases(tx, place, &shown, now).await?;
            let factors = held_up::with_factor(tx, place, &shown).await?;
            let methods = methods::of(tx, place, &shown).await?;
            Ok(Found {
                people: people.into_iter().map(roles_of).collect(),
                open: asked.invitations(tx, place, now).await?,
                counts: mfa_counts::of(tx, place).await?,
                more: counts(tx, place, now).await?,
                cases,
                factors,
                methods,
                outsiders: roles::outsiders(tx, place, now).await?.len(),
            })
        };
        Ok(app.store.read(unit).await?)
    }

    async fn people(&self, tx: &mut Tx<'_>, place: Scope, now: Timestamp) -> Stored<Vec<Account>> {
        let owing = match self.listed {
            Some(Listed::Invited) => return Ok(Vec::new()),
            Some(Listed::Owed) => Owing::Now,
            Some(Listed::Delayed) => Owing::Soon,
            _ => return accounts::list(tx, place, &self.wanted, PAGE + 1).await,
        };
        owing::list(tx, place, (owing, &self.wanted), PAGE + 1, now).await
    }

    /// Open invitations, the newest first, or those who are sought.
    async fn invitations(
        &self,
        tx: &mut Tx<'_>,
        place: Scope,
        now: Timestamp,
    ) -> Stored<Vec<Invitation>> {
        let most = INVITATIONS + 1;
        let kind = self.wanted.only.is_some() || self.listed.is_some();
        if kind && self.listed != Some(Listed::Invited) {
            return Ok(Vec::new());
        }
        if let Some(sought) = &self.wanted.sought {
            let from = (sought, self.invited.as_str());
            return invitations::open_sought(tx, place, from, most, now).await;
        }
        let before = self.invited.parse().ok();
        invitations::open(tx, place, before, most, now).await
    }

    fn next_page(&self, slug: &str, last: &Account) -> String {
        let after = match self.listed {
            Some(Listed::Owed | Listed::Delayed) => last.login_name.clone(),
            _ => self.wanted.after(last),
        };
        let only = self.mfa_status().map(|only| status(only).word());
        let only = only.or(self.listed.map(Listed::word));
        self.address(slug, ("after", &after), only)
    }

    fn next_invitations(&self, slug: &str, last: &Invitation) -> String {
        let after = match &self.wanted.sought {
            Some(sought) => sought.place_of(&last.name, &last.login_name, last.email.as_deref()),
            None => last.id.to_string(),
        };
        self.address(slug, ("invited", &after), Some(Listed::Invited.word()))
    }

    fn address(&self, slug: &str, (key, after): (&str, &str), only: Option<&str>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair(key, after);
        if let Some(only) = only {
            query.append_pair("mfa", only);
        }
        if !self.named.is_empty() {
            query.append_pair("named", &self.named);
        }
        format!("/admin/{slug}/access?{}", query.finish())
    }
}

const fn held_up_by(listed: Listed) -> Option<HeldUp> {
    match listed {
        Listed::Suspended => Some(HeldUp::Suspended),
        Listed::Frozen => Some(HeldUp::Frozen),
        Listed::FactorSuspended => Some(HeldUp::Factor),
        Listed::Owed | Listed::Delayed | Listed::Invited => None,
    }
}

/// How many there are of what else a list can be of.
async fn counts(tx: &mut Tx<'_>, place: Scope, now: Timestamp) -> Stored<Vec<(Listed, Count)>> {
    let (owed, delayed) = owing::counts(tx, place, now).await?;
    let [suspended, frozen, factor] = held_up::counts(tx, place, COUNTED + 1).await?;
    let invited = invitations::open_count(tx, place, COUNTED + 1, now).await?;
    let few = |many: u32| match many {
        many if many > COUNTED => Count::AtLeast(COUNTED.into()),
        many => Count::Exactly(many.into()),
    };
    Ok(vec![
        (Listed::Owed, Count::Exactly(owed)),
        (Listed::Delayed, Count::Exactly(delayed)),
        (Listed::FactorSuspended, few(factor)),
        (Listed::Suspended, few(suspended)),
        (Listed::Frozen, few(frozen)),
        (Listed::Invited, few(invited)),
    ])
}

/// An invitation that nobody has accepted yet, as the page shows it.
fn invited(invitation: Invitation, slug: &str) -> OpenInvitation {
    OpenInvitation {
        login_name: format!("{}@{slug}", invitation.login_name),
        id: invitation.id.to_string(),
        name: invitation.name,
        mailed_to: invitation.email.filter(|_| invitation.mailed_at.is_some()),
        until: invitation.expires_at,
    }
}

/// Everybody as a file.
pub async fn export(admin: Administrator, form: Form) -> Result<Response, Trouble> {
    let [] = form.only([])?;
    let visit = &admin.member.visit;
    let (actor, organization) = (&admin.actor, &admin.organization);
    // Everybody's data leaves the portal: as with one's own, by whoever it is now.
    let here = format!("/admin/{}/access", organization.slug);
    demand(&admin.member, Act::People, &here).await?;
    let people = people::export(&visit.app, actor, organization, &visit.origin).await?;
    let people = people.map_err(|_| Trouble::Forbidden)?;
    let name = format!("people-{}.csv", organization.slug);
    Ok(download(people.pieces(), "text/csv; charset=utf-8", &name))
}

/// In the order in which a page names them.
const ALL: [MfaStatus; 3] = [
    MfaStatus::Enabled,
    MfaStatus::Disabled,
    MfaStatus::NotEnabled,
];

fn set_up(methods: Option<&Methods>) -> SetUp {
    let set_up = methods.copied().unwrap_or_default();
    SetUp {
        apps: set_up.apps,
        email: set_up.email,
        recovery_codes: set_up.recovery_codes,
    }
}

/// Whether the reader may help somebody whose highest role anywhere this is.
fn may_help(admin: &Administrator, account: AccountId, theirs: Role) -> bool {
    let (whose, now) = ((admin.organization.id, account), admin.member.app().now());
    scope_over(&admin.actor, whose, theirs, Permission::Help, now).is_ok()
}

/// Whether the reader may invite somebody.
pub(super) fn may_invite(admin: &Administrator) -> bool {
    let (place, now) = (admin.organization.id, admin.member.app().now());
    scope(&admin.actor, place, Permission::Invite, now).is_ok()
}

pub(super) const fn state(state: State) -> PersonState {
    match state {
        State::Active => PersonState::Active,
        State::Suspended => PersonState::Suspended,
        State::Frozen => PersonState::Frozen,
    }
}

pub(super) const fn shown(role: Role) -> pages::Role {
    match role {
        Role::Member => pages::Role::Member,
        Role::Auditor => pages::Role::Auditor,
        Role::Helpdesk => pages::Role::HelpDesk,
        Role::Admin => pages::Role::Admin,
        Role::Owner => pages::Role::Owner,
    }
}
