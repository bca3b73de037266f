//! Steps at which something ends: events of `process`, exceptions, the run.

use super::teller::{Said, Teller, enumerate, grouped};
use crate::event::{Ending, Limit, Place, Stop, StopKind};
use crate::rule::RuleId;
use crate::task::TaskId;

pub(super) fn process_event(name: &str) -> Said {
    match name {
        "beforeExit" => Said::new(
            "The loop has nothing left to do, so `beforeExit` is emitted; new work would keep the process alive.",
        )
        .by(RuleId::BeforeExit),
        "exit" => Said::new(
            "`exit` is emitted: its listeners run at once; no tick, timer or immediate that they set will run.",
        )
        .by(RuleId::ExitIsSynchronous),
        "uncaughtException" => Said::new(
            "The program did not catch the exception, so listeners of `uncaughtException` are asked; without one the process ends.",
        )
        .by(RuleId::UncaughtContinues),
        "unhandledRejection" => Said::new(
            "Both queues are empty, and nobody has handled the rejection of a promise: listeners of `unhandledRejection` are asked; without one it becomes an exception.",
        )
        .by(RuleId::RejectionsLast),
        _ => Said::new(format!("`{name}` is emitted on `process`.")),
    }
}

pub(super) fn uncaught(message: &str, place: Option<&Place>) -> Said {
    Said::new(match place {
        Some(place) => format!(
            "nothing caught the exception of line {}: {message}.",
            place.span.line
        ),
        None => format!("nothing caught this exception: {message}."),
    })
}

pub(super) fn ended(t: &mut Teller<'_>, ending: &Ending) -> Said {
    match ending {
        Ending::Exited(code) => exited(t, *code),
        Ending::Waiting(handles) => Said::new(format!(
            "Nothing can happen without an event from outside; the process is kept alive by {}.",
            enumerate(handles)
        )),
        Ending::Paused(limit) => Said::new(match limit {
            Limit::Events(n) => format!(
                "The recording pauses here: it holds {} events.",
                grouped(*n)
            ),
            Limit::VirtualMillis(n) => {
                format!(
                    "The recording pauses here, after {} ms of virtual time.",
                    grouped(*n)
                )
            }
        }),
        Ending::Stopped(stop) => stopped(stop),
    }
}

fn exited(t: &mut Teller<'_>, code: i32) -> Said {
    let running = t.before.current();
    let dropped: Vec<TaskId> = (t.before.tasks())
        .filter(|&task| Some(task) != running)
        .collect();
    Said::new(match dropped.len() {
        0 => format!("The process ends with exit code {code}."),
        1 => format!(
            "The process ends with exit code {code}: {} will not run any more.",
            t.names(&dropped)
        ),
        _ => format!(
            "The process ends with exit code {code}; these will not run any more: {}.",
            t.names(&dropped)
        ),
    })
}

fn stopped(stop: &Stop) -> Said {
    let place = match &stop.place {
        Some(place) => format!(" in line {}", place.span.line),
        None => String::new(),
    };
    let message = stop.message.trim_end_matches('.');
    let said = Said::new(match stop.kind {
        StopKind::Refused => format!("The run stops{place}: {message}."),
        StopKind::Bomb => {
            format!("The run stops{place}, at a bound that no ordinary program needs: {message}.")
        }
    });
    match stop.hint.as_str() {
        "" => said,
        hint => said.detail(format!("{}.", hint.trim_end_matches('.'))),
    }
}
