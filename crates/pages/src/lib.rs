//! What is seen: one struct per page, holding only what that page shows, beside one template in
//! `templates/`, which mirrors `src/`. Every sentence is in `texts/en.ftl`; everything a browser
//! loads besides is in `assets/`. Nothing here knows a rule, a database or a status code.

pub mod account;
pub mod activity;
pub mod address;
pub mod admin;
pub mod assets;
pub mod caller;
pub mod change_password;
pub mod code;
pub mod dashboard;
pub mod demo_mail;
pub mod device;
pub mod email_code;
pub mod enrollment_code;
pub mod field;
pub mod forgot_password;
pub mod frame;
pub mod help_requests;
pub mod icon;
pub mod invitation;
pub mod mail;
pub mod message;
pub mod mfa;
pub mod mfa_settings;
pub mod moment;
pub mod not_me;
pub mod password_again;
pub mod personal_data;
pub mod qr;
pub mod recovery_code;
pub mod recovery_codes;
pub mod refusal;
pub mod remote_logon;
pub mod replace_device;
pub mod sessions;
pub mod set_up;
pub mod sign_in;
pub mod telling;
pub mod texts;
pub mod trouble;

pub use account::{Account, AsksForMfa, Email, Saved};
pub use activity::{Activity, Deed};
pub use address::{Address, AddressConfirmed, AddressRefusal, ConfirmAddress, Waiting};
pub use admin::access::{Access, Count, Listed, OpenInvitation, Person, PersonState, Role, SetUp};
pub use admin::applications::{
    ApplicationForm, Applications, DeleteApplication, ListedApplication,
};
pub use admin::audit::{AuditLog, AuditLogs, LogName};
pub use admin::branding::{
    BrandingAfter, BrandingPage, ContactForm, ContactRefusal, DeleteContact,
};
pub use admin::caller::{CallerCheck, CallerMail, CallerRefusal, CallerState, OpenCheck};
pub use admin::edit_person::EditPerson;
pub use admin::everywhere::{FoundIn, FoundPerson, PeopleEverywhere, PlaceRow, RequestsEverywhere};
pub use admin::groups::{
    AddToGroup, DeleteGroup, GroupForm, GroupMember, GroupPage, GroupRefusal, Groups, ListedGroup,
};
pub use admin::help::{Help, HelpAct, HelpRefusal};
pub use admin::help_code::HelpCode;
pub use admin::help_letter::HelpLetter;
pub use admin::invitation_letter::{InvitationLetter, InvitationLetters};
pub use admin::invite::Invite;
pub use admin::invited::Invited;
pub use admin::log::{Log, LogActor, LogDoer, LogEvent, LogFilter, LogPerson};
pub use admin::logo::{LogoForm, LogoRefusal, RemoveLogo};
pub use admin::mail::{MailQueue, MailStanding, MailWay, QueuedMail};
pub use admin::many::{Many, ManyDoor, ManyLine, ManyOutcome, ManyPlan, ManyRefusal, ManyWrong};
pub use admin::organizations::{
    AddOrganization, OrganizationAct, OrganizationPage, OrganizationRow, Organizations,
};
pub use admin::outsiders::{LendRole, Outsider, Outsiders, TakeRole};
pub use admin::person::{Limit, LimitedWay, PersonPage, PersonReader};
pub use admin::policy::{GivenException, Number, PolicyNumbers, PolicyPage, PolicyShows};
pub use admin::remote_logon::{
    ClientForm, ClientSecret, ComputerForm, FormRefusal, ListedClient, ListedComputer, OneClient,
    RemoteAct, RemoteConfirm, RemoteLogon,
};
pub use admin::requests::{RequestPage, RequestReader, RequestRow, Requests};
pub use admin::role::{GiveRole, RoleRefusal};
pub use admin::support::{Elsewhere, RefusedTry, StandsNow, SupportPage, advice, mends};
pub use admin::whom::{Audience, GroupChoice, WhomField};
pub use admin::why::{Why, WhyPage};
pub use caller::{Caller, Calling};
pub use change_password::{ChangePassword, CurrentRefusal};
pub use code::{Act, Code, Purpose, Remember};
pub use dashboard::{Application, Dashboard, LastSignIn, RemoteComputer};
pub use demo_mail::{CaughtMail, DemoMail};
pub use device::{Leaves, RemoveDevice, RenameDevice};
pub use email_code::{EmailCode, EmailCodeOpens, EmailRefusal};
pub use enrollment_code::{EnrollmentCode, EnrollmentRefusal};
pub use field::{Field, Problem};
pub use forgot_password::{
    Delayed, ForgotPassword, NewPassword, ResetAsked, ResetCode, ResetCodeRefusal, ResetPassword,
};
pub use frame::{Contact, Frame, Member, Place};
pub use help_requests::{
    LockedOut, LockedOutAsked, OwnRequest, OwnRequests, RequestAnswer, RequestNotice,
};
pub use invitation::{Invitation, InvitationCode, InvitationRefusal};
pub use mail::{Letter, Mail, MailFrame, Part};
pub use mfa::{Device, MfaStatus, Recovery};
pub use mfa_settings::{EmailCodes, LeavesWithout, MfaSettings};
pub use not_me::{NotMe, NotMeDone};
pub use password_again::{PasswordAgain, PasswordRefusal};
pub use personal_data::{AskDeletion, Deletion, PersonalData};
pub use recovery_code::RecoveryCode;
pub use recovery_codes::{RecoveryCodes, Standing};
pub use refusal::{CodeRefusal, RecoveryRefusal};
pub use remote_logon::LogonMessage;
pub use replace_device::ReplaceDevice;
pub use sessions::{KnownBrowser, OpenSession, Sessions};
pub use set_up::app::{Reason, SetUpApp};
pub use set_up::first::{FirstSetUp, Requirement};
pub use set_up::new_codes::NewCodes;
pub use set_up::scan::{ScanPlace, SetUpScan};
pub use set_up::store_codes::StoreCodes;
pub use set_up::way::ChooseWay;
pub use sign_in::{SignIn, SignInNotice};
pub use trouble::{ErrorPage, Trouble};

/// A page that can be sent to a browser.
pub trait Page {
    /// The whole document. It can only fail when a value's own `Display` fails, which none here
    /// does; the server still answers that with its last-resort text.
    fn html(&self) -> Result<String, askama::Error>;
}

impl<T: askama::Template> Page for T {
    fn html(&self) -> Result<String, askama::Error> {
        self.render()
    }
}
