-- How an organization shows itself.
-- contacts: whom its people ask for help, in the order they are shown, as JSON; none: the instance's.
ALTER TABLE organizations ADD COLUMN contacts TEXT NOT NULL DEFAULT '[]';
