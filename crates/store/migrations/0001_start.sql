-- Organizations, people, what they prove themselves with, and what is under way.
-- One text for both engines. Times are milliseconds since 1970; ids are 16 bytes. What every sign-in
-- writes has no index that nothing reads: each costs it a page.

CREATE TABLE organizations (
    id BLOB NOT NULL PRIMARY KEY,
    slug SORT_TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    rule TEXT NOT NULL,
    channels TEXT NOT NULL,
    first_proof TEXT,
    remember_days BIGINT NOT NULL,
    deletion_requests BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE data_keys (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    wrapped BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    retired_at BIGINT,
    UNIQUE (organization_id, id)
);

CREATE TABLE accounts (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    name TEXT NOT NULL,
    login_name SORT_TEXT NOT NULL,
    email TEXT,
    email_proved_at BIGINT,
    state TEXT NOT NULL,
    mfa_status TEXT NOT NULL,
    mfa_required BOOLEAN NOT NULL,
    switched_off BOOLEAN NOT NULL,
    email_codes_since BIGINT,
    needs_enrollment_code BOOLEAN NOT NULL,
    language TEXT,
    browser_language TEXT,
    time_zone TEXT,
    deletion_asked_at BIGINT,
    password_hash TEXT NOT NULL,
    password_set_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    signed_in_at BIGINT,
    UNIQUE (organization_id, id),
    UNIQUE (organization_id, login_name)
);
-- A proved address belongs to one account in the instance; unproved ones bind nobody.
CREATE UNIQUE INDEX accounts_by_proved_email ON accounts (email) WHERE email_proved_at IS NOT NULL;

CREATE TABLE role_grants (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    role TEXT NOT NULL,
    scope_id BLOB REFERENCES organizations (id),
    ends_at BIGINT,
    created_at BIGINT NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX role_grants_by_account ON role_grants (account_id);

CREATE TABLE devices (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    name TEXT NOT NULL,
    totp_key BLOB NOT NULL,
    last_step BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX devices_by_account ON devices (account_id);

CREATE TABLE recovery_sets (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL UNIQUE,
    salt BLOB NOT NULL,
    memory_kib BIGINT NOT NULL,
    passes BIGINT NOT NULL,
    lanes BIGINT NOT NULL,
    pepper TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    stored_at BIGINT,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE recovery_codes (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL,
    set_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    used_at BIGINT,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, set_id) REFERENCES recovery_sets (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX recovery_codes_by_set ON recovery_codes (set_id);

CREATE TABLE sessions (
    id BLOB NOT NULL,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    proofs TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    administered_at BIGINT,
    address TEXT,
    agent TEXT,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_opening ON sessions (opened_at);

CREATE TABLE attempts (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    session_id BLOB,
    token_hash BLOB NOT NULL,
    login TEXT NOT NULL,
    purpose TEXT NOT NULL,
    proofs TEXT NOT NULL,
    keeps_device BOOLEAN NOT NULL,
    replaces BLOB,
    remember BOOLEAN NOT NULL DEFAULT FALSE,
    way TEXT,
    started_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, session_id) REFERENCES sessions (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX attempts_by_account ON attempts (account_id);
CREATE INDEX attempts_by_session ON attempts (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX attempts_by_expiry ON attempts (expires_at);

CREATE TABLE pending_devices (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL,
    attempt_id BLOB NOT NULL UNIQUE,
    totp_key BLOB NOT NULL,
    failures BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, attempt_id) REFERENCES attempts (organization_id, id) ON DELETE CASCADE
);

-- Wrong passwords by typed login, known or not: the key is an HMAC of the folded login.
-- A delay is reported to the audit log once: reported_until is the delay last reported.
CREATE TABLE login_counters (
    login BLOB NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL,
    counted_at BIGINT NOT NULL,
    reported_until BIGINT NOT NULL
);
CREATE INDEX login_counters_by_age ON login_counters (counted_at);

CREATE TABLE factor_counters (
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    failures BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL,
    reported_until BIGINT NOT NULL,
    PRIMARY KEY (account_id, kind),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE invitations (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    code_hash BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    login_name SORT_TEXT NOT NULL,
    email TEXT,
    email_vouched BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    UNIQUE (organization_id, id)
);
CREATE INDEX invitations_by_expiry ON invitations (expires_at);
CREATE INDEX invitations_by_login_name ON invitations (organization_id, login_name);

-- The link of the first start.
CREATE TABLE setup_links (
    id BLOB NOT NULL PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE jobs (
    name TEXT NOT NULL PRIMARY KEY,
    due_at BIGINT NOT NULL,
    leased_until BIGINT NOT NULL,
    holder BLOB
);

-- No foreign keys: what happened stays written when its subject is gone.
-- The instance's own events stand under an id of sixteen zero bytes.
-- sequence and seal: the event's place in its organization's chain, authenticated by a key that is not
-- in the database.
CREATE TABLE audit_events (
    id BLOB NOT NULL,
    organization_id BLOB NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    account_id BLOB,
    origin TEXT NOT NULL,
    event TEXT NOT NULL,
    digest BLOB NOT NULL,
    sequence BIGINT,
    seal BLOB,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX audit_events_unsealed ON audit_events (organization_id, id) WHERE sequence IS NULL;
CREATE UNIQUE INDEX audit_events_by_sequence ON audit_events (organization_id, sequence) WHERE sequence IS NOT NULL;

-- The head of each chain, authenticated as its links are.
-- emptied_to: retention has taken the contents, not the digests, of events up to this number.
CREATE TABLE audit_heads (
    organization_id BLOB NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL,
    link BLOB NOT NULL,
    emptied_to BIGINT NOT NULL,
    seal BLOB NOT NULL
);

-- Wrong answers by network address (4 bytes of an IPv4 address, the first 8 of an IPv6 one), a row each,
-- so that an office behind one address never waits for a row of its neighbor's.
CREATE TABLE address_failures (
    id BLOB NOT NULL PRIMARY KEY,
    address BLOB NOT NULL,
    login BLOB NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX address_failures_by_address ON address_failures (address, at);
CREATE INDEX address_failures_by_age ON address_failures (at);
