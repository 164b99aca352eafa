//! A portal on a real port, with a clock that the story moves.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

use axum::middleware::from_fn_with_state;
use portcullis_core::audit::{Entry, Event, Origin};
use portcullis_core::credential::password::{HashParams, Password};
use portcullis_core::credential::totp::Window;
use portcullis_core::id::{AccountId, MailId, OrganizationId};
use portcullis_core::name::Name;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_core::secret::Secret;
use portcullis_core::time::{Span, Timestamp};
use portcullis_server::app::{Contact, ForwardingHeader, Settings};
use portcullis_server::door::{Chance, Clock, NoChance};
use portcullis_server::instance::{self, NewOrganization};
use portcullis_server::mail::{MailSettings, Sender, Transport};
use portcullis_server::people::{self, Letter};
use portcullis_server::{App, audit as server_audit, web};
use portcullis_store::audit::{Order, Wanted};
use portcullis_store::keys::MasterKeys;
use portcullis_store::organizations::{self, Organization};
use portcullis_store::testing::Place;
use portcullis_store::{Tx, args, audit, mails};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::canaries;
use crate::client::Client;

/// When every story begins: the middle of a 30-second step in November 2026.
pub const START: Timestamp = Timestamp::from_millis(1_795_000_005_000);

/// How long a database that a story broke is waited for when the story is over.
const AT_MOST: std::time::Duration = std::time::Duration::from_secs(20);

/// A clock that stands still until the story moves it.
pub struct StoryClock(AtomicI64);

impl Clock for StoryClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// Random bytes, really.
pub struct Dice;

impl Chance for Dice {
    #[expect(clippy::disallowed_methods, reason = "this is where chance comes in")]
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoChance> {
        getrandom::fill(bytes).map_err(|_| NoChance)
    }
}

/// The keys of every test portal: the same, so that two nodes open each other's values.
pub fn key_file() -> Secret<String> {
    MasterKeys::generate(&[9; 96])
}

/// A running portal.
pub struct Portal {
    pub app: App,
    pub url: String,
    clock: Arc<StoryClock>,
    server: JoinHandle<()>,
    place: Option<Place>,
}

/// Somebody who can sign in.
#[derive(Clone, Debug)]
pub struct Person {
    pub login: String,
    pub email: String,
    pub password: String,
    pub id: AccountId,
    pub organization: OrganizationId,
}

/// A mail in the queue.
#[derive(Clone, Debug)]
pub struct CaughtMail {
    pub to: String,
    /// The account that it is about, else the address.
    pub whose: String,
    pub kind: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What is shipped, for stories whose clients all have the same address.
fn patient() -> web::Limits {
    web::Limits {
        per_address: 1_000,
        speaking_per_address: 1_000,
        ..web::Limits::within(4_096)
    }
}

impl Portal {
    /// A portal on `SQLite` that is gone when it is dropped.
    pub async fn start() -> Self {
        let place = Place::sqlite();
        let mut portal = Self::on(&place).await;
        portal.place = Some(place);
        portal
    }

    /// A portal, or another node of one, on a database.
    pub async fn on(place: &Place) -> Self {
        Self::with(place, HashParams::FOR_TESTS).await
    }

    /// A portal on `SQLite` that people reach under another address.
    pub async fn at(public_url: &str) -> Self {
        let place = Place::sqlite();
        let mut portal =
            Self::made(&place, HashParams::FOR_TESTS, Some(public_url), patient()).await;
        portal.place = Some(place);
        portal
    }

    /// A portal on `SQLite` that bears so much from clients.
    pub async fn guarded(limits: web::Limits) -> Self {
        let place = Place::sqlite();
        let mut portal = Self::made(&place, HashParams::FOR_TESTS, None, limits).await;
        portal.place = Some(place);
        portal
    }

    /// A portal on `SQLite` that sends mail; it stays in the queue, for [`Self::mails`].
    pub async fn with_mail() -> Self {
        let portal = Self::start().await;
        portal.gets_mail();
        portal
    }

    /// From now on this portal has a way to send mail.
    pub fn gets_mail(&self) {
        self.decides(|settings| {
            let address = "portal@portcullis.example".parse().unwrap();
            let from = Sender {
                name: Some("Portcullis".to_owned()),
                address,
            };
            let transport = Transport::Caught;
            settings.mail = Some(MailSettings { from, transport });
        });
    }

    /// From now on this portal has none.
    pub fn loses_mail(&self) {
        self.decides(|settings| settings.mail = None);
    }

    /// The mails that were queued, oldest first.
    pub async fn mails(&self) -> Vec<CaughtMail> {
        mails_of(&self.app).await.unwrap()
    }

