//! What is made by chance is spread evenly, and nothing is made twice.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::BASE32_NOPAD;
use portcullis_core::policy::Rule;

use crate::full;
use crate::portal::Portal;

/// Asserts that each of some symbols comes about as often as any other: chi-squared, a limit that one run in two
/// thousand million exceeds by chance.
fn is_even(symbols: &[u8], all: impl IntoIterator<Item = u8>) {
    let mut counts: BTreeMap<u8, f64> = all.into_iter().map(|one| (one, 0.0)).collect();
    for symbol in symbols {
        *counts.get_mut(symbol).expect("one of them") += 1.0;
    }
    let kinds: f64 = counts.values().map(|_| 1.0).sum();
    let expected = counts.values().sum::<f64>() / kinds;
    let squares = counts.values().map(|n| (n - expected).powi(2) / expected);
    // Wilson and Hilferty's approximation.
    let freedom = kinds - 1.0;
    let small = 2.0 / (9.0 * freedom);
    let limit = freedom * 6.1f64.mul_add(small.sqrt(), 1.0 - small).powi(3);
    let squares: f64 = squares.sum();
    assert!(squares < limit, "{squares} of {limit}: {counts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_and_recovery_codes_are_never_the_same_twice() {
    let portal = Portal::start().await;
    let acme = portal.organization("acme", Rule::Required).await;
    let (mut keys, mut codes) = (BTreeSet::new(), BTreeSet::new());
    let many = full(1000, 100);
    for n in 0..many {
        let person = portal.person(&acme, &format!("person{n}")).await;
        let (app, sheet) = portal.browser().enrolls(&portal, &person).await;
        keys.insert(app.key().clone());
        codes.extend(sheet);
    }
    // Of 160 and of 80 bits.
    assert_eq!(keys.len(), many as usize, "each key once");
    let bytes = keys
        .iter()
        .map(|key| BASE32_NOPAD.decode(key.as_bytes()).unwrap());
    let bytes: Vec<u8> = bytes.flatten().collect();
    assert_eq!(bytes.len(), 20 * many as usize);
    is_even(&bytes, 0..=255);

    assert_eq!(codes.len(), 10 * many as usize, "each code once");
    let letters: Vec<u8> = codes.iter().flat_map(|code| code.bytes()).collect();
    let letters: Vec<u8> = letters
        .into_iter()
        .filter(|letter| *letter != b'-')
        .collect();
    assert_eq!(letters.len(), 16 * 10 * many as usize);
    is_even(&letters, *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ");
}
