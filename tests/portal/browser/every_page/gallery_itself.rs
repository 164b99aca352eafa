//! Whether the gallery would notice: pages that are broken on purpose.

use crate::browser::chromium::Chromium;
use crate::browser::gallery::{BROKEN, Gallery};
use crate::browser::likeness::unlike;
use crate::browser::window::Look;
use crate::portal::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn the_gallery_notices_what_is_wrong() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    let mut gallery = Gallery::default();
    browser.goes("/sign-in").await;
    browser
        .asks("document.querySelector('.hint').style.color = '#999'")
        .await;
    gallery.shows(&browser, BROKEN).await;
    assert_eq!(
        gallery.faults().len(),
        2,
        "pale in the light theme: {:?}",
        gallery.faults()
    );
    assert!(gallery.faults()[0].contains("color-contrast"));

    let mut gallery = Gallery::default();
    browser.goes("/sign-in").await;
    let script = "const [form] = document.forms; form.style.width = '700px';
        for (const name of ['h1', 'input', 'style']) form.append(document.createElement(name));
        form.lastChild.textContent = 'p { color: red }'";
    browser.asks(script).await;
    gallery.shows(&browser, BROKEN).await;
    let faults = gallery.faults().join("\n");
    for wrong in ["h1", "label", "scrolls", "Content Security Policy"] {
        assert!(faults.contains(wrong), "{wrong}: {faults}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gallery_notices_what_is_dead_without_scripts() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let browser = chromium.opens(&portal, Look::DESK).await;
    browser.goes("/sign-in").await;
    assert!(browser.fails_without_scripts().await.is_empty());
    for (from, to, told) in [
        // The button of Show password, offered to everybody.
        (
            " hidden=\"\">Show",
            ">Show",
            "a control that does nothing: <button>  Show",
        ),
        // A button that waits for a script to let it send.
        (
            "class=\"button primary wide\"",
            "class=\"button primary wide\" disabled",
            "a form that nothing sends",
        ),
        (
            "class=\"button primary wide\"",
            "class=\"button primary wide\" hidden",
            "hidden: <button>",
        ),
        // A field that a script is to show.
        (
            "id=\"password\"",
            "id=\"password\" hidden",
            "hidden: <input> password",
        ),
        (
            "<a href=\"/forgot-password\"",
            "<a href=\"#\"",
            "a link to nowhere",
        ),
        ("<h1", "<h1 hidden", "no main heading"),
        (
            " defer=\"\"",
            "",
            "a script that does not wait for the page",
        ),
    ] {
        browser.goes("/sign-in").await;
        let breaks = "const came = window.came.replace(arguments[0], arguments[1]);
            const broke = came !== window.came;
            window.came = came;
            return broke";
        let broke = browser.client.execute(breaks, vec![from.into(), to.into()]);
        assert_eq!(broke.await.unwrap(), true, "{from} is not on the page");
        let faults = browser.fails_without_scripts().await.join("\n");
        assert!(faults.contains(told), "{to}: {faults}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gallery_notices_a_picture_that_no_longer_looks_like_its_page() {
    let Some(chromium) = Chromium::installed() else {
        return;
    };
    let portal = Portal::start().await;
    let browser = chromium.opens(&portal, Look::PHONE).await;
    browser.goes("/sign-in").await;
    let kept = browser.picture().await;
    assert_eq!(unlike(&kept, &browser.picture().await, &[]), None);
    for (change, told) in [
        (
            "document.querySelector('h1').textContent = 'Welcome'",
            "off by",
        ),
        ("document.querySelector('.button').remove()", "off by"),
        (
            "document.querySelector('h1').before('New: read this first')",
            "off by",
        ),
        ("document.body.style.blockSize = '1200px'", "its size is"),
    ] {
        browser.goes("/sign-in").await;
        browser.asks(change).await;
        let found = unlike(&kept, &browser.picture().await, &[]);
        let found = found.unwrap_or_default();
        assert!(found.contains(told), "{change}: {found}");
    }
    browser.goes("/sign-in").await;
    let by_chance = "document.querySelector('h1').textContent = '482915';
        document.querySelector('h1').dataset.byChance = ''";
    browser.asks(by_chance).await;
    let now = browser.picture().await;
    assert_eq!(unlike(&kept, &now, &browser.drawn_by_chance().await), None);
}
