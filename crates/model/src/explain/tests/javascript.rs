//! What JavaScript does, and what runs between two callbacks.

use super::{MICROTASKS, TICKS, check};
use crate::event::{Ending, EventKind, Stream};
use crate::fixture::{Story, place};
use crate::node::NodeVersion;
use crate::rule::RuleId;
use crate::source::{FunctionId, ProbeId};
use crate::task::{TaskId, TaskKind};
use expect_test::expect;

#[test]
fn main_program_ticks_and_microtasks() {
    let mut s = Story::new(
        "console.log('a')\nprocess.nextTick(tick)\nPromise.resolve().then(job)\nqueueMicrotask(() => {})",
        &["tick", "job", ""],
    );
    s.main().line(1).print("a");
    s.line(2)
        .create(1, TaskKind::Tick, "tick", Some(2))
        .queue(1, TICKS);
    s.line(3)
        .create(2, TaskKind::PromiseJob, "job", Some(3))
        .queue(2, MICROTASKS);
    s.line(4)
        .create(3, TaskKind::Microtask, "microtask", Some(4))
        .queue(3, MICROTASKS);
    s.end(0).then(EventKind::Checkpoint(TICKS));
    s.start(1, RuleId::TicksFirst)
        .then(EventKind::Enter(FunctionId(1)))
        .end(1);
    s.then(EventKind::Checkpoint(MICROTASKS));
    s.start(2, RuleId::MicrotasksInOrder)
        .then(EventKind::Enter(FunctionId(2)))
        .end(2);
    s.start(3, RuleId::MicrotasksInOrder)
        .then(EventKind::Enter(FunctionId(3)))
        .end(3);
    s.then(EventKind::ProcessEvent("beforeExit".to_owned()));
    s.then(EventKind::ProcessEvent("exit".to_owned()));
    s.then(EventKind::Ended(Ending::Exited(0)));
    check(
        &s,
        0,
        expect![[r#"
            0: Nothing has run yet: the main program comes first, then the event loop. [1.1]
            1: The process starts: the main program is ready to run. [1.1]
            2: The main program runs first, from top to bottom; the event loop has to wait. [1.1]
            3: Line 1 is about to run: `console.log('a')`.
            4: Line 1 prints `a`.
            5: Line 2 is about to run: `process.nextTick(tick)`.
            6: `tick` (#1) joins the nextTick queue: it runs as soon as the main program is done, before any promise job. [2.1]
            7: Line 3 is about to run: `Promise.resolve().then(job)`.
            8: The promise is settled: `job` (#2) joins the microtask queue. [2.2]
            9: Line 4 is about to run: `queueMicrotask(() => {})`.
            10: The microtask of line 4 (#3) joins the microtask queue, behind 1 other. [2.2]
            11: The main program is over: the call stack is empty. [3.4]
               1 tick and 2 microtasks wait, and both queues are emptied before the next callback.
            12: The main program is done: the nextTick queue is emptied, with 1 tick in it. [2.1]
            13: `tick` (#1) is the next of the nextTick queue, and ticks go before the 2 waiting microtasks. [2.1]
            14: `tick` (#1) is over: the call stack is empty. [3.4]
               2 microtasks wait, and both queues are emptied before the next callback.
            15: No tick is left, so the microtask queue is emptied, with 2 microtasks in it. [2.2]
            16: The nextTick queue is empty, and `job` (#2) is the next of the microtask queue. [2.2]
            17: `job` (#2) is over: the call stack is empty. [3.4]
               1 microtask waits, and both queues are emptied before the next callback.
            18: The nextTick queue is empty, and the microtask of line 4 (#3) is the next of the microtask queue. [2.2]
            19: The microtask of line 4 (#3) is over: the call stack is empty.
            20: The loop has nothing left to do, so `beforeExit` is emitted; new work would keep the process alive. [9.1]
            21: `exit` is emitted: its listeners run at once; no tick, timer or immediate that they set will run. [9.2]
            22: The process ends with exit code 0.
        "#]],
    );
}

#[test]
fn calls_await_and_exceptions() {
    let mut s = Story::new("load()\nawait x\nlet y = 1\nthrow 1", &["load", ""]);
    s.main().line(1).then(EventKind::Enter(FunctionId(1)));
    s.then(EventKind::Suspend(Some(ProbeId(1)))).line(3);
    s.then(EventKind::Repeated(ProbeId(2), 99_000));
    s.line(3).then(EventKind::Repeated(ProbeId(2), 1));
    s.then(EventKind::Repeated(ProbeId(0), 500));
    s.create(1, TaskKind::PromiseJob, "load", Some(2)).end(0);
    s.queue(1, MICROTASKS)
        .then(EventKind::Checkpoint(MICROTASKS));
    s.start(1, RuleId::MicrotasksInOrder)
        .then(EventKind::Resume(FunctionId(1)))
        .line(2);
    s.then(EventKind::Enter(FunctionId(2)))
        .then(EventKind::Leave);
    s.then(EventKind::Output {
        stream: Stream::Stderr,
        text: "\n".to_owned(),
    });
    s.line(4)
        .then(EventKind::Unwind)
        .then(EventKind::TaskEnded {
            task: TaskId(1),
            threw: true,
        });
    s.then(EventKind::ProcessEvent("unhandledRejection".to_owned()));
    s.then(EventKind::ProcessEvent("uncaughtException".to_owned()));
    s.then(EventKind::ProcessEvent("warning".to_owned()));
    s.then(EventKind::Uncaught {
        message: "Error: no".to_owned(),
        place: Some(place(4, "load()\nawait x\nlet y = 1\nthrow 1")),
    });
    s.then(EventKind::ProcessEvent("exit".to_owned()));
    s.then(EventKind::TaskDropped { task: TaskId(7) });
    s.then(EventKind::TaskDropped { task: TaskId(8) });
    s.then(EventKind::Ended(Ending::Exited(1)));
    check(
        &s,
        3,
        expect![[r#"
            3: Line 1 is about to run: `load()`.
            4: `load` is called: its frame goes on top of the call stack.
            5: `load` is suspended at its `await` in line 2: the rest will go on as a promise job.
               Its frame leaves the call stack and its caller goes on at once.
            6: Line 3 is about to run: `let y = 1`.
            7: Line 3 runs 99,000 more times in this task.
               The first visits are recorded one by one; these are counted.
            8: Line 3 is about to run: `let y = 1`.
            9: Lines 1 to 3 run again and again, up to 500 more times in this task.
               The first visits are recorded one by one; these are counted.
            10: `load` (#1) waits for its promise to be settled.
            11: The main program is over: the call stack is empty. [3.4]
               The event loop comes next.
            12: Its promise is settled, so `load` (#1) joins the microtask queue. [2.2]
            13: The main program is done: the microtask queue is emptied, with 1 microtask in it. [2.2]
            14: The nextTick queue is empty, and `load` (#1) is the next of the microtask queue. [2.2]
            15: Line 2 goes on behind its `await`.
            16: The anonymous function in line 1 is called: its frame goes on top of the call stack.
            17: The anonymous function in line 1 returns to `load`.
            18: Line 2 prints an empty line to standard error.
            19: Line 4 is about to run: `throw 1`.
            20: `load` (#1) is left by an exception: the call stack is empty.
            21: Both queues are empty, and nobody has handled the rejection of a promise: listeners of `unhandledRejection` are asked; without one it becomes an exception. [8.1]
            22: The program did not catch the exception, so listeners of `uncaughtException` are asked; without one the process ends. [9.3]
            23: `warning` is emitted on `process`.
            24: Nothing caught the exception of line 4: Error: no.
            25: `exit` is emitted: its listeners run at once; no tick, timer or immediate that they set will run. [9.2]
            26: The process ends without the promise job (#7) and the promise job (#8): they will not run.
            27: The process ends with exit code 1.
        "#]],
    );
}

#[test]
fn an_es_module() {
    let mut s = Story::new("a()", &[]);
    s.create(0, TaskKind::Main, "main program", None)
        .start(0, RuleId::ModuleBodyIsJob);
    s.create(1, TaskKind::Tick, "tick", None).queue(1, TICKS);
    s.create(2, TaskKind::Microtask, "micro", None)
        .queue(2, MICROTASKS);
    s.then(EventKind::TaskEnded {
        task: TaskId(0),
        threw: false,
    });
    s.then(EventKind::Checkpoint(MICROTASKS))
        .start(2, RuleId::MicrotasksBeforeTicks)
        .end(2);
    s.then(EventKind::Checkpoint(TICKS))
        .start(1, RuleId::TicksFirst);
    s.create(3, TaskKind::Tick, "more", None)
        .queue(3, TICKS)
        .end(1);
    s.start(3, RuleId::TicksFirst);
    check(
        &s,
        2,
        expect![[r#"
            2: The body of the ES module runs, inside a promise job. [1.2]
            3: `tick` (#1) joins the nextTick queue: a promise job is running, so all microtasks come first. [2.1]
            4: `micro` (#2) joins the microtask queue. [2.2]
            5: The main program is over: the call stack is empty. [3.4]
               1 tick and 1 microtask wait, and both queues are emptied before the next callback.
            6: The main program is done: the microtask queue is emptied, with 1 microtask in it. [2.2]
            7: `micro` (#2) is the next microtask: the module's body is a promise job itself, so the tick must wait. [0]
            8: `micro` (#2) is over: the call stack is empty. [3.4]
               1 tick waits, and both queues are emptied before the next callback.
            9: No microtask is left, so the nextTick queue is emptied, with 1 tick in it. [2.1]
            10: `tick` (#1) is the next of the nextTick queue. [2.1]
            11: `more` (#3) joins the nextTick queue: it runs as soon as the running callback is done, before any promise job. [2.1]
            12: `tick` (#1) is over: the call stack is empty. [3.4]
               1 tick waits, and both queues are emptied before the next callback.
            13: `more` (#3) is the next of the nextTick queue, as ticks of ticks belong to the same round. [2.1]
        "#]],
    );
}

/// A timer that queues a tick and is left by an exception which a listener took.
fn throwing_timer() -> Story {
    let mut s = Story::new("setTimeout(late)", &["late"]);
    s.main()
        .line(1)
        .create(1, TaskKind::Timeout, "late", Some(1))
        .end(0);
    s.start(1, RuleId::TimerOrder)
        .create(2, TaskKind::Tick, "tick", Some(1))
        .queue(2, TICKS);
    s.then(EventKind::TaskEnded {
        task: TaskId(1),
        threw: true,
    });
    s
}

#[test]
fn what_is_left_of_the_queues_after_an_exception_waits() {
    let story = throwing_timer();
    let last = story.recording().last_step();
    check(
        &story,
        last,
        expect![[r#"
        8: `late` (#1) is left by an exception: the call stack is empty. [2.6]
           1 tick waits until the queues are emptied, which is not now.
    "#]],
    );
}

#[test]
fn before_node_11_it_waits_for_the_end_of_the_batch_in_any_case() {
    let mut story = throwing_timer();
    story.on(NodeVersion::V10);
    let last = story.recording().last_step();
    check(
        &story,
        last,
        expect![[r#"
        8: `late` (#1) is left by an exception: the call stack is empty. [3.4]
           1 tick waits until the queues are emptied, which is not now.
    "#]],
    );
}
