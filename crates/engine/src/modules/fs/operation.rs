//! What each operation does on the disk, and the round trips that it is (6.3).

use crate::disk::{DiskError, Entry, Facts, VirtualDisk, descriptors::flags};
use crate::shared::Shared;
use loopscope_event_loop::schedule::mix;

/// So much content travels in one trip of `readFile`.
const READ_CHUNK: u64 = 512 * 1024;

/// What is to be done: as the JavaScript half asks.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Which: most are the name of the system call.
    pub name: String,
    /// The path, made absolute.
    pub path: String,
    /// The path as the program wrote it.
    pub given: String,
    /// The other path, for those that have two; as it was written for the target of a symbolic link.
    pub dest: String,
    /// Descriptor, flags, mode, length, position, times: what the operation needs.
    pub numbers: [f64; 3],
    /// What is written.
    pub bytes: Vec<u8>,
}

/// What came of it.
pub enum Outcome {
    /// Nothing to tell.
    Nothing,
    /// A descriptor, or how much was written.
    Number(f64),
    /// Content.
    Bytes(Vec<u8>),
    /// A path.
    Text(String),
    /// What `stat` tells.
    Facts(Facts),
    /// The names in a folder, with what they are: Node's numbers of directory entries.
    Names(Vec<(String, u32)>),
}

/// An error with the system call that found it.
pub type Failure = (DiskError, &'static str);

impl Operation {
    /// The system calls of an operation, each a round trip. The one that finds an error ends it.
    pub fn system_calls(&self, shared: &Shared) -> Vec<&'static str> {
        let one_trip = shared.event_loop.borrow().profile.whole_file_is_one_trip;
        match self.name.as_str() {
            "readFile" if one_trip => vec!["readFile"],
            "writeFile" if one_trip => vec!["writeFile"],
            "readFile" => {
                let size = match shared.disk.borrow().stat(&self.path) {
                    Ok(Entry::File(size)) => size,
                    _ => 0,
                };
                let mut calls = vec!["open", "fstat", "read"];
                calls.extend((0..size.saturating_sub(1) / READ_CHUNK).map(|_| "read"));
                calls.push("close");
                calls
            }
            "writeFile" => vec!["open", "write", "close"],
            "truncate" => vec!["open", "ftruncate", "close"],
            "mkdirp" => {
                let disk = shared.disk.borrow();
                if disk.stat(&self.path).is_ok() {
                    return vec!["mkdir", "stat"];
                }
                let missing = folders(&self.path)
                    .filter(|path| disk.stat(path) == Err(DiskError::NotFound))
                    .count();
                // One try for each folder from the innermost out, then one for each that is made but the outermost.
                vec!["mkdir"; (2 * missing).saturating_sub(1).max(1)]
            }
            _ => vec![self.call()],
        }
    }

    /// The system call whose trip has the effect.
    pub fn call(&self) -> &'static str {
        match self.name.as_str() {
            "readFile" | "read" => "read",
            "writeFile" | "write" => "write",
            "truncate" | "ftruncate" => "ftruncate",
            "mkdirp" | "mkdir" => "mkdir",
            "readdir" => "scandir",
            "stat" => "stat",
            "lstat" => "lstat",
            "fstat" => "fstat",
            "open" => "open",
            "close" => "close",
            "unlink" => "unlink",
            "rmdir" => "rmdir",
            "rename" => "rename",
            "copyFile" => "copyfile",
            "link" => "link",
            "symlink" => "symlink",
            "readlink" => "readlink",
            "realpath" => "realpath",
            "chmod" => "chmod",
            "fchmod" => "fchmod",
            "utimes" => "utime",
            "futimes" => "futime",
            "lutimes" => "lutime",
            "mkdtemp" => "mkdtemp",
            "opendir" => "opendir",
            "fsync" => "fsync",
            "fdatasync" => "fdatasync",
            _ => "access",
        }
    }

    fn fd(&self) -> u32 {
        self.numbers[0] as u32
    }

    /// The position of a read or write; a negative one means the file's own.
    fn position(&self) -> Option<u64> {
        (self.numbers[1] >= 0.0).then_some(self.numbers[1] as u64)
    }

    /// Does it.
    pub fn run(&self, shared: &Shared) -> Result<Outcome, Failure> {
        let disk = shared.disk.borrow();
        let now = shared.event_loop.borrow().now().0 as f64 / 1e6;
        disk.set_time(shared.scenario.world.epoch_ms as f64 + now);
        match self.name.as_str() {
            "readFile" => return self.read_file(&disk),
            "writeFile" => return self.write_file(&disk),
            "truncate" => return self.truncate(&disk),
            "mkdtemp" => return self.make_temporary(shared, &disk),
            _ => {}
        }
        self.system_call(&disk)
            .map_err(|error| (error, self.call()))
    }

    fn system_call(&self, disk: &VirtualDisk) -> Result<Outcome, DiskError> {
        let (path, dest) = (self.path.as_str(), self.dest.as_str());
        let [first, second, third] = self.numbers;
        let done = |()| Outcome::Nothing;
        Ok(match self.name.as_str() {
            "open" => Outcome::Number(disk.open(path, first as u32, second as u32)?.into()),
            "close" => done(disk.close(self.fd())?),
            "read" => Outcome::Bytes(disk.read_at(self.fd(), third as u64, self.position())?),
            "write" => {
                disk.write_at(self.fd(), &self.bytes, self.position())?;
                Outcome::Number(self.bytes.len() as f64)
            }
            "fstat" | "fsync" | "fdatasync" => Outcome::Facts(disk.facts_of(self.fd())?),
            "ftruncate" => done(disk.truncate(self.fd(), second as u64)?),
            "fchmod" => done(disk.set_mode_of(self.fd(), second as u32)?),
            "futimes" => done(disk.set_times_of(self.fd(), second, third)?),
            "stat" => Outcome::Facts(disk.facts_at(path, true)?),
            "lstat" => Outcome::Facts(disk.facts_at(path, false)?),
            "unlink" => done(disk.unlink(path)?),
            "rmdir" => done(disk.remove_directory(path)?),
            "mkdir" => done(disk.make_directory(path, first as u32)?),
            "mkdirp" => match make_directories(disk, path, first as u32)? {
                Some(made) => Outcome::Text(made),
                None => Outcome::Nothing,
            },
            "rename" => done(disk.rename(path, dest)?),
            "copyFile" => done(disk.copy(path, dest, first as u32 & 1 != 0)?),
            "link" => done(disk.link(path, dest)?),
            "symlink" => done(disk.symlink(&self.given, dest)?),
            "readlink" => Outcome::Text(disk.read_link(path)?),
            "realpath" => Outcome::Text(disk.real_path(path)?),
            "chmod" => done(disk.set_mode(path, first as u32)?),
            "utimes" => done(disk.set_times(path, true, first, second)?),
            "lutimes" => done(disk.set_times(path, false, first, second)?),
            "readdir" | "opendir" => Outcome::Names(names(disk, path)?),
            _ => done(disk.access(path, first as u32)?),
        })
    }

    fn read_file(&self, disk: &VirtualDisk) -> Result<Outcome, Failure> {
        let fd = disk
            .open(&self.path, self.numbers[0] as u32, 0o666)
            .map_err(|error| (error, "open"))?;
        let bytes = disk.read_at(fd, u64::MAX, None);
        disk.close(fd).map_err(|error| (error, "close"))?;
        Ok(Outcome::Bytes(bytes.map_err(|error| (error, "read"))?))
    }

    fn write_file(&self, disk: &VirtualDisk) -> Result<Outcome, Failure> {
        let fd = disk
            .open(&self.path, self.numbers[0] as u32, self.numbers[1] as u32)
            .map_err(|error| (error, "open"))?;
        let written = disk.write_at(fd, &self.bytes, None);
        disk.close(fd).map_err(|error| (error, "close"))?;
        written.map_err(|error| (error, "write"))?;
        Ok(Outcome::Nothing)
    }

    fn truncate(&self, disk: &VirtualDisk) -> Result<Outcome, Failure> {
        let fd = disk
            .open(&self.path, flags::RDWR, 0)
            .map_err(|error| (error, "open"))?;
        let cut = disk.truncate(fd, self.numbers[0] as u64);
        disk.close(fd).map_err(|error| (error, "close"))?;
        cut.map_err(|error| (error, "ftruncate"))?;
        Ok(Outcome::Nothing)
    }

    /// The six letters come from the scenario's random numbers.
    fn make_temporary(&self, shared: &Shared, disk: &VirtualDisk) -> Result<Outcome, Failure> {
        const LETTERS: &[u8; 62] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        loop {
            let state = shared.random.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
            shared.random.set(state);
            let mut bits = mix(state);
            let mut suffix = String::new();
            for _ in 0..6 {
                suffix.push(char::from(LETTERS[(bits % 62) as usize]));
                bits /= 62;
            }
            match disk.make_directory(&format!("{}{suffix}", self.path), 0o700) {
                Ok(()) => return Ok(Outcome::Text(format!("{}{suffix}", self.given))),
                Err(DiskError::Exists) => {}
                Err(error) => return Err((error, "mkdtemp")),
            }
        }
    }

    /// Whether the file can be opened, without doing anything to it: the first trip of those that open, use and close.
    pub fn probe(&self, shared: &Shared) -> Result<(), Failure> {
        let disk = shared.disk.borrow();
        let open = match self.name.as_str() {
            "truncate" => flags::RDWR,
            _ => self.numbers[0] as u32,
        };
        let missing = disk.facts_at(&self.path, true).is_err();
        if missing && open & flags::CREAT != 0 {
            let folder = crate::disk::parent(&self.path).unwrap_or("/");
            return disk.access(folder, 3).map_err(|error| (error, "open"));
        }
        let fd = disk
            .open(&self.path, open & !flags::TRUNC, 0)
            .map_err(|error| (error, "open"))?;
        disk.close(fd).map_err(|error| (error, "close"))
    }
}

