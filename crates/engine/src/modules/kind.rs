//! Which sort of module a file is, as the version of Node finds it: by its extension, by the `type` of the nearest
//! `package.json`, and, in the versions that do so, by its syntax.

use crate::disk::parent;
use crate::shared::Shared;
use loopscope_instrument::{InstrumentError, Kind, Options, instrument};
use loopscope_model::{ModuleKind, ModuleReason};

/// What a text that turns out to be an ES module gives when it is read as a CommonJS module.
const MODULE_SYNTAX: [&str; 3] = [
    "Cannot use import statement outside a module",
    "Unexpected token 'export'",
    "Cannot use 'import.meta' outside a module",
];

/// The same, where only a text that is an ES module without these errors is taken for one.
const PERHAPS_MODULE: [&str; 6] = [
    "await is only valid in async functions and the top level bodies of modules",
    "Identifier 'exports' has already been declared",
    "Identifier 'require' has already been declared",
    "Identifier 'module' has already been declared",
    "Identifier '__filename' has already been declared",
    "Identifier '__dirname' has already been declared",
];

/// The kind of the main program and by what it was found.
pub fn of_main(shared: &Shared) -> (ModuleKind, ModuleReason) {
    of_path(shared, &shared.scenario.absolute(&shared.scenario.main))
}

/// The kind of a file and by what it was found. A file that cannot be read is found by its name alone.
pub fn of_path(shared: &Shared, path: &str) -> (ModuleKind, ModuleReason) {
    let knows_modules = shared.features.knows_es_modules;
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "mjs" if knows_modules => return (ModuleKind::EsModule, ModuleReason::Extension),
        "cjs" | "json" => return (ModuleKind::CommonJs, ModuleReason::Extension),
        _ => {}
    }
    match package_type(shared, path) {
        Some(true) if knows_modules && path.ends_with(".js") => {
            (ModuleKind::EsModule, ModuleReason::PackageType)
        }
        Some(false) => (ModuleKind::CommonJs, ModuleReason::PackageType),
        _ if shared.features.detects_module_syntax && has_module_syntax(shared, path) => {
            (ModuleKind::EsModule, ModuleReason::Syntax)
        }
        _ => (ModuleKind::CommonJs, ModuleReason::Default),
    }
}

/// Whether the nearest `package.json` says `"type": "module"`; nothing if it says neither that nor `commonjs`.
fn package_type(shared: &Shared, path: &str) -> Option<bool> {
    let mut folder = parent(path);
    while let Some(at) = folder {
        let package = format!("{}/package.json", at.trim_end_matches('/'));
        if let Ok(bytes) = shared.disk.borrow().read(&package) {
            // As a text, which the interpreter's `JSON.parse` reads too: a reader of bytes would be more code.
            let text = std::str::from_utf8(&bytes).ok()?;
            let package: serde_json::Value = serde_json::from_str(text).ok()?;
            return match package["type"].as_str()? {
                "module" => Some(true),
                "commonjs" => Some(false),
                _ => None,
            };
        }
        folder = parent(at);
    }
    None
}

/// Node compiles such a file as a CommonJS module first, and looks at the error.
fn has_module_syntax(shared: &Shared, path: &str) -> bool {
    let Ok(bytes) = shared.read_module(path) else {
        return false;
    };
    let text = String::from_utf8_lossy(&bytes);
    let Err(InstrumentError::Syntax(error)) =
        instrument(&text, &Options::new(Kind::CommonJs, path))
    else {
        return false;
    };
    let message = error.message.as_str();
    MODULE_SYNTAX.contains(&message)
        || PERHAPS_MODULE.contains(&message)
            && instrument(&text, &Options::new(Kind::Module, path)).is_ok()
}
