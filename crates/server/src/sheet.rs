//! Tables as spreadsheets open them: CSV (RFC 4180). A field that a spreadsheet would take for a formula is
//! defused: it begins with an apostrophe, which spreadsheets don't show and [`read`] takes off again. A field of
//! somebody's own that begins as a defused one does gets another, so that every field reads back as it was.

use csv::{Terminator, WriterBuilder};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// What tells a spreadsheet that UTF-8 follows.
pub const MARK: &str = "\u{feff}";

/// One row with its end of line.
pub fn row<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let defused = fields.into_iter().map(|field| {
        if is_taken_for_a_formula(field) {
            format!("'{field}")
        } else {
            field.to_owned()
        }
    });
    // Writing into memory does not fail.
    let _ = writer.write_record(defused);
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A field as it was before it was defused.
pub fn read(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if is_taken_for_a_formula(rest) => rest,
        _ => field,
    }
}

/// Whether a field begins as a formula does, or as one that was defused.
fn is_taken_for_a_formula(field: &str) -> bool {
    field.trim_start_matches('\'').starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_field_begins_as_a_formula_does() {
        for bad in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1"] {
            let written = row(["a", bad]);
            let field = written.trim_end().strip_prefix("a,").unwrap();
            assert!(field.trim_start_matches('"').starts_with('\''), "{field}");
        }
        assert_eq!(row(["a,b", "c\"d", ""]), "\"a,b\",\"c\"\"d\",\r\n");
        assert_eq!(row([""]), "\"\"\r\n");
    }

    proptest! {
        #[test]
        fn what_was_written_reads_back(fields in prop::collection::vec("\\PC{0,8}|[=+@'\t\r\n-]{1,4}", 1..5)) {
            let text = row(fields.iter().map(String::as_str));
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            let back: Vec<&str> = record.iter().map(read).collect();
            prop_assert_eq!(back, fields);
        }
    }
}
