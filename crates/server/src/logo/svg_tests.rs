//! Drawings as programs write them, and as somebody would who means harm.

use proptest::prelude::*;

use super::*;
use crate::logo;

/// A drawing with something in it.
fn drawing(inner: &str) -> String {
    format!(
        "<svg xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\" viewBox=\"0 0 20 10\">{inner}<rect width=\"9\" height=\"9\"/></svg>"
    )
}

/// What a drawing becomes: the text between the outer tags, and what was left out.
fn kept(inner: &str) -> (String, Vec<LeftOut>) {
    let safe = made_safe(&drawing(inner)).unwrap_or_else(|why| panic!("{inner}: {why:?}"));
    let text = holds_what_is_listed(&safe);
    let text = text.strip_prefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"512\" height=\"256\" viewBox=\"0 0 20 10\">");
    let text = text
        .unwrap()
        .strip_suffix("<rect height=\"9\" width=\"9\"/></svg>");
    (
        text.unwrap().to_owned(),
        safe.left_out.into_iter().collect(),
    )
}

fn refused(text: &str) -> NotALogo {
    let safe = logo::made_safe(text.as_bytes());
    safe.expect_err(text)
}

/// Reads what was written, with a parser that knows nothing of the writer's lists, and gives its text.
fn holds_what_is_listed(safe: &Safe) -> String {
    let text = String::from_utf8(safe.content.clone()).unwrap();
    let document = Document::parse(&text).unwrap();
    for node in document.descendants().skip(1) {
        assert!(node.is_element(), "{text}");
        let name = node.tag_name();
        assert_eq!(name.namespace(), Some(SVG), "{text}");
        let listed = SHAPES
            .iter()
            .chain(&HOLDERS)
            .any(|known| *known == name.name());
        assert!(listed || node == document.root_element(), "{text}");
        for one in node.attributes() {
            let (name, value) = (one.name(), one.value());
            assert!(one.namespace().is_none(), "{text}");
            assert!(!name.starts_with("on") && name != "style", "{text}");
            assert!(
                value.is_ascii() && !value.contains(['<', '>', '&', '"', '\'', '\\', ':'])
                    || name == "id",
                "{text}"
            );
            assert_eq!(
                value.matches("url(").count(),
                value.matches("url(#").count(),
                "{text}"
            );
            assert!(name != "href" || value.starts_with('#'), "{text}");
        }
    }
    let again = made_safe(&text).unwrap();
    assert_eq!(
        (&again.content, again.left_out.len()),
        (&safe.content, 0),
        "{text}"
    );
    text
}

#[test]
fn what_would_run_load_or_move_is_left_out_and_told() {
    use LeftOut::{Animation, Effect, Other, Picture, Reference, Script, Style, Text};
    for (inner, told) in [
        ("<script>alert(1)</script>", Script),
        ("<script href=\"//evil.example/x.js\"/>", Script),
        (
            "<script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script>",
            Script,
        ),
        (
            "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"x()\"/></foreignObject>",
            Other,
        ),
        (
            "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"//evil.example\"/>",
            Other,
        ),
        ("<symbol id=\"s\"><path d=\"M0 0\"/></symbol>", Other),
        ("<svg><path d=\"M0 0\"/></svg>", Other),
        ("<image href=\"data:image/png;base64,AAAA\"/>", Picture),
        ("<image xlink:href=\"http://evil.example/x.png\"/>", Picture),
        (
            "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
            Animation,
        ),
        (
            "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
            Animation,
        ),
        ("<text>Acme</text>", Text),
        (
            "<filter id=\"f\"><feImage href=\"http://evil.example\"/></filter>",
            Effect,
        ),
        ("<pattern id=\"p\"><rect width=\"1\"/></pattern>", Effect),
        ("<mask id=\"m\"/>", Effect),
        (
            "<style>@import url(http://evil.example/x.css);</style>",
            Style,
        ),
        (
            "<style>@font-face { font-family: x; src: url(http://evil.example) }</style>",
            Style,
        ),
        ("<style>path:hover { fill: red }</style>", Style),
        (
            "<style>.a { background: url(http://evil.example) }</style>",
            Reference,
        ),
        (
            "<style>.a { fill: url(http://evil.example) }</style>",
            Reference,
        ),
    ] {
        let (text, left_out) = kept(inner);
        assert_eq!((&*text, &*left_out), ("", &[told][..]), "{inner}");
    }
}

