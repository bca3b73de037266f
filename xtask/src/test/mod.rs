//! `cargo xtask test`: every check, each counted; one that fails hides none of the others.

mod browser;
mod rust;
pub mod size;
mod tidy;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::build::{self, Profile};
use crate::setup::{self, Setup};

/// What the checks came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many passed.
    pub passed: u32,
    /// How many failed.
    pub failed: u32,
}

impl Tally {
    /// Counts one check.
    pub fn count(&mut self, passed: bool) {
        if passed {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// A named group of checks.
struct Part {
    name: &'static str,
    /// Whether it looks at `dist/`, which then is built first.
    needs_dist: bool,
    run: fn(&mut Context) -> Result<Tally>,
}

const PARTS: [Part; 11] = [
    Part {
        name: "fmt",
        needs_dist: false,
        run: |_| rust::fmt(),
    },
    Part {
        name: "tidy",
        needs_dist: false,
        run: |_| tidy::check(),
    },
    Part {
        name: "clippy",
        needs_dist: false,
        run: |_| rust::clippy(),
    },
    Part {
        name: "unit",
        needs_dist: false,
        run: |_| rust::unit(),
    },
    Part {
        name: "choices",
        needs_dist: false,
        run: |_| rust::choices(),
    },
    Part {
        name: "fuzz",
        needs_dist: false,
        run: |_| rust::fuzz(),
    },
    Part {
        name: "clippy-wasm",
        needs_dist: false,
        run: |context| rust::clippy_wasm(context.setup()?),
    },
    Part {
        name: "build",
        needs_dist: true,
        run: |_| {
            Ok(Tally {
                passed: 1,
                failed: 0,
            })
        },
    },
    Part {
        name: "size",
        needs_dist: true,
        run: |context| size::check(context.setup()?),
    },
    Part {
        name: "same-bytes",
        needs_dist: true,
        run: |_| rust::same_bytes(),
    },
    Part {
        name: "browser",
        needs_dist: true,
        run: |_| browser::check(),
    },
];

/// What the parts share: set up and built once, when first asked for.
#[derive(Default)]
struct Context {
    setup: Option<Setup>,
    built: Option<bool>,
}

impl Context {
    fn setup(&mut self) -> Result<&Setup> {
        if self.setup.is_none() {
            self.setup = Some(setup::for_build()?);
        }
        self.setup
            .as_ref()
            .ok_or_else(|| anyhow::anyhow!("not set up"))
    }

    fn build(&mut self) -> Result<()> {
        if self.built.is_none() {
            self.built = Some(false);
            build::with(self.setup()?, Profile::Ship)?;
            self.built = Some(true);
        }
        match self.built {
            Some(true) => Ok(()),
            _ => bail!("not run, because dist/ could not be built"),
        }
    }
}

/// Runs the parts named, or all of them, and prints `N passed, M failed` last.
///
/// # Errors
/// When a name is no part's.
pub fn run(names: &[String]) -> Result<ExitCode> {
    for name in names {
        if !PARTS.iter().any(|part| part.name == name) {
            let all: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
            bail!(
                "there is no part `{name}`; the parts are {}",
                all.join(", ")
            );
        }
    }
    let mut context = Context::default();
    let mut total = Tally::default();
    let mut lines = Vec::new();
    for part in &PARTS {
        if !names.is_empty() && !names.iter().any(|name| name == part.name) {
            continue;
        }
        println!("\n======== {} ========", part.name);
        let tally = run_part(part, &mut context).unwrap_or_else(|error| {
            println!("error: {error:#}");
            Tally {
                passed: 0,
                failed: 1,
            }
        });
        lines.push(format!(
            "{:12} {} passed, {} failed",
            part.name, tally.passed, tally.failed
        ));
        total.add(tally);
    }
    println!("\n======== all ========\n{}\n", lines.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(ExitCode::from(u8::from(total.failed > 0)))
}

fn run_part(part: &Part, context: &mut Context) -> Result<Tally> {
    if part.needs_dist {
        context.build()?;
    }
    (part.run)(context)
}
