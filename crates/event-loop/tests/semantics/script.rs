//! A language for scripts: callbacks with names, which log their name when they are called and then do things.
//!
//! `timer("A", 5, [tick("t", [])])` is `setTimeout(() => { log('A'); process.nextTick(() => log('t')) }, 5)`.

use loopscope_model::{ModuleKind, NodeVersion, Schedule};

/// What a callback does when it is called.
pub type Body = Vec<Action>;

/// One thing that a callback does.
#[derive(Debug, Clone)]
pub enum Action {
    /// Logs a line.
    Log(&'static str),
    /// `process.nextTick`.
    Tick(String, Body),
    /// `queueMicrotask`.
    Microtask(String, Body),
    /// `setTimeout` or, if it repeats, `setInterval`: milliseconds.
    Timer(String, u64, bool, Body),
    /// `setImmediate`.
    Immediate(String, Body),
    /// An operation of the pool: microseconds of each of its trips.
    Io(String, Vec<u64>, Body),
    /// A handle is closed.
    Close(String, Body),
    /// `clearTimeout`, `clearInterval` or `clearImmediate`.
    Clear(String),
    /// `timer.refresh()`.
    Refresh(String),
    /// `unref()` or `ref()`.
    SetRef(String, bool),
    /// A synchronous spin of so many milliseconds.
    Busy(u64),
    /// Only in the n-th call of this callback, from 1.
    InCall(u32, Body),
    /// An exception.
    Throw(&'static str),
    /// A promise is rejected; it has no handler yet.
    Reject(&'static str),
    /// A handler is added to that promise.
    Handle(&'static str),
    /// `process.exit`.
    Exit(i32),
}

macro_rules! callbacks {
    ($($(#[$doc:meta])* $function:ident => $variant:ident;)*) => {
        $($(#[$doc])* pub fn $function(name: &str, body: impl Into<Body>) -> Action {
            Action::$variant(name.to_owned(), body.into())
        })*
    };
}

callbacks! {
    /// `process.nextTick`
    tick => Tick;
    /// `queueMicrotask`
    micro => Microtask;
    /// `setImmediate`
    immediate => Immediate;
    /// Closes a handle.
    close => Close;
}

/// `setTimeout`
pub fn timer(name: &str, ms: u64, body: impl Into<Body>) -> Action {
    Action::Timer(name.to_owned(), ms, false, body.into())
}

/// `setInterval`
pub fn interval(name: &str, ms: u64, body: impl Into<Body>) -> Action {
    Action::Timer(name.to_owned(), ms, true, body.into())
}

/// What one trip through the pool takes, microseconds.
pub const TRIP: u64 = 250;

/// An operation of so many trips.
pub fn io(name: &str, trips: usize, body: impl Into<Body>) -> Action {
    Action::Io(name.to_owned(), vec![TRIP; trips], body.into())
}

/// An operation of one trip that takes so many microseconds.
pub fn job(name: &str, micros: u64, body: impl Into<Body>) -> Action {
    Action::Io(name.to_owned(), vec![micros], body.into())
}

/// `clearTimeout`, `clearInterval` or `clearImmediate`
pub fn clear(name: &str) -> Action {
    Action::Clear(name.to_owned())
}

/// `timer.refresh()`
pub fn refresh(name: &str) -> Action {
    Action::Refresh(name.to_owned())
}

/// `unref()`
pub fn unref(name: &str) -> Action {
    Action::SetRef(name.to_owned(), false)
}

/// `ref()`
pub fn reref(name: &str) -> Action {
    Action::SetRef(name.to_owned(), true)
}

/// Only in the n-th call.
pub fn in_call(n: u32, body: impl Into<Body>) -> Action {
    Action::InCall(n, body.into())
}

pub use Action::{
    Busy as busy, Exit as exit, Handle as handle, Log as log, Reject as reject, Throw as throw,
};

/// A script and what surrounds it.
#[derive(Debug, Clone)]
pub struct Script {
    pub body: Body,
    pub node: NodeVersion,
    pub kind: ModuleKind,
    pub pool_size: u32,
    pub schedule: Schedule,
    /// What listeners do, if there are any.
    pub on_uncaught: Option<Body>,
    pub on_rejection: Option<Body>,
    pub on_before_exit: Option<Body>,
    pub on_exit: Option<Body>,
}

/// A script with this main program, on the reference version.
pub fn main(body: impl Into<Body>) -> Script {
    Script {
        body: body.into(),
        node: NodeVersion::V20,
        kind: ModuleKind::CommonJs,
        pool_size: 4,
        schedule: Schedule::Typical,
        on_uncaught: None,
        on_rejection: None,
        on_before_exit: None,
        on_exit: None,
    }
}

impl Script {
    pub fn node(self, node: NodeVersion) -> Script {
        Script { node, ..self }
    }

    pub fn module(self) -> Script {
        Script {
            kind: ModuleKind::EsModule,
            ..self
        }
    }

    pub fn pool(self, pool_size: u32) -> Script {
        Script { pool_size, ..self }
    }

    pub fn seed(self, seed: u64) -> Script {
        Script {
            schedule: Schedule::Seeded(seed),
            ..self
        }
    }

    pub fn on_uncaught(self, body: impl Into<Body>) -> Script {
        Script {
            on_uncaught: Some(body.into()),
            ..self
        }
    }

    pub fn on_rejection(self, body: impl Into<Body>) -> Script {
        Script {
            on_rejection: Some(body.into()),
            ..self
        }
    }

    pub fn on_before_exit(self, body: impl Into<Body>) -> Script {
        Script {
            on_before_exit: Some(body.into()),
            ..self
        }
    }

    pub fn on_exit(self, body: impl Into<Body>) -> Script {
        Script {
            on_exit: Some(body.into()),
            ..self
        }
    }
}
