//! Reading a trace: indexes of what it holds, and the state of the loop at any step.
//!
//! A [`Recording`] takes the pieces of a trace as they come. [`LoopState`] is a pure fold of the events;
//! [`Recording::state_at`] gives the same from the nearest keyframe. A trace that makes no sense gives a state that
//! makes little sense, and nothing worse.

mod fold;
mod index;
mod keyframes;
mod recording;
mod state;
mod steps;
mod store;
mod tight;
mod timeline;
mod travel;
mod visits;

pub use index::{OutputRef, Problem, TaskInfo};
pub use recording::Recording;
pub use state::{Frame, Handle, LoopState, Operation, Running, Stage, Timer};
pub use store::Events;
pub use timeline::{Timeline, TimelineSpan};
pub use travel::Stride;

#[cfg(test)]
mod tests;
