//! The loop itself: one function a phase, in libuv's order.

use crate::drain::{drain, run_microtasks};
use crate::event_loop::EventLoop;
use crate::host::{Completion, Halt, Host};
use crate::kernel::ready::run_pending_queue;
use crate::poll::io_poll;
use crate::timers::{Head, ListId};
use loopscope_model::{EventKind, ModuleKind, Phase, Queue, RuleId, TaskId};

/// Runs the main program and then the loop, until nothing is left to do, and emits `exit`.
///
/// # Errors
/// [`Halt`] if the process was ended before that.
pub fn run<H: Host>(host: &mut H, kind: ModuleKind) -> Result<(), Halt> {
    let in_poll = kind == ModuleKind::EsModule && host.event_loop().profile.module_body_in_poll;
    if in_poll {
        begin_iteration(
            &mut host.event_loop(),
            Phase::Poll,
            RuleId::ModuleBodyInPoll,
        );
    }
    main_program(host, kind)?;
    if in_poll && host.event_loop().is_alive() {
        after_poll(host)?;
        go_round(host)?;
    } else {
        uv_run(host)?;
    }
    loop {
        if !host.event_loop().is_alive() {
            say_what_is_open(host, None);
        }
        // 2.6: what a throwing listener left in the queues waits.
        if host.before_exit()? == Completion::Normal {
            drain(host)?;
        }
        if !host.event_loop().is_alive() {
            break;
        }
        uv_run(host)?;
    }
    exit(host)
}

/// Emits `exit` (9.2): the microtasks that its listeners queued run, and rejections are looked at; ticks are not taken
/// any more.
///
/// # Errors
/// [`Halt`] if that ended the process.
pub fn exit<H: Host>(host: &mut H) -> Result<(), Halt> {
    if host.exit()? == Completion::Normal {
        drain(host)?;
    }
    Ok(())
}

pub(crate) fn main_program<H: Host>(host: &mut H, kind: ModuleKind) -> Result<(), Halt> {
    match kind {
        ModuleKind::CommonJs => {
            let completion = call(host, TaskId::MAIN, RuleId::MainFirst)?;
            if completion == Completion::Normal
                || host.event_loop().profile.drains_after_throwing_main
            {
                drain(host)?;
            }
        }
        // 1.2: the body is itself a microtask: those that it queues come before its ticks.
        ModuleKind::EsModule => {
            call(host, TaskId::MAIN, RuleId::ModuleBodyIsJob)?;
            run_microtasks(host, RuleId::MicrotasksBeforeTicks)?;
            drain(host)?;
        }
    }
    Ok(())
}

/// libuv's `uv_run`: iterations for as long as something is alive (3.3).
fn uv_run<H: Host>(host: &mut H) -> Result<(), Halt> {
    {
        let mut event_loop = host.event_loop();
        let now = event_loop.now();
        event_loop.loop_start.get_or_insert(now);
    }
    let timers_end_iteration = host.event_loop().profile.timers_end_iteration;
    if !host.event_loop().is_alive() {
        return Ok(());
    }
    if timers_end_iteration {
        run_timers(host, RuleId::TimersBeforeLoop)?;
        iterate(host)?;
    }
    go_round(host)
}

/// Iterations for as long as something is alive.
fn go_round<H: Host>(host: &mut H) -> Result<(), Halt> {
    while host.event_loop().is_alive() {
        iterate(host)?;
    }
    Ok(())
}

fn iterate<H: Host>(host: &mut H) -> Result<(), Halt> {
    before_poll(host)?;
    io_poll(host)?;
    after_poll(host)
}

/// The phases of an iteration before poll; the timers are among them in old versions.
pub(crate) fn before_poll<H: Host>(host: &mut H) -> Result<(), Halt> {
    if !host.event_loop().profile.timers_end_iteration {
        run_timers(host, RuleId::PhaseOrder)?;
    }
    run_pending(host)?;
    run_idle_and_prepare(host);
    Ok(())
}

/// The phases of an iteration behind poll.
pub(crate) fn after_poll<H: Host>(host: &mut H) -> Result<(), Halt> {
    run_immediate_callbacks(host)?;
    run_check(host)?;
    run_closing_handles(host)?;
    if host.event_loop().profile.timers_end_iteration {
        run_timers(host, RuleId::PhaseOrder)?;
    }
    Ok(())
}

