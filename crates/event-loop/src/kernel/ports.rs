//! Ports: who listens, who connects to whom.

use super::stream::{Address, Peer, errno};
use super::{Kernel, Outgoing, State};
use crate::event_loop::EventLoop;
use loopscope_model::{HandleId, HandleKind, ProbeId};
use std::collections::VecDeque;

/// The first port that is given where the program asks for any: the Linux kernel's range is from 32768 to 60999.
const FIRST_PORT: u16 = 40_000;

impl Kernel {
    /// A port that nobody uses.
    pub(crate) fn next_port(&mut self) -> u16 {
        loop {
            self.next_port = self.next_port.max(FIRST_PORT - 1).wrapping_add(1);
            if !self.listeners.contains_key(&self.next_port) {
                return self.next_port;
            }
        }
    }
}

impl EventLoop {
    /// `uv_tcp_bind` and `uv_listen`: gives the handle and the port. Port 0 asks for any.
    ///
    /// # Errors
    /// The negative error number, if somebody listens there already.
    pub fn listen(
        &mut self,
        host: &str,
        port: u16,
        site: Option<ProbeId>,
    ) -> Result<(HandleId, u16), i32> {
        let port = match port {
            0 => self.kernel.next_port(),
            port if self.kernel.listeners.contains_key(&port) => return Err(errno::EADDRINUSE),
            port => port,
        };
        let state = State::Listener {
            host: host.to_owned(),
            port,
            backlog: VecDeque::new(),
        };
        let label = match host {
            "" | "::" | "0.0.0.0" => format!("server on port {port}"),
            host => format!("server on {host}:{port}"),
        };
        let id = self.open_handle(HandleKind::Server, label, site, state);
        self.kernel.listeners.insert(port, id);
        self.update_interest(id);
        Ok((id, port))
    }

    /// A socket without a connection.
    pub fn open_socket(&mut self, site: Option<ProbeId>) -> HandleId {
        self.open_stream(HandleKind::Socket, "socket".to_owned(), site, Peer::Nobody)
    }

    /// `uv_tcp_connect`. An address of this host is answered at once, within the call: by a listening socket, or by
    /// nobody (7.4). For others the host plans the answer.
    pub fn connect(&mut self, id: HandleId, host: &str, port: u16) {
        let local = is_local(host);
        let own: Address = (
            if local { host } else { "10.0.0.1" }.to_owned(),
            self.kernel.next_port(),
        );
        let Some(stream) = self.kernel.stream_mut(id) else {
            return;
        };
        stream.connecting = Some(None);
        stream.local = own.clone();
        stream.remote = (host.to_owned(), port);
        let label = format!("connection to {host}:{port}");
        if !local {
            stream.peer = Peer::Outside;
            self.rename_handle(id, label, None);
            let now = self.now();
            let request = Outgoing::Connect(host.to_owned(), port);
            self.kernel.outbox.push((now, id, request));
            self.update_interest(id);
            return;
        }
        let listener = self.kernel.listeners.get(&port).copied();
        let listener = listener.and_then(|id| Some((id, self.reached_as(id, host)?)));
        match listener {
            None => {
                self.rename_handle(id, label, None);
                self.connection_done(id, errno::ECONNREFUSED);
            }
            Some((listener, prefix)) => {
                let name = format!("connection from {}:{}", own.0, own.1);
                let accepted =
                    self.open_stream(HandleKind::Socket, name.clone(), None, Peer::Local(id));
                if let Some(other) = self.kernel.stream_mut(accepted) {
                    other.local = (format!("{prefix}{host}"), port);
                    other.remote = (format!("{prefix}{}", own.0), own.1);
                }
                if let Some(stream) = self.kernel.stream_mut(id) {
                    stream.peer = Peer::Local(accepted);
                }
                self.rename_handle(accepted, name, Some(id));
                self.rename_handle(id, label, Some(accepted));
                self.join_backlog(listener, accepted);
                self.connection_done(id, 0);
            }
        }
        self.update_interest(id);
    }

    /// Whether a listening socket can be reached by this address of the host, and what stands before the address where
    /// one of the other kind is mapped.
    fn reached_as(&self, listener: HandleId, host: &str) -> Option<&'static str> {
        let Some(State::Listener { host: bound, .. }) =
            self.kernel.handles.get(&listener).map(|h| &h.state)
        else {
            return None;
        };
        let six = host.contains(':');
        match bound.as_str() {
            "::" if six => Some(""),
            "::" => Some("::ffff:"),
            "0.0.0.0" => (!six).then_some(""),
            bound => (bound == host).then_some(""),
        }
    }

    /// The outcome of an attempt to connect is known.
    pub(crate) fn connection_done(&mut self, id: HandleId, error: i32) {
        if let Some(stream) = self.kernel.stream_mut(id)
            && stream.connecting.is_some()
        {
            stream.connecting = Some(Some(error));
            self.wake(id);
        }
    }

    /// A connection waits for `accept`.
    pub(crate) fn join_backlog(&mut self, listener: HandleId, id: HandleId) {
        if let Some(State::Listener { backlog, .. }) =
            self.kernel.handles.get_mut(&listener).map(|h| &mut h.state)
        {
            backlog.push_back(id);
            self.wake(listener);
        }
    }

    /// The two addresses of a connection: its own, and that of the other end.
    pub fn addresses(&self, id: HandleId) -> Option<(Address, Address)> {
        let stream = self.kernel.stream(id)?;
        Some((stream.local.clone(), stream.remote.clone()))
    }
}

/// Whether an address is one of this host.
pub fn is_local(host: &str) -> bool {
    host.starts_with("127.") || matches!(host, "::1" | "::" | "0.0.0.0" | "" | "::ffff:127.0.0.1")
}
