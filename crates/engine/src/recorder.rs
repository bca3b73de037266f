//! Frames and statements: turns what probes report into events.
//!
//! The interpreter tells how deep its stack is at each probe; from that and the table of probes the frames that were
//! left in between are known. A statement that is visited again and again without output or scheduling is counted and
//! not recorded.

mod clock;
mod numeric;
mod sites;

use crate::loops::Loops;
use loopscope_event_loop::EventLoop;
use loopscope_model::source::ProbeKind;
use loopscope_model::{
    EventIndex, EventKind, FunctionId, ProbeId, SourceUnit, TaskId, VirtualTime,
};
use sites::{Site, Sites};

/// An `await` makes a reaction for the value and one for the error.
const REACTIONS_OF_AWAIT: u32 = 2;

/// What an iteration of a loop costs, in virtual nanoseconds: a million take a millisecond.
const ITERATION: u64 = 1;

/// A frame of the program's own functions.
#[derive(Debug, Clone, Copy)]
struct Frame {
    function: FunctionId,
    /// The depth of the interpreter's stack in this function.
    depth: usize,
    /// Where the interpreter's own stack was: it moves when a built-in function calls back.
    native: usize,
    /// How often built-in functions called back below this frame.
    nesting: u32,
    /// Whether its `Enter` is in the trace.
    recorded: bool,
    /// The statement that it is at, and that statement's event.
    site: Option<ProbeId>,
    cause: Option<EventIndex>,
}

/// What a probe's report led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Go on.
    Continue,
    /// The stack is as deep as Node's may get: throw a `RangeError`.
    TooDeep,
    /// The task ran more statements than any real program's.
    TooMany(ProbeId),
}

/// The bounds that the recorder watches.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Frames.
    pub depth: u32,
    /// Statements and iterations of one task.
    pub statements: u64,
}

/// How often built-in functions may call back into the program within each other: each of these costs host stack.
const NATIVE_NESTING: u32 = 120;

/// The recorder's state.
#[derive(Debug)]
pub struct Recorder {
    /// Texts that were compiled and are not yet in a chunk.
    pub new_sources: Vec<SourceUnit>,
    /// The task that runs.
    pub task: Option<TaskId>,
    /// The statement that runs.
    pub site: Option<ProbeId>,
    bounds: Bounds,
    /// Loops over numbers.
    pub loops: Loops,
    numeric: numeric::Budget,
    sites: Sites,
    functions: u32,
    frames: Vec<Frame>,
    statements: u64,
    /// Virtual nanoseconds of loops that the clock has not been told of yet.
    loop_time: u64,
    /// The `await` that is under way: where, and how many of its two reactions are not made yet.
    awaiting: Option<(ProbeId, u32)>,
    /// Where the reaction was made that was made last.
    reaction_site: Option<ProbeId>,
    clock_reads: clock::Reads,
}

impl Recorder {
    /// A recorder of nothing yet.
    pub fn new(bounds: Bounds) -> Recorder {
        Recorder {
            new_sources: Vec::new(),
            task: None,
            site: None,
            bounds,
            loops: Loops::default(),
            numeric: numeric::Budget::default(),
            sites: Sites::default(),
            functions: 0,
            frames: Vec::new(),
            statements: 0,
            loop_time: 0,
            awaiting: None,
            reaction_site: None,
            clock_reads: clock::Reads::default(),
        }
    }

    /// The numbers that the next text's first probe and function get.
    pub fn next_numbers(&self) -> (u32, u32) {
        (self.sites.len() as u32, self.functions)
    }

    /// Takes the probes of a text that was compiled.
    pub fn add_source(&mut self, unit: SourceUnit) {
        self.sites.add(&unit.probes);
        self.functions += unit.functions.len() as u32;
        self.new_sources.push(unit);
    }

    /// The line of a probe, from 1; 0 for one that is not known.
    pub fn line_of(&self, id: ProbeId) -> u32 {
        self.sites.get(id).map_or(0, |site| site.line)
    }

