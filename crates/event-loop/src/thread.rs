//! The loop of a worker thread. It goes on in turns, each until it would have to wait for longer than it may: another loop
//! runs on the same virtual clock meanwhile.

use crate::drain::drain;
use crate::event_loop::EventLoop;
use crate::host::{Completion, Halt, Host};
use crate::poll::io_poll;
use crate::run::{after_poll, before_poll, main_program, run_timers};
use loopscope_model::{ModuleKind, RuleId, VirtualTime};

/// What a loop that was to wait for too long waits for: the next thing that it knows of, if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspended(pub Option<VirtualTime>);

/// How a turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The loop waits, until this time if nothing comes from elsewhere.
    Waits(Option<VirtualTime>),
    /// Nothing is left to do.
    Over,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Program,
    Begin,
    Iterate,
    Poll,
}

/// Where the loop of a thread is.
#[derive(Debug)]
pub struct Thread {
    kind: ModuleKind,
    stage: Stage,
}

impl Thread {
    /// A thread whose program is loaded in this way.
    pub fn new(kind: ModuleKind) -> Thread {
        Thread {
            kind,
            stage: Stage::Program,
        }
    }

    /// Goes on until the loop would have to wait for something that is later than `horizon`.
    ///
    /// # Errors
    /// [`Halt`] if the thread was ended before that.
    pub fn go_on<H: Host>(&mut self, host: &mut H, horizon: VirtualTime) -> Result<Turn, Halt> {
        host.event_loop().horizon = Some(horizon);
        let timers_end_iteration = host.event_loop().profile.timers_end_iteration;
        loop {
            self.stage = match self.stage {
                // The program is loaded by a message: immediates are the first that comes behind it.
                Stage::Program => {
                    main_program(host, self.kind)?;
                    self.end_iteration(host)?
                }
                Stage::Begin => {
                    if !host.event_loop().is_alive() {
                        return Ok(Turn::Over);
                    }
                    if timers_end_iteration {
                        run_timers(host, RuleId::TimersBeforeLoop)?;
                    }
                    Stage::Iterate
                }
                Stage::Iterate => {
                    before_poll(host)?;
                    Stage::Poll
                }
                Stage::Poll => match io_poll(host)? {
                    Some(Suspended(until)) => return Ok(Turn::Waits(until)),
                    None => self.end_iteration(host)?,
                },
            };
        }
    }

    fn end_iteration<H: Host>(&mut self, host: &mut H) -> Result<Stage, Halt> {
        after_poll(host)?;
        if host.event_loop().is_alive() {
            return Ok(Stage::Iterate);
        }
        if host.before_exit()? == Completion::Normal {
            drain(host)?;
        }
        Ok(Stage::Begin)
    }
}

impl EventLoop {
    /// The turn of this loop ends when it would have to wait for longer than until `time`: something was done to another
    /// loop then.
    pub fn wait_no_longer_than(&mut self, time: VirtualTime) {
        self.horizon = self.horizon.map(|horizon| horizon.min(time));
    }

    /// Whether this loop is further than it may be: it was busy.
    pub(crate) fn is_suspended_at(&self, now: VirtualTime) -> bool {
        self.horizon.is_some_and(|horizon| now > horizon)
    }

    /// Whether the loop has to leave it to another one to go on, `next` being the next thing that it knows of.
    pub(crate) fn is_suspended(&self, next: Option<VirtualTime>) -> bool {
        self.horizon
            .is_some_and(|horizon| next.is_none_or(|next| next > horizon))
    }
}
