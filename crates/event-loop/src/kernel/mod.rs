//! What the kernel does for the process: sockets, pipes, child processes, signals, and messages from other threads.
//!
//! [`Kernel`] is its whole state. [`epoll`] decides in which order the loop hears of handles, [`stream`] moves bytes,
//! [`ports`] joins connections, [`agenda`] holds what the outside does and when, [`ready`] is what libuv does with a
//! handle that is ready. Inside of one process all of this takes no virtual time (7.2).
//!
//! Not responsible for: what the other end of an outside connection answers (the host hears of [`Outgoing`] and puts
//! the answers on the agenda), and what bytes mean.

pub mod agenda;
pub mod epoll;
pub mod ports;
pub mod ready;
pub mod signals;
pub mod stream;

use crate::event_loop::EventLoop;
use agenda::Agenda;
use epoll::Epoll;
use loopscope_model::numbered::Numbered;
use loopscope_model::{EventIndex, EventKind, HandleId, HandleKind, ProbeId, VirtualTime};
use std::collections::{BTreeMap, VecDeque};
use stream::Stream;

/// What the kernel holds for the process.
#[derive(Debug, Clone, Default)]
pub struct Kernel {
    pub(crate) handles: Numbered<HandleId, Handle>,
    pub(crate) epoll: Epoll,
    /// Who listens on a port.
    pub(crate) listeners: BTreeMap<u16, HandleId>,
    pub(crate) next_port: u16,
    /// libuv's pending queue: handles that are looked at in the pending callbacks phase.
    pub(crate) pending: VecDeque<HandleId>,
    pub(crate) agenda: Agenda,
    /// What the process sent to the outside, and when.
    pub(crate) outbox: Vec<(VirtualTime, HandleId, Outgoing)>,
    /// Signals that have arrived, for their listeners.
    pub(crate) signals: VecDeque<HandleId>,
    /// Child processes that are over: code and signal.
    pub(crate) exits: VecDeque<(HandleId, i32, i32)>,
    /// Who came from outside: what people call it.
    pub(crate) visitors: Numbered<HandleId, String>,
    /// The signal that ends the process, because it has no listener.
    pub(crate) killed: Option<String>,
    last: u32,
}

/// A handle.
#[derive(Debug, Clone)]
pub struct Handle {
    /// What sort of handle it is.
    pub kind: HandleKind,
    /// What people call it.
    pub label: String,
    /// The statement that made it.
    pub site: Option<ProbeId>,
    /// `ref` and `unref`.
    pub refed: bool,
    /// Whether it keeps the process alive, as last told to the log.
    told_active: bool,
    /// What made it ready.
    pub(crate) woken_by: Option<EventIndex>,
    pub(crate) state: State,
}

/// What a handle is.
#[derive(Debug, Clone)]
pub(crate) enum State {
    /// A socket that listens, with the connections that wait for `accept`.
    Listener {
        host: String,
        port: u16,
        backlog: VecDeque<HandleId>,
    },
    /// One end of a connection or a pipe.
    Stream(Stream),
    /// A child process; whether it runs.
    Child { running: bool },
    /// Calls from another thread that wait for the loop, and whether more may come.
    Channel { waiting: VecDeque<u64>, open: bool },
    /// A listener for a signal.
    Signal { name: String },
}

/// What the process did to an outside end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outgoing {
    /// It asks for a connection to this address and port.
    Connect(String, u16),
    /// It sent these bytes.
    Bytes(Vec<u8>),
    /// It sends nothing more.
    End,
    /// It has closed its end.
    Close,
}

/// What a handle's owner is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandleEvent {
    /// A connection was accepted: its handle.
    Connection(HandleId),
    /// A connection was made, or not: 0 or a negative error number.
    Connected(i32),
    /// Bytes have come.
    Read(Vec<u8>),
    /// No more bytes will come.
    End,
    /// Reading failed: a negative error number.
    ReadError(i32),
    /// A write that had to wait is done: its number, and 0 or a negative error number.
    Written(u64, i32),
    /// The writing side is shut down.
    Shutdown,
    /// A child process is over: its code, or the number of the signal that ended it.
    Exit(i32, i32),
    /// Another thread calls: the number that it gave.
    Call(u64),
    /// The signal has come.
    Signal,
}

