-- Whether a suspended account was frozen before: then it is again when it is activated.
ALTER TABLE accounts ADD COLUMN was_frozen BOOLEAN NOT NULL DEFAULT FALSE;
