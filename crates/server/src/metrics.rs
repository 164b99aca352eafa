//! What monitoring reads: counters and times of this process. No label has a value that somebody
//! outside can choose: no login, address or organization.

use std::time::Duration;

use portcullis_core::time::Span;
use portcullis_store::{Tx, chains, mails, organizations};
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

use crate::app::App;
use crate::hashing::HashingMetrics;
use crate::radius::Dropped;
use crate::sign_in::{CodeOutcome, CodeRefused, PasswordOutcome, Progress};

/// How long the database is waited for when it is asked for a number.
const DATABASE_PATIENCE: Duration = Duration::from_secs(1);

/// What is counted.
pub struct Metrics {
    registry: Registry,
    answers: Family<Answer, Counter>,
    requests: Family<Served, Histogram, fn() -> Histogram>,
    organizations: Gauge,
    audit_unsealed: Gauge,
    hashing_waiting: Gauge,
    database: Database,
    code_offset: Gauge,
    clock_set_back: Counter,
    mails: Family<MailTry, Counter>,
    dropped: Family<Drop, Counter>,
    mails_waiting: Gauge,
    mails_waiting_seconds: Gauge,
}

/// Totals that the store keeps, as they are at the time of reading.
#[derive(Default)]
struct Database {
    units: Counter,
    statements: Counter,
    commits: Counter,
    replays: Counter,
    waiting: Gauge,
}

/// An answer of somebody who signs in or steps up.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answer {
    factor: &'static str,
    outcome: &'static str,
}

/// A try to hand a mail over.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct MailTry {
    outcome: &'static str,
}

/// A RADIUS packet that was not answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Drop {
    cause: &'static str,
}

/// A request that was answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Served {
    /// How it was called; methods that no route has are "other".
    pub method: &'static str,
    /// The path of the route, its parameters in braces; "none" where there is no route.
    pub route: String,
    /// The first digit of the status.
    pub status: &'static str,
}

impl Metrics {
    /// Nothing has happened yet.
    pub fn new(hashing: &HashingMetrics) -> Self {
        let mut registry = Registry::with_prefix("portcullis");
        let build = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "The program", build);
        let answers = Family::default();
        registry.register(
            "sign_in_answers",
            "Answers of people who sign in or step up",
            answers.clone(),
        );
        let requests: Family<_, _, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(exponential_buckets(0.000_25, 4.0, 9)));
        registry.register(
            "request_seconds",
            "How long requests took",
            requests.clone(),
        );
        let mut gauge = |name: &str, help: &str| {
            let gauge = Gauge::default();
            registry.register(name, help, gauge.clone());
            gauge
        };
        let organizations = gauge("organizations", "Organizations in the database");
        let audit_unsealed = gauge(
            "audit_unsealed_seconds",
            "For how long the oldest event of the audit logs waits to be sealed",
        );
        let hashing_waiting = gauge("hashing_waiting", "Passwords that wait for a thread");
        let waiting = gauge("database_waiting", "Units of work that wait for a thread");
        let code_offset = gauge(
            "accepted_code_offset_seconds",
            "Median offset of the last hundred codes that apps showed, from the server's clock",
        );
        let mails_waiting = gauge("mails_waiting", "Mails that wait for the mail server");
        let mails_waiting_seconds = gauge(
            "mails_waiting_seconds",
            "For how long the oldest of them waits",
        );
        let mails = Family::default();
        registry.register("mails", "Tries to hand a mail over", mails.clone());
        let dropped = Family::default();
        registry.register(
            "radius_dropped",
            "RADIUS packets that were not answered",
            dropped.clone(),
        );
        let database = Database {
            waiting,
            ..Database::default()
        };
        let clock_set_back = Counter::default();
        for (name, help, counter) in [
            (
                "clock_set_back",
                "How often the machine's clock was set back",
                &clock_set_back,
            ),
            ("database_units", "Units of work", &database.units),
            ("database_statements", "Statements", &database.statements),
            ("database_commits", "Durable commits", &database.commits),
            ("database_replays", "Units run again", &database.replays),
            (
                "hashing_refused",
                "Passwords told to come back",
                &hashing.refused,
            ),
        ] {
            registry.register(name, help, counter.clone());
        }
        let (running, seconds) = (hashing.running.clone(), hashing.seconds.clone());
        registry.register("hashing_running", "Hashes being computed", running);
        registry.register("hash_seconds", "How long a hash took", seconds);
        Self {
            registry,
            answers,
            requests,
            organizations,
            audit_unsealed,
            hashing_waiting,
            database,
            code_offset,
            clock_set_back,
            mails,
            dropped,
            mails_waiting,
            mails_waiting_seconds,
        }
    }

    /// Counts what became of a try to hand a mail over: "sent", "postponed" or "failed".
    pub fn mail(&self, outcome: &'static str) {
        self.mails.get_or_create(&MailTry { outcome }).inc();
    }

    /// Counts that the machine's clock was set back.
    pub(crate) fn clock_set_back(&self) {
        self.clock_set_back.inc();
    }

    /// Counts a RADIUS packet that was not answered.
    pub(crate) fn dropped(&self, why: Dropped) {
        let cause = why.as_str();
        self.dropped.get_or_create(&Drop { cause }).inc();
    }

    /// Counts a request.
    pub fn served(&self, served: &Served, took: Duration) {
        self.requests
            .get_or_create(served)
            .observe(took.as_secs_f64());
    }

    /// Counts a password that was typed to sign in.
    pub fn password(&self, outcome: &PasswordOutcome) {
        let outcome = match outcome {
            PasswordOutcome::Progress(progress) => came_to(progress),
            PasswordOutcome::Code(..) => "goes_on",
            PasswordOutcome::Refused => "wrong",
            PasswordOutcome::Delayed(_) => "delayed",
            PasswordOutcome::AddressDelayed(_) => "address_delayed",
        };
        self.answer("password", outcome);
    }

    /// Counts a code.
    pub fn code(&self, factor: &'static str, outcome: &CodeOutcome) {
        let outcome = match outcome {
            CodeOutcome::Progress(progress) => came_to(progress),
            CodeOutcome::Refused(CodeRefused::Wrong | CodeRefused::Mailed) => "wrong",
            CodeOutcome::Refused(CodeRefused::Expired) => "expired",
            CodeOutcome::Refused(CodeRefused::UsedUp) => "used_up",
            CodeOutcome::Refused(CodeRefused::ClockOff(_)) => "clock_off",
            CodeOutcome::Refused(CodeRefused::AlreadyUsed(_)) => "already_used",
            CodeOutcome::Refused(CodeRefused::Delayed(_)) => "delayed",
            CodeOutcome::Refused(CodeRefused::Suspended) => "suspended",
        };
        self.answer(factor, outcome);
    }

    /// Counts a sign-in that came to an end with a set-up.
    pub fn set_up(&self, progress: &Progress) {
        if matches!(progress, Progress::SignedIn { .. }) {
            self.answer("set_up", came_to(progress));
        }
    }

    fn answer(&self, factor: &'static str, outcome: &'static str) {
        self.answers
            .get_or_create(&Answer { factor, outcome })
            .inc();
    }
}