    /// The same when the story is over.
    fn mails_at_the_end(&self) -> Vec<CaughtMail> {
        let app = self.app.clone();
        // On another thread: this one may be inside a runtime that must not be blocked on.
        let reading = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            let mails = async { tokio::time::timeout(AT_MOST, mails_of(&app)).await };
            let mails = runtime.block_on(mails);
            mails.expect("an answer of the database").unwrap()
        });
        reading.join().expect("mails that can be read")
    }

    /// The same with hashes of a cost.
    pub async fn with(place: &Place, hash_params: HashParams) -> Self {
        Self::made(place, hash_params, None, patient()).await
    }

    async fn made(
        place: &Place,
        hash_params: HashParams,
        public_url: Option<&str>,
        limits: web::Limits,
    ) -> Self {
        let clock = Arc::new(StoryClock(AtomicI64::new(START.millis())));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        // By name, as people reach it: browsers keep `Secure` cookies there without TLS.
        let url = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let store = place.open().await;
        store.migrate(clock.now()).await.unwrap();
        let settings = Settings {
            public_url: public_url.unwrap_or(&url).parse().unwrap(),
            contacts: vec![Contact {
                label: "Help desk".to_owned(),
                phone: Some("+1 555 0100, option 2".to_owned()),
                mail: Some("help@example.com".to_owned()),
                hours: Some("Monday to Friday, 8 to 17".to_owned()),
                note: None,
            }],
            hash_params,
            hashing_threads: 2,
            zone: jiff::tz::TimeZone::UTC,
            window: Window::default(),
            audit_keep_days: Some(400),
            trusted_proxies: Vec::new(),
            forwarding_header: ForwardingHeader::default(),
            trusted_networks: Vec::new(),
            radius: None,
            mail: None,
        };
        let masters = MasterKeys::parse(key_file().reveal()).unwrap();
        let app = App::new(settings, store, masters, clock.clone(), Arc::new(Dice))
            .await
            .unwrap();
        server_audit::begin(&app).await.unwrap();
        let door = web::Door::plain(listener, limits);
        canaries::opens(&url, place.url());
        let tap = from_fn_with_state(url.clone(), canaries::tap::hears);
        let routes = web::router(app.clone()).layer(tap);
        let server = web::serve_routes(door, routes, app.clone(), std::future::pending());
        let server = tokio::spawn(server);
        Self {
            app,
            url,
            clock,
            server,
            place: None,
        }
    }

    /// The operator decides otherwise.
    pub fn decides(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = (*self.app.settings()).clone();
        change(&mut settings);
        self.app.set_settings(settings);
    }

    /// The time in the portal.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Time goes by.
    pub fn wait(&self, span: Span) {
        self.clock.0.fetch_add(span.as_millis(), Ordering::SeqCst);
    }

    /// Until the app shows another code.
    pub fn wait_for_next_code(&self) {
        self.wait(Span::seconds(30));
    }

    /// A browser without cookies.
    pub fn browser(&self) -> Client {
        Client::new(&self.url)
    }

    /// A browser without cookies in the office behind an address, given by its last number.
    pub fn browser_behind(&self, address: u8) -> Client {
        Client::behind(&self.url, Ipv4Addr::new(127, 0, 9, address))
    }

    /// The link of the first start.
    pub async fn setup_link(&self) -> String {
        let link = instance::setup_link(&self.app)
            .await
            .unwrap()
            .expect("a portal without organizations");
        link.strip_prefix(&self.url).unwrap().to_owned()
    }

    /// An organization.
    pub async fn organization(&self, slug: &str, rule: Rule) -> Organization {
        let name = Name::parse(&format!("{} Works", slug.to_uppercase())).unwrap();
        let new = NewOrganization {
            slug: slug.parse().unwrap(),
            name,
            rule,
        };
        let made = instance::create(&self.app, &Actor::System, new)
            .await
            .unwrap();
        let id = made.expect("a free short name");
        self.organization_now(id).await
    }

    /// An organization as it is now.
    pub async fn organization_now(&self, id: OrganizationId) -> Organization {
        let unit = async move |tx: &mut Tx<'_>| organizations::get(tx, Scope::of(id)).await;
        self.app.store.read(unit).await.unwrap().unwrap()
    }

    /// Somebody in an organization, with a proved address and a password.
    pub async fn person(&self, organization: &Organization, login_name: &str) -> Person {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let password = format!(
            "tulip wagon brine {}",
            NUMBER.fetch_add(1, Ordering::Relaxed)
        );
        let email = format!("{login_name}@{}.example", organization.slug);
        let person = people::Person {
            name: Name::parse(&format!("Person {login_name}")).unwrap(),
            login_name: login_name.parse().unwrap(),
            email: Some(email.parse().unwrap()),
        };
        let typed = Password::typed(&password);
        let id = people::create(
            &self.app,
            &Actor::System,
            organization,
            (person, typed),
            Origin::default(),
        )
        .await;
        canaries::knows_password(&self.url, &password);
        Person {
            login: format!("{login_name}@{}", organization.slug),
            email,
            password,
            id: id.unwrap().expect("a person who can be added"),
            organization: organization.id,
        }
    }

    /// Notes in which language to speak to somebody.
    pub async fn speaks_to(&self, person: &Person, tag: &'static str) {
        let (id, organization) = (person.id, person.organization);
        let unit = async move |tx: &mut Tx<'_>| {
            tx.run(
                "UPDATE accounts SET language = $1 WHERE id = $2 AND organization_id = $3",
                args![tag, id, organization],
            )
            .await
        };
        assert_eq!(self.app.store.write(unit).await, Ok(1));
    }

    /// An invitation on paper.
    pub async fn letter(&self, organization: &Organization, login_name: &str) -> Letter {
        let person = people::Person {
            name: Name::parse("Greta Guest").unwrap(),
            login_name: login_name.parse().unwrap(),
            email: None,
        };
        let letter = people::invite(
            &self.app,
            &Actor::System,
            organization,
            (person, Span::days(14)),
            Origin::default(),
        )
        .await;
        letter.unwrap().expect("a person who can be invited")
    }

    /// An invitation that is mailed, to an address made of the login name.
    pub async fn mails_invitation(
        &self,
        organization: &Organization,
        login_name: &str,
        name: &str,
    ) -> String {
        let person = people::Person {
            name: Name::parse(name).unwrap(),
            login_name: login_name.parse().unwrap(),
            email: None,
        };
        let address = format!("{login_name}@{}.example", organization.slug.as_str());
        let to = (person, address.parse().unwrap());
        let origin = Origin::default();
        let sent =
            people::invite_by_mail(&self.app, &Actor::System, organization, to, origin).await;
        sent.unwrap().expect("a person who can be invited");
        address
    }

    /// The audit log of an organization, oldest first; every digest must be right.
    pub async fn events(&self, organization: Option<OrganizationId>) -> Vec<Event> {
        let entries = self.entries(organization).await;
        entries.into_iter().map(|entry| entry.event).collect()
    }

    /// The same with all that is known around each event.
    pub async fn entries(&self, organization: Option<OrganizationId>) -> Vec<Entry> {
        let keys = self.app.masters.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let order = (&Order::Oldest(Vec::new()), 10_000);
            audit::search(tx, &keys, organization, &Wanted::default(), order).await
        };
        let recorded = self.app.store.read(unit).await.unwrap();
        assert!(recorded.iter().all(|one| one.intact), "a digest is wrong");
        recorded.into_iter().filter_map(|one| one.entry).collect()
    }

    /// How many rows a query counts.
    pub async fn count(&self, sql: &'static str) -> i64 {
        let unit = async move |tx: &mut Tx<'_>| tx.row(sql, &[], |r| r.get::<i64>(0)).await;
        self.app.store.read(unit).await.unwrap().unwrap()
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.server.abort();
        if !std::thread::panicking() {
            let faults = canaries::closes(&self.url, &self.mails_at_the_end());
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }
}

/// The mails whose text is still there, oldest first.
async fn mails_of(app: &App) -> portcullis_store::Result<Vec<CaughtMail>> {
    let sealer = app.sealer.clone();
    let unit = async move |tx: &mut Tx<'_>| {
        let sql = "SELECT id, account_id FROM mails WHERE account_id IS NOT NULL";
        let accounts = tx.rows(sql, &[], |r| {
            Ok((r.get::<MailId>(0)?, r.get::<AccountId>(1)?))
        });
        let accounts: BTreeMap<MailId, AccountId> = accounts.await?.into_iter().collect();
        let mut caught = Vec::new();
        for mail in mails::latest(tx, 10_000).await?.into_iter().rev() {
            let scope = Scope::of(mail.organization);
            // What was delivered or given up is there no more.
            if let Some(message) = mails::message(tx, &sealer, scope, mail.id).await? {
                let whose = accounts.get(&mail.id).map(AccountId::to_string);
                caught.push(CaughtMail {
                    whose: whose.unwrap_or_else(|| mail.recipient.clone()),
                    to: mail.recipient,
                    kind: mail.kind,
                    subject: message.subject,
                    text: message.text,
                    html: message.html,
                });
            }
        }
        Ok(caught)
    };
    app.store.read(unit).await
}
