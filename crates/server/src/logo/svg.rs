//! Drawings: a file is read without entities and within bounds, and a new one is written, of the elements and
//! attributes listed here and of nothing else. What would run, load, or hold text is not among them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use portcullis_core::logo::{LeftOut, LogoKind, NotALogo};
use roxmltree::{Document, Node, ParsingOptions};

use super::attribute::{Judged, attribute, part, target};
use super::sheet::{ATTRIBUTE, Properties, STYLE, Sheet, declarations};
use super::{Safe, faint};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The most elements, texts and comments of a file.
const MAX_NODES: u32 = 20_000;
/// The most that is said of namespaces: the parser asks each of them for each element within.
const MAX_NAMESPACES: usize = 64;
/// The deepest that elements stand in each other.
const MAX_DEPTH: usize = 32;
/// The most elements of a file, and the most that a browser draws, each as often as it is used and long ones for several.
const MAX_DRAWN: u64 = 5_000;
/// The longer side of what is written, in a browser's points.
const LONG_SIDE: f64 = 512.0;

/// What draws.
pub(super) const SHAPES: [&str; 7] = [
    "circle", "ellipse", "line", "path", "polygon", "polyline", "rect",
];
/// What holds shapes, or says how they are drawn.
const HOLDERS: [&str; 7] = [
    "clipPath",
    "defs",
    "g",
    "linearGradient",
    "radialGradient",
    "stop",
    "use",
];

/// An element as it will be written.
pub(super) struct Element {
    pub name: &'static str,
    pub attributes: BTreeMap<&'static str, String>,
    pub children: Vec<Element>,
}

/// The drawing of a text.
pub fn made_safe(text: &str) -> Result<Safe, NotALogo> {
    if !text.contains("<svg") && !text.contains(":svg") {
        return Err(NotALogo::WrongKind);
    }
    if text.matches("xmlns").count() > MAX_NAMESPACES {
        return Err(NotALogo::TooComplex);
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|why| match why {
        roxmltree::Error::DtdDetected => NotALogo::DocumentType,
        roxmltree::Error::NodesLimitReached => NotALogo::TooComplex,
        _ => NotALogo::Damaged,
    })?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || !is_drawn(&root) {
        return Err(NotALogo::WrongKind);
    }
    let elements = document.descendants().filter(Node::is_element).count();
    if u64::try_from(elements).is_ok_and(|many| many > MAX_DRAWN) {
        return Err(NotALogo::TooComplex);
    }
    let view = View::of(&root).ok_or(NotALogo::NoSize)?;
    let mut reader = Reader::default();
    for style in document.descendants().filter(is_sheet) {
        let texts = style.children().filter(Node::is_text);
        let text: String = texts.filter_map(|text| text.text()).collect();
        reader.sheet.read(&text, &mut reader.left_out);
    }
    let mut drawing = Element {
        name: "svg",
        // Of a drawing itself only properties: where it stands and how large, it is told.
        attributes: reader.properties(&root),
        children: reader.children(&root, 1)?,
    };
    drawing.prune(&mut BTreeSet::new());
    if !drawing.draws() {
        return Err(NotALogo::NothingDrawn);
    }
    if Counter::of(&drawing).count(&drawing, 0) > MAX_DRAWN {
        return Err(NotALogo::TooComplex);
    }
    let (width, height) = view.size();
    Ok(Safe {
        kind: LogoKind::Svg,
        width,
        height,
        content: view.written(&drawing).into_bytes(),
        left_out: reader.left_out,
        faint: faint::drawing(&drawing),
    })
}

/// What an element costs whoever draws it: a line of many points is as much as many elements.
fn weight(element: &Element) -> u64 {
    let points = ["d", "points"].map(|name| element.attributes.get(name).map_or(0, String::len));
    1 + u64::try_from(points.iter().sum::<usize>() / 32).unwrap_or(u64::MAX - 1)
}

/// The part of the plane that is shown.
struct View([f64; 4]);

