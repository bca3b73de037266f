//! `loopscope run`.

use crate::disk::Folder;
use crate::last_resort;
use crate::limits;
use loopscope_engine::record_with_disk;
use loopscope_model::event::{Ending, Limit, Stream};
use loopscope_model::scenario::Limits;
use loopscope_model::{EventKind, Scenario};
use std::io::Write;
use std::path::Path;

/// The process waits for something from outside.
const WAITING: u8 = 0;
/// Something is not modelled.
const REFUSED: u8 = 3;
/// A limit of the recording.
const LIMIT: u8 = 124;
/// The highest exit code; a process of Node's that was ended by a signal would have more.
const HIGHEST: i32 = 127;

/// Runs the scenario, prints what it prints, and gives the exit code.
pub fn run(scenario: &Scenario, root: &Path) -> u8 {
    let mut ending = Ending::Exited(0);
    let host = Box::new(Folder {
        root: root.to_owned(),
    });
    last_resort::watch();
    record_with_disk(scenario, host, &mut |chunk| {
        for event in chunk.events {
            match event.kind {
                EventKind::Output { stream, text } => {
                    last_resort::writing(|| write(stream, &text));
                }
                EventKind::Ended(how) => ending = how,
                _ => {}
            }
        }
    });
    report(&ending, &scenario.limits)
}

/// A closed pipe is no error of the program: its output is no longer wanted.
fn write(stream: Stream, text: &str) {
    let _ = match stream {
        Stream::Stdout => std::io::stdout().write_all(text.as_bytes()),
        Stream::Stderr => std::io::stderr().write_all(text.as_bytes()),
    };
}

/// A note on how the run ended, if it is not as a process of Node's ends; and the exit code.
pub fn report(ending: &Ending, limits: &Limits) -> u8 {
    let _ = std::io::stdout().flush();
    let code = tell(ending);
    if let Some(how) = limits::how_to_go_on(limits, ending) {
        eprintln!("  {how}");
    }
    code
}

fn tell(ending: &Ending) -> u8 {
    match ending {
        Ending::Exited(code) => (*code).clamp(0, HIGHEST) as u8,
        Ending::Waiting(handles) => {
            eprintln!(
                "loopscope: the program waits for something from outside: {}\n  hint: send it something, such as --at 20ms:request:GET:/ or --at 20ms:stdin:text",
                handles.join(", ")
            );
            WAITING
        }
        Ending::Paused(limit) => {
            let limit = match limit {
                Limit::Events(count) => format!("{count} events"),
                Limit::VirtualMillis(millis) => format!("{millis} ms of virtual time"),
            };
            eprintln!("loopscope: paused after {limit}: the program goes on and on");
            LIMIT
        }
        Ending::Stopped(stop) => {
            let place = stop.place.as_ref().map_or(String::new(), |place| {
                format!("{}:{}:{}: ", place.path, place.span.line, place.span.column)
            });
            eprintln!("loopscope: {place}{}", stop.message);
            if !stop.hint.is_empty() {
                eprintln!("  hint: {}", stop.hint);
            }
            match stop.kind {
                loopscope_model::event::StopKind::Refused => REFUSED,
                loopscope_model::event::StopKind::Bomb => LIMIT,
            }
        }
    }
}
