//! From the name of a module to what it names.

use super::packages::{self, Asker};
use crate::disk::{Entry, VirtualDisk, normalize, parent};
use crate::globals::names::MODULES;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// A module of Node's own, without `node:`.
    Builtin(String),
    /// A file, by its absolute path.
    File(String),
    /// Nothing.
    NotFound,
}

/// Resolves a name as `require` in the file `from` does: extensions are tried, folders have a `package.json` or an index,
/// packages are looked for in `node_modules`.
pub fn commonjs(disk: &VirtualDisk, name: &str, from: &str) -> Resolved {
    if let Some(builtin) = builtin(name) {
        return Resolved::Builtin(builtin);
    }
    let found = match relative(name, from) {
        Some(path) => {
            let only_folder = ["/", "/.", "/.."].iter().any(|end| name.ends_with(end));
            packages::at_path(disk, &path, only_folder || name == "." || name == "..")
        }
        None => packages::named(disk, name, from, Asker::Require),
    };
    found.map_or(Resolved::NotFound, Resolved::File)
}

/// Resolves a name as `import` does: nothing is tried.
pub fn esm(disk: &VirtualDisk, name: &str, from: &str) -> Resolved {
    if let Some(builtin) = builtin(name) {
        return Resolved::Builtin(builtin);
    }
    let found = match relative(name.strip_prefix("file://").unwrap_or(name), from) {
        Some(path) => Some(path).filter(|path| matches!(disk.stat(path), Ok(Entry::File(_)))),
        None => packages::named(disk, name, from, Asker::Import),
    };
    found.map_or(Resolved::NotFound, Resolved::File)
}

fn builtin(name: &str) -> Option<String> {
    let bare = name.strip_prefix("node:").unwrap_or(name);
    let known = MODULES.split_whitespace().any(|module| module == bare);
    known.then(|| bare.to_owned())
}

/// The path that a relative or absolute name means; a package's name means none.
pub fn relative(name: &str, from: &str) -> Option<String> {
    let is_path = name.starts_with('/')
        || name.starts_with("./")
        || name.starts_with("../")
        || matches!(name, "." | "..");
    is_path.then(|| normalize(parent(from).unwrap_or("/"), name))
}
