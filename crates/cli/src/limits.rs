//! Where recording pauses, as the command line says it.

use clap::{Args, value_parser};
use loopscope_model::event::{Ending, Limit};
use loopscope_model::scenario::Limits;

/// The limits. A run that paused at one of them is recorded further by a higher one: it does the same up to there.
#[derive(Args)]
pub struct Flags {
    /// Pause after so many events
    #[arg(long, value_name = "N", value_parser = value_parser!(u64).range(1..))]
    events: Option<u64>,
    /// Pause after so many milliseconds of virtual time
    #[arg(long, value_name = "N", value_parser = value_parser!(u64).range(1..))]
    virtual_ms: Option<u64>,
    /// Stop when one callback has run so many statements
    #[arg(long, value_name = "N", value_parser = value_parser!(u64).range(1..))]
    statements: Option<u64>,
}

impl Flags {
    /// Puts the limits that are given in the place of the usual ones.
    pub fn apply(&self, limits: &mut Limits) {
        limits.events = self.events.unwrap_or(limits.events);
        limits.virtual_ms = self.virtual_ms.unwrap_or(limits.virtual_ms);
        limits.statements_per_task = self.statements.unwrap_or(limits.statements_per_task);
    }
}

/// How to record further what ended so; none if no limit ended it.
pub fn how_to_go_on(limits: &Limits, ending: &Ending) -> Option<String> {
    let flag = match ending {
        Ending::Paused(limit) => {
            let raised = limits.raised(limit);
            match limit {
                Limit::Events(_) => format!("--events {}", raised.events),
                Limit::VirtualMillis(_) => format!("--virtual-ms {}", raised.virtual_ms),
            }
        }
        _ => return None,
    };
    Some(format!("record further with {flag}"))
}
