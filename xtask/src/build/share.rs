//! The sheet with links and snippets: `www/share/` as one ES module, which the page loads when it is first opened.

use std::fs;
use std::process::Command;

use anyhow::Result;

use super::Stage;
use crate::{command, paths};

/// Bundles the sheet into the stage; gives its name in `dist/`.
///
/// # Errors
/// When the bundler fails.
pub fn build(stage: &Stage) -> Result<String> {
    command::step("bundle the sheet for sharing", || {
        let bundle = paths::target().join("share.js");
        let bundler = paths::www().join("node_modules/.bin/esbuild");
        command::run(
            Command::new(bundler)
                .arg(paths::www().join("share").join("main.js"))
                .args(["--bundle", "--format=esm", "--minify", "--target=es2022"])
                .args(["--loader:.css=text", "--log-level=warning"])
                .arg(format!("--outfile={}", bundle.display())),
        )?;
        stage.write_hashed("share", "js", &fs::read(&bundle)?)
    })
}
