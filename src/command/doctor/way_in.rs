//! The way in that people take: the public address, asked from here.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::Finding;
use crate::config::Config;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

pub async fn examine(config: &Config) -> Finding {
    let check = "public address";
    let url = &config.settings.public_url;
    if url.scheme() == "https" {
        let advice = "open its /sign-in in a browser: it must show the page, and no warning";
        return Finding::warning(check, format!("{url} is not asked: it speaks TLS"), advice);
    }
    let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
        return Finding::problem(check, format!("{url} has no host"), "set `public_url`");
    };
    let asked = async {
        let alive = status(host, port, "/healthz").await?;
        Ok::<_, std::io::Error>((alive, status(host, port, "/sign-in").await?))
    };
    let advice = "start the portal, or set `public_url` to where people reach it";
    match tokio::time::timeout(PATIENCE, asked).await {
        Err(_) => Finding::problem(check, format!("{url} does not answer"), advice),
        Ok(Err(why)) => Finding::problem(check, format!("{url} can't be reached: {why}"), advice),
        Ok(Ok((Some(200), Some(200)))) => Finding::ok(check, format!("{url} answers")),
        Ok(Ok((Some(200), Some(421)))) => {
            let advice = "see that the proxy passes the Host header on as it is";
            Finding::problem(check, format!("{url} does not know its own name"), advice)
        }
        Ok(Ok(_)) => Finding::problem(check, format!("{url} is not this portal"), advice),
    }
}

/// The status of an answer, if it is HTTP.
async fn status(host: &str, port: u16, path: &str) -> std::io::Result<Option<u16>> {
    let mut stream = TcpStream::connect((host.trim_matches(['[', ']']), port)).await?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.take(64).read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    let word = answer.split(' ').nth(1);
    Ok(word
        .filter(|_| answer.starts_with("HTTP/1."))
        .and_then(|word| word.parse().ok()))
}
