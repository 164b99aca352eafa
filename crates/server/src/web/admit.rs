//! Who is let in: a handler that needs a session takes a [`Member`], one of the administration an
//! [`Administrator`], and neither can be had in another way.

use std::collections::BTreeSet;

use axum::extract::{FromRequestParts, MatchedPath, RawPathParams};
use axum::http::Method;
use axum::http::request::Parts;
use portcullis_core::account::State;
use portcullis_core::id::{AttemptId, OrganizationId, SessionId};
use portcullis_core::role::{Actor, Grant, Permission, Role, Scope, highest, instance, scope};
use portcullis_core::session::{Administers, Admission, TOUCH_EVERY, administers, admit};
use portcullis_core::sign_in::Act;
use portcullis_core::token::TokenHash;
use portcullis_pages as pages;
use portcullis_store::organizations::{self, Organization};
use portcullis_store::sessions::{self, Session};
use portcullis_store::{Tx, help_requests, roles};

use super::cookies::Attempts;
use super::denied::{self, Acting, asked_for};
use super::trouble::Trouble;
use super::visit::Visit;
use crate::app::App;
use crate::fault::Fault;
use crate::sign_in::Handle;

/// Somebody whose session opens the portal.
pub struct Member {
    /// The request.
    pub visit: Visit,
    /// The session.
    pub session: Session,
    /// The roles in force.
    pub grants: Vec<Grant>,
    /// How many requests wait in the organization whose administration this is, for who may look there.
    pub requests: Option<u64>,
    /// Whether the person runs the instance and there are several organizations, as far as the administration asked.
    pub several: bool,
}

/// As whom a request was let in, before its body was there.
#[derive(Clone)]
pub struct Admitted {
    session: SessionId,
    token: TokenHash,
    grants: Vec<Grant>,
}

impl Admitted {
    /// Whether it still is so: who takes time to send a body may have lost the session or a role meanwhile.
    pub async fn still(&self, app: &App) -> Result<(), Trouble> {
        match find(app, self.token).await? {
            Some((session, grants)) if session.id == self.session => {
                let kept = self.grants.iter().all(|grant| grants.contains(grant));
                if kept { Ok(()) } else { Err(Trouble::NotFound) }
            }
            _ => Err(Trouble::SignInFirst(None)),
        }
    }
}

/// Somebody who may work in the administration of an organization now.
pub struct Administrator {
    /// The person.
    pub member: Member,
    /// As whom the person acts.
    pub actor: Actor,
    /// Where.
    pub organization: Organization,
    /// The rows that may be touched.
    pub scope: Scope,
}

/// Somebody with a role in one organization or several, who may work there now: every request reads anew which they
/// are, so a grant that ended is gone.
pub struct Desk {
    /// The person.
    pub member: Member,
    /// As whom the person acts.
    pub actor: Actor,
    /// Where the person may look, by short name, after the one that the address names; [`PLACES`] of them at most.
    pub places: Vec<Organization>,
    /// After which one there are more, if there are.
    pub next: Option<String>,
}

/// In how many organizations is looked at once.
const PLACES: usize = 100;

/// Somebody who runs the instance, and may do so now.
pub struct Owner {
    /// The person.
    pub member: Member,
    /// As whom the person acts.
    pub actor: Actor,
}

impl FromRequestParts<App> for Member {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Trouble> {
        let Ok(mut visit) = Visit::from_request_parts(parts, app).await;
        let return_to = (parts.method == Method::GET).then(|| visit.path.clone());
        let live = live(&visit).await?;
        let (session, grants) = live.ok_or(Trouble::SignInFirst(return_to))?;
        visit.reader.is(
            session.language.as_deref(),
            session.time_zone.as_deref(),
            &session.branding,
        );
        visit.origin.language = visit.reader.named();
        note_use(&visit, &session).await?;
        if let Some(token) = &visit.session {
            parts.extensions.insert(Admitted {
                session: session.id,
                token: token.hash(),
                grants: grants.clone(),
            });
        }
        Ok(Self {
            visit,
            session,
            grants,
            requests: None,
            several: false,
        })
    }
}

