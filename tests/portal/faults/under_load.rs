//! `kill -9` at random moments of a mixed load: whatever was answered with success is still there,
//! and nothing that may be had once is had twice.

use std::sync::atomic::Ordering;
use std::time::Duration;

use portcullis_core::chain::Walk;
use portcullis_core::policy::Rule;
use portcullis_core::time::Span;
use portcullis_store::keys::MasterKeys;
use portcullis_store::testing::Place;
use portcullis_store::{Store, Tx, chains, organizations};
use tempfile::TempDir;

use super::cluster::Cluster;
use super::load::{
    Guessed, Newcomer, Phone, Reached, Signed, Spent, next_code, signs_in_without_end,
};
use crate::client::Client;
use crate::portal::{self, Person, Portal};
use crate::program::{Program, now};
use crate::{full, random_bytes};

/// The people of one round.
struct Cast {
    phones: [Phone; 2],
    /// Whose codes are guessed.
    victim: Phone,
    /// Whose password is guessed.
    guessed: Person,
    newcomer: Person,
    /// Who signs in without a second factor, and stays.
    walker: Person,
    /// Who does the same and is suspended meanwhile.
    leaver: Person,
}

/// Prepares the people of all rounds within the test, where hashes are cheap and the clock is some
/// minutes late, so that every phone has fresh codes.
async fn casts(place: &Place, rounds: u32) -> Vec<Cast> {
    let portal = Portal::on(place).await;
    let ago = now() - Span::minutes(5);
    portal.wait(portal.now().until(ago));
    let acme = portal.organization("acme", Rule::Required).await;
    let north = portal.organization("north", Rule::Off).await;
    let mut casts = Vec::new();
    for n in 0..rounds {
        let mut phones = Vec::new();
        for word in ["ann", "ben", "victim"] {
            let person = portal.person(&acme, &format!("{word}{n}")).await;
            let (app, sheet) = portal.browser().enrolls(&portal, &person).await;
            phones.push(Phone { person, app, sheet });
        }
        let victim = phones.pop().unwrap();
        let ben = phones.pop().unwrap();
        let ann = phones.pop().unwrap();
        casts.push(Cast {
            phones: [ann, ben],
            victim,
            guessed: portal.person(&north, &format!("guessed{n}")).await,
            newcomer: portal.person(&acme, &format!("new{n}")).await,
            walker: portal.person(&north, &format!("walker{n}")).await,
            leaver: portal.person(&north, &format!("leaver{n}")).await,
        });
    }
    casts
}

/// What a round is remembered by.
struct Memory {
    signed: Vec<Signed>,
    guessed: [Guessed; 2],
    newcomer: Newcomer,
    stays: Vec<Client>,
    leaver: Person,
    /// Whether the command said that it was done.
    suspended: bool,
    left: Vec<Client>,
}

