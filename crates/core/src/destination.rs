//! Where the portal leads to: a member's applications and remote computers, as the dashboard shows them.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::name::{NotAcceptable, fold, line};

/// The longest name of a destination, in characters.
pub const MAX_NAME: usize = 64;
/// The longest command that is shown to a member, in characters.
pub const MAX_COMMAND: usize = 200;
/// The longest description of a destination, in characters.
pub const MAX_DESCRIPTION: usize = 120;
/// The longest address of a site, in characters.
pub const MAX_SITE: usize = 500;
/// The most destinations of an organization.
pub const MAX_DESTINATIONS: usize = 500;

/// What kind of thing a destination is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A computer that people log on to from afar; it asks the portal by RADIUS.
    RemoteComputer,
    /// A site that people open in their browser.
    Application,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::RemoteComputer, Self::Application];

    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RemoteComputer => "remote_computer",
            Self::Application => "application",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Where on the network a computer is: `web-1.example.com`, `10.0.0.7:2222`, `[fd00::1]:22`. It stands in
/// a command that people paste into a terminal, so nothing is taken that a shell or `ssh` could read as
/// something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    name: String,
    port: Option<u16>,
}

impl Host {
    /// Without its port.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its port, where it is not the usual one.
    pub const fn port(&self) -> Option<u16> {
        self.port
    }
}

impl FromStr for Host {
    type Err = NotAcceptable;

    fn from_str(text: &str) -> Result<Self, NotAcceptable> {
        let text = fold(text);
        if text.is_empty() {
            return Err(NotAcceptable::Empty);
        }
        if let Ok(address) = text.parse::<IpAddr>() {
            return Ok(Self {
                name: address.to_string(),
                port: None,
            });
        }
        let (name, port) = match text.strip_prefix('[') {
            Some(rest) => {
                let (address, after) = rest.split_once(']').ok_or(NotAcceptable::Form)?;
                let address: Ipv6Addr = address.parse().map_err(|_| NotAcceptable::Form)?;
                let port = match after {
                    "" => None,
                    after => Some(after.strip_prefix(':').ok_or(NotAcceptable::Form)?),
                };
                (address.to_string(), port)
            }
            None => match text.split_once(':') {
                Some((name, port)) => (name.to_owned(), Some(port)),
                None => (text, None),
            },
        };
        let port = port.map(port_of).transpose()?;
        let label_fits = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if name.len() > 253 {
            return Err(NotAcceptable::TooLong(253));
        }
        if name.parse::<Ipv6Addr>().is_ok() || name.split('.').all(label_fits) {
            Ok(Self { name, port })
        } else {
            Err(NotAcceptable::Form)
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.port {
            Some(port) if self.name.contains(':') => write!(f, "[{}]:{port}", self.name),
            Some(port) => write!(f, "{}:{port}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

/// The drawing on an application's tile. Without one, its first letters stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// An envelope.
    Mail,
    /// A sheet of a calendar.
    Calendar,
    /// A speech bubble.
    Chat,
    /// A folder.
    Files,
    /// Two people.
    People,
    /// A coin.
    Money,
    /// Bars of different heights.
    Chart,
    /// A question in a circle.
    Help,
    /// An open book.
    Book,
    /// A cloud.
    Cloud,
    /// Angle brackets.
    Code,
    /// A clock.
    Clock,
}

impl Icon {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Mail,
        Self::Calendar,
        Self::Chat,
        Self::Files,
        Self::People,
        Self::Money,
        Self::Chart,
        Self::Help,
        Self::Book,
        Self::Cloud,
        Self::Code,
        Self::Clock,
    ];

    /// As stored, and as the command line names it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Calendar => "calendar",
            Self::Chat => "chat",
            Self::Files => "files",
            Self::People => "people",
            Self::Money => "money",
            Self::Chart => "chart",
            Self::Help => "help",
            Self::Book => "book",
            Self::Cloud => "cloud",
            Self::Code => "code",
            Self::Clock => "clock",
        }
    }

    /// From what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|icon| icon.as_str() == text)
    }
}

/// What stands on the tile of an application without an icon: the first letters of its first two words, or
/// one letter where the script has no capitals, because its letters would join.
pub fn letters(name: &str) -> String {
    let firsts = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let firsts: Vec<char> = firsts.take(2).collect();
    let stand_apart = |c: &char| c.is_uppercase() || c.is_lowercase() || c.is_ascii_digit();
    let many = if firsts.iter().all(stand_apart) { 2 } else { 1 };
    let shown = firsts.into_iter().take(many);
    shown.flat_map(char::to_uppercase).collect()
}

/// The address of a site: `https://mail.example.com/inbox`. It becomes a link, so no other scheme than
/// `https` is taken, nobody's name and password, and nothing that a browser reads otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    text: String,
    host: Host,
}

impl Site {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whose it is, as it is shown.
    pub const fn host(&self) -> &Host {
        &self.host
    }
}

impl FromStr for Site {
    type Err = NotAcceptable;

