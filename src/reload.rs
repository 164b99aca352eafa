//! SIGHUP: what can change while the portal serves is read anew: configuration, certificates, master keys. A file with mistakes, or
//! one that is gone, changes nothing.

use std::sync::Arc;

use portcullis_server::App;
use portcullis_server::radius::tls::Keys;
use portcullis_server::web::Certificates;
use tracing::{error, info, warn};

use crate::cli::Options;
use crate::config::Config;

/// What is served, and where its configuration comes from.
pub struct Served {
    /// The flags, with the configuration file that was found.
    pub options: Options,
    /// What was configured at the start.
    pub config: Config,
    /// The portal.
    pub app: App,
    /// What it shows to be itself, if it speaks HTTPS.
    pub certificates: Option<Arc<Certificates>>,
    /// The same for RADIUS over TLS, with those who vouch for clients.
    pub radius_keys: Option<Keys>,
}

impl Served {
    /// Reads configuration and certificates anew.
    pub fn reload(&self) {
        match Config::load(&self.options) {
            Ok(new) => self.take(&new),
            Err(mistakes) => {
                for mistake in mistakes.to_string().lines() {
                    error!(mistake, "the configuration stays as it was");
                }
            }
        }
        if let Err(why) = self.app.sealer.reread() {
            error!(%why, "the master keys stay as they were");
        }
        if let Some(certificates) = &self.certificates {
            certificates.reload();
        }
        if let Some(keys) = &self.radius_keys {
            keys.reload();
        }
    }

    fn take(&self, new: &Config) {
        for key in self.config.differs_for_good(new) {
            warn!(key, "this has changed, and holds after a restart");
        }
        let settings = new.live(&self.app.settings());
        self.app.set_settings(settings);
        info!("the configuration was read anew");
    }
}
