//! What is given to somebody by name or by a group, where it is not for everybody. Dashboards and RADIUS
//! logons ask here and nowhere else, so what is shown and what opens can't drift apart.

use std::collections::BTreeSet;

use portcullis_core::id::{AccountId, DestinationId, RadiusClientId};
use portcullis_core::role::Scope;

use crate::args;
use crate::db::{Result, Tx};

/// What an account of an organization was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given(BTreeSet<[u8; 16]>);

impl Given {
    /// Whether an application or a remote computer is among it.
    pub fn shows(&self, id: DestinationId) -> bool {
        self.0.contains(id.as_bytes())
    }

    /// Whether logons by a RADIUS client are among it.
    pub fn opens(&self, id: RadiusClientId) -> bool {
        self.0.contains(id.as_bytes())
    }
}

/// Everything that an account was given, by its name or by a group that it is in now.
pub async fn to(tx: &mut Tx<'_>, scope: Scope, account: AccountId) -> Result<Given> {
    let found = tx
        .rows(
            "SELECT destination_id FROM destination_members WHERE organization_id = $1 AND account_id = $2 \
             UNION ALL SELECT client_id FROM radius_client_members WHERE organization_id = $1 AND account_id = $2 \
             UNION ALL SELECT g.destination_id FROM group_members m JOIN destination_groups g \
             ON g.organization_id = m.organization_id AND g.group_id = m.group_id \
             WHERE m.organization_id = $1 AND m.account_id = $2 \
             UNION ALL SELECT g.client_id FROM group_members m JOIN radius_client_groups g \
             ON g.organization_id = m.organization_id AND g.group_id = m.group_id \
             WHERE m.organization_id = $1 AND m.account_id = $2",
            args![scope.organization(), account],
            |r| r.get::<[u8; 16]>(0),
        )
        .await?;
    Ok(Given(found.into_iter().collect()))
}
