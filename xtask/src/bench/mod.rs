//! `cargo xtask bench`: measures, compares with the commit before, prints a table.
//!
//! Measurements are kept in `target/bench/`, one file a commit (`-changed` where the checkout differs from it). The
//! comparison is with the nearest commit before that was measured here: to compare with the one directly before,
//! measure that one first (`git switch --detach HEAD^ && cargo xtask bench`, then come back). Nothing fails for being slow.
//!
//! Where a clock would say more about the machine than about the program, instructions are counted, by valgrind's
//! cachegrind; without valgrind the clock is read after all, in turns, and it says so. What cannot be measured on a machine
//! is said, and the rest is.

mod instructions;
mod measures;
mod native;
mod table;
mod web;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::build::{self, Profile};
use measures::Measure;

/// A group of measurements.
struct Part {
    name: &'static str,
    /// Whether it looks at `dist/`, which then is built first.
    needs_dist: bool,
    run: fn() -> Result<Vec<Measure>>,
}

const PARTS: [Part; 5] = [
    Part {
        name: "native",
        needs_dist: false,
        run: native::measure,
    },
    Part {
        name: "instructions",
        needs_dist: false,
        run: instructions::measure,
    },
    Part {
        name: "wasm",
        needs_dist: true,
        run: web::wasm,
    },
    Part {
        name: "browser",
        needs_dist: true,
        run: web::browser,
    },
    Part {
        name: "size",
        needs_dist: true,
        run: web::sizes,
    },
];

/// Runs the parts with these names, or all of them.
///
/// # Errors
/// When there is no such part, or one cannot be measured.
pub fn run(names: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = names.iter().find(|n| PARTS.iter().all(|p| p.name != **n)) {
        let known = PARTS.map(|part| part.name).join(" ");
        bail!("there is no measurement `{unknown}`: name some of {known}");
    }
    let chosen: Vec<&Part> = PARTS
        .iter()
        .filter(|part| names.is_empty() || names.iter().any(|name| name == part.name))
        .collect();
    let mut failed = Vec::new();
    let needs_dist = chosen.iter().any(|part| part.needs_dist);
    let built = match needs_dist {
        true => build::run(Profile::Ship),
        false => Ok(()),
    };
    if let Err(error) = &built {
        failed.push(format!("what is built: {error:#}"));
    }
    let mut measures = Vec::new();
    for part in chosen {
        if part.needs_dist && built.is_err() {
            continue;
        }
        match (part.run)() {
            Ok(more) => measures.extend(more),
            Err(error) => failed.push(format!("{}: {error:#}", part.name)),
        }
    }
    let before = measures::nearest_before()?;
    table::print(&measures, before.as_ref());
    measures::keep(measures)?;
    for what in &failed {
        println!("not measured: {what}");
    }
    Ok(ExitCode::from(u8::from(!failed.is_empty())))
}
