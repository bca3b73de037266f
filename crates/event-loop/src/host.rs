//! What the event loop asks of those who use it.

use crate::event_loop::EventLoop;
use crate::explore::OpenChoice;
use crate::kernel::HandleEvent;
use loopscope_model::event::Ending;
use loopscope_model::{HandleId, TaskId, VirtualTime};
use std::collections::BTreeMap;
use std::ops::DerefMut;

/// How a call of a task went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completion {
    /// It returned.
    Normal,
    /// An exception left it, and an `uncaughtException` listener took it: the process goes on (9.3).
    Threw,
}

/// The process is over: nothing else may be called. The host knows why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Halt;

/// Runs the tasks that the loop names.
pub trait Host {
    /// The loop's state. It must not be held while a task runs.
    fn event_loop(&mut self) -> impl DerefMut<Target = EventLoop>;

    /// Calls the JavaScript of a task to its end.
    ///
    /// # Errors
    /// [`Halt`] if it ended the process.
    fn call(&mut self, task: TaskId) -> Result<Completion, Halt>;

    /// Does what a round trip of an operation does, and says whether the operation is done; if not, the loop submits
    /// the next trip (6.3). `trip` counts from 0.
    fn perform(&mut self, task: TaskId, trip: usize) -> bool;

    /// Makes the task call the owner of a handle. Says whether there is somebody to call.
    /// A host that opens no handles need not say anything.
    fn deliver(&mut self, _task: TaskId, _handle: HandleId, _event: HandleEvent) -> bool {
        false
    }

    /// A task that goes on with what the last call began, once the queues are empty: Node's parser of HTTP empties them
    /// after each piece of a body.
    fn continuation(&mut self) -> Option<TaskId> {
        None
    }

    /// Gives the outside what the process sent ([`EventLoop::take_outgoing`]), and plans its answers; lets other threads
    /// run until `until`, if it is given, but not further than to the first thing that one of them does to this one.
    fn exchange(&mut self, _until: Option<VirtualTime>) {}

    /// Something outside of JavaScript ends the run: a signal without a listener, or that nothing can happen any more.
    fn end(&mut self, _ending: Ending) {}

    /// Whether promises were rejected without a handler since they were last looked at.
    fn has_rejections(&mut self) -> bool;

    /// Looks at them (8.2). Gives nothing if there was nothing to do that may have queued ticks or microtasks;
    /// otherwise how it went: an exception of a listener ends it.
    ///
    /// # Errors
    /// [`Halt`] if that ended the process.
    fn process_rejections(&mut self) -> Result<Option<Completion>, Halt>;

    /// What Node leaves open in this run, by the number of the call before which it is to be said. Asked once, when
    /// something was drawn; see [`crate::explore`]. A host that does not care says that nothing is.
    fn open_choices(&mut self) -> BTreeMap<u32, OpenChoice> {
        BTreeMap::new()
    }

    /// Emits `beforeExit` (9.1).
    ///
    /// # Errors
    /// [`Halt`] if that ended the process.
    fn before_exit(&mut self) -> Result<Completion, Halt>;

    /// Emits `exit` (9.2): nothing is left to do. A tick that is queued from now on must not reach the loop.
    ///
    /// # Errors
    /// [`Halt`] if that ended the process.
    fn exit(&mut self) -> Result<Completion, Halt>;
}
