//! The virtual disk: the scenario's files, what the program wrote, and what a host lends for reading.
//!
//! The process owns everything on it. [`tree`] holds the files and their names, [`descriptors`] what is open.

pub mod descriptors;
mod error;
mod path;
mod tree;

pub use error::DiskError;
pub use path::{base_name, normalize, parent};

use descriptors::Descriptor;
use loopscope_model::numbered::Numbered;
use std::cell::RefCell;
use std::rc::Rc;
use tree::{Content, NodeId, Tree};

/// What a new file's mode lacks.
pub const UMASK: u32 = 0o022;

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

/// What a path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A file of so many bytes.
    File(u64),
    /// A folder.
    Directory,
    /// A symbolic link whose target's name is so many bytes long.
    Link(u64),
}

/// What `stat` tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Facts {
    /// What it is.
    pub entry: Entry,
    /// The bits of permission.
    pub mode: u32,
    /// The number of its names.
    pub links: u32,
    /// Its number on the disk.
    pub inode: u32,
    /// When it was read, changed, changed in its facts, and made: milliseconds since the epoch.
    pub times: [f64; 4],
}

/// All files by absolute path. Paths are expected in normal form (see [`normalize`]); symbolic links are followed.
pub struct VirtualDisk {
    tree: RefCell<Tree>,
    descriptors: RefCell<Numbered<u32, Descriptor>>,
}

impl VirtualDisk {
    /// A disk with these files, their folders, and `/tmp`, as it is at this time in milliseconds since the epoch.
    pub fn new(
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
        cwd: &str,
        host: Rc<dyn Disk>,
        now: f64,
    ) -> VirtualDisk {
        let mut tree = Tree::new(host, now);
        let folders = |tree: &mut Tree, path: &str| {
            for (at, _) in path.match_indices('/').filter(|(at, _)| *at > 0) {
                if tree.lookup(&path[..at]).is_none() {
                    tree.make(&path[..at], Content::Directory, 0o755);
                }
            }
        };
        folders(&mut tree, "/tmp/x");
        folders(&mut tree, &format!("{cwd}/x"));
        for (path, content) in files {
            folders(&mut tree, &path);
            tree.make(&path, Content::File(content), 0o644);
        }
        VirtualDisk {
            tree: RefCell::new(tree),
            descriptors: RefCell::default(),
        }
    }

    /// What the host lends.
    pub fn host(&self) -> Rc<dyn Disk> {
        self.tree.borrow().host.clone()
    }

    /// Tells the disk the time, in milliseconds since the epoch.
    pub fn set_time(&self, now: f64) {
        self.tree.borrow_mut().now = now;
    }

    /// What the path is, if it exists.
    ///
    /// # Errors
    /// [`DiskError::NotFound`], or [`DiskError::NotDirectory`] if a file stands where a folder should.
    pub fn stat(&self, path: &str) -> Result<Entry, DiskError> {
        self.facts_at(path, true).map(|facts| facts.entry)
    }

    /// The facts of what is at a path; of a symbolic link itself unless `follow`.
    ///
    /// # Errors
    /// As [`VirtualDisk::stat`].
    pub fn facts_at(&self, path: &str, follow: bool) -> Result<Facts, DiskError> {
        let node = self.tree.borrow_mut().find(path, follow)?;
        self.facts(node)
    }

    fn facts(&self, id: NodeId) -> Result<Facts, DiskError> {
        let tree = self.tree.borrow();
        let node = tree.node(id).ok_or(DiskError::NotFound)?;
        let entry = match &node.content {
            Content::File(bytes) => Entry::File(bytes.len() as u64),
            Content::Directory => Entry::Directory,
            Content::Link(target) => Entry::Link(target.len() as u64),
        };
        Ok(Facts {
            entry,
            mode: node.mode,
            links: node.links,
            inode: id,
            times: node.times,
        })
    }

