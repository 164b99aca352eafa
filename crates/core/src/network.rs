//! Where on the network a client is, as far as limits care: one IPv4 address, or one IPv6 /64, which
//! is what a household or a rented machine is given (security.md RL-1).

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use sha2::{Digest, Sha256};

use crate::id::RadiusClientId;

/// An IPv4 address, or the first 64 bits of an IPv6 one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Network {
    /// A /32.
    V4([u8; 4]),
    /// A /64.
    V6([u8; 8]),
    /// One of those as a RADIUS client names it: its word is all there is for it, so what fails there stands against
    /// what comes through this client alone.
    Told {
        /// Of both.
        key: [u8; 15],
        /// Somewhere in it.
        address: IpAddr,
    },
}

impl Network {
    /// The network of an address. An IPv4 address written as an IPv6 one is the IPv4 address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self::V4(address.octets()),
            IpAddr::V6(address) => {
                let prefix = u64::try_from(address.to_bits() >> 64).unwrap_or_default();
                Self::V6(prefix.to_be_bytes())
            }
        }
    }

    /// The network of an address that a RADIUS client names.
    pub fn told(client: RadiusClientId, address: IpAddr) -> Self {
        let mut sum = Sha256::new();
        sum.update(client.as_bytes());
        sum.update(Self::of(address).as_bytes());
        let digest: [u8; 32] = sum.finalize().into();
        let mut key = [0; 15];
        key.copy_from_slice(&digest[..15]);
        Self::Told { key, address }
    }

    /// As it is stored: 4, 8 or 15 bytes.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::V4(bytes) => bytes,
            Self::V6(bytes) => bytes,
            Self::Told { key, .. } => key,
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::V4(bytes) => write!(f, "{}/32", Ipv4Addr::from(*bytes)),
            Self::V6(bytes) => {
                let prefix = u128::from(u64::from_be_bytes(*bytes));
                write!(f, "{}/64", Ipv6Addr::from_bits(prefix << 64))
            }
            Self::Told { address, .. } => Self::of(*address).fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expect: &str) {
        let network = Network::of(address.parse().unwrap());
        assert_eq!(network.to_string(), expect);
    }

    #[test]
    fn an_ipv6_household_is_one_network_and_an_ipv4_address_is_itself() {
        check("192.0.2.7", "192.0.2.7/32");
        check("::ffff:192.0.2.7", "192.0.2.7/32");
        check("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64");
        check("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64");
        check("2001:db8:1:3::1", "2001:db8:1:3::/64");
        check("::1", "::/64");
    }

    #[test]
    fn what_a_client_names_is_another_network_for_each_client() {
        let address = "192.0.2.7".parse().unwrap();
        let [one, other] =
            [1, 2].map(|id| Network::told(RadiusClientId::from_bytes([id; 16]), address));
        assert_ne!(one.as_bytes(), other.as_bytes());
        assert_ne!(one.as_bytes(), Network::of(address).as_bytes());
        assert_eq!(one.to_string(), "192.0.2.7/32");
        let written_otherwise = "::ffff:192.0.2.7".parse().unwrap();
        let again = Network::told(RadiusClientId::from_bytes([1; 16]), written_otherwise);
        assert_eq!(one.as_bytes(), again.as_bytes());
    }
}
