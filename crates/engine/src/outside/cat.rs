//! `cat` without a file: the child process gives back what it is given, and ends when nothing more comes.

use crate::shared::Shared;
use loopscope_event_loop::kernel::Outgoing;
use loopscope_event_loop::kernel::agenda::Act;
use loopscope_model::event::Stream;
use loopscope_model::{HandleId, VirtualTime};

/// How long it takes to read and to write again.
const TURN: VirtualTime = VirtualTime::from_micros(500);

/// A running `cat`.
#[derive(Debug, Clone, Copy)]
pub struct Cat {
    /// Its process.
    pub child: HandleId,
    /// It reads from then on.
    pub from: VirtualTime,
    /// Its standard output, if that is a pipe.
    pub stdout: Option<HandleId>,
    /// Its standard error, if that is a pipe.
    pub stderr: Option<HandleId>,
    /// It prints where the process does.
    pub inherits: bool,
}

impl Cat {
    /// What it does when something is written to its standard input, or that is closed.
    pub fn hear(self, shared: &Shared, at: VirtualTime, outgoing: &Outgoing) {
        let at = at.max(self.from) + TURN;
        match outgoing {
            Outgoing::Bytes(bytes) => {
                let act = match self.stdout {
                    Some(pipe) => Act::Bytes(pipe, bytes.clone()),
                    None if self.inherits => {
                        let text = String::from_utf8_lossy(bytes).into_owned();
                        Act::Printed(self.child, Stream::Stdout, text)
                    }
                    None => return,
                };
                shared.event_loop.borrow_mut().plan(at, act);
            }
            Outgoing::End => self.end(shared, at),
            Outgoing::Connect(..) | Outgoing::Close => {}
        }
    }

    /// It ends by itself.
    pub fn end(self, shared: &Shared, at: VirtualTime) {
        let mut event_loop = shared.event_loop.borrow_mut();
        for pipe in [self.stdout, self.stderr].into_iter().flatten() {
            event_loop.plan(at, Act::End(pipe));
        }
        event_loop.plan(at, Act::Exit(self.child, 0, 0));
    }
}
