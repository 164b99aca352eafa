//! The list: what is told of an account, table by table, and which tables hold nothing of one.

use super::Kind::{Flag, Id, Json, Number, Text, Time, Who};
use super::Reason::{Inner, Secret, SomebodyElse, Whose};
use super::Table;

/// The tables whose rows belong to an account, in the order in which they are told.
pub static TABLES: &[Table] = &[
    Table {
        name: "accounts",
        sql: Some(
            "SELECT id, name, login_name, email, email_proved_at, state, mfa_status, mfa_required, switched_off, \
             email_codes_since, needs_enrollment_code, language, time_zone, browser_language, \
             deletion_asked_at, password_set_at, created_at, signed_in_at, signed_in_address, signed_in_agent, \
             was_frozen FROM accounts WHERE id = $1 AND organization_id = $2",
        ),
        told: &[
            ("id", Id),
            ("name", Text),
            ("login_name", Text),
            ("email", Text),
            ("email_proved_at", Time),
            ("state", Text),
            ("mfa_status", Text),
            ("mfa_required", Flag),
            ("switched_off", Flag),
            ("email_codes_since", Time),
            ("needs_enrollment_code", Flag),
            ("language", Text),
            ("time_zone", Text),
            ("browser_language", Text),
            ("deletion_asked_at", Time),
            ("password_set_at", Time),
            ("created_at", Time),
            ("signed_in_at", Time),
            ("signed_in_address", Text),
            ("signed_in_agent", Text),
            ("was_frozen", Flag),
        ],
        kept_back: &[("organization_id", Whose), ("password_hash", Secret)],
    },
    Table {
        name: "invitations",
        sql: Some(
            "SELECT i.id, i.name, i.login_name, i.email, i.email_vouched, i.created_at, i.mailed_at, i.expires_at, \
             i.accepted_at FROM invitations i JOIN accounts a \
             ON a.organization_id = i.organization_id AND a.login_name = i.login_name \
             WHERE a.id = $1 AND a.organization_id = $2 AND i.accepted_at IS NOT NULL ORDER BY i.id",
        ),
        told: &[
            ("id", Id),
            ("name", Text),
            ("login_name", Text),
            ("email", Text),
            ("email_vouched", Flag),
            ("created_at", Time),
            ("mailed_at", Time),
            ("expires_at", Time),
            ("accepted_at", Time),
        ],
        kept_back: &[("organization_id", Whose), ("code_hash", Secret)],
    },
    Table {
        name: "role_grants",
        sql: Some(
            "SELECT id, role, scope_id, ends_at, created_at FROM role_grants \
             WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("role", Text),
            ("scope_id", Id),
            ("ends_at", Time),
            ("created_at", Time),
        ],
        kept_back: &[("organization_id", Whose), ("account_id", Whose)],
    },
    Table {
        name: "exceptions",
        sql: Some(
            "SELECT kind, ends_at, reason, given_by, given_at FROM exceptions \
             WHERE account_id = $1 AND organization_id = $2 ORDER BY kind",
        ),
        told: &[
            ("kind", Text),
            ("ends_at", Time),
            ("reason", Text),
            ("given_by", Who),
            ("given_at", Time),
        ],
        kept_back: &[("organization_id", Whose), ("account_id", Whose)],
    },
    Table {
        name: "account_groups",
        sql: Some(
            "SELECT g.id, g.name, g.created_at FROM group_members m JOIN account_groups g \
             ON g.organization_id = m.organization_id AND g.id = m.group_id \
             WHERE m.account_id = $1 AND m.organization_id = $2 ORDER BY g.id",
        ),
        told: &[("id", Id), ("name", Text), ("created_at", Time)],
        kept_back: &[("organization_id", Whose), ("version", Inner)],
    },
    Table {
        name: "group_members",
        sql: Some(
            "SELECT group_id, joined_at FROM group_members \
             WHERE account_id = $1 AND organization_id = $2 ORDER BY group_id",
        ),
        told: &[("group_id", Id), ("joined_at", Time)],
        kept_back: &[("organization_id", Whose), ("account_id", Whose)],
    },
    Table {
        name: "radius_client_members",
        sql: Some(
            "SELECT client_id FROM radius_client_members \
             WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY client_id",
        ),
        told: &[("client_id", Id)],
        kept_back: &[("organization_id", Whose), ("account_id", Whose)],
    },
    Table {
        name: "destination_members",
        sql: Some(
            "SELECT destination_id FROM destination_members \
             WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY destination_id",
        ),
        told: &[("destination_id", Id)],
        kept_back: &[("organization_id", Whose), ("account_id", Whose)],
    },
    Table {
        name: "devices",
        sql: Some(
            "SELECT id, name, created_at, used_at FROM devices \
             WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("name", Text),
            ("created_at", Time),
            ("used_at", Time),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("totp_key", Secret),
            ("last_step", Secret),
        ],
    },
    Table {
        name: "recovery_sets",
        sql: Some(
            "SELECT id, made_at, stored_at FROM recovery_sets \
             WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[("id", Id), ("made_at", Time), ("stored_at", Time)],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("salt", Secret),
            ("memory_kib", Secret),
            ("passes", Secret),
            ("lanes", Secret),
            ("pepper", Secret),
        ],
    },
    Table {
        name: "recovery_codes",
        sql: Some(
            "SELECT c.id, c.set_id, c.used_at FROM recovery_codes c \
             JOIN recovery_sets s ON s.id = c.set_id \
             WHERE s.account_id = $1 AND s.organization_id = $2 ORDER BY c.id",
        ),
        told: &[("id", Id), ("set_id", Id), ("used_at", Time)],
        kept_back: &[("organization_id", Whose), ("hash", Secret)],
    },
    Table {
        name: "email_codes",
        sql: Some(
            "SELECT id, attempt_id, sent_at, expires_at, tries FROM email_codes \
             WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("attempt_id", Id),
            ("sent_at", Time),
            ("expires_at", Time),
            ("tries", Number),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("code_hash", Secret),
        ],
    },
    Table {
        name: "help_codes",
        sql: Some(
            "SELECT id, kind, letter, issued_at, expires_at, tries, used_at, issued_by, verified_how \
             FROM help_codes WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("kind", Text),
            ("letter", Flag),
            ("issued_at", Time),
            ("expires_at", Time),
            ("tries", Number),
            ("used_at", Time),
            ("issued_by", Who),
            ("verified_how", Text),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("code_hash", Secret),
        ],
    },
    Table {
        name: "help_requests",
        sql: Some(
            "SELECT id, wish, signed_in, asked_at, mailed_at, outcome, answered_at, answered_by, word FROM help_requests \
             WHERE account_id = $1 AND organization_id = $2 ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("wish", Text),
            ("signed_in", Flag),
            ("asked_at", Time),
            ("mailed_at", Time),
            ("outcome", Text),
            ("answered_at", Time),
            ("answered_by", Who),
            ("word", Text),
        ],
        kept_back: &[("organization_id", Whose), ("account_id", Whose)],
    },
    Table {
        name: "caller_checks",
        sql: Some(
            "SELECT id, agent, started_at, expires_at, tries, known_at, known_by \
             FROM caller_checks WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("agent", Who),
            ("started_at", Time),
            ("expires_at", Time),
            ("tries", Number),
            ("known_at", Time),
            ("known_by", Text),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("agent_name", SomebodyElse),
        ],
    },
    Table {
        name: "links",
        sql: Some(
            "SELECT id, purpose, address, created_at, expires_at, used_at FROM links \
             WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("purpose", Text),
            ("address", Text),
            ("created_at", Time),
            ("expires_at", Time),
            ("used_at", Time),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("token_hash", Secret),
        ],
    },
    Table {
        name: "sessions",
        sql: Some(
            "SELECT id, proofs, opened_at, used_at, administered_at, address, agent, browser_id, before_at, \
             before_address, before_agent FROM sessions WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("proofs", Json),
            ("opened_at", Time),
            ("used_at", Time),
            ("administered_at", Time),
            ("address", Text),
            ("agent", Text),
            ("browser_id", Id),
            ("before_at", Time),
            ("before_address", Text),
            ("before_agent", Text),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("token_hash", Secret),
        ],
    },
    Table {
        name: "browsers",
        sql: Some(
            "SELECT id, rotated_at, remembered_at, remembered_until, address, agent, created_at, used_at \
             FROM browsers WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("rotated_at", Time),
            ("remembered_at", Time),
            ("remembered_until", Time),
            ("address", Text),
            ("agent", Text),
            ("created_at", Time),
            ("used_at", Time),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("key_hash", Secret),
            ("token_hash", Secret),
            ("previous_hash", Secret),
            ("salt", Secret),
        ],
    },
    Table {
        name: "attempts",
        sql: Some(
            "SELECT id, session_id, login, purpose, proofs, keeps_device, replaces, remember, way, browser_id, \
             started_at, expires_at FROM attempts WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("session_id", Id),
            ("login", Text),
            ("purpose", Json),
            ("proofs", Json),
            ("keeps_device", Flag),
            ("replaces", Id),
            ("remember", Flag),
            ("way", Text),
            ("browser_id", Id),
            ("started_at", Time),
            ("expires_at", Time),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("token_hash", Secret),
        ],
    },
    Table {
        name: "pending_devices",
        sql: Some(
            "SELECT p.id, p.attempt_id, p.failures, p.started_at FROM pending_devices p \
             JOIN attempts t ON t.id = p.attempt_id \
             WHERE t.account_id = $1 AND t.organization_id = $2 ORDER BY p.id",
        ),
        told: &[
            ("id", Id),
            ("attempt_id", Id),
            ("failures", Number),
            ("started_at", Time),
        ],
        kept_back: &[("organization_id", Whose), ("totp_key", Secret)],
    },
    Table {
        name: "factor_counters",
        sql: Some(
            "SELECT kind, failures, blocked_until, failures_in_browsers, blocked_in_browsers_until FROM factor_counters \
             WHERE account_id = $1 AND organization_id = $2 ORDER BY kind",
        ),
        told: &[
            ("kind", Text),
            ("failures", Number),
            ("blocked_until", Time),
            ("failures_in_browsers", Number),
            ("blocked_in_browsers_until", Time),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("reported_until", Inner),
            ("reported_in_browsers_until", Inner),
        ],
    },
    Table {
        name: "mails",
        sql: Some(
            "SELECT id, recipient, kind, created_at, good_until, due_at, tries, sent_at, failed_at, problem \
             FROM mails WHERE account_id = (SELECT id FROM accounts \
             WHERE id = $1 AND organization_id = $2) ORDER BY id",
        ),
        told: &[
            ("id", Id),
            ("recipient", Text),
            ("kind", Text),
            ("created_at", Time),
            ("good_until", Time),
            ("due_at", Time),
            ("tries", Number),
            ("sent_at", Time),
            ("failed_at", Time),
            ("problem", Text),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            // Codes and links stand in it, and it is taken once the mail was handed over.
            ("message", Secret),
            ("leased_until", Inner),
            ("holder", Inner),
        ],
    },
    Table {
        name: "account_words",
        sql: Some(
            "SELECT word FROM account_words WHERE account_id = $1 AND organization_id = $2 ORDER BY word",
        ),
        told: &[("word", Text)],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("login_name", Inner),
        ],
    },
    // Read by `audit::of_account`, a page at a time: its rows can be many.
    Table {
        name: "audit_events",
        sql: None,
        told: &[
            ("id", Id),
            ("at", Time),
            ("actor", Who),
            ("origin", Json),
            ("event", Json),
        ],
        kept_back: &[
            ("organization_id", Whose),
            ("account_id", Whose),
            ("digest", Inner),
            ("sequence", Inner),
            ("seal", Inner),
            ("topic", Inner),
            ("acted_by", Inner),
        ],
    },
];

