-- Where the portal leads to, as members see it on their dashboards.
-- what: which kind of thing it is. address: where it is. command: what a member types to get there; none: ssh.
CREATE TABLE destinations (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    what TEXT NOT NULL,
    name SORT_TEXT NOT NULL,
    address TEXT NOT NULL,
    command TEXT,
    everyone BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (organization_id, id),
    UNIQUE (organization_id, what, name)
);

-- Whom it is for, where it is not for everybody of the organization.
CREATE TABLE destination_members (
    organization_id BLOB NOT NULL,
    destination_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    PRIMARY KEY (organization_id, destination_id, account_id),
    FOREIGN KEY (organization_id, destination_id) REFERENCES destinations (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX destination_members_by_account ON destination_members (account_id);
