//! The pages where admins say how their organization shows itself.

use portcullis_core::accent::{Accent, Color};
use portcullis_core::id::LogoId;
use portcullis_core::logo::{LeftOut, Logo, LogoKind, NotALogo};
use portcullis_pages::*;

use super::*;

pub fn branding_page() -> BrandingPage {
    BrandingPage {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        version: 3,
        name: Field::new("Example GmbH"),
        accent: Field::default(),
        color: None,
        contacts: vec![
            Contact {
                label: "Example help desk".into(),
                phone: Some("+49 30 23125 140".into()),
                mail: Some("helpdesk@example.com".into()),
                hours: Some("Monday to Friday, 7:00 to 18:00".into()),
                note: Some("Option 2 in the menu".into()),
            },
            Contact {
                label: "Office".into(),
                note: Some("Ground floor, room 3".into()),
                ..Contact::default()
            },
        ],
        may_change: true,
        room: true,
        after: None,
    }
}

pub fn contact_form() -> ContactForm {
    ContactForm {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        version: 3,
        one: None,
        who: Field::default(),
        phone: Field::default(),
        mail: Field::default(),
        hours: Field::default(),
        note: Field::default(),
        refusal: None,
    }
}

pub fn delete_contact() -> DeleteContact {
    DeleteContact {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        version: 3,
        number: 2,
        label: "Office".into(),
        last: false,
    }
}

/// A frame with a logo of this width, a hundred high.
pub fn with_logo(width: u32) -> Frame {
    let logo = Logo {
        id: LogoId::new(now(), [3; 10]),
        kind: LogoKind::Svg,
        width,
        height: 100,
    };
    Frame {
        place: Place {
            logo: Some(logo),
            ..frame().place
        },
        ..frame()
    }
}

pub fn logo_form() -> LogoForm {
    LogoForm {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        version: 3,
        kilobytes: 64,
        side: 1024,
        refusal: None,
    }
}

pub fn logos() -> Vec<(String, String)> {
    let branding = |frame, after| BrandingPage {
        frame,
        after,
        ..branding_page()
    };
    let saved = |left_out| {
        Some(BrandingAfter::LogoSaved {
            left_out,
            faint: false,
        })
    };
    let faint = Some(BrandingAfter::LogoSaved {
        left_out: Vec::new(),
        faint: true,
    });
    let refused = |why| LogoForm {
        refusal: Some(LogoRefusal::File(why)),
        ..logo_form()
    };
    let remove = RemoveLogo {
        frame: with_logo(400),
        member: clara(),
        slug: "example".into(),
        version: 3,
        stale: false,
    };
    let stale = RemoveLogo {
        stale: true,
        ..remove.clone()
    };
    let mut pages = vec![
        page(
            "branding, logo",
            &branding(with_logo(400), saved(Vec::new())),
        ),
        page(
            "branding, logo beside the name",
            &branding(with_logo(100), saved(LeftOut::ALL.to_vec())),
        ),
        page("branding, logo faint", &branding(with_logo(400), faint)),
        page(
            "branding, logo removed",
            &branding(frame(), Some(BrandingAfter::LogoRemoved)),
        ),
        page("logo", &logo_form()),
        page(
            "logo, another",
            &LogoForm {
                frame: with_logo(400),
                refusal: Some(LogoRefusal::Stale),
                ..logo_form()
            },
        ),
        page(
            "logo, busy",
            &LogoForm {
                refusal: Some(LogoRefusal::Busy),
                ..logo_form()
            },
        ),
        page("logo remove", &remove),
        page("logo remove, stale", &stale),
    ];
    pages.extend(
        [
            ("missing", NotALogo::Missing),
            ("large", NotALogo::TooLarge),
            ("kind", NotALogo::WrongKind),
            ("damaged", NotALogo::Damaged),
            ("points", NotALogo::TooManyPoints),
            ("document type", NotALogo::DocumentType),
            ("complex", NotALogo::TooComplex),
            ("size", NotALogo::NoSize),
            ("nothing", NotALogo::NothingDrawn),
        ]
        .map(|(name, why)| page(&format!("logo, {name}"), &refused(why))),
    );
    pages
}

pub fn brandings() -> Vec<(String, String)> {
    let without = |frame| BrandingPage {
        frame,
        contacts: Vec::new(),
        ..branding_page()
    };
    let full = BrandingPage {
        room: false,
        after: Some(BrandingAfter::Stale),
        ..branding_page()
    };
    let colored = |color: [u8; 3]| {
        let color = Accent(Color(color));
        BrandingPage {
            frame: Frame {
                place: Place {
                    name: "Example GmbH".into(),
                    accent: Some(color),
                    logo: None,
                },
                ..frame()
            },
            accent: Field::new(color.0.to_string()),
            color: Some(color),
            after: Some(BrandingAfter::Saved),
            ..branding_page()
        }
    };
    let mistyped = BrandingPage {
        name: Field::with_problem("", Problem::Missing),
        accent: Field::with_problem("red", Problem::NotAColor),
        ..branding_page()
    };
    let read_only = BrandingPage {
        may_change: false,
        ..branding_page()
    };
    let refused = ContactForm {
        who: Field::with_problem("", Problem::Missing),
        mail: Field::with_problem("help at example", Problem::NotAnEmail),
        ..contact_form()
    };
    let unkept = |refusal| ContactForm {
        one: Some((2, "Office".into())),
        who: Field::new("Office"),
        refusal: Some(refusal),
        ..contact_form()
    };
    let last = DeleteContact {
        last: true,
        ..delete_contact()
    };
    vec![
        page("branding", &branding_page()),
        page("branding, nothing", &without(frame())),
        page("branding, nothing anywhere", &without(instance())),
        page("branding, full", &full),
        page("branding, yellow", &colored([0xff, 0xd5, 0])),
        page("branding, navy", &colored([0, 0, 0x40])),
        page("branding, refused", &mistyped),
        page("branding, read only", &read_only),
        page("contact", &contact_form()),
        page("contact, refused", &refused),
        page("contact, unreachable", &unkept(ContactRefusal::Unreachable)),
        page("contact, stale", &unkept(ContactRefusal::Stale)),
        page("contact, too many", &unkept(ContactRefusal::Full)),
        page("contact delete", &delete_contact()),
        page("contact delete, last", &last),
    ]
}
