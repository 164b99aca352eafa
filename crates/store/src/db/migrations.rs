//! The schema's history, oldest first. A migration that was released never changes.

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its number: 1, 2, 3, …
    pub version: i64,
    /// What it is called in `schema_version`: the file's name without number and ending.
    pub name: &'static str,
    /// The statements on `SQLite`. Foreign keys cannot be switched off in a transaction: to rebuild
    /// a table use `PRAGMA defer_foreign_keys`.
    pub sqlite: &'static str,
    /// The statements on `PostgreSQL`, where the domains `blob` and `sort_text` exist.
    pub postgres: &'static str,
}

impl Migration {
    /// One text for both engines: the usual case.
    pub const fn both(version: i64, name: &'static str, text: &'static str) -> Self {
        Self {
            version,
            name,
            sqlite: text,
            postgres: text,
        }
    }
}

/// All migrations, oldest first.
pub static MIGRATIONS: &[Migration] = &[
    Migration::both(1, "start", include_str!("../../migrations/0001_start.sql")),
    Migration::both(2, "mail", include_str!("../../migrations/0002_mail.sql")),
    Migration::both(3, "links", include_str!("../../migrations/0003_links.sql")),
    Migration::both(4, "codes", include_str!("../../migrations/0004_codes.sql")),
    Migration::both(
        5,
        "browsers",
        include_str!("../../migrations/0005_browsers.sql"),
    ),
    Migration::both(6, "reset", include_str!("../../migrations/0006_reset.sql")),
    Migration::both(
        7,
        "activity",
        include_str!("../../migrations/0007_activity.sql"),
    ),
    Migration::both(
        8,
        "radius",
        include_str!("../../migrations/0008_radius.sql"),
    ),
    Migration::both(
        9,
        "destinations",
        include_str!("../../migrations/0009_destinations.sql"),
    ),
    Migration::both(
        10,
        "radius_flows",
        include_str!("../../migrations/0010_radius_flows.sql"),
    ),
    Migration::both(
        11,
        "caller_checks",
        include_str!("../../migrations/0011_caller_checks.sql"),
    ),
    Migration::both(
        12,
        "radius_certificates",
        include_str!("../../migrations/0012_radius_certificates.sql"),
    ),
    Migration::both(
        13,
        "policy",
        include_str!("../../migrations/0013_policy.sql"),
    ),
    Migration::both(14, "audit", include_str!("../../migrations/0014_audit.sql")),
    Migration::both(
        15,
        "organizations",
        include_str!("../../migrations/0015_organizations.sql"),
    ),
    Migration::both(
        16,
        "frozen",
        include_str!("../../migrations/0016_frozen.sql"),
    ),
    Migration::both(
        17,
        "applications",
        include_str!("../../migrations/0017_applications.sql"),
    ),
    Migration::both(
        18,
        "help_requests",
        include_str!("../../migrations/0018_help_requests.sql"),
    ),
    Migration::both(
        19,
        "growth",
        include_str!("../../migrations/0019_growth.sql"),
    ),
    Migration::both(
        20,
        "branding",
        include_str!("../../migrations/0020_branding.sql"),
    ),
    Migration::both(
        21,
        "groups",
        include_str!("../../migrations/0021_groups.sql"),
    ),
    Migration::both(
        22,
        "support_codes",
        include_str!("../../migrations/0022_support_codes.sql"),
    ),
    Migration::both(23, "logos", include_str!("../../migrations/0023_logos.sql")),
    Migration::both(
        24,
        "held_up",
        include_str!("../../migrations/0024_held_up.sql"),
    ),
    Migration::both(
        25,
        "master_keys",
        include_str!("../../migrations/0025_master_keys.sql"),
    ),
    Migration::both(
        26,
        "invitation_words",
        include_str!("../../migrations/0026_invitation_words.sql"),
    ),
    Migration::both(
        27,
        "code_step",
        include_str!("../../migrations/0027_code_step.sql"),
    ),
];

/// The version that this program needs.
pub fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |last| last.version)
}
