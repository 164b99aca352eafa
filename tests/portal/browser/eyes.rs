//! What a person sees in a browser: words, pictures, and where they are.

use std::time::{Duration, Instant};

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::window::Browser;

/// How long something that must come may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Looks again until there is something, or patience ends.
pub async fn until<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the browser's time is real; the portal's stands still"
    )]
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(found) = look().await {
            return Some(found);
        }
        tokio::time::sleep(Duration::from_millis(60)).await;
    }
    None
}

impl Browser {
    /// All words that are visible, in one line.
    pub async fn text(&self) -> String {
        let text = self
            .client
            .execute(
                "return document.body ? document.body.innerText : ''",
                vec![],
            )
            .await;
        let text = text.ok().and_then(|text| text.as_str().map(str::to_owned));
        let words: Vec<String> = text
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        words.join(" ")
    }

    /// Whether words are visible now.
    pub async fn reads(&self, words: &str) -> bool {
        let text = self.text().await;
        let spaced = |words: &String| words.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut meant = self.translated(words).into_iter();
        meant.any(|words| text.contains(&spaced(&words)))
    }

    /// Waits until words are visible.
    pub async fn sees(&self, words: &str) {
        let seen = until(async || self.reads(words).await.then_some(())).await;
        let (path, text) = (self.path().await, self.text().await);
        assert!(seen.is_some(), "{words:?} is nowhere on {path}:\n{text}");
    }

    /// Waits until the page has this heading.
    pub async fn arrives_at(&self, heading: &str) {
        let script = "return [...document.querySelectorAll('h1')].map(h => h.innerText.trim())";
        let meant = self.translated(heading);
        let wanted: Vec<Value> = meant.iter().map(|heading| json!([heading])).collect();
        let seen = until(async || {
            let headings = self.client.execute(script, vec![]).await.ok()?;
            wanted.contains(&headings).then_some(())
        })
        .await;
        let (path, text) = (self.path().await, self.text().await);
        assert!(seen.is_some(), "{path} is not {heading:?}:\n{text}");
    }

    /// The text between two others.
    pub async fn word_after(&self, before: &str) -> String {
        self.sees(before).await;
        let text = self.text().await;
        let (_, rest) = text.split_once(before).unwrap();
        rest.split_whitespace().next().unwrap().to_owned()
    }

    /// The lines of the list with a name.
    pub async fn list(&self, name: &str) -> Vec<String> {
        let script = "const list = [...document.querySelectorAll('[aria-label]')]
                .find(one => arguments[0].includes(one.ariaLabel));
            return [...list.children].map(line => line.innerText.trim())";
        let lines = self
            .client
            .execute(script, vec![json!(self.translated(name))])
            .await;
        let lines = lines.unwrap_or_else(|error| panic!("no list {name:?}: {error}"));
        serde_json::from_value(lines).unwrap()
    }

    /// Waits until the cell beside somebody in a table begins with words.
    pub async fn sees_beside(&self, who: &str, words: &str) {
        let script = "const row = [...document.querySelectorAll('tr')]
                .find(row => row.cells[0].innerText.includes(arguments[0]));
            return row ? row.cells[1].innerText.trim() : 'nobody'";
        let mut cell = String::new();
        let seen = until(async || {
            let found = self.client.execute(script, vec![json!(who)]).await.ok()?;
            found.as_str()?.clone_into(&mut cell);
            cell.starts_with(words).then_some(())
        })
        .await;
        assert!(
            seen.is_some(),
            "beside {who} stands {cell:?}, not {words:?}"
        );
    }

    /// A picture of the whole page, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let size = &metrics["cssContentSize"];
        // Chromium moves a page that runs from right to left aside when it is told to draw beyond a
        // window that it fits into.
        let beyond =
            size["height"].as_f64() > metrics["cssLayoutViewport"]["clientHeight"].as_f64();
        let mut clip = json!({ "format": "png", "captureBeyondViewport": beyond });
        clip["clip"] = json!({
            "x": 0, "y": 0, "width": self.width().await, "height": size["height"], "scale": 1,
        });
        let picture = self.devtools("Page.captureScreenshot", clip).await;
        let data = picture["data"].as_str().expect("a picture");
        BASE64.decode(data.as_bytes()).unwrap()
    }

    async fn width(&self) -> Value {
        self.asks("return innerWidth").await
    }

    /// How far the page can be scrolled sideways, in CSS pixels; nothing else than 0 is right.
    pub async fn sideways(&self) -> i64 {
        let script = "const page = document.scrollingElement; return page.scrollWidth - innerWidth";
        self.asks(script).await.as_i64().unwrap().max(0)
    }

    /// What the browser complained about since the last time: errors, and whatever the page's
    /// policy did not let happen. The status of a refusal's own page is none.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.extra("se/log", json!({ "type": "browser" })).await;
        log.as_array()
            .expect("a log")
            .iter()
            .filter_map(|entry| {
                let message = entry["message"].as_str()?.to_owned();
                let own = message.contains("the server responded with a status of")
                    && !message.contains("/assets/");
                let told = entry["level"] == "INFO" || entry["level"] == "DEBUG";
                (!own && !told).then_some(message)
            })
            .collect()
    }
}
