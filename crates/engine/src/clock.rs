//! Reads of the clock by the program.

use crate::shared::Shared;
use loopscope_model::VirtualTime;

/// Virtual time as the program sees it; a busy-wait moves it on.
pub fn read(shared: &Shared) -> VirtualTime {
    let mut recorder = shared.recorder.borrow_mut();
    let mut event_loop = shared.event_loop.borrow_mut();
    recorder.read_clock(&mut event_loop);
    event_loop.now()
}

/// The program blocks for this long: a synchronous operation.
pub fn block(shared: &Shared, time: VirtualTime) {
    let mut recorder = shared.recorder.borrow_mut();
    let mut event_loop = shared.event_loop.borrow_mut();
    recorder.settle_clock(&mut event_loop);
    event_loop.spend(time);
}