impl FromRequestParts<App> for Administrator {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Trouble> {
        let mut member = Member::from_request_parts(parts, app).await?;
        let now = app.now();
        let typed = typed(parts, app, "organization").await.unwrap_or_default();
        let actor = member.actor();
        let scope = |place: &Organization| {
            let scope = scope(&actor, place.id, Permission::SeePeople, now);
            scope.ok().map(|scope| (place.clone(), scope))
        };
        // Unknown and not allowed look alike and leave the same trace, so that nobody learns which organizations there are.
        let found = by_name(app, &typed).await?;
        let Some((organization, scope)) = found.as_ref().and_then(scope) else {
            note_denied(&member, &typed).await?;
            return Err(Trouble::NotFound);
        };
        member.administers_now(parts).await?;
        member.requests = waiting(app, &actor, organization.id).await?;
        if let Some(acting) = acting(&member, scope, parts, app).await {
            member.visit.reader.acts(acting);
        }
        member.several = several(app, &actor).await?;
        Ok(Self {
            member,
            actor,
            organization,
            scope,
        })
    }
}

impl FromRequestParts<App> for Owner {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Trouble> {
        let mut member = Member::from_request_parts(parts, app).await?;
        let actor = member.actor();
        if instance(&actor, app.now()).is_err() {
            note_denied(&member, "instance").await?;
            return Err(Trouble::NotFound);
        }
        member.administers_now(parts).await?;
        member.requests = waiting(app, &actor, member.organization()).await?;
        member.several = several(app, &actor).await?;
        Ok(Self { member, actor })
    }
}

impl FromRequestParts<App> for Desk {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Trouble> {
        let member = Member::from_request_parts(parts, app).await?;
        let actor = member.actor();
        let after = member.visit.parameter("after").unwrap_or_default();
        let places = member.places_after(&after).await?;
        // Past the last one there is nothing to see, for who has a role.
        if places.is_empty() && (after.is_empty() || member.places().await?.is_empty()) {
            note_denied(&member, "several").await?;
            return Err(Trouble::NotFound);
        }
        member.administers_now(parts).await?;
        Ok(Self::at(member, actor, places))
    }
}

impl Desk {
    fn at(member: Member, actor: Actor, mut places: Vec<Organization>) -> Self {
        let more = places.len() > PLACES;
        places.truncate(PLACES);
        let last = places.last().filter(|_| more);
        Self {
            next: last.map(|last| last.slug.clone()),
            member,
            actor,
            places,
        }
    }

    /// The organizations that follow, or none.
    pub async fn go_on(self) -> Result<Self, Fault> {
        let places = match &self.next {
            Some(last) => self.member.places_after(last).await?,
            None => Vec::new(),
        };
        Ok(Self::at(self.member, self.actor, places))
    }
}

/// Whether the actor runs the instance and it has several organizations.
async fn several(app: &App, actor: &Actor) -> Result<bool, Fault> {
    if instance(actor, app.now()).is_err() {
        return Ok(false);
    }
    let unit = async |tx: &mut Tx<'_>| Ok(organizations::list(tx, "", 2).await?.len() > 1);
    Ok(app.store.read(unit).await?)
}

/// How many requests wait in an organization, for who may look there.
async fn waiting(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
) -> Result<Option<u64>, Fault> {
    let Ok(place) = scope(actor, organization, Permission::SeePeople, app.now()) else {
        return Ok(None);
    };
    let unit = async move |tx: &mut Tx<'_>| help_requests::open_count(tx, place).await;
    Ok(Some(app.store.read(unit).await?))
}

