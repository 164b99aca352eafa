-- What members ask the help desk for. wish: what; signed_in: asked in a session, and not by somebody who typed a
-- login; mailed_at: when the help desk was told by mail; outcome: what became of it, nothing while it is open, with who
-- said so and the word for the member. At most one of a kind is open for an account.
CREATE TABLE help_requests (
    id BLOB NOT NULL,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    wish TEXT NOT NULL,
    signed_in BOOLEAN NOT NULL,
    asked_at BIGINT NOT NULL,
    mailed_at BIGINT,
    outcome TEXT,
    answered_at BIGINT,
    answered_by TEXT,
    word TEXT,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX help_requests_open ON help_requests (organization_id, account_id, wish) WHERE outcome IS NULL;
CREATE INDEX help_requests_of_account ON help_requests (organization_id, account_id, asked_at);
CREATE INDEX help_requests_by_mail ON help_requests (organization_id, mailed_at) WHERE mailed_at IS NOT NULL;
CREATE INDEX help_requests_answered ON help_requests (organization_id, answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX help_requests_by_age ON help_requests (answered_at) WHERE answered_at IS NOT NULL;

-- Who asked for help without being signed in, by network address, whatever the login: asking is limited.
CREATE TABLE help_askings (
    id BLOB NOT NULL PRIMARY KEY,
    address BLOB NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX help_askings_by_address ON help_askings (address, at);
CREATE INDEX help_askings_by_age ON help_askings (at);
