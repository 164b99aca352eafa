//! Pages full of what somebody might write to get markup into them.

use crate::samples;
use portcullis_pages::telling::By;
use portcullis_pages::*;

const NASTY: &str = r#"<img src=x onerror=alert(1)>"'&{{7*7}}"#;

pub fn pages() -> Vec<(String, String)> {
    let mut pages = at_the_gate();
    pages.extend(signed_in());
    pages.extend(remote_logon());
    pages.extend(applications());
    pages.extend(branding());
    pages.extend(groups());
    pages.extend(outsiders());
    pages
}

fn frame() -> Frame {
    let contact = Contact {
        label: NASTY.into(),
        phone: Some(NASTY.into()),
        mail: Some(NASTY.into()),
        hours: Some(NASTY.into()),
        note: Some(NASTY.into()),
    };
    Frame {
        contacts: vec![contact],
        place: Place {
            name: NASTY.into(),
            accent: None,
            logo: None,
        },
        ..samples::frame()
    }
}

fn at_the_gate() -> Vec<(String, String)> {
    let frame = frame();
    let mut pages = Vec::new();
    pages.push(samples::page(
        "sign in",
        &SignIn {
            frame: frame.clone(),
            login: NASTY.into(),
            return_to: Some(NASTY.into()),
            ..samples::sign_in()
        },
    ));
    let code = Code {
        frame: frame.clone(),
        action: NASTY.into(),
        hidden: vec![("attempt", NASTY.into())],
        who: NASTY.into(),
        recovery_link: Some(NASTY.into()),
        refusal: Some(CodeRefusal::Wrong),
        ..samples::code()
    };
    pages.push(samples::page("code", &code));
    let scan = SetUpScan {
        frame: frame.clone(),
        uri: NASTY.into(),
        issuer: NASTY.into(),
        account: NASTY.into(),
        key: NASTY.into(),
        ..samples::scan()
    };
    pages.push(samples::page("scan", &scan));
    let codes = StoreCodes {
        frame: frame.clone(),
        codes: vec![NASTY.into()],
        account: NASTY.into(),
        ..samples::store_codes()
    };
    pages.push(samples::page("codes", &codes));
    pages
}

fn personal_data(frame: &Frame, member: &Member) -> [(String, String); 2] {
    let data = PersonalData {
        frame: frame.clone(),
        member: member.clone(),
        organization: NASTY.into(),
        deletion: Deletion::Offered,
    };
    let ask = AskDeletion {
        frame: frame.clone(),
        organization: NASTY.into(),
    };
    [
        samples::page("your data", &data),
        samples::page("ask for deletion", &ask),
    ]
}

fn helping(frame: &Frame, member: &Member) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    let mut person = PersonPage {
        frame: frame.clone(),
        member: member.clone(),
        slug: NASTY.into(),
        name: NASTY.into(),
        login_name: NASTY.into(),
        email: Some((NASTY.into(), false)),
        groups: vec![(NASTY.into(), NASTY.into())],
        ..samples::person_page()
    };
    person.devices[0].name = NASTY.into();
    pages.push(samples::page("person", &person));
    let help = Help {
        frame: frame.clone(),
        member: member.clone(),
        slug: NASTY.into(),
        name: NASTY.into(),
        verified_how: Some(Field::with_problem(NASTY, Problem::Missing)),
        ..samples::help(HelpAct::DeleteMfa)
    };
    pages.push(samples::page("help", &help));
    let code = HelpCode {
        frame: frame.clone(),
        member: member.clone(),
        slug: NASTY.into(),
        name: NASTY.into(),
        ..samples::help_code(true)
    };
    pages.push(samples::page("help code", &code));
    let letter = HelpLetter {
        frame: frame.clone(),
        member: member.clone(),
        slug: NASTY.into(),
        name: NASTY.into(),
        login_name: NASTY.into(),
        ..samples::help_letter(true)
    };
    pages.push(samples::page("help letter", &letter));
    let mut request = samples::request();
    (request.frame, request.member) = (frame.clone(), member.clone());
    request.word = Field::with_problem(NASTY, Problem::Missing);
    let row = &mut request.request;
    for nasty in [&mut row.slug, &mut row.name, &mut row.login_name] {
        *nasty = NASTY.into();
    }
    request.slug = NASTY.into();
    pages.push(samples::page("request", &request));
    let mut own = samples::own_requests(None);
    own.frame = frame.clone();
    for answer in own
        .requests
        .iter_mut()
        .filter_map(|one| one.answer.as_mut())
    {
        (answer.word, answer.by) = (Some(NASTY.into()), By::Person(NASTY.into()));
    }
    pages.push(samples::page("own requests", &own));
    pages
}

