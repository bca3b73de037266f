//! `serve --dev`: notices that a source has changed, and tells the open pages to load again.
//!
//! The script for that exists on this server alone and comes from its origin: the page's Content-Security-Policy stays what is shipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::paths;

const SCRIPT_NAME: &str = "dev-reload.js";
const VERSION_NAME: &str = "dev-version";
const SCRIPT: &str = "\
let seen;
setInterval(async () => {
  const answer = await fetch('dev-version').catch(() => null);
  if (!answer || !answer.ok) return;
  const version = await answer.text();
  if (seen !== undefined && seen !== version) location.reload();
  seen = version;
}, 500);
";
const POLL: Duration = Duration::from_millis(500);
/// What the build reads.
const SOURCES: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    "src",
    "crates",
    "scenarios",
    "www",
];
const SKIPPED: [&str; 2] = ["node_modules", "target"];

/// Counts the builds for the pages that ask.
#[derive(Default)]
pub struct Reloader {
    version: AtomicU32,
}

/// What the server says to a request.
pub struct Answer {
    /// The MIME type.
    pub content_type: &'static str,
    /// The content.
    pub body: Vec<u8>,
}

impl Reloader {
    /// Makes every open page load again.
    pub fn reload(&self) {
        self.version.fetch_add(1, Ordering::Relaxed);
    }

    /// The files that exist for `--dev` alone.
    pub fn answer(&self, name: &str) -> Option<Answer> {
        match name {
            SCRIPT_NAME => Some(Answer {
                content_type: "text/javascript; charset=utf-8",
                body: SCRIPT.as_bytes().to_vec(),
            }),
            VERSION_NAME => Some(Answer {
                content_type: "text/plain; charset=utf-8",
                body: self
                    .version
                    .load(Ordering::Relaxed)
                    .to_string()
                    .into_bytes(),
            }),
            _ => None,
        }
    }

    /// A page with the script added.
    pub fn inject(mut page: Vec<u8>) -> Vec<u8> {
        page.extend_from_slice(format!("<script src=\"{SCRIPT_NAME}\"></script>").as_bytes());
        page
    }
}

/// When each source was last written.
#[derive(PartialEq, Eq)]
pub struct Sources(BTreeMap<PathBuf, SystemTime>);

impl Sources {
    /// Looks at all of them.
    pub fn now() -> Self {
        let mut files = BTreeMap::new();
        for source in SOURCES {
            collect(&paths::root().join(source), &mut files);
        }
        Self(files)
    }

    /// Waits until one is not what it was; gives the new state.
    pub fn wait_for_change(&self) -> Self {
        loop {
            thread::sleep(POLL);
            let now = Self::now();
            if now != *self {
                return now;
            }
        }
    }
}

fn collect(path: &Path, files: &mut BTreeMap<PathBuf, SystemTime>) {
    if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            if !SKIPPED.iter().any(|name| entry.file_name() == *name) {
                collect(&entry.path(), files);
            }
        }
    } else if let Ok(modified) = fs::metadata(path).and_then(|metadata| metadata.modified()) {
        files.insert(path.to_owned(), modified);
    }
}
