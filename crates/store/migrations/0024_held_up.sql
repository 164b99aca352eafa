-- Those whom something holds up are listed and counted along what there is of them.
CREATE INDEX accounts_held_up ON accounts (organization_id, state, login_name) WHERE state <> 'active';
CREATE INDEX factor_counters_suspended ON factor_counters (organization_id, account_id)
    WHERE failures + failures_in_browsers >= 50;
