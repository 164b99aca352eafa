-- Days of grace, exceptions for one person, lifetimes of sessions, the shortest password.
-- required_since: since when days of grace count; it outlives a rule that is loosened.

ALTER TABLE organizations ADD COLUMN grace_days BIGINT NOT NULL DEFAULT 0;
ALTER TABLE organizations ADD COLUMN required_since BIGINT;
ALTER TABLE organizations ADD COLUMN session_hours BIGINT NOT NULL DEFAULT 24;
ALTER TABLE organizations ADD COLUMN idle_minutes BIGINT NOT NULL DEFAULT 60;
ALTER TABLE organizations ADD COLUMN administration_minutes BIGINT NOT NULL DEFAULT 15;
ALTER TABLE organizations ADD COLUMN shortest_password BIGINT NOT NULL DEFAULT 8;
UPDATE organizations SET required_since = created_at WHERE rule = 'required';

-- What one account was given in place of the organization's rule, until when and why. kind: 'extension' puts
-- off what is required, 'exemption' takes it away. given_by: who, as JSON.
CREATE TABLE exceptions (
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    ends_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    given_by TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, account_id, kind),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
