use super::{Card, EndingTone, Picture, console_line, picture, text};
use crate::event::{ChoiceKind, Ending, EventKind, Stop, StopKind};
use crate::fixture::{Story, place};
use crate::handle::{HandleId, HandleKind};
use crate::replay::{Recording, Stage};
use crate::rule::RuleId;
use crate::source::FunctionId;
use crate::task::{Phase, Queue, TaskId, TaskKind};
use crate::time::VirtualTime;
use expect_test::{Expect, expect};

const PROGRAM: &str = "fs.readFile('a', show)\nsetTimeout(later, 10)\nsetImmediate(now)\nprocess.nextTick(tick)\nconsole.log('end')";

/// Everything at once: an operation, a timer, an immediate, a tick and a microtask.
fn busy() -> Story {
    let mut s = Story::new(PROGRAM, &["show", "later"]);
    s.main().line(1).create(1, TaskKind::Io, "show", Some(1));
    s.submit(1, "open a").work(1, 0, 8);
    s.line(2)
        .create(2, TaskKind::Timeout, "later", Some(2))
        .arm(2, 10);
    s.at(4)
        .line(3)
        .create(3, TaskKind::Immediate, "now", Some(3));
    s.queue(3, Queue::Phase(Phase::Check));
    s.line(4)
        .create(4, TaskKind::Tick, "tick", Some(4))
        .queue(4, Queue::Ticks);
    s.create(8, TaskKind::PromiseJob, "", None)
        .queue(8, Queue::Microtasks);
    s.line(5).print("end");
    s
}

fn last(recording: &Recording) -> super::Picture {
    picture(recording, recording.last_step())
}

#[track_caller]
fn check(story: &Story, expect: Expect) {
    expect.assert_eq(&text(&last(&story.recording())));
}