/// Everybody at once, until something is killed.
async fn storm(
    program: &mut Program,
    cast: Cast,
    round: usize,
    kill: impl FnOnce(&mut Program),
) -> Memory {
    let at = program.browser();
    let codes = Guessed::code(&cast.victim, at.clone()).await;
    let password = Guessed::password(&cast.guessed, at.clone());
    let mut newcomer = Newcomer::new(cast.newcomer, at.clone());
    // Each page of the wizard is the one that a kill meets.
    for _ in 0..round % 3 {
        newcomer.goes_on().await.unwrap();
    }
    let [ann, ben] = cast.phones;
    let signing = [
        tokio::spawn(ann.types_codes(at.clone())),
        tokio::spawn(ben.reads_the_sheet(at.clone())),
    ];
    let guessing = [codes, password].map(|one| tokio::spawn(one.goes_on()));
    let setting_up = tokio::spawn(newcomer.sets_up());
    let staying = tokio::spawn(signs_in_without_end(cast.walker, at.clone()));
    // One session is there whatever comes first, the suspension or the kill.
    let mut early = at.clone();
    let home = early
        .signs_in(&cast.leaver.login, &cast.leaver.password)
        .await;
    home.expects(200, "Your applications");
    let leaving = tokio::spawn(signs_in_without_end(cast.leaver.clone(), at.clone()));
    let mut suspending = program
        .command(&["account", "suspend", &cast.leaver.login])
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    // At a random moment after a random number of answers, however quick the machine is.
    let [number, millis] = random_bytes();
    let enough = 16 + usize::from(number % 40) + at.answers.load(Ordering::SeqCst);
    while at.answers.load(Ordering::SeqCst) < enough {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    tokio::time::sleep(Duration::from_millis(u64::from(millis % 32))).await;
    kill(program);
    let suspended = suspending.wait().unwrap().success();

    let mut signed = Vec::new();
    for one in signing {
        signed.push(one.await.unwrap());
    }
    let [codes, password] = guessing;
    Memory {
        signed,
        guessed: [codes.await.unwrap(), password.await.unwrap()],
        newcomer: setting_up.await.unwrap(),
        stays: staying.await.unwrap(),
        leaver: cast.leaver,
        suspended,
        left: leaving.await.unwrap().into_iter().chain([early]).collect(),
    }
}

impl Memory {
    /// How much was answered, part by part.
    fn counts(&self) -> [usize; 4] {
        let signed = self.signed.iter();
        let (codes, recovery) = signed.fold((0, 0), |(codes, recovery), one| {
            let more = (one.codes.answered.len(), one.recovery.answered.len());
            (codes + more.0, recovery + more.1)
        });
        let wrong = self.guessed.iter().map(|one| one.looked_at).sum();
        [codes, recovery, wrong, self.left.len()]
    }

    /// Asks the program that was started again for everything that it owes.
    async fn holds(self, at: &Client) -> Vec<Client> {
        let mut sessions = self.stays;
        if self.suspended {
            for mut one in self.left {
                let answer = one.get("/").await;
                assert_eq!(answer.location().as_deref(), Some("/sign-in"), "suspended");
            }
            let mut browser = at.clone();
            let refused = browser
                .signs_in(&self.leaver.login, &self.leaver.password)
                .await;
            refused.expects(422, "Log in");
        }
        for one in self.signed {
            nothing_counts_twice(&one, at).await;
            sessions.extend(one.sessions);
        }
        for one in self.guessed {
            let (before, open) = (one.looked_at, usize::from(one.open));
            let after = one.goes_on().await.looked_at;
            assert!(
                after <= 5 && after + open >= 5,
                "{before} wrong answers, {open} open; then {after} before the delay"
            );
        }
        sessions.push(is_enrolled_or_not(self.newcomer, at).await);
        for one in &mut sessions {
            one.get("/").await.expects(200, "Your applications");
        }
        sessions
    }
}

async fn nothing_counts_twice(signed: &Signed, at: &Client) {
    let (person, mut browser) = (&signed.phone.person, at.clone());
    let page = browser.signs_in(&person.login, &person.password).await;
    let attempt = page.hidden("attempt");
    let again = async |path: &str, name: &str, code: &str| {
        let fields = [("attempt", &*attempt), (name, code)];
        let answer = browser.clone().post(path, &fields).await;
        assert_ne!(answer.status, 429, "{code} was not looked at");
        // A sheet that is used up is led elsewhere, which is not to count.
        let to = answer.location().unwrap_or_default();
        answer.opens() || to.contains("replace-device")
    };
    for (path, name, spent) in [
        ("/sign-in/code", "code", &signed.codes),
        ("/sign-in/recovery-code", "recovery_code", &signed.recovery),
    ] {
        let Spent { answered, open } = spent;
        // The latest say enough, and no more than four wrong answers delay nothing.
        for code in answered.iter().rev().take(2) {
            assert!(!again(path, name, code).await, "{name} counted twice");
        }
        if let Some(code) = open
            && again(path, name, code).await
        {
            let mut other = at.clone();
            let page = other.signs_in(&person.login, &person.password).await;
            let fields = [("attempt", page.hidden("attempt")), (name, code.clone())];
            let fields = fields.each_ref().map(|(k, v)| (*k, v.as_str()));
            let answer = other.post(path, &fields).await;
            let to = answer.location().unwrap_or_default();
            let counts = answer.opens() || to.contains("replace-device");
            assert!(!counts, "{name} counted twice");
            return; // the attempt has gone on
        }
    }
}

/// An account has its device or it has not, and can go on from there; gives its session.
async fn is_enrolled_or_not(newcomer: Newcomer, at: &Client) -> Client {
    let Newcomer {
        person,
        mut browser,
        reached,
    } = newcomer;
    let mut fresh = at.clone();
    let page = fresh.signs_in(&person.login, &person.password).await;
    let (key, code) = match reached {
        Reached::Nothing => {
            page.expects(200, "I already have an app");
            fresh.sets_up_at(now(), &page).await;
            return fresh;
        }
        Reached::KeyShown(key) => {
            page.expects(200, "I already have an app");
            let path = format!("/sign-in/set-up/scan?attempt={}", key.attempt);
            let shown = browser.get(&path).await;
            assert_eq!(&shown.key(), key.app.key(), "the key that was shown");
            browser.sets_up_at(now(), &shown).await;
            return browser;
        }
        Reached::CodeSent(key, _) if page.says("I already have an app") => {
            let path = format!("/sign-in/set-up/scan?attempt={}", key.attempt);
            let shown = browser.get(&path).await;
            assert_eq!(&shown.key(), key.app.key(), "the key that was shown");
            browser.sets_up_at(now(), &shown).await;
            return browser;
        }
        Reached::CodesShown(_, _, codes) => {
            let done = browser.stores(&codes).await;
            browser.follow(done).await.expects(200, "Your applications");
            return browser;
        }
        Reached::SignedIn(key, code) => {
            browser.get("/").await.expects(200, "Your applications");
            (key, code)
        }
        Reached::CodeSent(key, code) | Reached::Confirmed(key, code) => (key, code),
    };
    let again = fresh.gives_code(&page, &code).await;
    assert_eq!(again.status, 422, "the code that confirmed the device");
    let answer = fresh.gives_code(&page, &next_code(&key.app, now())).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    let shown = fresh.follow(answer).await;
    if !shown.says("Your applications") {
        let attempt = shown.hidden("attempt");
        let fields = [("attempt", attempt.as_str())];
        let codes = fresh.post("/sign-in/set-up/recovery-codes", &fields).await;
        let done = fresh.stores(&codes).await;
        fresh.follow(done).await.expects(200, "Your applications");
    }
    fresh
}

/// What no crash may leave: a torn page, a lost parent, an account that is half enrolled, an event
/// that is not what was written.
async fn is_whole(store: &Store, sqlite: bool) {
    if sqlite {
        let check = async move |tx: &mut Tx<'_>| {
            let lost = tx.rows("PRAGMA foreign_key_check", &[], |_| Ok(())).await?;
            let said = tx
                .row("PRAGMA integrity_check", &[], |r| r.get::<String>(0))
                .await?;
            Ok((lost.len(), said))
        };
        let whole = store.write(check).await.unwrap();
        assert_eq!(whole, (0, Some("ok".to_owned())));
    }
    for sql in [
        "SELECT COUNT(*) FROM accounts WHERE (mfa_status = 'enabled') <> \
         EXISTS (SELECT 1 FROM devices WHERE devices.account_id = accounts.id)",
        "SELECT COUNT(*) FROM recovery_sets WHERE \
         (SELECT COUNT(*) FROM recovery_codes WHERE set_id = recovery_sets.id) <> 10",
        "SELECT COUNT(*) FROM (SELECT account_id FROM devices GROUP BY account_id HAVING COUNT(*) > 1) AS twice",
    ] {
        let count = async move |tx: &mut Tx<'_>| tx.row(sql, &[], |r| r.get::<i64>(0)).await;
        assert_eq!(store.read(count).await.unwrap(), Some(0), "{sql}");
    }
    audit_is_whole(store).await;
}

