//! Contacts of an organization at the command line: the same list as the page's, by the same rules.

use super::command_line::{portal, refuses, says};

fn words<'a>(begin: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [begin, more].concat()
}

#[test]
fn contacts_are_listed_added_and_removed_by_command() {
    let (_folder, data) = portal();
    let add = |more: &[&'static str]| words(&["contact", "add", "acme"], more);
    let remove = |more: &[&'static str]| words(&["contact", "remove", "acme"], more);
    let list = || {
        let list = says(&data, &["contact", "list", "acme", "--json"], "[");
        let list: serde_json::Value = serde_json::from_str(&list).unwrap();
        let all = list.as_array().unwrap().iter();
        let shown = |one: &serde_json::Value| format!("{} {}", one["number"], one["label"]);
        (all.map(shown).collect::<Vec<_>>(), list)
    };
    assert_eq!(list().0, [""; 0]);
    says(
        &data,
        &add(&[
            "Help desk",
            "--phone",
            "+1 555 0100, option 2",
            "--mail",
            "help@acme.example",
            "--hours",
            "Monday to Friday, 8 to 17",
            "--note",
            "Have your badge at hand",
        ]),
        "The people of acme are shown Help desk",
    );
    says(&data, &add(&["Night", "--phone", "118"]), "are shown Night");
    says(&data, &add(&["Night", "--note", "Ring at gate 3"]), "Night");
    let (shown, all) = list();
    assert_eq!(shown, ["1 \"Help desk\"", "2 \"Night\"", "3 \"Night\""]);
    assert_eq!(all[0]["phone"], "+1 555 0100, option 2");
    assert_eq!(all[0]["mail"], "help@acme.example");
    assert_eq!(all[0]["hours"], "Monday to Friday, 8 to 17");
    assert_eq!(all[2]["note"], "Ring at gate 3");
    assert_eq!(all[2]["phone"], "");
    let table = says(&data, &["contact", "list", "acme"], "LABEL");
    assert!(table.contains("+1 555 0100, option 2"), "{table}");

    // What the page would refuse.
    for (more, why) in [
        (&["Somebody"][..], "say how somebody is reached"),
        (
            &["Desk", "--mail", "help at acme"],
            "the mail can't be taken",
        ),
        (&["", "--phone", "118"], "the label can't be taken"),
        (
            &["Desk", "--hours", "always"],
            "say how somebody is reached",
        ),
        (&["Desk", "--phone", " "], "say how somebody is reached"),
    ] {
        refuses(&data, &add(more), 1, why);
    }
    let nowhere = ["contact", "add", "nowhere", "Desk", "--phone", "118"];
    refuses(&data, &nowhere, 1, "there is no organization nowhere");
    refuses(&data, &remove(&["Day"]), 1, "no such contact Day");
    refuses(&data, &remove(&["Night"]), 1, "say which with --number");
    let other = remove(&["Night", "--number", "1"]);
    refuses(&data, &other, 1, "no such contact Night");
    says(&data, &remove(&["Night", "--number", "3"]), "removed");
    says(&data, &remove(&["Night"]), "Night is removed");
    assert_eq!(list().0, ["1 \"Help desk\""]);
    let last = "are shown the portal’s contacts";
    says(&data, &remove(&["Help desk"]), last);
    assert_eq!(list().0, [""; 0]);

    // Eight at most, and every change stands in the log.
    for _ in 0..8 {
        says(&data, &add(&["Desk", "--phone", "118"]), "Desk");
    }
    let ninth = add(&["Desk", "--phone", "118"]);
    refuses(&data, &ninth, 1, "at most 8 contacts");
    let log = says(
        &data,
        &["audit", "list", "acme", "--json"],
        "contacts_changed",
    );
    assert_eq!(log.matches("contacts_changed").count(), 3 + 3 + 8);
}