/// The tables that hold nothing of an account, and why not.
pub static NOT_PERSONAL: &[(&str, &str)] = &[
    ("mfa_counts", "numbers of accounts"),
    (
        "organizations",
        "what an organization is; its name stands at the top",
    ),
    (
        "invitation_words",
        "by which those are found who are invited and have no account yet",
    ),
    ("data_keys", "an organization's keys"),
    (
        "master_keys",
        "which keys of the key file there are; of none more than a proof",
    ),
    ("nodes", "the programs that serve"),
    ("logos", "an organization's picture of itself"),
    (
        "login_counters",
        "wrong passwords by what was typed, known or not: only a keyed hash of it is stored",
    ),
    (
        "address_failures",
        "wrong answers by network address, for ten minutes; of a login only a keyed hash is stored",
    ),
    (
        "reset_requests",
        "how often a network address asked for links, whatever the login",
    ),
    (
        "help_askings",
        "how often a network address asked for help without being signed in, whatever the login",
    ),
    (
        "setup_links",
        "the link of the first start, before there was anybody",
    ),
    (
        "radius_clients",
        "computers and networks that ask whether somebody may log on",
    ),
    ("destinations", "what the portal leads to"),
    ("destination_groups", "which groups that is for"),
    (
        "radius_client_groups",
        "which groups may log on by a computer or network that asks",
    ),
    (
        "radius_certificates",
        "by what those of them are known that come over TLS",
    ),
    (
        "radius_answers",
        "what they were answered, sealed, for half a minute; logons stand among the events",
    ),
    (
        "support_codes",
        "to which event the code on a refusal leads, for seven days; what it tells stands among the events",
    ),
    ("jobs", "which node does what"),
    ("audit_heads", "the ends of the audit logs"),
    ("schema_version", "which migrations were made"),
];
