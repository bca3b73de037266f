//! The folder that a program may read.

use loopscope_engine::Disk;
use std::path::{Path, PathBuf};

/// A folder of this machine: files under it can be read, others do not exist.
pub struct Folder {
    /// The folder, absolute.
    pub root: PathBuf,
}

impl Folder {
    fn allowed(&self, path: &str) -> Option<PathBuf> {
        // A link may lead out of the folder: what counts is where it leads.
        let real = Path::new(path).canonicalize().ok()?;
        real.starts_with(&self.root).then_some(real)
    }
}

impl Disk for Folder {
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let path = self.allowed(path)?;
        path.is_file().then(|| std::fs::read(path).ok())?
    }

    fn list(&self, path: &str) -> Option<Vec<String>> {
        let entries = std::fs::read_dir(self.allowed(path)?).ok()?;
        let mut names: Vec<String> = entries
            .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
            .collect();
        names.sort();
        Some(names)
    }
}
