//! The instance and its organizations: the first start, new organizations, their policy.

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::credential::password::{Password, Weakness};
use portcullis_core::id::{AccountId, DataKeyId, GrantId, OrganizationId, SetupId};
use portcullis_core::invitation::SETUP_LIFE;
use portcullis_core::login::{Email, Realm};
use portcullis_core::name::Name;
use portcullis_core::organization::Slug;
use portcullis_core::policy::{Policy, PolicyRefused, Requirement, Rule};
use portcullis_core::preview::locks_out;
use portcullis_core::role::{self, Actor, Grant, Permission, Role, Scope};
use portcullis_core::sign_in::Purpose;
use portcullis_core::token::{Token, TokenHash};
use portcullis_store::accounts::{self, NewAccount};
use portcullis_store::organizations::{self, Organization};
use portcullis_store::roles::NewGrant;
use portcullis_store::seal::NewKey;
use portcullis_store::{Error, Result, Tx, census, chains, invitations, roles};

use crate::app::App;
use crate::fault::Fault;
use crate::people::{Person, checked, fulfilled_by_policy};
use crate::record::Subject;
use crate::sign_in::{Beginning, Progress, open_after_password};

/// An organization to be made.
#[derive(Clone)]
pub struct NewOrganization {
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub name: Name,
    /// What it says about a second factor.
    pub rule: Rule,
}

/// What became of the first start's form.
pub enum FirstStart {
    /// Organization and owner exist; the owner's first sign-in is under way.
    Progress(Progress),
    /// The link is used, ended or unknown.
    Gone,
    /// The short name is taken.
    SlugTaken,
    /// The password will not do.
    Weak(Weakness),
}

/// A new link for the first start, while the instance has no owner. Earlier links end.
pub async fn setup_link(app: &App) -> Result<Option<String>, Fault> {
    let token = Token::new(app.random()?);
    let (app_, hash) = (app.clone(), token.hash());
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        if roles::any_owner(tx).await? {
            return Ok(false);
        }
        invitations::add_setup(
            tx,
            SetupId::new(now, app_.random()?),
            hash,
            now + SETUP_LIFE,
        )
        .await?;
        Ok(true)
    };
    let made = app.store.write(unit).await?;
    Ok(made.then(|| app.link(&format!("/setup/{}", token.text().reveal()))))
}

/// Whether the link of a token is good.
pub async fn is_setup_open(app: &App, token: TokenHash) -> Result<bool, Fault> {
    let now = app.now();
    let found = app
        .store
        .read(async move |tx| invitations::find_setup(tx, token, now).await)
        .await?;
    Ok(found.is_some())
}

/// Makes the first organization and its owner.
pub async fn first_start(
    app: &App,
    token: TokenHash,
    new: NewOrganization,
    (owner, password): (Person, Option<Password>),
    origin: Origin,
) -> Result<FirstStart, Fault> {
    if !is_setup_open(app, token).await? {
        return Ok(FirstStart::Gone);
    }
    let names = [
        owner.name.as_str(),
        owner.login_name.as_str(),
        new.name.as_str(),
        new.slug.as_str(),
        "portcullis",
    ];
    let password = match checked(
        password,
        Policy::new(new.rule).shortest_password(Requirement::Device),
        &names,
        owner.email.as_ref().map(Email::as_str),
    ) {
        Ok(password) => password,
        Err(weak) => return Ok(FirstStart::Weak(weak)),
    };
    let realm = Realm::of_organization(new.slug.as_str());
    let hash = app.hashing.hash(realm, password, app.random()?).await?;
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let (app, now) = (&app_, app_.now());
        let Some(link) = invitations::find_setup(tx, token, now).await? else {
            return Ok(FirstStart::Gone);
        };
        if roles::any_owner(tx).await? {
            return Ok(FirstStart::Gone);
        }
        // Asked before the link is spent: another short name can still be chosen.
        if organizations::by_slug(tx, &new.slug).await?.is_some() {
            return Ok(FirstStart::SlugTaken);
        }
        if !invitations::spend_setup(tx, link, now).await? {
            return Ok(FirstStart::Gone);
        }
        let Some(scope) = add(tx, app, &new, &Who::System).await? else {
            return Err(Error::refused("the short name was given away this moment"));
        };
        let account = add_owner(tx, app, scope, (&owner, &hash)).await?;
        let login = format!("{}@{}", owner.login_name.as_str(), new.slug.as_str());
        let purpose = Purpose::Portal { return_to: None };
        let progress = open_after_password(
            tx,
            app,
            &Beginning {
                scope,
                account,
                login: &login,
                purpose: &purpose,
                invited: true,
                origin: &origin,
                browser: None,
            },
        )
        .await?;
        Ok(FirstStart::Progress(progress))
    };
    Ok(app.store.write(unit).await?)
}

/// Why something about the instance was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotChanged {
    /// The actor may not.
    Denied,
    /// The short name is taken.
    SlugTaken,
    /// Somebody else changed it first.
    Stale,
    /// Such a policy can't be.
    Policy(PolicyRefused),
}

/// Makes an organization.
pub async fn create(
    app: &App,
    actor: &Actor,
    new: NewOrganization,
) -> Result<Result<OrganizationId, NotChanged>, Fault> {
    if role::instance(actor, app.now()).is_err() {
        return Ok(Err(NotChanged::Denied));
    }
    let (app_, who) = (app.clone(), Who::from(actor));
    let unit = async move |tx: &mut Tx<'_>| add(tx, &app_, &new, &who).await;
    let made = app.store.write(unit).await?;
    Ok(made.map(Scope::organization).ok_or(NotChanged::SlugTaken))
}

