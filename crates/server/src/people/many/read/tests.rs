//! What a text comes to, line by line; and that no text at all is too odd to be read or refused.

use proptest::prelude::*;

use super::*;

/// What a text comes to, a line each: name, login name, address; or what is wrong.
fn told(text: &str, form: Form) -> Vec<String> {
    let sheet = match read(text, form, "acme") {
        Ok(sheet) => sheet,
        Err(why) => return vec![format!("{why:?}")],
    };
    let line = |line: &Line| match &line.entry {
        Ok(entry) => format!(
            "{}: {} | {} | {}",
            line.number,
            entry.name.as_ref().map_or("-", Name::as_str),
            entry.login_name,
            match &entry.email {
                None => "-",
                Some(None) => "",
                Some(Some(email)) => email.as_str(),
            }
        ),
        Err(wrong) => format!("{}: {wrong:?}", line.number),
    };
    sheet.lines.iter().map(line).collect()
}

#[track_caller]
fn check(text: &str, form: Form, expect: &[&str]) {
    assert_eq!(told(text, form), expect, "{text:?}");
}

#[test]
fn people_are_typed_as_address_books_and_spreadsheets_write_them() {
    check(
        "Ann Example <ann@acme.example>\n\n\"Example, Ben\" <ben@acme.example>\r\nCara Example\tcara@acme.example\n\
         Dan Example, dan, dan@else.example\ned@acme; Ed Example\nFay Example,fay+work@acme.example\nGus Example,gus",
        Form::Typed,
        &[
            "1: Ann Example | ann | ann@acme.example",
            "3: Example, Ben | ben | ben@acme.example",
            "4: Cara Example | cara | cara@acme.example",
            "5: Dan Example | dan | dan@else.example",
            "6: Ed Example | ed | ",
            "7: Fay Example | fay | fay+work@acme.example",
            "8: Gus Example | gus | ",
        ],
    );
}

#[test]
fn every_line_says_all_that_is_wrong_with_it() {
    check(
        "ann@acme.example\nBen\nCara, cara, ca ra@x\nDan, dan, dan@acme.example, more\n@@\n'=1+1, eve",
        Form::Typed,
        &[
            "1: [Name(Empty)]",
            "2: [NoLoginName]",
            "3: [Email(Form)]",
            "4: [Fields]",
            "5: [Name(Empty), NoLoginName, Email(Form)]",
            "6: =1+1 | eve | ",
        ],
    );
    check("", Form::Typed, &["Empty"]);
    check(" \n\t\n", Form::Typed, &["Empty"]);
    let many = "Ann,ann\n".repeat(MAX_TYPED + 1);
    check(&many, Form::Typed, &["TooManyLines(500)"]);
}

#[test]
fn a_line_of_headings_says_what_stands_where_whatever_separates_it() {
    let expect = ["2: Ann | ann | ann@acme.example", "3: Ben | ben | "];
    for separator in [",", ";", "\t"] {
        for mark in ["", sheet::MARK] {
            let text = format!(
                "{mark}E-Mail|Role|Login name|NAME\r\nann@acme.example|admin|ann@ACME|Ann\r\n|||\r\n|member|ben|Ben\r\n"
            )
                        .replace('|', separator);
            let sheet = read(&text, Form::Table, "acme").unwrap();
            assert_eq!(sheet.unread, ["Role"]);
            let [ann, ben] = told(&text, Form::Table).try_into().unwrap();
            assert_eq!([ann.as_str(), &ben.replace('4', "3")], expect);
            assert_eq!(told(&text, Form::Typed).len(), 2);
        }
    }
    check(
        "name,email\nAnn,ann@acme.example",
        Form::Table,
        &["NoHeadings"],
    );
    check(
        "name,email\nAnn,ann@acme.example",
        Form::Typed,
        &["2: Ann | ann | ann@acme.example"],
    );
    check(
        "login_name,Login name\nann,ann",
        Form::Table,
        &["HeadingTwice(\"login_name\")"],
    );
    check("login_name\nann", Form::Table, &["2: - | ann | -"]);
    check("login_name,name", Form::Table, &["Empty"]);
    check("Ann,ann", Form::Table, &["NoHeadings"]);
}

#[test]
fn a_quotation_mark_that_nobody_closed_swallows_no_line_unseen() {
    check(
        "login_name,name,note\nann,Ann,fine\nben,Ben,\"a note\ncara,Cara,fine\ndan,Dan,fine\n",
        Form::Table,
        &["2: Ann | ann | -", "3: [LineBreak]"],
    );
    check(
        "login_name,name\nann\nben,Ben,more\ncara,Cara,,\n",
        Form::Table,
        &["2: [Fields]", "3: [Fields]", "4: Cara | cara | -"],
    );
}

#[test]
fn a_file_is_text_of_a_bounded_size() {
    assert_eq!(text(b"login_name\nj\xf6rg"), Err(Unreadable::NotText));
    assert_eq!(text(b"a\0b"), Err(Unreadable::NotText));
    assert_eq!(text(&vec![b'a'; MAX_BYTES + 1]), Err(Unreadable::TooLarge));
    assert_eq!(text("jörg".as_bytes()), Ok("jörg".to_owned()));
    let many = format!("login_name\n{}", "ann\n".repeat(MAX_LINES + 1));
    check(&many, Form::Table, &["TooManyLines(10000)"]);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let lossy = String::from_utf8_lossy(&bytes).into_owned();
        for form in [Form::Typed, Form::Table] {
            drop(read(&text(&bytes).unwrap_or_else(|_| lossy.clone()), form, "acme"));
        }
    }

    #[test]
    fn lines_of_odd_marks_are_read_or_refused(text in "(login_name[,;\t]name[,;\t]email\n)?([a-z@<>\"',;\t\n\r=. äß\u{feff}]{0,30}){0,8}") {
        for form in [Form::Typed, Form::Table] {
            if let Ok(sheet) = read(&text, form, "acme") {
                prop_assert!(sheet.lines.windows(2).all(|two| two[0].number < two[1].number));
            }
        }
    }

    #[test]
    fn what_is_exported_is_read_as_it_was(people in prop::collection::vec(("[=+@'\"a-zäø,;-][\\PC]{0,12}", "[a-z0-9][a-z0-9._-]{0,8}", "([a-z0-9+=-]{1,8}@example\\.com)?"), 1..20)) {
        let people: Vec<_> = people
            .iter()
            .filter_map(|(name, login, email)| {
                let email = if email.is_empty() { None } else { Some(email.parse::<Email>().ok()?) };
                Some((Name::parse(name).ok()?, login.parse::<LoginName>().ok()?, email))
            })
            .collect();
        prop_assume!(!people.is_empty());
        let mut text = sheet::MARK.to_owned();
        text += &sheet::row(["login_name", "name", "email", "state"]);
        for (name, login, email) in &people {
            let email = email.as_ref().map_or("", Email::as_str);
            text += &sheet::row([login.as_str(), name.as_str(), email, "active"]);
        }
        let sheet = read(&text, Form::Table, "acme").unwrap();
        prop_assert_eq!(sheet.lines.len(), people.len());
        for (line, (name, login_name, email)) in sheet.lines.into_iter().zip(people) {
            prop_assert_eq!(line.entry, Ok(Entry { name: Some(name), login_name, email: Some(email) }));
        }
    }
}
