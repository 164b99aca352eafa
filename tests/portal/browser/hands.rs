//! What a person does in a browser. Everything is found by its visible words: a field by its label, a
//! button, a link or a fold by what is written on it. Nothing is found by an id.

use fantoccini::elements::{Element, ElementRef};
use serde_json::json;

use super::eyes::until;
use super::window::Browser;

impl Browser {
    /// Clicks a button, a link or a fold with these words.
    pub async fn clicks(&self, words: &str) {
        self.control(words)
            .await
            .click()
            .await
            .unwrap_or_else(|error| panic!("{words:?} can't be clicked: {error}"));
    }

    /// Types into the field with this label, in place of what is there.
    pub async fn types(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        field.clear().await.unwrap();
        field
            .send_keys(text)
            .await
            .unwrap_or_else(|error| panic!("{label:?} can't be typed into: {error}"));
    }

    /// Chooses a file, by its path, in the field with this label.
    pub async fn chooses(&self, label: &str, path: &str) {
        let field = self.field(label).await;
        field
            .send_keys(path)
            .await
            .unwrap_or_else(|error| panic!("{label:?} takes no file: {error}"));
    }

    /// Ticks a box or chooses an option by its label.
    pub async fn ticks(&self, label: &str) {
        let field = self.field(label).await;
        if !field.is_selected().await.unwrap() {
            field.click().await.unwrap();
        }
    }

    /// Takes the tick out of a box by its label.
    pub async fn unticks(&self, label: &str) {
        let field = self.field(label).await;
        if field.is_selected().await.unwrap() {
            field.click().await.unwrap();
        }
    }

    /// Types a code; the form sends itself at six digits, and by the button without scripts.
    pub async fn gives_code(&self, code: &str, button: &str) {
        self.types("Enter the code here", code).await;
        if !self.look.scripts {
            self.clicks(button).await;
        }
    }

    /// The field with a label.
    pub async fn field(&self, label: &str) -> Element {
        let label = self.translated(label);
        let is = any("normalize-space()", &label);
        let path = format!("//*[@id = //label[{is}]/@for]");
        self.shown(&path, &label.join(" / ")).await
    }

    /// The button, link or fold with these words on it, or in a line of its own on it.
    pub async fn control(&self, words: &str) -> Element {
        let words = self.translated(words);
        self.shown(&with_words(&words), &words.join(" / ")).await
    }

    /// Whether a button, link or fold with these words can be seen now.
    pub async fn offers(&self, words: &str) -> bool {
        let path = with_words(&self.translated(words));
        self.first_shown(&path).await.is_some()
    }

    async fn shown(&self, path: &str, words: &str) -> Element {
        match until(async || self.first_shown(path).await).await {
            Some(element) => element,
            None => panic!(
                "{words:?} is nowhere on {}:\n{}",
                self.path().await,
                self.text().await
            ),
        }
    }

    async fn first_shown(&self, path: &str) -> Option<Element> {
        // 7: a list in the order of the document.
        let script = "const found = document.evaluate(arguments[0], document, null, 7, null);
            const seen = { opacityProperty: true, visibilityProperty: true };
            return [...Array(found.snapshotLength).keys()].map(at => found.snapshotItem(at)).find(one =>
                one.checkVisibility(seen) && one.getClientRects().length && one.offsetWidth && one.offsetHeight) ?? null";
        let found = self.client.execute(script, vec![json!(path)]).await.ok()?;
        // As WebDriver names elements (its section 11).
        let id = found.get("element-6066-11e4-a52e-4f735466cecf")?.as_str()?;
        let id = ElementRef::from(id.to_owned());
        Some(Element::from_element_id(self.client.clone(), id))
    }
}

/// A button, link or fold with these words, or others that mean the same.
fn with_words(words: &[String]) -> String {
    let is = any("normalize-space()", words);
    format!("//*[self::button or self::a or self::summary][{is} or .//*[{is}]]")
}

/// That something is one of several texts.
fn any(what: &str, texts: &[String]) -> String {
    let each = texts.iter().map(|text| format!("{what} = \"{text}\""));
    format!("({})", each.collect::<Vec<_>>().join(" or "))
}
