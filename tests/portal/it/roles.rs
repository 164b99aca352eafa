//! Giving roles: up to one's own, and never away from the last who has one.

use portcullis_core::audit::{Event, Origin};
use portcullis_core::policy::Rule;
use portcullis_core::role::{Actor, Grant, Role};
use portcullis_server::people::{self, NotChanged};

use crate::portal::{Person, Portal};

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_given_up_to_ones_own_and_the_last_ones_stay() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Optional).await;
    let abe = portal.person(&acme, "abe").await;
    let ann = portal.person(&acme, "ann").await;
    let operator = Actor::Operator("operator@test".to_owned());
    let admin = Actor::Person {
        account: abe.id,
        organization: acme.id,
        grants: vec![Grant {
            role: Role::Admin,
            scope: Some(acme.id),
            until: None,
        }],
    };
    let sets = async |actor: &Actor, person: &Person, role| {
        let whose = (acme.id, person.id);
        people::set_role(&portal.app, actor, whose, role, Origin::default())
            .await
            .unwrap()
    };
    assert_eq!(sets(&operator, &abe, Role::Admin).await, Ok(()));
    assert_eq!(
        sets(&operator, &abe, Role::Admin).await,
        Err(NotChanged::AlreadySo)
    );
    assert_eq!(
        sets(&operator, &abe, Role::Member).await,
        Err(NotChanged::LastAdmin)
    );
    assert_eq!(
        sets(&admin, &ann, Role::Owner).await,
        Err(NotChanged::Denied)
    );
    assert_eq!(
        sets(&admin, &abe, Role::Member).await,
        Err(NotChanged::Denied),
        "one's own"
    );
    assert_eq!(sets(&admin, &ann, Role::Admin).await, Ok(()));
    assert_eq!(sets(&operator, &abe, Role::Member).await, Ok(()));
    assert_eq!(sets(&operator, &ann, Role::Owner).await, Ok(()));
    assert_eq!(
        sets(&operator, &ann, Role::Admin).await,
        Err(NotChanged::LastOwner)
    );
    let given = portal.events(Some(acme.id)).await;
    let given = given
        .iter()
        .filter(|one| matches!(one, Event::RoleGranted { .. }));
    assert_eq!(given.count(), 4);
}
