//! A recovery code instead of the app's code.

use askama::Template;

use crate::code::Purpose;
use crate::frame::Frame;
use crate::icon::Icon;
use crate::refusal::RecoveryRefusal;

/// Posts `recovery_code` and what is `hidden`.
#[derive(Template, Clone, Debug)]
#[template(path = "recovery_code.html")]
pub struct RecoveryCode {
    pub frame: Frame,
    /// `/sign-in/recovery-code` or the step-up's.
    pub action: String,
    /// What the form carries beside the code: the attempt's handle, or what the proof is for.
    pub hidden: Vec<(&'static str, String)>,
    /// The login, as it was typed.
    pub who: String,
    pub purpose: Purpose,
    pub refusal: Option<RecoveryRefusal>,
    /// Back to the app's code, if there is an app.
    pub app_link: Option<String>,
    /// Where a code by email can be used instead, if that way is open.
    pub email_link: Option<String>,
}

impl RecoveryCode {
    fn is_sign_in(&self) -> bool {
        self.purpose == Purpose::SignIn
    }

    fn is_suspended(&self) -> bool {
        self.refusal == Some(RecoveryRefusal::Suspended)
    }
}
