//! `growth`: what a portal with a million accounts, half of them in one organization, costs more than one
//! with a thousand, on both engines; and an export of its largest organization, whose memory must not grow.

use std::net::Ipv4Addr;
use std::slice;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::code::Codes;
use crate::load::run;
use crate::place::Place;
use crate::report::{Goal, Report, Row, median, note};
use crate::requests::{People, SignIn};
use crate::seed::{Person, World};
use crate::server::Server;
use crate::session::Get;
use crate::{Run, requests};

/// Accounts in the large organization, other organizations, and accounts in each of those.
type Size = (usize, usize, usize);
const SMALL: Size = (1_000, 0, 0);
const LARGE: Size = (500_000, 1_999, 250);
/// Who is measured, evenly in the large organization: half sign in, half send codes. The others are copies. In half a minute each has one
/// code more to give, so there are more of them than sign in within a round of that length.
const PEOPLE: usize = 1_000;

const TIME: Duration = Duration::from_secs(5);
const AT_MOST: Duration = Duration::from_secs(25);
const STARTS: u32 = 5;
/// What whoever has a million accounts gives `PostgreSQL`; its default is for small machines.
const MEMORY: &str = "shared_buffers = '1GB'";
/// What an export may need beyond what the server had, in MiB: as much for one of 500 people as for one of 500,000.
const EXPORT_MEMORY: f64 = 16.0;
/// How many columns it has.
const COLUMNS: usize = 16;
/// What `SQLite` keeps of the file besides, once: each of four reading connections, 8 MiB, which no few people fill.
const READ_CACHES: f64 = 4.0 * 8.0;

/// What both portals are asked, one right after the other, so that both meet the machine in one state.
#[derive(Clone, Copy)]
enum Asked {
    /// To start.
    Start,
    /// For a page; `{account}` stands for the id of an account.
    Page(&'static str),
    /// To take passwords and codes.
    SignIn,
    /// To take codes.
    Code,
    /// For the session page.
    Session,
}

const PAGE: Goal = Goal::AtMost(1.5);
const ROWS: [(&str, Asked, Goal); 11] = [
    ("start", Asked::Start, PAGE),
    ("access list", Asked::Page("/admin/acme/access"), PAGE),
    (
        "access list, 2nd page",
        Asked::Page("/admin/acme/access?after=person2"),
        PAGE,
    ),
    (
        "filter",
        Asked::Page("/admin/acme/access?mfa=enabled"),
        PAGE,
    ),
    (
        "filter, few",
        Asked::Page("/admin/acme/access?mfa=disabled"),
        PAGE,
    ),
    (
        "search",
        Asked::Page("/admin/acme/access?named=person4"),
        PAGE,
    ),
    (
        "one person",
        Asked::Page("/admin/acme/access/{account}"),
        PAGE,
    ),
    ("audit log", Asked::Page("/admin/acme/audit"), PAGE),
    ("sign-in", Asked::SignIn, Goal::AtLeast(0.90)),
    ("code, 64 connections", Asked::Code, Goal::AtLeast(0.55)),
    ("session", Asked::Session, Goal::AtLeast(0.8)),
];

struct Portal {
    world: World,
    server: Server,
    accounts: usize,
    for_sign_in: People,
    for_code: Vec<Person>,
    tokens: Vec<String>,
    /// Who administers, and the token of a session of theirs.
    admin: (Person, String),
    whose: String,
}

pub async fn bench(bench: Run, report: &mut Report) {
    for engine in [|| Some(Place::sqlite()), || Place::postgres(&[MEMORY])] {
        let (Some(small), Some(large)) = (engine(), engine()) else {
            continue;
        };
        let begun = Instant::now();
        let mut large = Portal::with(large, LARGE).await;
        let took = begun.elapsed().as_secs_f64();
        let name = large.row("accounts loaded");
        report.row(&Row::new(name, large.accounts as f64 / took, "/s"));
        note(&format!("{} accounts in {took:.0} s", large.accounts));
        let mut small = Portal::with(small, SMALL).await;
        let mut rounds: [Vec<(f64, f64)>; ROWS.len()] = Default::default();
        for _ in 0..bench.rounds {
            for ((_, asked, _), rounds) in ROWS.iter().zip(&mut rounds) {
                let few = small.measure(*asked).await;
                rounds.push((large.measure(*asked).await, few));
            }
        }
        for ((what, asked, goal), rounds) in ROWS.iter().zip(rounds) {
            let (many, few) = of_median_ratio(rounds);
            let unit = match asked {
                Asked::Start | Asked::Page(_) => "ms",
                Asked::SignIn | Asked::Code | Asked::Session => "/s",
            };
            report.row(&Row::new(large.row(what), many, unit).of(few).goal(*goal));
        }
        large.export(report).await;
    }
}

/// The round in the middle by the ratio of its two figures: what a machine does to both at once is not in it.
fn of_median_ratio(mut rounds: Vec<(f64, f64)>) -> (f64, f64) {
    rounds.sort_by(|(a, b), (c, d)| (a / b).total_cmp(&(c / d)));
    rounds[rounds.len() / 2]
}

impl Portal {
    async fn with(place: Place, (large, others, each): Size) -> Self {
        let world = World::on(place).await;
        for other in 0..others {
            world
                .large_organization(&format!("other{other}"), each, each)
                .await;
        }
        let mut measured = world
            .large_organization("acme", large, large / PEOPLE)
            .await;
        world.settles().await;
        world.events(&world.everybody(&measured[0]).await).await;
        world.settles().await;
        let admin = measured[PEOPLE / 2].clone();
        let admin = (admin.clone(), world.administers(&admin).await);
        let whose = measured[PEOPLE / 3].id();
        let for_code = measured.split_off(PEOPLE / 2);
        Self {
            tokens: world.sessions(&for_code).await,
            server: Server::start(&world.place).await,
            for_sign_in: Arc::new(Mutex::new(measured.into())),
            accounts: large + others * each,
            for_code,
            admin,
            whose,
            world,
        }
    }

