-- Codes that are left are counted, and devices come in their order, from the index alone: at every step of a sign-in.
DROP INDEX recovery_codes_by_set;
CREATE INDEX recovery_codes_by_set ON recovery_codes (set_id, organization_id, id, used_at);
