//! The words that stand for values in written forms. They are part of the format: see `TRACE.md`.

use crate::event::{ChoiceKind, StopKind, Stream};
use crate::handle::HandleKind;
use crate::task::{Phase, Queue, TaskKind};

pub(super) const fn kind(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Main => "main",
        TaskKind::Tick => "tick",
        TaskKind::PromiseJob => "promiseJob",
        TaskKind::Microtask => "microtask",
        TaskKind::Timeout => "timeout",
        TaskKind::Interval => "interval",
        TaskKind::Immediate => "immediate",
        TaskKind::Io => "io",
        TaskKind::Close => "close",
    }
}

pub(super) const fn handle_kind(kind: HandleKind) -> &'static str {
    match kind {
        HandleKind::Server => "server",
        HandleKind::Socket => "socket",
        HandleKind::Pipe => "pipe",
        HandleKind::Child => "child",
        HandleKind::Worker => "worker",
        HandleKind::Port => "port",
        HandleKind::Signal => "signal",
    }
}

pub(super) const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Timers => "timers",
        Phase::Pending => "pending",
        Phase::IdlePrepare => "idlePrepare",
        Phase::Poll => "poll",
        Phase::Check => "check",
        Phase::Close => "close",
    }
}

pub(super) const fn queue(queue: Queue) -> &'static str {
    match queue {
        Queue::Ticks => "nextTick",
        Queue::Microtasks => "microtask",
        Queue::Phase(p) => phase(p),
    }
}

pub(super) const fn stream(stream: Stream) -> &'static str {
    match stream {
        Stream::Stdout => "stdout",
        Stream::Stderr => "stderr",
    }
}

pub(super) const fn choice(choice: ChoiceKind) -> &'static str {
    match choice {
        ChoiceKind::Clock => "clock",
        ChoiceKind::PoolOrder => "poolOrder",
        ChoiceKind::PollBatch => "pollBatch",
    }
}

pub(super) const fn stop(stop: StopKind) -> &'static str {
    match stop {
        StopKind::Refused => "refused",
        StopKind::Bomb => "bomb",
    }
}
