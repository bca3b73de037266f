//! What the outside does, and when: other hosts, child processes, people.

use super::{Handle, State};
use crate::event_loop::EventLoop;
use crate::kernel::stream::Peer;
use loopscope_model::event::Stream;
use loopscope_model::numbered::Numbered;
use loopscope_model::{EventKind, HandleId, HandleKind, VirtualTime};
use std::collections::BTreeMap;

/// Something that the outside does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A connection that the process asked for is made, or not: 0 or a negative error number.
    Connected(HandleId, i32),
    /// Bytes arrive.
    Bytes(HandleId, Vec<u8>),
    /// The other end sends nothing more.
    End(HandleId),
    /// A child process is over: its code, and the number of a signal.
    Exit(HandleId, i32, i32),
    /// Another thread calls.
    Call(HandleId, u64),
    /// A signal comes: its name.
    Signal(String),
    /// Somebody connects to the process and sends these bytes: what people call it, the port (0 for the first one that
    /// listens), the bytes.
    Visit(String, u16, Vec<u8>),
    /// A child process prints to a stream that it shares with the process.
    Printed(HandleId, Stream, String),
}

/// What the outside will do, by time and in the order in which it was planned.
#[derive(Debug, Clone, Default)]
pub struct Agenda {
    acts: BTreeMap<(VirtualTime, u64), Act>,
    planned: u64,
    /// How fast the outside of each handle is.
    paces: Numbered<HandleId, Pace>,
}

/// Of what the outside takes so much varies at most.
const VARIES: VirtualTime = VirtualTime::from_millis(20);

/// How fast the outside of a handle is.
#[derive(Debug, Clone, Copy)]
struct Pace {
    /// Of its typical time, percent.
    percent: u64,
    /// When its last act is.
    last: VirtualTime,
}

impl Act {
    /// The handle whose outside does this at a time that nobody has fixed.
    fn handle(&self) -> Option<HandleId> {
        match self {
            Act::Connected(id, _)
            | Act::Bytes(id, _)
            | Act::End(id)
            | Act::Exit(id, ..)
            | Act::Printed(id, ..) => Some(*id),
            Act::Call(..) | Act::Signal(_) | Act::Visit(..) => None,
        }
    }
}

impl Agenda {
    /// Plans an act.
    pub fn plan(&mut self, at: VirtualTime, act: Act) {
        self.planned += 1;
        self.acts.insert((at, self.planned), act);
    }

    /// When the next act is.
    pub fn next(&self) -> Option<VirtualTime> {
        self.acts.keys().next().map(|(at, _)| *at)
    }

    /// Takes the next act, with its time.
    pub fn take_next(&mut self) -> Option<(VirtualTime, Act)> {
        let ((at, _), act) = self.acts.pop_first()?;
        Some((at, act))
    }

    /// Forgets what was planned for a handle. Says whether there was something.
    pub fn forget(&mut self, id: HandleId) -> bool {
        self.paces.remove(&id);
        let before = self.acts.len();
        self.acts.retain(|_, act| {
            !matches!(act, Act::Connected(of, _) | Act::Bytes(of, _) | Act::End(of) | Act::Exit(of, ..) | Act::Call(of, _) if *of == id)
        });
        before != self.acts.len()
    }
}

impl EventLoop {
    /// Plans what the outside will do: `at` is the time that it takes typically (13, N5). What people do, and what a
    /// thread does that has a clock of its own, comes when it is said to come.
    pub fn plan(&mut self, at: VirtualTime, act: Act) {
        let at = match act.handle() {
            Some(handle) => self.paced(handle, at),
            None => at,
        };
        self.kernel.agenda.plan(at, act);
    }

    /// Forgets what the outside planned for a handle. Says whether there was something.
    pub fn unplan(&mut self, id: HandleId) -> bool {
        self.kernel.agenda.forget(id)
    }

    /// When the outside does what it has planned first.
    pub fn next_act_at(&self) -> Option<VirtualTime> {
        self.kernel.agenda.next()
    }

    /// When something is done that typically is at this time. The outside of a handle is as fast as it is, but its acts keep
    /// their order.
    pub fn paced(&mut self, handle: HandleId, at: VirtualTime) -> VirtualTime {
        let now = self.now();
        let takes = at.since(now);
        let known = self.kernel.agenda.paces.get(&handle).copied();
        let pace = known.unwrap_or_else(|| Pace {
            percent: self.pace_of(handle, takes),
            last: VirtualTime::ZERO,
        });
        // What takes long by itself, such as `sleep 1`, varies by as little as what is short.
        let varies = takes.min(VARIES);
        let takes = takes.since(varies) + VirtualTime(varies.0 * pace.percent / 100);
        let at = (now + takes).max(pace.last);
        let pace = Pace { last: at, ..pace };
        self.kernel.agenda.paces.insert(handle, pace);
        at
    }

    /// What the outside does now.
    pub fn act(&mut self, act: Act) {
        match act {
            Act::Connected(id, error) => self.connection_done(id, error),
            Act::Bytes(id, bytes) => self.arrive(id, &bytes),
            Act::End(id) => self.arrive_end(id),
            Act::Exit(id, code, signal) => {
                if let Some(Handle {
                    state: State::Child { running },
                    ..
                }) = self.kernel.handles.get_mut(&id)
                {
                    *running = false;
                    self.kernel.exits.push_back((id, code, signal));
                    self.kernel.epoll.wake_signals();
                    self.tell_active(id);
                }
            }
            Act::Call(id, number) => self.call_channel(id, number),
            Act::Signal(name) => self.signal(&name),
            Act::Visit(label, port, bytes) => self.visit(label, port, &bytes),
            Act::Printed(_, stream, text) => {
                self.record(EventKind::Output { stream, text });
            }
        }
    }

    fn signal(&mut self, name: &str) {
        self.record(EventKind::Stimulus(name.to_owned()));
        let listener = self.kernel.handles.iter().find(
            |(_, handle)| matches!(&handle.state, State::Signal { name: other } if other == name),
        );
        match listener.map(|(id, _)| id) {
            Some(id) => {
                self.kernel.signals.push_back(id);
                self.kernel.epoll.wake_signals();
            }
            // Without a listener the process is ended.
            None => {
                self.kernel.killed.get_or_insert_with(|| name.to_owned());
            }
        }
    }

    /// Somebody connects to a listening socket; with nobody listening the attempt is recorded as refused.
    fn visit(&mut self, label: String, port: u16, bytes: &[u8]) {
        let listener = match port {
            0 => self.kernel.listeners.iter().next().map(|(p, id)| (*p, *id)),
            _ => self.kernel.listeners.get(&port).map(|id| (port, *id)),
        };
        let Some((port, listener)) = listener else {
            self.record(EventKind::Stimulus(format!(
                "{label}: refused, nobody listens"
            )));
            return;
        };
        self.record(EventKind::Stimulus(label.clone()));
        let remote = ("127.0.0.1".to_owned(), self.kernel.next_port());
        let local = ("127.0.0.1".to_owned(), port);
        let id = self.open_stream(HandleKind::Socket, label.clone(), None, Peer::Outside);
        self.kernel.visitors.insert(id, label);
        if let Some(stream) = self.kernel.stream_mut(id) {
            stream.local = local;
            stream.remote = remote;
            stream.receive(bytes);
        }
        self.join_backlog(listener, id);
    }
}
