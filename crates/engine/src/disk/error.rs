//! Why an operation on the disk fails, as Linux and libuv name it.

/// Why an operation on the disk failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskError {
    /// No such file or directory.
    NotFound,
    /// Something of that name exists.
    Exists,
    /// Illegal operation on a directory.
    IsDirectory,
    /// Not a directory.
    NotDirectory,
    /// The directory is not empty.
    NotEmpty,
    /// The mode of a file or directory does not allow it.
    Access,
    /// No such file descriptor, or it is not open for this.
    BadDescriptor,
    /// An argument that makes no sense.
    Invalid,
    /// Symbolic links that lead nowhere.
    Loop,
    /// Directories cannot have hard links.
    NotPermitted,
    /// There is no room for so much.
    TooLarge,
}

impl DiskError {
    /// Node's code, the negated number of Linux, and libuv's text.
    const fn facts(self) -> (&'static str, i32, &'static str) {
        match self {
            DiskError::NotFound => ("ENOENT", -2, "no such file or directory"),
            DiskError::Exists => ("EEXIST", -17, "file already exists"),
            DiskError::IsDirectory => ("EISDIR", -21, "illegal operation on a directory"),
            DiskError::NotDirectory => ("ENOTDIR", -20, "not a directory"),
            DiskError::NotEmpty => ("ENOTEMPTY", -39, "directory not empty"),
            DiskError::Access => ("EACCES", -13, "permission denied"),
            DiskError::BadDescriptor => ("EBADF", -9, "bad file descriptor"),
            DiskError::Invalid => ("EINVAL", -22, "invalid argument"),
            DiskError::Loop => ("ELOOP", -40, "too many symbolic links encountered"),
            DiskError::NotPermitted => ("EPERM", -1, "operation not permitted"),
            DiskError::TooLarge => ("EFBIG", -27, "file too large"),
        }
    }

    /// Node's code.
    pub const fn code(self) -> &'static str {
        self.facts().0
    }

    /// The negated number of Linux.
    pub const fn errno(self) -> i32 {
        self.facts().1
    }

    /// libuv's text.
    pub const fn text(self) -> &'static str {
        self.facts().2
    }
}