    /// A task begins: its stack is empty.
    pub fn begin_task(&mut self, task: TaskId) {
        self.task = Some(task);
        self.site = None;
        self.awaiting = None;
        self.reaction_site = None;
        self.frames.clear();
        self.statements = 0;
        self.numeric = numeric::Budget::default();
        self.forget_visits();
    }

    /// A task is over: its frames are left.
    pub fn end_task(&mut self, threw: bool, event_loop: &mut EventLoop) {
        self.flush_visits(event_loop);
        self.pop_to(0, threw, event_loop);
        self.forget_visits();
        self.task = None;
        self.site = None;
    }

    /// A probe is reached at this depth of the interpreter's stack.
    pub fn reach(
        &mut self,
        id: ProbeId,
        depth: usize,
        native: usize,
        event_loop: &mut EventLoop,
    ) -> Verdict {
        let Some(&Site { kind, function, .. }) = self.sites.get(id) else {
            return Verdict::Continue;
        };
        self.statements += 1;
        self.reaction_site = None;
        if self.statements > self.bounds.statements {
            self.materialize(depth, event_loop);
            return Verdict::TooMany(id);
        }
        match kind {
            ProbeKind::Enter => self.enter(id, function, depth, native, event_loop),
            _ => {
                self.sync_frames(function, depth, native, event_loop);
                self.statement(id, kind, event_loop);
                Verdict::Continue
            }
        }
    }

    fn enter(
        &mut self,
        id: ProbeId,
        function: FunctionId,
        depth: usize,
        native: usize,
        event_loop: &mut EventLoop,
    ) -> Verdict {
        self.pop_to(depth, false, event_loop);
        let nesting = match self.frames.last() {
            Some(frame) if frame.native == native => frame.nesting,
            Some(frame) => frame.nesting + 1,
            None => 0,
        };
        if self.frames.len() as u32 >= self.bounds.depth || nesting > NATIVE_NESTING {
            return Verdict::TooDeep;
        }
        let visible =
            self.frames.last().is_none_or(|f| f.recorded) && self.is_new_visit(id, event_loop);
        if visible {
            event_loop.cause = Some(event_loop.record(EventKind::Enter(function)));
        }
        self.frames.push(Frame {
            function,
            depth,
            native,
            nesting,
            recorded: visible,
            site: None,
            cause: event_loop.cause,
        });
        Verdict::Continue
    }

    /// Pops the frames that were left since the last probe, and pushes one again for a function that goes on after it
    /// was suspended.
    fn sync_frames(
        &mut self,
        function: FunctionId,
        depth: usize,
        native: usize,
        event_loop: &mut EventLoop,
    ) {
        self.pop_to(depth + 1, false, event_loop);
        match self.frames.last() {
            Some(frame) if frame.depth == depth && frame.function == function => return,
            Some(frame) if frame.depth == depth => self.pop_to(depth, false, event_loop),
            _ => {}
        }
        let nesting = self.frames.last().map_or(0, |f| f.nesting);
        let recorded = self.frames.last().is_none_or(|f| f.recorded);
        if recorded {
            event_loop.record(EventKind::Resume(function));
        }
        self.frames.push(Frame {
            function,
            depth,
            native,
            nesting,
            recorded,
            site: None,
            cause: event_loop.cause,
        });
    }

    /// Pops frames until all that are left are less deep.
    fn pop_to(&mut self, depth: usize, threw: bool, event_loop: &mut EventLoop) {
        let before = self.frames.len();
        while let Some(frame) = self.frames.pop_if(|f| f.depth >= depth) {
            if frame.recorded {
                event_loop.record(if threw {
                    EventKind::Unwind
                } else {
                    EventKind::Leave
                });
            }
        }
        if self.frames.len() < before
            && let Some(frame) = self.frames.last()
        {
            self.site = frame.site;
            event_loop.cause = frame.cause;
        }
    }

