//! What is believed of a packet that comes from a client's address.

use serde::{Deserialize, Serialize};

use super::{Packet, Signature, attribute};

/// Whether a client's requests must carry a Message-Authenticator (CVE-2024-3596; security.md RA-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signing {
    /// Always.
    Yes,
    /// From the first right one on.
    Auto,
    /// Never, as the client can't. What comes without one is then only as good as the network.
    No,
}

/// Why a packet is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unheard {
    /// It has no Message-Authenticator and must have one.
    Unsigned,
    /// Its Message-Authenticator is not of who shares the secret.
    WrongSignature,
    /// It has none and carries a Proxy-State, in which forgeries are hidden.
    ProxyState,
    /// Its password is no text under the client's secret.
    Unreadable,
}

impl Signing {
    /// All of them, the strictest first.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Auto, Self::No];

    /// As stored and typed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Auto => "auto",
            Self::No => "no",
        }
    }

    /// From what is stored or typed.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Whether a packet is heard. A wrong signature never is; none is only where the client may leave
    /// it out, and nothing in the packet hides a forgery. Who asks whether anybody is there must sign
    /// (RFC 5997 §2.1), and so must EAP (RFC 3579 §3.1).
    pub fn hears(self, packet: &Packet, signature: Signature) -> Result<(), Unheard> {
        match signature {
            Signature::Wrong => Err(Unheard::WrongSignature),
            Signature::Missing if self == Self::Yes || must_sign(packet) => Err(Unheard::Unsigned),
            Signature::Missing if packet.first(attribute::PROXY_STATE).is_some() => {
                Err(Unheard::ProxyState)
            }
            Signature::Right | Signature::Missing => Ok(()),
        }
    }
}

/// Whether a packet is heard that came over TLS, whatever the client's setting: what TLS carries can't be forged
/// on the way, so a signature may be missing, but not where RFC 3579 §3.1 and RFC 5997 §2 demand one.
pub fn heard_over_tls(packet: &Packet, signature: Signature) -> Result<(), Unheard> {
    match signature {
        Signature::Wrong => Err(Unheard::WrongSignature),
        Signature::Missing if must_sign(packet) => Err(Unheard::Unsigned),
        Signature::Right | Signature::Missing => Ok(()),
    }
}

/// Whether a packet must be signed whoever sends it.
fn must_sign(packet: &Packet) -> bool {
    !packet.asks_for_access() || packet.first(attribute::EAP_MESSAGE).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::radius::Request;

    const SECRET: &[u8] = b"a secret of the test";

    fn heard(signing: Signing, bytes: &[u8]) -> Result<(), Unheard> {
        let packet = Packet::parse(bytes).unwrap();
        signing.hears(&packet, packet.signature(SECRET))
    }

    #[test]
    fn a_wrong_signature_is_never_heard_and_a_right_one_always() {
        for signing in Signing::ALL {
            let request = Request::new(1, [1; 16]);
            assert_eq!(heard(signing, &request.signed(SECRET)), Ok(()));
            let wrong = heard(signing, &request.signed(b"another"));
            assert_eq!(wrong, Err(Unheard::WrongSignature));
        }
    }

    #[test]
    fn without_a_signature_the_setting_decides() {
        let plain = Request::new(1, [1; 16]).unsigned();
        assert_eq!(heard(Signing::Yes, &plain), Err(Unheard::Unsigned));
        assert_eq!(heard(Signing::Auto, &plain), Ok(()));
        assert_eq!(heard(Signing::No, &plain), Ok(()));
        let mut proxied = Request::new(1, [1; 16]);
        proxied.add(attribute::PROXY_STATE, b"x");
        assert_eq!(
            heard(Signing::No, &proxied.unsigned()),
            Err(Unheard::ProxyState)
        );
        assert_eq!(
            heard(Signing::Auto, &proxied.unsigned()),
            Err(Unheard::ProxyState)
        );
        assert_eq!(heard(Signing::No, &proxied.signed(SECRET)), Ok(()));
        let status = Request::status(1, [1; 16]).unsigned();
        assert_eq!(heard(Signing::No, &status), Err(Unheard::Unsigned));
    }

    #[test]
    fn over_tls_a_signature_may_be_missing_where_no_rfc_demands_one_and_never_wrong() {
        let heard = |request: &Request, signed: Option<&[u8]>| {
            let bytes = signed.map_or_else(|| request.unsigned(), |key| request.signed(key));
            let packet = Packet::parse(&bytes).unwrap();
            heard_over_tls(&packet, packet.signature(SECRET))
        };
        let mut access = Request::new(1, [1; 16]);
        access.add(attribute::PROXY_STATE, b"x");
        let mut eap = Request::new(1, [1; 16]);
        eap.add(attribute::EAP_MESSAGE, &[2, 1, 0, 4]);
        let status = Request::status(1, [1; 16]);
        assert_eq!(heard(&access, None), Ok(()));
        assert_eq!(heard(&eap, None), Err(Unheard::Unsigned));
        assert_eq!(heard(&status, None), Err(Unheard::Unsigned));
        for request in [&access, &eap, &status] {
            assert_eq!(heard(request, Some(SECRET)), Ok(()));
            let wrong = heard(request, Some(b"another"));
            assert_eq!(wrong, Err(Unheard::WrongSignature));
        }
    }
}
