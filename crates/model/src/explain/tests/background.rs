//! What the loop does, and what goes on behind it.

use super::{CHECK, TIMERS, check};
use crate::event::{ChoiceKind, EventKind};
use crate::fixture::Story;
use crate::rule::RuleId;
use crate::source::FunctionId;
use crate::task::{Phase, Queue, TaskId, TaskKind, Worker};
use crate::time::VirtualTime;
use expect_test::expect;

#[test]
fn timers_on_time_and_late() {
    let mut s = Story::new(
        "setTimeout(later, 5)\nsetInterval(again, 10)",
        &["later", "again"],
    );
    s.main()
        .line(1)
        .create(1, TaskKind::Timeout, "later", Some(1));
    let first = s.next();
    s.arm(1, 5)
        .line(2)
        .create(2, TaskKind::Interval, "again", Some(2));
    let second = s.next();
    s.arm(2, 10).end(0);
    s.then(EventKind::IterationStarted(1))
        .then(EventKind::PhaseEntered {
            phase: Phase::Timers,
            rule: RuleId::TimersBeforeLoop,
        });
    s.phase(Phase::Pending)
        .phase(Phase::IdlePrepare)
        .phase(Phase::Poll);
    s.then(EventKind::PollWait(Some(VirtualTime::from_millis(5))));
    s.at(5).phase(Phase::Check).phase(Phase::Close);
    s.then(EventKind::IterationStarted(2))
        .phase(Phase::Timers)
        .queue(1, TIMERS);
    s.caused_by(first)
        .start(1, RuleId::TimerOrder)
        .then(EventKind::Enter(FunctionId(1)));
    s.at(30).end(1);
    s.then(EventKind::IterationStarted(3))
        .phase(Phase::Timers)
        .queue(2, TIMERS);
    s.caused_by(second)
        .start(2, RuleId::TimerOrder)
        .end(2)
        .arm(2, 10);
    s.then(EventKind::TaskDropped { task: TaskId(2) });
    check(
        &s,
        4,
        expect![[r#"
            4: `later` (#1) is set to 5 ms: it can run at 5 ms at the earliest.
               Nobody works on a timer: it waits in a list until the timers phase finds it due.
            5: Line 2 is about to run: `setInterval(again, 10)`.
            6: `again` (#2) is set to 10 ms: it can run at 10 ms at the earliest, and again after each call.
               Nobody works on a timer: it waits in a list until the timers phase finds it due.
            7: The main program is over: the call stack is empty. [3.4]
               The event loop comes next.
            8: The event loop begins with the timers phase, but nothing is due: `later` (#1) waits until 5 ms, and it is 0 ms. [3.3]
            9: The pending callbacks phase has nothing to do. [3.1]
               It is for a few deferred system callbacks, such as a refused connection on some systems.
            10: Idle and prepare are libuv's own: no JavaScript runs in them. [3.1]
            11: The poll phase has nothing to deliver; timers still wait. [3.1]
            12: There is nothing to run, so the loop sleeps in its poll phase until `later` (#1) is due, at 5 ms. [0]
            13: The check phase has nothing to do: no immediate is queued. [3.1]
            14: The close callbacks phase has nothing to do: no handle was closed. [3.1]
            15: Iteration 2 begins with the timers phase: it is 5 ms, and `later` (#1) is due. [3.1]
            16: `later` (#1) was set to 5 ms, and that time is over: the timers phase calls it. [4.4]
            17: `later` (#1) is over: the call stack is empty.
            18: Iteration 3 begins with the timers phase: it is 30 ms, and `again` (#2) is due. [3.1]
            19: `again` (#2) was due at 10 ms, and it is 30 ms now: the timers phase could not come earlier. [4.4]
               A delay is a minimum. This one asked for 10 ms and is 20 ms late, because callbacks are called one at a time.
            20: `again` (#2) is over: the call stack is empty.
            21: `again` (#2) is set again: 10 ms after the last call began, at 40 ms.
            22: `again` (#2) is given up: it will not run.
        "#]],
    );
}

#[test]
fn immediates() {
    let mut s = Story::new(
        "fs.stat('a', done)\nsetImmediate(now)\nsetTimeout(late, 0)",
        &["done"],
    );
    s.main().line(1).create(1, TaskKind::Io, "done", Some(1));
    s.submit(1, "stat a").work(1, 0, 2).end(0);
    s.then(EventKind::IterationStarted(1)).phase(Phase::Poll);
    s.then(EventKind::PollWait(Some(VirtualTime::from_millis(2))));
    s.at(2)
        .complete(1, 0)
        .start(1, RuleId::PollDelivers)
        .line(2);
    s.create(2, TaskKind::Immediate, "now", Some(2))
        .queue(2, CHECK);
    s.line(3)
        .create(3, TaskKind::Timeout, "late", Some(3))
        .arm(3, 1)
        .end(1);
    s.phase(Phase::Check).start(2, RuleId::ImmediateSnapshot);
    s.create(4, TaskKind::Immediate, "next", Some(2))
        .queue(4, CHECK)
        .end(2);
    s.phase(Phase::Close).at(3);
    s.then(EventKind::IterationStarted(2))
        .phase(Phase::Timers)
        .queue(3, TIMERS);
    s.start(3, RuleId::TimerOrder);
    s.create(5, TaskKind::Immediate, "last", Some(2))
        .queue(5, CHECK)
        .end(3);
    s.phase(Phase::Poll).phase(Phase::Check);
    s.start(4, RuleId::ImmediateSnapshot)
        .end(4)
        .start(5, RuleId::ImmediateSnapshot);
    check(
        &s,
        4,
        expect![[r#"
            4: Thread 1 of the pool takes `stat a`, and JavaScript goes on meanwhile; the callback of `done` (#1) is called when that is done. [6.1]
               The thread needs until 2 ms.
            5: The main program is over: the call stack is empty. [3.4]
               The event loop comes next.
            6: The poll phase has nothing to deliver yet: 1 operation under way. [3.1]
            7: There is nothing to run, so the loop sleeps in its poll phase until `stat a` for `done` (#1) is done, at 2 ms. [0]
            8: Thread 1 is done with `stat a` for `done` (#1); the loop learns of it in its poll phase. [6.2]
            9: The operation is done, and the poll phase calls the callback of `done` (#1). [6.2]
            10: Line 2 is about to run: `setImmediate(now)`.
            11: `now` (#2) joins the check queue: it runs once the poll phase is over. [5.1]
            12: Line 3 is about to run: `setTimeout(late, 0)`.
            13: `late` (#3) is set to 1 ms: it can run at 3 ms at the earliest.
               Nobody works on a timer: it waits in a list until the timers phase finds it due.
            14: `done` (#1) is over: the call stack is empty.
            15: The check phase runs the immediates that are queued now: `now` (#2). [3.1]
            16: The poll phase delivered `done` (#1), which queued `now` (#2); check comes next, so this immediate runs before any timer. [5.1]
               `late` (#3) waits as a timer: due at 3 ms, and timers come after check.
            17: `next` (#4) joins the check queue; this check phase has begun, so it waits for the next one. [5.1]
            18: `now` (#2) is over: the call stack is empty.
            19: The close callbacks phase has nothing to do: no handle was closed. [3.1]
            20: Iteration 2 begins with the timers phase: it is 3 ms, and `late` (#3) is due. [3.1]
            21: The timers phase finds `late` (#3) due and calls it. [4.4]
            22: `last` (#5) joins the check queue: it runs once the poll phase is over. [5.1]
            23: `late` (#3) is over: the call stack is empty.
            24: The poll phase has nothing to deliver, and does not wait: 2 immediates are in the check queue. [5.3]
            25: The check phase runs the immediates that are queued now: `next` (#4) and `last` (#5). [3.1]
            26: `now` (#2) queued `next` (#4) during a check phase that had begun, so it had to wait for this one. [5.1]
            27: `next` (#4) is over: the call stack is empty.
            28: `late` (#3) queued `last` (#5) in the timers phase; check comes before timers have their turn again. [5.1]
        "#]],
    );
}

#[test]
fn the_thread_pool() {
    let mut s = Story::new("fs.readFile('a', f)\nfs.readFile('b', g)", &[]);
    s.main();
    s.create(1, TaskKind::Io, "f", Some(1))
        .submit(1, "open a")
        .work(1, 0, 3);
    s.create(2, TaskKind::Io, "g", Some(2)).submit(2, "open b");
    s.create(3, TaskKind::Io, "h", None).submit(3, "connect 80");
    s.then(EventKind::IoStarted {
        task: TaskId(3),
        worker: Worker::Kernel,
        until: VirtualTime::from_millis(20),
    });
    s.at(3).complete(1, 0).work(2, 0, 6).end(0);
    s.phase(Phase::Poll)
        .submit(1, "read a")
        .at(6)
        .complete(2, 0)
        .work(1, 0, 9);
    s.at(9).complete(1, 0).phase(Phase::Poll);
    s.then(EventKind::Choice {
        kind: ChoiceKind::PoolOrder,
        picked: Some(TaskId(2)),
        others: vec![TaskId(1)],
    });
    s.start(2, RuleId::PollDelivers)
        .end(2)
        .start(1, RuleId::PollDelivers)
        .end(1);
    s.then(EventKind::PollWait(None))
        .at(20)
        .then(EventKind::IoCompleted {
            task: TaskId(3),
            worker: Worker::Kernel,
        });
    s.create(4, TaskKind::Close, "bye", None)
        .queue(4, Queue::Phase(Phase::Close));
    s.phase(Phase::Close)
        .start(4, RuleId::CloseCallbacks)
        .end(4);
    check(
        &s,
        3,
        expect![[r#"
            3: Thread 1 of the pool takes `open a`, and JavaScript goes on meanwhile; the callback of `f` (#1) is called when that is done. [6.1]
               The thread needs until 3 ms.
            4: `open b` waits for a thread of the pool: the one is busy; the callback of `g` (#2) is called when that is done. [6.1]
            5: The kernel takes `connect 80`, and JavaScript goes on meanwhile; the callback of `h` (#3) is called when that is done.
            6: Thread 1 is done with `open a` for `f` (#1); the loop learns of it in its poll phase. [6.2]
               JavaScript is running, and nothing interrupts it.
            7: Thread 1 is free and takes the next of the line, the operation of `g` (#2). [6.1]
               It needs until 6 ms.
            8: The main program is over: the call stack is empty. [3.4]
               The event loop comes next.
            9: The poll phase finds what is completed: `f` (#1) is next. [6.2]
            10: `f` (#1) needs another trip through the thread pool, `read a`: it waits for a thread. [6.3]
            11: Thread 1 is done with `open b` for `g` (#2); the loop learns of it in its poll phase. [6.2]
            12: Thread 1 is free and takes the next of the line, the operation of `f` (#1). [6.1]
               It needs until 9 ms.
            13: Thread 1 is done with `read a` for `f` (#1); the loop learns of it in its poll phase. [6.2]
            14: The poll phase finds what is completed: `g` (#2) and `f` (#1) are next. [6.2]
            15: The operation is done, and the poll phase calls the callback of `g` (#2). [6.2]
               Node does not promise this order: `g` (#2) is next here, but `f` (#1) could have been; the operations ran side by side, and which is done first depends on the disk.
            16: `g` (#2) is over: the call stack is empty.
            17: The operation is done, and the poll phase calls the callback of `f` (#1). [6.2]
            18: `f` (#1) is over: the call stack is empty.
            19: There is nothing to run and no timer is set: the loop sleeps until an operation is done. [0]
            20: The kernel is done with `connect 80` for `h` (#3); the loop learns of it in its poll phase. [6.2]
            21: `bye` (#4) waits for the close callbacks phase of this iteration. [3.6]
            22: The close callbacks phase ends the iteration: 1 callback. [3.1]
            23: The handle is closed, and `bye` (#4) runs in the last phase of the iteration. [3.6]
            24: `bye` (#4) is over: the call stack is empty.
        "#]],
    );
}

#[test]
fn choices() {
    let mut s = Story::new("a()", &[]);
    s.main().create(1, TaskKind::Timeout, "t", None).arm(1, 1);
    s.create(2, TaskKind::Immediate, "i", None)
        .queue(2, CHECK)
        .end(0);
    let choice = |kind| EventKind::Choice {
        kind,
        picked: None,
        others: Vec::new(),
    };
    s.then(choice(ChoiceKind::Clock))
        .then(EventKind::IterationStarted(1));
    s.phase(Phase::Timers)
        .phase(Phase::Poll)
        .then(choice(ChoiceKind::PollBatch));
    s.phase(Phase::Check);
    s.then(choice(ChoiceKind::PoolOrder));
    check(
        &s,
        6,
        expect![[r#"
            6: Iteration 1 begins with the timers phase, but nothing is due: `t` (#1) waits until 1 ms, and it is 0 ms. [3.1]
               Node does not promise this order: it depends on whether the clock has reached the next millisecond.
            7: The poll phase has nothing to deliver, and does not wait: an immediate is in the check queue. [5.3]
            8: The check phase runs the immediates that are queued now: `i` (#2). [3.1]
               Node does not promise this order: it depends on whether the operation is done by the time the loop looks.
            9: Node does not promise this order: the operations ran side by side, and which is done first depends on the disk.
        "#]],
    );
}
