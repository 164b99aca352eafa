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

/// The pages that are compared, with what stands for the id of an account.
const PAGES: [(&str, &str); 7] = [
    ("access list", "/admin/acme/access"),
    ("access list, 2nd page", "/admin/acme/access?after=person2"),
    ("filter", "/admin/acme/access?mfa=enabled"),
    ("filter, few", "/admin/acme/access?mfa=disabled"),
    ("search", "/admin/acme/access?named=person4"),
    ("one person", "/admin/acme/access/{account}"),
    ("audit log", "/admin/acme/audit"),
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
    rounds: Rounds,
}

/// What each round showed.
#[derive(Default)]
struct Rounds {
    start: Vec<f64>,
    sign_in: Vec<f64>,
    code: Vec<f64>,
    session: Vec<f64>,
    pages: [Vec<f64>; PAGES.len()],
}

pub async fn bench(bench: Run, report: &mut Report) {
    for engine in [|| Some(Place::sqlite()), || Place::postgres(&[MEMORY])] {
        let (Some(small), Some(large)) = (engine(), engine()) else {
            continue;
        };
        let begun = Instant::now();
        let large = Portal::with(large, LARGE).await;
        let took = begun.elapsed().as_secs_f64();
        let name = |what: &str| format!("growth, {}, {what}", large.world.place.engine);
        let loaded = Row::new(name("accounts loaded"), large.accounts as f64 / took, "/s");
        report.row(&loaded);
        note(&format!("{} accounts in {took:.0} s", large.accounts));
        let small = Portal::with(small, SMALL).await;
        let mut portals = [small, large];
        for _ in 0..bench.rounds {
            for portal in &mut portals {
                portal.round().await;
            }
        }
        tell(&portals, report);
        let [_, large] = portals;
        large.export(report).await;
    }
}

fn tell([small, large]: &[Portal; 2], report: &mut Report) {
    let name = |what: &str| format!("growth, {}, {what}", large.world.place.engine);
    let of = |rounds: &Vec<f64>| median(rounds.clone());
    let (few, many) = (&small.rounds, &large.rounds);
    let times = [("start", &few.start, &many.start)];
    let pages = PAGES.iter().zip(&few.pages).zip(&many.pages);
    let pages = pages.map(|(((page, _), few), many)| (*page, few, many));
    for (what, few, many) in times.into_iter().chain(pages) {
        let row = Row::new(name(what), of(many) * 1e3, "ms").of(of(few) * 1e3);
        report.row(&row.goal(Goal::AtMost(1.5)));
    }
    for (what, few, many, goal) in [
        ("sign-in", &few.sign_in, &many.sign_in, 0.90),
        ("code, 64 connections", &few.code, &many.code, 0.55),
        ("session", &few.session, &many.session, 0.8),
    ] {
        let row = Row::new(name(what), of(many), "/s").of(of(few));
        report.row(&row.goal(Goal::AtLeast(goal)));
    }
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
            rounds: Rounds::default(),
            world,
        }
    }

    async fn round(&mut self) {
        for _ in 0..STARTS {
            let again = Server::start(&self.world.place).await;
            self.rounds.start.push(again.started_in);
        }
        let port = self.server.port;
        for ((_, path), rounds) in PAGES.iter().zip(&mut self.rounds.pages) {
            let path = path.replace("{account}", &self.whose);
            let page = Get::new(port, requests::page(port, &path, &self.admin.1), 200);
            rounds.push(run(vec![page], TIME / 5).await.p50());
        }
        let done = run(SignIn::over(&[port], 16, &self.for_sign_in), TIME * 4 / 5).await;
        self.rounds.sign_in.push(done.rate());

        let codes = Codes::over(&[port], 64, (&self.world, &mut self.for_code)).await;
        let done = run(codes, AT_MOST).await;
        assert_eq!(done.count, self.for_code.len() as u64, "codes");
        self.rounds.code.push(done.rate());

        let session = |token: &String| Get::new(port, requests::session(port, token), 204);
        let done = run(self.tokens.iter().take(32).map(session).collect(), TIME / 2).await;
        self.rounds.session.push(done.rate());
    }

    /// Everybody of the large organization as a file, and what the server needed for it.
    async fn export(self, report: &mut Report) {
        let name = |what: &str| format!("growth, {}, export, {what}", self.world.place.engine);
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
        report.row(&Row::new(name("people"), lines as f64 / took, "/s"));
        let grown = server.peak_memory() - before;
        let is_sqlite = self.world.place.engine == "SQLite";
        let caches = if is_sqlite { READ_CACHES } else { 0.0 };
        let row = Row::new(name("more memory"), grown, "MiB").of(EXPORT_MEMORY + caches);
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
