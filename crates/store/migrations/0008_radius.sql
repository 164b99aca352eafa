-- Computers, VPNs and firewalls that ask by RADIUS whether somebody may log on.
-- first_address, last_address: the ends of its network, 16 bytes each, IPv4 within IPv6. secret: sealed.
-- signing: whether a Message-Authenticator is wanted. recovery_codes: whether they are taken. returned: what every Accept carries, JSON.
-- reported_at: when the audit log was last told of packets that were not answered.
CREATE TABLE radius_clients (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    name SORT_TEXT NOT NULL,
    network TEXT NOT NULL,
    first_address BLOB NOT NULL,
    last_address BLOB NOT NULL,
    secret BLOB NOT NULL,
    signing TEXT NOT NULL,
    everyone BOOLEAN NOT NULL,
    recovery_codes BOOLEAN NOT NULL,
    returned TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    reported_at BIGINT,
    version BIGINT NOT NULL,
    UNIQUE (organization_id, id),
    UNIQUE (organization_id, name)
);
-- An address leads to one client in the instance, the one with the smallest network around it.
CREATE UNIQUE INDEX radius_clients_by_network ON radius_clients (first_address, last_address);

-- Who may log on there, where not everybody of the organization may.
CREATE TABLE radius_client_members (
    organization_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    PRIMARY KEY (organization_id, client_id, account_id),
    FOREIGN KEY (organization_id, client_id) REFERENCES radius_clients (organization_id, id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX radius_client_members_by_account ON radius_client_members (account_id);

-- The answer to each request, for whoever sends it again: sealed, since a challenge's leads on. None
-- while the request is being looked at. request: the beginning of its SHA-256.
CREATE TABLE radius_answers (
    organization_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    request BLOB NOT NULL,
    answer BLOB,
    at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, client_id, request),
    FOREIGN KEY (organization_id, client_id) REFERENCES radius_clients (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX radius_answers_by_age ON radius_answers (at);
