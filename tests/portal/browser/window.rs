//! A browser window: how wide it is, which theme it prefers, whether scripts run in it.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use portcullis_core::language::Language;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::chromium::Chromium;
use crate::portal::Portal;

/// How somebody looks at the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub width: u32,
    pub dark: bool,
    pub scripts: bool,
    /// What the browser asks for in `Accept-Language`.
    pub language: Language,
}

impl Look {
    /// A computer on a desk.
    pub const DESK: Self = Self {
        width: 1280,
        dark: false,
        scripts: true,
        language: Language::En,
    };
    /// A phone in the hand.
    pub const PHONE: Self = Self {
        width: 390,
        ..Self::DESK
    };

    /// The same in the dark theme.
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The same of somebody who reads another language.
    pub const fn reads(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The same without JavaScript.
    pub const fn without_scripts(self) -> Self {
        Self {
            scripts: false,
            ..self
        }
    }
}

/// A browser with a profile of its own. Dropping it closes it.
pub struct Browser {
    pub client: Client,
    pub look: Look,
    /// Where its downloads go.
    pub folder: PathBuf,
    /// The portal that it visits.
    base: String,
    chromium: &'static Chromium,
    session: String,
    /// The tab that shows pages without scripts, once one was wanted.
    pub(super) scriptless: OnceLock<WindowHandle>,
}

impl Chromium {
    /// Opens a new browser on nothing.
    pub async fn opens(&'static self, portal: &Portal, look: Look) -> Browser {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = self.folder.join(number.to_string());
        std::fs::create_dir_all(folder.join("downloads")).unwrap();
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let client = ClientBuilder::new(connector)
            .capabilities(capabilities(&folder, look))
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("a browser");
        let session = client.session_id().await.unwrap().expect("a session");
        let browser = Browser {
            client,
            look,
            folder: folder.join("downloads"),
            base: portal.url.clone(),
            chromium: self,
            session,
            scriptless: OnceLock::new(),
        };
        browser.looks(look).await;
        browser.keeps_what_comes().await;
        browser
    }
}

fn capabilities(folder: &std::path::Path, look: Look) -> fantoccini::wd::Capabilities {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let capabilities = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--window-size=1280,900", profile,
            ],
            "prefs": {
                "profile.managed_default_content_settings.javascript": if look.scripts { 1 } else { 2 },
                "intl.accept_languages": look.language.tag(),
                "download.default_directory": folder.join("downloads"),
                "download.prompt_for_download": false,
                // The browser's own bubble about a weak password is no part of the page.
                "credentials_enable_service": false,
                "profile.password_manager_leak_detection": false,
            },
        },
    });
    let Value::Object(capabilities) = capabilities else {
        unreachable!("an object is written above");
    };
    capabilities
}

impl Browser {
    /// Looks at the page with another width or theme, with no color still on its way.
    pub async fn looks(&self, look: Look) {
        let size =
            json!({ "width": look.width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await;
        self.media("screen", look.dark).await;
        let seen = self
            .asks(
                // Those in a closed fold would never finish by themselves.
                "document.getAnimations().forEach(one => one.finish());
                return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]",
            )
            .await;
        assert_eq!(
            seen,
            json!([look.width, look.dark]),
            "the browser looks otherwise"
        );
    }

    /// Shows the page as on a screen (`screen`) or on paper (`print`).
    pub async fn media(&self, media: &str, dark: bool) {
        let theme = if dark { "dark" } else { "light" };
        let media = json!({
            "media": media,
            "features": [{ "name": "prefers-color-scheme", "value": theme }],
        });
        self.devtools("Emulation.setEmulatedMedia", media).await;
    }

    /// Goes to an address of the portal.
    pub async fn goes(&self, path: &str) {
        let url = format!("{}{path}", self.base);
        self.client.goto(&url).await.expect("a page");
    }

    /// Opens another tab of the same browser and goes there.
    pub async fn opens_tab(&self) -> WindowHandle {
        let tab = self.client.new_window(true).await.unwrap().handle;
        self.turns_to(&tab).await;
        tab
    }

    /// Turns to a tab.
    pub async fn turns_to(&self, tab: &WindowHandle) {
        self.client.switch_to_window(tab.clone()).await.unwrap();
        self.looks(self.look).await;
    }

    /// The path and query of the page.
    pub async fn path(&self) -> String {
        let url = self.client.current_url().await.unwrap();
        let url = url.as_str();
        url.strip_prefix(&self.base).unwrap_or(url).to_owned()
    }

    /// Asks the page by script; works where the page's own scripts are off.
    pub async fn asks(&self, script: &str) -> Value {
        self.client
            .execute(script, vec![])
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// A command of the developer tools.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.extra("goog/cdp/execute", body).await
    }

    /// A command of the driver that the standard does not have.
    pub async fn extra(&self, path: &'static str, body: Value) -> Value {
        let about = body.to_string();
        self.client
            .issue_cmd(Extra { path, body })
            .await
            .unwrap_or_else(|error| panic!("{path} {about}: {error}"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // By hand, since a story that fails cannot wait for anything.
        let close = || -> std::io::Result<()> {
            let mut stream = TcpStream::connect(("127.0.0.1", self.chromium.port))?;
            stream.set_read_timeout(Some(Duration::from_secs(20)))?;
            write!(
                stream,
                "DELETE /session/{} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
                self.session
            )?;
            // It answers when the browser is gone, and then keeps the connection open.
            stream.read(&mut [0; 512]).map(drop)
        };
        drop(close());
    }
}

#[derive(Debug)]
struct Extra {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
