//! What the pieces of a running process share: the loop, the recorder, the callbacks of tasks, the virtual disk.

use crate::async_context::AsyncContexts;
use crate::compile::Compiled;
use crate::delegation::Delegated;
use crate::disk::{DiskError, VirtualDisk};
use crate::features::Features;
use crate::http1::Parser;
use crate::latency::Calls;
use crate::limits::Used;
use crate::modules::fs::IoState;
use crate::modules::state::Modules;
use crate::outside::Outside;
use crate::outside::thread_output;
use crate::outside::threads::{Parent, Threads};
use crate::recorder::Recorder;
use boa_engine::job::PromiseJob;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsObject, JsResult, JsValue};
use loopscope_event_loop::EventLoop;
use loopscope_model::event::{Ending, Place, Stream};
use loopscope_model::numbered::Numbered;
use loopscope_model::{EventKind, HandleId, Scenario, TaskId, TaskKind};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// What a task calls.
pub enum Callback {
    /// A function of the program, with `this` and its arguments.
    Function(Rc<FunctionCall>),
    /// A promise job.
    Job(PromiseJob),
    /// The end of an operation of the thread pool.
    Io(Box<IoState>),
    /// Something of Node's own.
    Native(Native),
    /// The main module's promise was rejected for this reason, and nothing can handle it.
    Raise(JsValue),
}

/// What Node itself does in a task.
pub type Native = Box<dyn FnOnce(&mut Context) -> JsResult<()>>;

/// A function with what it is called with.
pub struct FunctionCall {
    /// The function.
    pub function: JsFunction,
    /// Its `this`.
    pub this: JsValue,
    /// Its arguments.
    pub arguments: Vec<JsValue>,
    /// Whether it may be called again: that of a timer.
    pub keep: bool,
}

/// Functions of the JavaScript part of the Node layer that the Rust part calls.
#[derive(Clone)]
pub struct NodeHooks {
    /// `(error, fromPromise)`, gives undefined if a listener took the error, otherwise the exit code.
    pub uncaught: JsFunction,
    /// `(reason, promise)`, gives undefined if a listener took it, otherwise an array with the error to throw.
    pub unhandled_rejection: JsFunction,
    /// `(promise) => void`.
    pub rejection_handled: JsFunction,
    /// `(name)`, says whether the event has listeners.
    pub listens: JsFunction,
    /// `(iterable)`, gives what `for await` iterates in old versions.
    pub old_for_await: JsFunction,
    /// `(iterable)`, gives what `yield*` in an async generator iterates.
    pub delegate: JsFunction,
    /// `(iterable, async)`, gives what a loop in a generator iterates.
    pub hold: JsFunction,
    /// `(held)`: closes it, and gives what the loop awaits then.
    pub close: JsFunction,
    /// `() => void`.
    pub before_exit: JsFunction,
    /// `(unsettled, warning)`: emits `exit`.
    pub exit: JsFunction,
    /// `() => exit code`.
    pub exit_code: JsFunction,
    /// `(id) => exports` of one of Node's own modules, or undefined.
    pub builtin_module: JsFunction,
    /// `(path, parent, how)` gives the `module` of a file that is loaded now.
    pub new_module: JsFunction,
    /// `(module, parent)`: a file that was loaded before.
    pub required_again: JsFunction,
    /// `(module, path, parent, failed)`.
    pub module_done: JsFunction,
    /// `(require, resolve, path, module)` gives the first.
    pub dress_require: JsFunction,
    /// `require.cache`.
    pub module_cache: JsObject,
}

impl NodeHooks {
    /// Calls one of the hooks that give a stand-in for their argument.
    ///
    /// # Errors
    /// What it throws.
    pub fn replaced(
        hook: impl Fn(&NodeHooks) -> &JsFunction,
        arguments: &[JsValue],
        context: &mut Context,
    ) -> JsResult<JsValue> {
        let hook = shared(context)
            .hooks
            .borrow()
            .as_ref()
            .map(|hooks| hook(hooks).clone());
        match hook {
            Some(hook) => hook.call(&JsValue::undefined(), arguments, context),
            None => Ok(arguments.first().cloned().unwrap_or_default()),
        }
    }
}

