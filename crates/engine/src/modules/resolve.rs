//! From the name of a module to what it names.

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

/// Resolves a name as `require` in the file `from` does: `extensions` are tried, and folders have an `index.js`.
pub fn commonjs(disk: &VirtualDisk, name: &str, from: &str) -> Resolved {
    if let Some(builtin) = builtin(name) {
        return Resolved::Builtin(builtin);
    }
    let Some(path) = relative(name, from) else {
        return Resolved::NotFound;
    };
    let candidates = [
        path.clone(),
        format!("{path}.js"),
        format!("{path}.json"),
        format!("{path}/index.js"),
        format!("{path}/index.json"),
    ];
    candidates
        .into_iter()
        .find(|candidate| matches!(disk.stat(candidate), Ok(Entry::File(_))))
        .map_or(Resolved::NotFound, Resolved::File)
}

/// Resolves a name as `import` does: nothing is tried.
pub fn esm(disk: &VirtualDisk, name: &str, from: &str) -> Resolved {
    if let Some(builtin) = builtin(name) {
        return Resolved::Builtin(builtin);
    }
    match relative(name.strip_prefix("file://").unwrap_or(name), from) {
        Some(path) if matches!(disk.stat(&path), Ok(Entry::File(_))) => Resolved::File(path),
        _ => Resolved::NotFound,
    }
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
