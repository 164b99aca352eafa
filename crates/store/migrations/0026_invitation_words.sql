-- The words by which those who are invited are found, in lower case, as those of accounts. login_name: the invitation's,
-- for the order of a list.
CREATE TABLE invitation_words (
    organization_id BLOB NOT NULL,
    invitation_id BLOB NOT NULL,
    word SORT_TEXT NOT NULL,
    login_name SORT_TEXT NOT NULL,
    PRIMARY KEY (organization_id, invitation_id, word),
    FOREIGN KEY (organization_id, invitation_id) REFERENCES invitations (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX invitation_words_by_word ON invitation_words (organization_id, word, login_name);
INSERT INTO invitation_words (organization_id, invitation_id, word, login_name)
    SELECT organization_id, id, login_name, login_name FROM invitations
    UNION SELECT organization_id, id, LOWER(email), login_name FROM invitations WHERE email IS NOT NULL;
