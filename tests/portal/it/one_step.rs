//! What a code step costs the database.

use portcullis_core::policy::Rule;
use portcullis_core::time::Span;
use portcullis_store::on_both;

use crate::portal::Portal;

on_both! {
    async fn a_code_step_is_one_commit_and_at_most_eight_statements(place: &Place) {
        let portal = Portal::on(place).await;
        let acme = portal.organization("acme", Rule::Required).await;
        let ann = portal.person(&acme, "ann").await;
        let (app, _) = portal.browser().enrolls(&portal, &ann).await;
        // A browser that the account comes to know by the step is one row more.
        let mut browser = portal.browser();
        for most in [9, 8] {
            browser.post("/sign-out", &[]).await;
            portal.wait(Span::minutes(2));
            let page = browser.signs_in(&ann.login, &ann.password).await;
            let code = app.code(portal.now());
            let before = portal.app.store.counts();
            assert_eq!(browser.gives_code(&page, &code).await.status, 303);
            let after = portal.app.store.counts();
            assert_eq!(after.commits - before.commits, 1);
            let statements = after.statements - before.statements;
            assert!(statements <= most, "{statements} statements");
        }
    }
}