    fn row(&self, what: &str) -> String {
        format!("growth, {}, {what}", self.world.place.engine)
    }

    /// Milliseconds of a start or a page, else answers a second.
    async fn measure(&mut self, asked: Asked) -> f64 {
        let port = self.server.port;
        match asked {
            Asked::Start => {
                let mut took = Vec::new();
                for _ in 0..STARTS {
                    took.push(Server::start(&self.world.place).await.started_in);
                }
                median(took) * 1e3
            }
            Asked::Page(path) => {
                let path = path.replace("{account}", &self.whose);
                let page = Get::new(port, requests::page(port, &path, &self.admin.1), 200);
                run(vec![page], TIME / 5).await.p50() * 1e3
            }
            Asked::SignIn => {
                let sign_ins = SignIn::over(&[port], 16, &self.for_sign_in);
                run(sign_ins, TIME * 4 / 5).await.rate()
            }
            Asked::Code => {
                let codes = Codes::over(&[port], 64, (&self.world, &mut self.for_code)).await;
                let done = run(codes, AT_MOST).await;
                assert_eq!(done.count, self.for_code.len() as u64, "codes");
                done.rate()
            }
            Asked::Session => {
                let session = |token: &String| Get::new(port, requests::session(port, token), 204);
                let sessions = self.tokens.iter().take(32).map(session).collect();
                run(sessions, TIME / 2).await.rate()
            }
        }
    }

    /// Everybody of the large organization as a file, and what the server needed for it.
    async fn export(self, report: &mut Report) {
        let server = Server::start(&self.world.place).await;
        // A file is given to whoever has just proved who they are.
        let fresh = self.world.sessions(slice::from_ref(&self.admin.0)).await;
        let page = requests::page(server.port, "/admin/acme/access", &fresh[0]);
        run(vec![Get::new(server.port, page, 200)], TIME / 5).await;
        let before = server.memory();
        let request = requests::export(server.port, "/admin/acme/access/export", &fresh[0]);
        let begun = Instant::now();
        let lines = lines(server.port, &request).await;
        let took = begun.elapsed().as_secs_f64();
        assert_eq!(lines, LARGE.0 as u64 + 1, "people and a head");
        report.row(&Row::new(
            self.row("export, people"),
            lines as f64 / took,
            "/s",
        ));
        let grown = server.peak_memory() - before;
        let is_sqlite = self.world.place.engine == "SQLite";
        let caches = if is_sqlite { READ_CACHES } else { 0.0 };
        let row =
            Row::new(self.row("export, more memory"), grown, "MiB").of(EXPORT_MEMORY + caches);
        report.row(&row.goal(Goal::AtMost(1.0)));
    }
}

/// How many lines of a file come in an answer that ends with its connection.
async fn lines(port: u16, request: &[u8]) -> u64 {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))
        .await
        .unwrap();
    stream.write_all(request).await.unwrap();
    let (mut lines, mut head) = (0, Vec::new());
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = stream.read(&mut piece).await.unwrap();
        if read == 0 {
            return lines;
        }
        // A row ends with CR and LF behind a quote or a word; so do a head's lines and those of chunks, which
        // have no comma, or few.
        head.extend_from_slice(&piece[..read]);
        let Some(end) = head.iter().rposition(|byte| *byte == b'\n') else {
            continue;
        };
        let rest = head.split_off(end + 1);
        let whole = head.split(|byte| *byte == b'\n');
        let rows = whole.filter(|line| line.split(|byte| *byte == b',').count() == COLUMNS);
        lines += rows.count() as u64;
        head = rest;
    }
}