    fn statement(&mut self, id: ProbeId, kind: ProbeKind, event_loop: &mut EventLoop) {
        self.site = Some(id);
        let visible = self.frames.last().is_none_or(|f| f.recorded);
        // An iteration is not shown by itself: its statements are.
        if kind == ProbeKind::Loop {
            self.loop_time += ITERATION;
            self.iterate(id);
            return;
        }
        self.begin_loop(id);
        if visible && self.is_new_visit(id, event_loop) {
            event_loop.cause = Some(event_loop.record(EventKind::Statement(id)));
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.site = Some(id);
            frame.cause = event_loop.cause;
        }
    }

    /// Whether this visit is to be recorded. What was counted in a loop that was skipped comes before it.
    fn is_new_visit(&mut self, id: ProbeId, event_loop: &mut EventLoop) -> bool {
        let new = self.sites.visit(id);
        if new && self.numeric.skipped {
            self.flush_visits(event_loop);
        }
        new
    }

    /// The function is about to be suspended at this `await` or `yield`.
    pub fn suspend(
        &mut self,
        id: ProbeId,
        depth: usize,
        native: usize,
        event_loop: &mut EventLoop,
    ) {
        let Some((function, kind)) = self.sites.get(id).map(|s| (s.function, s.kind)) else {
            return;
        };
        self.sync_frames(function, depth, native, event_loop);
        if self.frames.pop().is_some_and(|f| f.recorded) {
            event_loop.record(EventKind::Suspend(Some(id)));
        }
        if let Some(frame) = self.frames.last() {
            self.site = frame.site;
            event_loop.cause = frame.cause;
        }
        self.awaiting = (kind == ProbeKind::Await).then_some((id, REACTIONS_OF_AWAIT));
    }

    /// A reaction is made: by the `await` that is under way, or by a `then` of the running statement. Says where.
    pub fn new_reaction(&mut self) -> Option<ProbeId> {
        self.reaction_site = match self.awaiting {
            Some((id, left)) => {
                self.awaiting = (left > 1).then_some((id, left - 1));
                Some(id)
            }
            None => self.site,
        };
        self.reaction_site
    }

    /// Where a promise job comes from, as far as is known when it is queued.
    pub fn job_site(&self) -> Option<ProbeId> {
        self.reaction_site.or(self.site)
    }

    /// The function goes on behind this `await` or `yield`.
    pub fn resume(&mut self, id: ProbeId, depth: usize, native: usize, event_loop: &mut EventLoop) {
        let Some(function) = self.sites.get(id).map(|s| s.function) else {
            return;
        };
        self.sync_frames(function, depth, native, event_loop);
        self.statement(id, ProbeKind::Await, event_loop);
    }

    /// Something that people will want to see is about to happen: the frames and the statement that were not recorded
    /// are recorded now, and visits are counted afresh. `depth` is that of the program's topmost frame.
    pub fn materialize(&mut self, depth: usize, event_loop: &mut EventLoop) {
        self.flush_visits(event_loop);
        self.pop_to(depth + 1, false, event_loop);
        let mut hidden = false;
        for frame in self.frames.iter_mut().filter(|f| !f.recorded) {
            frame.recorded = true;
            hidden = true;
            event_loop.record(EventKind::Enter(frame.function));
        }
        if let Some(site) = self.frames.last().and_then(|f| f.site)
            && (hidden || self.sites.is_hidden(site))
        {
            event_loop.cause = Some(event_loop.record(EventKind::Statement(site)));
            if let Some(frame) = self.frames.last_mut() {
                frame.cause = event_loop.cause;
            }
        }
        self.forget_visits();
    }

    /// Tells the clock what loops have taken.
    pub fn settle_clock(&mut self, event_loop: &mut EventLoop) {
        let time = std::mem::take(&mut self.loop_time);
        if time > 0 {
            event_loop.spend(VirtualTime(time));
        }
    }

    /// Records how often what was not recorded was visited.
    pub fn flush_visits(&mut self, event_loop: &mut EventLoop) {
        self.settle_clock(event_loop);
        self.numeric.skipped = false;
        for (probe, times) in self.sites.take_unrecorded() {
            event_loop.record(EventKind::Repeated(probe, times));
        }
    }

    fn forget_visits(&mut self) {
        self.sites.forget();
        self.clock_reads = clock::Reads::default();
    }
}
