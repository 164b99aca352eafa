-- Since when nobody of an organization signs in.
ALTER TABLE organizations ADD COLUMN suspended_at BIGINT;
CREATE INDEX role_grants_by_scope ON role_grants (scope_id) WHERE scope_id IS NOT NULL;
