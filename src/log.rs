//! The log: one line an event, for people or as JSON. Whatever a value holds, it neither ends its line
//! nor moves the reader's cursor (security.md AU-3).

use std::borrow::Cow;
use std::io::{self, Write};

use portcullis_core::name::is_unwanted;
use tracing::{Level, Metadata, Subscriber};
use tracing_subscriber::Registry;
use tracing_subscriber::filter::{LevelFilter, Targets, filter_fn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::LogFormat;

/// Writes the program's log to standard error. `PORTCULLIS_LOG` says how much.
pub fn to_stderr(format: LogFormat) {
    let asked = std::env::var("PORTCULLIS_LOG").ok();
    let filter = asked.and_then(|asked| asked.parse().ok());
    subscriber(format, filter.unwrap_or_else(usual), io::stderr).init();
}

fn usual() -> Targets {
    Targets::new().with_default(LevelFilter::INFO)
}

fn subscriber<W>(format: LogFormat, filter: Targets, writer: W) -> Box<dyn Subscriber + Send + Sync>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(OneLine(writer));
    match format {
        LogFormat::Text => Box::new(
            Registry::default()
                .with(lines)
                .with(filter)
                .with(filter_fn(is_clean)),
        ),
        LogFormat::Json => {
            let lines = lines.json().with_span_list(false);
            Box::new(
                Registry::default()
                    .with(lines)
                    .with(filter)
                    .with(filter_fn(is_clean)),
            )
        }
    }
}

/// What libraries say while they are debugged shows what they handle: an invitation's address with its
/// code, say. So of that only our own is written, whatever `PORTCULLIS_LOG` asks for.
fn is_clean(about: &Metadata<'_>) -> bool {
    about.target().starts_with("portcullis") || *about.level() <= Level::INFO
}

/// A writer that is handed one event at a time, and keeps it on one line.
struct OneLine<W>(W);

impl<'a, W: MakeWriter<'a>> MakeWriter<'a> for OneLine<W> {
    type Writer = OneLine<W::Writer>;

    fn make_writer(&'a self) -> Self::Writer {
        OneLine(self.0.make_writer())
    }
}

impl<W: Write> Write for OneLine<W> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        self.0.write_all(escaped(text).as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The same with every control, line break and turn of direction, but the last line's end, written as
/// JSON writes it: such characters stand in JSON only within strings, so it stays JSON.
fn escaped(text: Cow<'_, str>) -> Cow<'_, str> {
    let line = text.strip_suffix('\n').unwrap_or(&text);
    if !line.contains(is_unwanted) {
        return text;
    }
    let mut clean = String::with_capacity(text.len() + 16);
    for c in line.chars() {
        if is_unwanted(c) {
            // All of them are in the Basic Multilingual Plane.
            clean.extend(format!("\\u{:04x}", u32::from(c)).chars());
        } else {
            clean.push(c);
        }
    }
    if line.len() < text.len() {
        clean.push('\n');
    }
    Cow::Owned(clean)
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    const NASTY: &str = "ann\r\n{\"event\":\"forged\"}\u{1b}[31m\u{7f}\u{9b}\u{2028}\u{202e}\0 ü";

    fn logged(format: LogFormat) -> String {
        let kept = Kept::default();
        let writer = kept.clone();
        let subscriber = subscriber(format, usual(), move || writer.clone());
        tracing::subscriber::with_default(subscriber, || {
            let span = tracing::info_span!("request", name = NASTY);
            span.in_scope(|| {
                tracing::info!(name = NASTY, shown = %NASTY, "noted {NASTY}");
                tracing::info!("another");
            });
        });
        let bytes = kept.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn whatever_a_value_holds_an_event_is_one_line() {
        for format in [LogFormat::Text, LogFormat::Json] {
            let text = logged(format);
            assert_eq!(text.lines().count(), 2, "{text:?}");
            assert!(!text.replace('\n', "").contains(is_unwanted), "{text:?}");
            assert!(text.contains('ü') && text.ends_with('\n'), "{text:?}");
        }
    }

    #[test]
    fn as_json_a_value_reads_back_as_it_was() {
        let text = logged(LogFormat::Json);
        let first: serde_json::Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
        assert_eq!(first["fields"]["name"], NASTY);
        assert_eq!(first["span"]["name"], "request");
    }
}