impl View {
    fn of(root: &Node<'_, '_>) -> Option<Self> {
        let view = match root.attribute("viewBox") {
            Some(text) => {
                let numbers = text.split([' ', ',', '\t', '\n', '\r']);
                let numbers = numbers.filter(|number| !number.is_empty());
                let numbers: Vec<f64> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
                numbers.try_into().ok()?
            }
            None => [
                0.0,
                0.0,
                length(root.attribute("width")?)?,
                length(root.attribute("height")?)?,
            ],
        };
        let [x, y, width, height] = view;
        let within = [x, y].iter().all(|at| at.abs() <= 1e6)
            && [width, height]
                .iter()
                .all(|side| (1e-3..=1e6).contains(side));
        within.then_some(Self(view))
    }

    /// Width and height as whole numbers of the same shape.
    fn size(&self) -> (u32, u32) {
        let [_, _, width, height] = self.0;
        let scale = LONG_SIDE / width.max(height);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "both are between 0 and 512"
        )]
        let whole = |side: f64| ((side * scale).round() as u32).max(1);
        (whole(width), whole(height))
    }

    fn written(&self, drawing: &Element) -> String {
        let [x, y, w, h] = self.0;
        let (width, height) = self.size();
        let mut text = format!(
            "<svg xmlns=\"{SVG}\" width=\"{width}\" height=\"{height}\" viewBox=\"{x} {y} {w} {h}\""
        );
        drawing.write_rest(&mut text);
        text
    }
}

/// A length in points.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    text.strip_suffix("px").unwrap_or(text).parse().ok()
}

/// Whether an element is one of a drawing: programs and people leave the namespace out of small ones.
fn is_drawn(node: &Node<'_, '_>) -> bool {
    node.is_element() && matches!(node.tag_name().namespace(), None | Some(SVG))
}

fn is_sheet(node: &Node<'_, '_>) -> bool {
    is_drawn(node) && node.tag_name().name() == "style"
}

#[derive(Default)]
struct Reader {
    sheet: Sheet,
    left_out: BTreeSet<LeftOut>,
}

impl Reader {
    fn children(&mut self, node: &Node<'_, '_>, depth: usize) -> Result<Vec<Element>, NotALogo> {
        let mut children = Vec::new();
        for child in node.children().filter(Node::is_element) {
            if depth > MAX_DEPTH {
                return Err(NotALogo::TooComplex);
            }
            let name = child.tag_name().name();
            if !is_drawn(&child) {
                self.left_out.extend(foreign(&child));
                continue;
            }
            // What only groups, or would lead somewhere, is a group.
            let known = match name {
                "a" | "switch" => Some("g"),
                name => SHAPES
                    .into_iter()
                    .chain(HOLDERS)
                    .find(|known| *known == name),
            };
            match known {
                Some(name) => children.push(Element {
                    name,
                    attributes: self.attributes(&child, name),
                    children: self.children(&child, depth + 1)?,
                }),
                None => self.left_out.extend(missed(name)),
            }
        }
        Ok(children)
    }

    fn attributes(
        &mut self,
        node: &Node<'_, '_>,
        name: &'static str,
    ) -> BTreeMap<&'static str, String> {
        let mut kept = self.properties(node);
        for one in node.attributes() {
            let (key, value) = (one.name(), one.value());
            match (one.namespace(), key) {
                (None | Some(XLINK), "href") => match target(value) {
                    Some(id) if ["use", "linearGradient", "radialGradient"].contains(&name) => {
                        kept.insert("href", format!("#{id}"));
                    }
                    _ if value.to_ascii_lowercase().contains("script:") => {
                        self.left_out.insert(LeftOut::Script);
                    }
                    _ => {
                        self.left_out.insert(LeftOut::Reference);
                    }
                },
                (None, "style" | "class") => {}
                (None, key) => {
                    if let Judged::Kept(key, value) = attribute(key, value) {
                        kept.entry(key).or_insert(value);
                    }
                }
                _ => {}
            }
        }
        kept
    }

    /// What its attributes, the sheets and its own style say of how an element is drawn; what is lost is told.
    fn properties(&mut self, node: &Node<'_, '_>) -> BTreeMap<&'static str, String> {
        let mut found = Properties::default();
        let own = |name: &str| node.attribute(name).unwrap_or_default();
        for one in node.attributes().filter(|one| one.namespace().is_none()) {
            if ["style", "class", "href"].contains(&one.name()) {
                continue;
            }
            match attribute(one.name(), one.value()) {
                Judged::Kept(name, value) if super::attribute::is_property(name) => {
                    found.put(name, ATTRIBUTE, value);
                }
                Judged::Told(why) => {
                    self.left_out.insert(why);
                }
                Judged::Kept(..) | Judged::Untold => {}
            }
        }
        let classes = own("class").split_ascii_whitespace();
        let selectors = [node.tag_name().name().to_owned(), format!("#{}", own("id"))];
        let selectors = classes.map(|class| format!(".{class}")).chain(selectors);
        self.sheet.tell(selectors, &mut found);
        for (name, value) in declarations(own("style"), &mut self.left_out) {
            found.put(name, STYLE, value);
        }
        found.found().collect()
    }
}