fn audience() -> Audience {
    Audience {
        groups: vec![NASTY.into()],
        people: vec![NASTY.into()],
    }
}

fn whom() -> WhomField {
    let mut whom = samples::some_people();
    whom.groups[0].name = NASTY.into();
    whom.people = Field::with_problem(NASTY, Problem::NotALoginName);
    whom
}

fn groups() -> Vec<(String, String)> {
    let mut list = samples::group_list();
    list.groups[0].name = NASTY.into();
    let mut one = GroupPage {
        name: NASTY.into(),
        opens: vec![NASTY.into()],
        ..samples::group_page()
    };
    one.people[0].name = NASTY.into();
    one.people[0].login = NASTY.into();
    let form = GroupForm {
        one: Some((NASTY.into(), NASTY.into(), 1)),
        name: Field::with_problem(NASTY, Problem::Taken),
        ..samples::group_form()
    };
    let add = AddToGroup {
        name: NASTY.into(),
        people: Field::with_problem(NASTY, Problem::NotALoginName),
        refusal: Some(GroupRefusal::Nobody(NASTY.into())),
        ..samples::add_to_group()
    };
    let delete = DeleteGroup {
        name: NASTY.into(),
        opens: vec![NASTY.into()],
        ..samples::delete_group()
    };
    vec![
        samples::page("groups", &list),
        samples::page("group", &one),
        samples::page("group, form", &form),
        samples::page("group, add", &add),
        samples::page("group, delete", &delete),
    ]
}

fn outsiders() -> Vec<(String, String)> {
    let nasty = |mut one: Outsider| {
        one.name = NASTY.into();
        one.login = NASTY.into();
        one.organization = NASTY.into();
        one
    };
    let all = samples::outsiders();
    let list = Outsiders {
        outsiders: all.outsiders.into_iter().map(nasty).collect(),
        ..samples::outsiders()
    };
    let lend = LendRole {
        login: Field::with_problem(NASTY, Problem::NobodyElsewhere),
        until: Field::with_problem(NASTY, Problem::NotADay),
        ..samples::lend_role()
    };
    let take = TakeRole {
        outsider: nasty(samples::take_role().outsider),
        ..samples::take_role()
    };
    vec![
        samples::page("from elsewhere", &list),
        samples::page("from elsewhere, new", &lend),
        samples::page("from elsewhere, take", &take),
    ]
}

fn application() -> Application {
    Application {
        name: NASTY.into(),
        address: NASTY.into(),
        host: NASTY.into(),
        description: Some(NASTY.into()),
        icon: None,
    }
}

fn applications() -> Vec<(String, String)> {
    let mut list = samples::application_list();
    list.applications[0].name = NASTY.into();
    list.applications[0].address = NASTY.into();
    list.applications[0].description = Some(NASTY.into());
    list.applications[0].named = Some(audience());
    let form = ApplicationForm {
        one: Some((NASTY.into(), NASTY.into(), 1)),
        name: Field::with_problem(NASTY, Problem::Taken),
        address: Field::with_problem(NASTY, Problem::NotASite),
        description: Field::new(NASTY),
        whom: whom(),
        refusal: Some(FormRefusal::Nobody(NASTY.into())),
        ..samples::application_form()
    };
    let delete = DeleteApplication {
        id: NASTY.into(),
        name: NASTY.into(),
        ..samples::delete_application()
    };
    vec![
        samples::page("applications", &list),
        samples::page("application", &form),
        samples::page("application, delete", &delete),
    ]
}

