//! The virtual disk: the scenario's files, what the program wrote, and what a host lends for reading.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Files that a host lends. They are only read; what the program writes stays in memory.
pub trait Disk {
    /// The content of a file, or nothing if there is no such file.
    fn read(&self, path: &str) -> Option<Vec<u8>>;
    /// The names in a folder, or nothing if there is no such folder.
    fn list(&self, path: &str) -> Option<Vec<String>>;
}

/// A host without files.
pub struct NoDisk;

impl Disk for NoDisk {
    fn read(&self, _path: &str) -> Option<Vec<u8>> {
        None
    }
    fn list(&self, _path: &str) -> Option<Vec<String>> {
        None
    }
}

/// Why an operation on the disk failed, as Node names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskError {
    /// No such file or directory.
    NotFound,
    /// Illegal operation on a directory.
    IsDirectory,
    /// Not a directory.
    NotDirectory,
}

impl DiskError {
    /// Node's code.
    pub fn code(self) -> &'static str {
        match self {
            DiskError::NotFound => "ENOENT",
            DiskError::IsDirectory => "EISDIR",
            DiskError::NotDirectory => "ENOTDIR",
        }
    }

    /// The negated number of Linux.
    pub fn errno(self) -> i32 {
        match self {
            DiskError::NotFound => -2,
            DiskError::IsDirectory => -21,
            DiskError::NotDirectory => -20,
        }
    }

    /// libuv's text.
    pub fn text(self) -> &'static str {
        match self {
            DiskError::NotFound => "no such file or directory",
            DiskError::IsDirectory => "illegal operation on a directory",
            DiskError::NotDirectory => "not a directory",
        }
    }
}

/// What a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A file of so many bytes.
    File(u64),
    /// A folder.
    Directory,
}

/// All files by absolute path. Paths are expected in normal form (see [`normalize`]).
pub struct VirtualDisk {
    files: BTreeMap<String, Vec<u8>>,
    directories: BTreeSet<String>,
    removed: BTreeSet<String>,
    host: Rc<dyn Disk>,
}

impl VirtualDisk {
    /// A disk with these files, their folders, and `/tmp`.
    pub fn new(
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
        cwd: &str,
        host: Rc<dyn Disk>,
    ) -> VirtualDisk {
        let mut disk = VirtualDisk {
            files: BTreeMap::new(),
            directories: BTreeSet::from(["/".to_owned()]),
            removed: BTreeSet::new(),
            host,
        };
        disk.add_directories("/tmp/x");
        disk.add_directories(&format!("{cwd}/x"));
        for (path, content) in files {
            disk.add_directories(&path);
            disk.files.insert(path, content);
        }
        disk
    }

    /// What the host lends.
    pub fn host(&self) -> Rc<dyn Disk> {
        self.host.clone()
    }

    fn add_directories(&mut self, path: &str) {
        for (at, _) in path.match_indices('/').filter(|(at, _)| *at > 0) {
            self.directories.insert(path[..at].to_owned());
        }
    }

    /// What the path is, if it exists.
    ///
    /// # Errors
    /// [`DiskError::NotFound`], or [`DiskError::NotDirectory`] if a file stands where a folder should.
    pub fn stat(&self, path: &str) -> Result<Entry, DiskError> {
        if let Some(content) = self.files.get(path) {
            return Ok(Entry::File(content.len() as u64));
        }
        if self.directories.contains(path) {
            return Ok(Entry::Directory);
        }
        if !self.removed.contains(path) {
            if let Some(content) = self.host.read(path) {
                return Ok(Entry::File(content.len() as u64));
            }
            if self.host.list(path).is_some() {
                return Ok(Entry::Directory);
            }
        }
        match parent(path).filter(|p| *p != path) {
            Some(parent) if matches!(self.stat(parent), Ok(Entry::File(_))) => {
                Err(DiskError::NotDirectory)
            }
            _ => Err(DiskError::NotFound),
        }
    }