/// Gives an account of an organization the owner's role.
pub async fn make_owner(
    app: &App,
    actor: &Actor,
    scope: Scope,
    account: AccountId,
) -> Result<Result<(), NotChanged>, Fault> {
    if role::instance(actor, app.now()).is_err() {
        return Ok(Err(NotChanged::Denied));
    }
    let (app_, who) = (app.clone(), Who::from(actor));
    let unit = async move |tx: &mut Tx<'_>| grant_owner(tx, &app_, &who, (scope, account)).await;
    Ok(Ok(app.store.write(unit).await?))
}

/// Changes what an organization decides about signing in. Where email leaves the channels, no account
/// uses email codes any more.
pub async fn set_policy(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    policy: Policy,
    origin: Origin,
) -> Result<Result<(), NotChanged>, Fault> {
    let Ok(scope) = role::scope(actor, organization.id, Permission::ChangePolicy, app.now()) else {
        return Ok(Err(NotChanged::Denied));
    };
    let policy = policy.in_force(app.now());
    if let Some(refused) = policy.refused(app.has_mail()) {
        return Ok(Err(NotChanged::Policy(refused)));
    }
    let (app_, who, organization) = (app.clone(), Who::from(actor), organization.clone());
    let unit = async move |tx: &mut Tx<'_>| {
        let now = app_.now();
        // Of those who administer for good one stays as well, where there are any: the others' time ends.
        let admins = census::admins(tx, scope, now).await?;
        let locked_out = |lasting: bool| {
            let some = admins.iter().filter(|(_, lasts)| *lasts || !lasting);
            let some: Vec<_> = some.map(|(admin, _)| *admin).collect();
            locks_out(policy, app_.has_mail(), &some, now)
        };
        if locked_out(false) || locked_out(true) {
            return Ok(Err(NotChanged::Policy(PolicyRefused::LastAdmin)));
        }
        if !organizations::set_policy(tx, scope, &policy, organization.version).await? {
            return Ok(Err(NotChanged::Stale));
        }
        if !policy.channels.permits_email() {
            accounts::stop_email_codes(tx, scope).await?;
        }
        let event = Event::PolicyChanged {
            from: organization.policy,
            to: policy,
        };
        let subject = Subject::by(who.clone(), scope, None, &origin);
        subject.write(tx, &app_, event, now).await?;
        fulfilled_by_policy(tx, &app_, scope, (&who, &origin)).await?;
        Ok(Ok(()))
    };
    Ok(app.store.write(unit).await?)
}

async fn add(
    tx: &mut Tx<'_>,
    app: &App,
    new: &NewOrganization,
    who: &Who,
) -> Result<Option<Scope>> {
    let now = app.now();
    let id = OrganizationId::new(now, app.random()?);
    let before = organizations::list(tx, "", 2).await?;
    if !organizations::add(
        tx,
        &organizations::NewOrganization {
            id,
            slug: &new.slug,
            name: &new.name,
            policy: Policy::new(new.rule).in_force(now),
            created_at: now,
        },
    )
    .await?
    {
        return Ok(None);
    }
    if let [only] = before.as_slice() {
        // After whoever is about to vouch there.
        organizations::lock(tx, Scope::of(only.id)).await?;
        invitations::stop_vouching(tx, Scope::of(only.id)).await?;
    }
    let scope = Scope::of(id);
    let key = NewKey {
        id: DataKeyId::new(now, app.random()?),
        chance: &app.random()?,
        created_at: now,
    };
    app.sealer.create_key(tx, scope, &key).await?;
    chains::begin(tx, &app.masters, Some(scope.organization())).await?;
    let event = Event::OrganizationCreated {
        slug: new.slug.as_str().to_owned(),
        rule: new.rule,
    };
    Subject::by(who.clone(), scope, None, &Origin::default())
        .write(tx, app, event, now)
        .await?;
    Ok(Some(scope))
}

async fn add_owner(
    tx: &mut Tx<'_>,
    app: &App,
    scope: Scope,
    owner: (&Person, &str),
) -> Result<AccountId> {
    let now = app.now();
    let (person, hash) = owner;
    let new = NewAccount {
        id: AccountId::new(now, app.random()?),
        name: person.name.clone(),
        login_name: person.login_name.clone(),
        email: person.email.clone(),
        password_hash: hash.to_owned(),
    };
    accounts::add(tx, scope, &new, now).await?;
    let email_vouched = accounts::prove_email(tx, scope, new.id, now).await?;
    let login_name = person.login_name.as_str().to_owned();
    let event = Event::AccountCreated {
        login_name,
        email_vouched,
    };
    let subject = Subject::by(Who::System, scope, Some(new.id), &Origin::default());
    subject.write(tx, app, event, now).await?;
    grant_owner(tx, app, &Who::System, (scope, new.id)).await?;
    Ok(new.id)
}

async fn grant_owner(
    tx: &mut Tx<'_>,
    app: &App,
    who: &Who,
    (scope, account): (Scope, AccountId),
) -> Result<()> {
    let now = app.now();
    let grant = Grant {
        role: Role::Owner,
        scope: None,
        until: None,
    };
    let new = NewGrant {
        id: GrantId::new(now, app.random()?),
        account,
        grant,
        created_at: now,
    };
    roles::add(tx, scope, &new).await?;
    let event = Event::RoleGranted {
        role: Role::Owner,
        instance_wide: true,
        until: None,
    };
    let subject = Subject::by(who.clone(), scope, Some(account), &Origin::default());
    subject.write(tx, app, event, now).await
}