/// A parameter of the address, as it was typed.
async fn typed(parts: &mut Parts, app: &App, name: &str) -> Option<String> {
    let parameters = RawPathParams::from_request_parts(parts, app).await.ok()?;
    let mut typed = parameters.iter().filter(|(one, _)| *one == name);
    typed.next().map(|(_, typed)| typed.to_owned())
}

/// Who is at work in an organization, and what is asked for, should it be refused.
async fn acting(member: &Member, place: Scope, parts: &mut Parts, app: &App) -> Option<Acting> {
    let route = parts.extensions.get::<MatchedPath>().cloned()?;
    let act = typed(parts, app, "act").await;
    let about = typed(parts, app, "account").await;
    Some(Acting {
        place,
        whose: (member.session.scope(), member.session.account),
        act: asked_for(&route, act.as_deref()),
        about: about.and_then(|id| id.parse().ok()),
        origin: member.visit.origin.clone(),
    })
}

async fn by_name(app: &App, typed: &str) -> Result<Option<Organization>, Fault> {
    let Ok(slug) = typed.parse() else {
        return Ok(None);
    };
    let unit = async move |tx: &mut Tx<'_>| organizations::by_slug(tx, &slug).await;
    Ok(app.store.read(unit).await?)
}

/// Writes down that somebody asked for an administration without a role there.
async fn note_denied(member: &Member, typed: &str) -> Result<(), Fault> {
    let whose = (member.session.scope(), member.session.account);
    denied::note_outsider(member.app(), whose, typed, &member.visit.origin).await
}

/// Notes that a session is used, at most once a minute.
async fn note_use(visit: &Visit, session: &Session) -> Result<(), Fault> {
    let now = visit.app.now();
    if now < session.standing.used_at + TOUCH_EVERY {
        return Ok(());
    }
    let (scope, id) = (session.scope(), session.id);
    let unit = async move |tx: &mut Tx<'_>| sessions::touch(tx, scope, id, false, now).await;
    Ok(visit.app.store.write(unit).await?)
}

/// The session that a visit brings, if it opens the portal. Looking is no use of it.
pub async fn live(visit: &Visit) -> Result<Option<(Session, Vec<Grant>)>, Fault> {
    match &visit.session {
        Some(token) => find(&visit.app, token.hash()).await,
        None => Ok(None),
    }
}

/// The session of a token, if it opens the portal, and the roles of its account.
async fn find(app: &App, token: TokenHash) -> Result<Option<(Session, Vec<Grant>)>, Fault> {
    let now = app.now();
    let unit = async move |tx: &mut Tx<'_>| {
        let Some(session) = sessions::load(tx, token, now).await? else {
            return Ok(None);
        };
        let grants = if session.has_role {
            roles::of_account(tx, session.scope(), session.account, now).await?
        } else {
            Vec::new()
        };
        Ok(Some((session, grants)))
    };
    let Some((session, grants)) = app.store.glance(unit).await? else {
        return Ok(None);
    };
    if admit(&session.standing, now) != Admission::Admitted {
        return Ok(None);
    }
    Ok(Some((session, grants)))
}

impl Member {
    /// The organizations in which the person has a role now, by short name: one more than [`PLACES`] at most.
    pub async fn places(&self) -> Result<Vec<Organization>, Fault> {
        self.places_after("").await
    }

