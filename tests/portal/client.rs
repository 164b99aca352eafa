//! A browser without a screen: keeps cookies, fills forms, follows nothing by itself.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::header::HeaderValue;
use hyper::{HeaderMap, Method, Request, StatusCode};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use portcullis_core::time::Timestamp;
use url::form_urlencoded::Serializer;

use crate::app::App;
use crate::canaries;
use crate::it::headers::wears;
use crate::portal::{Person, Portal};

type Sender = hyper_util::client::legacy::Client<HttpConnector, Full<Bytes>>;

/// A browser.
#[derive(Clone)]
pub struct Client {
    base: String,
    sender: Sender,
    /// How many answers have come, to this browser and its clones.
    pub answers: Arc<AtomicUsize>,
    pub cookies: BTreeMap<String, String>,
    /// What it asks for in `Accept-Language`, if anything.
    pub language: Option<&'static str>,
    /// Whether it asks where there are pages, and not where monitoring does.
    sees_pages: bool,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Client {
    /// A browser on a machine of its own: limits by address tell it from all others.
    pub fn new(base: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let [_, a, b, c] = NUMBER.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        Self::behind(base, Ipv4Addr::new(127, 64 + a, b, c.max(1)))
    }

    /// A browser behind an address of this machine's.
    pub fn behind(base: &str, address: Ipv4Addr) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_local_address(Some(address.into()));
        let sender =
            hyper_util::client::legacy::Client::builder(TokioExecutor::new()).build(connector);
        Self {
            base: base.to_owned(),
            sender,
            answers: Arc::default(),
            cookies: BTreeMap::new(),
            language: None,
            sees_pages: true,
        }
    }

    /// What asks for the metrics.
    pub fn monitoring(base: &str) -> Self {
        Self {
            sees_pages: false,
            ..Self::new(base)
        }
    }

    /// The same browser, cookies and all, sent to another node of the portal.
    pub fn at(&self, base: &str) -> Self {
        Self {
            base: base.to_owned(),
            ..self.clone()
        }
    }

    /// GET.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], Bytes::new()).await
    }

    /// POST of a form, as a page of the portal sends it.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        let form = ("content-type", "application/x-www-form-urlencoded");
        self.send(
            Method::POST,
            path,
            &[form, ("sec-fetch-site", "same-origin")],
            body.into(),
        )
        .await
    }

    /// POST of a form that may hold a file, as a page of the portal sends it.
    pub async fn uploads(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = String::new();
        for (name, value) in fields {
            let file = if *name == "file" {
                "; filename=\"people.csv\""
            } else {
                ""
            };
            body += "--edge\r\nContent-Disposition: form-data; name=\"";
            body += &[name, "\"", file, "\r\n\r\n", value, "\r\n"].concat();
        }
        body += "--edge--\r\n";
        let form = ("content-type", "multipart/form-data; boundary=edge");
        let headers = [form, ("sec-fetch-site", "same-origin")];
        self.send(Method::POST, path, &headers, body.into()).await
    }

    /// POST of a form to a portal that may be gone any moment: then there is no answer.
    pub async fn tries(&mut self, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        let form = ("content-type", "application/x-www-form-urlencoded");
        let headers = [form, ("sec-fetch-site", "same-origin")];
        self.reach(Method::POST, path, &headers, body.into()).await
    }

    /// Any request.
    pub async fn send(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Bytes,
    ) -> Answer {
        let answer = self.reach(method, path, headers, body).await;
        answer.expect("a whole answer")
    }

    /// Any request, and its answer if it came whole.
    pub async fn reach(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Bytes,
    ) -> Option<Answer> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(language) = self.language {
            request = request.header("accept-language", language);
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            request = request.header("cookie", cookies.join("; "));
        }
        let sent = body.clone();
        let response = self
            .sender
            .request(request.body(Full::new(body)).unwrap())
            .await
            .ok()?;
        let (parts, body) = response.into_parts();
        let body = body.collect().await.ok()?.to_bytes();
        for cookie in parts.headers.get_all("set-cookie") {
            self.keep(cookie.to_str().unwrap());
        }
        self.answers.fetch_add(1, Ordering::SeqCst);
        let text = String::from_utf8_lossy(&body);
        canaries::Heard {
            base: &self.base,
            path,
            sent: &sent,
            headers: &parts.headers,
            body: &text,
            taken: !parts.status.is_client_error(),
        }
        .check();
        let answer = Answer {
            status: parts.status,
            headers: parts.headers,
            body: text.into_owned(),
        };
        if self.sees_pages {
            wears(&answer, path);
        }
        Some(answer)
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, attributes) = cookie.split_once("; ").expect("a cookie with attributes");
        let (name, value) = pair.split_once('=').unwrap();
        assert!(name.starts_with("__Host-portcullis"), "{name}");
        for wanted in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(
                attributes.split("; ").any(|one| one == wanted),
                "{cookie} without {wanted}"
            );
        }
        assert!(!attributes.contains("Domain") && cookie.len() <= 4096);
        if attributes.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    /// GETs where an answer leads, until it leads nowhere.
    pub async fn follow(&mut self, mut answer: Answer) -> Answer {
        for _ in 0..5 {
            let Some(path) = answer.location() else {
                return answer;
            };
            answer = self.get(&path).await;
        }
        panic!("it leads round in circles");
    }

    /// The first page: login and password; gives the page that it leads to.
    pub async fn signs_in(&mut self, login: &str, password: &str) -> Answer {
        let answer = self
            .post("/sign-in", &[("login", login), ("password", password)])
            .await;
        self.follow(answer).await
    }

    /// The second page: a code for the attempt of the page before; gives the answer itself.
    pub async fn gives_code(&mut self, page: &Answer, code: &str) -> Answer {
        self.post(
            "/sign-in/code",
            &[("attempt", &page.hidden("attempt")), ("code", code)],
        )
        .await
    }

    /// A recovery code for the attempt of the page before.
    pub async fn gives_recovery_code(&mut self, page: &Answer, code: &str) -> Answer {
        self.post(
            "/sign-in/recovery-code",
            &[
                ("attempt", &page.hidden("attempt")),
                ("recovery_code", code),
            ],
        )
        .await
    }

    /// The wizard from its first page to the dashboard; gives the phone and the recovery codes.
    pub async fn sets_up(&mut self, portal: &Portal, page: &Answer) -> (App, Vec<String>) {
        self.sets_up_at(portal.now(), page).await
    }

    /// The same at a time.
    pub async fn sets_up_at(&mut self, now: Timestamp, page: &Answer) -> (App, Vec<String>) {
        let attempt = page.hidden("attempt");
        let answer = self
            .post("/sign-in/set-up/app", &[("attempt", &attempt)])
            .await;
        let scan = self.follow(answer).await;
        let app = App::with_key(&scan.key());
        let code = app.code(now);
        let codes = self
            .post(
                "/sign-in/set-up/scan",
                &[("attempt", &attempt), ("code", &code)],
            )
            .await;
        codes.expects(200, "name=\"stored\""); // in whatever language
        let done = self.stores(&codes).await;
        assert_eq!(done.location().as_deref(), Some("/"), "{}", done.body);
        (app, codes.recovery_codes())
    }

    /// The tick under newly shown codes.
    pub async fn stores(&mut self, page: &Answer) -> Answer {
        let fields = [
            ("attempt", page.hidden("attempt")),
            ("set", page.hidden("set")),
            ("stored", "on".to_owned()),
        ];
        let fields = fields
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        self.post("/sign-in/set-up/stored", &fields).await
    }

    /// Signs in somebody who has set up nothing and must, to the dashboard.
    pub async fn enrolls(&mut self, portal: &Portal, person: &Person) -> (App, Vec<String>) {
        let page = self.signs_in(&person.login, &person.password).await;
        self.sets_up(portal, &page).await
    }
}

