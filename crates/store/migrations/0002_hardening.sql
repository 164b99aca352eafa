-- The audit log's seal: each event's place in its organization's chain, authenticated by a key that is
-- not in the database, and the head of each chain.
ALTER TABLE audit_events ADD COLUMN seal BLOB;
CREATE INDEX audit_events_unsealed ON audit_events (organization_id, id) WHERE sequence IS NULL;
CREATE UNIQUE INDEX audit_events_by_sequence ON audit_events (organization_id, sequence) WHERE sequence IS NOT NULL;

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

-- Few attempts belong to a session, and each row of an index costs every sign-in.
DROP INDEX attempts_by_session;
CREATE INDEX attempts_by_session ON attempts (session_id) WHERE session_id IS NOT NULL;
