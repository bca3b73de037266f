//! How long a program's text may be. Parsers and the interpreter keep many times its size.

use crate::compile::place_at;
use crate::shared::Shared;
use loopscope_model::SourceUnit;
use loopscope_model::event::{Ending, Place, Stop, StopKind};

/// Bytes of one text.
pub const BYTES: usize = 4 << 20;

/// Statements of one text, functions' beginnings counted too.
pub const STATEMENTS: usize = 100_000;

/// Refuses a text that is longer than any that people write.
pub fn check_bytes(shared: &Shared, path: &str, text: &str) -> bool {
    if text.len() > BYTES {
        let message = format!("the program is longer than {} MiB", BYTES >> 20);
        refuse(shared, message, place_at(path, 1, 1));
    }
    !shared.is_over()
}

/// Refuses a text with more statements than the interpreter can compile in a page.
pub fn check_statements(shared: &Shared, unit: &SourceUnit) -> bool {
    if let Some(probe) = unit.probes.get(STATEMENTS) {
        let place = Place {
            path: unit.path.clone(),
            span: probe.span,
        };
        refuse(
            shared,
            format!("the program has more than {STATEMENTS} statements"),
            place,
        );
    }
    !shared.is_over()
}

fn refuse(shared: &Shared, message: String, place: Place) {
    shared.end(Ending::Stopped(Stop {
        kind: StopKind::Refused,
        message,
        hint: "leave out what the run does not need".to_owned(),
        place: Some(place),
    }));
}
