//! From a scenario to its trace.

use crate::async_context::AsyncContexts;
use crate::disk::{Disk, NoDisk, VirtualDisk, normalize};
use crate::features::Features;
use crate::hooks::{Hooks, Jobs, LoopClock};
use crate::limits::{self, Used};
use crate::modules::esm::Loader;
use crate::modules::kind;
use crate::outside::{self, Outside};
use crate::process::Process;
use crate::recorder::{Bounds, Recorder};
use crate::shared::{Rejections, Shared};
use crate::{globals, probes};
use boa_engine::context::ContextBuilder;
use boa_engine::{Context, JsResult};
use loopscope_event_loop::EventLoop;
use loopscope_model::event::{Ending, Stop, StopKind};
use loopscope_model::{
    Chunk, DrawKey, Drawn, EventKind, ModuleKind, ModuleReason, Scenario, TaskId, TaskKind, Trace,
};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// Runs a scenario and hands its trace to `sink`, piece by piece. The last event is an `Ended`.
pub fn record(scenario: &Scenario, sink: &mut dyn FnMut(Chunk)) {
    record_with_disk(scenario, Box::new(NoDisk), sink);
}

/// The same, with files that the host lends beside those of the scenario.
pub fn record_with_disk(scenario: &Scenario, host: Box<dyn Disk>, sink: &mut dyn FnMut(Chunk)) {
    let shared = Rc::new(new_shared(scenario, host.into()));
    limits::memory::begin(&shared);
    run(&shared, sink);
    finish(&shared, sink);
}

/// The same without looking for choices, and with what was drawn: for those who run a scenario with many schedules.
pub fn record_draws(scenario: &Scenario, host: Box<dyn Disk>) -> (Trace, Draws) {
    let shared = Rc::new(new_shared(scenario, host.into()));
    shared.explores.set(false);
    limits::memory::begin(&shared);
    let mut trace = Trace::new(scenario.clone());
    let mut sink = |chunk| trace.append(chunk);
    run(&shared, &mut sink);
    finish(&shared, &mut sink);
    let event_loop = shared.event_loop.borrow();
    let draws = Draws {
        any: event_loop.chooser().has_drawn(),
        list: event_loop.chooser().list().to_vec(),
        missing: event_loop.chooser().missing(),
    };
    drop(event_loop);
    (trace, draws)
}

/// How what Node leaves open was resolved in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draws {
    /// Whether anything was drawn: if not, each schedule gives the same run.
    pub any: bool,
    /// What was drawn, where it is not what is typical: as a list it replays the run.
    pub list: Vec<Drawn>,
    /// The keys of the scenario's list that did not occur.
    pub missing: Vec<DrawKey>,
}

/// Records the end, and frees what the run held.
pub(crate) fn finish(shared: &Rc<Shared>, sink: &mut dyn FnMut(Chunk)) {
    let ending = shared.ending.borrow().clone().unwrap_or(Ending::Exited(0));
    let mut event_loop = shared.event_loop.borrow_mut();
    event_loop.cause = None;
    event_loop.record(EventKind::Ended(ending));
    sink(Chunk {
        sources: std::mem::take(&mut shared.recorder.borrow_mut().new_sources),
        events: event_loop.log.take(),
    });
    drop(event_loop);
    shared.clear();
}

/// What sort of module the main program is, and by what that is found (section 1.2).
pub fn kind_of_main(scenario: &Scenario, host: Box<dyn Disk>) -> (ModuleKind, ModuleReason) {
    kind::of_main(&new_shared(scenario, host.into()))
}

/// The whole trace of a scenario.
pub fn record_trace(scenario: &Scenario) -> Trace {
    let mut trace = Trace::new(scenario.clone());
    record(scenario, &mut |chunk| trace.append(chunk));
    trace
}