fn computer() -> RemoteComputer {
    RemoteComputer {
        name: NASTY.into(),
        address: NASTY.into(),
        login: NASTY.into(),
        command: NASTY.into(),
        icon: None,
    }
}

fn remove_device(frame: &Frame) -> RemoveDevice {
    RemoveDevice {
        frame: frame.clone(),
        name: NASTY.into(),
        ..samples::remove_device()
    }
}

fn member() -> Member {
    Member {
        name: NASTY.into(),
        administers: Some("/admin".into()),
        elsewhere: true,
        requests: Some(1),
        owns: true,
    }
}

fn signed_in() -> Vec<(String, String)> {
    let frame = frame();
    let mut pages = Vec::new();
    let member = member();
    let last = LastSignIn {
        at: samples::now(),
        address: NASTY.into(),
        browser: Some(NASTY.into()),
    };
    pages.push(samples::page(
        "dashboard",
        &Dashboard {
            frame: frame.clone(),
            member: member.clone(),
            caller: Some(NASTY.into()),
            devices: vec![NASTY.into()],
            applications: vec![application()],
            computers: vec![computer()],
            last_sign_in: Some(last),
            ..samples::dashboard()
        },
    ));
    let account = Account {
        frame: frame.clone(),
        member: member.clone(),
        login_name: NASTY.into(),
        email: Some(Email {
            address: NASTY.into(),
            proved: false,
        }),
        required_by: Some(NASTY.into()),
        ..samples::account()
    };
    pages.push(samples::page("account", &account));
    pages.extend(personal_data(&frame, &member));
    pages.extend(helping(&frame, &member));
    let mut mfa = MfaSettings {
        frame: frame.clone(),
        member: member.clone(),
        required_by: Some(NASTY.into()),
        ..samples::mfa_settings()
    };
    mfa.devices[0].1.name = NASTY.into();
    pages.push(samples::page("mfa settings", &mfa));
    pages.push(samples::page("remove a device", &remove_device(&frame)));
    let mut access = Access {
        frame: frame.clone(),
        member: member.clone(),
        slug: NASTY.into(),
        next: Some(NASTY.into()),
        ..samples::access()
    };
    access.people[0].name = NASTY.into();
    access.people[0].login = NASTY.into();
    access.invitations[0].name = NASTY.into();
    access.invitations[0].mailed_to = Some(NASTY.into());
    access.named = NASTY.into();
    pages.push(samples::page("access", &access));
    let invited = Invited {
        frame: frame.clone(),
        member: member.clone(),
        slug: NASTY.into(),
        name: NASTY.into(),
        login_name: NASTY.into(),
        email: Some(NASTY.into()),
        ..samples::invited()
    };
    pages.push(samples::page("invited", &invited));
    let mut queue = MailQueue {
        frame: frame.clone(),
        member: member.clone(),
        slug: NASTY.into(),
        way: MailWay::Server(NASTY.into()),
        address: Field::with_problem(NASTY, Problem::NotAnEmail),
        ..samples::queue()
    };
    queue.mails[2].subject = NASTY.into();
    queue.mails[2].to = NASTY.into();
    queue.mails[2].problem = Some(NASTY.into());
    pages.push(samples::page("mail queue", &queue));
    pages.extend(many(&frame, &member));
    let field = || Field::with_problem(NASTY, Problem::Taken);
    pages.push(samples::page(
        "invite",
        &Invite {
            frame,
            member,
            slug: NASTY.into(),
            name: field(),
            login_name: field(),
            email: field(),
            days: field(),
            most_days: 30,
            by_mail: true,
        },
    ));
    pages
}

