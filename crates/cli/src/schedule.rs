//! `loopscope schedule`, and what a given schedule says that does not occur.

use crate::disk::Folder;
use loopscope_engine::{Draws, record_draws};
use loopscope_model::{Scenario, Schedule, draw};
use std::io::Write;
use std::path::Path;

fn draws(scenario: &Scenario, root: &Path) -> Draws {
    let host = Box::new(Folder {
        root: root.to_owned(),
    });
    record_draws(scenario, host).1
}

/// Runs the scenario and prints what was drawn, where that is not what is typical: as `--schedule` takes it. An empty
/// line is a run in which everything was typical.
///
/// # Errors
/// If it cannot be printed.
pub fn print(scenario: &Scenario, root: &Path) -> Result<u8, String> {
    let draws = draws(scenario, root);
    report(&draws);
    writeln!(std::io::stdout(), "{}", draw::write_list(&draws.list))
        .map_err(|error| format!("the schedule cannot be printed: {error}"))?;
    Ok(0)
}

/// Says on standard error which keys of the scenario's list do not occur in its run: the program is another one by now.
pub fn report_missing(scenario: &Scenario, root: &Path) {
    if matches!(scenario.schedule, Schedule::List(_)) {
        report(&draws(scenario, root));
    }
}

fn report(draws: &Draws) {
    for key in &draws.missing {
        eprintln!("loopscope: the schedule's {key} does not occur in this run: it is left out");
    }
}