impl Kernel {
    /// The handle with this number, until it is closed.
    pub fn handle(&self, id: HandleId) -> Option<&Handle> {
        self.handles.get(&id)
    }

    pub(crate) fn stream(&self, id: HandleId) -> Option<&Stream> {
        match self.handles.get(&id).map(|h| &h.state) {
            Some(State::Stream(stream)) => Some(stream),
            _ => None,
        }
    }

    pub(crate) fn stream_mut(&mut self, id: HandleId) -> Option<&mut Stream> {
        match self.handles.get_mut(&id).map(|h| &mut h.state) {
            Some(State::Stream(stream)) => Some(stream),
            _ => None,
        }
    }

    /// Whether a handle is what libuv calls active and ref'd, or has requests under way.
    fn keeps_alive(&self, handle: &Handle) -> bool {
        match &handle.state {
            State::Listener { .. } => handle.refed,
            State::Stream(stream) => stream.has_request() || handle.refed && stream.reading,
            State::Child { running } => handle.refed && *running,
            State::Channel { open, .. } => handle.refed && *open,
            State::Signal { .. } => handle.refed,
        }
    }

    /// Whether a handle keeps the process alive.
    pub fn is_alive(&self) -> bool {
        self.handles.values().any(|handle| self.keeps_alive(handle))
    }

    /// The labels of the handles that keep the process alive, in the order of their creation.
    pub fn alive(&self) -> Vec<String> {
        let alive = self.handles.values().filter(|h| self.keeps_alive(h));
        alive.map(|handle| handle.label.clone()).collect()
    }

    /// Whether the process has a server or a connection.
    pub(crate) fn has_sockets(&self) -> bool {
        self.handles
            .values()
            .any(|handle| matches!(handle.kind, HandleKind::Server | HandleKind::Socket))
    }

    /// Whether a poll would find something.
    pub(crate) fn is_ready(&self) -> bool {
        self.epoll.has_ready()
    }
}

impl EventLoop {
    /// Makes a handle and gives its number.
    pub(crate) fn open_handle(
        &mut self,
        kind: HandleKind,
        label: String,
        site: Option<ProbeId>,
        state: State,
    ) -> HandleId {
        self.kernel.last += 1;
        let id = HandleId(self.kernel.last);
        let handle = Handle {
            kind,
            label: label.clone(),
            site,
            refed: true,
            told_active: false,
            woken_by: None,
            state,
        };
        self.kernel.handles.insert(id, handle);
        self.record(EventKind::HandleOpened {
            handle: id,
            kind,
            label,
            site,
        });
        self.tell_active(id);
        id
    }

    /// Records it if a handle has begun or ended to keep the process alive.
    pub(crate) fn tell_active(&mut self, id: HandleId) {
        let Some(handle) = self.kernel.handles.get(&id) else {
            return;
        };
        let active = self.kernel.keeps_alive(handle);
        if active == handle.told_active {
            return;
        }
        if let Some(handle) = self.kernel.handles.get_mut(&id) {
            handle.told_active = active;
        }
        self.record(EventKind::HandleActive { handle: id, active });
    }

    /// Names a handle anew, with the other end if that is in this process.
    pub(crate) fn rename_handle(&mut self, id: HandleId, label: String, peer: Option<HandleId>) {
        if let Some(handle) = self.kernel.handles.get_mut(&id) {
            handle.label.clone_from(&label);
            self.record(EventKind::HandleChanged {
                handle: id,
                label,
                peer,
            });
        }
    }

    /// What people call a handle.
    pub fn handle_label(&self, id: HandleId) -> Option<String> {
        self.kernel.handle(id).map(|handle| handle.label.clone())
    }