/// What is missed of an element that is left out, if anything is.
fn missed(name: &str) -> Option<LeftOut> {
    Some(match name {
        // They draw nothing; sheets are read on their own.
        "title" | "desc" | "metadata" | "style" => return None,
        "script" | "handler" => LeftOut::Script,
        "animate" | "animateColor" | "animateMotion" | "animateTransform" | "set" | "discard" => {
            LeftOut::Animation
        }
        "text" | "tspan" | "textPath" | "tref" | "font" | "flowRoot" => LeftOut::Text,
        "image" | "video" | "audio" => LeftOut::Picture,
        "filter" | "mask" | "pattern" | "marker" => LeftOut::Effect,
        _ => LeftOut::Other,
    })
}

/// The same of an element of another namespace: drawing programs keep notes of their own.
fn foreign(node: &Node<'_, '_>) -> Option<LeftOut> {
    match node.tag_name().name() {
        "script" => Some(LeftOut::Script),
        _ if node.tag_name().namespace() == Some(XHTML) => Some(LeftOut::Other),
        _ => None,
    }
}

impl Element {
    /// Takes away names that were given before: the first is meant.
    fn prune(&mut self, names: &mut BTreeSet<String>) {
        if let Some(name) = self.attributes.get("id")
            && !names.insert(name.clone())
        {
            self.attributes.remove("id");
        }
        for child in &mut self.children {
            child.prune(names);
        }
    }

    fn draws(&self) -> bool {
        SHAPES.contains(&self.name) || self.children.iter().any(Self::draws)
    }

    /// All that comes behind the name and what stands in every drawing.
    fn write_rest(&self, text: &mut String) {
        for (name, value) in &self.attributes {
            let _ = write!(text, " {name}=\"{value}\""); // a text takes all that is written to it
        }
        if self.children.is_empty() {
            text.push_str("/>");
            return;
        }
        text.push('>');
        for child in &self.children {
            text.push('<');
            text.push_str(child.name);
            child.write_rest(text);
        }
        let _ = write!(text, "</{}>", self.name);
    }
}

/// Counts what a browser draws, so that a few elements that use each other don't become millions.
struct Counter<'a> {
    named: HashMap<&'a str, &'a Element>,
    /// What is counted already. What is being counted stands for no end: it uses itself.
    known: HashMap<&'a str, u64>,
}

impl<'a> Counter<'a> {
    fn of(drawing: &'a Element) -> Self {
        let mut named = HashMap::new();
        let mut left = vec![drawing];
        while let Some(element) = left.pop() {
            if let Some(name) = element.attributes.get("id") {
                named.insert(name.as_str(), element);
            }
            left.extend(&element.children);
        }
        Self {
            named,
            known: HashMap::new(),
        }
    }

    fn count(&mut self, element: &'a Element, depth: usize) -> u64 {
        if depth > 4 * MAX_DEPTH {
            return u64::MAX;
        }
        let used = element.attributes.get("href");
        let used = used.filter(|_| element.name == "use");
        let clip = element.attributes.get("clip-path");
        let others = [
            used.and_then(|value| target(value)),
            clip.and_then(|value| part(value)),
        ];
        let mut many = weight(element);
        for name in others.into_iter().flatten() {
            many = many.saturating_add(self.named(name, depth));
        }
        for child in &element.children {
            many = many.saturating_add(self.count(child, depth + 1));
        }
        many
    }

    fn named(&mut self, name: &'a str, depth: usize) -> u64 {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let Some(element) = self.named.get(name).copied() else {
            return 0;
        };
        self.known.insert(name, u64::MAX);
        let many = self.count(element, depth + 1);
        self.known.insert(name, many);
        many
    }
}

#[cfg(test)]
#[path = "svg_tests.rs"]
mod tests;
