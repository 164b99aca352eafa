-- The logos that organizations show themselves with.
-- id: their address. kind: svg or png. content: the picture, written anew before it was kept.
CREATE TABLE logos (
    organization_id BLOB NOT NULL PRIMARY KEY REFERENCES organizations (id),
    id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    content BLOB NOT NULL,
    made_at BIGINT NOT NULL
);
-- logo: what pages need of it (id, kind, width, height), as JSON, so that no page reads the picture; none: the portal's mark.
ALTER TABLE organizations ADD COLUMN logo TEXT;
