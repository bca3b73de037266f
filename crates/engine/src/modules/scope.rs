//! What a package's own `package.json` says of names: `imports` (`#name`) and the package by its own name, as Node's documentation
//! puts it (`PACKAGE_IMPORTS_RESOLVE`, `PACKAGE_SELF_RESOLVE`), and the errors of both.

use super::packages::{self, Asker, description};
use crate::disk::{VirtualDisk, normalize, parent};
use serde_json::Value;

/// An error of Node's for a name that a `package.json` does not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether it is a `TypeError`.
    pub is_type_error: bool,
    /// Its `code`.
    pub code: &'static str,
    /// Its message.
    pub message: String,
}

/// Who looks for a name.
#[derive(Clone, Copy)]
pub struct Looker<'a> {
    /// Where.
    pub disk: &'a VirtualDisk,
    /// The file in which the name is.
    pub from: &'a str,
    /// How it is asked for.
    pub asker: Asker,
    /// The major version of Node.
    pub major: u32,
}

/// What is found: nothing, if the package is not known.
pub type Found = Result<Option<String>, Problem>;

impl Looker<'_> {
    fn imported_from(&self) -> String {
        format!(" imported from {}", self.from)
    }

    /// A file that a `package.json` names.
    pub fn target(&self, path: String) -> Found {
        if packages::is_file(self.disk, &path) {
            return Ok(Some(path));
        }
        let (code, behind) = match self.asker {
            Asker::Require => ("MODULE_NOT_FOUND", String::new()),
            Asker::Import => ("ERR_MODULE_NOT_FOUND", self.imported_from()),
        };
        Err(Problem {
            is_type_error: false,
            code,
            message: format!("Cannot find module '{path}'{behind}"),
        })
    }

    /// A subpath that the `exports` of the package in `root` lack.
    pub fn not_exported(&self, root: &str, subpath: &str, is_own: bool) -> Problem {
        let file = format!("{root}/package.json");
        let behind = match is_own || self.asker == Asker::Import {
            true => self.imported_from(),
            false => String::new(),
        };
        let message = match subpath {
            "." => format!("No \"exports\" main defined in {file}{behind}"),
            _ => format!(
                "Package subpath '{subpath}' is not defined by \"exports\" in {file}{behind}"
            ),
        };
        Problem {
            is_type_error: false,
            code: "ERR_PACKAGE_PATH_NOT_EXPORTED",
            message,
        }
    }

    /// The package that a file belongs to: its folder and its description.
    fn scope(&self) -> Option<(&str, Value)> {
        let mut at = parent(self.from);
        while let Some(folder) = at {
            if folder.ends_with("/node_modules") {
                return None;
            }
            if let Some(all) = description(self.disk, folder) {
                return Some((folder.trim_end_matches('/'), all));
            }
            at = parent(folder);
        }
        None
    }

    /// The file that the package itself exports, if it is this package that is asked for.
    pub fn own(&self, package: &str, rest: &str) -> Found {
        let Some((root, all)) = self.scope() else {
            return Ok(None);
        };
        if all["exports"].is_null() || all["name"].as_str() != Some(package) {
            return Ok(None);
        }
        let subpath = format!(".{rest}");
        match packages::exported(&all["exports"], &subpath, self.asker) {
            Some(target) => self.target(normalize(root, &target)),
            None => Err(self.not_exported(root, &subpath, true)),
        }
    }

    /// What `#name` stands for: a file of the package, or the name of another module.
    pub fn imported(&self, name: &str) -> Result<Import, Problem> {
        let odd = name == "#" || name.ends_with('/') || self.major < 24 && name.starts_with("#/");
        if odd {
            return Err(Problem {
                is_type_error: true,
                code: "ERR_INVALID_MODULE_SPECIFIER",
                message: format!(
                    "Invalid module \"{name}\" is not a valid internal imports specifier name{}",
                    self.imported_from()
                ),
            });
        }
        let scope = self.scope();
        let found = scope.as_ref().and_then(|(root, all)| {
            let target = packages::mapped(all["imports"].as_object()?, name, self.asker)?;
            Some((root, target))
        });
        let file = scope
            .as_ref()
            .map_or(String::new(), |(root, _)| format!("{root}/package.json"));
        match found {
            Some((root, target)) if target.starts_with("./") => {
                Ok(Import::File(normalize(root, &target)))
            }
            Some((_, target)) if target.starts_with(['.', '/', '#']) || target.contains(':') => {
                Err(Problem {
                    is_type_error: false,
                    code: "ERR_INVALID_PACKAGE_TARGET",
                    message: format!(
                        "Invalid \"imports\" target \"{target}\" defined for '{name}' in the package config {file}{}",
                        self.imported_from()
                    ),
                })
            }
            Some((_, target)) => Ok(Import::Name(target)),
            None => Err(Problem {
                is_type_error: true,
                code: "ERR_PACKAGE_IMPORT_NOT_DEFINED",
                message: format!(
                    "Package import specifier \"{name}\" is not defined{}{}",
                    match file.as_str() {
                        "" => String::new(),
                        file => format!(" in package {file}"),
                    },
                    self.imported_from()
                ),
            }),
        }
    }
}

/// What a name in `imports` stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Import {
    /// A file, by its path.
    File(String),
    /// A package or one of Node's own modules.
    Name(String),
}
