//! What libuv does with a handle that is ready: `uv__server_io`, `uv__stream_io`, `uv__signal_event`.

use super::epoll::{Readiness, Source};
use super::{HandleEvent, State};
use crate::drain::drain;
use crate::host::{Completion, Halt, Host};
use crate::run::call;
use loopscope_model::{HandleId, RuleId, TaskKind};

/// libuv reads so much at once, and so often before it looks at others.
const READ_SIZE: usize = 65_536;
const READS: u32 = 32;

/// Handles what a poll found, but for the asynchronous source.
pub(crate) fn handle_is_ready<H: Host>(host: &mut H, source: Source) -> Result<(), Halt> {
    match source {
        Source::Async => Ok(()),
        Source::Signals => signals(host),
        Source::Handle(id, readiness) => match is_listener(host, id) {
            true => accept(host, id),
            false => stream_io(host, id, readiness),
        },
    }
}

/// The pending callbacks phase: streams whose writing side is to be shut down.
pub(crate) fn run_pending_queue<H: Host>(host: &mut H) -> Result<(), Halt> {
    let pending = std::mem::take(&mut host.event_loop().kernel.pending);
    for id in pending {
        write_side(host, id)?;
    }
    Ok(())
}

/// Calls from other threads, channel by channel in the order of their creation.
pub(crate) fn channel_calls<H: Host>(host: &mut H) -> Result<(), Halt> {
    let channels: Vec<HandleId> = {
        let event_loop = host.event_loop();
        let waiting =
            |state: &State| matches!(state, State::Channel { waiting, .. } if !waiting.is_empty());
        let handles = event_loop.kernel.handles.iter();
        handles
            .filter(|(_, h)| waiting(&h.state))
            .map(|(id, _)| id)
            .collect()
    };
    for id in channels {
        let mut calls = match host
            .event_loop()
            .kernel
            .handles
            .get_mut(&id)
            .map(|h| &mut h.state)
        {
            Some(State::Channel { waiting, .. }) => std::mem::take(waiting),
            _ => continue,
        };
        while let Some(number) = calls.pop_front() {
            deliver(host, id, HandleEvent::Call(number))?;
        }
    }
    Ok(())
}

fn signals<H: Host>(host: &mut H) -> Result<(), Halt> {
    loop {
        let signal = host.event_loop().kernel.signals.pop_front();
        let Some(id) = signal else { break };
        deliver(host, id, HandleEvent::Signal)?;
    }
    loop {
        let exit = host.event_loop().kernel.exits.pop_front();
        let Some((id, code, signal)) = exit else {
            return Ok(());
        };
        deliver(host, id, HandleEvent::Exit(code, signal))?;
    }
}

fn is_listener<H: Host>(host: &mut H, id: HandleId) -> bool {
    let event_loop = host.event_loop();
    let handle = event_loop.kernel.handles.get(&id);
    matches!(handle.map(|h| &h.state), Some(State::Listener { .. }))
}

/// Accepts a connection; before libuv 1.45, all that wait.
fn accept<H: Host>(host: &mut H, id: HandleId) -> Result<(), Halt> {
    let one = host.event_loop().profile.accepts_one;
    loop {
        let accepted = match host
            .event_loop()
            .kernel
            .handles
            .get_mut(&id)
            .map(|h| &mut h.state)
        {
            Some(State::Listener { backlog, .. }) => backlog.pop_front(),
            _ => None,
        };
        let Some(accepted) = accepted else {
            return Ok(());
        };
        deliver(host, id, HandleEvent::Connection(accepted))?;
        if one {
            return Ok(());
        }
    }
}

fn stream_io<H: Host>(host: &mut H, id: HandleId, readiness: Readiness) -> Result<(), Halt> {
    let interest = host.event_loop().kernel.epoll.interest(id);
    let outcome = host
        .event_loop()
        .kernel
        .stream(id)
        .and_then(|s| s.connecting);
    match outcome {
        Some(Some(error)) => {
            {
                let mut event_loop = host.event_loop();
                if let Some(stream) = event_loop.kernel.stream_mut(id) {
                    stream.connecting = None;
                }
                event_loop.update_interest(id);
            }
            return deliver(host, id, HandleEvent::Connected(error));
        }
        Some(None) => return Ok(()),
        None => {}
    }
    if readiness.input && interest.input || readiness.hangup {
        read(host, id)?;
        // A pipe whose other end is gone tells of its end right after its last bytes.
        let at_end = host.event_loop().at_end(id);
        if readiness.hangup && at_end {
            read(host, id)?;
        }
    }
    if readiness.output && interest.output || readiness.hangup {
        write_side(host, id)?;
    }
    Ok(())
}

