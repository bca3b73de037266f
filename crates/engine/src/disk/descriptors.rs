//! Open files.

use super::tree::{Content, NodeId};
use super::{DiskError, Facts, VirtualDisk};

/// What `open` may be asked for, as bits of Linux.
pub mod flags {
    /// Only writing.
    pub const WRONLY: u32 = 1;
    /// Reading and writing.
    pub const RDWR: u32 = 2;
    /// The file is made if it is not there.
    pub const CREAT: u32 = 0o100;
    /// With [`CREAT`]: it must not be there.
    pub const EXCL: u32 = 0o200;
    /// Its content goes.
    pub const TRUNC: u32 = 0o1000;
    /// Each write goes to the end.
    pub const APPEND: u32 = 0o2000;
    /// It must be a directory.
    pub const DIRECTORY: u32 = 0o200_000;
}

/// Those of a process of Node that runs a program: its own come before.
const FIRST: u32 = 18;

/// No file may be longer, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// An open file.
#[derive(Debug, Clone)]
pub(super) struct Descriptor {
    node: NodeId,
    position: u64,
    flags: u32,
}

impl Descriptor {
    fn reads(&self) -> bool {
        self.flags & flags::WRONLY == 0
    }

    fn writes(&self) -> bool {
        self.flags & (flags::WRONLY | flags::RDWR) != 0
    }
}

impl VirtualDisk {
    /// Opens a file and gives its descriptor, the lowest that is free. `mode` is that of a file that is made.
    ///
    /// # Errors
    /// As Linux's `open`.
    pub fn open(&self, path: &str, open: u32, mode: u32) -> Result<u32, DiskError> {
        let node = {
            let mut tree = self.tree.borrow_mut();
            let exclusive = open & flags::CREAT != 0 && open & flags::EXCL != 0;
            let path = tree.walk(path, !exclusive)?;
            match tree.lookup(&path) {
                Some(_) if exclusive => return Err(DiskError::Exists),
                Some(id) => {
                    let now = tree.now;
                    let node = tree.node_mut(id).ok_or(DiskError::NotFound)?;
                    let writes = open & (flags::WRONLY | flags::RDWR) != 0;
                    if node.is_directory() && (writes || open & flags::CREAT != 0) {
                        return Err(DiskError::IsDirectory);
                    }
                    if !node.is_directory() && open & flags::DIRECTORY != 0 {
                        return Err(DiskError::NotDirectory);
                    }
                    let wanted = match open & 3 {
                        0 => 4,
                        flags::WRONLY => 2,
                        _ => 6,
                    };
                    if !node.allows(wanted) {
                        return Err(DiskError::Access);
                    }
                    if open & flags::TRUNC != 0 {
                        node.content = Content::File(Vec::new());
                        node.touch(now);
                    }
                    id
                }
                None if open & flags::CREAT == 0 => return Err(DiskError::NotFound),
                None => {
                    tree.check_parent(&path)?;
                    tree.make(&path, Content::File(Vec::new()), mode & !super::UMASK)
                }
            }
        };
        let mut descriptors = self.descriptors.borrow_mut();
        let fd = (FIRST..)
            .find(|fd| !descriptors.contains_key(fd))
            .unwrap_or(FIRST);
        let descriptor = Descriptor {
            node,
            position: 0,
            flags: open,
        };
        descriptors.insert(fd, descriptor);
        Ok(fd)
    }

    /// Closes a descriptor.
    ///
    /// # Errors
    /// If it is not open.
    pub fn close(&self, fd: u32) -> Result<(), DiskError> {
        let closed = self.descriptors.borrow_mut().remove(&fd);
        let closed = closed.ok_or(DiskError::BadDescriptor)?;
        if !self.is_open(closed.node) {
            self.tree.borrow_mut().forget(closed.node);
        }
        Ok(())
    }