    /// Those of them whose short names come after one.
    pub async fn places_after(&self, after: &str) -> Result<Vec<Organization>, Fault> {
        let after = after.to_owned();
        let (actor, now) = (self.actor(), self.app().now());
        let whole = instance(&actor, now).is_ok();
        let scopes = self.grants.iter().filter_map(|grant| grant.scope);
        let scopes: BTreeSet<OrganizationId> = scopes.collect();
        let most = u32::try_from(PLACES + 1).unwrap_or(u32::MAX);
        let unit = async move |tx: &mut Tx<'_>| {
            if whole {
                return organizations::list(tx, &after, most).await;
            }
            let mut found = Vec::new();
            for id in &scopes {
                // The actor's own grant names it.
                let Ok(place) = scope(&actor, *id, Permission::SeePeople, now) else {
                    continue;
                };
                found.extend(organizations::get(tx, place).await?);
            }
            found.retain(|one| one.slug > after);
            found.sort_by(|one, other| one.slug.cmp(&other.slug));
            found.truncate(PLACES + 1);
            Ok(found)
        };
        Ok(self.app().store.read(unit).await?)
    }

    /// Whether the person has a role in another organization than the own, and not by running the instance.
    fn helps_elsewhere(&self) -> bool {
        let (own, now) = (self.session.organization, self.app().now());
        let elsewhere = |grant: &Grant| {
            let place = grant.scope.filter(|place| *place != own);
            grant.role > Role::Member && place.is_some_and(|place| grant.holds(place, now))
        };
        instance(&self.actor(), now).is_err() && self.grants.iter().any(elsewhere)
    }

    /// Asks for a device where none was proved lately, and notes that the administration is used.
    async fn administers_now(&self, parts: &Parts) -> Result<(), Trouble> {
        let now = self.app().now();
        match administers(&self.session.standing, now) {
            Administers::Yes => {}
            Administers::Frozen => return Err(Trouble::Frozen),
            Administers::WithDevice => {
                let path = if parts.method == Method::GET {
                    self.visit.path.clone()
                } else {
                    parts.uri.path().to_owned()
                };
                return Err(Trouble::StepUpFirst(Act::Administration, path));
            }
        }
        let (own, id) = (self.session.scope(), self.session.id);
        let unit = async move |tx: &mut Tx<'_>| sessions::touch(tx, own, id, true, now).await;
        Ok(self.app().store.write(unit).await.map_err(Fault::from)?)
    }

    /// The same with other attempts, once one of those that were brought is over.
    pub fn with_attempts(mut self, attempts: Attempts) -> Self {
        self.visit.attempts = attempts;
        self
    }

    /// The attempt of this session that the address names, if the browser has its secret.
    pub fn handle(&self) -> Option<Handle> {
        self.visit.handle().map(|handle| self.own(handle))
    }

    /// The handle of an attempt of this session, if the browser has its secret.
    pub fn handle_of(&self, attempt: AttemptId) -> Option<Handle> {
        let handle = self.visit.handle_of(attempt);
        handle.map(|handle| self.own(handle))
    }

    fn own(&self, handle: Handle) -> Handle {
        Handle {
            session: Some(self.session.id),
            ..handle
        }
    }

    /// As whom the person acts.
    pub fn actor(&self) -> Actor {
        Actor::Person {
            account: self.session.account,
            organization: self.session.organization,
            grants: self.grants.clone(),
        }
    }

    /// The portal.
    pub const fn app(&self) -> &App {
        &self.visit.app
    }

    /// Whether the account takes no change.
    pub fn is_frozen(&self) -> bool {
        self.session.standing.state == State::Frozen
    }

    /// The bar of a signed-in page.
    pub fn bar(&self) -> pages::Member {
        let frozen = self.is_frozen();
        let own = highest(&self.grants, self.session.organization, self.app().now());
        let owns = !frozen && instance(&self.actor(), self.app().now()).is_ok();
        let elsewhere = !frozen && self.helps_elsewhere();
        let administers = elsewhere || !frozen && own > Role::Member;
        pages::Member {
            name: self.session.name.clone(),
            administers: administers.then(|| {
                if elsewhere || owns {
                    "/admin".to_owned()
                } else {
                    format!("/admin/{}/access", self.session.organization_slug)
                }
            }),
            elsewhere: elsewhere || owns && self.several,
            requests: self.requests,
            owns,
        }
    }

    /// The frame of a page of the member's organization.
    pub fn frame(&self) -> pages::Frame {
        self.visit.frame(Some(&self.session.branding))
    }

    /// The member's own organization.
    pub const fn organization(&self) -> OrganizationId {
        self.session.organization
    }
}