    fn from_str(text: &str) -> Result<Self, NotAcceptable> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAcceptable::Empty);
        }
        if text.len() > MAX_SITE {
            return Err(NotAcceptable::TooLong(MAX_SITE));
        }
        let (scheme, rest) = text.split_once("://").ok_or(NotAcceptable::Form)?;
        let plain = |b: u8| b.is_ascii_graphic() && !b"\"<>\\^`{|}'".contains(&b);
        if !scheme.eq_ignore_ascii_case("https") || !rest.bytes().all(plain) {
            return Err(NotAcceptable::Form);
        }
        let at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(at);
        let host: Host = authority.parse().map_err(|_| NotAcceptable::Form)?;
        let bare = host.name.contains(':') && host.port.is_none();
        let shown = if bare {
            format!("[{host}]")
        } else {
            host.to_string()
        };
        let path = if path.is_empty() { "/" } else { path };
        Ok(Self {
            text: format!("https://{shown}{path}"),
            host,
        })
    }
}

/// What a member types to get there, where it is not `ssh`: one line in which `{login}` and `{address}`
/// are filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command(String);

impl Command {
    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Command {
    type Err = NotAcceptable;

    fn from_str(text: &str) -> Result<Self, NotAcceptable> {
        line(text, MAX_COMMAND).map(Self)
    }
}

/// The line that a member types to get to a computer.
pub fn connection(command: Option<&Command>, host: &Host, login: &str) -> String {
    let Some(command) = command else {
        return match host.port {
            Some(port) if port != 22 => format!("ssh -p {port} {login}@{}", host.name),
            _ => format!("ssh {login}@{}", host.name),
        };
    };
    // In one walk, so that a filled-in value is not filled in again.
    let mut shown = String::new();
    let mut rest = command.0.as_str();
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        shown.push_str(before);
        rest = if let Some(after) = from.strip_prefix("{login}") {
            shown.push_str(login);
            after
        } else if let Some(after) = from.strip_prefix("{address}") {
            shown.push_str(&host.to_string());
            after
        } else {
            shown.push('{');
            &from[1..]
        };
    }
    shown + rest
}

fn port_of(text: &str) -> Result<u16, NotAcceptable> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    let port = text.parse().ok().filter(|port| digits && *port != 0);
    port.ok_or(NotAcceptable::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn ssh(address: &str, expect: &str) {
        let host: Host = address.parse().unwrap();
        assert_eq!(connection(None, &host, "ann"), expect);
        assert_eq!(host.to_string().parse::<Host>().unwrap(), host);
    }

    #[test]
    fn a_computer_is_reached_by_ssh_unless_something_else_is_said() {
        ssh("Web-1.Example.com", "ssh ann@web-1.example.com");
        ssh("10.0.0.7:2222", "ssh -p 2222 ann@10.0.0.7");
        ssh("web-1:22", "ssh ann@web-1");
        ssh("fd00::1", "ssh ann@fd00::1");
        ssh("[fd00::1]:2022", "ssh -p 2022 ann@fd00::1");
        let host = "desk.example.com:3390".parse().unwrap();
        let command = "mstsc /v:{address} {user} {{login}"
            .parse::<Command>()
            .unwrap();
        assert_eq!(
            connection(Some(&command), &host, "ann"),
            "mstsc /v:desk.example.com:3390 {user} {ann"
        );
    }

    #[test]
    fn nothing_is_an_address_that_a_shell_reads_otherwise() {
        for bad in [
            "",
            "-oProxyCommand=x",
            "web 1",
            "web;id",
            "$(id)",
            "web-1:0",
            "web-1:+22",
            "web-1:99999",
            "[web-1]:22",
            "[fd00::1]22",
            "a..b",
            "ann@web-1",
            "web-1/x",
            "wéb",
            &"a".repeat(64),
        ] {
            assert!(bad.parse::<Host>().is_err(), "{bad}");
        }
        assert!("ssh {login}\nrm".parse::<Command>().is_err());
    }

    #[test]
    fn an_application_is_a_site_and_nothing_else() {
        let site: Site = "HTTPS://Mail.Example.com/inbox?a=1#b".parse().unwrap();
        assert_eq!(site.as_str(), "https://mail.example.com/inbox?a=1#b");
        assert_eq!(site.host().to_string(), "mail.example.com");
        let site: Site = "https://[fd00::1]".parse().unwrap();
        assert_eq!(site.as_str(), "https://[fd00::1]/");
        for bad in [
            "",
            "mail.example.com",
            "javascript://mail.example.com/%0aalert(1)",
            "data:text/html,x",
            "ftp://mail.example.com",
            "http://mail.example.com",
            "https://ann:secret@mail.example.com",
            "https://mail.example.com\\@evil.example",
            "https://mail example.com",
            "https:///mail.example.com",
            "https://mail.example.com/\"onclick",
            "https://mail.example.com/\u{202e}x",
        ] {
            assert!(bad.parse::<Site>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_tile_without_an_icon_shows_the_first_letters() {
        for (name, expect) in [
            ("webmail", "W"),
            ("Time sheets of 2026", "TS"),
            ("(new) 3CX", "N3"),
            ("البريد الإلكتروني", "ا"),
            ("…", ""),
        ] {
            assert_eq!(letters(name), expect, "{name}");
        }
        for icon in Icon::ALL {
            assert_eq!(Icon::parse(icon.as_str()), Some(icon));
        }
    }

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        let command = "x {login}".parse::<Command>().unwrap();
        let host = "web-1".parse().unwrap();
        assert_eq!(
            connection(Some(&command), &host, "{address}"),
            "x {address}"
        );
    }
}