/// Every log is whole: sealed as far as its head says, and what waits for its seal as it was written.
async fn audit_is_whole(store: &Store) {
    let all = async move |tx: &mut Tx<'_>| {
        let mut logs = vec![None];
        for slug in ["acme", "north"] {
            let found = organizations::by_slug(tx, &slug.parse().unwrap()).await?;
            logs.push(Some(found.unwrap().id));
        }
        Ok(logs)
    };
    for log in store.read(all).await.unwrap() {
        // In one unit that writes nothing: nobody seals meanwhile who is not the program itself.
        let unit = async move |tx: &mut Tx<'_>| {
            let keys = MasterKeys::parse(portal::key_file().reveal()).unwrap();
            let (mut walk, mut after) = (Walk::default(), Vec::<u8>::new());
            loop {
                let page = chains::waiting(tx, &keys, log, &after).await?;
                let Some(last) = page.last() else { break };
                after.clone_from(&last.place);
                for one in &page {
                    walk.waits(one.event, one.whole);
                }
            }
            loop {
                let head = chains::head(tx, &keys, log).await?;
                let page = chains::sealed(tx, &keys, log, walk.last()).await?;
                for one in &page {
                    walk.step(one);
                }
                if page.is_empty() {
                    return Ok((walk.end(head, log.is_some()), head));
                }
            }
        };
        let (verdict, head) = store.read(unit).await.unwrap();
        assert!(verdict.is_whole(), "{log:?}: {verdict:?}, {head:?}");
    }
}

