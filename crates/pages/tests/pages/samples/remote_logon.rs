//! The owners' pages for remote logon.

use portcullis_core::destination;
use portcullis_core::radius::{Flow, Signing};
use portcullis_pages::*;

use super::*;

pub fn remote_logon() -> RemoteLogon {
    RemoteLogon {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        may_change: true,
        listens: true,
        computers: vec![
            ListedComputer {
                id: "019a9c".into(),
                name: "build-2".into(),
                command: "ssh -p 2222 ann@build-2.example.com".into(),
                icon: None,
                named: None,
            },
            ListedComputer {
                id: "019a9d".into(),
                name: "Office desktop".into(),
                command: "mstsc /v:desk.example.com".into(),
                icon: Some(destination::Icon::Files),
                named: Some(Audience {
                    groups: Vec::new(),
                    people: vec!["ann".into(), "tom".into()],
                }),
            },
        ],
        clients: vec![
            ListedClient {
                id: "019a9e".into(),
                name: "web-1".into(),
                network: "10.1.0.0/16".into(),
                signing: Signing::Yes,
                named: None,
            },
            ListedClient {
                id: "019a9f".into(),
                name: "web-1".into(),
                network: "10.0.0.7".into(),
                signing: Signing::No,
                named: Some(Audience::default()),
            },
        ],
    }
}

pub fn computer_form() -> ComputerForm {
    ComputerForm {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        one: None,
        name: Field::default(),
        address: Field::default(),
        command: Field::default(),
        icon: None,
        whom: everyone(),
        refusal: None,
    }
}

pub fn client_form() -> ClientForm {
    ClientForm {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        one: None,
        name: Field::default(),
        network: Field::default(),
        certificates: Field::default(),
        signing: Signing::Yes,
        flow: Flow::Challenge,
        whom: everyone(),
        recovery_codes: false,
        returned: Field::default(),
        refusal: None,
    }
}

pub fn client_secret() -> ClientSecret {
    ClientSecret {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        name: "web-1".into(),
        secret: "mfrggzdfmztwq2lknnwg23tpobyxe43u".into(),
        server: "127.0.0.1:1812".into(),
        server_known: true,
        signing: Signing::No,
        rotated: false,
    }
}

pub fn remote_confirm(act: RemoteAct) -> RemoteConfirm {
    RemoteConfirm {
        frame: frame(),
        member: clara(),
        slug: "example".into(),
        act,
        id: "019a9f".into(),
        name: "web-1".into(),
    }
}

fn to_read() -> RemoteLogon {
    RemoteLogon {
        member: member(),
        may_change: false,
        ..remote_logon()
    }
}

pub fn remote_logons() -> Vec<(String, String)> {
    let empty = RemoteLogon {
        listens: false,
        computers: Vec::new(),
        clients: Vec::new(),
        ..remote_logon()
    };
    let refused = |refusal| ComputerForm {
        one: Some(("019a9d".into(), "Office desktop".into(), 3)),
        name: Field::with_problem("build-2", Problem::Taken),
        address: Field::with_problem("desk;x", Problem::NotAnAddress),
        command: Field::new("mstsc /v:{address}"),
        whom: WhomField {
            everyone: false,
            people: Field::with_problem("", Problem::Missing),
            ..everyone()
        },
        refusal,
        ..computer_form()
    };
    let one = ClientForm {
        one: Some(OneClient {
            id: "019a9f".into(),
            name: "web-1".into(),
            network: "10.0.0.7".into(),
            version: 2,
        }),
        signing: Signing::No,
        flow: Flow::Together,
        whom: WhomField {
            everyone: false,
            people: Field::new("ann\ntom"),
            ..everyone()
        },
        recovery_codes: true,
        returned: Field::new("Class=vpn"),
        ..client_form()
    };
    let stale = ClientForm {
        returned: Field::with_problem("x", Problem::NotAttributes),
        refusal: Some(FormRefusal::Stale),
        ..one.clone()
    };
    let taken = ClientForm {
        name: Field::new("vpn"),
        network: Field::with_problem("everywhere", Problem::NotANetwork),
        refusal: Some(FormRefusal::Taken),
        ..client_form()
    };
    let over_tls = ClientForm {
        one: Some(OneClient {
            id: "019aa0".into(),
            name: "web-1".into(),
            network: String::new(),
            version: 1,
        }),
        certificates: Field::with_problem("AB:CD", Problem::NotACertificate),
        ..one.clone()
    };
    let too_much = ClientForm {
        refusal: Some(FormRefusal::TooMuch),
        ..one.clone()
    };
    let rotated = ClientSecret {
        server: "portal.example.com:1812".into(),
        server_known: false,
        signing: Signing::Yes,
        rotated: true,
        ..client_secret()
    };
    let mut pages = vec![
        page("remote logon", &remote_logon()),
        page("remote logon, to read", &to_read()),
        page("remote logon, nothing", &empty),
        page("computer, new", &computer_form()),
        page("computer, refused", &refused(None)),
        page(
            "computer, nobody",
            &refused(Some(FormRefusal::Nobody("eva".into()))),
        ),
        page("computer, full", &refused(Some(FormRefusal::Full))),
        page("radius client, new", &client_form()),
        page("radius client", &one),
        page("radius client, stale", &stale),
        page("radius client, taken", &taken),
        page("radius client, over TLS", &over_tls),
        page("radius client, too much", &too_much),
        page("radius client secret", &client_secret()),
        page("radius client secret, rotated", &rotated),
    ];
    for (name, act) in [
        ("computer, delete", RemoteAct::DeleteComputer),
        ("radius client, rotate", RemoteAct::RotateClient),
        ("radius client, delete", RemoteAct::DeleteClient),
    ] {
        pages.push(page(name, &remote_confirm(act)));
    }
    pages
}
