-- Who asked for a link to a new password, by network address, whatever the login: asking is limited.
CREATE TABLE reset_requests (
    id BLOB NOT NULL PRIMARY KEY,
    address BLOB NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX reset_requests_by_address ON reset_requests (address, at);
CREATE INDEX reset_requests_by_age ON reset_requests (at);
