//! A connection on which one can send what no client sends.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

/// How long anything may take before the story has failed.
const AT_MOST: Duration = Duration::from_mins(1);

/// A bare connection.
pub struct Wire(TcpStream);

impl Wire {
    /// To the portal at an address like `http://localhost:8080`.
    pub async fn to(url: &str) -> Self {
        Self::from("127.0.0.1", url).await.unwrap()
    }

    /// The same from one of this machine's addresses.
    pub async fn from(address: &str, url: &str) -> std::io::Result<Self> {
        let port = url.rsplit(':').next().unwrap().parse().unwrap();
        let socket = TcpSocket::new_v4()?;
        socket.set_reuseaddr(true)?;
        socket.bind(SocketAddr::new(address.parse().unwrap(), 0))?;
        let stream = socket.connect(SocketAddr::from(([127, 0, 0, 1], port)));
        Ok(Self(stream.await?))
    }

    /// Sends bytes; says whether the portal still takes them.
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.0.write_all(bytes.as_ref()).await.is_ok()
    }

    /// Everything until the portal closes the connection.
    pub async fn rest(&mut self) -> String {
        let mut bytes = Vec::new();
        let read = tokio::time::timeout(AT_MOST, self.0.read_to_end(&mut bytes));
        let _ = read.await.expect("the portal closes the connection"); // a reset closes it too
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// What the portal says within a while, if anything.
    pub async fn said(&mut self, within: Duration) -> String {
        let mut bytes = vec![0; 16 * 1024];
        let read = tokio::time::timeout(within, self.0.read(&mut bytes)).await;
        let length = read.map_or(0, Result::unwrap_or_default);
        String::from_utf8_lossy(&bytes[..length]).into_owned()
    }

    /// One answer with its body; nothing if the portal closes the connection instead.
    pub async fn answer(&mut self) -> String {
        let mut bytes = Vec::new();
        let read = async {
            while !bytes.ends_with(b"\r\n\r\n") {
                bytes.push(self.0.read_u8().await.ok()?);
            }
            let head = String::from_utf8_lossy(&bytes).to_lowercase();
            let length = head.split("content-length: ").nth(1)?.lines().next()?;
            let mut body = vec![0; length.parse().ok()?];
            self.0.read_exact(&mut body).await.ok()?;
            bytes.extend(body);
            Some(())
        };
        let whole = tokio::time::timeout(AT_MOST, read);
        match whole.await.expect("an answer or an end") {
            Some(()) => String::from_utf8_lossy(&bytes).into_owned(),
            None => String::new(),
        }
    }
}
