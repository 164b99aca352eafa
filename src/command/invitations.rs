//! `portcullis account invite --mail`, `invitations`, `invite-again`, `uninvite`.

use portcullis_core::audit::Origin;
use portcullis_core::login::Login;
use portcullis_core::role::Scope;
use portcullis_server::App;
use portcullis_server::people::{self, NotSent, Person};
use portcullis_store::Tx;
use portcullis_store::invitations::{self, Invitation};
use portcullis_store::organizations::Organization;

use super::account::{refused, shown_time};
use super::{operator, organization_of};
use crate::output::{self, Failure};

const HEADINGS: [&str; 5] = ["login", "name", "email", "mailed", "good until"];
/// How many are read at a time.
const PAGE: u32 = 1000;

/// Mails an invitation.
pub async fn mail(
    app: &App,
    (organization, person): (Organization, Person),
) -> Result<(), Failure> {
    must_have_mail(app)?;
    let (login, address) = (
        format!("{}@{}", person.login_name, organization.slug),
        person.email.clone(),
    );
    let email = address.ok_or_else(|| Failure::new("name the address with --email".to_owned()))?;
    let invited = (person.clone(), email.clone());
    let sent =
        people::invite_by_mail(app, &operator(), &organization, invited, Origin::default()).await?;
    let mailed = sent.map_err(|why| refused(why, &person))?;
    let (email, until) = (email.as_str(), shown_time(mailed.until));
    output::line(&format!(
        "The invitation for {login} goes to {email}; it is good until {until}."
    ));
    Ok(())
}

/// Lists the open ones, newest first.
pub async fn list(app: &App, slug: &str, json: bool) -> Result<(), Failure> {
    let organization = organization_of(app, slug).await?;
    let row = |open: &Invitation| {
        [
            format!("{}@{}", open.login_name, open.organization_slug).into(),
            open.name.clone().into(),
            open.email.clone().into(),
            open.mailed_at.map(shown_time).into(),
            shown_time(open.expires_at).into(),
        ]
    };
    let (mut rows, mut before) = (Vec::new(), None);
    loop {
        let (scope, now) = (Scope::of(organization.id), app.now());
        let unit =
            async move |tx: &mut Tx<'_>| invitations::open(tx, scope, before, PAGE, now).await;
        let open = app.store.read(unit).await?;
        let Some(last) = open.last() else { break };
        before = Some(last.id);
        rows.extend(open.iter().map(row));
    }
    output::rows(json, HEADINGS, &rows);
    Ok(())
}

/// Mails another link.
pub async fn send_again(app: &App, login: &str) -> Result<(), Failure> {
    must_have_mail(app)?;
    let (organization, invitation) = of(app, login).await?;
    let (id, origin) = (invitation.id, Origin::default());
    let sent = people::send_again(app, &operator(), &organization, id, origin).await?;
    let mailed = sent.map_err(|why| not_sent(why, login))?;
    let until = shown_time(mailed.until);
    output::line(&format!(
        "A new link for {login} is on its way, good until {until}."
    ));
    Ok(())
}

/// Takes one back.
pub async fn revoke(app: &App, login: &str) -> Result<(), Failure> {
    let (organization, invitation) = of(app, login).await?;
    let (id, origin) = (invitation.id, Origin::default());
    let revoked = people::revoke(app, &operator(), &organization, id, origin).await?;
    revoked.map_err(|why| not_sent(why, login))?;
    output::line(&format!(
        "The invitation for {login} opens nothing any more."
    ));
    Ok(())
}

pub(super) fn must_have_mail(app: &App) -> Result<(), Failure> {
    if app.has_mail() {
        return Ok(());
    }
    let why = "there is no mail server; set `smtp.url` and `smtp.from`, or invite on paper";
    Err(Failure::new(why.to_owned()))
}

fn not_sent(why: NotSent, login: &str) -> Failure {
    Failure::new(match why {
        NotSent::Denied => return Failure::denied(),
        NotSent::Gone => format!("{login} has no open invitation by mail"),
        NotSent::TooSoon => {
            "the last mail went out less than a minute ago; wait a little".to_owned()
        }
    })
}

/// The open invitation for a login name.
async fn of(app: &App, login: &str) -> Result<(Organization, Invitation), Failure> {
    let form = || Failure::new(format!("{login} is no login name; write one like ann@acme"));
    let Some(Login::Name(name, slug)) = Login::parse(login) else {
        return Err(form());
    };
    let organization = organization_of(app, slug.as_str()).await?;
    let (scope, now) = (Scope::of(organization.id), app.now());
    let unit = async move |tx: &mut Tx<'_>| invitations::open_for(tx, scope, &name, now).await;
    let found = app.store.read(unit).await?;
    let none = || {
        let list = format!(
            "`portcullis account invitations {}` lists them",
            organization.slug
        );
        Failure::new(format!("{login} has no open invitation; {list}"))
    };
    let invitation = found.ok_or_else(none)?;
    Ok((organization, invitation))
}
