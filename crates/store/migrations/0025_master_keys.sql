-- The master keys that are in the key files: which there are, since when, and which one wraps what is new. Of a key
-- itself only a proof is stored, by which a file with another key under the same id is found out.
CREATE TABLE master_keys (
    id TEXT PRIMARY KEY,
    proof BLOB NOT NULL,
    made_at BIGINT NOT NULL,
    current_since BIGINT, -- the latest is the current one; NULL: it is in the file and waits for the nodes
    retired_at BIGINT -- since when nothing needs it; its id is never used again
);
-- The programs that serve, and which master keys each holds: none may be used that one of them has not.
CREATE TABLE nodes (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    master_keys TEXT NOT NULL, -- ids, with a space between
    seen_at BIGINT NOT NULL
);
