//! The load: connections that are kept alive, and workers that ask and check.
//!
//! HTTP is spoken by hand. The generator shares the cores with the server, and a client of hyper
//! spends about as much on a 204 as the server does; requests here are bytes made beforehand, and of an
//! answer only the head is looked at and the length of its body believed.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinSet;

/// A connection to a server on this machine.
pub struct Connection {
    from: Ipv4Addr,
    port: u16,
    stream: Option<TcpStream>,
    received: Vec<u8>,
}

/// What came back.
pub struct Answer<'a> {
    /// The status.
    pub status: u16,
    head: &'a str,
    /// The body.
    pub body: &'a [u8],
}

impl Connection {
    /// To a port, from the machine's usual address.
    pub fn new(port: u16) -> Self {
        Self::from(Ipv4Addr::LOCALHOST, port)
    }

    /// To a port, from an address of 127.0.0.0/8.
    pub fn from(from: Ipv4Addr, port: u16) -> Self {
        Self {
            from,
            port,
            stream: None,
            received: Vec::with_capacity(16 * 1024),
        }
    }

    /// Connects, unless it is connected.
    pub async fn open(&mut self) -> std::io::Result<()> {
        if self.stream.is_none() {
            let socket = TcpSocket::new_v4()?;
            socket.bind(SocketAddr::from((self.from, 0)))?;
            let server = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
            let stream = socket.connect(server).await?;
            stream.set_nodelay(true)?;
            self.stream = Some(stream);
        }
        Ok(())
    }

    /// Sends a request and waits for its answer. A server may have closed a connection that idled:
    /// then it is made anew, once.
    pub async fn ask(&mut self, request: &[u8]) -> Answer<'_> {
        let mut asked = self.try_ask(request).await;
        if asked.is_none() {
            asked = self.try_ask(request).await;
        }
        let (head, length) = asked.expect("an answer");
        let received = &self.received[..head + length];
        let (head, body) = received.split_at(head);
        let head = std::str::from_utf8(head).expect("a head in ASCII");
        Answer {
            status: head.get(9..12).and_then(|s| s.parse().ok()).unwrap(),
            head,
            body,
        }
    }

    /// The lengths of head and body; `None` when the connection was closed before any answer.
    async fn try_ask(&mut self, request: &[u8]) -> Option<(usize, usize)> {
        self.open().await.expect("a connection");
        self.received.clear();
        let sent = self.send(request).await;
        let mut head = None;
        while sent.is_ok() {
            if head.is_none() {
                head = self.received.windows(4).position(|end| end == b"\r\n\r\n");
            }
            if let Some(end) = head {
                let length = body_length(&self.received[..end]);
                if self.received.len() >= end + 4 + length {
                    return Some((end + 4, length));
                }
            }
            if !self.receive().await {
                break;
            }
        }
        self.stream = None;
        assert!(self.received.is_empty(), "an answer broke off");
        None
    }

    async fn send(&mut self, mut request: &[u8]) -> std::io::Result<()> {
        let stream = self.stream.as_ref().expect("a connection");
        while !request.is_empty() {
            match stream.try_write(request) {
                Ok(written) => request = &request[written..],
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                    stream.writable().await?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// False when there will be no more.
    async fn receive(&mut self) -> bool {
        let stream = self.stream.as_ref().expect("a connection");
        loop {
            if stream.readable().await.is_err() {
                return false;
            }
            match stream.try_read_buf(&mut self.received) {
                Ok(read) => return read > 0,
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
                Err(_) => return false,
            }
        }
    }
}

fn body_length(head: &[u8]) -> usize {
    let head = std::str::from_utf8(head).expect("a head in ASCII");
    let length = value(head, "content-length").map(|length| length.parse().expect("a length"));
    assert!(
        value(head, "transfer-encoding").is_none(),
        "a body of unknown length"
    );
    length.unwrap_or(0)
}

/// A header's value; hyper writes names in lower case.
fn value<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    values(head, name).next()
}

fn values<'a>(head: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    head.split("\r\n").filter_map(move |line| {
        let rest = line.strip_prefix(name)?;
        rest.strip_prefix(':').map(str::trim)
    })
}

impl Answer<'_> {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        value(self.head, name)
    }

    /// The value of a cookie that it sets.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let mut cookies = values(self.head, "set-cookie");
        cookies.find_map(|cookie| {
            let value = cookie.strip_prefix(name)?.strip_prefix('=')?;
            value.split(';').next().filter(|value| !value.is_empty())
        })
    }

    /// Demands a status.
    #[track_caller]
    pub fn expects(&self, status: u16) -> &Self {
        let body = String::from_utf8_lossy(self.body);
        assert_eq!(self.status, status, "{}{body}", self.head);
        self
    }
}

/// Something that is done over and over on a connection of its own.
pub trait Worker: Send + 'static {
    /// Does it once and checks it; false when there is nothing left to do.
    fn work(&mut self) -> impl Future<Output = bool> + Send;
}

/// What the workers did.
pub struct Done {
    /// How often.
    pub count: u64,
    /// In how many seconds.
    pub seconds: f64,
    /// How long each took, in seconds, shortest first.
    pub took: Vec<f64>,
}

impl Done {
    /// How often a second.
    pub fn rate(&self) -> f64 {
        self.count as f64 / self.seconds
    }

    /// How long the one in the middle took, in seconds.
    pub fn p50(&self) -> f64 {
        self.took
            .get(self.took.len() / 2)
            .copied()
            .unwrap_or(f64::NAN)
    }
}

/// Lets workers work at a time, each as fast as it is answered.
pub async fn run<W: Worker>(workers: Vec<W>, time: Duration) -> Done {
    let start = Instant::now();
    let mut tasks = JoinSet::new();
    for mut worker in workers {
        tasks.spawn(async move {
            let mut took = Vec::new();
            loop {
                let begun = Instant::now();
                if begun - start >= time || !worker.work().await {
                    return took;
                }
                took.push(begun.elapsed().as_secs_f64());
            }
        });
    }
    let mut took = Vec::new();
    while let Some(worked) = tasks.join_next().await {
        took.extend(worked.expect("a worker whose answers are right"));
    }
    let seconds = start.elapsed().as_secs_f64();
    took.sort_by(f64::total_cmp);
    Done {
        count: took.len() as u64,
        seconds,
        took,
    }
}