/// Promises that were rejected without a handler (section 8).
#[derive(Default)]
pub struct Rejections {
    /// Not looked at yet, in order of rejection.
    pub pending: Vec<(JsObject, JsValue)>,
    /// Looked at: a handler added now is too late.
    pub reported: Vec<JsObject>,
    /// A handler came too late.
    pub handled_late: Vec<JsObject>,
}

/// The state of a process beside the interpreter's own. Each part has a cell of its own, so that one can be changed
/// while another is read.
pub struct Shared {
    /// What is run.
    pub scenario: Scenario,
    /// The rules of its version of Node.
    pub features: Features,
    /// The event loop.
    pub event_loop: RefCell<EventLoop>,
    /// Frames, statements, probes.
    pub recorder: RefCell<Recorder>,
    /// What the run has used of what it may.
    pub used: Used,
    /// What each task calls.
    pub callbacks: RefCell<Numbered<TaskId, Callback>>,
    /// How the run ended; once this is set no JavaScript may run.
    pub ending: RefCell<Option<Ending>>,
    /// The JavaScript part of the Node layer.
    pub hooks: RefCell<Option<NodeHooks>>,
    /// The owners of handles: functions that are told `(event, …)`.
    pub handles: RefCell<Numbered<HandleId, JsFunction>>,
    /// Parsers of HTTP, by their numbers.
    pub parsers: RefCell<Numbered<u32, Parser>>,
    /// What goes on behind the callback that runs, once the queues are empty.
    pub continuation: RefCell<Option<JsFunction>>,
    /// What the outside is doing.
    pub outside: RefCell<Outside>,
    /// Whether the reaction that is made next is that of `yield*` in an async generator.
    pub delegates: Cell<Option<Delegated>>,
    /// Whether the next promise job is one that the language does not know: it runs before all others.
    pub next_job_is_first: Cell<bool>,
    /// What V8 says if the proxy that was last written to refuses.
    pub trap_refuses: RefCell<Option<String>>,
    /// Rejected promises.
    pub rejections: RefCell<Rejections>,
    /// The virtual disk; all threads have the same.
    pub disk: Rc<RefCell<VirtualDisk>>,
    /// The main program of a worker that was given as text, not as a file.
    pub code: RefCell<Option<String>>,
    /// Worker threads, and what was sent to this one.
    pub threads: RefCell<Threads>,
    /// What a worker knows of the thread that made it.
    pub parent: OnceCell<Parent>,
    /// Texts that were compiled, by their number.
    pub compiled: RefCell<Vec<Compiled>>,
    /// Where the text that could not be compiled is wrong.
    pub syntax_error: RefCell<Option<Place>>,
    /// The interpreter's own `eval`.
    pub original_eval: RefCell<Option<JsObject>>,
    /// Classes that were defined, with the number of their unit and their index in it: for `toString`.
    pub classes: RefCell<Vec<(JsObject, (u32, u32))>>,
    /// Calls whose latency the scenario may know.
    pub calls: RefCell<Calls>,
    /// What `AsyncLocalStorage` keeps.
    pub async_contexts: RefCell<AsyncContexts>,
    /// Modules.
    pub modules: RefCell<Modules>,
    /// The error that got its stack last, and where it was made.
    pub last_error: RefCell<Option<(JsObject, Place)>>,
    /// The kind of each task, by its number.
    pub task_kinds: RefCell<Vec<TaskKind>>,
    /// Indentation of `console.group`.
    pub console_indent: RefCell<String>,
    /// The state of `Math.random`.
    pub random: Cell<u64>,
    /// While modules are being loaded, jobs are run at once and are no tasks.
    pub loading: Cell<bool>,
    /// Jobs that were queued meanwhile.
    pub loading_jobs: RefCell<Vec<boa_engine::job::Job>>,
    /// Whether there is code that the interpreter can unwind only with an error that can be caught.
    pub catches_all: Cell<bool>,
    /// The functions that stand for names which are not modelled, where somebody asks for them.
    pub refused: RefCell<Option<Vec<JsObject>>>,
    /// Whether this run asks what Node leaves open, by running again.
    pub explores: Cell<bool>,
}

