//! The poll phase: it waits for timers and the thread pool, and calls the callbacks of operations that are done.

use crate::drain::drain;
use crate::event_loop::EventLoop;
use crate::host::{Completion, Halt, Host};
use crate::kernel::epoll::Source;
use crate::kernel::ready::{channel_calls, handle_is_ready};
use crate::kernel::signals;
use crate::run::call;
use crate::thread::Suspended;
use loopscope_model::event::Ending;
use loopscope_model::{EventKind, Phase, RuleId, TaskId, VirtualTime};

/// What an iteration costs while something else goes on outside: without it, immediates that queue immediates would
/// keep every timer and operation from ever being due. Real Node takes some microseconds; 50 keep such recordings short.
const BUSY_POLL: VirtualTime = VirtualTime::from_micros(50);

/// The poll phase: waits if nothing else is to be done, then calls the callbacks of what is completed (6.2), and of
/// handles that are ready, in the order in which they became so. The loop of a thread may be suspended instead.
pub(crate) fn io_poll<H: Host>(host: &mut H) -> Result<Option<Suspended>, Halt> {
    host.event_loop().record(EventKind::PhaseEntered {
        phase: Phase::Poll,
        rule: RuleId::PhaseOrder,
    });
    host.exchange(None);
    if let Some(suspended) = wait(host)? {
        return Ok(Some(suspended));
    }
    let sources = {
        let mut event_loop = host.event_loop();
        let event_loop = &mut *event_loop;
        tell_kernel(event_loop);
        let mut epoll = std::mem::take(&mut event_loop.kernel.epoll);
        let sources = epoll.take(|id| event_loop.readiness(id));
        event_loop.kernel.epoll = epoll;
        sources
    };
    for source in sources {
        if source == Source::Async {
            let done = std::mem::take(&mut host.event_loop().pool.done);
            for task in done {
                deliver(host, task)?;
            }
            channel_calls(host)?;
            deliver_messages(host)?;
        } else {
            handle_is_ready(host, source)?;
        }
    }
    Ok(None)
}

/// Calls what was posted to message ports: each message is a callback with a drain of its own (section 11).
fn deliver_messages<H: Host>(host: &mut H) -> Result<(), Halt> {
    let mut from = 0;
    loop {
        let next = host.event_loop().message_ports.next_pending(from);
        let Some((port, mut left)) = next else {
            break;
        };
        from = port + 1;
        while left > 0 {
            let Some(task) = host.event_loop().message_ports.take(port) else {
                break;
            };
            left -= 1;
            if call(host, task, RuleId::PollDelivers)? == Completion::Normal {
                drain(host)?;
            }
        }
    }
    // A port with too many messages, or one that was posted to when its turn was over.
    let mut event_loop = host.event_loop();
    if event_loop.message_ports.first().is_some() {
        event_loop.kernel.epoll.wake_async();
    }
    Ok(())
}

/// Tells the kernel which handles have become of interest.
fn tell_kernel(event_loop: &mut EventLoop) {
    let mut epoll = std::mem::take(&mut event_loop.kernel.epoll);
    epoll.tell(|id| event_loop.readiness(id));
    epoll.prune(|id| event_loop.readiness(id));
    event_loop.kernel.epoll = epoll;
}

/// Waits until something is ready or a timer is due; not at all if something else is to be done (5.3).
fn wait<H: Host>(host: &mut H) -> Result<Option<Suspended>, Halt> {
    loop {
        let now = host.event_loop().now();
        if host.event_loop().is_suspended_at(now) {
            return Ok(Some(Suspended(Some(now))));
        }
        let until = {
            let mut event_loop = host.event_loop();
            let event_loop = &mut *event_loop;
            tell_kernel(event_loop);
            if is_busy(event_loop) {
                pass_busily(event_loop);
                None
            } else if event_loop.kernel.is_ready() || !event_loop.pool.done.is_empty() {
                // Without a cost, two sockets that answer each other would keep timers from ever being due.
                let free = !event_loop.kernel.epoll.has_handles()
                    && event_loop.message_ports.first().is_none();
                if !free && next_event(event_loop).is_some() {
                    event_loop.spend(BUSY_POLL);
                }
                None
            } else {
                Some(next_event(event_loop))
            }
        };
        let killed = host.event_loop().kernel.killed.take();
        if let Some(name) = killed {
            host.end(Ending::Exited(signals::exit_code(&name)));
            return Err(Halt);
        }
        let Some(until) = until else {
            return Ok(None);
        };
        host.exchange(Some(until.unwrap_or(VirtualTime(u64::MAX))));
        let next = next_event(&host.event_loop());
        if host.event_loop().is_suspended(next) {
            return Ok(Some(Suspended(next)));
        }
        let Some(until) = next else {
            let mut handles = host.event_loop().kernel.alive();
            handles.extend(host.event_loop().message_ports.alive());
            host.end(Ending::Waiting(handles));
            return Err(Halt);
        };
        let mut event_loop = host.event_loop();
        let event_loop = &mut *event_loop;
        if until > event_loop.now() {
            event_loop.record(EventKind::PollWait(Some(until)));
            event_loop.idle += VirtualTime(until.0 - event_loop.now().0);
        }
        event_loop.advance_to(until);
        event_loop.more_may_be_done();
        let due = event_loop.timers.next_due().map(VirtualTime::from_millis);
        if due.is_some_and(|due| due <= event_loop.now()) {
            return Ok(None);
        }
    }
}

/// When the next thing happens that is known of: a timer, an operation, an act of the outside.
fn next_event(event_loop: &EventLoop) -> Option<VirtualTime> {
    let timer = event_loop.timers.next_due().map(VirtualTime::from_millis);
    let operation = event_loop.pool.next_completion().map(|(r, _)| r.until);
    let act = event_loop.kernel.agenda.next();
    timer.into_iter().chain(operation).chain(act).min()
}

/// Whether libuv's timeout is zero.
fn is_busy(event_loop: &EventLoop) -> bool {
    event_loop.immediates.any_refed()
        || !event_loop.closing.is_empty()
        || !event_loop.is_alive()
        || !event_loop.kernel.pending.is_empty()
        || event_loop.kernel.killed.is_some()
}

/// A poll that does not wait takes a little time all the same, if somebody else uses it.
fn pass_busily(event_loop: &mut EventLoop) {
    event_loop.operation_may_be_done();
    let others = event_loop.pool.is_active() || next_event(event_loop).is_some();
    if others {
        event_loop.spend(BUSY_POLL);
    }
}

/// Takes a completed trip from the pool: the next trip is submitted, or the callback is called.
fn deliver<H: Host>(host: &mut H, task: TaskId) -> Result<(), Halt> {
    let Some(trip) = host.event_loop().pool.operations.get(&task).map(|o| o.trip) else {
        return Ok(());
    };
    let over = host.perform(task, trip);
    let submitted = {
        let mut event_loop = host.event_loop();
        let event_loop = &mut *event_loop;
        match event_loop.pool.operations.get_mut(&task) {
            Some(operation) if !over && operation.trip + 1 < operation.trips.len() => {
                operation.trip += 1;
                event_loop.submit_trip(task);
                true
            }
            _ => false,
        }
    };
    if submitted {
        // Node submits the next trip from a callback of its own, and a drain follows each callback.
        drain(host)?;
        return Ok(());
    }
    host.event_loop().pool.operations.remove(&task);
    if call(host, task, RuleId::PollDelivers)? == Completion::Normal {
        drain(host)?;
    }
    Ok(())
}
