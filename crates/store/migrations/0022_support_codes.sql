-- Where the support code of a refusal leads: the event that tells its cause, for some days. Under the organization of the
-- log that it stands in; the instance's own has none, and 16 zero bytes. The code comes first: who runs the instance looks for
-- it in all logs at once.
CREATE TABLE support_codes (
    organization_id BLOB NOT NULL,
    code BIGINT NOT NULL,
    event_id BLOB NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (code, organization_id, event_id),
    FOREIGN KEY (organization_id, event_id) REFERENCES audit_events (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX support_codes_by_age ON support_codes (at);
