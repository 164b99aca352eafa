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
}
