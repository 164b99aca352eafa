//! What is stored about the member, and asking for deletion.

use portcullis_pages::*;

use super::*;

pub fn personal_data() -> Vec<(String, String)> {
    let data = |deletion| PersonalData {
        frame: frame(),
        member: member(),
        organization: "Example GmbH".into(),
        deletion,
    };
    let asked = Deletion::Asked(ago(3 * 24 * 60));
    vec![
        page("your data", &data(Deletion::NotOffered)),
        page("your data, deletion offered", &data(Deletion::Offered)),
        page("your data, deletion asked", &data(asked)),
        page(
            "ask for deletion",
            &AskDeletion {
                frame: frame(),
                organization: "Example GmbH".into(),
            },
        ),
    ]
}
