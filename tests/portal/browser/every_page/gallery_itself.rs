//! Whether the gallery would notice: pages that are broken on purpose.

use crate::browser::chromium::Chromium;
use crate::browser::gallery::{BROKEN, Gallery};
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
