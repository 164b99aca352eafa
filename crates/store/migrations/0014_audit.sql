-- By what the audit log is looked through. topic: what an event is about; NULL for sign-ins, which are most of
-- them and are found without an index. acted_by: who did it, where that is not whom it is about, so that
-- a sign-in costs no page of these indexes. Neither is part of the digest: they find, and prove nothing.
ALTER TABLE audit_events ADD COLUMN topic TEXT;
ALTER TABLE audit_events ADD COLUMN acted_by BLOB;
CREATE INDEX audit_events_by_topic ON audit_events (organization_id, topic, id) WHERE topic IS NOT NULL;
CREATE INDEX audit_events_by_actor ON audit_events (organization_id, acted_by, id) WHERE acted_by IS NOT NULL;
