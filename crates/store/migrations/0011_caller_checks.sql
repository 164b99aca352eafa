-- The last check of who is on the phone, for each account. agent: who began it, as the audit log writes it, and by which name the member is
-- told of them; tries: wrong words; known_at, known_by: when and by what the caller was known. The code that a caller
-- reads out is typed into an attempt of the same id; the word is made from the id under a key.
CREATE TABLE caller_checks (
    id BLOB NOT NULL,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    agent TEXT NOT NULL,
    agent_name TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    known_at BIGINT,
    known_by TEXT,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, account_id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX caller_checks_by_expiry ON caller_checks (expires_at);
