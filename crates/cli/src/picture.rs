//! `loopscope picture`: what the page shows at one place of a run, as text or as a drawing.

use crate::disk::Folder;
use loopscope_engine::record_with_disk;
use loopscope_model::Scenario;
use loopscope_model::anchor::Anchor;
use loopscope_model::picture;
use loopscope_model::replay::Recording;
use std::path::Path;

/// Runs the scenario and prints its picture at a place: an anchor, or the number of a step; without one, at the end.
///
/// # Errors
/// If the place cannot be read. One that this run does not have is told on standard error, with the nearest.
pub fn print(scenario: &Scenario, root: &Path, at: Option<&str>, svg: bool) -> Result<u8, String> {
    let recording = record(scenario, Some(root));
    let step = match at {
        None => recording.last_step(),
        Some(place) => step_of(&recording, place)?,
    };
    let picture = picture::picture(&recording, step);
    print!(
        "{}",
        if svg {
            picture::svg(&picture)
        } else {
            picture::text(&picture)
        }
    );
    Ok(0)
}

/// Records a whole run; without a folder the program sees the files of its scenario alone.
pub fn record(scenario: &Scenario, root: Option<&Path>) -> Recording {
    let mut recording = Recording::new(scenario.clone());
    match root {
        Some(root) => {
            let host = Box::new(Folder {
                root: root.to_owned(),
            });
            record_with_disk(scenario, host, &mut |chunk| recording.append(chunk));
        }
        None => loopscope_engine::record(scenario, &mut |chunk| recording.append(chunk)),
    }
    recording
}

/// The step that a place names.
///
/// # Errors
/// If it is neither an anchor nor a number.
pub fn step_of(recording: &Recording, place: &str) -> Result<u32, String> {
    if let Ok(step) = place.parse::<u32>() {
        return Ok(step.min(recording.last_step()));
    }
    let anchor: Anchor = place.parse().map_err(|error| format!("{error}"))?;
    let resolved = anchor.resolve(recording);
    if let Some(note) = resolved.note {
        eprintln!("loopscope: {note}");
    }
    Ok(resolved.step)
}