    /// The content of a file.
    ///
    /// # Errors
    /// If it does not exist, is a folder, or may not be read.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, DiskError> {
        let mut tree = self.tree.borrow_mut();
        let id = tree.find(path, true)?;
        let node = tree.node(id).ok_or(DiskError::NotFound)?;
        match &node.content {
            _ if !node.allows(4) => Err(DiskError::Access),
            Content::File(bytes) => Ok(bytes.clone()),
            _ => Err(DiskError::IsDirectory),
        }
    }

    /// Whether the process may do this with what is at a path: 4 read, 2 write, 1 execute.
    ///
    /// # Errors
    /// [`DiskError::Access`] if not.
    pub fn access(&self, path: &str, wanted: u32) -> Result<(), DiskError> {
        let mut tree = self.tree.borrow_mut();
        let id = tree.find(path, true)?;
        let allowed = tree.node(id).is_some_and(|node| node.allows(wanted));
        allowed.then_some(()).ok_or(DiskError::Access)
    }

    /// The names in a folder, sorted.
    ///
    /// # Errors
    /// If it does not exist, is a file, or may not be read.
    pub fn list(&self, path: &str) -> Result<Vec<String>, DiskError> {
        let mut tree = self.tree.borrow_mut();
        let path = tree.walk(path, true)?;
        let id = tree.lookup(&path).ok_or(DiskError::NotFound)?;
        match tree.node(id) {
            Some(node) if !node.is_directory() => Err(DiskError::NotDirectory),
            Some(node) if !node.allows(4) => Err(DiskError::Access),
            _ => Ok(tree.names_in(&path)),
        }
    }

    /// Removes a name of a file or of a symbolic link.
    ///
    /// # Errors
    /// If it does not exist or is a folder.
    pub fn unlink(&self, path: &str) -> Result<(), DiskError> {
        let mut tree = self.tree.borrow_mut();
        let path = tree.walk(path, false)?;
        let id = tree.lookup(&path).ok_or(DiskError::NotFound)?;
        if tree.node(id).is_some_and(tree::Node::is_directory) {
            return Err(DiskError::IsDirectory);
        }
        tree.check_parent(&path)?;
        tree.take_name(&path);
        if !self.is_open(id) {
            tree.forget(id);
        }
        Ok(())
    }

    /// Removes an empty folder.
    ///
    /// # Errors
    /// If it does not exist, is none, or is not empty.
    pub fn remove_directory(&self, path: &str) -> Result<(), DiskError> {
        let mut tree = self.tree.borrow_mut();
        let path = tree.walk(path, false)?;
        let id = tree.lookup(&path).ok_or(DiskError::NotFound)?;
        if !tree.node(id).is_some_and(tree::Node::is_directory) {
            return Err(DiskError::NotDirectory);
        }
        if !tree.names_in(&path).is_empty() {
            return Err(DiskError::NotEmpty);
        }
        tree.check_parent(&path)?;
        tree.take_name(&path);
        tree.forget(id);
        Ok(())
    }

    /// Makes a folder.
    ///
    /// # Errors
    /// If something of that name exists, or the folder that it should be in does not.
    pub fn make_directory(&self, path: &str, mode: u32) -> Result<(), DiskError> {
        let content = Content::Directory;
        self.make(path, content, mode & !UMASK)
    }

    /// Makes a symbolic link to `target`, which need not exist.
    ///
    /// # Errors
    /// As [`VirtualDisk::make_directory`].
    pub fn symlink(&self, target: &str, path: &str) -> Result<(), DiskError> {
        self.make(path, Content::Link(target.to_owned()), 0o777)
    }

    fn make(&self, path: &str, content: Content, mode: u32) -> Result<(), DiskError> {
        let mut tree = self.tree.borrow_mut();
        let path = tree.walk(path, false)?;
        if tree.lookup(&path).is_some() {
            return Err(DiskError::Exists);
        }
        tree.check_parent(&path)?;
        tree.make(&path, content, mode);
        Ok(())
    }

    /// Where a symbolic link leads.
    ///
    /// # Errors
    /// [`DiskError::Invalid`] if it is none.
    pub fn read_link(&self, path: &str) -> Result<String, DiskError> {
        let mut tree = self.tree.borrow_mut();
        let id = tree.find(path, false)?;
        match tree.node(id).map(|node| &node.content) {
            Some(Content::Link(target)) => Ok(target.clone()),
            _ => Err(DiskError::Invalid),
        }
    }

    /// The path without symbolic links.
    ///
    /// # Errors
    /// If it leads nowhere.
    pub fn real_path(&self, path: &str) -> Result<String, DiskError> {
        let mut tree = self.tree.borrow_mut();
        let path = tree.walk(path, true)?;
        tree.lookup(&path).ok_or(DiskError::NotFound)?;
        Ok(path)
    }

    /// Gives a file a second name.
    ///
    /// # Errors
    /// If it is a folder, or the new name exists.
    pub fn link(&self, from: &str, to: &str) -> Result<(), DiskError> {
        let mut tree = self.tree.borrow_mut();
        let id = tree.find(from, false)?;
        let to = tree.walk(to, false)?;
        if tree.lookup(&to).is_some() {
            return Err(DiskError::Exists);
        }
        if tree.node(id).is_some_and(tree::Node::is_directory) {
            return Err(DiskError::NotPermitted);
        }
        tree.check_parent(&to)?;
        tree.give_name(&to, id);
        Ok(())
    }

    /// Gives a file or folder another name; what had that name is replaced.
    ///
    /// # Errors
    /// As Linux's `rename`.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), DiskError> {
        let mut tree = self.tree.borrow_mut();
        let from = tree.walk(from, false)?;
        let id = tree.lookup(&from).ok_or(DiskError::NotFound)?;
        let to = tree.walk(to, false)?;
        tree.check_parent(&to)?;
        if to.starts_with(&format!("{from}/")) {
            return Err(DiskError::Invalid);
        }
        let is_directory = |tree: &Tree, id| tree.node(id).is_some_and(tree::Node::is_directory);
        if let Some(other) = tree.lookup(&to) {
            if other == id {
                return Ok(());
            }
            match (is_directory(&tree, id), is_directory(&tree, other)) {
                (false, true) => return Err(DiskError::IsDirectory),
                (true, false) => return Err(DiskError::NotDirectory),
                (true, true) if !tree.names_in(&to).is_empty() => {
                    return Err(DiskError::NotEmpty);
                }
                _ => {}
            }
        }
        tree.check_parent(&from)?;
        tree.rename(&from, &to);
        Ok(())
    }

    /// Copies a file; one that exists is replaced unless `exclusive`.
    ///
    /// # Errors
    /// If one of them is a folder, or the file exists.
    pub fn copy(&self, from: &str, to: &str, exclusive: bool) -> Result<(), DiskError> {
        let bytes = self.read(from)?;
        let mode = self.facts_at(from, true)?.mode;
        let open = flags_of_copy(exclusive);
        if self.stat(to) == Ok(Entry::Directory) {
            return Err(DiskError::IsDirectory);
        }
        let fd = self.open(to, open, mode)?;
        let written = self.write_at(fd, &bytes, None);
        self.close(fd)?;
        written
    }

    /// Sets the permissions of what is at a path.
    ///
    /// # Errors
    /// If it does not exist.
    pub fn set_mode(&self, path: &str, mode: u32) -> Result<(), DiskError> {
        let node = self.tree.borrow_mut().find(path, true)?;
        self.set_mode_of_node(node, mode)
    }

    fn set_mode_of_node(&self, id: NodeId, mode: u32) -> Result<(), DiskError> {
        let mut tree = self.tree.borrow_mut();
        let now = tree.now;
        let node = tree.node_mut(id).ok_or(DiskError::NotFound)?;
        node.mode = mode & 0o7777;
        node.times[2] = now;
        Ok(())
    }

    /// Sets when what is at a path was read and changed, in milliseconds since the epoch.
    ///
    /// # Errors
    /// If it does not exist.
    pub fn set_times(
        &self,
        path: &str,
        follow: bool,
        read: f64,
        changed: f64,
    ) -> Result<(), DiskError> {
        let node = self.tree.borrow_mut().find(path, follow)?;
        self.set_times_of_node(node, read, changed)
    }

    fn set_times_of_node(&self, id: NodeId, read: f64, changed: f64) -> Result<(), DiskError> {
        let mut tree = self.tree.borrow_mut();
        let now = tree.now;
        let node = tree.node_mut(id).ok_or(DiskError::NotFound)?;
        node.times = [read, changed, now, node.times[3]];
        Ok(())
    }
}

const fn flags_of_copy(exclusive: bool) -> u32 {
    use descriptors::flags::{CREAT, EXCL, TRUNC, WRONLY};
    WRONLY | CREAT | if exclusive { EXCL } else { TRUNC }
}

#[cfg(test)]
mod tests;