impl Answer {
    /// Where it leads.
    pub fn location(&self) -> Option<String> {
        self.headers
            .get("location")
            .map(|value| value.to_str().unwrap().to_owned())
    }

    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        self.between(&format!("name=\"{name}\" value=\""), "\"")
    }

    /// The key that the page shows for typing.
    pub fn key(&self) -> String {
        let uri = self.between("href=\"otpauth://", "\"");
        uri.split("secret=")
            .nth(1)
            .unwrap()
            .split('&')
            .next()
            .unwrap()
            .to_owned()
    }

    /// The support code that the page shows.
    pub fn support_code(&self) -> String {
        let code = self.between("class=\"support-value\" dir=\"ltr\">", "<");
        assert_eq!(code.len(), 6, "{code}");
        code
    }

    /// The recovery codes that the page shows.
    pub fn recovery_codes(&self) -> Vec<String> {
        let list = self.between("<ol class=\"codes\"", "</ol>");
        list.split("<li>")
            .skip(1)
            .map(|item| item.split('<').next().unwrap().trim().to_owned())
            .collect()
    }

    /// Whether it opens a session.
    pub fn opens(&self) -> bool {
        let cookies = self.headers.get_all("set-cookie");
        let session = |cookie: &HeaderValue| {
            let cookie = cookie.to_str().unwrap();
            cookie.starts_with("__Host-portcullis=") && !cookie.contains("Max-Age=0")
        };
        cookies.iter().any(session)
    }

    /// Whether the page says something.
    pub fn says(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// Demands a status and a text.
    #[track_caller]
    pub fn expects(&self, status: u16, text: &str) -> &Self {
        assert_eq!(
            self.status.as_u16(),
            status,
            "{:?}\n{}",
            self.headers,
            self.body
        );
        assert!(self.says(text), "{text:?} is not in\n{}", self.body);
        self
    }

    #[track_caller]
    pub fn between(&self, before: &str, after: &str) -> String {
        let (_, rest) = self
            .body
            .split_once(before)
            .unwrap_or_else(|| panic!("{before} is not in\n{}", self.body));
        rest.split_once(after).unwrap().0.to_owned()
    }
}
