//! The same page without scripts, looked at beside the one with them: what the portal sent is shown
//! once more in a tab in which no script runs.

use fantoccini::wd::WindowHandle;
use serde_json::json;

use super::eyes::until;
use super::window::{Browser, Look};

/// Keeps the page as it was sent: when it is read whole, and before any deferred script has run.
const KEEPS_WHAT_CAME: &str = "document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') window.came = document.documentElement.outerHTML;
})";
/// What tells whether the browser took the page for one without scripts.
const CANARY: &str = "<noscript><i id=\"no-scripts\"></i></noscript>";

/// What is dead or missing. Whoever has no scripts can click links, folds and what sends a form.
const DEAD: &str = "
    const seen = one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && one.getClientRects().length > 0;
    const name = one => `<${one.tagName.toLowerCase()}> ${one.id || one.name || ''} `
        + (one.innerText || one.textContent || '').trim().slice(0, 40);
    const all = what => [...document.querySelectorAll(what)];
    const sends = one => one.form && one.type === 'submit' && !one.disabled;
    // What is in folds can be had, unless they can't be opened. From outside to inside.
    for (const fold of all('details')) fold.open ||= seen(fold.querySelector(':scope > summary'));
    const faults = [];
    const fault = (what, one) => faults.push(`${what}: ${one ? name(one) : ''}`);
    const [heading] = all('main h1');
    if (!heading || !seen(heading)) fault('no main heading');
    for (const form of all('form')) {
        const buttons = [...form.elements].filter(one => one.tagName === 'BUTTON' && sends(one));
        if (!buttons.some(seen)) fault('a form that nothing sends', form);
    }
    for (const button of all('button, input[type=button], [role=button]')) {
        if (seen(button) && !sends(button)) fault('a control that does nothing', button);
        if (!seen(button) && sends(button)) fault('hidden', button);
    }
    for (const link of all('a')) {
        const goes = link.hasAttribute('href') && !/^(#|javascript:)/.test(link.getAttribute('href'));
        const there = /^#./.test(link.getAttribute('href') || '')
            && document.querySelector(link.getAttribute('href'));
        if (seen(link) && !goes && !there) fault('a link to nowhere', link);
        if (!seen(link)) fault('hidden', link);
    }
    for (const field of all('input:not([type=hidden]), select, textarea')) {
        // A login for password managers is sent by nobody.
        const needed = field.name !== '';
        if (needed && !seen(field)) fault('hidden', field);
        if (needed && field.disabled) fault('switched off', field);
        if (seen(field) && !field.form) fault('a field without a form', field);
    }
    for (const dialog of all('dialog, [popover]')) fault('opened by nothing', dialog);
    for (const script of all('script')) {
        if (!script.defer) fault('a script that does not wait for the page', script);
    }
    return faults;";

impl Browser {
    /// What on this page can't be used without scripts.
    pub async fn fails_without_scripts(&self) -> Vec<String> {
        let came = "return window.came || document.documentElement.outerHTML";
        let came = self.asks(came).await.as_str().unwrap().to_owned();
        let story = self.client.window().await.unwrap();
        let tab = match self.scriptless.get() {
            Some(tab) => tab.clone(),
            None => self.opens_tab_without_scripts().await,
        };
        self.client.switch_to_window(tab).await.unwrap();
        let frames = self.devtools("Page.getFrameTree", json!({})).await;
        let page = came.replace("</body>", &format!("{CANARY}</body>"));
        let page = json!({ "frameId": frames["frameTree"]["frame"]["id"], "html": page });
        self.devtools("Page.setDocumentContent", page).await;
        let whole = "return document.readyState === 'complete'";
        until(async || self.asks(whole).await.as_bool().filter(|whole| *whole)).await;
        let canary = "return !!document.getElementById('no-scripts')";
        assert_eq!(self.asks(canary).await, json!(true), "scripts are on");
        let mut faults = Vec::new();
        for look in [Look::DESK, Look::PHONE] {
            self.looks(look).await;
            let found: Vec<String> = serde_json::from_value(self.asks(DEAD).await).unwrap();
            let told = found.into_iter();
            faults.extend(told.map(|fault| format!("without scripts, {} px: {fault}", look.width)));
        }
        self.client.switch_to_window(story).await.unwrap();
        faults
    }

    async fn opens_tab_without_scripts(&self) -> WindowHandle {
        let tab = self.client.new_window(true).await.unwrap().handle;
        self.client.switch_to_window(tab.clone()).await.unwrap();
        let off = json!({ "value": true });
        self.devtools("Emulation.setScriptExecutionDisabled", off)
            .await;
        // Of the same origin, so that style and pictures are there.
        self.goes("/no-such-page").await;
        self.scriptless.set(tab.clone()).expect("opened once");
        tab
    }

    /// Keeps what is sent from now on.
    pub(super) async fn keeps_what_comes(&self) {
        let source = json!({ "source": KEEPS_WHAT_CAME });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source)
            .await;
    }
}