/// A path and all folders that it is in, from the outermost.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    let inner = path.match_indices('/').filter(|(at, _)| *at > 0);
    inner.map(|(at, _)| &path[..at]).chain([path])
}

/// Makes a folder and those that it is to be in, and gives the first that was made.
fn make_directories(
    disk: &VirtualDisk,
    path: &str,
    mode: u32,
) -> Result<Option<String>, DiskError> {
    let mut first = None;
    for folder in folders(path) {
        match disk.stat(folder) {
            Ok(Entry::Directory) => {}
            Ok(_) if folder == path => return Err(DiskError::Exists),
            Ok(_) => return Err(DiskError::NotDirectory),
            Err(DiskError::NotFound) => {
                disk.make_directory(folder, mode)?;
                first.get_or_insert_with(|| folder.to_owned());
            }
            Err(error) => return Err(error),
        }
    }
    Ok(first)
}

fn names(disk: &VirtualDisk, path: &str) -> Result<Vec<(String, u32)>, DiskError> {
    let names = disk.list(path)?.into_iter().map(|name| {
        let facts = disk.facts_at(&format!("{path}/{name}"), false);
        let kind = match facts.map(|facts| facts.entry) {
            Ok(Entry::Directory) => 2,
            Ok(Entry::Link(_)) => 3,
            _ => 1,
        };
        (name, kind)
    });
    Ok(names.collect())
}