fn branding() -> Vec<(String, String)> {
    let list = BrandingPage {
        name: Field::new(NASTY),
        accent: Field::with_problem(NASTY, Problem::NotAColor),
        contacts: frame().contacts,
        ..samples::branding_page()
    };
    let with_logo = BrandingPage {
        frame: Frame {
            place: Place {
                logo: samples::with_logo(400).place.logo,
                ..frame().place
            },
            ..frame()
        },
        ..list.clone()
    };
    let form = ContactForm {
        one: Some((1, NASTY.into())),
        who: Field::new(NASTY),
        phone: Field::new(NASTY),
        mail: Field::with_problem(NASTY, Problem::NotAnEmail),
        hours: Field::new(NASTY),
        note: Field::new(NASTY),
        ..samples::contact_form()
    };
    let delete = DeleteContact {
        label: NASTY.into(),
        ..samples::delete_contact()
    };
    vec![
        samples::page("branding", &list),
        samples::page("branding, logo", &with_logo),
        samples::page("contact", &form),
        samples::page("contact delete", &delete),
    ]
}

fn many(frame: &Frame, member: &Member) -> [(String, String); 2] {
    let mut plan = samples::good();
    for line in &mut plan.lines {
        for field in [&mut line.name, &mut line.login_name, &mut line.email] {
            *field = NASTY.into();
        }
        let twice = || (NASTY.to_owned(), NASTY.to_owned());
        line.outcome = ManyOutcome::Changed {
            name: Some(twice()),
            email: Some((Some(NASTY.into()), Some(NASTY.into()))),
        };
    }
    plan.mark = Some(NASTY.into());
    plan.prove = Some(NASTY.into());
    plan.unread = vec![NASTY.into()];
    let many = Many {
        frame: frame.clone(),
        member: member.clone(),
        slug: NASTY.into(),
        people: NASTY.into(),
        days: Field::with_problem(NASTY, Problem::Missing),
        plan: Some(plan),
        ..samples::many(ManyDoor::Import)
    };
    let mut letters = samples::letters(&[NASTY, NASTY]);
    letters.frame = frame.clone();
    letters.slug = NASTY.into();
    letters.letters[1].login_name = NASTY.into();
    [
        samples::page("many", &many),
        samples::page("letters", &letters),
    ]
}

fn remote_logon() -> Vec<(String, String)> {
    let field = || Field::with_problem(NASTY, Problem::Taken);
    let mut list = samples::remote_logon();
    list.slug = NASTY.into();
    list.computers[1].name = NASTY.into();
    list.computers[1].command = NASTY.into();
    list.computers[1].named = Some(audience());
    list.clients[1].name = NASTY.into();
    list.clients[1].network = NASTY.into();
    list.clients[1].named = Some(audience());
    let computer = ComputerForm {
        slug: NASTY.into(),
        one: Some(("1".into(), NASTY.into(), 1)),
        name: field(),
        address: field(),
        command: field(),
        whom: whom(),
        refusal: Some(FormRefusal::Nobody(NASTY.into())),
        ..samples::computer_form()
    };
    let client = ClientForm {
        slug: NASTY.into(),
        one: Some(OneClient {
            id: "1".into(),
            name: NASTY.into(),
            network: String::new(),
            version: 1,
        }),
        certificates: field(),
        whom: whom(),
        returned: field(),
        ..samples::client_form()
    };
    let secret = ClientSecret {
        slug: NASTY.into(),
        name: NASTY.into(),
        server: NASTY.into(),
        ..samples::client_secret()
    };
    let confirm = RemoteConfirm {
        slug: NASTY.into(),
        name: NASTY.into(),
        ..samples::remote_confirm(RemoteAct::DeleteClient)
    };
    vec![
        samples::page("remote logon", &list),
        samples::page("computer", &computer),
        samples::page("radius client", &client),
        samples::page("radius client secret", &secret),
        samples::page("remote confirm", &confirm),
    ]
}
