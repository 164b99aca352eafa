//! Who is in the portals that are measured: written through the library, since ten thousand people
//! would hash for minutes. All have one password, hashed once.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit, Mac};
use portcullis_core::account::State;
use portcullis_core::assurance::Proof;
use portcullis_core::audit::{Entry, Event, Origin, Who};
use portcullis_core::credential::password::{HashParams, Memory, Password, hash};
use portcullis_core::credential::recovery_code::CodeHash;
use portcullis_core::credential::totp::{STEP_SECONDS, TimeStep, TotpKey};
use portcullis_core::id::{
    AccountId, AttemptId, CodeId, CredentialId, DataKeyId, EventId, GrantId, OrganizationId,
    RadiusClientId, SessionId,
};
use portcullis_core::name::Name;
use portcullis_core::policy::{Policy, Rule};
use portcullis_core::radius::{Flow, Signing};
use portcullis_core::role::{Grant, Role, Scope};
use portcullis_core::secret::Secret;
use portcullis_core::sign_in::{ATTEMPT_LIFE, Purpose};
use portcullis_core::time::Timestamp;
use portcullis_core::token::Token;
use portcullis_store::accounts::{self, NewAccount};
use portcullis_store::attempts::{self, NewAttempt};
use portcullis_store::db::Engine;
use portcullis_store::devices::{self, NewDevice};
use portcullis_store::organizations::{self, NewOrganization};
use portcullis_store::radius_clients::{self, Addresses, NewClient, Terms};
use portcullis_store::recovery_codes::{self, SetHashing};
use portcullis_store::roles::{self, NewGrant};
use portcullis_store::seal::{NewKey, Sealer};
use portcullis_store::sessions::{self, NewSession};
use portcullis_store::{Result, Store, Tx, args, audit, chains};
use sha1::Sha1;
use tokio::task::JoinSet;
use tokio_postgres::NoTls;

use crate::copies;
use crate::place::Place;

/// Everybody's.
pub const PASSWORD: &str = "tulip wagon brine 4711";

/// People in one unit of work.
const AT_ONCE: usize = 100;
/// How many units of work are under way. On `PostgreSQL` those of one organization wait for each other's counts.
const UNITS: usize = 8;

/// A portal's database.
pub struct World {
    /// Where it is; servers are started on it.
    pub place: Place,
    store: Store,
    sealer: Sealer,
    password_hash: String,
}

/// Somebody with an app and stored recovery codes.
#[derive(Clone)]
pub struct Person {
    /// What is typed to sign in.
    pub login: String,
    scope: Scope,
    account: AccountId,
    key: [u8; 20],
    last_step: i64,
}

impl World {
    /// An empty one.
    pub async fn on(place: Place) -> Self {
        let store = Store::open(&place.url).await.unwrap();
        store.migrate(now()).await.unwrap();
        let masters = place.masters();
        let (params, pepper) = (HashParams::DEFAULT, &masters.peppers()[0]);
        let password = Password::typed(PASSWORD).unwrap();
        let memory = &mut Memory::default();
        let password_hash = hash(&password, &chance(), params, pepper, memory).unwrap();
        Self {
            place,
            store,
            sealer: Sealer::new(Arc::new(masters)),
            password_hash,
        }
    }

    /// An organization that requires MFA, and people in it.
    pub async fn organization(&self, slug: &str, people: usize) -> Vec<Person> {
        let scope = self.founds(slug).await;
        let people: Vec<Person> = (0..people)
            .map(|number| Person::new(scope, slug, number))
            .collect();
        let (sealer, hash) = (self.sealer.clone(), self.password_hash.clone());
        self.each(&people, async move |tx, person| {
            add(tx, &sealer, &hash, person).await
        })
        .await;
        people
    }

