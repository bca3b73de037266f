//! `loopscope trace`.

use crate::disk::Folder;
use crate::last_resort;
use crate::run::report;
use loopscope_engine::record_with_disk;
use loopscope_model::replay::Recording;
use loopscope_model::{Scenario, written};
use std::io::{BufWriter, Write};
use std::path::Path;

/// Runs the scenario, prints its trace, and gives the exit code.
///
/// # Errors
/// If the trace cannot be printed.
pub fn print(scenario: &Scenario, root: &Path, json: bool) -> Result<u8, String> {
    let mut recording = Recording::new(scenario.clone());
    let host = Box::new(Folder {
        root: root.to_owned(),
    });
    last_resort::watch();
    record_with_disk(scenario, host, &mut |chunk| recording.append(chunk));
    let out = BufWriter::new(std::io::stdout().lock());
    last_resort::writing(|| write(&recording, json, out))
        .map_err(|error| format!("the trace cannot be printed: {error}"))?;
    Ok(recording
        .ending()
        .map_or(0, |ending| report(ending, &scenario.limits)))
}

fn write(recording: &Recording, json: bool, mut out: impl Write) -> std::io::Result<()> {
    if json {
        written::json::write(recording, &mut out)?;
        writeln!(out)?;
    } else {
        for line in written::text::lines(recording) {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}