#[test]
fn what_stays_of_an_element_draws_and_leads_nowhere() {
    use LeftOut::{Effect, Reference, Script, Style};
    for (inner, becomes, told) in [
        (
            "<path d=\"M0 0\" onload=\"alert(1)\"/>",
            "<path d=\"M0 0\"/>",
            Script,
        ),
        (
            "<path d=\"M0 0\" onClick=\"alert(1)\"/>",
            "<path d=\"M0 0\"/>",
            Script,
        ),
        (
            "<a href=\"javascript:alert(1)\"><path d=\"M0 0\"/></a>",
            "<g><path d=\"M0 0\"/></g>",
            Script,
        ),
        (
            "<a xlink:href=\" java&#10;script:alert(1)\"><path d=\"M0 0\"/></a>",
            "<g><path d=\"M0 0\"/></g>",
            Script,
        ),
        (
            "<use href=\"http://evil.example/x.svg#a\"/>",
            "<use/>",
            Reference,
        ),
        (
            "<use xlink:href=\"data:image/svg+xml,&lt;svg/>#a\"/>",
            "<use/>",
            Reference,
        ),
        (
            "<path d=\"M0 0\" fill=\"url(http://evil.example/#a)\"/>",
            "<path d=\"M0 0\"/>",
            Reference,
        ),
        (
            "<path d=\"M0 0\" style=\"fill:url(//evil.example)\"/>",
            "<path d=\"M0 0\"/>",
            Reference,
        ),
        (
            "<path d=\"M0 0\" style=\"fill:u\\72l(//evil.example)\"/>",
            "<path d=\"M0 0\"/>",
            Style,
        ),
        (
            "<path d=\"M0 0\" style=\"behavior: url(x.htc)\"/>",
            "<path d=\"M0 0\"/>",
            Reference,
        ),
        (
            "<path d=\"M0 0\" filter=\"url(#f)\"/>",
            "<path d=\"M0 0\"/>",
            Effect,
        ),
        ("<path d=\"M0 0&quot;>&lt;script>\"/>", "<path/>", Style),
    ] {
        assert_eq!(kept(inner), (becomes.to_owned(), vec![told]), "{inner}");
    }
}

#[test]
fn what_programs_write_is_drawn_as_they_mean_it() {
    for (inner, becomes) in [
        // Notes of a program, and what only describes.
        (
            "<title>Acme</title><desc>x</desc><metadata><a:b xmlns:a=\"urn:a\"/></metadata><!-- x --><n:v xmlns:n=\"urn:n\" n:o=\"1\"/>",
            "",
        ),
        (
            "<g xmlns:i=\"urn:i\" i:label=\"Layer\" id=\"a\"><path i:t=\"c\" d=\"M0 0\"/></g>",
            "<g id=\"a\"><path d=\"M0 0\"/></g>",
        ),
        // Styles on elements and in sheets, the nearer and the later first.
        (
            "<path d=\"M0 0\" fill=\"blue\" style=\"fill:#c00; stroke : none;font-family:Arial;\"/>",
            "<path d=\"M0 0\" fill=\"#c00\" stroke=\"none\"/>",
        ),
        (
            "<style type=\"text/css\"><![CDATA[ .a{fill:red} /* no */ .b, .c { fill: blue; } ]]></style><path class=\"a b\" d=\"M0 0\"/>",
            "<path d=\"M0 0\" fill=\"blue\"/>",
        ),
        (
            "<style>path{fill:red}.a{opacity:.5}#i{fill:green}</style><path id=\"i\" class=\"a\" fill=\"blue\" d=\"M0 0\"/>",
            "<path d=\"M0 0\" fill=\"green\" id=\"i\" opacity=\".5\"/>",
        ),
        (
            "<style>.a{fill:red!important}</style><path class=\"a\" d=\"M0 0\"/>",
            "<path d=\"M0 0\" fill=\"red\"/>",
        ),
        // Gradients, clips and parts that are used again.
        (
            "<linearGradient id=\"g\"><stop offset=\"0\" style=\"stop-color:#fff\"/></linearGradient><radialGradient id=\"h\" xlink:href=\"#g\"/><circle r=\"2\" fill=\"url(#h)\"/>",
            "<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#fff\"/></linearGradient><radialGradient href=\"#g\" id=\"h\"/><circle fill=\"url(#h)\" r=\"2\"/>",
        ),
        (
            "<defs><rect id=\"a\" width=\"2\"/></defs><clipPath id=\"b\"><use xlink:href=\"#a\"/></clipPath><g clip-path=\"url('#b')\"><use href=\"#a\" x=\"3\"/></g>",
            "<defs><rect id=\"a\" width=\"2\"/></defs><clipPath id=\"b\"><use href=\"#a\"/></clipPath><g clip-path=\"url(#b)\"><use href=\"#a\" x=\"3\"/></g>",
        ),
        (
            "<switch><g><path d=\"M0\n0\"/></g></switch>",
            "<g><g><path d=\"M0 0\"/></g></g>",
        ),
        // The first of one name is meant.
        (
            "<path id=\"a\" d=\"M0 0\"/><path id=\"a\" d=\"M1 1\"/>",
            "<path d=\"M0 0\" id=\"a\"/><path d=\"M1 1\"/>",
        ),
    ] {
        assert_eq!(kept(inner), (becomes.to_owned(), Vec::new()), "{inner}");
    }
}