    /// The same of many people: one in so many, who are given back, and copies of each.
    pub async fn large_organization(&self, slug: &str, many: usize, one_in: usize) -> Vec<Person> {
        let (scope, engine) = (self.founds(slug).await, self.store.engine());
        let mut made = Vec::new();
        for number in (0..many).step_by(one_in) {
            let person = Person::new(scope, slug, number);
            let copies = number + 1..many.min(number + one_in);
            let (sealer, hash, one) = (
                self.sealer.clone(),
                self.password_hash.clone(),
                person.clone(),
            );
            let unit = async move |tx: &mut Tx<'_>| add(tx, &sealer, &hash, &one).await;
            self.store.write(unit).await.unwrap();
            if !copies.is_empty() {
                let one = person.clone();
                // Copies are told apart by when they were made.
                tokio::time::sleep(Duration::from_millis(2)).await;
                let unit =
                    async move |tx: &mut Tx<'_>| copies::add(tx, engine, (&one, &copies)).await;
                self.store.write(unit).await.unwrap();
            }
            made.push(person);
        }
        made
    }

    /// Everybody of somebody's organization. Only those who were made have an app.
    pub async fn everybody(&self, like: &Person) -> Vec<Person> {
        let scope = like.scope;
        let unit = async move |tx: &mut Tx<'_>| {
            tx.rows(
                "SELECT id, login_name FROM accounts WHERE organization_id = $1",
                args![scope.organization()],
                |row| Ok((row.get(0)?, row.get::<String>(1)?)),
            )
            .await
        };
        let all = self.store.read(unit).await.unwrap();
        let person = |(account, login)| Person {
            login,
            account,
            ..like.clone()
        };
        all.into_iter().map(person).collect()
    }

    /// An organization that requires MFA, without anybody.
    async fn founds(&self, slug: &str) -> Scope {
        let (sealer, masters) = (self.sealer.clone(), self.place.masters());
        let name = slug.to_owned();
        let unit = async move |tx: &mut Tx<'_>| {
            let (id, now) = (OrganizationId::new(now(), chance()), now());
            let new = NewOrganization {
                id,
                slug: &name.parse().unwrap(),
                name: &Name::parse("Example Works").unwrap(),
                policy: Policy::new(Rule::Required),
                created_at: now,
            };
            assert!(organizations::add(tx, &new).await?);
            let key = NewKey {
                id: DataKeyId::new(now, chance()),
                chance: &chance(),
                created_at: now,
            };
            sealer.create_key(tx, Scope::of(id), &key).await?;
            chains::begin(tx, &masters, Some(id)).await?;
            Ok(Scope::of(id))
        };
        self.store.write(unit).await.unwrap()
    }

    /// A RADIUS client of people's organization, on this machine, with a secret: what its attempts are for.
    pub async fn radius_client(&self, people: &[Person], secret: &str) -> Purpose {
        let (scope, sealer, source) = (people[0].scope, self.sealer.clone(), Ipv4Addr::LOCALHOST);
        let (client, secret) = (
            RadiusClientId::new(now(), chance()),
            Secret::new(secret.to_owned()),
        );
        let unit = async move |tx: &mut Tx<'_>| {
            let address = source.to_ipv6_mapped().octets();
            let new = NewClient {
                id: client,
                name: "vpn",
                network: &Addresses {
                    written: source.to_string(),
                    first: address,
                    last: address,
                },
                secret: &secret,
                nonce: chance(),
                terms: &Terms {
                    signing: Signing::Yes,
                    flow: Flow::Challenge,
                    everyone: true,
                    recovery_codes: false,
                    returned: Vec::new(),
                },
                created_at: now(),
            };
            radius_clients::add(tx, &sealer, scope, &new).await
        };
        assert!(self.store.write(unit).await.unwrap(), "a client");
        Purpose::Radius {
            client,
            source: source.into(),
            flow: Flow::Challenge,
        }
    }

    /// For each person an attempt in the portal whose password is proved: its id and secret.
    pub async fn attempts(&self, people: &[Person]) -> Vec<(String, String)> {
        let purpose = Purpose::Portal { return_to: None };
        self.attempts_for(people, purpose).await
    }

    /// The same for another purpose.
    pub async fn attempts_for(&self, people: &[Person], purpose: Purpose) -> Vec<(String, String)> {
        let made: Vec<(Person, AttemptId, Token)> = people
            .iter()
            .map(|person| {
                let id = AttemptId::new(now(), chance());
                (person.clone(), id, Token::new(chance()))
            })
            .collect();
        self.each(&made, async move |tx, (person, id, token)| {
            let now = now();
            let new = NewAttempt {
                id: *id,
                token: token.hash(),
                account: person.account,
                session: None,
                browser: None,
                login: &person.login,
                purpose: &purpose,
                proofs: &[Proof::password(now)],
                expires_at: now + ATTEMPT_LIFE,
            };
            attempts::open(tx, person.scope, &new, now).await
        })
        .await;
        let handle = |(_, id, token): &(_, AttemptId, Token)| {
            (id.to_string(), token.text().reveal().clone())
        };
        made.iter().map(handle).collect()
    }

    /// For each person a live session: its token.
    pub async fn sessions(&self, people: &[Person]) -> Vec<String> {
        let made: Vec<(Person, Token)> = people
            .iter()
            .map(|person| (person.clone(), Token::new(chance())))
            .collect();
        self.each(&made, async |tx, (person, token)| {
            let now = now();
            let device = Proof {
                kind: portcullis_core::credential::Kind::Totp,
                credential: None,
                at: now,
            };
            let new = NewSession {
                id: SessionId::new(now, chance()),
                token: token.hash(),
                account: person.account,
                proofs: &[Proof::password(now), device],
                origin: &Origin::default(),
                browser: None,
                before: None,
            };
            sessions::open(tx, person.scope, &new, now).await
        })
        .await;
        let text = |(_, token): &(_, Token)| token.text().reveal().clone();
        made.iter().map(text).collect()
    }

    /// A live session of somebody who is an admin from now on: its token.
    pub async fn administers(&self, person: &Person) -> String {
        let admin = person.clone();
        let unit = async move |tx: &mut Tx<'_>| {
            let new = NewGrant {
                id: GrantId::new(now(), chance()),
                account: admin.account,
                grant: Grant {
                    role: Role::Admin,
                    scope: Some(admin.scope.organization()),
                    until: None,
                },
                created_at: now(),
            };
            roles::add(tx, admin.scope, &new).await
        };
        self.store.write(unit).await.unwrap();
        let mut tokens = self.sessions(std::slice::from_ref(person)).await;
        tokens.remove(0)
    }

    /// For each person an event in the log of their organization, which they share; sealed.
    pub async fn events(&self, people: &[Person]) {
        let masters = Arc::new(self.place.masters());
        let keys = masters.clone();
        self.each(people, async move |tx, person| {
            let entry = Entry {
                id: EventId::new(now(), chance()),
                at: now(),
                organization: Some(person.scope.organization()),
                actor: Who::System,
                account: Some(person.account),
                origin: Origin::default(),
                event: Event::AccountCreated {
                    login_name: person.login.clone(),
                    email_vouched: false,
                },
            };
            audit::write(tx, &keys, &entry).await
        })
        .await;
        let log = people.first().map(|person| person.scope.organization());
        loop {
            let keys = masters.clone();
            let unit = async move |tx: &mut Tx<'_>| chains::seal(tx, &keys, log).await;
            if self.store.write(unit).await.unwrap() == 0 {
                return;
            }
        }
    }

    /// Does what `PostgreSQL` would else do while something is measured: statistics, and clearing up behind a load.
    pub async fn settles(&self) {
        if self.place.engine != "PostgreSQL" {
            return;
        }
        let (client, connection) = tokio_postgres::connect(&self.place.url, NoTls)
            .await
            .unwrap();
        tokio::spawn(connection);
        for what in ["VACUUM ANALYZE", "CHECKPOINT"] {
            client.batch_execute(what).await.unwrap();
        }
    }

    /// Suspends people.
    pub async fn suspend(&self, people: &[Person]) {
        self.each(people, async |tx, person| {
            let (from, to) = (State::Active, State::Suspended);
            accounts::change_state(tx, person.scope, person.account, from, to).await?;
            Ok(())
        })
        .await;
    }

    /// How many sessions there are.
    pub async fn session_count(&self) -> u64 {
        self.count("SELECT COUNT(*) FROM sessions").await
    }

    /// How many attempts are under way.
    pub async fn attempt_count(&self) -> u64 {
        self.count("SELECT COUNT(*) FROM attempts").await
    }

    async fn count(&self, sql: &'static str) -> u64 {
        let unit = async move |tx: &mut Tx<'_>| tx.row(sql, &[], |row| row.get::<i64>(0)).await;
        let count = self.store.read(unit).await.unwrap().unwrap();
        u64::try_from(count).unwrap()
    }

    /// Does something for each, many in a unit of work and some units at a time.
    async fn each<T, F>(&self, all: &[T], act: F)
    where
        T: Clone + Send + Sync + 'static,
        F: AsyncFn(&mut Tx<'_>, &T) -> Result<()> + Clone + Send + Sync + 'static,
    {
        let mut units = JoinSet::new();
        let at_a_time = match self.store.engine() {
            Engine::Sqlite => UNITS,
            Engine::Postgres => 1,
        };
        for some in all.chunks(AT_ONCE) {
            let (store, some, act) = (self.store.clone(), some.to_vec(), act.clone());
            let unit = async move |tx: &mut Tx<'_>| {
                for one in &some {
                    act(tx, one).await?;
                }
                Ok(())
            };
            units.spawn(async move { store.write(unit).await });
            // A unit that waits too long is given up, so few wait.
            if units.len() == at_a_time {
                units.join_next().await.unwrap().unwrap().unwrap();
            }
        }
        while let Some(done) = units.join_next().await {
            done.unwrap().unwrap();
        }
    }
}

