-- The browsers in which accounts have signed in.
-- key_hash: of what the cookie is known by. token_hash: of what it is remembered by, while it is;
-- previous_hash is the one before, good for a minute after rotated_at, and salt what the newest was
-- made of it with.

CREATE TABLE browsers (
    id BLOB NOT NULL,
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    key_hash BLOB NOT NULL UNIQUE,
    token_hash BLOB,
    previous_hash BLOB,
    salt BLOB,
    rotated_at BIGINT,
    remembered_at BIGINT,
    remembered_until BIGINT,
    address TEXT,
    agent TEXT,
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX browsers_by_account ON browsers (account_id);
CREATE INDEX browsers_by_use ON browsers (used_at);

-- Wrong second factors in the browsers that the account knows, apart from those outside. What suspends
-- the factor is the sum.
ALTER TABLE factor_counters ADD COLUMN failures_in_browsers BIGINT NOT NULL DEFAULT 0;
ALTER TABLE factor_counters ADD COLUMN blocked_in_browsers_until BIGINT NOT NULL DEFAULT 0;
ALTER TABLE factor_counters ADD COLUMN reported_in_browsers_until BIGINT NOT NULL DEFAULT 0;

-- In which browser: none of a key if it is gone.
ALTER TABLE attempts ADD COLUMN browser_id BLOB;
ALTER TABLE sessions ADD COLUMN browser_id BLOB;

-- The sign-in before the present one, as the dashboard tells it.
ALTER TABLE accounts ADD COLUMN signed_in_address TEXT;
ALTER TABLE accounts ADD COLUMN signed_in_agent TEXT;
ALTER TABLE sessions ADD COLUMN before_at BIGINT;
ALTER TABLE sessions ADD COLUMN before_address TEXT;
ALTER TABLE sessions ADD COLUMN before_agent TEXT;
