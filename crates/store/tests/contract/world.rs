//! A database with an organization and somebody in it, to tell stories about.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use portcullis_core::id::{AccountId, AttemptId, DataKeyId, OrganizationId};
use portcullis_core::name::Name;
use portcullis_core::policy::{Policy, Rule};
use portcullis_core::role::Scope;
use portcullis_core::sign_in::Purpose;
use portcullis_core::time::{Span, Timestamp};
use portcullis_core::token::TokenHash;
use portcullis_store::accounts::{self, NewAccount};
use portcullis_store::attempts::{self, NewAttempt};
use portcullis_store::keys::MasterKeys;
use portcullis_store::organizations::NewOrganization;
use portcullis_store::seal::{NewKey, Sealer};
use portcullis_store::testing::Place;
use portcullis_store::{Store, Tx, organizations};

pub const NOW: Timestamp = Timestamp::from_millis(1_795_000_000_000);

/// Ten bytes that no other row has.
pub fn chance() -> [u8; 10] {
    static NEXT: AtomicU8 = AtomicU8::new(0);
    let mut bytes = [7; 10];
    bytes[9] = NEXT.fetch_add(1, Ordering::Relaxed);
    bytes
}

/// The keys outside the database.
pub fn keys() -> MasterKeys {
    MasterKeys::parse(MasterKeys::generate(&[9; 96]).reveal()).unwrap()
}

pub struct World {
    pub store: Store,
    pub sealer: Sealer,
    pub scope: Scope,
    pub ann: AccountId,
}

impl World {
    pub async fn on(place: &Place) -> Self {
        let store = place.open().await;
        store.migrate(NOW).await.unwrap();
        let sealer = Sealer::new(Arc::new(keys()));
        let scope = organization(&store, &sealer, "acme").await;
        let ann = account(&store, scope, "ann", None)
            .await
            .expect("a free login name");
        Self {
            store,
            sealer,
            scope,
            ann,
        }
    }

    /// A unit of work that must succeed.
    pub async fn does<T, F>(&self, unit: F) -> T
    where
        F: AsyncFn(&mut Tx<'_>) -> portcullis_store::Result<T> + Send + 'static,
        T: Send + 'static,
    {
        self.store.write(unit).await.expect("a unit of work")
    }

    /// An attempt of ann's whose secret is `secret`.
    pub async fn attempt(&self, secret: u8) -> AttemptId {
        let (scope, account, id) = (self.scope, self.ann, AttemptId::new(NOW, chance()));
        self.does(async move |tx: &mut Tx<'_>| {
            let purpose = Purpose::Portal {
                return_to: Some("/account".to_owned()),
            };
            let new = NewAttempt {
                id,
                token: TokenHash([secret; 32]),
                account,
                session: None,
                browser: None,
                login: "ann@acme",
                purpose: &purpose,
                proofs: &[],
                expires_at: NOW + Span::minutes(10),
            };
            attempts::open(tx, scope, &new, NOW).await
        })
        .await;
        id
    }
}

pub async fn organization(store: &Store, sealer: &Sealer, slug: &'static str) -> Scope {
    let (id, key, sealer) = (
        OrganizationId::new(NOW, chance()),
        DataKeyId::new(NOW, chance()),
        sealer.clone(),
    );
    let unit = async move |tx: &mut Tx<'_>| {
        let name = Name::parse("Acme").unwrap();
        assert!(
            organizations::add(
                tx,
                &NewOrganization {
                    id,
                    slug: &slug.parse().unwrap(),
                    name: &name,
                    policy: Policy::new(Rule::Optional),
                    created_at: NOW
                }
            )
            .await?
        );
        sealer
            .create_key(
                tx,
                Scope::of(id),
                &NewKey {
                    id: key,
                    chance: &[3; 56],
                    created_at: NOW,
                },
            )
            .await
    };
    store.write(unit).await.unwrap();
    Scope::of(id)
}

/// Somebody with an address; `None` when the login name is taken.
pub async fn account(
    store: &Store,
    scope: Scope,
    login: &'static str,
    email: Option<&'static str>,
) -> Option<AccountId> {
    let id = AccountId::new(NOW, chance());
    let unit = async move |tx: &mut Tx<'_>| {
        let new = NewAccount {
            id,
            name: Name::parse("Ann").unwrap(),
            login_name: login.parse().unwrap(),
            email: email.map(|email| email.parse().unwrap()),
            password_hash: "$argon2id$".to_owned(),
        };
        accounts::add(tx, scope, &new, NOW).await
    };
    store.write(unit).await.unwrap().then_some(id)
}