/// Calls a task and records its beginning and its end.
pub(crate) fn call<H: Host>(host: &mut H, task: TaskId, rule: RuleId) -> Result<Completion, Halt> {
    say_what_is_open(host, Some(task));
    {
        let mut event_loop = host.event_loop();
        event_loop.calls += 1;
        event_loop.went_on = false;
        let started = event_loop.record_ready(task, EventKind::TaskStarted { task, rule });
        event_loop.cause = Some(started);
    }
    let completion = host.call(task)?;
    let mut event_loop = host.event_loop();
    event_loop.cause = None;
    event_loop.record(EventKind::TaskEnded {
        task,
        threw: completion == Completion::Threw,
    });
    Ok(completion)
}

/// Records a choice, if Node leaves open what comes now. The first time that something was drawn, the host is asked.
fn say_what_is_open<H: Host>(host: &mut H, picked: Option<TaskId>) {
    let ask = {
        let event_loop = host.event_loop();
        event_loop.open_choices.is_none() && !event_loop.chooser.open().is_empty()
    };
    if ask {
        let choices = host.open_choices();
        host.event_loop().open_choices = Some(choices);
    }
    let mut event_loop = host.event_loop();
    let at = event_loop.calls;
    let choice = event_loop
        .open_choices
        .as_mut()
        .and_then(|choices| choices.remove(&at));
    if let Some(choice) = choice {
        event_loop.record(EventKind::Choice {
            kind: choice.kind,
            picked,
            others: choice.others,
        });
    }
}

fn enter<H: Host>(host: &mut H, phase: Phase, rule: RuleId) {
    host.event_loop()
        .record(EventKind::PhaseEntered { phase, rule });
}

fn begin_iteration(event_loop: &mut EventLoop, phase: Phase, rule: RuleId) {
    event_loop.iteration += 1;
    event_loop.record(EventKind::IterationStarted(event_loop.iteration));
    event_loop.record(EventKind::PhaseEntered { phase, rule });
}

/// The timers phase: one pass over the timers that are due (4.4). With it an iteration begins, as Node's
/// documentation counts; the pass after the last one is not recorded if there is nothing in it.
pub(crate) fn run_timers<H: Host>(host: &mut H, rule: RuleId) -> Result<(), Halt> {
    let now = {
        let mut event_loop = host.event_loop();
        let event_loop = &mut *event_loop;
        event_loop.pass_may_be_late(event_loop.iteration == 0);
        let now = event_loop.clock.update_time();
        let fires = event_loop.timers.next_due().is_some_and(|due| due <= now);
        let due = if fires {
            event_loop.timers.due(now)
        } else {
            Vec::new()
        };
        if due.is_empty() && !event_loop.is_alive() {
            return Ok(());
        }
        begin_iteration(event_loop, Phase::Timers, rule);
        for task in due {
            event_loop.record_ready(
                task,
                EventKind::TaskQueued {
                    task,
                    queue: Queue::Phase(Phase::Timers),
                },
            );
        }
        if !fires {
            return Ok(());
        }
        now
    };
    // After an exception that a listener took, Node begins the pass again with the same `now`.
    while process_timers(host, now)? == Completion::Threw {}
    {
        let mut event_loop = host.event_loop();
        let uv_now = event_loop.clock.uv_now();
        event_loop.timers.rearm(uv_now);
    }
    drain(host)?;
    Ok(())
}

fn process_timers<H: Host>(host: &mut H, now: u64) -> Result<Completion, Halt> {
    let mut ran_a_list = false;
    loop {
        let Some(list) = host.event_loop().timers.expired_list(now) else {
            return Ok(Completion::Normal);
        };
        if ran_a_list && drain(host)? == Completion::Threw {
            return Ok(Completion::Threw);
        }
        ran_a_list = true;
        if list_on_timeout(host, list, now)? == Completion::Threw {
            return Ok(Completion::Threw);
        }
    }
}

