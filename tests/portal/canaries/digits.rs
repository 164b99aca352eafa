//! Codes of six digits, mailed or shown by an app. They are too short to be known again among other numbers: so no word
//! of six digits is said at all, and whatever Portcullis rightly says is written otherwise.

/// The words of a text that are six digits, or three and three; none within ids, hashes, colors and longer numbers.
pub fn digits(text: &str) -> Vec<String> {
    let text = without_escapes(text);
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut begin = 0;
    while begin < bytes.len() {
        let length = word(&bytes[begin..]);
        let end = begin + length;
        let one = &bytes[begin..end];
        match length {
            6 => found.extend(number(one)),
            // As mails show them: `482 915`.
            3 if bytes.get(end) == Some(&b' ') && word(&bytes[end + 1..]) == 3 => {
                found.extend(number(&[one, &bytes[end + 1..end + 4]].concat()));
            }
            _ => {}
        }
        begin = end.max(begin + 1);
    }
    found
}

/// How long the word is that a text begins with; a point belongs to it where it goes on after it.
fn word(text: &[u8]) -> usize {
    let of_word = |one: &u8| one.is_ascii_alphanumeric() || b"_-#".contains(one);
    let mut length = 0;
    while let Some(one) = text.get(length) {
        let goes_on = *one == b'.' && length > 0 && text.get(length + 1).is_some_and(of_word);
        if !of_word(one) && !goes_on {
            break;
        }
        length += 1;
    }
    length
}

fn number(word: &[u8]) -> Option<String> {
    let digits = word.iter().all(u8::is_ascii_digit);
    digits.then(|| String::from_utf8_lossy(word).into_owned())
}

/// The text of an address, as `482%20915`: what is escaped in it is no letter and no digit.
fn without_escapes(text: &str) -> String {
    let mut parts = text.split('%');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let escape = part
            .get(..2)
            .filter(|two| two.bytes().all(|one| one.is_ascii_hexdigit()));
        plain.push(if escape.is_some() { ' ' } else { '%' });
        plain += &part[escape.map_or(0, str::len)..];
    }
    plain
}

#[test]
fn only_whole_words_of_six_digits_are_codes() {
    assert_eq!(
        digits("<b>482915</b> or 482 915, 123456."),
        ["482915", "482915", "123456"]
    );
    assert_eq!(digits("value=\"000001\""), ["000001"]);
    assert_eq!(digits("?code=482915&next=%2F"), ["482915"]);
    assert_eq!(digits("data:,code%3A482%20915%0A"), ["482915"]);
    for other in [
        "#274690",
        "a482915",
        "4829150",
        "48291",
        "1-482915",
        "482915-2",
        "0.482915",
        "482915.5",
        "+1 555 0100",
        "482 9150",
        "482  915",
        "November%2018%2C%202026",
    ] {
        assert_eq!(digits(other), [""; 0], "{other}");
    }
}
