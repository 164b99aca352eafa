//! Where on the network a client is, as far as limits care: one IPv4 address, or one IPv6 /64, which
//! is what a household or a rented machine is given (security.md RL-1).

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An IPv4 address, or the first 64 bits of an IPv6 one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Network {
    /// A /32.
    V4([u8; 4]),
    /// A /64.
    V6([u8; 8]),
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

    /// As it is stored: 4 or 8 bytes.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::V4(bytes) => bytes,
            Self::V6(bytes) => bytes,
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
}
