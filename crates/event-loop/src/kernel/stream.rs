//! Streams: sockets and pipes, and the bytes on their way (what the kernel does when libuv reads, writes and shuts
//! down).

use super::epoll::Readiness;
use super::{Outgoing, State};
use crate::event_loop::EventLoop;
use loopscope_model::{HandleId, HandleKind, ProbeId};
use std::collections::VecDeque;

/// So many bytes fit between two ends before a write has to wait: measured on Linux's loopback.
const CAPACITY: usize = 3_909_280;

/// Linux's negative error numbers.
pub mod errno {
    /// The other end is gone.
    pub const EPIPE: i32 = -32;
    /// The other end has closed with bytes unread.
    pub const ECONNRESET: i32 = -104;
    /// Nobody listens there.
    pub const ECONNREFUSED: i32 = -111;
    /// Somebody listens there already.
    pub const EADDRINUSE: i32 = -98;
    /// There is no connection.
    pub const ENOTCONN: i32 = -107;
}

/// Who is at the other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// Nobody yet, or nobody any more.
    Nobody,
    /// A handle of this process.
    Local(HandleId),
    /// Somebody outside.
    Outside,
}

/// An address and a port.
pub type Address = (String, u16);

/// One end of a connection.
#[derive(Debug, Clone)]
pub(crate) struct Stream {
    pub peer: Peer,
    pub local: Address,
    pub remote: Address,
    /// The attempt to connect: `Some(Some(error))` once its outcome is known, until the owner is told.
    pub connecting: Option<Option<i32>>,
    /// Whether the owner wants to read.
    pub reading: bool,
    /// What has come and was not read.
    received: VecDeque<u8>,
    /// Whether the other end sends nothing more.
    received_end: bool,
    /// An error that the next read or write finds.
    pub error: Option<i32>,
    /// Whether the owner was told that there is nothing more.
    pub told_end: bool,
    /// Writes that wait for room: number and bytes.
    pub writes: VecDeque<(u64, Vec<u8>)>,
    /// Whether the owner wants to shut the writing side down.
    pub shutting: bool,
    /// Whether the writing side is shut down.
    pub sent_end: bool,
}

impl Stream {
    pub(crate) fn new(peer: Peer) -> Stream {
        Stream {
            peer,
            local: Address::default(),
            remote: Address::default(),
            connecting: None,
            reading: false,
            received: VecDeque::new(),
            received_end: false,
            error: None,
            told_end: false,
            writes: VecDeque::new(),
            shutting: false,
            sent_end: false,
        }
    }

    /// Whether libuv counts a request of it: a connection, a write or a shutdown.
    pub(crate) fn has_request(&self) -> bool {
        self.connecting.is_some() || !self.writes.is_empty() || self.shutting
    }

    pub(crate) fn receive(&mut self, bytes: &[u8]) {
        self.received.extend(bytes);
    }

    /// Takes at most `most` bytes that have come.
    pub(crate) fn take(&mut self, most: usize) -> Vec<u8> {
        let most = most.min(self.received.len());
        self.received.drain(..most).collect()
    }

    pub(crate) fn has_bytes(&self) -> bool {
        !self.received.is_empty()
    }

    /// Whether a read would find the end.
    pub(crate) fn is_at_end(&self) -> bool {
        self.received.is_empty() && self.received_end
    }

    fn room(&self) -> usize {
        CAPACITY.saturating_sub(self.received.len())
    }
}

impl EventLoop {
    /// Makes a stream.
    pub(crate) fn open_stream(
        &mut self,
        kind: HandleKind,
        label: String,
        site: Option<ProbeId>,
        peer: Peer,
    ) -> HandleId {
        self.open_handle(kind, label, site, State::Stream(Stream::new(peer)))
    }

    /// A pipe to the outside: standard input, or a stream of a child process.
    pub fn open_pipe(&mut self, label: String, site: Option<ProbeId>) -> HandleId {
        self.open_stream(HandleKind::Pipe, label, site, Peer::Outside)
    }

    /// What is the case with a handle.
    pub(crate) fn readiness(&self, id: HandleId) -> Readiness {
        match self.kernel.handles.get(&id).map(|h| &h.state) {
            Some(State::Listener { backlog, .. }) => Readiness {
                input: !backlog.is_empty(),
                ..Readiness::default()
            },
            Some(State::Stream(stream)) => match stream.connecting {
                Some(None) => Readiness::default(),
                Some(Some(error)) => Readiness {
                    output: true,
                    hangup: error != 0,
                    input: false,
                },
                None => Readiness {
                    input: stream.has_bytes() || stream.received_end || stream.error.is_some(),
                    output: self.room_beyond(stream) > 0,
                    hangup: stream.error.is_some()
                        || stream.received_end && (stream.sent_end || self.is_pipe(id)),
                },
            },
            _ => Readiness::default(),
        }
    }

    fn is_pipe(&self, id: HandleId) -> bool {
        self.handle_kind(id) == Some(HandleKind::Pipe)
    }

    /// Whether nothing is left to read but the end.
    pub(crate) fn at_end(&self, id: HandleId) -> bool {
        let stream = self.kernel.stream(id);
        stream.is_some_and(|stream| stream.reading && stream.is_at_end())
    }

    /// How much can be written.
    fn room_beyond(&self, stream: &Stream) -> usize {
        match stream.peer {
            Peer::Local(peer) => self.kernel.stream(peer).map_or(CAPACITY, Stream::room),
            Peer::Nobody | Peer::Outside => CAPACITY,
        }
    }

    pub(crate) fn wake(&mut self, id: HandleId) {
        let readiness = self.readiness(id);
        self.kernel.epoll.wake(id, readiness);
        self.note_cause(id);
    }