fn list_on_timeout<H: Host>(host: &mut H, list: ListId, now: u64) -> Result<Completion, Halt> {
    let drains_between = host.event_loop().profile.drains_after_each_callback;
    let mut ran_a_timer = false;
    loop {
        let head = host.event_loop().timers.look_at_head(list, now);
        let Head::Due(task) = head else {
            return Ok(Completion::Normal);
        };
        if ran_a_timer && drains_between && drain(host)? == Completion::Threw {
            return Ok(Completion::Threw);
        }
        if !host.event_loop().timers.take(task) {
            continue;
        }
        let rule = if ran_a_timer {
            RuleId::TimerList
        } else {
            RuleId::TimerOrder
        };
        ran_a_timer = true;
        if call_timer(host, task, rule)? == Completion::Threw {
            return Ok(Completion::Threw);
        }
    }
}

/// Calls a timer; an interval's next time is counted from just before the call (4.5).
fn call_timer<H: Host>(host: &mut H, task: TaskId, rule: RuleId) -> Result<Completion, Halt> {
    let start = {
        let mut event_loop = host.event_loop();
        if event_loop.timers.get(task).is_some_and(|t| t.repeats) {
            event_loop.clock.update_time()
        } else {
            event_loop.clock.uv_now()
        }
    };
    let completion = call(host, task, rule)?;
    let mut event_loop = host.event_loop();
    let again = event_loop
        .timers
        .get(task)
        .filter(|t| t.repeats)
        .map(|t| (t.ms, t.refed));
    match again {
        Some((ms, refed)) => event_loop.set_timer_from(task, start, ms, true, refed),
        None => event_loop.timers.forget_unless_listed(task),
    }
    Ok(completion)
}

/// How often libuv looks at its pending queue right after poll, before it leaves the rest to the next iteration.
const IMMEDIATE_ROUNDS: u32 = 8;

/// The pending callbacks phase: streams whose writing side is to be shut down.
fn run_pending<H: Host>(host: &mut H) -> Result<(), Halt> {
    enter(host, Phase::Pending, RuleId::PhaseOrder);
    run_pending_queue(host)
}

/// What the callbacks of the poll phase put into the pending queue is looked at before the check phase already.
fn run_immediate_callbacks<H: Host>(host: &mut H) -> Result<(), Halt> {
    for _ in 0..IMMEDIATE_ROUNDS {
        if host.event_loop().kernel.pending.is_empty() {
            break;
        }
        run_pending_queue(host)?;
    }
    Ok(())
}

/// Internal to libuv: no JavaScript runs here.
fn run_idle_and_prepare<H: Host>(host: &mut H) {
    enter(host, Phase::IdlePrepare, RuleId::PhaseOrder);
}

/// The check phase: a batch of immediates (section 5).
fn run_check<H: Host>(host: &mut H) -> Result<(), Halt> {
    enter(host, Phase::Check, RuleId::PhaseOrder);
    let profile = host.event_loop().profile;
    if profile.drains_before_immediates {
        drain(host)?;
    }
    host.event_loop().immediates.begin_batch();
    while let Some(last) = run_batch(host)? {
        if last == Completion::Normal {
            drain(host)?;
            break;
        }
        // 5.4: if the last immediate of a batch threw, Node 11 and later go on at once with those queued meanwhile;
        // the handled exception itself has queued one (2.6).
        if profile.drains_after_each_callback {
            host.event_loop().immediates.begin_batch();
        }
    }
    Ok(())
}

/// Calls the immediates of a batch, with drains between, and says how the last call went.
fn run_batch<H: Host>(host: &mut H) -> Result<Option<Completion>, Halt> {
    let drains_between = host.event_loop().profile.drains_after_each_callback;
    let mut last = None;
    loop {
        // 5.4: after an immediate that threw, the next immediate runs before the ticks.
        if last == Some(Completion::Normal)
            && drains_between
            && host.event_loop().immediates.in_batch()
        {
            drain(host)?;
        }
        let Some(immediate) = host.event_loop().immediates.next_of_batch() else {
            return Ok(last);
        };
        let completion = match immediate.task {
            Some(task) => call(host, task, RuleId::ImmediateSnapshot)?,
            None => Completion::Normal,
        };
        last = Some(completion);
    }
}

/// The close callbacks phase (3.6).
fn run_closing_handles<H: Host>(host: &mut H) -> Result<(), Halt> {
    enter(host, Phase::Close, RuleId::PhaseOrder);
    let closing = std::mem::take(&mut host.event_loop().closing);
    for task in closing.into_iter().rev() {
        if call(host, task, RuleId::CloseCallbacks)? == Completion::Normal {
            drain(host)?;
        }
    }
    Ok(())
}
