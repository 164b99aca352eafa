-- Groups of an organization's people. What is given to a group is given to whoever is in it.
CREATE TABLE account_groups (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    name SORT_TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (organization_id, id),
    UNIQUE (organization_id, name)
);

-- Who is in which.
CREATE TABLE group_members (
    organization_id BLOB NOT NULL,
    group_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, group_id, account_id),
    FOREIGN KEY (organization_id, group_id) REFERENCES account_groups (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX group_members_by_account ON group_members (account_id);

-- To which groups an application or a remote computer is given, where it is not for everybody.
CREATE TABLE destination_groups (
    organization_id BLOB NOT NULL,
    destination_id BLOB NOT NULL,
    group_id BLOB NOT NULL,
    PRIMARY KEY (organization_id, destination_id, group_id),
    FOREIGN KEY (organization_id, destination_id) REFERENCES destinations (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, group_id) REFERENCES account_groups (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX destination_groups_by_group ON destination_groups (group_id);

-- Which groups may log on by a RADIUS client, where not everybody may.
CREATE TABLE radius_client_groups (
    organization_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    group_id BLOB NOT NULL,
    PRIMARY KEY (organization_id, client_id, group_id),
    FOREIGN KEY (organization_id, client_id) REFERENCES radius_clients (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, group_id) REFERENCES account_groups (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX radius_client_groups_by_group ON radius_client_groups (group_id);