    /// Asks the kernel for what the handle's owner waits for now.
    pub(crate) fn update_interest(&mut self, id: HandleId) {
        let wanted = match self.kernel.handles.get(&id).map(|h| &h.state) {
            Some(State::Listener { .. }) => Readiness {
                input: true,
                ..Readiness::default()
            },
            Some(State::Stream(stream)) => Readiness {
                input: stream.reading,
                output: stream.connecting.is_some() || !stream.writes.is_empty(),
                hangup: false,
            },
            _ => return,
        };
        self.kernel.epoll.set_interest(id, wanted);
        self.tell_active(id);
    }

    /// `uv_read_start` and `uv_read_stop`.
    pub fn set_reading(&mut self, id: HandleId, reading: bool) {
        if let Some(stream) = self.kernel.stream_mut(id) {
            stream.reading = reading;
            self.update_interest(id);
        }
    }

    /// `uv_write`: gives whether all was written at once; what was not is told of as the write with this number. The
    /// error is a negative number.
    ///
    /// # Errors
    /// The kernel's, if the other end is gone.
    pub fn write_stream(&mut self, id: HandleId, number: u64, bytes: Vec<u8>) -> Result<bool, i32> {
        let Some(stream) = self.kernel.stream_mut(id) else {
            return Err(errno::EPIPE);
        };
        if !stream.writes.is_empty() || stream.connecting.is_some() {
            stream.writes.push_back((number, bytes));
            self.update_interest(id);
            return Ok(false);
        }
        let written = self.send(id, &bytes)?;
        if written == bytes.len() {
            return Ok(true);
        }
        if let Some(stream) = self.kernel.stream_mut(id) {
            stream.writes.push_back((number, bytes[written..].to_vec()));
        }
        self.update_interest(id);
        Ok(false)
    }

    /// Gives bytes to the other end, as many as there is room for.
    pub(crate) fn send(&mut self, id: HandleId, bytes: &[u8]) -> Result<usize, i32> {
        let Some(stream) = self.kernel.stream_mut(id) else {
            return Err(errno::EPIPE);
        };
        if let Some(error) = stream.error.take() {
            return Err(error);
        }
        match stream.peer {
            Peer::Nobody => Err(errno::EPIPE),
            Peer::Outside => {
                let now = self.now();
                let sent = Outgoing::Bytes(bytes.to_vec());
                self.kernel.outbox.push((now, id, sent));
                Ok(bytes.len())
            }
            Peer::Local(peer) => {
                let Some(other) = self.kernel.stream_mut(peer) else {
                    // The first write after the other end was closed succeeds; its answer is a reset.
                    if let Some(stream) = self.kernel.stream_mut(id) {
                        stream.peer = Peer::Nobody;
                    }
                    self.wake(id);
                    return Ok(bytes.len());
                };
                let written = bytes.len().min(other.room());
                other.receive(&bytes[..written]);
                self.wake(peer);
                Ok(written)
            }
        }
    }

    /// `uv_shutdown`: the writing side is shut down once all is written. With nothing to write libuv does it in the
    /// pending callbacks phase, or right after poll.
    pub fn shutdown_stream(&mut self, id: HandleId) {
        if let Some(stream) = self.kernel.stream_mut(id) {
            stream.shutting = true;
            let idle = stream.writes.is_empty();
            if idle && !self.kernel.pending.contains(&id) {
                self.kernel.pending.push_back(id);
            }
            self.tell_active(id);
        }
    }

    /// The other end is told that nothing more comes.
    pub(crate) fn send_end(&mut self, id: HandleId) {
        let Some(stream) = self.kernel.stream_mut(id) else {
            return;
        };
        stream.shutting = false;
        if std::mem::replace(&mut stream.sent_end, true) {
            return;
        }
        match stream.peer {
            Peer::Local(peer) => self.arrive_end(peer),
            Peer::Outside => {
                let now = self.now();
                self.kernel.outbox.push((now, id, Outgoing::End));
            }
            Peer::Nobody => {}
        }
        self.wake(id);
        self.tell_active(id);
    }

    /// Bytes come for a stream.
    pub(crate) fn arrive(&mut self, id: HandleId, bytes: &[u8]) {
        if let Some(stream) = self.kernel.stream_mut(id) {
            stream.receive(bytes);
            self.wake(id);
        }
    }

    /// The other end of a stream sends nothing more.
    pub(crate) fn arrive_end(&mut self, id: HandleId) {
        if let Some(stream) = self.kernel.stream_mut(id) {
            stream.received_end = true;
            self.wake(id);
        }
    }

    /// The other end was closed with bytes unread, or destroyed on purpose.
    pub(crate) fn arrive_reset(&mut self, id: HandleId) {
        if let Some(stream) = self.kernel.stream_mut(id) {
            stream.error = Some(errno::ECONNRESET);
            stream.peer = Peer::Nobody;
            self.wake(id);
        }
    }

    /// A stream is closed: the other end hears of it.
    pub(crate) fn leave_peer(&mut self, id: HandleId, stream: &Stream) {
        match stream.peer {
            Peer::Local(peer) if stream.has_bytes() => self.arrive_reset(peer),
            Peer::Local(peer) if !stream.sent_end => self.arrive_end(peer),
            Peer::Outside => {
                let now = self.now();
                self.kernel.outbox.push((now, id, Outgoing::Close));
            }
            Peer::Local(_) | Peer::Nobody => {}
        }
    }

    /// Resets the connection (`uv_tcp_close_reset`); the handle is closed by itself.
    pub fn reset_stream(&mut self, id: HandleId) {
        if let Some(stream) = self.kernel.stream_mut(id)
            && let Peer::Local(peer) = std::mem::replace(&mut stream.peer, Peer::Nobody)
        {
            self.arrive_reset(peer);
        }
    }
}
