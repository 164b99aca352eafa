//! The few drawings: 16 by 16, strokes in the color of the text, hidden from screen readers
//! because a word always stands beside them.

use std::fmt;

use askama::filters::HtmlSafe;
use portcullis_core::destination;

const CLOCK: &str = r#"<circle cx="8" cy="8" r="6.75"/><path d="M8 4.25V8l2.5 1.75"/>"#;
const PEOPLE: &str = r#"<circle cx="6" cy="5" r="2.75"/><path d="M1.25 13.75v-1a3.25 3.25 0 0 1 3.25-3.25h3a3.25 3.25 0 0 1 3.25 3.25v1M10.75 2.5a2.75 2.75 0 0 1 0 5M12.25 9.75a3.25 3.25 0 0 1 2.5 3.25v.75"/>"#;
const ENVELOPE: &str =
    r#"<rect x="1.5" y="3" width="13" height="10" rx="1"/><path d="m2 4.5 6 4.25 6-4.25"/>"#;

/// Prints as an `<svg>` element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Something to look at: a circle with an exclamation bar.
    Attention,
    /// A circle with a tick.
    Done,
    /// A clock face.
    Clock,
    /// A circle with an i.
    Note,
    Phone,
    /// A screen on its foot.
    Screen,
    Sheet,
    Envelope,
    Copy,
    Download,
    Print,
    Chevron,
    Tick,
    Trash,
    Enabled,
    Disabled,
    NotEnabled,
    /// Two people.
    People,
    /// An application's own.
    Application(destination::Icon),
}

impl fmt::Display for Icon {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let drawing = match self {
            Self::Attention => {
                r#"<circle cx="8" cy="8" r="6.75"/><path d="M8 4.5v4.25M8 11.25v.25"/>"#
            }
            Self::Done => r#"<circle cx="8" cy="8" r="6.75"/><path d="m5 8.25 2.25 2.25L11 6"/>"#,
            Self::Clock => CLOCK,
            Self::Note => r#"<circle cx="8" cy="8" r="6.75"/><path d="M8 7.25v4.25M8 4.5v.25"/>"#,
            Self::Phone => {
                r#"<rect x="3.75" y="1.25" width="8.5" height="13.5" rx="1.75"/><path d="M7 12.5h2"/>"#
            }
            Self::Screen => {
                r#"<rect x="1.5" y="2.5" width="13" height="9" rx="1"/><path d="M5 14h6"/>"#
            }
            Self::Sheet => {
                r#"<path d="M9.25 1.25H4.5a1 1 0 0 0-1 1v11.5a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V4.5z"/><path d="M6 8h4M6 11h4"/>"#
            }
            Self::Envelope => ENVELOPE,
            Self::Copy => {
                r#"<rect x="5.25" y="5.25" width="9" height="9" rx="1.5"/><path d="M3 10.75A1.25 1.25 0 0 1 1.75 9.5V3c0-.7.55-1.25 1.25-1.25h6.5c.7 0 1.25.55 1.25 1.25"/>"#
            }
            Self::Download => {
                r#"<path d="M8 1.75v8.5M4.75 7 8 10.25 11.25 7M2 12.5v1.75h12V12.5"/>"#
            }
            Self::Print => {
                r#"<path d="M4.5 5.25v-3.5h7v3.5M4.5 11.5H2v-6.25h12v6.25h-2.5"/><path d="M4.5 9.25h7v5h-7z"/>"#
            }
            Self::Chevron => r#"<path d="m4 6.25 4 4 4-4"/>"#,
            Self::Tick => r#"<path d="m3.5 8.5 3 3 6-6.75"/>"#,
            Self::Trash => r#"<path d="M2.5 4.25h11M6 4V2h4v2M4 4.5l.75 9.5h6.5L12 4.5"/>"#,
            Self::Enabled => {
                r#"<circle class="solid" cx="8" cy="8" r="7"/><path class="cut" d="m4.75 8.25 2.25 2.25 4.25-4.75"/>"#
            }
            Self::Disabled => {
                r#"<circle cx="8" cy="8" r="6.5"/><path d="M6.25 5.5v5M9.75 5.5v5"/>"#
            }
            Self::NotEnabled => r#"<circle cx="8" cy="8" r="6.5" stroke-dasharray="2.4 2.13"/>"#,
            Self::People => PEOPLE,
            Self::Application(icon) => application(*icon),
        };
        write!(
            out,
            r#"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">{drawing}</svg>"#
        )
    }
}

const fn application(icon: destination::Icon) -> &'static str {
    use destination::Icon;
    match icon {
        Icon::Calendar => {
            r#"<rect x="1.75" y="3" width="12.5" height="11" rx="1"/><path d="M1.75 6.5h12.5M5 1.25v3M11 1.25v3"/>"#
        }
        Icon::Chat => {
            r#"<path d="M2.75 2.25h10.5a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H7.5L4.25 14v-3.25h-1.5a1 1 0 0 1-1-1v-6.5a1 1 0 0 1 1-1z"/>"#
        }
        Icon::Files => {
            r#"<path d="M1.75 12.25v-8.5a1 1 0 0 1 1-1h3.5L8 4.75h5.25a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H2.75a1 1 0 0 1-1-1z"/>"#
        }
        Icon::People => PEOPLE,
        Icon::Money => {
            r#"<rect x="1.25" y="3.5" width="13.5" height="9" rx="1"/><circle cx="8" cy="8" r="2"/><path d="M4 8v.25M12 8v.25"/>"#
        }
        Icon::Chart => r#"<path d="M1.75 14.25h12.5M4 11.75v-4M8 11.75v-9M12 11.75v-6"/>"#,
        Icon::Help => {
            r#"<circle cx="8" cy="8" r="6.75"/><path d="M6 6.25a2 2 0 1 1 2.75 1.85c-.5.2-.75.5-.75 1v.15M8 11.5v.25"/>"#
        }
        Icon::Book => {
            r#"<path d="M8 4C6.5 2.75 4.25 2.25 1.75 2.5v10c2.5-.25 4.75.25 6.25 1.5 1.5-1.25 3.75-1.75 6.25-1.5v-10C11.75 2.25 9.5 2.75 8 4zM8 4v10"/>"#
        }
        Icon::Cloud => {
            r#"<path d="M4.5 12.75a3 3 0 0 1-.4-5.97 4 4 0 0 1 7.75.2 2.9 2.9 0 0 1-.1 5.77z"/>"#
        }
        Icon::Code => {
            r#"<path d="M5 4.5 1.5 8 5 11.5M11 4.5 14.5 8 11 11.5M9.25 2.75l-2.5 10.5"/>"#
        }
        Icon::Mail => ENVELOPE,
        Icon::Clock => CLOCK,
    }
}

impl HtmlSafe for Icon {}
