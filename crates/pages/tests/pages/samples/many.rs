//! Many people in one text: the form, what it would come to, and what is wrong.

use portcullis_pages::*;

use super::admin::letters;
use super::{clara, frame, page};

pub fn many(door: ManyDoor) -> Many {
    Many {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        door,
        people: String::new(),
        days: Field::new("14"),
        most_days: 30,
        most_lines: 500,
        by_mail: None,
        refusal: None,
        plan: None,
        done: None,
    }
}

fn line(number: u64, outcome: ManyOutcome) -> ManyLine {
    ManyLine {
        number,
        name: "Tom Novak".into(),
        login_name: "tom".into(),
        email: "tom.novak@example.com".into(),
        outcome,
    }
}

pub fn good() -> ManyPlan {
    let changed = |from: Option<&str>, to: Option<&str>| ManyOutcome::Changed {
        name: None,
        email: Some((from.map(str::to_owned), to.map(str::to_owned))),
    };
    ManyPlan {
        lines: vec![
            line(1, ManyOutcome::Invited { again: false }),
            line(2, ManyOutcome::Invited { again: true }),
            line(
                3,
                ManyOutcome::Changed {
                    name: Some(("Tom".into(), "Tom Novak".into())),
                    email: Some((
                        Some("tom@example.com".into()),
                        Some("tom.novak@example.com".into()),
                    )),
                },
            ),
            line(4, changed(None, Some("tom.novak@example.com"))),
            line(5, changed(Some("tom.novak@example.com"), None)),
        ],
        unshown: 0,
        counts: [2, 3, 120, 0],
        mark: Some("5f".into()),
        too_much: None,
        differs: false,
        unread: Vec::new(),
        prove: None,
    }
}

fn wrong() -> ManyPlan {
    let all = [
        ManyWrong::Name(Problem::Missing),
        ManyWrong::LoginName(Problem::Taken),
        ManyWrong::Email(Problem::NotAnEmail),
        ManyWrong::NoLoginName,
        ManyWrong::Fields,
        ManyWrong::LineBreak,
        ManyWrong::Twice(3),
        ManyWrong::AddressTwice(3),
        ManyWrong::NoAddress,
        ManyWrong::JustMailed,
        ManyWrong::Denied,
        ManyWrong::Frozen,
    ];
    let lines = (1..).zip(all);
    ManyPlan {
        lines: lines
            .map(|(number, one)| line(number, ManyOutcome::Wrong(vec![one])))
            .collect(),
        unshown: 3,
        counts: [1, 0, 0, 15],
        mark: None,
        unread: vec!["state".into(), "role".into()],
        ..good()
    }
}

pub fn all() -> Vec<(String, String)> {
    let import = || many(ManyDoor::Import);
    let invite = || Many {
        by_mail: Some(true),
        ..many(ManyDoor::Invite)
    };
    let with = |page: Many, plan: ManyPlan| Many {
        people: "tom@example.com".into(),
        plan: Some(plan),
        ..page
    };
    let mut pages = vec![
        page("invite many", &invite()),
        page(
            "invite many, done",
            &Many {
                done: Some((1, 0)),
                ..invite()
            },
        ),
        page(
            "invite many, to be looked at",
            &with(
                invite(),
                ManyPlan {
                    counts: [1, 0, 0, 0],
                    ..good()
                },
            ),
        ),
        page("import", &import()),
        page(
            "import, done",
            &Many {
                done: Some((3, 2)),
                by_mail: Some(false),
                ..import()
            },
        ),
        page("import, wrong", &with(import(), wrong())),
        page("import, to be looked at", &with(import(), good())),
        page(
            "import, nothing to do",
            &with(
                import(),
                ManyPlan {
                    lines: Vec::new(),
                    counts: [0, 0, 1, 0],
                    mark: None,
                    ..good()
                },
            ),
        ),
        page(
            "import, too much",
            &with(
                import(),
                ManyPlan {
                    too_much: Some(1_000),
                    mark: None,
                    ..good()
                },
            ),
        ),
        page(
            "import, differs, proof wanted",
            &with(
                import(),
                ManyPlan {
                    differs: true,
                    prove: Some("/step-up?act=people".into()),
                    ..good()
                },
            ),
        ),
        page(
            "import, days wrong",
            &Many {
                days: Field::with_problem("90", Problem::NotANumber { least: 1, most: 30 }),
                ..import()
            },
        ),
        page(
            "invitation letters",
            &InvitationLetters {
                changed: 1,
                ..letters(&["Tom Novak", "Eva Novak"])
            },
        ),
    ];
    pages.extend(refused());
    pages
}

fn refused() -> Vec<(String, String)> {
    let refusals = [
        ManyRefusal::Empty,
        ManyRefusal::TooLarge { megabytes: 2 },
        ManyRefusal::TooManyLines { most: 500 },
        ManyRefusal::NotText,
        ManyRefusal::NoHeadings,
        ManyRefusal::HeadingTwice("email"),
    ];
    let named = (0..).zip(refusals).map(|(number, refusal)| {
        let refused = Many {
            refusal: Some(refusal),
            ..many(ManyDoor::Import)
        };
        page(&format!("import, refused {number}"), &refused)
    });
    named.collect()
}
