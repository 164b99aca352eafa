//! Forms on other sites: refused, with nothing set and nothing changed.

use portcullis_core::policy::Rule;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::chromium::Chromium;
use super::window::Look;
use crate::portal::{Person, Portal};

/// Another web site, with a form for the portal on its page; gives the port.
async fn other_site(portal: &Portal, person: &Person) -> u16 {
    let page = format!(
        "<!doctype html><h1>Win a prize</h1>
        <form method=post action='{0}/sign-in'><input name=login value='{1}'>
        <input name=password value='{2}'><button>Take the prize</button></form>
        <form method=post action='{0}/sign-out'><button>Take another</button></form>",
        portal.url, person.login, person.password
    );
    let answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
        page.len()
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let answer = answer.clone();
            // Browsers open connections that they may never use.
            tokio::spawn(async move {
                drop(stream.read(&mut [0; 4096]).await);
                drop(stream.write_all(answer.as_bytes()).await);
            });
        }
    });
    port
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_on_another_site_is_refused_and_sets_no_cookie() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let north = portal.organization("north", Rule::Off).await;
    let eva = portal.person(&north, "eva").await;
    let port = other_site(&portal, &eva).await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
    // Another host; and the same host at another port, which browsers call the same site.
    let sites = [
        format!("http://127.0.0.1:{port}"),
        format!("http://localhost:{port}"),
    ];

    for site in &sites {
        browser.client.goto(site).await.unwrap();
        browser.clicks("Take the prize").await;
        browser.arrives_at("That came from another site").await;
        assert_eq!(browser.asks(status).await, json!(403));
        assert!(browser.client.get_all_cookies().await.unwrap().is_empty());
    }
    assert_eq!(portal.count("SELECT count(*) FROM sessions").await, 0);

    browser.signs_in(&eva.login, &eva.password).await;
    browser.arrives_at("Your applications").await;
    for site in &sites {
        browser.client.goto(site).await.unwrap();
        browser.clicks("Take another").await;
        browser.arrives_at("That came from another site").await;
        browser.goes("/").await;
        browser.arrives_at("Your applications").await;
    }
}
