//! The editor's bundle: CodeMirror, by the `build` script of `www/package.json`.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Stage;
use crate::{command, paths};

/// What was bundled.
pub struct Editor {
    /// The bundle's name in `dist/`: an ES module.
    pub js: String,
    /// The names of the npm packages in it.
    pub packages: BTreeSet<String>,
}

/// Bundles the editor into the stage.
///
/// # Errors
/// When the bundler fails.
pub fn build(stage: &Stage) -> Result<Editor> {
    command::step("bundle the editor", || {
        let dir = paths::target().join("editor");
        fs::create_dir_all(&dir)?;
        let bundle = dir.join("editor.js");
        let metafile = dir.join("meta.json");
        command::run(
            Command::new("npm")
                .args(["run", "--silent", "build", "--", "--log-level=warning"])
                .arg(format!("--outfile={}", bundle.display()))
                .arg(format!("--metafile={}", metafile.display()))
                .current_dir(paths::www()),
        )?;
        let meta: Value = serde_json::from_slice(&fs::read(&metafile)?)?;
        let inputs = meta["inputs"]
            .as_object()
            .context("the bundler's metafile names no inputs")?;
        Ok(Editor {
            js: stage.write_hashed("editor", "js", &fs::read(&bundle)?)?,
            packages: inputs.keys().filter_map(|path| package_of(path)).collect(),
        })
    })
}

/// The npm package that a bundled file belongs to.
fn package_of(path: &str) -> Option<String> {
    let (_, inside) = path.rsplit_once("node_modules/")?;
    let mut parts = inside.split('/');
    let first = parts.next()?;
    if first.starts_with('@') {
        Some(format!("{first}/{}", parts.next()?))
    } else {
        Some(first.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::package_of;

    #[track_caller]
    fn check(path: &str, expect: Option<&str>) {
        assert_eq!(package_of(path).as_deref(), expect);
    }

    #[test]
    fn a_package_is_the_folder_below_the_last_node_modules() {
        check("editor/main.js", None);
        check("node_modules/crelt/index.js", Some("crelt"));
        check(
            "node_modules/@codemirror/view/dist/index.js",
            Some("@codemirror/view"),
        );
        check("node_modules/a/node_modules/b/index.js", Some("b"));
    }
}
