-- The queue of mails, written in the transaction of their cause.
-- message: subject, text and HTML, sealed, since codes and links stand in them; taken once the mail was
-- handed over. due_at: when it is tried (again); NULL once it was handed over or given up.
-- leased_until, holder: who is trying it now.

CREATE TABLE mails (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    account_id BLOB,
    recipient TEXT NOT NULL,
    kind TEXT NOT NULL,
    message BLOB,
    created_at BIGINT NOT NULL,
    good_until BIGINT,
    due_at BIGINT,
    tries BIGINT NOT NULL,
    leased_until BIGINT NOT NULL,
    holder BLOB,
    sent_at BIGINT,
    failed_at BIGINT,
    problem TEXT,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX mails_due ON mails (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX mails_unsent ON mails (id) WHERE sent_at IS NULL;
CREATE INDEX mails_by_account ON mails (account_id, created_at);

-- A mailed invitation keeps the SHA-256 of its link's token in code_hash, a printed one the keyed hash of its
-- code. mailed_at: when the last link was mailed.
ALTER TABLE invitations ADD COLUMN mailed_at BIGINT;
