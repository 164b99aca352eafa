//! Whether what is asked by RADIUS is believed too easily.

use super::Finding;
use crate::config::Config;

/// How many clients are named.
const NAMED: usize = 5;

/// Where clients ask, and which of those beyond this machine may leave their signature out.
pub fn examine(config: &Config, unsigned: &[(String, String)]) -> Finding {
    let check = "radius";
    let over_tls = match config.radius_tls() {
        Err(why) => {
            let advice =
                "see `radius.tls_certificate`, `radius.tls_key` and `radius.tls_client_ca`";
            return Finding::problem(check, why.to_string(), advice);
        }
        Ok(over_tls) => over_tls.map(|(address, _)| format!("over TLS on {address}")),
    };
    let by_udp = config
        .settings
        .radius
        .map(|address| format!("by UDP on {address}"));
    let ways: Vec<String> = by_udp.into_iter().chain(over_tls).collect();
    if ways.is_empty() {
        return Finding::ok(check, "nobody asks by RADIUS");
    }
    let found = format!("asked {}", ways.join(" and "));
    if config.radius_warning().is_none() {
        return Finding::ok(check, found);
    }
    if unsigned.is_empty() {
        let advice =
            "let clients reach it over a network that you trust, or over TLS (`radius.tls_listen`)";
        return Finding::warning(check, found, advice);
    }
    let names = unsigned.iter().take(NAMED);
    let mut names: Vec<String> = names
        .map(|(slug, name)| format!("{name} of {slug}"))
        .collect();
    if unsigned.len() > NAMED {
        names.push(format!("{} more", unsigned.len() - NAMED));
    }
    let names = names.join(", ");
    Finding::warning(
        check,
        format!("{found}; unsigned requests are taken from {names}"),
        "whoever is on the network between can forge what they are answered: have them sign \
         (`portcullis radius client edit … --message-authenticator yes`), or ask over TLS",
    )
}
