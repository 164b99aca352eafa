-- The certificates of RADIUS clients that come over TLS: such a client has no network, and its ends are such
-- that no address is between them. Several, so that a new one is known before the old one is put away.
-- fingerprint: the SHA-256 of the certificate. It leads to one client in the instance.
CREATE TABLE radius_certificates (
    organization_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    fingerprint BLOB NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, client_id, fingerprint),
    FOREIGN KEY (organization_id, client_id) REFERENCES radius_clients (organization_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX radius_certificates_by_fingerprint ON radius_certificates (fingerprint);
