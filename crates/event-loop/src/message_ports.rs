//! Message ports: handles that the loop learns about by a wake-up (libuv's `uv_async_t`), not through a thread or a
//! socket (section 11).
//!
//! A message is an event of the poll phase with a drain of its own. Ports are asked in the order in which they were
//! opened, after the thread pool, whose own wake-up is the first that the loop has.

use crate::event_loop::EventLoop;
use loopscope_model::numbered::Numbered;
use loopscope_model::{Phase, Queue, TaskId};
use std::collections::VecDeque;

/// Messages of one port that are delivered in a row even if they arrive meanwhile; what is more waits for the next poll.
const IN_A_ROW: usize = 1_000;

/// A port by its number, in order of opening.
pub type PortId = u32;

#[derive(Debug, Clone, Default)]
struct Port {
    refed: bool,
    pending: VecDeque<TaskId>,
}

/// The open ports.
#[derive(Debug, Clone, Default)]
pub struct MessagePorts {
    ports: Numbered<PortId, Port>,
    next: PortId,
}

impl MessagePorts {
    /// Opens a port; it does not keep the process alive until it is told to.
    pub fn open(&mut self) -> PortId {
        let id = self.next;
        self.next += 1;
        self.ports.insert(id, Port::default());
        id
    }

    /// Sets whether the port keeps the process alive.
    pub fn set_ref(&mut self, port: PortId, refed: bool) {
        if let Some(port) = self.ports.get_mut(&port) {
            port.refed = refed;
        }
    }

    /// Whether the port is open and keeps the process alive.
    pub fn has_ref(&self, port: PortId) -> bool {
        self.ports.get(&port).is_some_and(|port| port.refed)
    }

    /// Adds a task to what the port has to deliver; false if the port is closed.
    pub fn post(&mut self, port: PortId, task: TaskId) -> bool {
        let open = self.ports.get_mut(&port);
        open.map(|port| port.pending.push_back(task)).is_some()
    }

    /// Takes back the task that was posted last.
    pub fn take_back(&mut self, port: PortId) -> Option<TaskId> {
        self.ports.get_mut(&port)?.pending.pop_back()
    }

    /// Closes a port and gives the tasks that will not run.
    pub fn close(&mut self, port: PortId) -> Vec<TaskId> {
        let port = self.ports.remove(&port);
        port.map_or_else(Vec::new, |port| port.pending.into())
    }

    /// Whether a port keeps the process alive.
    pub fn any_refed(&self) -> bool {
        self.ports.values().any(|port| port.refed)
    }

    /// A label for each port that keeps the process alive.
    pub fn alive(&self) -> Vec<String> {
        let alive = self.ports.values().filter(|port| port.refed);
        alive.map(|_| "MessagePort".to_owned()).collect()
    }

    /// The task that is delivered first, if one waits.
    pub fn first(&self) -> Option<TaskId> {
        self.ports
            .values()
            .find_map(|port| port.pending.front().copied())
    }

    /// The first port from `from` on that has something to deliver, and how much it may deliver in a row.
    pub fn next_pending(&self, from: PortId) -> Option<(PortId, usize)> {
        self.ports
            .iter()
            .find(|(id, port)| *id >= from && !port.pending.is_empty())
            .map(|(id, port)| (id, port.pending.len().max(IN_A_ROW)))
    }

    /// The next task of a port.
    pub fn take(&mut self, port: PortId) -> Option<TaskId> {
        self.ports.get_mut(&port)?.pending.pop_front()
    }
}

impl EventLoop {
    /// Opens a message port (section 11).
    pub fn open_port(&mut self) -> PortId {
        self.message_ports.open()
    }

    /// Sets whether a port keeps the process alive.
    pub fn set_port_ref(&mut self, port: PortId, refed: bool) {
        self.message_ports.set_ref(port, refed);
    }

    /// Whether a port is open and keeps the process alive.
    pub fn port_has_ref(&self, port: PortId) -> bool {
        self.message_ports.has_ref(port)
    }

    /// A message for a port: its task runs in the next poll phase, or in this one if the port is being asked.
    pub fn post_to_port(&mut self, port: PortId, task: TaskId) {
        if self.message_ports.post(port, task) {
            self.kernel.epoll.wake_async();
            self.queued(task, Queue::Phase(Phase::Poll));
        } else {
            self.drop_task(task);
        }
    }

    /// The message that was posted last is received without waiting for the loop.
    pub fn take_back_from_port(&mut self, port: PortId) -> Option<TaskId> {
        let task = self.message_ports.take_back(port)?;
        self.drop_task(task);
        Some(task)
    }

    /// Closes a port: what it has not delivered is dropped, `task` is its close callback (3.6).
    pub fn close_port(&mut self, port: PortId, task: TaskId) -> Vec<TaskId> {
        let dropped = self.message_ports.close(port);
        for task in &dropped {
            self.drop_task(*task);
        }
        self.enqueue_close(task);
        dropped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_deliver_in_the_order_of_their_opening() {
        let mut ports = MessagePorts::default();
        let (one, two) = (ports.open(), ports.open());
        assert!(ports.post(two, TaskId(5)));
        assert!(ports.post(one, TaskId(6)));
        assert_eq!(ports.first(), Some(TaskId(6)));
        assert_eq!(ports.next_pending(0).map(|(port, _)| port), Some(one));
        assert_eq!(ports.next_pending(one + 1).map(|(port, _)| port), Some(two));
        assert_eq!(ports.take(one), Some(TaskId(6)));
        assert_eq!(ports.close(two), [TaskId(5)]);
        assert!(!ports.post(two, TaskId(7)));
    }

    #[test]
    fn only_a_refed_port_keeps_the_process_alive() {
        let mut ports = MessagePorts::default();
        let port = ports.open();
        assert!(!ports.any_refed());
        ports.set_ref(port, true);
        assert!(ports.any_refed() && ports.has_ref(port));
        ports.close(port);
        assert!(!ports.any_refed());
    }
}
