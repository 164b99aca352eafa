//! How many connections each address has, so that no single client takes all of them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;

/// The connections of every address that has one.
#[derive(Clone)]
pub struct Seats {
    taken: Arc<Mutex<HashMap<IpAddr, Taken>>>,
    speaking: usize,
}

/// What one address has.
struct Taken {
    count: usize,
    share: Arc<Semaphore>,
}

/// One connection of an address; given back when dropped.
pub struct Seat {
    seats: Seats,
    address: IpAddr,
    share: Arc<Semaphore>,
}

impl Seats {
    /// Nobody has any yet; so many of each address may be served at a time.
    pub fn new(speaking: usize) -> Self {
        Self {
            taken: Arc::default(),
            speaking,
        }
    }

    /// One more connection of an address, unless it has as many as it may.
    pub fn take(&self, address: IpAddr, most: usize) -> Option<Seat> {
        let address = holder(address);
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let has = taken.entry(address).or_insert_with(|| Taken {
            count: 0,
            share: Arc::new(Semaphore::new(self.speaking)),
        });
        if has.count >= most {
            return None;
        }
        has.count += 1;
        let share = has.share.clone();
        drop(taken);
        Some(Seat {
            seats: self.clone(),
            address,
            share,
        })
    }
}

impl Seat {
    /// The places of its address among the connections that are served.
    pub fn share(&self) -> Arc<Semaphore> {
        self.share.clone()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let taken = &self.seats.taken;
        let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Entry::Occupied(mut has) = taken.entry(self.address) {
            has.get_mut().count -= 1;
            if has.get().count == 0 {
                has.remove();
            }
        }
    }
}

/// Whom an address stands for: an IPv6 client is given a whole /64.
fn holder(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from(u128::from(address) >> 64 << 64).into(),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn each_address_has_its_own_seats_and_gets_them_back() {
        let seats = Seats::new(1);
        let first = seats.take(at("192.0.2.1"), 2);
        let second = seats.take(at("::ffff:192.0.2.1"), 2);
        assert!(first.is_some() && second.is_some());
        assert!(seats.take(at("192.0.2.1"), 2).is_none());
        assert!(seats.take(at("192.0.2.2"), 2).is_some());
        drop(first);
        assert!(seats.take(at("192.0.2.1"), 2).is_some());
        drop(second);
        assert!(seats.taken.lock().unwrap().is_empty());
    }

    #[test]
    fn a_network_of_64_bits_is_one_client() {
        let seats = Seats::new(1);
        let _first = seats.take(at("2001:db8::1"), 1).unwrap();
        assert!(seats.take(at("2001:db8::ffff:1"), 1).is_none());
        assert!(seats.take(at("2001:db8:0:1::1"), 1).is_some());
    }
}