    /// What people call somebody who came from outside.
    pub fn visitor(&self, id: HandleId) -> Option<String> {
        self.kernel.visitors.get(&id).cloned()
    }

    /// What sort of handle it is.
    pub fn handle_kind(&self, id: HandleId) -> Option<HandleKind> {
        self.kernel.handle(id).map(|handle| handle.kind)
    }

    /// `ref` and `unref` of a handle.
    pub fn set_handle_ref(&mut self, id: HandleId, refed: bool) {
        if let Some(handle) = self.kernel.handles.get_mut(&id) {
            handle.refed = refed;
        }
        self.tell_active(id);
    }

    /// Closes a handle (`uv_close`): the other end of a connection hears of it at once, the close callback is another
    /// matter ([`EventLoop::enqueue_close`]).
    pub fn close_handle(&mut self, id: HandleId) {
        let Some(handle) = self.kernel.handles.remove(&id) else {
            return;
        };
        self.kernel.epoll.forget(id);
        self.kernel.pending.retain(|pending| *pending != id);
        self.kernel.signals.retain(|signal| *signal != id);
        self.kernel.exits.retain(|(child, ..)| *child != id);
        self.kernel.agenda.forget(id);
        match handle.state {
            State::Listener { port, backlog, .. } => {
                self.kernel.listeners.remove(&port);
                for waiting in backlog {
                    self.reset_stream(waiting);
                    self.close_handle(waiting);
                }
            }
            State::Stream(stream) => self.leave_peer(id, &stream),
            State::Child { .. } | State::Channel { .. } | State::Signal { .. } => {}
        }
        self.record(EventKind::HandleClosed { handle: id });
    }

    /// A handle for a child process that runs.
    pub fn open_child(&mut self, label: String, site: Option<ProbeId>) -> HandleId {
        self.open_handle(
            HandleKind::Child,
            label,
            site,
            State::Child { running: true },
        )
    }

    /// A handle through which another thread calls the loop: that of a worker or of a port.
    pub fn open_channel(
        &mut self,
        kind: HandleKind,
        label: String,
        site: Option<ProbeId>,
    ) -> HandleId {
        let state = State::Channel {
            waiting: VecDeque::new(),
            open: true,
        };
        self.open_handle(kind, label, site, state)
    }

    /// A handle for a signal, which does not keep the process alive.
    pub fn open_signal(&mut self, name: &str, site: Option<ProbeId>) -> HandleId {
        let state = State::Signal {
            name: name.to_owned(),
        };
        let label = format!("listener for {name}");
        let id = self.open_handle(HandleKind::Signal, label, site, state);
        self.set_handle_ref(id, false);
        id
    }

    /// `uv_async_send`: another thread calls; the loop hears of it in its poll phase.
    pub fn call_channel(&mut self, id: HandleId, number: u64) {
        if let Some(Handle {
            state: State::Channel { waiting, .. },
            ..
        }) = self.kernel.handles.get_mut(&id)
        {
            waiting.push_back(number);
            self.kernel.epoll.wake_async();
            self.note_cause(id);
        }
    }

    /// Notes what made a handle ready.
    pub(crate) fn note_cause(&mut self, id: HandleId) {
        if let Some(handle) = self.kernel.handles.get_mut(&id) {
            handle.woken_by = self.cause;
        }
    }

    /// Takes the calls that have come and were not delivered.
    pub fn take_calls(&mut self, id: HandleId) -> Vec<u64> {
        match self.kernel.handles.get_mut(&id).map(|h| &mut h.state) {
            Some(State::Channel { waiting, .. }) => std::mem::take(waiting).into(),
            _ => Vec::new(),
        }
    }

    /// No more calls will come through a channel: it keeps the process alive no longer.
    pub fn end_channel(&mut self, id: HandleId) {
        if let Some(Handle {
            state: State::Channel { open, .. },
            ..
        }) = self.kernel.handles.get_mut(&id)
        {
            *open = false;
        }
        self.tell_active(id);
    }
}
