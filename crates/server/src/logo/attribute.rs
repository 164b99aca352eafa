//! Which attributes and properties a drawing keeps, and with which values. What is not listed here is not
//! written; no value holds anything but letters, digits and a few signs, so none ends its attribute, and none
//! names another address than `#…`.

use portcullis_core::logo::LeftOut;

/// The longest value of anything but a path, in bytes.
const MAX_VALUE: usize = 100;

/// What becomes of an attribute.
#[derive(Debug, PartialEq, Eq)]
pub enum Judged {
    /// It is written so.
    Kept(&'static str, String),
    /// It is left out, which is told.
    Told(LeftOut),
    /// It is left out; without it the drawing looks the same.
    Untold,
}

/// How a value is written.
#[derive(Clone, Copy)]
enum Form {
    /// A number with a unit.
    Number,
    /// Numbers, and letters that say what they do: a path, a list of points, a transformation.
    Path,
    /// One word.
    Word,
    /// A color, or a gradient of the same drawing.
    Paint,
    /// A part of the same drawing, as `url(#…)`.
    Part,
    /// A name within the drawing.
    Name,
}

/// What a style sheet can say as well.
const PROPERTIES: &[(&str, Form)] = &[
    ("clip-path", Form::Part),
    ("clip-rule", Form::Word),
    ("color", Form::Paint),
    ("display", Form::Word),
    ("fill", Form::Paint),
    ("fill-opacity", Form::Number),
    ("fill-rule", Form::Word),
    ("opacity", Form::Number),
    ("stop-color", Form::Paint),
    ("stop-opacity", Form::Number),
    ("stroke", Form::Paint),
    ("stroke-linecap", Form::Word),
    ("stroke-linejoin", Form::Word),
    ("stroke-miterlimit", Form::Number),
    ("stroke-opacity", Form::Number),
    ("stroke-width", Form::Number),
    ("visibility", Form::Word),
];

/// What stands in attributes alone.
const ATTRIBUTES: &[(&str, Form)] = &[
    ("clipPathUnits", Form::Word),
    ("cx", Form::Number),
    ("cy", Form::Number),
    ("d", Form::Path),
    ("fr", Form::Number),
    ("fx", Form::Number),
    ("fy", Form::Number),
    ("gradientTransform", Form::Path),
    ("gradientUnits", Form::Word),
    ("height", Form::Number),
    ("id", Form::Name),
    ("offset", Form::Number),
    ("points", Form::Path),
    ("r", Form::Number),
    ("rx", Form::Number),
    ("ry", Form::Number),
    ("spreadMethod", Form::Word),
    ("transform", Form::Path),
    ("width", Form::Number),
    ("x", Form::Number),
    ("x1", Form::Number),
    ("x2", Form::Number),
    ("y", Form::Number),
    ("y1", Form::Number),
    ("y2", Form::Number),
];

/// What draws in a way that is not kept.
const EFFECTS: [&str; 8] = [
    "filter",
    "marker",
    "marker-end",
    "marker-mid",
    "marker-start",
    "mask",
    "mix-blend-mode",
    "stroke-dasharray",
];

/// An attribute of a drawing, by its name without a namespace.
pub fn attribute(name: &str, value: &str) -> Judged {
    let Some((name, form)) = ATTRIBUTES.iter().find(|(known, _)| *known == name) else {
        return property(name, value);
    };
    judged(name, *form, value)
}

/// A property, be it of a style or an attribute.
pub fn property(name: &str, value: &str) -> Judged {
    if let Some((name, form)) = PROPERTIES.iter().find(|(known, _)| *known == name) {
        return judged(name, *form, value);
    }
    let lower = name.to_ascii_lowercase();
    if lower.starts_with("on") {
        return Judged::Told(LeftOut::Script);
    }
    let drawn = !["none", "normal"].contains(&value.trim());
    if EFFECTS.contains(&&*lower) && drawn {
        return Judged::Told(LeftOut::Effect);
    }
    match elsewhere(value) {
        Some(left_out) => Judged::Told(left_out),
        None => Judged::Untold,
    }
}

/// Whether a style can say the same as this attribute.
pub fn is_property(name: &str) -> bool {
    PROPERTIES.iter().any(|(known, _)| *known == name)
}

/// The name that a link leads to within the drawing.
pub fn target(value: &str) -> Option<&str> {
    value.strip_prefix('#').filter(|name| is_name(name))
}

/// The name that a value of `clip-path` holds.
pub fn part(value: &str) -> Option<&str> {
    let name = value.strip_prefix("url(#")?.strip_suffix(')')?;
    is_name(name).then_some(name)
}

fn judged(name: &'static str, form: Form, value: &str) -> Judged {
    let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let kept = match form {
        Form::Path => made_of(&value, "+-.,() "),
        _ if value.len() > MAX_VALUE => false,
        Form::Number => made_of(&value, "+-.%"),
        Form::Word => made_of(&value, "-"),
        Form::Name => is_name(&value),
        Form::Part => value == "none" || part(&value).is_some(),
        Form::Paint => is_paint(&value),
    };
    if kept {
        return Judged::Kept(name, value);
    }
    // Programs put the name in quotation marks.
    if let (Form::Part | Form::Paint, Some(name_of)) = (form, quoted(&value)) {
        return Judged::Kept(name, format!("url(#{name_of})"));
    }
    Judged::Told(elsewhere(&value).unwrap_or(LeftOut::Style))
}

/// Whether a value has anything, and nothing but ASCII letters, digits and these signs.
fn made_of(value: &str, signs: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || signs.contains(c);
    !value.is_empty() && value.chars().all(fits)
}

fn is_name(value: &str) -> bool {
    value.len() <= MAX_VALUE && made_of(value, "-_.:")
}

/// The name in `url("#…")` or `url('#…')`.
fn quoted(value: &str) -> Option<&str> {
    let inner = value.strip_prefix("url(")?.strip_suffix(')')?.trim();
    let unquoted = |mark: char| inner.strip_prefix(mark)?.strip_suffix(mark);
    target(unquoted('"').or_else(|| unquoted('\''))?)
}

/// A word, `#rrggbb`, a function of numbers that makes a color, or a gradient.
fn is_paint(value: &str) -> bool {
    if made_of(value, "-") || part(value).is_some() {
        return true;
    }
    if let Some(digits) = value.strip_prefix('#') {
        return digits.len() <= 8
            && !digits.is_empty()
            && digits.chars().all(|c| c.is_ascii_hexdigit());
    }
    let numbers = ["rgb(", "rgba(", "hsl(", "hsla("]
        .iter()
        .find_map(|function| value.strip_prefix(function)?.strip_suffix(')'));
    numbers.is_some_and(|numbers| made_of(numbers, "+-.,% /"))
}

/// What a value that is not kept would have done.
fn elsewhere(value: &str) -> Option<LeftOut> {
    let lower = value.to_ascii_lowercase();
    if lower.contains("script:") || lower.contains("expression(") {
        Some(LeftOut::Script)
    } else if lower.contains("url(") || lower.contains("data:") {
        Some(LeftOut::Reference)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_kept_in_its_form_alone() {
        let kept = |name, value: &str| match attribute(name, value) {
            Judged::Kept(_, value) => Some(value),
            Judged::Told(_) | Judged::Untold => None,
        };
        for (name, value) in [
            ("d", "M1,2 L-3.5e-4 5z"),
            ("transform", "translate(3 4) rotate(45)"),
            ("fill", "#c8102e"),
            ("fill", "rgba(1, 2, 3, 50%)"),
            ("fill", "none"),
            ("fill", "url(#sky)"),
            ("clip-path", "url(#a_1.b-c)"),
            ("width", "100%"),
            ("id", "Layer_x0020_1"),
        ] {
            assert_eq!(kept(name, value).as_deref(), Some(value), "{name}");
        }
        assert_eq!(kept("d", " M1\n2\t3 "), Some("M1 2 3".to_owned()));
        for quoted in ["url('#sky')", "url(\"#sky\")"] {
            assert_eq!(kept("fill", quoted), Some("url(#sky)".to_owned()));
        }
        for (name, value) in [
            ("d", "M1,2\"><script>"),
            ("d", ""),
            ("d", "M1 2\u{a0}3"),
            ("fill", "url(http://evil.example/)"),
            ("fill", "url(//evil.example)"),
            ("fill", "url('#a)'"),
            ("fill", "url(#a) url(http://evil.example/)"),
            ("fill", "u\\72l(x)"),
            ("fill", "#"),
            ("fill", "#12 "),
            ("fill", "rgb(url(x))"),
            ("fill", "red;background:url(x)"),
            ("clip-path", "url(#a)b)"),
            ("id", "a b"),
            ("width", "expression(1)"),
            ("href", "#a"),
            ("style", "fill:red"),
        ] {
            let kept = kept(name, value).filter(|kept| kept != "#12");
            assert_eq!(kept, None, "{name}={value}");
        }
        assert_eq!(kept("id", &"a".repeat(101)), None);
        assert_eq!(target("#a"), Some("a"));
        for bad in ["a", "#", "##", "#a b", "http://evil.example#a", "#a\u{301}"] {
            assert_eq!(target(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_lost_is_told_where_it_would_be_missed() {
        for (name, value, expect) in [
            ("onload", "x()", Judged::Told(LeftOut::Script)),
            ("ONCLICK", "x()", Judged::Told(LeftOut::Script)),
            ("filter", "url(#blur)", Judged::Told(LeftOut::Effect)),
            ("filter", "none", Judged::Untold),
            ("stroke-dasharray", "4 2", Judged::Told(LeftOut::Effect)),
            ("cursor", "url(http://x)", Judged::Told(LeftOut::Reference)),
            ("font-family", "Arial", Judged::Untold),
            ("fill", "var(--brand)", Judged::Told(LeftOut::Style)),
            ("fill", "javascript:alert(1)", Judged::Told(LeftOut::Script)),
            ("fill", "url(http://x)", Judged::Told(LeftOut::Reference)),
        ] {
            assert_eq!(attribute(name, value), expect, "{name}={value}");
        }
    }
}
