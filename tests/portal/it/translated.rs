//! A crawl in each language: from where strangers, people on the way in, members and owners begin, to
//! wherever links lead. No page says in another language what it says in English.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use portcullis_core::language::Language;
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Scope};
use portcullis_server::instance;

use crate::client::{Answer, Client};
use crate::portal::Portal;

#[path = "../../../crates/pages/tests/pages/said.rs"]
mod said;

/// What reads the same in English and another language.
const SHARED: [&str; 13] = [
    "MFA",
    "Android",
    "iPhone",
    "Name",
    "Person",
    "Applications",
    "Contacts",
    "Administration",
    "Audit",
    "Helpdesk",
    "Code",
    "Logo",
    "Message-Authenticator",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_crawl_in_each_language_finds_no_english() {
    let portal = Portal::start().await;
    let mut crawlers = crawlers(&portal).await;
    let mailing = Portal::with_mail().await;
    crawlers.extend(asked_for_mailed_codes(&mailing).await);
    let mut walked = 0;
    for (who, crawler, from) in &crawlers {
        let english = crawl(crawler, Language::En, from).await;
        for language in Language::ALL.into_iter().skip(1) {
            let other = crawl(crawler, language, from).await;
            for (path, says) in other {
                let before = english.get(&path);
                let before =
                    before.unwrap_or_else(|| panic!("{who}: only in {language:?}: {path}"));
                for text in says.difference(&SHARED.map(str::to_owned).into()) {
                    let same = before.contains(text);
                    assert!(!same, "{who}, {path} in {language:?} says {text:?}");
                }
                walked += 1;
            }
        }
    }
    assert!(walked > 4 * 20, "only {walked} pages");
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_in_each_language_say_nothing_in_english() {
    let english = mails(Language::En).await;
    assert_eq!(english.len(), 8, "{:?}", english.keys());
    for language in Language::ALL.into_iter().skip(1) {
        let others = mails(language).await;
        assert!(others.keys().eq(english.keys()));
        for (kind, (html, text)) in others {
            let (english_html, english_text) = &english[&kind];
            let root = format!("lang=\"{}\"", language.tag());
            assert!(html.contains(&root), "{kind} in {language:?}");
            let before = said::said(english_html);
            let shared = |text: &String| SHARED.contains(&text.as_str());
            for says in said::said(&html) {
                let same = before.contains(&says) && !shared(&says);
                assert!(!same, "{kind} in {language:?} says {says:?}");
            }
            // Without markup, what people wrote stands among what the mail says: sentences differ.
            let sentences = |text: &str| -> BTreeSet<String> {
                let lines = text.lines().filter(|line| line.split(' ').count() > 3);
                let contacts = ["+1 555 0100, option 2", "Monday to Friday, 8 to 17"];
                let said = lines.filter(|line| !contacts.contains(line));
                said.map(str::to_owned).collect()
            };
            let same = &sentences(&text) & &sentences(english_text);
            assert!(same.is_empty(), "{kind} in {language:?} says {same:?}");
        }
    }
}

/// A mail of each kind, as HTML and without markup, caused by people of whom no language is known but
/// their browsers'.
async fn mails(language: Language) -> BTreeMap<String, (String, String)> {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let north = portal.organization("north", Rule::Off).await;
    let olga = portal.person(&acme, "olga").await;
    let owner = instance::make_owner(&portal.app, &Actor::System, Scope::of(acme.id), olga.id);
    owner.await.unwrap().unwrap();
    let browser = || {
        let mut browser = portal.browser();
        browser.language = Some(language.tag());
        browser
    };
    let mut owner = browser();
    owner.enrolls(&portal, &olga).await;
    portal.gets_mail();
    let form = [("address", "operator@example.com")];
    owner.post("/admin/instance/mail/test", &form).await;
    let guest = [
        ("name", "Greta Guest"),
        ("login_name", "greta"),
        ("email", "greta@example.com"),
        ("by", "mail"),
    ];
    owner.post("/admin/acme/access/invite", &guest).await;
    let south = portal.organization("south", Rule::Required).await;
    let ann = portal.person(&south, "ann").await;
    browser().signs_in(&ann.login, &ann.password).await;
    let eva = portal.person(&north, "eva").await;
    let mut first = browser();
    first.signs_in(&eva.login, &eva.password).await;
    let mut second = browser();
    second.signs_in(&eva.login, &eva.password).await;
    // A change of the address is told to the one before, and asks the new one.
    let form = [("email", "eva@elsewhere.example")];
    second.post("/account/address", &form).await;
    let changed = [
        ("current", eva.password.as_str()),
        ("password", "rhubarb lantern okapi"),
    ];
    second.post("/account/password", &changed).await;
    let form = [("login", eva.email.as_str())];
    browser().post("/forgot-password", &form).await;
    for _ in 0..500 {
        let mails = portal.mails().await;
        if mails.iter().any(|mail| mail.kind == "reset_link") {
            let said = mails
                .into_iter()
                .map(|mail| (mail.kind, (mail.html, mail.text)));
            return said.collect();
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("no link was mailed")
}

/// Browsers in as many states as there are kinds of pages, with the addresses to begin at.
async fn crawlers(portal: &Portal) -> Vec<(&'static str, Client, Vec<String>)> {
    let acme = portal.organization("acme", Rule::Required).await;
    let north = portal.organization("north", Rule::Off).await;
    let stranger = portal.browser();
    let letter = portal.letter(&acme, "greta").await;
    let invitation = format!("/invitation/{}", letter.code.shown());
    let mut all = vec![(
        "a stranger",
        stranger,
        vec!["/sign-in".to_owned(), invitation, "/nowhere".to_owned()],
    )];
    let ann = portal.person(&acme, "ann").await;
    let mut sets_up = portal.browser();
    let page = sets_up.signs_in(&ann.login, &ann.password).await;
    let attempt = page.hidden("attempt");
    all.push((
        "somebody who must set up",
        sets_up.clone(),
        vec![format!("/sign-in/set-up?attempt={attempt}")],
    ));
    let form = [("attempt", attempt.as_str())];
    sets_up.post("/sign-in/set-up/app", &form).await;
    let scan = format!("/sign-in/set-up/scan?attempt={attempt}");
    all.push(("somebody with a key", sets_up, vec![scan]));
    let ben = portal.person(&acme, "ben").await;
    let mut member = portal.browser();
    member.enrolls(portal, &ben).await;
    all.push(("a member with a device", member, vec!["/".to_owned()]));
    let mut asked = portal.browser();
    let page = asked.signs_in(&ben.login, &ben.password).await;
    let code = format!("/sign-in/code?attempt={}", page.hidden("attempt"));
    all.push(("somebody who is asked for a code", asked, vec![code]));
    let olga = portal.person(&acme, "olga").await;
    let scope = Scope::of(acme.id);
    let owner = instance::make_owner(&portal.app, &Actor::System, scope, olga.id).await;
    owner.unwrap().unwrap();
    let mut owner = portal.browser();
    owner.enrolls(portal, &olga).await;
    let from = ["/admin", "/step-up?act=recovery-codes&return_to=%2F"];
    all.push(("an owner", owner, from.map(str::to_owned).to_vec()));
    let eva = portal.person(&north, "eva").await;
    let mut without = portal.browser();
    without.signs_in(&eva.login, &eva.password).await;
    all.push(("a member without a device", without, vec!["/".to_owned()]));
    all
}

/// The same where mail is sent.
async fn asked_for_mailed_codes(portal: &Portal) -> Vec<(&'static str, Client, Vec<String>)> {
    let acme = portal.organization("acme", Rule::Required).await;
    let north = portal.organization("north", Rule::Off).await;
    let (ann, eva) = (
        portal.person(&acme, "ann").await,
        portal.person(&north, "eva").await,
    );
    let mut first = portal.browser();
    let page = first.signs_in(&ann.login, &ann.password).await;
    let code = format!("/sign-in/email-code?attempt={}", page.hidden("attempt"));
    let mut member = portal.browser();
    member.signs_in(&eva.login, &eva.password).await;
    let from = ["/", "/forgot-password"].map(str::to_owned).to_vec();
    vec![
        ("somebody who must prove a mailbox", first, vec![code]),
        ("a member who gets mail", member, from),
    ]
}

/// Every page that links lead to, with what it says.
async fn crawl(
    crawler: &Client,
    language: Language,
    from: &[String],
) -> BTreeMap<String, BTreeSet<String>> {
    let mut crawler = crawler.clone();
    crawler.language = Some(language.tag());
    let mut found = BTreeMap::new();
    let mut ahead = from.to_vec();
    while let Some(path) = ahead.pop() {
        if found.contains_key(&path) {
            continue;
        }
        let page = crawler.get(&path).await;
        let page = crawler.follow(page).await;
        ahead.extend(links(&page));
        found.insert(path, said::said(&page.body).into_iter().collect());
    }
    found
}

/// The addresses of pages that a page leads to.
fn links(page: &Answer) -> Vec<String> {
    let links = page.body.split("href=\"/").skip(1);
    let links = links.filter_map(|rest| rest.split('"').next());
    links
        .filter(|path| !path.starts_with("assets/") && !path.starts_with('/'))
        .map(|path| format!("/{}", path.replace("&#38;", "&")))
        .collect()
}