/// Everything as `OpenMetrics` text.
pub async fn text(app: &App) -> Result<String, std::fmt::Error> {
    use std::sync::atomic::Ordering::Relaxed;
    let metrics = &app.metrics;
    let now = app.now();
    let look = async move |tx: &mut Tx<'_>| {
        let many = organizations::count(tx).await?;
        let waits = chains::waits_since(tx).await?.map(|since| now.since(since));
        let queue = mails::standing(tx, now).await?;
        Ok((many, waits.map_or(0, Span::as_seconds), queue))
    };
    // A database that does not answer is no reason to say nothing: the number stays as it was.
    if let Ok(Ok((many, unsealed, queue))) =
        tokio::time::timeout(DATABASE_PATIENCE, app.store.read(look)).await
    {
        metrics.organizations.set(many);
        metrics.audit_unsealed.set(unsealed);
        metrics.mails_waiting.set(queue.waiting);
        let oldest = queue
            .oldest
            .map_or(0, |since| now.since(since).as_seconds());
        metrics.mails_waiting_seconds.set(oldest);
    }
    let waiting = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    metrics.hashing_waiting.set(waiting(app.hashing.waiting()));
    metrics.code_offset.set(app.code_clock.median_seconds());
    let (counts, database) = (app.store.counts(), &metrics.database);
    database.waiting.set(waiting(app.store.waiting()));
    database.units.inner().store(counts.units, Relaxed);
    database
        .statements
        .inner()
        .store(counts.statements, Relaxed);
    database.commits.inner().store(counts.commits, Relaxed);
    database.replays.inner().store(counts.replays, Relaxed);
    let mut written = String::new();
    text::encode(&mut written, &metrics.registry)?;
    Ok(written)
}

fn came_to(progress: &Progress) -> &'static str {
    match progress {
        Progress::GoOn { .. } => "goes_on",
        Progress::SignedIn { .. } => "signed_in",
        Progress::SteppedUp { .. } => "stepped_up",
        Progress::LoggedOn => "logged_on",
        Progress::CallerKnown => "caller_known",
        Progress::SetUp => "set_up",
        Progress::Ended => "ended",
    }
}
