//! The people of an organization as a file, a page of them in memory at a time, however many there are.

use std::collections::{HashMap, HashSet};

use portcullis_core::audit::{Event, Origin, Who};
use portcullis_core::id::AccountId;
use portcullis_core::policy::Owed;
use portcullis_core::role::{Actor, Denied, Grant, Permission, Role, Scope, highest, scope};
use portcullis_core::time::Timestamp;
use portcullis_store::accounts::{self, Account, Wanted};
use portcullis_store::methods::{self, Methods};
use portcullis_store::organizations::Organization;
use portcullis_store::{Tx, held_up, owing, roles};

use crate::app::App;
use crate::audit::moment;
use crate::fault::Fault;
use crate::pieces::{Pieces, channel};
use crate::record::Subject;
use crate::sheet;

/// How many people one read gives.
const AT_ONCE: u32 = 500;

const COLUMNS: [&str; 16] = [
    "login_name",
    "name",
    "email",
    "email_proved",
    "state",
    "mfa",
    "apps",
    "email_codes",
    "recovery_codes_left",
    "mfa_required",
    "mfa_owed",
    "mfa_delayed_until",
    "factor_suspended",
    "role",
    "last_sign_in",
    "deletion_asked",
];

/// The people of an organization, being written out.
pub struct People {
    app: App,
    scope: Scope,
    after: Option<String>,
    ended: bool,
    /// Most people have none.
    grants: HashMap<AccountId, Vec<Grant>>,
    /// Whether the reader may know which addresses sign in: that one doesn't can mean that it is an account's
    /// elsewhere.
    tells: bool,
}

/// What the list says of some people beside what stands on their accounts.
struct Marks {
    /// Who owes a second factor with nothing set up.
    owed: HashMap<AccountId, Owed>,
    factor_suspended: HashSet<AccountId>,
    methods: HashMap<AccountId, Methods>,
}

/// Begins to write out the people of an organization, in the order of their login names; written down.
pub async fn export(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    origin: &Origin,
) -> Result<Result<People, Denied>, Fault> {
    let now = app.now();
    let scope = match scope(actor, organization.id, Permission::SeePeople, now) {
        Ok(scope) => scope,
        Err(denied) => return Ok(Err(denied)),
    };
    let tells = super::vouches_for(app, actor).await?;
    let subject = Subject::by(Who::from(actor), scope, None, origin);
    let app_ = app.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        subject
            .write(tx, &app_, Event::PeopleExported, app_.now())
            .await?;
        roles::of_organization(tx, scope, now).await
    };
    let mut grants: HashMap<AccountId, Vec<Grant>> = HashMap::new();
    for (account, grant) in app.store.write(unit).await? {
        grants.entry(account).or_default().push(grant);
    }
    Ok(Ok(People {
        app: app.clone(),
        scope,
        after: None,
        ended: false,
        grants,
        tells,
    }))
}

impl People {
    /// The next rows; `None` at the end.
    pub async fn next(&mut self) -> Result<Option<String>, Fault> {
        if self.ended {
            return Ok(None);
        }
        let mut text = String::new();
        if self.after.is_none() {
            text += &sheet::row(COLUMNS);
        }
        let after = self.after.clone().unwrap_or_default();
        let (scope, now) = (self.scope, self.app.now());
        let wanted = Wanted {
            after: after.clone(),
            ..Wanted::default()
        };
        let unit = async move |tx: &mut Tx<'_>| {
            let page = accounts::list(tx, scope, &wanted, AT_ONCE).await?;
            let until = page.last().map_or("", |last| &last.login_name);
            let among = (after.as_str(), until);
            let owing = owing::cases_between(tx, scope, among, now).await?;
            let owed = owing
                .into_iter()
                .filter_map(|(id, case)| Some((id, case.owed(now)?)));
            let marks = Marks {
                owed: owed.collect(),
                factor_suspended: held_up::with_factor_between(tx, scope, among).await?,
                methods: methods::between(tx, scope, among).await?,
            };
            Ok((page, marks))
        };
        let (page, marks) = self.app.store.read(unit).await?;
        self.ended = page.len() < AT_ONCE as usize;
        self.after = page.last().map(|last| last.login_name.clone());
        for one in &page {
            text += &self.row(one, &marks);
        }
        Ok(Some(text))
    }

    /// The whole file, made as it is taken.
    pub fn pieces(mut self) -> Pieces {
        let (maker, pieces) = channel();
        tokio::spawn(async move {
            if maker.give(Ok(sheet::MARK.to_owned())).await.is_err() {
                return;
            }
            while let Some(piece) = self.next().await.transpose() {
                let broken = piece.is_err();
                if maker.give(piece).await.is_err() || broken {
                    return;
                }
            }
        });
        pieces
    }

    fn row(&self, one: &Account, marks: &Marks) -> String {
        let yes = |is: bool| if is { "yes" } else { "no" };
        let time = |at: Option<Timestamp>| at.map(moment).unwrap_or_default();
        let grants = self.grants.get(&one.id).map_or(&[][..], Vec::as_slice);
        let role = highest(grants, self.scope.organization(), self.app.now());
        let owed = marks.owed.get(&one.id);
        let methods = marks.methods.get(&one.id).copied().unwrap_or_default();
        let delayed = match owed {
            Some(Owed::From(due)) => Some(*due),
            _ => None,
        };
        sheet::row([
            one.login_name.as_str(),
            one.name.as_str(),
            one.email.as_deref().unwrap_or_default(),
            if self.tells {
                yes(one.email_proved_at.is_some())
            } else {
                ""
            },
            one.state.as_str(),
            one.mfa_status.as_str(),
            methods.apps.to_string().as_str(),
            yes(methods.email),
            methods.recovery_codes.to_string().as_str(),
            yes(one.mfa_required),
            yes(owed == Some(&Owed::Now)),
            time(delayed).as_str(),
            yes(marks.factor_suspended.contains(&one.id)),
            Role::as_str(role),
            time(one.signed_in_at).as_str(),
            time(one.deletion_asked_at).as_str(),
        ])
    }
}
