-- How an organization shows itself.
-- contacts: whom its people ask for help, in the order they are shown, as JSON; none: the instance's.
ALTER TABLE organizations ADD COLUMN contacts TEXT NOT NULL DEFAULT '[]';
-- accent: the color that it chose, #rrggbb, whether it can be read or not; none: the portal's.
ALTER TABLE organizations ADD COLUMN accent TEXT;
