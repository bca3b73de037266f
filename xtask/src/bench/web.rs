//! What is built: the worker's Wasm in Node, the page in a browser, the sizes.

use std::process::Command;

use anyhow::{Context, Result};

use super::measures::Measure;
use crate::build::manifest;
use crate::server::{self, Site};
use crate::test::size;
use crate::{command, paths, setup};

/// The worker's Wasm in Node.
///
/// # Errors
/// When `dist/` is not complete, or Node fails.
pub fn wasm() -> Result<Vec<Measure>> {
    let manifest = manifest::read()?;
    let file = |key: &str| -> Result<_> {
        let name = manifest[key].as_str();
        Ok(paths::dist().join(name.with_context(|| format!("build.json has no {key}"))?))
    };
    let mut node = Command::new("node");
    node.arg(paths::root().join("xtask").join("js").join("bench.mjs"))
        .arg(file("worker_js")?)
        .arg(file("worker_wasm")?)
        .arg(file("worker_library")?)
        .arg(
            paths::root()
                .join("tests")
                .join("bench")
                .join("programs.rs"),
        );
    lines("measure the worker's Wasm in Node", &mut node)
}

/// The page in headless Chromium, and lessons that hold it in frames.
///
/// # Errors
/// When the browser cannot be set up, or the page does not do what it should.
pub fn browser() -> Result<Vec<Measure>> {
    let chromium = setup::for_browser_tests()?;
    let site = Site {
        dir: paths::dist(),
        base: "/".to_owned(),
        reloader: None,
    };
    let address = server::start(server::claim(0)?, site)?;
    let script = |name: &str| {
        let mut node = Command::new("node");
        node.arg(name)
            .current_dir(paths::browser_tests())
            .env("LOOPSCOPE_URL", &address)
            .env("LOOPSCOPE_CHROMIUM", &chromium);
        node
    };
    let mut measures = lines("measure the page in Chromium", &mut script("bench.mjs"))?;
    let mut embeds = script("bench-embeds.mjs");
    measures.extend(lines("measure embeds in Chromium", &mut embeds)?);
    Ok(measures)
}

/// The sizes after brotli.
///
/// # Errors
/// When `dist/` is not complete.
pub fn sizes() -> Result<Vec<Measure>> {
    let sizes = size::measure()?;
    Ok(sizes
        .into_iter()
        .map(|(name, bytes)| Measure {
            name: format!("size of the {name}"),
            value: bytes as f64 / 1000.0,
            unit: "KB brotli".to_owned(),
        })
        .collect())
}

fn lines(title: &str, program: &mut Command) -> Result<Vec<Measure>> {
    let lines = command::step(title, || command::output(program))?;
    Ok(lines.lines().filter_map(Measure::parse).collect())
}