    /// Reads at most so many bytes, at a position or where the last read or write ended.
    ///
    /// # Errors
    /// As Linux's `read` and `pread`.
    pub fn read_at(
        &self,
        fd: u32,
        length: u64,
        position: Option<u64>,
    ) -> Result<Vec<u8>, DiskError> {
        let mut descriptors = self.descriptors.borrow_mut();
        let descriptor = descriptors
            .get_mut(&fd)
            .filter(|d| d.reads())
            .ok_or(DiskError::BadDescriptor)?;
        let tree = self.tree.borrow();
        let node = tree.node(descriptor.node).ok_or(DiskError::BadDescriptor)?;
        let Content::File(bytes) = &node.content else {
            return Err(DiskError::IsDirectory);
        };
        let size = bytes.len() as u64;
        let start = position.unwrap_or(descriptor.position).min(size);
        let end = start.saturating_add(length).min(size);
        if position.is_none() {
            descriptor.position = end;
        }
        Ok(bytes[start as usize..end as usize].to_vec())
    }

    /// Writes bytes, at a position or where the last read or write ended; at the end of a file that is appended to.
    ///
    /// # Errors
    /// As Linux's `write` and `pwrite`.
    pub fn write_at(&self, fd: u32, bytes: &[u8], position: Option<u64>) -> Result<(), DiskError> {
        let mut descriptors = self.descriptors.borrow_mut();
        let descriptor = descriptors
            .get_mut(&fd)
            .filter(|d| d.writes())
            .ok_or(DiskError::BadDescriptor)?;
        let mut tree = self.tree.borrow_mut();
        let now = tree.now;
        let node = tree
            .node_mut(descriptor.node)
            .ok_or(DiskError::BadDescriptor)?;
        let Content::File(content) = &mut node.content else {
            return Err(DiskError::BadDescriptor);
        };
        let start = if descriptor.flags & flags::APPEND != 0 {
            content.len() as u64
        } else {
            position.unwrap_or(descriptor.position)
        };
        let end = start.saturating_add(bytes.len() as u64);
        if end > LARGEST {
            return Err(DiskError::TooLarge);
        }
        if content.len() < end as usize {
            content.resize(end as usize, 0);
        }
        content[start as usize..end as usize].copy_from_slice(bytes);
        if position.is_none() {
            descriptor.position = end;
        }
        node.touch(now);
        Ok(())
    }

    /// Makes a file this long.
    ///
    /// # Errors
    /// As Linux's `ftruncate`.
    pub fn truncate(&self, fd: u32, length: u64) -> Result<(), DiskError> {
        if length > LARGEST {
            return Err(DiskError::TooLarge);
        }
        let node = {
            let descriptors = self.descriptors.borrow();
            let descriptor = descriptors.get(&fd).ok_or(DiskError::BadDescriptor)?;
            if !descriptor.writes() {
                return Err(DiskError::Invalid);
            }
            descriptor.node
        };
        let mut tree = self.tree.borrow_mut();
        let now = tree.now;
        let node = tree.node_mut(node).ok_or(DiskError::BadDescriptor)?;
        match &mut node.content {
            Content::File(content) => content.resize(length as usize, 0),
            _ => return Err(DiskError::Invalid),
        }
        node.touch(now);
        Ok(())
    }

    /// The facts of an open file.
    ///
    /// # Errors
    /// If it is not open.
    pub fn facts_of(&self, fd: u32) -> Result<Facts, DiskError> {
        let node = self.node_of(fd)?;
        self.facts(node)
    }

    /// Sets the permissions of an open file.
    ///
    /// # Errors
    /// If it is not open.
    pub fn set_mode_of(&self, fd: u32, mode: u32) -> Result<(), DiskError> {
        let node = self.node_of(fd)?;
        self.set_mode_of_node(node, mode)
    }

    /// Sets when an open file was read and changed, in milliseconds since the epoch.
    ///
    /// # Errors
    /// If it is not open.
    pub fn set_times_of(&self, fd: u32, read: f64, changed: f64) -> Result<(), DiskError> {
        let node = self.node_of(fd)?;
        self.set_times_of_node(node, read, changed)
    }

    /// Whether a descriptor leads to a node.
    pub(super) fn is_open(&self, node: NodeId) -> bool {
        let descriptors = self.descriptors.borrow();
        descriptors
            .values()
            .any(|descriptor| descriptor.node == node)
    }

    fn node_of(&self, fd: u32) -> Result<NodeId, DiskError> {
        let descriptors = self.descriptors.borrow();
        let descriptor = descriptors.get(&fd).ok_or(DiskError::BadDescriptor)?;
        Ok(descriptor.node)
    }
}
