//! Clients that are slow, silent, many or ambiguous: the others are served, and what they cost is
//! bounded (security.md RL-5, WH-9).

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use portcullis_server::web::Limits;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::task::JoinSet;

use crate::full;
use crate::portal::Portal;
use crate::program::Program;
use crate::wire::Wire;

const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

/// The shipped limits with times that a story can wait for.
fn quick() -> Limits {
    Limits {
        header: Duration::from_secs(1),
        body: Duration::from_secs(1),
        answer: Duration::from_secs(1),
        ..Limits::within(20_000)
    }
}

/// This process may have as many files open as the system lets it.
fn raise_file_limit() {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limit.maximum,
        ..limit
    };
    setrlimit(Resource::Nofile, raised).unwrap();
}

/// The `n`th of many addresses of this machine, a hundred connections for each.
fn address(n: u32) -> String {
    let client = n / 100;
    format!("127.1.{}.{}", client / 200, client % 200 + 1)
}

fn host(url: &str) -> &str {
    url.strip_prefix("http://").unwrap()
}

/// Sends a byte now and then until the portal has had enough, and gives what it said.
async fn trickles(mut wire: Wire, start: &str) -> String {
    let mut rest = String::new();
    wire.send(start).await;
    while wire.send("x").await {
        rest += &wire.said(Duration::from_millis(200)).await;
    }
    rest + &wire.rest().await
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_headers_and_slow_bodies_end_and_others_are_served_meanwhile() {
    raise_file_limit();
    let portal = Portal::guarded(quick()).await;
    let host = host(&portal.url);
    let header = format!("GET /sign-in HTTP/1.1\r\nHost: {host}\r\nX-Slow: ");
    let body = format!(
        "POST /sign-in HTTP/1.1\r\nHost: {host}\r\n{FORM}\r\nContent-Length: 60000\r\n\r\nlogin="
    );
    let report = format!("POST /csp HTTP/1.1\r\nHost: {host}\r\nContent-Length: 60000\r\n\r\n{{");
    let chunks = format!(
        "POST /sign-in HTTP/1.1\r\nHost: {host}\r\n{FORM}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nlogin\r\n4000\r\n"
    );
    let mut slow = Vec::new();
    for n in 0..full(4_000, 600) {
        let wire = Wire::from(&address(n), &portal.url).await.unwrap();
        let start = [&header, &body, &report, &chunks][n as usize % 4].clone();
        let is_header = n % 4 == 0;
        slow.push(tokio::spawn(async move {
            (is_header, trickles(wire, &start).await)
        }));
    }
    let mut served = 0;
    while slow.iter().any(|one| !one.is_finished()) || served < 10 {
        portal
            .browser()
            .get("/sign-in")
            .await
            .expects(200, "Log in");
        served += 1;
    }
    for one in slow {
        let (is_header, said) = one.await.unwrap();
        if is_header {
            assert_eq!(said, "", "a header that never ends gets no answer");
        } else if !said.is_empty() {
            // A reset may overtake the answer; what arrives is whole and dressed.
            assert!(said.starts_with("HTTP/1.1 408 "), "{said}");
            assert!(said.contains("content-security-policy: "), "{said}");
            assert!(said.contains("connection: close"), "{said}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_stops_gets_a_page_that_says_so() {
    let portal = Portal::guarded(quick()).await;
    let host = host(&portal.url);
    for (accept, expect) in [
        ("text/html", "That took too long to arrive"),
        ("application/json", "\"status\":408"),
    ] {
        let mut wire = Wire::to(&portal.url).await;
        wire.send(format!(
            "POST /sign-in HTTP/1.1\r\nHost: {host}\r\n{FORM}\r\nAccept: {accept}\r\nContent-Length: 100\r\n\r\nlogin=ann"
        ))
        .await;
        let answer = wire.rest().await;
        assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
        assert!(answer.contains(expect), "{expect} is not in {answer}");
        assert!(answer.contains("x-frame-options: DENY"), "{answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_too_much_is_told_so_and_may_ask_again() {
    let portal = Portal::guarded(quick()).await;
    let host = host(&portal.url);
    let start = |path: &str, more: &str, length: usize| {
        format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\n{FORM}\r\n{more}Content-Length: {length}\r\n\r\n"
        )
    };
    let megabytes = |n: usize| vec![b'x'; n * 1024 * 1024];
    let mut wire = Wire::to(&portal.url).await;
    // Refused for its length, and before anything of it is looked at.
    for (path, expect) in [("/sign-in", "413"), ("/none", "404"), ("/account", "303")] {
        let large = megabytes(8);
        assert!(wire.send(start(path, "", large.len())).await, "{path}");
        assert!(wire.send(large).await, "{path}");
        let answer = wire.answer().await;
        let line = format!("HTTP/1.1 {expect} ");
        assert!(answer.starts_with(&line), "{path}: {answer}");
    }
    // Who asks first is told before the body is sent.
    let expect = "Expect: 100-continue\r\n";
    wire.send(start("/account", expect, 8 * 1024 * 1024)).await;
    let answer = wire.answer().await;
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    // Nobody is read without end, nor waited for.
    let mut wire = Wire::to(&portal.url).await;
    wire.send(start("/none", "", usize::MAX / 2)).await;
    let some = megabytes(1);
    let mut sent = 0;
    while sent < 100 && wire.send(&some).await {
        sent += 1;
    }
    assert!((16..100).contains(&sent), "{sent} MiB were taken");
    wire.rest().await;
    let mut wire = Wire::to(&portal.url).await;
    wire.send(start("/none", "", 100) + "x").await;
    let answer = wire.rest().await;
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_takes_no_answer_is_given_up() {
    let portal = Portal::guarded(quick()).await;
    let request = format!(
        "GET /sign-in HTTP/1.1\r\nHost: {}\r\n\r\n",
        host(&portal.url)
    );
    let many = request.repeat(1_000);
    let mut wire = Wire::to(&portal.url).await;
    let asks_for_ever = async { while wire.send(&many).await {} };
    let ended = tokio::time::timeout(Duration::from_mins(2), asks_for_ever).await;
    ended.expect("the portal ends the connection");
    portal
        .browser()
        .get("/sign-in")
        .await
        .expects(200, "Log in");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_has_a_hundred_connections_and_a_trusted_network_any_number() {
    let portal = Portal::guarded(Limits {
        header: Duration::from_mins(10),
        ..Limits::within(20_000)
    })
    .await;
    portal.decides(|settings| {
        settings.trusted_networks = vec!["127.0.2.0/24".parse().unwrap()];
        settings.trusted_proxies = vec!["127.0.3.1/32".parse().unwrap()];
    });
    let request = format!(
        "GET /healthz HTTP/1.1\r\nHost: {}\r\n\r\n",
        host(&portal.url)
    );
    let mut open = Vec::new();
    for _ in 0..100 {
        open.push(Wire::from("127.0.1.1", &portal.url).await.unwrap());
    }
    let mut refused = Wire::from("127.0.1.1", &portal.url).await.unwrap();
    refused.send(&request).await;
    assert_eq!(refused.rest().await, "");
    for (address, many) in [("127.0.1.2", 1), ("127.0.2.1", 150), ("127.0.3.1", 150)] {
        let mut held = Vec::new();
        for n in 0..many {
            let mut wire = Wire::from(address, &portal.url).await.unwrap();
            wire.send(&request).await;
            assert!(
                wire.answer().await.contains(" 200 OK"),
                "{address}, connection {n}"
            );
            held.push(wire);
        }
    }
    // Who closes one may open another.
    open.pop();
    loop {
        let mut wire = Wire::from("127.0.1.1", &portal.url).await.unwrap();
        wire.send(&request).await;
        if wire.answer().await.contains(" 200 OK") {
            break;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_room_for_connections_others_wait_and_are_served() {
    let portal = Portal::guarded(Limits {
        connections: 4,
        ..quick()
    })
    .await;
    let mut silent = Vec::new();
    for _ in 0..8 {
        silent.push(Wire::to(&portal.url).await);
    }
    portal
        .browser()
        .get("/sign-in")
        .await
        .expects(200, "Log in");
    for wire in &mut silent {
        assert_eq!(wire.rest().await, "");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn when_room_gets_short_nobody_keeps_a_connection_for_the_next_request() {
    let portal = Portal::guarded(Limits {
        speaking: 8,
        ..Limits::within(20_000)
    })
    .await;
    let host = host(&portal.url);
    let mut held = Vec::new();
    for _ in 0..6 {
        let mut wire = Wire::to(&portal.url).await;
        wire.send(format!("GET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n"))
            .await;
        let answer = wire.answer().await;
        assert!(!answer.contains("connection: close"), "{answer}");
        held.push(wire);
    }
    for _ in 0..20 {
        let mut wire = Wire::to(&portal.url).await;
        wire.send(format!("GET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n"))
            .await;
        let answer = wire.rest().await;
        assert!(answer.contains("connection: close"), "{answer}");
    }
}

/// Limits with few places, and times that no story waits for.
fn few_places(patience: Duration) -> Limits {
    Limits {
        header: Duration::from_mins(10),
        body: Duration::from_mins(10),
        answer: Duration::from_mins(10),
        patience,
        speaking: 8,
        speaking_per_address: 2,
        ..Limits::within(20_000)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn places_that_many_addresses_hold_are_taken_from_them_and_others_are_served() {
    let portal = Portal::guarded(few_places(Duration::from_millis(200))).await;
    let host = host(&portal.url);
    let half_a_body = format!(
        "POST /sign-in HTTP/1.1\r\nHost: {host}\r\n{FORM}\r\nContent-Length: 60000\r\n\r\nlogin="
    );
    let half_a_header = format!(
        "GET / HTTP/1.1\r\nHost: {host}\r\nX-Long: {}",
        "x".repeat(4_000)
    );
    let idle = format!("GET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let given_way = Arc::new(AtomicUsize::new(0));
    let mut attack = JoinSet::new();
    for n in 0..80 {
        let start = [&half_a_body, &half_a_body, &half_a_header, &idle][n % 4].clone();
        let (url, given_way) = (portal.url.clone(), given_way.clone());
        attack.spawn(async move {
            // As soon as one is closed there is another.
            loop {
                let from = format!("127.0.4.{}", n / 8 + 1);
                let mut wire = Wire::from(&from, &url).await.unwrap();
                wire.send(&start).await;
                while !wire.said(Duration::from_mins(10)).await.is_empty() {}
                given_way.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
    let bystander = async {
        // None does before all room is taken.
        while given_way.load(Ordering::Relaxed) < 8 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        for _ in 0..3 {
            let page = portal.browser().get("/sign-in").await;
            page.expects(200, "Log in");
            let page = portal.browser().signs_in("nobody", "nothing").await;
            page.expects(422, "Log in");
        }
    };
    let served = tokio::time::timeout(Duration::from_mins(1), bystander).await;
    served.expect("others are served while the attack stands");
    assert!(attack.try_join_next().is_none(), "the attack stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_holds_its_places_keeps_only_itself_waiting() {
    let portal = Portal::guarded(few_places(Duration::from_mins(10))).await;
    let host = host(&portal.url);
    let mut held = Vec::new();
    for _ in 0..20 {
        let mut wire = Wire::from("127.0.4.1", &portal.url).await.unwrap();
        wire.send(format!(
            "POST /sign-in HTTP/1.1\r\nHost: {host}\r\n{FORM}\r\nContent-Length: 60000\r\n\r\nlogin="
        ))
        .await;
        held.push(wire);
    }
    let bystander = async {
        for _ in 0..20 {
            let page = portal.browser().get("/healthz").await;
            page.expects(200, "ok");
        }
    };
    let served = tokio::time::timeout(Duration::from_mins(1), bystander).await;
    served.expect("others are served");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_behind_one_address_queues_and_everybody_is_answered() {
    let portal = Portal::guarded(few_places(Duration::from_millis(200))).await;
    let request = format!(
        "GET /sign-in HTTP/1.1\r\nHost: {}\r\n\r\n",
        host(&portal.url)
    );
    let mut people = Vec::new();
    for _ in 0..100 {
        let mut wire = Wire::to(&portal.url).await;
        wire.send(&request).await;
        people.push(wire);
    }
    for (n, wire) in people.iter_mut().enumerate() {
        let answer = wire.answer().await;
        assert!(answer.contains(" 200 OK"), "person {n}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn thousands_of_silent_connections_cost_little_and_others_are_served() {
    raise_file_limit();
    let mut program = Program::new();
    let mut browser = program.start();
    browser.get("/sign-in").await.expects(200, "Log in");
    let url = format!("http://localhost:{}", program.port);
    let idle = program.memory_kib();
    for (what, bytes) in [
        ("silent", String::new()),
        (
            "half a header",
            format!("GET / HTTP/1.1\r\nHost: {}\r\nX: ", host(&url)),
        ),
    ] {
        let mut open = Vec::new();
        for n in 0..full(10_000, 1_000) {
            let mut wire = Wire::from(&address(n), &url).await.unwrap();
            wire.send(&bytes).await;
            open.push(wire);
            if n % 100 == 0 {
                program
                    .browser()
                    .get("/sign-in")
                    .await
                    .expects(200, "Log in");
            }
        }
        program
            .browser()
            .get("/sign-in")
            .await
            .expects(200, "Log in");
        let now = program.memory_kib();
        println!(
            "{what}: {} connections, {idle} KiB before, {now} KiB now",
            open.len()
        );
        assert!(
            now <= idle + 64 * 1024,
            "{what}: {idle} KiB, then {now} KiB"
        );
        for wire in &mut open {
            assert_eq!(wire.rest().await, "", "{what}: it ends without an answer");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_files_for_connections_it_waits_and_serves_again() {
    let mut program = Program::new();
    let serve = program.serve_command();
    let mut few = Command::new("sh");
    few.args(["-c", "ulimit -n 60; exec \"$0\" \"$@\""])
        .arg(serve.get_program())
        .args(serve.get_args())
        .current_dir(program.folder.path())
        .env_clear();
    program.start_by(few);
    let url = format!("http://localhost:{}", program.port);
    let mut open = Vec::new();
    for n in 0..60 {
        open.push(Wire::from(&address(n * 50), &url).await.unwrap());
    }
    program.logs("connections can't be taken").await;
    drop(open);
    program
        .browser()
        .get("/sign-in")
        .await
        .expects(200, "Log in");
}

/// Sends bytes and gives all answers until the portal closes the connection.
async fn answers(portal: &Portal, bytes: &str) -> String {
    let mut wire = Wire::to(&portal.url).await;
    wire.send(bytes).await;
    wire.rest().await
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "a table of requests")]
async fn what_two_servers_could_read_in_two_ways_is_refused_or_ends_the_connection() {
    let portal = Portal::guarded(quick()).await;
    let host = format!("Host: {}\r\n", host(&portal.url));
    let post = format!("POST /sign-in HTTP/1.1\r\n{host}{FORM}\r\n");
    let hidden = format!("GET /healthz HTTP/1.1\r\n{host}\r\n");
    let long = "x".repeat(40_000);
    let many = "X: 1\r\n".repeat(200);
    for (what, bytes, expect) in [
        // The body ends with its chunks, and nothing behind it is read.
        (
            "length and chunks",
            format!(
                "{post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}"
            ),
            422,
        ),
        (
            "chunks and length",
            format!(
                "{post}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n{hidden}"
            ),
            422,
        ),
        (
            "chunks alone",
            format!("{post}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}"),
            422,
        ),
        (
            "chunks, but not last",
            format!("{post}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n{hidden}"),
            400,
        ),
        (
            "two codings",
            format!(
                "{post}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n{hidden}"
            ),
            400,
        ),
        (
            "no coding",
            format!("{post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{hidden}"),
            400,
        ),
        (
            "chunks in HTTP/1.0",
            format!(
                "POST /sign-in HTTP/1.0\r\n{host}{FORM}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}"
            ),
            400,
        ),
        (
            "a chunk without a size",
            format!("{post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{hidden}"),
            400,
        ),
        (
            "a chunk too large to count",
            format!("{post}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{hidden}"),
            400,
        ),
        (
            "two lengths",
            format!("{post}Content-Length: 0\r\nContent-Length: 50\r\n\r\n{hidden}"),
            400,
        ),
        (
            "a list of lengths",
            format!("{post}Content-Length: 0, 50\r\n\r\n{hidden}"),
            400,
        ),
        (
            "a signed length",
            format!("{post}Content-Length: +0\r\n\r\n{hidden}"),
            400,
        ),
        (
            "a negative length",
            format!("{post}Content-Length: -1\r\n\r\n{hidden}"),
            400,
        ),
        (
            "a length that is no number",
            format!("{post}Content-Length: 0x0\r\n\r\n{hidden}"),
            400,
        ),
        (
            "a space before the colon",
            format!("{post}Content-Length : 0\r\n\r\n{hidden}"),
            400,
        ),
        (
            "a folded line",
            format!("{post}X: a\r\n Content-Length: 50\r\n\r\n{hidden}"),
            400,
        ),
        (
            "a folded first line",
            format!("POST /sign-in HTTP/1.1\r\n X: a\r\n{host}\r\n{hidden}"),
            400,
        ),
        (
            "a bare CR",
            format!("{post}X: a\rContent-Length: 50\r\n\r\n{hidden}"),
            400,
        ),
        ("NUL", format!("{post}X: a\0b\r\n\r\n{hidden}"), 400),
        (
            "a name with a space",
            format!("{post}X Y: a\r\n\r\n{hidden}"),
            400,
        ),
        (
            "no version",
            format!("GET /sign-in\r\n{host}\r\n{hidden}"),
            400,
        ),
        (
            "HTTP/2",
            format!("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n{hidden}"),
            0,
        ),
        (
            "a long header",
            format!("{post}X: {long}\r\n\r\n{hidden}"),
            431,
        ),
        (
            "a long address",
            format!("GET /{long} HTTP/1.1\r\n{host}\r\n{hidden}"),
            431,
        ),
        ("many headers", format!("{post}{many}\r\n{hidden}"), 431),
    ] {
        let answers = answers(&portal, &bytes).await;
        let (first, many) = match expect {
            0 => (String::new(), 0),
            status => (format!("HTTP/1.1 {status} "), 1),
        };
        assert!(answers.starts_with(&first), "{what}: {answers}");
        assert_eq!(
            answers.matches("HTTP/1.1 ").count(),
            many,
            "{what}: {answers}"
        );
        assert!(!answers.ends_with("ok\n"), "{what}: {answers}");
    }
    assert_eq!(portal.count("SELECT COUNT(*) FROM attempts").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_is_never_read_as_a_request() {
    let portal = Portal::guarded(quick()).await;
    let host = format!("Host: {}\r\n", host(&portal.url));
    let hidden = format!("GET /healthz HTTP/1.1\r\n{host}\r\n");
    let length = hidden.len();
    for (what, bytes, expect) in [
        (
            "a GET with a body",
            format!("GET /sign-in HTTP/1.1\r\n{host}Content-Length: {length}\r\n\r\n{hidden}"),
            200,
        ),
        (
            "no such page",
            format!("GET /none HTTP/1.1\r\n{host}Content-Length: {length}\r\n\r\n{hidden}"),
            404,
        ),
        (
            "another host",
            format!(
                "POST /sign-in HTTP/1.1\r\nHost: evil.example\r\nContent-Length: {length}\r\n\r\n{hidden}"
            ),
            421,
        ),
        (
            "from another site",
            format!(
                "POST /sign-in HTTP/1.1\r\n{host}Sec-Fetch-Site: cross-site\r\nContent-Length: {length}\r\n\r\n{hidden}"
            ),
            403,
        ),
        (
            "the same length twice",
            format!(
                "POST /sign-in HTTP/1.1\r\n{host}{FORM}\r\nContent-Length: {length}\r\nContent-Length: {length}\r\n\r\n{hidden}"
            ),
            400,
        ),
        (
            "bare line feeds",
            format!("POST /sign-in HTTP/1.1\n{host}{FORM}\nContent-Length: {length}\n\n{hidden}"),
            400,
        ),
    ] {
        let answers = answers(&portal, &bytes).await;
        assert!(
            answers.starts_with(&format!("HTTP/1.1 {expect} ")),
            "{what}: {answers}"
        );
        assert_eq!(answers.matches("HTTP/1.1 ").count(), 1, "{what}: {answers}");
    }
    // Two requests that are two get two answers.
    let answers = answers(&portal, &hidden.repeat(2)).await;
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 2, "{answers}");
}
