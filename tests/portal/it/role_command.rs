//! Roles at the command line.

use super::command_line::{portal, refuses, says};

#[test]
fn roles_are_given_and_the_last_admin_stays() {
    let (_folder, data) = portal();
    for name in ["ann", "ben"] {
        let words = ["account", "create", "acme", name, name];
        says(&data, &words, "Added");
    }
    says(
        &data,
        &["account", "role", "ann@acme", "admin"],
        "ann@acme is admin now",
    );
    says(
        &data,
        &["account", "role", "ann@acme", "admin"],
        "admin already",
    );
    let over = [
        "account",
        "role",
        "ben@acme",
        "admin",
        "--until",
        "2020-01-01",
    ];
    refuses(&data, &over, 1, "that day is over");
    refuses(
        &data,
        &["account", "role", "ann@acme", "member"],
        1,
        "make somebody else admin first",
    );
    says(
        &data,
        &["account", "role", "ben@acme", "admin"],
        "ben@acme is admin now",
    );
    says(
        &data,
        &["account", "role", "ann@acme", "helpdesk"],
        "ann@acme is helpdesk now",
    );
    says(&data, &["mfa", "status", "ann@acme"], "helpdesk");
    says(&data, &["organization", "create", "east", "East"], "east");
    let lend = ["account", "role", "ann@acme", "helpdesk", "--in", "east"];
    says(&data, &lend, "ann@acme is helpdesk of east now");
    says(&data, &lend, "helpdesk of east already");
    says(&data, &["audit", "list", "east"], "outsider_role");
    let own = ["account", "role", "ann@acme", "helpdesk", "--in", "acme"];
    refuses(&data, &own, 1, "the account's own organization");
    let asked = says(&data, &["requests", "list", "acme", "--json"], "[]");
    assert_eq!(asked.trim(), "[]");
    refuses(&data, &["account", "role", "ann@acme", "king"], 2, "king");
    refuses(&data, &["account", "delete", "ann@acme"], 1, "say --yes");
    refuses(
        &data,
        &["account", "delete", "ben@acme", "--yes"],
        1,
        "make somebody else admin first",
    );
    says(
        &data,
        &["account", "delete", "ann@acme", "--yes"],
        "ann@acme is deleted",
    );
    refuses(&data, &["account", "show", "ann@acme"], 1, "ann@acme");
    says(&data, &["audit", "list", "acme"], "account_deleted");
}
