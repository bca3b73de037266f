mod background;
mod javascript;

use super::explain;
use crate::event::{Ending, EventKind, Limit, Stop, StopKind};
use crate::fixture::{Story, place};
use crate::task::{Phase, Queue};
use expect_test::{Expect, expect};

/// All steps from this one on: the sentence, the section of its rule, and the detail below.
#[track_caller]
fn check(story: &Story, from: u32, expect: Expect) {
    let recording = story.recording();
    let mut out = String::new();
    for step in from..recording.step_count() {
        let why = explain(&recording, step);
        let rule = why
            .rule
            .map_or(String::new(), |r| format!(" [{}]", r.section()));
        out += &format!("{step}: {}{rule}\n", why.sentence);
        if let Some(detail) = why.detail {
            out += &format!("   {detail}\n");
        }
    }
    expect.assert_eq(&out);
}

const TICKS: Queue = Queue::Ticks;
const MICROTASKS: Queue = Queue::Microtasks;
const TIMERS: Queue = Queue::Phase(Phase::Timers);
const CHECK: Queue = Queue::Phase(Phase::Check);

#[track_caller]
fn ends(ending: Ending, expect: Expect) {
    let mut s = Story::new("a()", &[]);
    s.then(EventKind::Ended(ending));
    check(&s, 1, expect);
}

#[test]
fn endings() {
    ends(
        Ending::Waiting(vec!["server on port 80".to_owned(), "stdin".to_owned()]),
        expect![[r#"
            1: Nothing can happen without an event from outside; the process is kept alive by server on port 80 and stdin.
        "#]],
    );
    ends(
        Ending::Paused(Limit::Events(200_000)),
        expect![[r#"
        1: The recording pauses here: it holds 200,000 events.
    "#]],
    );
    ends(
        Ending::Paused(Limit::VirtualMillis(1000)),
        expect![[r#"
        1: The recording pauses here, after 1,000 ms of virtual time.
    "#]],
    );
    let stop = |kind| Stop {
        kind,
        message: "`cluster` is not modelled".to_owned(),
        hint: "use one process".to_owned(),
        place: Some(place(1, "a()")),
    };
    ends(
        Ending::Stopped(stop(StopKind::Refused)),
        expect![[r#"
            1: The run stops in line 1: `cluster` is not modelled.
               Use one process.
        "#]],
    );
    ends(
        Ending::Stopped(stop(StopKind::Bomb)),
        expect![[r#"
            1: The run stops in line 1, at a bound that no ordinary program needs: `cluster` is not modelled.
               Use one process.
        "#]],
    );
}
