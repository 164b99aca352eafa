-- Codes that were mailed for an attempt: one each, the last. code_hash: keyed, over the attempt, the address
-- and the digits, so that none counts anywhere else.
CREATE TABLE email_codes (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    attempt_id BLOB NOT NULL UNIQUE,
    code_hash BLOB NOT NULL,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, attempt_id) REFERENCES attempts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX email_codes_by_account ON email_codes (account_id);

-- Codes from the help desk. kind: enrollment (opens the first set-up) or reset (opens a new password).
-- issued_by: who, as the audit log writes it; verified_how: how they knew who was asking.
CREATE TABLE help_codes (
    id BLOB NOT NULL,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    letter BOOLEAN NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    used_at BIGINT,
    issued_by TEXT NOT NULL,
    verified_how TEXT NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX help_codes_by_account ON help_codes (account_id, kind);
CREATE INDEX help_codes_by_expiry ON help_codes (expires_at);
