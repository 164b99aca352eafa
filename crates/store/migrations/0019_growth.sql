-- What a page of an organization of half a million people is read along.

CREATE TABLE mfa_counts (
    organization_id BLOB NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    mfa_status TEXT NOT NULL,
    people BIGINT NOT NULL,
    PRIMARY KEY (organization_id, mfa_status)
);
INSERT INTO mfa_counts (organization_id, mfa_status, people)
    SELECT o.id, s.status, (SELECT COUNT(*) FROM accounts a WHERE a.organization_id = o.id AND a.mfa_status = s.status)
    FROM organizations o CROSS JOIN
    (SELECT 'enabled' AS status UNION ALL SELECT 'disabled' UNION ALL SELECT 'not_enabled') s;
CREATE INDEX accounts_by_mfa ON accounts (organization_id, mfa_status, login_name);

-- Those who have set up nothing and are not asked as the organization's rule alone says, and who came when.
CREATE INDEX accounts_apart ON accounts (organization_id, id)
    WHERE mfa_status = 'not_enabled' AND (mfa_required OR needs_enrollment_code OR state = 'suspended');
CREATE INDEX accounts_by_coming ON accounts (organization_id, created_at) WHERE mfa_status = 'not_enabled';

-- What stands in the order of ids is read by an index that has them: else an engine without statistics goes through the
-- organization in that order.
DROP INDEX devices_by_account;
CREATE INDEX devices_by_account ON devices (account_id, organization_id, id);
DROP INDEX recovery_codes_by_set;
CREATE INDEX recovery_codes_by_set ON recovery_codes (set_id, organization_id, id);
DROP INDEX invitations_by_login_name;
CREATE INDEX invitations_by_login_name ON invitations (organization_id, login_name, id);
CREATE INDEX invitations_open ON invitations (organization_id, id) WHERE accepted_at IS NULL;

-- The words by which people are found, in lower case. login_name: the account's, for the order of a list.
CREATE TABLE account_words (
    organization_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    word SORT_TEXT NOT NULL,
    login_name SORT_TEXT NOT NULL,
    PRIMARY KEY (organization_id, account_id, word),
    FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX account_words_by_word ON account_words (organization_id, word, login_name);
INSERT INTO account_words (organization_id, account_id, word, login_name)
    SELECT organization_id, id, login_name, login_name FROM accounts
    UNION SELECT organization_id, id, LOWER(email), login_name FROM accounts WHERE email IS NOT NULL;
