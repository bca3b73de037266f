//! From the name of a module to what it names.

use super::packages::{self, Asker};
use super::scope::{Import, Looker, Problem};
use crate::disk::{VirtualDisk, normalize, parent};
use crate::globals::names::MODULES;
use crate::shared::Shared;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// A module of Node's own, without `node:`.
    Builtin(String),
    /// A file, by its absolute path.
    File(String),
    /// Nothing.
    NotFound,
    /// What a `package.json` does not allow.
    Problem(Problem),
}

/// Resolves a name as `require` in the file `from` does: extensions are tried, folders have a `package.json` or an index,
/// packages are looked for in `node_modules`.
pub fn commonjs(shared: &Shared, name: &str, from: &str) -> Resolved {
    if let Some(builtin) = builtin(name) {
        return Resolved::Builtin(builtin);
    }
    let disk = &shared.disk.borrow();
    match relative(name, from) {
        Some(path) => {
            let only_folder = ["/", "/.", "/.."].iter().any(|end| name.ends_with(end));
            packages::at_path(disk, &path, only_folder || name == "." || name == "..")
                .map_or(Resolved::NotFound, Resolved::File)
        }
        None => package(shared, disk, (name, from), Asker::Require),
    }
}

/// Resolves a name as `import` does: nothing is tried.
pub fn esm(shared: &Shared, name: &str, from: &str) -> Resolved {
    if let Some(builtin) = builtin(name) {
        return Resolved::Builtin(builtin);
    }
    let disk = &shared.disk.borrow();
    match relative(name.strip_prefix("file://").unwrap_or(name), from) {
        Some(path) if packages::is_file(disk, &path) => Resolved::File(path),
        Some(_) => Resolved::NotFound,
        None => package(shared, disk, (name, from), Asker::Import),
    }
}

fn package(
    shared: &Shared,
    disk: &VirtualDisk,
    (name, from): (&str, &str),
    asker: Asker,
) -> Resolved {
    let major = shared.scenario.node.major();
    let looker = Looker {
        disk,
        from,
        asker,
        major,
    };
    let found = match name.starts_with('#') && major >= 14 {
        true => match looker.imported(name) {
            Ok(Import::File(path)) => looker.target(path),
            Ok(Import::Name(name)) => match builtin(&name) {
                // `require` wants a file here.
                Some(_) if asker == Asker::Require => Err(Problem {
                    is_type_error: true,
                    code: "ERR_INVALID_URL_SCHEME",
                    message: "The URL must be of scheme file".to_owned(),
                }),
                Some(builtin) => return Resolved::Builtin(builtin),
                None => packages::named(looker, &name),
            },
            Err(problem) => Err(problem),
        },
        false => packages::named(looker, name),
    };
    match found {
        Ok(found) => found.map_or(Resolved::NotFound, Resolved::File),
        Err(problem) => Resolved::Problem(problem),
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

/// The scheme of a URL, `https` of `https://nodejs.org`; a name of a module has none.
pub fn scheme(name: &str) -> Option<&str> {
    let (scheme, _) = name.split_once(':')?;
    let mut letters = scheme.chars();
    let is_scheme = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (is_scheme && scheme != "node").then_some(scheme)
}
