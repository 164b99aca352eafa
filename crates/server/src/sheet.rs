//! Tables as spreadsheets open them: CSV (RFC 4180). What a spreadsheet would take for a formula is defused: it
//! begins with an apostrophe, which spreadsheets don't show and [`read`] takes off again. That goes for every place
//! where some program begins a cell: there are those that split a line at semicolons or tabs, to which a quotation
//! mark in the middle of their cell is a letter. What stands there as if it were defused gets another apostrophe, so
//! that every field reads back as it was.

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What ends a cell in the middle of a field, to a program that does not split at commas.
const ENDS: [char; 4] = [';', '\t', '\r', '\n'];

/// What tells a spreadsheet that UTF-8 follows.
pub const MARK: &str = "\u{feff}";

/// One row with its end of line.
pub fn row<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let fields = fields.into_iter().map(|field| quoted(defused(field)));
    let mut row = fields.collect::<Vec<_>>().join(",");
    row += "\r\n";
    row
}

/// A field as it was before it was defused.
pub fn read(field: &str) -> String {
    let as_it_was = |(place, cell): (usize, &str)| match cell.strip_prefix('\'') {
        Some(rest) if is_taken_for_a_formula(place, rest) => rest.to_owned(),
        _ => cell.to_owned(),
    };
    cells(field).map(as_it_was).collect()
}

fn defused(field: &str) -> String {
    let harmless = |(place, cell): (usize, &str)| {
        if is_taken_for_a_formula(place, cell) {
            format!("'{cell}")
        } else {
            cell.to_owned()
        }
    };
    cells(field).map(harmless).collect()
}

/// A field in quotation marks, if there is anything in it that some program could split it at or take away.
fn quoted(field: String) -> String {
    let splits = |c: char| matches!(c, ',' | ';' | '"') || c.is_whitespace() && c != ' ';
    if field.contains(splits) || field.trim() != field {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

/// What may become cells of their own, each with what ends it.
fn cells(field: &str) -> impl Iterator<Item = (usize, &str)> {
    field.split_inclusive(ENDS).enumerate()
}

/// Whether a cell begins as a formula does, or as one that was defused. Spaces and quotation marks before the sign
/// count for nothing: there are programs that take them away.
fn is_taken_for_a_formula(place: usize, cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    let passed = |c: char| c == '"' || (c.is_whitespace() || c.is_control()) && !ENDS.contains(&c);
    let begins = bare.trim_start_matches(passed);
    begins.starts_with(FORMULA) || place == 0 && bare.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The cells that a program makes of rows, which splits at this.
    fn split_at(separator: u8, text: &str) -> Vec<String> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let records = reader.records().map(Result::unwrap);
        let cells = records.flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>());
        cells.collect()
    }

    /// Whether no program makes a formula of rows, whichever separator it knows, and whether it knows quotation
    /// marks or not.
    fn is_harmless(text: &str) -> bool {
        let plain = text.split([';', '\t', '\r', '\n']).map(str::to_owned);
        let split = [b',', b';', b'\t'].map(|separator| split_at(separator, text));
        split.into_iter().flatten().chain(plain).all(|cell| {
            let begins = cell.trim_start_matches(|c: char| c == '"' || c.is_whitespace());
            !begins.starts_with(FORMULA)
        })
    }

    #[test]
    fn no_field_begins_as_a_formula_does() {
        for bad in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1", " =1", "\"=1",
        ] {
            let written = row(["a", bad]);
            let field = written.trim_end().strip_prefix("a,").unwrap();
            assert!(field.trim_start_matches('"').starts_with('\''), "{field}");
        }
        assert_eq!(
            row(["a,b", "c\"d", " e", ""]),
            "\"a,b\",\"c\"\"d\",\" e\",\r\n"
        );
    }

    #[test]
    fn nothing_becomes_a_formula_where_another_program_begins_a_cell() {
        assert_eq!(row(["x;=1;y-1"]), "\"x;'=1;y-1\"\r\n");
        for bad in [
            "x;=cmd|'/c calc'!A1;y",
            "x; =1",
            "x;\"=1\"",
            "x\t+1",
            "x\n@SUM(A1)",
            "x;\u{a0}－1",
            ";;＠x",
            "x;",
            "=\"",
        ] {
            let written = row([bad, "", bad, bad]) + &row([bad, "-1"]);
            assert!(is_harmless(&written), "{written}");
            let read: Vec<String> = split_at(b',', &written)
                .iter()
                .map(|one| read(one))
                .collect();
            assert_eq!(read, [bad, "", bad, bad, bad, "-1"]);
        }
    }

    proptest! {
        #[test]
        fn what_was_written_reads_back_and_is_a_formula_to_nobody(rows in prop::collection::vec(prop::collection::vec(FIELD, 1..5), 1..3)) {
            let text: String = rows.iter().map(|fields| row(fields.iter().map(String::as_str))).collect();
            prop_assert!(is_harmless(&text), "{}", text);
            let back: Vec<String> = split_at(b',', &text).iter().map(|one| read(one)).collect();
            let whole: Vec<String> = rows.into_iter().flatten().collect();
            prop_assert_eq!(back, whole);
        }
    }

    const FIELD: &str = "\\PC{1,8}|[=+@'\"; ,x\t\r\n＝-]{1,6}";
}