#[test]
fn a_drawing_has_a_size_and_keeps_its_shape() {
    let size = |root: &str| {
        let safe = made_safe(&format!("<svg {root}><path d=\"M0 0\"/></svg>"))?;
        holds_what_is_listed(&safe);
        Ok((safe.width, safe.height))
    };
    for (root, expect) in [
        ("viewBox=\"0 0 200 50\"", Ok((512, 128))),
        (
            "xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"6px\"",
            Ok((256, 512)),
        ),
        ("viewBox='-1,-1 , 2 2' width=\"100%\"", Ok((512, 512))),
        ("viewBox=\"0 0 0.001 1000\"", Ok((1, 512))),
        ("", Err(NotALogo::NoSize)),
        ("width=\"100%\" height=\"100%\"", Err(NotALogo::NoSize)),
        ("viewBox=\"0 0 0 0\"", Err(NotALogo::NoSize)),
        ("viewBox=\"0 0 NaN 5\"", Err(NotALogo::NoSize)),
        ("viewBox=\"0 0 inf 5\"", Err(NotALogo::NoSize)),
        ("viewBox=\"0 0 5\"", Err(NotALogo::NoSize)),
        ("viewBox=\"0 0 1e9 1\"", Err(NotALogo::NoSize)),
    ] {
        assert_eq!(size(root), expect, "{root}");
    }
}

#[test]
fn entities_are_not_defined() {
    let laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let file = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    let public = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    for first in [laughs, file, public] {
        let text = format!("{first}{}", drawing("<text>&c;&x;</text>"));
        assert_eq!(refused(&text), NotALogo::DocumentType, "{first}");
    }
    assert_eq!(refused(&drawing("<path d=\"&c;\"/>")), NotALogo::Damaged);
}

#[test]
fn what_is_no_drawing_is_refused_by_its_content() {
    for (text, why) in [
        ("<html><body>hello</body></html>", NotALogo::WrongKind),
        ("<!doctype html><html><svg></svg></html>", NotALogo::Damaged),
        ("<html><svg></svg></html>", NotALogo::WrongKind),
        (
            "<svg xmlns=\"urn:else\" viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>",
            NotALogo::WrongKind,
        ),
        ("GIF89a\u{1}", NotALogo::WrongKind),
        ("", NotALogo::Missing),
        ("<svg viewBox=\"0 0 1 1\"><path", NotALogo::Damaged),
        ("<svg viewBox=\"0 0 1 1\"><g></svg>", NotALogo::Damaged),
        ("<svg viewBox=\"0 0 1 1\"/>", NotALogo::NothingDrawn),
        (
            "<svg viewBox=\"0 0 1 1\"><text>Acme</text><script/></svg>",
            NotALogo::NothingDrawn,
        ),
    ] {
        assert_eq!(refused(text), why, "{text}");
    }
    for bytes in [
        &b"\xff\xd8\xff\xe0\0\x10JFIF"[..],
        b"GIF89a\x01\0",
        b"\x1f\x8b\x08",
        b"RIFF\x10\0\0\0WEBP",
    ] {
        assert_eq!(logo::made_safe(bytes), Err(NotALogo::WrongKind));
    }
    let long = drawing(&"<path d=\"M0 0\"/>".repeat(5_000));
    assert_eq!(refused(&long), NotALogo::TooLarge);
}

