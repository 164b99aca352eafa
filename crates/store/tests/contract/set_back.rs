//! What is stamped later than the clock shows: it was made before the clock was set back, so nobody knows its age,
//! and it counts as too old. Nothing of it is used up by that.

use portcullis_core::audit::Who;
use portcullis_core::caller::KnownBy;
use portcullis_core::credential::help_code::HelpKind;
use portcullis_core::id::{CallerCheckId, EmailCodeId, HelpCodeId, LinkId, SetupId};
use portcullis_core::link::Purpose;
use portcullis_core::time::{SKEW, Span, Timestamp};
use portcullis_core::token::TokenHash;
use portcullis_store::caller_checks::{self, NewCallerCheck};
use portcullis_store::email_codes::{self, NewEmailCode};
use portcullis_store::help_codes::{self, NewHelpCode};
use portcullis_store::links::{self, NewLink};
use portcullis_store::{Tx, attempts, invitations, on_both};

use crate::world::{NOW, World, chance};

const CODE: [u8; 32] = [6; 32];
const TOKEN: TokenHash = TokenHash([7; 32]);

on_both! {
    async fn what_was_made_before_the_clock_was_set_back_is_too_old_and_not_used_up(place: &Place) {
        let world = World::on(place).await;
        let (scope, account) = (world.scope, world.ann);
        let attempt = world.attempt(1).await;
        let (setup, link) = (SetupId::new(NOW, chance()), LinkId::new(NOW, chance()));
        let check = CallerCheckId::new(NOW, chance());
        world.does(async move |tx: &mut Tx<'_>| {
            invitations::add_setup(tx, setup, TOKEN, NOW + Span::hours(1)).await?;
            let new = NewLink { id: link, account, purpose: Purpose::Address, token: TOKEN, address: Some("new@example.com") };
            links::make(tx, scope, &new, NOW).await?;
            let code = NewEmailCode {
                id: EmailCodeId::new(NOW, chance()), account, attempt, code: CODE, expires_at: NOW + Span::minutes(5),
            };
            email_codes::put(tx, scope, &code, NOW).await?;
            let code = NewHelpCode {
                id: HelpCodeId::new(NOW, chance()), account, kind: HelpKind::Reset, code: CODE, letter: false,
                expires_at: NOW + Span::hours(1), issued_by: &Who::System, verified_how: "called back",
            };
            help_codes::issue(tx, scope, &code, NOW).await?;
            let begun = NewCallerCheck {
                id: check, account, agent: &Who::System, agent_name: "Dora", expires_at: NOW + Span::minutes(5),
            };
            caller_checks::begin(tx, scope, &begun, NOW).await
        }).await;
        // How many of them count at a time; those that are used up by it come last.
        let counting = async |at: Timestamp| world.does(async move |tx: &mut Tx<'_>| {
            let kind = HelpKind::Reset;
            let checked = caller_checks::last(tx, scope, account).await?;
            Ok([
                attempts::load(tx, attempt, TokenHash([1; 32]), at).await?.is_some(),
                invitations::find_setup(tx, TOKEN, at).await?.is_some(),
                links::by_token(tx, Purpose::Address, TOKEN, at).await?.is_some(),
                links::waiting(tx, scope, account, Purpose::Address, at).await?.is_some(),
                help_codes::find(tx, scope, account, kind, at).await?.is_some(),
                email_codes::of_attempt(tx, scope, attempt).await?.is_some_and(|sent| sent.is_open(at)),
                !email_codes::open_of_account(tx, scope, account, at).await?.is_empty(),
                checked.is_some_and(|check| check.is_open(at)),
                help_codes::count_try(tx, scope, account, kind, at).await?,
                email_codes::count_try(tx, scope, attempt, at).await?,
                caller_checks::count_try(tx, scope, check, at).await?,
                invitations::spend_setup(tx, setup, at).await?,
                links::spend(tx, scope, link, at).await?,
                help_codes::spend(tx, (scope, account), kind, CODE, at).await?,
                email_codes::spend(tx, scope, attempt, CODE, at).await?,
                caller_checks::know(tx, scope, (check, KnownBy::Word), at).await?,
            ])
        }).await;
        assert_eq!(counting(NOW - SKEW - Span::millis(1)).await, [false; 16]);
        assert_eq!(counting(NOW - SKEW).await, [true; 16], "as far as clocks of nodes may be apart");
        // A caller who became known then is not known now.
        let checked = world.does(async move |tx: &mut Tx<'_>| caller_checks::last(tx, scope, account).await).await.unwrap();
        assert!(checked.counts(NOW - SKEW).is_some());
        assert!(checked.counts(NOW - SKEW - SKEW - Span::millis(1)).is_none());
    }
}
