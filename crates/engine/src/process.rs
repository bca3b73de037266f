//! A process of Node: the interpreter behind the one narrow trait that the event loop knows.

use crate::choices;
use crate::errors;
use crate::modules::{esm, fs, handles, require, waits};
use crate::outside;
use crate::shared::{Callback, Shared};
use boa_engine::{Context, JsResult, JsString, JsValue};
use loopscope_event_loop::explore::OpenChoice;
use loopscope_event_loop::kernel::HandleEvent;
use loopscope_event_loop::{Completion, EventLoop, Halt, Host};
use loopscope_model::event::{Ending, Limit};
use loopscope_model::{Chunk, EventKind, HandleId, ModuleKind, TaskId, VirtualTime};
use std::collections::BTreeMap;
use std::ops::DerefMut;
use std::rc::Rc;

/// So many events travel together.
const CHUNK: usize = 2_000;

/// A running process.
pub struct Process<'a> {
    /// The interpreter.
    pub context: &'a mut Context,
    /// What the process's parts share.
    pub shared: Rc<Shared>,
    /// How the main program is loaded.
    pub kind: ModuleKind,
    /// Where the trace goes.
    pub sink: &'a mut dyn FnMut(Chunk),
}

impl Host for Process<'_> {
    fn event_loop(&mut self) -> impl DerefMut<Target = EventLoop> {
        self.shared.event_loop.borrow_mut()
    }

    fn call(&mut self, task: TaskId) -> Result<Completion, Halt> {
        self.check_limits()?;
        self.shared.recorder.borrow_mut().begin_task(task);
        self.shared.async_contexts.borrow_mut().enter(task);
        let raised = self.take_raised(task);
        self.shared.used.begin_task();
        let result = self.run_task(task);
        // An error that ends the process may be lost on its way through a promise job: what counts is the ending.
        let completion = match result {
            _ if self.shared.is_over() => Err(Halt),
            Ok(()) if raised.is_some() => self.uncaught(raised.unwrap_or_default(), true),
            Ok(()) => Ok(Completion::Normal),
            Err(error) => self.uncaught_error(error),
        };
        let keep = self.shared.callbacks.borrow().contains_key(&task);
        self.shared.async_contexts.borrow_mut().leave(task, keep);
        // When the process is over, the last picture still shows where.
        if let Ok(completion) = completion {
            let threw = completion == Completion::Threw;
            self.shared
                .recorder
                .borrow_mut()
                .end_task(threw, &mut self.shared.event_loop.borrow_mut());
        }
        completion
    }

    fn perform(&mut self, task: TaskId, trip: usize) -> bool {
        waits::perform(&self.shared, task).unwrap_or_else(|| {
            let callbacks = self.shared.callbacks.borrow();
            let native = matches!(callbacks.get(&task), Some(Callback::Native(_)));
            drop(callbacks);
            !native && fs::perform(&self.shared, task, trip)
        })
    }

    fn has_rejections(&mut self) -> bool {
        let rejections = self.shared.rejections.borrow();
        !rejections.pending.is_empty() || !rejections.handled_late.is_empty()
    }

    fn deliver(&mut self, task: TaskId, handle: HandleId, event: HandleEvent) -> bool {
        handles::deliver(&self.shared, task, handle, event, self.context)
    }

    fn continuation(&mut self) -> Option<TaskId> {
        handles::continuation(&self.shared, self.context)
    }

    fn exchange(&mut self, until: Option<VirtualTime>) {
        outside::exchange(&self.shared, until);
        outside::threads::go_on(&self.shared, until);
    }

    fn end(&mut self, ending: Ending) {
        self.shared.end(ending);
    }

    fn process_rejections(&mut self) -> Result<Option<Completion>, Halt> {
        self.look_at_rejections()
    }

    /// What is recorded so far is handed on first: somebody waits for it.
    fn open_choices(&mut self) -> BTreeMap<u32, OpenChoice> {
        if !self.shared.explores.get() {
            return BTreeMap::new();
        }
        self.flush();
        choices::of_run(&self.shared)
    }

    fn before_exit(&mut self) -> Result<Completion, Halt> {
        self.process_event("beforeExit");
        let hook = self.hooks().before_exit;
        let result = hook.call(&JsValue::undefined(), &[], self.context);
        if self.shared.is_over() {
            return Err(Halt);
        }
        match result {
            Ok(_) => Ok(Completion::Normal),
            Err(error) => self.uncaught_error(error),
        }
    }

    fn exit(&mut self) -> Result<Completion, Halt> {
        self.process_event("exit");
        let unsettled = esm::main_is_unsettled(&self.shared);
        let warning = if unsettled {
            errors::unsettled_warning(&self.shared)
        } else {
            String::new()
        };
        let hook = self.hooks().exit;
        let arguments = [unsettled.into(), JsString::from(warning.as_str()).into()];
        let result = hook.call(&JsValue::undefined(), &arguments, self.context);
        if self.shared.is_over() {
            return Err(Halt);
        }
        match result {
            Ok(_) => Ok(Completion::Normal),
            Err(error) => self.uncaught_error(error),
        }
    }
}

