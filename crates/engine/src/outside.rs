//! The outside: what other hosts answer, and what the scenario sends to the process.

use crate::shared::Shared;
use loopscope_event_loop::kernel::Outgoing;
use loopscope_model::VirtualTime;

/// What the outside is doing.
#[derive(Debug, Default)]
pub struct Outside {}

/// Gives the outside what the process sent, and plans its answers.
pub fn exchange(shared: &Shared, _until: Option<VirtualTime>) {
    let sent = shared.event_loop.borrow_mut().take_outgoing();
    for (_at, _handle, outgoing) in sent {
        match outgoing {
            Outgoing::Connect(..) | Outgoing::Bytes(_) | Outgoing::End | Outgoing::Close => {}
        }
    }
}
