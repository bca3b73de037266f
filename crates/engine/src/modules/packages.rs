//! Files, folders and packages: what a path or a package's name means on the disk, as Node's documentation of modules
//! puts it (`LOAD_AS_FILE`, `LOAD_AS_DIRECTORY`, `LOAD_NODE_MODULES`, `PACKAGE_EXPORTS_RESOLVE`).

use super::scope::{Found, Looker};
use crate::disk::{Entry, VirtualDisk, normalize, parent};
use serde_json::Value;

/// Who asks: it decides which conditions of `exports` hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// `require`.
    Require,
    /// `import`.
    Import,
}

/// The file that a path means for `require`: itself, with an extension, or what its folder says.
pub fn at_path(disk: &VirtualDisk, path: &str, only_folder: bool) -> Option<String> {
    let file = if only_folder { None } else { file(disk, path) };
    file.or_else(|| folder(disk, path))
}

/// The file that a package's name means: `name`, `name/file`, `@scope/name/file`; the package that asks, too, by its own name.
///
/// # Errors
/// Node's for a name that the package does not export.
pub fn named(looker: Looker<'_>, name: &str) -> Found {
    let Looker {
        disk, from, asker, ..
    } = looker;
    if name.is_empty() || name.starts_with(['#', '.', '/']) {
        return Ok(None);
    }
    let mut cut = name.match_indices('/').map(|(at, _)| at);
    let at = match name.starts_with('@') {
        true => cut.nth(1),
        false => cut.next(),
    };
    let (package, rest) = name.split_at(at.unwrap_or(name.len()));
    if let Some(own) = looker.own(package, rest)? {
        return Ok(Some(own));
    }
    let mut at = parent(from);
    while let Some(above) = at {
        at = parent(above);
        if above.ends_with("/node_modules") {
            continue;
        }
        let modules = format!("{}/node_modules", above.trim_end_matches('/'));
        let root = format!("{modules}/{package}");
        let described = description(disk, &root);
        if let Some(exports) = described.as_ref().map(|all| &all["exports"])
            && !exports.is_null()
        {
            let subpath = format!(".{rest}");
            return match exported(exports, &subpath, asker) {
                Some(target) => looker.target(normalize(&root, &target)),
                None => Err(looker.not_exported(&root, &subpath, false)),
            };
        }
        let path = format!("{root}{rest}");
        let found = match asker {
            Asker::Require => at_path(disk, &path, false),
            Asker::Import if rest.is_empty() => folder(disk, &path),
            Asker::Import => Some(path).filter(|path| is_file(disk, path)),
        };
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Whether there is a file of this path.
pub fn is_file(disk: &VirtualDisk, path: &str) -> bool {
    matches!(disk.stat(path), Ok(Entry::File(_)))
}

fn file(disk: &VirtualDisk, path: &str) -> Option<String> {
    ["", ".js", ".json"]
        .into_iter()
        .map(|extension| format!("{path}{extension}"))
        .find(|candidate| is_file(disk, candidate))
}

fn folder(disk: &VirtualDisk, path: &str) -> Option<String> {
    let main = description(disk, path)
        .and_then(|all| all["main"].as_str().map(|main| normalize(path, main)));
    let by_main = main.and_then(|main| file(disk, &main).or_else(|| index(disk, &main)));
    by_main.or_else(|| index(disk, path))
}

fn index(disk: &VirtualDisk, path: &str) -> Option<String> {
    ["index.js", "index.json"]
        .into_iter()
        .map(|name| format!("{}/{name}", path.trim_end_matches('/')))
        .find(|candidate| is_file(disk, candidate))
}

/// What the `package.json` of a folder says.
pub fn description(disk: &VirtualDisk, folder: &str) -> Option<Value> {
    let bytes = disk
        .read(&format!("{}/package.json", folder.trim_end_matches('/')))
        .ok()?;
    // As a text: a reader of bytes would be more code.
    serde_json::from_str(std::str::from_utf8(&bytes).ok()?).ok()
}

/// The target of a subpath (`.`, `./feature`) in the `exports` of a package.
pub fn exported(exports: &Value, subpath: &str, asker: Asker) -> Option<String> {
    let by_path = exports
        .as_object()
        .filter(|map| map.keys().any(|key| key.starts_with('.')));
    let Some(map) = by_path else {
        return match subpath {
            "." => target(exports, "", asker).filter(|path| path.starts_with("./")),
            _ => None,
        };
    };
    mapped(map, subpath, asker).filter(|path| path.starts_with("./"))
}

/// The target of a name in a map of names, some of which have a star.
pub fn mapped(map: &serde_json::Map<String, Value>, subpath: &str, asker: Asker) -> Option<String> {
    if let Some(exact) = map.get(subpath) {
        return target(exact, "", asker);
    }
    // The longest beginning wins.
    map.iter()
        .filter_map(|(key, value)| {
            let (before, behind) = key.split_once('*')?;
            let star = subpath.strip_prefix(before)?.strip_suffix(behind)?;
            (!star.is_empty()).then_some((before.len(), star, value))
        })
        .max_by_key(|(length, ..)| *length)
        .and_then(|(_, star, value)| target(value, star, asker))
}

fn target(value: &Value, star: &str, asker: Asker) -> Option<String> {
    match value {
        Value::String(path) => Some(path.replace('*', star)),
        Value::Array(list) => list.iter().find_map(|one| target(one, star, asker)),
        // The reader of JSON forgets the order of the names: it is that in which packages write them.
        Value::Object(conditions) => {
            let own = match asker {
                Asker::Require => "require",
                Asker::Import => "import",
            };
            ["node", "module-sync", own, "default"]
                .into_iter()
                .filter_map(|name| conditions.get(name))
                .find_map(|one| target(one, star, asker))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(exports: &str, subpath: &str, required: Option<&str>, imported: Option<&str>) {
        let exports: Value = serde_json::from_str(exports).expect("the test's JSON is right");
        assert_eq!(
            exported(&exports, subpath, Asker::Require).as_deref(),
            required
        );
        assert_eq!(
            exported(&exports, subpath, Asker::Import).as_deref(),
            imported
        );
    }

    #[test]
    fn exports_of_a_package() {
        check(r#""./a.js""#, ".", Some("./a.js"), Some("./a.js"));
        check(r#""./a.js""#, "./b", None, None);
        check(
            r#"{"import":"./a.mjs","default":"./a.cjs"}"#,
            ".",
            Some("./a.cjs"),
            Some("./a.mjs"),
        );
        check(
            r#"{".":{"require":"./a.cjs"},"./x/*":"./src/*.js","./x/y/*":null}"#,
            "./x/f",
            Some("./src/f.js"),
            Some("./src/f.js"),
        );
        check(r#"{".":{"require":"./a.cjs"}}"#, ".", Some("./a.cjs"), None);
        check(
            r#"{"./x/*":"./src/*.js","./x/y/*":null}"#,
            "./x/y/z",
            None,
            None,
        );
    }
}