fn read<H: Host>(host: &mut H, id: HandleId) -> Result<(), Halt> {
    for _ in 0..READS {
        let event = {
            let mut event_loop = host.event_loop();
            let event_loop = &mut *event_loop;
            let Some(stream) = event_loop.kernel.stream_mut(id).filter(|s| s.reading) else {
                return Ok(());
            };
            let event = if stream.has_bytes() {
                let bytes = stream.take(READ_SIZE);
                // A writer at the other end may have room again.
                if let super::stream::Peer::Local(peer) = stream.peer {
                    event_loop.wake(peer);
                }
                HandleEvent::Read(bytes)
            } else if let Some(error) = stream.error.take() {
                stream.reading = false;
                HandleEvent::ReadError(error)
            } else if stream.is_at_end() {
                stream.reading = false;
                stream.told_end = true;
                HandleEvent::End
            } else {
                return Ok(());
            };
            event_loop.update_interest(id);
            event
        };
        let short = matches!(&event, HandleEvent::Read(bytes) if bytes.len() < READ_SIZE);
        let over = !matches!(event, HandleEvent::Read(_));
        deliver(host, id, event)?;
        if short || over {
            return Ok(());
        }
    }
    Ok(())
}

/// Writes what waits, tells of what is written, and shuts the writing side down if that is all.
fn write_side<H: Host>(host: &mut H, id: HandleId) -> Result<(), Halt> {
    loop {
        let done = {
            let mut event_loop = host.event_loop();
            let event_loop = &mut *event_loop;
            let Some(stream) = event_loop.kernel.stream(id) else {
                return Ok(());
            };
            let Some((number, bytes)) = stream.writes.front().cloned() else {
                break;
            };
            let sent = event_loop.send(id, &bytes);
            let Some(stream) = event_loop.kernel.stream_mut(id) else {
                return Ok(());
            };
            let error = match sent {
                Ok(written) if written < bytes.len() => {
                    if let Some(first) = stream.writes.front_mut() {
                        first.1.drain(..written);
                    }
                    return Ok(());
                }
                Ok(_) => 0,
                Err(error) => error,
            };
            stream.writes.pop_front();
            event_loop.update_interest(id);
            (number, error)
        };
        deliver(host, id, HandleEvent::Written(done.0, done.1))?;
    }
    let shutting = host
        .event_loop()
        .kernel
        .stream(id)
        .is_some_and(|s| s.shutting);
    if shutting {
        host.event_loop().send_end(id);
        deliver(host, id, HandleEvent::Shutdown)?;
    }
    Ok(())
}

/// Tells the owner of a handle: makes a task of it and calls it.
pub(crate) fn deliver<H: Host>(host: &mut H, id: HandleId, event: HandleEvent) -> Result<(), Halt> {
    let task = {
        let mut event_loop = host.event_loop();
        let event_loop = &mut *event_loop;
        let Some(handle) = event_loop.kernel.handles.get(&id) else {
            return Ok(());
        };
        let label = format!("{}: {}", handle.label, event.name());
        let (site, woken_by) = (handle.site, handle.woken_by);
        let cause = std::mem::replace(&mut event_loop.cause, woken_by);
        let task = event_loop.create_task(TaskKind::Io, label, site);
        event_loop.enqueue_in_poll(task);
        event_loop.cause = cause;
        task
    };
    if !host.deliver(task, id, event) {
        host.event_loop().drop_task(task);
        return Ok(());
    }
    let mut next = Some(task);
    while let Some(task) = next {
        if call(host, task, RuleId::PollDelivers)? == Completion::Normal {
            drain(host)?;
        }
        next = host.continuation();
    }
    Ok(())
}

impl HandleEvent {
    /// What people call it.
    pub fn name(&self) -> &'static str {
        match self {
            HandleEvent::Connection(_) => "accepted",
            HandleEvent::Connected(0) => "connected",
            HandleEvent::Connected(_) => "not connected",
            HandleEvent::Read(_) => "data",
            HandleEvent::End => "end",
            HandleEvent::ReadError(_) => "error",
            HandleEvent::Written(..) => "written",
            HandleEvent::Shutdown => "shut down",
            HandleEvent::Exit(..) => "exit",
            HandleEvent::Call(_) => "message",
            HandleEvent::Signal => "signal",
        }
    }
}
