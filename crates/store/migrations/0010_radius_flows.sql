-- How a RADIUS client asks for the second factor: by a challenge, password and code together, or the code alone.
ALTER TABLE radius_clients ADD COLUMN flow TEXT NOT NULL DEFAULT 'challenge';
