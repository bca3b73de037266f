//! In which order the loop hears of handles: Linux's `epoll` and what libuv does with it.
//!
//! A handle is told to the kernel at the next poll after somebody became interested in it, in the order of interest. The
//! kernel lists handles in the order in which they became ready; one that is ready already when it is told is listed
//! then. What stays ready after it was reported goes to the end of the list (level-triggered). The rule of 7.2, a
//! server accepts before a client hears that it is connected, follows: the listening socket was told first.

use loopscope_model::HandleId;
use loopscope_model::numbered::Numbered;
use std::collections::VecDeque;

/// What somebody waits for, or what is the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Readiness {
    /// Something can be read, or accepted.
    pub input: bool,
    /// Something can be written, or a connection was made.
    pub output: bool,
    /// An error, or both directions are shut: reported whether asked for or not.
    pub hangup: bool,
}

impl Readiness {
    fn is_wanted(self, interest: Readiness) -> bool {
        self.hangup || self.input && interest.input || self.output && interest.output
    }
}

/// What is ready, in a poll phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The thread pool and other threads: libuv has one descriptor for them, made when the loop is.
    Async,
    /// A handle, and what is the case with it.
    Handle(HandleId, Readiness),
    /// Signals, one of which says that a child process is over: libuv looks at them last.
    Signals,
}

#[derive(Debug, Clone, Default)]
struct Watcher {
    /// What its owner is interested in.
    wanted: Readiness,
    /// What the kernel was told.
    told: Option<Readiness>,
    /// Whether it waits to be told.
    queued: bool,
}

/// The kernel's list of what is ready, and what it was told to watch.
#[derive(Debug, Clone, Default)]
pub struct Epoll {
    watchers: Numbered<HandleId, Watcher>,
    to_tell: VecDeque<HandleId>,
    ready: VecDeque<HandleId>,
    /// Where the asynchronous source stands among the ready handles, if it is ready.
    async_at: Option<usize>,
    signals: bool,
}

impl Epoll {
    /// Sets what the owner of a handle is interested in (`uv__io_start` and `uv__io_stop`).
    pub(crate) fn set_interest(&mut self, id: HandleId, wanted: Readiness) {
        let watcher = self.watchers.or_default(id);
        watcher.wanted = wanted;
        let idle = !wanted.input && !wanted.output;
        if idle {
            // libuv leaves the kernel uninformed until it hears of such a handle again.
            watcher.queued = false;
            watcher.told = None;
            self.to_tell.retain(|other| *other != id);
            self.unlist(id);
        } else if watcher.told != Some(wanted) && !watcher.queued {
            watcher.queued = true;
            self.to_tell.push_back(id);
        }
    }

    /// What the owner of a handle is interested in.
    pub(crate) fn interest(&self, id: HandleId) -> Readiness {
        self.watchers.get(&id).map(|w| w.wanted).unwrap_or_default()
    }

    /// The state of a handle has changed to this.
    pub(crate) fn wake(&mut self, id: HandleId, readiness: Readiness) {
        let told = self.watchers.get(&id).and_then(|w| w.told);
        if told.is_some_and(|told| readiness.is_wanted(told)) {
            self.list(id);
        }
    }

    /// The thread pool or another thread has something for the loop.
    pub(crate) fn wake_async(&mut self) {
        let end = self.ready.len();
        self.async_at.get_or_insert(end);
    }

    /// A signal has come.
    pub(crate) fn wake_signals(&mut self) {
        self.signals = true;
    }

    /// The handle is closed.
    pub(crate) fn forget(&mut self, id: HandleId) {
        self.watchers.remove(&id);
        self.to_tell.retain(|other| *other != id);
        self.unlist(id);
    }

    /// Tells the kernel what is new; `readiness` says what is the case with a handle.
    pub(crate) fn tell(&mut self, readiness: impl Fn(HandleId) -> Readiness) {
        while let Some(id) = self.to_tell.pop_front() {
            let Some(watcher) = self.watchers.get_mut(&id) else {
                continue;
            };
            watcher.queued = false;
            watcher.told = Some(watcher.wanted);
            if readiness(id).is_wanted(watcher.wanted) {
                self.list(id);
            }
        }
    }

    /// Whether a poll would find something, as far as the kernel was told.
    pub(crate) fn has_ready(&self) -> bool {
        !self.ready.is_empty() || self.async_at.is_some() || self.signals
    }

    /// Whether a handle is ready: something else than a thread.
    pub(crate) fn has_handles(&self) -> bool {
        !self.ready.is_empty()
    }

    /// Forgets listed handles of which nothing is ready any more.
    pub(crate) fn prune(&mut self, readiness: impl Fn(HandleId) -> Readiness) {
        let listed: Vec<HandleId> = self.ready.iter().copied().collect();
        for id in listed {
            let told = self.watchers.get(&id).and_then(|w| w.told);
            if !told.is_some_and(|told| readiness(id).is_wanted(told)) {
                self.unlist(id);
            }
        }
    }

    /// Takes what is ready, in order, with what is the case now. What stays ready is listed again.
    pub(crate) fn take(&mut self, readiness: impl Fn(HandleId) -> Readiness) -> Vec<Source> {
        let handles: Vec<HandleId> = self.ready.iter().copied().collect();
        let ready = |id| Source::Handle(id, readiness(id));
        let mut sources: Vec<Source> = handles.into_iter().map(ready).collect();
        if let Some(at) = self.async_at.take() {
            sources.insert(at.min(sources.len()), Source::Async);
        }
        if std::mem::take(&mut self.signals) {
            sources.push(Source::Signals);
        }
        sources
    }

    fn list(&mut self, id: HandleId) {
        if !self.ready.contains(&id) {
            self.ready.push_back(id);
        }
    }

    fn unlist(&mut self, id: HandleId) {
        if let Some(at) = self.ready.iter().position(|other| *other == id) {
            self.ready.remove(at);
            if let Some(async_at) = &mut self.async_at
                && *async_at > at
            {
                *async_at -= 1;
            }
        }
    }
}
