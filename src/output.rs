//! What the command line prints: tables for people, JSON for programs, one line for a failure.

use std::io::Write;
use std::process::ExitCode;

use serde_json::Value;

/// Why a command failed, in one line: what, and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(pub String);

impl Failure {
    /// A failure with its line.
    pub fn new(line: impl Into<String>) -> Self {
        Self(line.into())
    }

    /// The actor may not.
    pub fn denied() -> Self {
        Self::new("this is not allowed")
    }
}

impl From<portcullis_server::fault::Fault> for Failure {
    fn from(fault: portcullis_server::fault::Fault) -> Self {
        Self(fault.to_string())
    }
}

impl From<portcullis_store::Error> for Failure {
    fn from(error: portcullis_store::Error) -> Self {
        Self(error.to_string())
    }
}

/// Prints a line. A reader that has gone away is no failure of ours.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Prints lines that end by themselves.
pub fn text(lines: &str) {
    let _ = std::io::stdout().write_all(lines.as_bytes());
}

/// Prints a failure; the exit code says that the command was refused or failed.
pub fn failed(text: &str) -> ExitCode {
    // A list of mistakes begins each line with its place, so that it can be clicked.
    let prefix = if text.lines().count() > 1 {
        ""
    } else {
        "portcullis: "
    };
    let _ = writeln!(std::io::stderr(), "{prefix}{text}");
    ExitCode::from(1)
}

/// Prints rows as a table, or as JSON objects with the headings as keys.
pub fn rows<const N: usize>(json: bool, headings: [&str; N], rows: &[[Value; N]]) {
    if json {
        let objects: Vec<Value> = rows.iter().map(|row| object(headings, row)).collect();
        return line(&Value::Array(objects).to_string());
    }
    let cells: Vec<[String; N]> = rows.iter().map(|row| row.each_ref().map(shown)).collect();
    let widths: Vec<usize> = (0..N)
        .map(|at| {
            cells
                .iter()
                .map(|row| row[at].chars().count())
                .chain([headings[at].len()])
                .max()
                .unwrap_or(0)
        })
        .collect();
    let print = |row: [&str; N]| {
        let padded: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        line(padded.join("  ").trim_end());
    };
    print(headings.map(|h| h.to_uppercase().leak() as &str));
    for row in &cells {
        print(row.each_ref().map(String::as_str));
    }
}

/// Prints one thing as lines, or as a JSON object.
pub fn facts<const N: usize>(json: bool, headings: [&str; N], values: &[Value; N]) {
    if json {
        return line(&object(headings, values).to_string());
    }
    let width = headings.iter().map(|h| h.len()).max().unwrap_or(0);
    for (heading, value) in headings.iter().zip(values) {
        line(&format!("{heading:<width$}  {}", shown(value)));
    }
}

fn object<const N: usize>(headings: [&str; N], row: &[Value; N]) -> Value {
    let keys = headings.map(|h| h.replace([' ', '-'], "_"));
    Value::Object(keys.into_iter().zip(row.iter().cloned()).collect())
}

/// A value as a person reads it; control characters can't move the terminal's cursor.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) => text
            .chars()
            .map(|c| if c.is_control() { '?' } else { c })
            .collect(),
        other => other.to_string(),
    }
}