pub(crate) fn run(shared: &Rc<Shared>, sink: &mut dyn FnMut(Chunk)) {
    let mut context = match build_context(shared) {
        Ok(context) => context,
        Err(error) => {
            shared.end(Ending::Stopped(Stop {
                kind: StopKind::Bomb,
                message: format!("the interpreter could not be set up: {error}"),
                hint: "report this: it is an error of Loopscope".to_owned(),
                place: None,
            }));
            return;
        }
    };
    outside::stimuli::plan(shared);
    let (kind, _) = kind::of_main(shared);
    shared
        .event_loop
        .borrow_mut()
        .create_task(TaskKind::Main, shared.scenario.main.clone(), None);
    let mut process = Process {
        context: &mut context,
        shared: shared.clone(),
        kind,
        sink,
    };
    debug_assert_eq!(TaskId::MAIN, TaskId(0));
    if loopscope_event_loop::run(&mut process, kind).is_ok() {
        process.finish();
    }
    process.flush();
}

pub(crate) fn new_shared(scenario: &Scenario, host: Rc<dyn Disk>) -> Shared {
    let cwd = normalize("/", &scenario.world.cwd);
    let files = scenario.files.iter().map(|(path, text)| {
        (
            normalize(&cwd, &scenario.absolute(path)),
            text.clone().into_bytes(),
        )
    });
    let bounds = Bounds {
        depth: scenario.limits.depth,
        statements: scenario.limits.statements_per_task,
    };
    let features = Features::of(scenario.node);
    Shared {
        scenario: scenario.clone(),
        features,
        event_loop: RefCell::new(EventLoop::new(scenario)),
        recorder: RefCell::new(Recorder::new(bounds)),
        used: Used::default(),
        callbacks: RefCell::default(),
        ending: RefCell::new(None),
        hooks: RefCell::new(None),
        handles: RefCell::default(),
        parsers: RefCell::default(),
        continuation: RefCell::new(None),
        outside: RefCell::new(Outside::default()),
        delegates: Cell::new(None),
        next_job_is_first: Cell::new(false),
        trap_refuses: RefCell::new(None),
        rejections: RefCell::new(Rejections::default()),
        disk: Rc::new(RefCell::new(VirtualDisk::new(
            files,
            &cwd,
            host,
            scenario.world.epoch_ms as f64,
        ))),
        threads: RefCell::default(),
        parent: OnceCell::new(),
        compiled: RefCell::new(Vec::new()),
        syntax_error: RefCell::new(None),
        code: RefCell::new(None),
        original_eval: RefCell::new(None),
        classes: RefCell::new(Vec::new()),
        async_contexts: RefCell::new(AsyncContexts::new(features.contexts_are_frames)),
        calls: RefCell::default(),
        modules: RefCell::default(),
        last_error: RefCell::new(None),
        task_kinds: RefCell::new(Vec::new()),
        console_indent: RefCell::new(String::new()),
        random: Cell::new(scenario.world.random_seed),
        loading: Cell::new(false),
        loading_jobs: RefCell::new(Vec::new()),
        catches_all: Cell::new(false),
        explores: Cell::new(true),
        refused: RefCell::new(None),
    }
}

pub(crate) fn build_context(shared: &Rc<Shared>) -> JsResult<Context> {
    let mut context = ContextBuilder::new()
        .host_hooks(Rc::new(Hooks))
        .clock(Rc::new(LoopClock(shared.clone())))
        .job_executor(Rc::new(Jobs(shared.clone())))
        .module_loader(Rc::new(Loader::new(shared.clone())))
        .can_block(false)
        .build()?;
    context.insert_data(shared.clone());
    let limits = context.runtime_limits_mut();
    // The recorder counts frames; the interpreter's own bounds are the second line.
    limits.set_recursion_limit(shared.scenario.limits.depth as usize * 2 + 1_000);
    limits.set_stack_size_limit(4_000_000);
    // For the little code that has no probes.
    limits.set_loop_iteration_limit(shared.scenario.limits.statements_per_task * 10);
    probes::install(&mut context)?;
    globals::install(&mut context)?;
    Ok(context)
}
