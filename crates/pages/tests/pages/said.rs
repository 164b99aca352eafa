//! What a page says itself, without what people and programs wrote. Read by the tests of the whole
//! portal, too.

/// What a page says itself: its texts and the attributes that are shown or read out, without what
/// people and programs wrote, which stands in elements of its own.
pub fn said(html: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut inside_data: Vec<&str> = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        for attribute in [
            "title",
            "aria-label",
            "data-label",
            "data-other",
            "placeholder",
            "alt",
        ] {
            let value = tag.split_once(&format!(" {attribute}=\""));
            let value = value.and_then(|(_, rest)| rest.split('"').next());
            all.extend(value.map(str::to_owned));
        }
        let is_void = [
            "input", "meta", "link", "br", "path", "rect", "circle", "!doctype",
        ]
        .contains(&name);
        if let Some(ended) = name.strip_prefix('/') {
            if inside_data.last() == Some(&ended) {
                inside_data.pop();
            }
        } else if !is_void
            && (!inside_data.is_empty() && inside_data.last() == Some(&name) || is_data(name, tag))
        {
            inside_data.push(name);
        }
        if inside_data.is_empty() {
            all.push(text.trim().to_owned());
        }
    }
    all.retain(|text| text.contains(char::is_alphabetic));
    all
}

/// Elements that hold what people and programs wrote, and what no person reads.
fn is_data(name: &str, tag: &str) -> bool {
    // Time zones by their own names, and languages in themselves.
    let own_name = name == "option" && (!tag.contains(" value=") || tag.contains(" lang="));
    own_name
        || ["bdi", "style", "script", "textarea"].contains(&name)
        || (name != "html" && tag.contains(" dir=\"ltr\""))
}
