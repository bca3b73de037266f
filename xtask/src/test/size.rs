//! The size budget: what a visitor loads, compressed as a good host compresses it; and that the page holds no engine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Tally;
use crate::build::manifest;
use crate::setup::Setup;
use crate::{command, paths};

/// Bytes after brotli, in thousands.
const PAGE: u64 = 200;
const EDITOR: u64 = 130;
const WORKER: u64 = 1000;
/// What is loaded when a program needs one of Node's modules.
const LIBRARY: u64 = 120;
/// What a lesson loads by itself: `embed.js`.
const ELEMENT: u64 = 4;
/// The sheet with links and snippets, which the page loads when it is first opened.
const SHARE: u64 = 8;
/// What texts of the interpreter and of the parser hold, and the page must not.
const ENGINE_MARKS: [&str; 2] = ["FinalizationRegistry", "JSX closing tag"];

/// Checks the budgets, and that the engine is in the worker alone.
pub fn check(setup: &Setup) -> Result<Tally> {
    let dist = Dist::read()?;
    let mut tally = Tally::default();
    for ((name, bytes), budget) in dist
        .sizes()?
        .into_iter()
        .zip([PAGE, EDITOR, WORKER, LIBRARY, ELEMENT, SHARE])
    {
        let fits = bytes <= budget * 1000;
        let verdict = if fits { "fits" } else { "is over" };
        println!("{name}: {bytes} bytes after brotli {verdict} {budget} KB");
        tally.count(fits);
    }
    tally.count(engine_is_in_the_worker_alone(&dist)?);
    tally.count(page_depends_on_no_engine(setup)?);
    Ok(tally)
}

/// What a visitor loads of page, editor, worker, library, element and sheet: bytes after brotli.
///
/// # Errors
/// When `dist/` is not complete.
pub fn measure() -> Result<[(&'static str, u64); 6]> {
    Dist::read()?.sizes()
}

/// The files of `dist/` by what loads them.
struct Dist {
    page: Vec<PathBuf>,
    editor: Vec<PathBuf>,
    worker: Vec<PathBuf>,
    library: Vec<PathBuf>,
    element: Vec<PathBuf>,
    share: Vec<PathBuf>,
}

impl Dist {
    fn sizes(&self) -> Result<[(&'static str, u64); 6]> {
        Ok([
            ("page", brotli(&self.page)?),
            ("editor", brotli(&self.editor)?),
            ("worker", brotli(&self.worker)?),
            ("library", brotli(&self.library)?),
            ("element", brotli(&self.element)?),
            ("sheet", brotli(&self.share)?),
        ])
    }

    fn read() -> Result<Self> {
        let dist = paths::dist();
        let manifest = manifest::read()?;
        let file = |key: &str| -> Result<PathBuf> {
            let name = manifest[key].as_str();
            Ok(dist.join(name.with_context(|| format!("build.json has no {key}"))?))
        };
        let worker = vec![file("worker_js")?, file("worker_wasm")?];
        let library = vec![file("worker_library")?];
        let editor = vec![file("editor_js")?];
        let share = vec![file("share_js")?];
        let mut page = Vec::new();
        collect(&dist, &mut page)?;
        let notices = dist.join("third-party-notices.txt");
        let later = [&worker, &library, &editor];
        page.retain(|path| later.iter().all(|part| !part.contains(path)) && *path != notices);
        // What lessons load, in the place of the page's own files.
        let element = vec![dist.join("embed.js")];
        let lessons = ["embed.d.ts", "embed/index.html", "frame.js"].map(|name| dist.join(name));
        page.retain(|path| !share.contains(path));
        page.retain(|path| !element.contains(path) && !lessons.contains(path));
        let is_frames = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("frame-") && name.ends_with(".css")
        };
        page.retain(|path| !is_frames(path));
        // Of the recordings a visitor loads one: the largest counts.
        let recordings: Vec<PathBuf> = manifest["scenarios"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|scenario| Some(dist.join(scenario["trace"].as_str()?)))
            .collect();
        let largest = recordings
            .iter()
            .max_by_key(|path| fs::metadata(path).map_or(0, |metadata| metadata.len()));
        page.retain(|path| !recordings.contains(path) || Some(path) == largest);
        Ok(Self {
            page,
            editor,
            worker,
            library,
            element,
            share,
        })
    }
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// The sum of the files' sizes, each compressed by itself by Node's zlib at its best.
fn brotli(files: &[PathBuf]) -> Result<u64> {
    let script = paths::root().join("xtask").join("js").join("brotli.mjs");
    let printed = command::output(Command::new("node").arg(script).args(files))?;
    Ok(printed.trim().parse()?)
}

/// Reads the modules themselves; that the worker's has the marks shows that they would be found.
fn engine_is_in_the_worker_alone(dist: &Dist) -> Result<bool> {
    let page = wasm_of(&dist.page)?;
    let worker = wasm_of(&dist.worker)?;
    let mut alone = true;
    for mark in ENGINE_MARKS {
        if holds(&page, mark) {
            println!("the page's Wasm names {mark}");
            alone = false;
        }
        if !holds(&worker, mark) {
            println!("the worker's Wasm does not name {mark}");
            alone = false;
        }
    }
    Ok(alone)
}

fn wasm_of(files: &[PathBuf]) -> Result<Vec<u8>> {
    let mut modules = files.iter().filter(|path| {
        path.extension()
            .is_some_and(|extension| extension == "wasm")
    });
    let module = modules
        .next()
        .context("no Wasm file in this part of dist/")?;
    ensure!(
        modules.next().is_none(),
        "more than one Wasm file in this part of dist/"
    );
    Ok(fs::read(module)?)
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

fn page_depends_on_no_engine(setup: &Setup) -> Result<bool> {
    let tree = command::output(setup.wasm.cargo().args([
        "tree",
        "--offline",
        "--package=loopscope-web",
        "--edges=normal",
        "--target=wasm32-unknown-unknown",
        "--prefix=none",
        "--format={p}",
    ]))?;
    let engine: Vec<&str> = tree
        .lines()
        .filter(|line| line.starts_with("boa_") || line.starts_with("oxc_"))
        .collect();
    for line in &engine {
        println!("the page depends on {line}");
    }
    Ok(engine.is_empty())
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn marks_are_found_in_bytes() {
        assert!(holds(b"\0\xffboa_engine-0.22/src", "boa_engine"));
        assert!(!holds(b"\0boa_engin", "boa_engine"));
        assert!(!holds(b"", "boa_engine"));
    }
}