    /// The content of a file.
    ///
    /// # Errors
    /// If it does not exist or is a folder.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, DiskError> {
        match self.stat(path)? {
            Entry::Directory => Err(DiskError::IsDirectory),
            Entry::File(_) => Ok(match self.files.get(path) {
                Some(content) => content.clone(),
                None => self.host.read(path).unwrap_or_default(),
            }),
        }
    }

    /// Writes a file, in memory; `append` puts the content behind what is there.
    ///
    /// # Errors
    /// If its folder does not exist, or it is a folder.
    pub fn write(&mut self, path: &str, content: &[u8], append: bool) -> Result<(), DiskError> {
        match self.stat(path) {
            Ok(Entry::Directory) => return Err(DiskError::IsDirectory),
            Ok(Entry::File(_)) => {}
            Err(DiskError::NotDirectory) => return Err(DiskError::NotDirectory),
            Err(_) => match self.stat(parent(path).unwrap_or("/"))? {
                Entry::Directory => {}
                Entry::File(_) => return Err(DiskError::NotDirectory),
            },
        }
        let mut whole = if append {
            self.read(path).unwrap_or_default()
        } else {
            Vec::new()
        };
        whole.extend_from_slice(content);
        self.removed.remove(path);
        self.files.insert(path.to_owned(), whole);
        Ok(())
    }

    /// Removes a file, in memory.
    ///
    /// # Errors
    /// If it does not exist or is a folder.
    pub fn unlink(&mut self, path: &str) -> Result<(), DiskError> {
        match self.stat(path)? {
            Entry::Directory => Err(DiskError::IsDirectory),
            Entry::File(_) => {
                self.files.remove(path);
                self.removed.insert(path.to_owned());
                Ok(())
            }
        }
    }

    /// The names in a folder, sorted.
    ///
    /// # Errors
    /// If it does not exist or is a file.
    pub fn list(&self, path: &str) -> Result<Vec<String>, DiskError> {
        if let Entry::File(_) = self.stat(path)? {
            return Err(DiskError::NotDirectory);
        }
        let inside = |candidate: &String| {
            parent(candidate)
                .filter(|p| *p == path && candidate != path)
                .map(|_| base_name(candidate).to_owned())
        };
        let mut names: BTreeSet<String> = self
            .files
            .keys()
            .chain(&self.directories)
            .filter_map(inside)
            .collect();
        let lent = self.host.list(path).unwrap_or_default();
        let prefix = if path == "/" { "" } else { path };
        names.extend(
            lent.into_iter()
                .filter(|name| !self.removed.contains(&format!("{prefix}/{name}"))),
        );
        Ok(names.into_iter().collect())
    }
}

/// The folder of an absolute path; nothing for the root.
pub fn parent(path: &str) -> Option<&str> {
    match path.rfind('/') {
        Some(0) if path.len() > 1 => Some("/"),
        Some(0) | None => None,
        Some(at) => Some(&path[..at]),
    }
}

/// The last part of a path.
pub fn base_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// An absolute path without `.`, `..` and doubled slashes; a relative one is taken from `cwd`.
pub fn normalize(cwd: &str, path: &str) -> String {
    let whole = if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("{cwd}/{path}")
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disk() -> VirtualDisk {
        let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
        VirtualDisk::new(
            [file("/app/main.js", "main"), file("/app/lib/a.txt", "aa")],
            "/app",
            Rc::new(NoDisk),
        )
    }

    #[test]
    fn names_errors_as_linux_does() {
        let mut disk = disk();
        assert_eq!(disk.stat("/nope"), Err(DiskError::NotFound));
        assert_eq!(disk.stat("/app/main.js/x"), Err(DiskError::NotDirectory));
        assert_eq!(disk.read("/app/lib"), Err(DiskError::IsDirectory));
        assert_eq!(disk.write("/nope/x", b"", false), Err(DiskError::NotFound));
        assert_eq!(disk.list("/app/main.js"), Err(DiskError::NotDirectory));
        assert_eq!(disk.unlink("/app/lib"), Err(DiskError::IsDirectory));
    }

    #[test]
    fn what_is_written_is_read() {
        let mut disk = disk();
        disk.write("/tmp/x", b"one", false).unwrap();
        disk.write("/tmp/x", b"two", true).unwrap();
        assert_eq!(disk.read("/tmp/x").unwrap(), b"onetwo");
        disk.unlink("/tmp/x").unwrap();
        assert_eq!(disk.stat("/tmp/x"), Err(DiskError::NotFound));
        assert_eq!(disk.list("/app").unwrap(), ["lib", "main.js"]);
    }

    #[test]
    fn paths_are_made_normal() {
        assert_eq!(normalize("/app", "./a/../b//c"), "/app/b/c");
        assert_eq!(normalize("/app", "/../x/."), "/x");
        assert_eq!(parent("/a"), Some("/"));
        assert_eq!(parent("/"), None);
    }
}