#[test]
fn a_drawing_that_grows_without_end_is_refused() {
    // Each level uses the one before it ten times.
    let levels = |link: fn(usize) -> String| {
        let level = |at: usize| format!("<g id=\"l{at}\">{}</g>", link(at - 1).repeat(10));
        (1..9).map(level).collect::<Vec<String>>().concat()
    };
    let uses = levels(|at| format!("<use href=\"#l{at}\"/>"));
    let clips = (1..9)
        .map(|at| {
            let clipped = format!("<rect clip-path=\"url(#l{})\"/>", at - 1).repeat(10);
            format!("<clipPath id=\"l{at}\">{clipped}</clipPath>")
        })
        .collect::<Vec<String>>()
        .concat();
    for inner in [
        format!("<path id=\"l0\" d=\"M0 0\"/>{uses}<use href=\"#l8\"/>"),
        format!("<clipPath id=\"l0\"><rect/></clipPath>{clips}<rect clip-path=\"url(#l8)\"/>"),
        "<g id=\"a\"><use href=\"#a\"/></g>".to_owned(),
        "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>".to_owned(),
        "<clipPath id=\"a\" clip-path=\"url(#a)\"><rect/></clipPath>".to_owned(),
        "<rect/>".repeat(5_001),
        // One path of many points, drawn a thousand times.
        format!(
            "<path id=\"p\" d=\"M0 0{}\"/><g id=\"q\">{}</g>{}",
            "L9 9L1 2".repeat(2_000),
            "<use href=\"#p\"/>".repeat(10),
            "<use href=\"#q\"/>".repeat(100)
        ),
        "<g>".repeat(40) + &"</g>".repeat(40),
        "<g>".repeat(8_000) + &"</g>".repeat(8_000),
        "<g xmlns:a=\"urn:a\">".repeat(2_000) + &"</g>".repeat(2_000),
    ] {
        let text = drawing(&inner);
        assert_eq!(
            refused(&text),
            NotALogo::TooComplex,
            "{}",
            &text[..300.min(text.len())]
        );
    }
    // A long chain that leads around nothing twice is drawn.
    let chain: Vec<String> = (1..50)
        .map(|at| format!("<g id=\"l{at}\"><use href=\"#l{}\"/></g>", at - 1))
        .collect();
    kept(&format!("<path id=\"l0\" d=\"M0 0\"/>{}", chain.concat()));
}

#[test]
fn a_sheet_of_many_rules_is_read_within_bounds() {
    let many: Vec<String> = (0..2_000).map(|at| format!(".c{at},")).collect();
    let many = many.concat();
    let sheet = format!("<style>{many}.z{{{}}}</style>", "fill:red;".repeat(2_000));
    let (text, left_out) = kept(&format!("{sheet}<path class=\"c7\" d=\"M0 0\"/>"));
    assert_eq!(text, "<path d=\"M0 0\" fill=\"red\"/>");
    assert_eq!(left_out, [LeftOut::Style]);
}

fn piece() -> impl Strategy<Value = String> {
    let names = "g|path|use|a|script|text|style|clipPath|stop|image|switch|x:y|set|filter";
    let keys = "id|d|fill|style|href|xlink:href|onload|class|clip-path|transform|width|x:y|xmlns";
    let values = "#a|url\\(#a\\)|url\\(http://x\\)|javascript:x|M0 0|fill:red;stroke:url\\(#a\\)|a|red|&#60;|.{0,6}";
    let leaf =
        (names, proptest::collection::vec((keys, values), 0..4)).prop_map(|(name, attributes)| {
            let attributes: BTreeMap<String, String> = attributes.into_iter().collect();
            let attributes: Vec<String> = attributes
                .iter()
                .map(|(key, value)| format!(" {key}=\"{}\"", value.replace(['"', '<'], "")))
                .collect();
            format!("<{name}{}>|</{name}>", attributes.concat())
        });
    leaf.prop_recursive(4, 24, 4, |inner| {
        (inner.clone(), proptest::collection::vec(inner, 0..4))
            .prop_map(|(outer, children)| outer.replacen('|', &children.concat(), 1))
    })
}

proptest! {
    #[test]
    fn whatever_is_taken_holds_what_is_listed_and_stays_as_it_is(inner in piece()) {
        let text = drawing(&inner.replace('|', ".a{fill:blue}")).replacen("<svg", "<svg xmlns:x=\"urn:x\"", 1);
        if let Ok(safe) = made_safe(&text) {
            holds_what_is_listed(&safe);
        }
    }

    #[test]
    fn no_text_panics(text in "<svg viewBox=\"0 0 1 1\">\\PC{0,80}") {
        let _ = made_safe(&text); // a drawing or a refusal
    }
}