impl Shared {
    /// What a module is read from: its file, or the text that a worker was given.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn read_module(&self, path: &str) -> Result<Vec<u8>, DiskError> {
        match &*self.code.borrow() {
            Some(code) if path == self.scenario.absolute(&self.scenario.main) => {
                Ok(code.clone().into_bytes())
            }
            _ => self.disk.borrow().read(path),
        }
    }

    /// Whether the process is over.
    pub fn is_over(&self) -> bool {
        self.ending.borrow().is_some()
    }

    /// Ends the process, unless it is over already.
    pub fn end(&self, ending: Ending) {
        self.ending.borrow_mut().get_or_insert(ending);
    }

    /// Something is about to happen that people will want to see: what led to it is recorded first.
    pub fn materialize(&self, context: &Context) {
        let depth = program_depth(context);
        self.recorder
            .borrow_mut()
            .materialize(depth, &mut self.event_loop.borrow_mut());
    }

    /// Lets a task call a function once, without `this`.
    pub fn set_callback(&self, task: TaskId, function: JsFunction, arguments: Vec<JsValue>) {
        let call = FunctionCall {
            function,
            this: JsValue::undefined(),
            arguments,
            keep: false,
        };
        let callback = Callback::Function(Rc::new(call));
        self.callbacks.borrow_mut().insert(task, callback);
    }

    /// Makes a task, caused by the running statement.
    pub fn create_task(
        &self,
        kind: TaskKind,
        label: impl Into<String>,
        context: &Context,
    ) -> TaskId {
        self.materialize(context);
        let recorder = self.recorder.borrow();
        let site = match kind {
            TaskKind::PromiseJob => recorder.job_site(),
            _ => recorder.site,
        };
        let task = self.event_loop.borrow_mut().create_task(kind, label, site);
        self.async_contexts.borrow_mut().capture(task, kind);
        let mut kinds = self.task_kinds.borrow_mut();
        kinds.resize(task.0 as usize + 1, TaskKind::Main);
        kinds[task.0 as usize] = kind;
        task
    }

    /// The kind of the running task.
    pub fn running_kind(&self) -> Option<TaskKind> {
        let task = self.recorder.borrow().task?;
        let kinds = self.task_kinds.borrow();
        Some(
            kinds
                .get(task.0 as usize)
                .copied()
                .unwrap_or(TaskKind::Main),
        )
    }

    /// The program prints. Of a process that is over the rest of an expression may still be evaluated: an async function
    /// takes what ends it for a rejection.
    pub fn write(&self, stream: Stream, text: String, context: &Context) {
        if self.is_over() {
            return;
        }
        self.materialize(context);
        if self.parent.get().is_some() {
            thread_output::print(self, stream, text);
            return;
        }
        self.event_loop
            .borrow_mut()
            .record(EventKind::Output { stream, text });
    }

    /// Frees what refers to the interpreter's heap.
    pub fn clear(&self) {
        self.callbacks.borrow_mut().clear();
        self.handles.borrow_mut().clear();
        let threads = self.threads.take();
        drop(threads);
        if let Some(parent) = self.parent.get() {
            parent.clear();
        }
        *self.async_contexts.borrow_mut() = AsyncContexts::default();
        self.continuation.borrow_mut().take();
        self.hooks.borrow_mut().take();
        self.refused.borrow_mut().take();
        *self.rejections.borrow_mut() = Rejections::default();
        *self.modules.borrow_mut() = Modules::default();
        self.classes.borrow_mut().clear();
        self.last_error.borrow_mut().take();
        self.loading_jobs.borrow_mut().clear();
        self.original_eval.borrow_mut().take();
    }
}

/// How deep the program's topmost frame is in the interpreter's stack: frames of Node's own JavaScript do not count.
fn program_depth(context: &Context) -> usize {
    let depth = context.stack_trace().size_hint().1.unwrap_or_default();
    let of_node = context
        .stack_trace()
        .take_while(|frame| frame.position().path.to_string().starts_with("node:"))
        .count();
    depth - of_node
}

/// The state that belongs to an interpreter.
///
/// # Panics
/// If the interpreter was not made by [`crate::record()`].
pub fn shared(context: &Context) -> Rc<Shared> {
    shared_ref(context).clone()
}

/// The same while the interpreter is only looked at.
///
/// # Panics
/// If the interpreter was not made by [`crate::record()`].
pub fn shared_ref(context: &Context) -> &Rc<Shared> {
    context
        .get_data()
        .expect("every interpreter of ours has its state")
}
