//! What every service is given: the store, the keys, the hashing threads, and the way in for time
//! and chance.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, PoisonError, RwLock};

use ipnet::IpNet;
use portcullis_core::branding::Branding;
pub use portcullis_core::branding::Contact;
use portcullis_core::credential::password::HashParams;
use portcullis_core::credential::totp::Window;
use portcullis_core::time::Timestamp;
use portcullis_store::Store;
use portcullis_store::keys::MasterKeys;
use portcullis_store::seal::Sealer;
use tokio::sync::Semaphore;
use url::Url;

use crate::code_clock::CodeClock;
use crate::door::{Chance, Clock, NoChance};
use crate::fault::Fault;
use crate::hashing::Hashing;
use crate::mail::MailSettings;
use crate::master_keys;
use crate::metrics::Metrics;
use crate::radius::Strangers;
use crate::record::EventIds;

/// What an operator decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The only source of links and of the cookies' security.
    pub public_url: Url,
    /// Whom to ask, wherever there is no organization to be named, or it has no contacts of its own.
    pub contacts: Vec<Contact>,
    /// The cost of new hashes.
    pub hash_params: HashParams,
    /// How many hashes are computed at a time.
    pub hashing_threads: usize,
    /// In which zone pages show times.
    pub zone: jiff::tz::TimeZone,
    /// Which codes of apps are taken besides the present one.
    pub window: Window,
    /// How many days the contents of audit events are kept; for ever without it.
    pub audit_keep_days: Option<i64>,
    /// The only peers whose forwarding header is read.
    pub trusted_proxies: Vec<IpNet>,
    /// Which header they tell the client's address in.
    pub forwarding_header: ForwardingHeader,
    /// Networks that limits by address spare.
    pub trusted_networks: Vec<IpNet>,
    /// Where RADIUS is answered, if it is.
    pub radius: Option<SocketAddr>,
    /// How mail leaves the portal; without it none is sent, and nothing that needs mail is offered.
    pub mail: Option<MailSettings>,
}

/// The one header in which proxies tell whom they speak for. Only one is ever read: a proxy that
/// sets one lets the other through as its client wrote it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ForwardingHeader {
    /// `X-Forwarded-For`.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

impl Settings {
    /// Whom pages and mails say to ask: the organization's contacts where it has any, else the instance's.
    pub fn contacts_of(&self, branding: Option<&Branding>) -> Vec<Contact> {
        let own = branding.map(|branding| &branding.contacts);
        let own = own.filter(|contacts| !contacts.is_empty());
        own.unwrap_or(&self.contacts).clone()
    }

    /// Whether an address is that of a proxy whose forwarding header is believed.
    pub fn is_trusted_proxy(&self, address: IpAddr) -> bool {
        contains(&self.trusted_proxies, address)
    }

    /// Whether limits by address spare an address.
    pub fn is_trusted_network(&self, address: IpAddr) -> bool {
        contains(&self.trusted_networks, address)
    }
}

/// An IPv4 address within IPv6 is that IPv4 address, as sockets for both give it.
fn contains(networks: &[IpNet], address: IpAddr) -> bool {
    let address = address.to_canonical();
    networks.iter().any(|network| network.contains(&address))
}

/// The portal.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What an [`App`] is made of.
pub struct Inner {
    settings: RwLock<Arc<Settings>>,
    /// What is remembered.
    pub store: Store,
    /// The keys outside the database.
    pub masters: Arc<MasterKeys>,
    /// Seals and opens secret columns.
    pub sealer: Sealer,
    /// The threads that hash.
    pub hashing: Hashing,
    /// Who has it may read a logo: decoding takes memory and time, so one is read at a time.
    pub logos: Arc<Semaphore>,
    /// What monitoring reads.
    pub metrics: Metrics,
    /// How far phones are from the server's clock.
    pub code_clock: CodeClock,
    pub(crate) events: EventIds,
    /// What the log was told of RADIUS packets that nobody known sent.
    pub(crate) strangers: Strangers,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
}

impl std::ops::Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Puts the portal together over a store whose migrations are done. Fails when the master keys
    /// don't open what is stored.
    pub async fn new(
        settings: Settings,
        store: Store,
        masters: MasterKeys,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Self, Fault> {
        let masters = Arc::new(masters);
        let sealer = Sealer::new(masters.clone());
        let check = sealer.clone();
        store.read(async move |tx| check.check(tx).await).await?;
        master_keys::adopt(&store, &masters, clock.now()).await?;
        let mut chance_of_nobody = [0; 48];
        chance.fill(&mut chance_of_nobody)?;
        let hashing = Hashing::start(
            settings.hashing_threads,
            settings.hash_params,
            masters.peppers().to_vec(),
            chance_of_nobody,
        )?;
        Ok(Self(Arc::new(Inner {
            settings: RwLock::new(Arc::new(settings)),
            store,
            masters,
            sealer,
            metrics: Metrics::new(&hashing.metrics),
            hashing,
            logos: Arc::new(Semaphore::new(1)),
            code_clock: CodeClock::default(),
            strangers: Strangers::default(),
            events: EventIds::default(),
            clock,
            chance,
        })))
    }

    /// What an operator decided, as it holds now.
    pub fn settings(&self) -> Arc<Settings> {
        let settings = self.settings.read();
        settings.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Other decisions from now on. What was made of the former ones at the start, as the hashing
    /// threads were, stays as it is.
    pub fn set_settings(&self, settings: Settings) {
        let mut held = self
            .settings
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        *held = Arc::new(settings);
    }

    /// The present.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// `N` random bytes.
    pub fn random<const N: usize>(&self) -> Result<[u8; N], NoChance> {
        let mut bytes = [0; N];
        self.chance.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// Whether mail can be sent.
    pub fn has_mail(&self) -> bool {
        self.settings().mail.is_some()
    }

    /// Whether the limits by address spare one.
    pub fn spares(&self, address: IpAddr) -> bool {
        self.settings().is_trusted_network(address)
    }

    /// A link to a page of the portal, from the configured address and nothing else.
    pub fn link(&self, path: &str) -> String {
        let settings = self.settings();
        let base = settings.public_url.as_str().trim_end_matches('/');
        format!("{base}{path}")
    }
}