#[test]
fn in_the_main_program() {
    check(
        &busy(),
        expect![[r#"
            step 13 of 13 | 4 ms | main program
              why                Line 5 prints `end`.
              stack              main.js, line 5 (#0)
              nextTick queue     tick #4
              microtask queue    promise job #8
              check              now #3
              timer              later #2 due at 10 ms, 6 ms left
              thread 1           open a for show #1 until 8 ms
        "#]],
    );
}

#[test]
fn before_the_start() {
    let recording = busy().recording();
    expect![[r#"
        step 0 of 13 | 0 ms | before the start
          why                Nothing has run yet: the main program comes first, then the event loop.
    "#]]
    .assert_eq(&text(&picture(&recording, 0)));
}

#[test]
fn waiting_in_poll() {
    let mut s = busy();
    s.end(0)
        .then(EventKind::Checkpoint(Queue::Ticks))
        .start(4, RuleId::TicksFirst);
    s.then(EventKind::Enter(FunctionId(1))).end(4);
    s.then(EventKind::IterationStarted(1)).phase(Phase::Poll);
    s.then(EventKind::PollWait(Some(VirtualTime::from_millis(8))));
    check(
        &s,
        expect![[r#"
            step 19 of 19 | 4 ms | iteration 1: poll
              why                There is nothing to run, so the loop sleeps in its poll phase until `open a` for `show` (#1) is done, at 8 ms.
              microtask queue    promise job #8
              poll               waits until 8 ms <- here
              check              now #3
              timer              later #2 due at 10 ms, 6 ms left
              thread 1           open a for show #1 until 8 ms
        "#]],
    );
    s.at(8).complete(1, 0);
    s.then(EventKind::Choice {
        kind: ChoiceKind::PollBatch,
        picked: Some(TaskId(1)),
        others: vec![TaskId(3)],
    });
    s.start(1, RuleId::PollDelivers);
    check(
        &s,
        expect![[r#"
            step 21 of 21 | 8 ms | iteration 1: poll
              why                The operation is done, and the poll phase calls the callback of `show` (#1).
              open               Node does not promise this order: it depends on whether the operation is done by the time the loop looks.
              microtask queue    promise job #8
              poll               a callback runs <- here
              check              now #3
              timer              later #2 due at 10 ms, 2 ms left
        "#]],
    );
    let shown = last(&s.recording());
    let open = shown.open_order.expect("a choice");
    assert_eq!(open.picked.map(|c| c.number), Some(1));
    assert_eq!(
        open.others.iter().map(|c| c.number).collect::<Vec<_>>(),
        [3]
    );
    // It is seen where it would be.
    let ghosts = |phase: Phase| shown.phases[phase as usize].ghosts.len();
    assert_eq!((ghosts(Phase::Check), ghosts(Phase::Poll)), (1, 0));
}

#[test]
fn while_a_queue_is_not_empty_the_loop_stands_still_and_who_waits_grows_older() {
    let mut s = Story::new("a()", &[]);
    s.main().create(1, TaskKind::Immediate, "now", Some(1));
    s.queue(1, Queue::Phase(Phase::Check)).end(0);
    s.then(EventKind::Checkpoint(Queue::Ticks));
    for task in 2..=10 {
        s.create(task, TaskKind::Tick, "again", None)
            .queue(task, Queue::Ticks)
            .start(task, RuleId::TicksFirst)
            .end(task);
    }
    let shown = last(&s.recording());
    let age = |shown: &Picture| shown.phases[Phase::Check as usize].cards[0].age;
    assert_eq!((shown.in_a_row, age(&shown)), (9, 9));
    s.phase(Phase::Timers);
    let shown = last(&s.recording());
    assert_eq!((shown.in_a_row, age(&shown)), (0, 9));
}

#[test]
fn who_waits_is_told_for_what() {
    let mut s = busy();
    s.create(20, TaskKind::Io, "second", Some(1))
        .submit(20, "open b");
    s.create(21, TaskKind::Io, "third", Some(1))
        .submit(21, "open c");
    for (number, peer) in [(1, 2), (2, 1)] {
        s.then(EventKind::HandleOpened {
            handle: HandleId(number),
            kind: HandleKind::Socket,
            label: format!("end {number}"),
            site: None,
        });
        s.then(EventKind::HandleChanged {
            handle: HandleId(number),
            label: format!("end {number}"),
            peer: Some(HandleId(peer)),
        });
    }
    s.at(25);
    s.print("late");
    let shown = last(&s.recording());
    let places: Vec<usize> = shown.pool_line.iter().map(|o| o.place).collect();
    assert_eq!(places, [1, 2]);
    let peers: Vec<_> = shown.handles.iter().map(|h| h.peer.as_deref()).collect();
    assert_eq!(peers, [Some("end 2"), Some("end 1")]);
    let timer = &shown.timers[0];
    assert_eq!((timer.left.millis(), timer.late.millis()), (0, 15));
}

#[test]
fn cards_have_number_and_colour() {
    let shown = last(&busy().recording());
    let job = &shown.microtasks.cards[0];
    let expect = Card {
        task: TaskId(8),
        number: 8,
        colour: 1,
        kind: TaskKind::PromiseJob,
        label: "promise job".to_owned(),
        line: None,
        age: 0,
    };
    assert_eq!(*job, expect);
    assert_eq!(shown.ticks.cards[0].line, Some(4));
}

#[test]
fn what_goes_on_in_the_background() {
    let shown = last(&busy().recording());
    let timer = &shown.timers[0];
    assert_eq!(
        (timer.delay_ms, timer.left),
        (10, VirtualTime::from_millis(6))
    );
    assert_eq!((timer.elapsed, timer.refed), (0.4, true));
    assert_eq!(shown.pool.len(), 4);
    let read = shown.pool[0].busy.as_ref().expect("a busy thread");
    assert_eq!((read.operation.as_str(), read.elapsed), ("open a", 0.5));
    assert!(shown.pool[1..].iter().all(|slot| slot.busy.is_none()));
}

#[test]
fn what_belongs_to_the_program() {
    let shown = last(&busy().recording());
    let running = shown.running.expect("a statement");
    assert_eq!((running.span.line, running.number), (5, 0));
    let marks: Vec<_> = (shown.gutter.iter())
        .map(|mark| (mark.line, mark.cards[0].number))
        .collect();
    assert_eq!(marks, [(1, 1), (2, 2), (3, 3), (4, 4)]);
    assert_eq!((shown.stack.len(), shown.stack[0].line), (1, Some(5)));
    assert_eq!(shown.stack[0].label, "main.js");
}

#[test]
fn paths_are_shown_without_the_current_directory() {
    let mut trace = busy().trace().clone();
    trace.sources[0].path = "/app/main.js".to_owned();
    let recording = Recording::from_trace(trace);
    let shown = last(&recording);
    assert_eq!(shown.stack[0].label, "main.js");
    assert_eq!(shown.gutter[0].path, "main.js");
    assert_eq!(shown.running.expect("a statement").path, "main.js");
    assert_eq!(
        recording.shown_path("/application/x.js"),
        "/application/x.js"
    );
}

#[test]
fn the_console() {
    let recording = busy().recording();
    let line = console_line(&recording, 0).expect("a line");
    assert_eq!(
        (line.number, line.text.as_str(), line.line),
        (1, "end", Some(5))
    );
    assert_eq!(line.card.map(|c| c.number), Some(0));
    assert_eq!(picture(&recording, line.step).console_len, 1);
    assert_eq!(picture(&recording, line.step - 1).console_len, 0);
    assert_eq!(console_line(&recording, 1), None);
}

#[test]
fn endings_and_problems() {
    let mut s = busy();
    s.then(EventKind::Ended(Ending::Exited(3)));
    let shown = last(&s.recording());
    let ending = shown.ending.expect("an ending");
    assert_eq!(
        (ending.tone, shown.stage),
        (EndingTone::Failure, Stage::Ended)
    );
    assert!(shown.stack.is_empty() && shown.problem.is_none());

    let mut s = busy();
    s.then(EventKind::Ended(Ending::Stopped(Stop {
        kind: StopKind::Refused,
        message: "`cluster` is not modelled".to_owned(),
        hint: "use one process".to_owned(),
        place: Some(place(2, PROGRAM)),
    })));
    check(
        &s,
        expect![[r#"
            step 14 of 14 | 4 ms | the run is over
              why                The run stops in line 2: `cluster` is not modelled.
              stack              main.js, line 5 (#0)
              nextTick queue     tick #4
              microtask queue    promise job #8
              check              now #3
              timer              later #2 due at 10 ms, 6 ms left
              thread 1           open a for show #1 until 8 ms
              end                stopped: not modelled
                                 `cluster` is not modelled: use one process
        "#]],
    );
    let problem = last(&s.recording()).problem.expect("a problem");
    assert_eq!(problem.span.map(|span| span.line), Some(2));
    assert!(problem.refused);
}

#[test]
fn a_long_queue_is_cut() {
    let mut s = Story::new("a()", &[]);
    for task in 1..=1000 {
        s.create(task, TaskKind::Tick, "t", Some(1))
            .queue(task, Queue::Ticks);
    }
    let shown = last(&s.recording());
    assert_eq!(shown.ticks.cards.len(), super::MAX_CARDS);
    assert_eq!(shown.ticks.more, 1000 - super::MAX_CARDS);
    assert_eq!(shown.gutter[0].cards.len(), super::MAX_CARDS);
}
