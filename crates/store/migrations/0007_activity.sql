-- What was done to one account, newest first, for its member: the one index that events carry for reading.
CREATE INDEX audit_events_by_account ON audit_events (account_id, id) WHERE account_id IS NOT NULL;
