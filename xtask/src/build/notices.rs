//! `dist/third-party-notices.txt`: what is linked into the page and the worker or bundled into the editor, with its licence.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Stage, editor::Editor};
use crate::setup::Setup;
use crate::{command, paths};

const NAME: &str = "third-party-notices.txt";
const ROOTS: [&str; 2] = ["loopscope-web", "loopscope-worker"];
const INTRODUCTION: &str = "\
Loopscope is made with the work of others. These packages are compiled into its files or bundled with them,
each under the licence given. The Rust standard library (MIT OR Apache-2.0) is compiled in as well.

";

/// A package and what its authors ask to be passed on.
struct Package {
    name: String,
    version: String,
    licence: String,
    texts: Vec<String>,
}

/// Writes the notices into the stage.
///
/// # Errors
/// When cargo or npm do not tell what was used.
pub fn write(setup: &Setup, editor: &Editor, stage: &Stage) -> Result<()> {
    let mut packages = crates(setup)?;
    for name in &editor.packages {
        packages.push(npm_package(name)?);
    }
    packages.push(library_package()?);
    packages.push(ported_package()?);
    stage.write(NAME, text(&packages).as_bytes())
}

/// The npm package whose bundle is part of the engine's sources, its licence beside it.
fn library_package() -> Result<Package> {
    let engine = paths::root().join("crates/engine");
    let manifest = fs::read(engine.join("library/package.json"))?;
    let manifest: Value = serde_json::from_slice(&manifest)?;
    let version = manifest["dependencies"]["readable-stream"]
        .as_str()
        .context("the library names the version of readable-stream")?;
    Ok(Package {
        name: "readable-stream".to_owned(),
        version: version.to_owned(),
        licence: "MIT".to_owned(),
        texts: vec![fs::read_to_string(
            engine.join("src/node/vendor/readable-stream.LICENSE"),
        )?],
    })
}

/// zlib, of which the engine's compression is a port: it gives the same bytes.
fn ported_package() -> Result<Package> {
    let licence = paths::root().join("crates/engine/src/modules/zlib/zlib.LICENSE");
    Ok(Package {
        name: "zlib (deflate, ported to Rust)".to_owned(),
        version: "1.3.1".to_owned(),
        licence: "Zlib".to_owned(),
        texts: vec![fs::read_to_string(licence)?],
    })
}

/// One paragraph per package, then every licence text once.
fn text(packages: &[Package]) -> String {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut texts = Vec::new();
    let mut list = String::from(INTRODUCTION);
    for package in packages {
        let mut own = Vec::new();
        for text in &package.texts {
            let number = *numbers.entry(text).or_insert_with(|| {
                texts.push(text);
                texts.len()
            });
            own.push(format!("[{number}]"));
        }
        let Package {
            name,
            version,
            licence,
            ..
        } = package;
        let _ = writeln!(list, "{name} {version}: {licence} {}", own.join(" "));
    }
    for (index, text) in texts.iter().enumerate() {
        let _ = write!(list, "\n\n==== [{}] ====\n\n{text}\n", index + 1);
    }
    list
}

/// The crates that the page and the worker are linked from, ours aside.
fn crates(setup: &Setup) -> Result<Vec<Package>> {
    let metadata = command::output(setup.wasm.cargo().args([
        "metadata",
        "--format-version=1",
        "--filter-platform=wasm32-unknown-unknown",
        "--offline",
    ]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages: BTreeMap<&str, &Value> = entries(&metadata["packages"], "id");
    let nodes: BTreeMap<&str, &Value> = entries(&metadata["resolve"]["nodes"], "id");
    let mut waiting: Vec<&str> = packages
        .iter()
        .filter(|(_, package)| ROOTS.contains(&package["name"].as_str().unwrap_or_default()))
        .map(|(id, _)| *id)
        .collect();
    let mut linked = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if is_proc_macro(packages[id]) || !linked.insert(id) {
            continue;
        }
        let dependencies = nodes[id]["deps"].as_array().into_iter().flatten();
        waiting.extend(
            dependencies
                .filter(|dependency| is_normal(dependency))
                .filter_map(|dependency| dependency["pkg"].as_str()),
        );
    }
    linked
        .into_iter()
        .map(|id| packages[id])
        .filter(|package| !package["source"].is_null())
        .map(crate_package)
        .collect()
}

fn entries<'a>(list: &'a Value, key: &str) -> BTreeMap<&'a str, &'a Value> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(|entry| Some((entry[key].as_str()?, entry)))
        .collect()
}

/// Runs in the compiler and is not linked.
fn is_proc_macro(package: &Value) -> bool {
    let targets = package["targets"].as_array().into_iter().flatten();
    targets
        .flat_map(|target| target["kind"].as_array().into_iter().flatten())
        .any(|kind| kind == "proc-macro")
}

/// A dependency of the code itself, not of its tests or its build script.
fn is_normal(dependency: &Value) -> bool {
    let kinds = dependency["dep_kinds"].as_array().into_iter().flatten();
    kinds.into_iter().any(|kind| kind["kind"].is_null())
}

fn crate_package(package: &Value) -> Result<Package> {
    let manifest = package["manifest_path"]
        .as_str()
        .context("a crate without a manifest")?;
    let dir = Path::new(manifest)
        .parent()
        .context("a manifest is in a folder")?;
    package_at(dir, package)
}

fn npm_package(name: &str) -> Result<Package> {
    let dir = paths::www().join("node_modules").join(name);
    let manifest = fs::read(dir.join("package.json"))
        .with_context(|| format!("the npm package {name} has no package.json"))?;
    package_at(&dir, &serde_json::from_slice(&manifest)?)
}

fn package_at(dir: &Path, manifest: &Value) -> Result<Package> {
    let field = |name: &str| manifest[name].as_str().unwrap_or_default().to_owned();
    let mut texts = licence_texts(dir)?;
    if texts.is_empty() {
        texts.extend(authors(manifest));
    }
    Ok(Package {
        name: field("name"),
        version: field("version"),
        licence: field("license"),
        texts,
    })
}

/// The files of a package's top folder that hold licences and notices, in the order of their names.
fn licence_texts(dir: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_ascii_uppercase();
        let is_licence = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
            .iter()
            .any(|word| name.starts_with(word));
        if is_licence && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    files
        .iter()
        .map(|path| {
            let bytes = fs::read(path)?;
            let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
            Ok(text.trim().to_owned())
        })
        .collect()
}

/// Whom to name where a package comes without its licence's text.
fn authors(manifest: &Value) -> Option<String> {
    let authors: Vec<&str> = manifest["authors"]
        .as_array()?
        .iter()
        .filter_map(Value::as_str)
        .collect();
    (!authors.is_empty()).then(|| format!("Copyright the authors: {}", authors.join(", ")))
}
