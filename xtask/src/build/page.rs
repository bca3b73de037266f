//! The page, by Trunk: `index.html`, its assets, and the front end as Wasm.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{Profile, Stage, minify};
use crate::setup::Setup;
use crate::{command, paths, short_names, wasm};

/// Builds the page into the stage.
///
/// # Errors
/// When it does not compile or an asset is missing.
pub fn build(setup: &Setup, profile: Profile, stage: &Stage) -> Result<()> {
    command::step("build the page", || {
        let built = trunk(setup, profile)?;
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(&built)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .context("an asset's name is not UTF-8")?
                .to_owned();
            if path.is_dir() {
                copy_folder(&path, &stage.dir().join(&name))?;
                continue;
            }
            if profile == Profile::Ship && (name.ends_with(".js") || name.ends_with(".css")) {
                minify(&path)?;
            }
            let mut bytes = fs::read(&path)?;
            if profile == Profile::Ship && name.ends_with(".html") {
                bytes = without_notes(&String::from_utf8(bytes)?).into_bytes();
            }
            files.insert(name, bytes);
        }
        if profile == Profile::Ship {
            small_module(&mut files)?;
        }
        for (name, bytes) in &files {
            stage.write(name, bytes)?;
        }
        Ok(())
    })
}

/// Takes out of the page's Wasm and of its glue what only people read.
fn small_module(files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let modules: Vec<String> = files
        .keys()
        .filter_map(|name| Some(name.strip_suffix("_bg.wasm")?.to_owned()))
        .collect();
    let [module] = &modules[..] else {
        bail!("Trunk wrote {} Wasm files, not one", modules.len());
    };
    let (wasm_name, glue_name) = (format!("{module}_bg.wasm"), format!("{module}.js"));
    let glue = files.get(&glue_name).context("the Wasm has no glue")?;
    let glue = str::from_utf8(glue)?;
    let (wasm, glue) = short_names::shorten(&wasm::without_names(&files[&wasm_name])?, glue)?;
    files.insert(wasm_name, wasm);
    files.insert(glue_name, glue.into_bytes());
    Ok(())
}

fn trunk(setup: &Setup, profile: Profile) -> Result<PathBuf> {
    let out = paths::target().join("page");
    let bin = setup
        .wasm_bindgen
        .parent()
        .context("wasm-bindgen is in a folder")?;
    let mut command = Command::new(&setup.trunk);
    setup
        .wasm
        .configure(&mut command)
        .args([
            "build",
            "--offline",
            "--cargo-profile",
            profile.name(),
            "--dist",
        ])
        .arg(&out)
        // Trunk takes the wasm-bindgen on PATH if its version is the one in Cargo.lock.
        .env("PATH", command::path_with(&[bin])?)
        // Trunk refuses the value 1 that some shells and CIs set.
        .env_remove("NO_COLOR")
        .current_dir(paths::root());
    if profile == Profile::Ship {
        command.arg("--release");
    }
    command::run(&mut command)?;
    Ok(out)
}

/// The page without comments and indentation.
fn without_notes(page: &str) -> String {
    let mut parts = page.split("<!--");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("-->").map_or("", |(_, rest)| rest));
    }
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    Vec::from_iter(lines).join("\n")
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::without_notes;

    #[test]
    fn what_is_for_readers_of_the_source_alone_goes() {
        let page =
            "<!doctype html>\n  <!-- one\n two -->\n  <p>a\n  b</p><!-- three --> <i>c</i>\n";
        assert_eq!(without_notes(page), "<!doctype html>\n<p>a\nb</p> <i>c</i>");
    }
}