/// Looks into what the program left, in a copy, so that the program itself has to mend the original.
async fn wreck_is_whole(place: &Place) {
    let Some(file) = place.file() else {
        let store = Store::open(place.url()).await.unwrap();
        return is_whole(&store, false).await;
    };
    let copy = TempDir::new().unwrap();
    for entry in std::fs::read_dir(file.parent().unwrap()).unwrap() {
        let entry = entry.unwrap();
        if !entry.file_name().to_string_lossy().ends_with("-shm") {
            std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
        }
    }
    let name = file.file_name().unwrap();
    let url = format!("sqlite:{}", copy.path().join(name).display());
    is_whole(&Store::open(&url).await.unwrap(), true).await;
}

async fn survives(place: &Place, rounds: u32) {
    let casts = casts(place, rounds).await;
    let mut program = Program::on(place);
    let (mut sessions, mut counted) = (Vec::new(), [0; 4]);
    for (round, cast) in casts.into_iter().enumerate() {
        program.start();
        let memory = storm(&mut program, cast, round, Program::kill).await;
        assert!(memory.suspended, "the command was not killed");
        for (sum, one) in counted.iter_mut().zip(memory.counts()) {
            *sum += one;
        }
        wreck_is_whole(place).await;
        let at = program.start();
        sessions.extend(memory.holds(&at).await);
        program.kill();
        wreck_is_whole(place).await;
    }
    // Whoever was let in before the first kill is in after the last one.
    program.start();
    for one in &mut sessions {
        one.get("/").await.expects(200, "Your applications");
    }
    everything_is_sealed(place).await;
    let [codes, recovery, wrong, left] = counted;
    println!(
        "{rounds} kills: {codes} codes, {recovery} recovery codes, {wrong} wrong answers, {left} sessions of people suspended"
    );
    assert!(
        counted.iter().all(|one| *one > 0),
        "a load without one of its parts"
    );
}

/// The program that goes on seals what those before it left.
async fn everything_is_sealed(place: &Place) {
    let store = Store::open(place.url()).await.unwrap();
    for _ in 0..600 {
        let waits =
            async move |tx: &mut Tx<'_>| Ok(chains::next_waiting(tx, None).await?.is_some());
        if store.read(waits).await.unwrap() {
            tokio::time::sleep(Duration::from_millis(100)).await;
        } else {
            let sealed = async move |tx: &mut Tx<'_>| {
                let sql = "SELECT COUNT(*) FROM audit_events WHERE sequence IS NOT NULL";
                tx.row(sql, &[], |r| r.get::<i64>(0)).await
            };
            assert!(store.read(sealed).await.unwrap() > Some(0));
            return audit_is_whole(&store).await;
        }
    }
    panic!("something waits to be sealed");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_before_a_kill_under_load_holds_on_sqlite() {
    survives(&Place::sqlite(), full(200, 20)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_before_a_kill_under_load_holds_on_postgres() {
    let Some(cluster) = Cluster::start() else {
        return;
    };
    survives(&cluster.place().await, full(200, 20)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_outlives_its_postgres_and_lets_nobody_in_meanwhile() {
    let Some(cluster) = Cluster::start() else {
        return;
    };
    let place = cluster.place().await;
    let casts = casts(&place, full(200, 20)).await;
    let mut program = Program::on(&place);
    program.start();
    let mut sessions = Vec::new();
    for (round, cast) in casts.into_iter().enumerate() {
        // From an address of its own, since each round brings its wrong answers.
        let at = program.browser();
        let somebody = cast.guessed.clone();
        let memory = storm(&mut program, cast, round, |_| cluster.crash()).await;
        nothing_works(&at, &somebody, memory.stays.first()).await;
        cluster.revive();
        let mut browser = at.clone();
        while browser.get("/readyz").await.status != 200 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        sessions.extend(memory.holds(&at).await);
        is_whole(&Store::open(place.url()).await.unwrap(), false).await;
    }
    for one in &mut sessions {
        one.get("/").await.expects(200, "Your applications");
    }
}

/// Without its database a node answers, and decides nothing.
async fn nothing_works(at: &Client, somebody: &Person, session: Option<&Client>) {
    let mut browser = at.clone();
    assert_eq!(browser.get("/healthz").await.status, 200);
    assert_eq!(browser.get("/readyz").await.status, 503);
    for password in [somebody.password.as_str(), "not the password"] {
        let fields = [("login", somebody.login.as_str()), ("password", password)];
        let answer = browser.post("/sign-in", &fields).await;
        answer.expects(503, "<h1");
        assert!(answer.headers.contains_key("retry-after") && browser.cookies.is_empty());
    }
    if let Some(mut session) = session.cloned() {
        let answer = session.get("/").await;
        assert!(answer.status == 503 && answer.headers.contains_key("retry-after"));
    }
}