impl Process<'_> {
    pub(crate) fn hooks(&self) -> crate::shared::NodeHooks {
        let hooks = self.shared.hooks.borrow();
        hooks
            .clone()
            .expect("the Node layer is set up before anything runs")
    }

    pub(crate) fn process_event(&mut self, name: &str) {
        let event = EventKind::ProcessEvent(name.to_owned());
        self.shared.event_loop.borrow_mut().record(event);
    }

    /// Hands what was recorded to the sink, if it is worth while, and pauses the run at its limits.
    fn check_limits(&mut self) -> Result<(), Halt> {
        if self.shared.is_over() {
            return Err(Halt);
        }
        let limits = self.shared.scenario.limits.clone();
        let (events, now, pending) = {
            let event_loop = self.shared.event_loop.borrow();
            (
                u64::from(event_loop.log.len()),
                event_loop.now(),
                event_loop.log.pending(),
            )
        };
        if pending >= CHUNK {
            self.flush();
        }
        if events >= limits.events {
            self.shared
                .end(Ending::Paused(Limit::Events(limits.events)));
            return Err(Halt);
        }
        if now.millis() >= limits.virtual_ms {
            self.shared
                .end(Ending::Paused(Limit::VirtualMillis(limits.virtual_ms)));
            return Err(Halt);
        }
        Ok(())
    }

    /// Hands what was recorded to the sink.
    pub fn flush(&mut self) {
        let chunk = Chunk {
            sources: std::mem::take(&mut self.shared.recorder.borrow_mut().new_sources),
            events: self.shared.event_loop.borrow_mut().log.take(),
        };
        (self.sink)(chunk);
    }

    /// The reason that a task exists to raise.
    fn take_raised(&mut self, task: TaskId) -> Option<JsValue> {
        let mut callbacks = self.shared.callbacks.borrow_mut();
        if !matches!(callbacks.get(&task), Some(Callback::Raise(_))) {
            return None;
        }
        match callbacks.remove(&task) {
            Some(Callback::Raise(reason)) => Some(reason),
            _ => None,
        }
    }

    fn run_task(&mut self, task: TaskId) -> JsResult<()> {
        if task == TaskId::MAIN {
            return match self.kind {
                ModuleKind::CommonJs => require::run_main(self.context),
                ModuleKind::EsModule => esm::run_main(self.context),
            };
        }
        let callback = self.shared.callbacks.borrow_mut().remove(&task);
        match callback {
            None | Some(Callback::Raise(_)) => Ok(()),
            Some(Callback::Native(native)) => native(self.context),
            Some(Callback::Job(job)) => job.call(self.context).map(drop),
            Some(Callback::Io(state)) => fs::complete(*state, self.context),
            Some(Callback::Function(call)) => {
                let again = call.clone();
                if call.keep {
                    self.shared
                        .callbacks
                        .borrow_mut()
                        .insert(task, Callback::Function(call));
                }
                again
                    .function
                    .call(&again.this, &again.arguments, self.context)
                    .map(drop)
            }
        }
    }

    /// The process is over: its exit code is what `process.exitCode` says now.
    pub fn finish(&mut self) {
        let hook = self.hooks().exit_code;
        let code = hook.call(&JsValue::undefined(), &[], self.context);
        let code = code.ok().and_then(|code| code.as_number()).unwrap_or(0.0);
        self.shared.end(Ending::Exited((code as i64 & 0xff) as i32));
    }
}
