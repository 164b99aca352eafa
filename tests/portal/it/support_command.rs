//! `portcullis support CODE` with the program as it is: a code that its pages show is looked up beside it, while it serves.

use std::net::TcpListener;

use portcullis_store::{Store, Tx};
use tempfile::TempDir;

use super::log::{Serving, says};
use crate::client::Client;

#[tokio::test(flavor = "multi_thread")]
async fn the_command_finds_what_a_page_refused_and_the_log_what_failed() {
    let folder = TempDir::new().unwrap();
    let acme = ["organization", "create", "acme", "Acme Tools"];
    says(&folder, &acme);
    says(&folder, &["account", "create", "acme", "ann", "Ann Bauer"]);
    let free = || {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().to_string()
    };
    let (listen, metrics) = (free(), free());
    let serving = Serving::start(&folder, (&listen, &metrics));
    let mut browser = Client::new(&format!("http://{listen}"));

    let refused = browser.signs_in("ann@acme", "not her password").await;
    let found = says(&folder, &["support", &refused.support_code()]);
    for told in [
        "ann@acme",
        "A wrong password was typed",
        "Have the caller type it once more",
        "127.", // the address that the browser has
    ] {
        assert!(found.contains(told), "{told} is not in {found}");
    }
    let nobodys = browser.signs_in("nobody@acme", "x").await;
    let heard = nobodys.support_code().to_lowercase().replace('-', " ");
    let found = says(&folder, &["support", &heard, "--json"]);
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1);
    let found = found[0].to_string();
    assert!(
        found.contains("A login was typed that nobody has"),
        "{found}"
    );
    assert!(!found.contains("nobody@acme"), "{found}");

    // A fault is in the program's log, under the code of its page.
    let database = folder.path().join("data/portcullis.db");
    let url = format!("sqlite:{}", database.display());
    let store = Store::open(&url).await.unwrap();
    let broken =
        async |tx: &mut Tx<'_>| tx.run("UPDATE accounts SET state = 'nonsense'", &[]).await;
    store.write(broken).await.unwrap();
    let fault = browser.signs_in("ann@acme", "not her password").await;
    fault.expects(500, "in the program’s log");
    let code = fault.support_code();
    let line = |event: &serde_json::Value| event["fields"]["support"] == *code;
    for _ in 0..500 {
        if serving.log().iter().any(line) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("{code} is in no line of the log");
}