async fn add(tx: &mut Tx<'_>, sealer: &Sealer, hash: &str, person: &Person) -> Result<()> {
    let (scope, account, now) = (person.scope, person.account, now());
    let (login, _) = person.login.split_once('@').unwrap();
    let new = NewAccount {
        id: account,
        name: Name::parse("Pat Example").unwrap(),
        login_name: login.parse().unwrap(),
        email: None,
        password_hash: hash.to_owned(),
    };
    assert!(accounts::add(tx, scope, &new, now).await?);
    let device = NewDevice {
        id: CredentialId::new(now, chance()),
        account,
        name: "Phone",
        key: &TotpKey::new(person.key),
        step: TimeStep::from_number(0),
        nonce: chance(),
        created_at: now,
    };
    devices::add(tx, sealer, scope, &device).await?;
    accounts::refresh_mfa_status(tx, scope, account).await?;
    let set = SetHashing {
        id: CredentialId::new(now, chance()),
        salt: chance(),
        params: HashParams::DEFAULT,
        pepper: "p1".to_owned(),
    };
    let codes: Vec<(CodeId, CodeHash)> = (0..10)
        .map(|_| (CodeId::new(now, chance()), CodeHash(chance())))
        .collect();
    recovery_codes::replace(tx, scope, account, (&set, &codes), now).await?;
    recovery_codes::mark_stored(tx, scope, account, set.id, now).await?;
    Ok(())
}

impl Person {
    fn new(scope: Scope, slug: &str, number: usize) -> Self {
        Self {
            login: format!("person{number}@{slug}"),
            scope,
            account: AccountId::new(now(), chance()),
            key: chance(),
            last_step: 0,
        }
    }

    /// The account's id.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The same, as addresses name it.
    pub fn id(&self) -> String {
        self.account.to_string()
    }

    /// The earliest code that was not used yet. It is of this step or the next one, so that it is good
    /// for half a minute more; where both are used up it waits.
    pub async fn next_code(&mut self) -> String {
        let step = loop {
            let present = now().millis() / 1000 / STEP_SECONDS;
            let step = (self.last_step + 1).max(present);
            if step <= present + 1 {
                break step;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        self.last_step = step;
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.key).unwrap();
        mac.update(&step.to_be_bytes());
        let sum = mac.finalize().into_bytes();
        let at = usize::from(sum[19] & 15);
        let word = u32::from_be_bytes(sum[at..at + 4].try_into().unwrap());
        format!("{:06}", (word & 0x7fff_ffff) % 1_000_000)
    }
}

/// What the clock shows.
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap())
}

/// Random bytes.
pub fn chance<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}
