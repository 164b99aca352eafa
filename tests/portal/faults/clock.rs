//! A clock that is put back or forward under the running program.

use std::path::PathBuf;

use portcullis_core::id::NodeId;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_core::time::{Span, Timestamp};
use portcullis_server::instance;
use portcullis_server::jobs::{self, Work};
use portcullis_store::testing::Place;

use crate::client::Client;
use crate::portal::Portal;
use crate::program::{Program, now};

/// The program with a clock that the story moves.
struct Moved {
    program: Program,
    file: PathBuf,
    /// In seconds.
    by: i64,
}

impl Moved {
    /// None where libfaketime is missing, after saying so. In CI that is a failure.
    fn on(place: &Place) -> Option<Self> {
        let architectures = std::fs::read_dir("/usr/lib").unwrap();
        let library = architectures
            .map(|entry| entry.unwrap().path().join("faketime/libfaketime.so.1"))
            .find(|path| path.exists());
        let Some(library) = library else {
            let why = "no libfaketime (on Debian: apt-get install faketime)";
            assert!(std::env::var_os("CI").is_none(), "{why}");
            eprintln!("skipped: {why}");
            return None;
        };
        let program = Program::on(place);
        let file = program.folder.path().join("clock");
        std::fs::write(&file, "+0\n").unwrap();
        let program = program
            .with("LD_PRELOAD", library.to_str().unwrap())
            .with("FAKETIME_TIMESTAMP_FILE", file.to_str().unwrap())
            .with("FAKETIME_NO_CACHE", "1")
            .with("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        Some(Self {
            program,
            file,
            by: 0,
        })
    }

    /// Moves the clock on, or back.
    fn wait(&mut self, span: Span) {
        self.by += span.as_seconds();
        let new = self.file.with_extension("new");
        std::fs::write(&new, format!("{:+}\n", self.by)).unwrap();
        std::fs::rename(new, &self.file).unwrap();
    }

    fn now(&self) -> Timestamp {
        now() + Span::seconds(self.by)
    }

    /// A page that answers until a time has gone by since now, give or take what the test takes.
    async fn answers_until(&mut self, browser: &Client, path: &str, life: Span) {
        self.wait(life);
        self.wait(Span::minutes(-1));
        let answer = browser.clone().get(path).await;
        assert!(answer.status.is_success(), "{path} before its time");
        self.wait(Span::minutes(1));
        let answer = browser.clone().get(path).await;
        assert!(!answer.status.is_success(), "{path} after its time");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_put_back_an_hour_opens_no_used_code() {
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    portal.wait(portal.now().until(now() - Span::minutes(5)));
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, sheet) = portal.browser().enrolls(&portal, &ann).await;
    drop(portal);
    let Some(mut moved) = Moved::on(&place) else {
        return;
    };
    let mut first = moved.program.start();
    let page = first.signs_in(&ann.login, &ann.password).await;
    let used = app.code(moved.now());
    assert!(first.gives_code(&page, &used).await.opens());

    moved.wait(Span::hours(-1));
    let mut thief = moved.program.browser();
    let page = thief.signs_in(&ann.login, &ann.password).await;
    for code in [&app.code(moved.now()), &used] {
        let answer = thief.gives_code(&page, code).await;
        assert_eq!(answer.status, 422, "an hour back");
    }
    // Nobody knows how old the session is, so it is over; the log says why. Who must get in has the sheet.
    assert_eq!(first.clone().get("/").await.status, 303);
    let said = moved.program.logs("the clock was set back").await;
    assert_eq!(said, 1);
    let answer = thief.gives_recovery_code(&page, &sheet[0]).await;
    assert!(answer.location().unwrap().contains("replace-device"));

    // Restarted with the clock still back, it is no different.
    moved.program.kill();
    let mut thief = moved.program.start();
    let page = thief.signs_in(&ann.login, &ann.password).await;
    let answer = thief.gives_code(&page, &app.code(moved.now())).await;
    assert_eq!(answer.status, 422, "an hour back, after a restart");

    // Put right again, it goes on with the next code.
    moved.wait(Span::hours(1));
    let mut browser = moved.program.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let next = app.code(moved.now() + Span::seconds(30));
    assert!(browser.gives_code(&page, &next).await.opens());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_put_back_while_the_program_was_down_is_said_at_its_start() {
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    portal.wait(portal.now().until(now()));
    let node = NodeId::from_bytes([1; 16]);
    let ran = jobs::run_if_due(&portal.app, node, Work::CleanUp).await;
    assert!(ran.unwrap().is_some());
    drop(portal);
    let Some(mut moved) = Moved::on(&place) else {
        return;
    };
    moved.program.start();
    moved.program.kill();
    assert!(
        !moved.program.log().contains("set back"),
        "{}",
        moved.program.log()
    );
    moved.wait(Span::minutes(-10));
    moved.program.start();
    assert_eq!(moved.program.logs("later than the clock shows").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_end_ends_on_time_in_the_real_program() {
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    portal.wait(portal.now().until(now()));
    let Some(mut moved) = Moved::on(&place) else {
        return;
    };
    let stranger = moved.program.start();
    let link = portal.setup_link().await;
    moved.answers_until(&stranger, &link, Span::hours(1)).await;

    portal.wait(portal.now().until(moved.now()));
    let acme = portal.organization("acme", Rule::Required).await;
    let code = portal.letter(&acme, "greta").await.code.shown();
    let path = format!("/invitation/{code}");
    moved.answers_until(&stranger, &path, Span::days(14)).await;

    let olga = portal.person(&acme, "olga").await;
    let owner = (Scope::of(acme.id), olga.id);
    let made = instance::make_owner(&portal.app, &Actor::System, owner.0, owner.1).await;
    made.unwrap().unwrap();
    let mut browser = stranger.clone();
    let page = browser.signs_in(&olga.login, &olga.password).await;
    let attempt = page.hidden("attempt");
    let path = format!("/sign-in/set-up?attempt={attempt}");
    moved
        .answers_until(&browser, &path, Span::minutes(10))
        .await;

    let page = browser.signs_in(&olga.login, &olga.password).await;
    let attempt = page.hidden("attempt");
    let start = [("attempt", attempt.as_str())];
    browser.post("/sign-in/set-up/app", &start).await;
    let path = format!("/sign-in/set-up/scan?attempt={attempt}");
    moved
        .answers_until(&browser, &path, Span::minutes(30))
        .await;

    let page = browser.signs_in(&olga.login, &olga.password).await;
    let (app, _) = browser.sets_up_at(moved.now(), &page).await;
    let path = "/admin/acme/access";
    let mut administrator = browser.clone();
    moved.wait(Span::minutes(14));
    assert_eq!(administrator.get(path).await.status, 200);
    moved.wait(Span::minutes(16));
    let asked = administrator.get(path).await;
    assert!(asked.location().unwrap().starts_with("/step-up"));
    // Asking whether it lives is no use of it.
    let path = "/account/session";
    browser.get("/").await.expects(200, "Your applications");
    moved.answers_until(&browser, path, Span::hours(1)).await;

    let page = browser.signs_in(&olga.login, &olga.password).await;
    let code = app.code(moved.now());
    assert!(browser.gives_code(&page, &code).await.opens());
    for _ in 0..26 {
        moved.wait(Span::minutes(54));
        browser.get("/").await.expects(200, "Your applications");
    }
    // 23 h 24 min so far.
    moved.answers_until(&browser, "/", Span::minutes(36)).await;

    // In a browser that the account does not know.
    let mut other = moved.program.browser();
    for _ in 0..5 {
        other.signs_in(&olga.login, "not the password").await;
    }
    let early = other.signs_in(&olga.login, &olga.password).await;
    assert_eq!(early.status, 429);
    moved.wait(Span::seconds(30));
    let on_time = other.signs_in(&olga.login, &olga.password).await;
    on_time.expects(200, "Submit code");
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_wrong_codes_a_kill_and_ten_more_suspend_the_app() {
    let place = Place::sqlite();
    let portal = Portal::on(&place).await;
    portal.wait(portal.now().until(now() - Span::minutes(5)));
    let acme = portal.organization("acme", Rule::Required).await;
    let ann = portal.person(&acme, "ann").await;
    let (app, _) = portal.browser().enrolls(&portal, &ann).await;
    drop(portal);
    let Some(mut moved) = Moved::on(&place) else {
        return;
    };
    moved.program.start();
    for n in 1..=50 {
        if n == 41 {
            moved.program.kill();
            moved.program.start();
        }
        let mut browser = moved.program.browser();
        let page = browser.signs_in(&ann.login, &ann.password).await;
        let wrong = app.wrong_code(moved.now());
        let answer = browser.gives_code(&page, &wrong).await;
        assert_eq!(answer.status, 422, "the {n}th");
        let closed = answer.says("Codes from the app are closed");
        assert!(!closed, "the {n}th is looked at");
        moved.wait(Span::hours(1));
    }
    let mut browser = moved.program.browser();
    let page = browser.signs_in(&ann.login, &ann.password).await;
    let right = app.code(moved.now());
    let answer = browser.gives_code(&page, &right).await;
    answer.expects(422, "Codes from the app are closed");
}
