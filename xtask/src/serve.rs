//! `cargo xtask serve`: build, then serve `dist/` on 127.0.0.1.

use std::sync::Arc;
use std::thread;

use anyhow::Result;

use crate::build::{self, Profile};
use crate::dev::{Reloader, Sources};
use crate::server::{self, Site};
use crate::{paths, setup};

/// What the command line says.
pub struct Options {
    /// The port of 127.0.0.1.
    pub port: u16,
    /// Whether to build fast, and again at each change.
    pub dev: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 8080,
            dev: false,
        }
    }
}

/// Sets up, builds and serves, until the program is ended.
///
/// # Errors
/// When the port is taken (found out before anything is built) or the first build fails.
pub fn run(options: Options) -> Result<()> {
    let listener = server::claim(options.port)?;
    let setup = setup::for_build()?;
    let profile = Profile::from_dev_flag(options.dev);
    let mut sources = Sources::now();
    build::with(&setup, profile)?;
    let reloader = options.dev.then(Arc::<Reloader>::default);
    let site = Site {
        dir: paths::dist(),
        base: "/".to_owned(),
        reloader: reloader.clone(),
    };
    let address = server::start(listener, site)?;
    println!("==> serving {address} (end with Ctrl-C)");
    let Some(reloader) = reloader else {
        loop {
            thread::park();
        }
    };
    loop {
        sources = sources.wait_for_change();
        match build::with(&setup, profile) {
            Ok(()) => reloader.reload(),
            Err(error) => eprintln!("error: {error:#}"),
        }
    }
}
