//! A process of Node: the interpreter behind the one narrow trait that the event loop knows.

use crate::errors;
use crate::modules::{esm, fs, handles, require};
use crate::outside;
use crate::shared::{Callback, Shared};
use boa_engine::{Context, JsError, JsResult, JsValue};
use loopscope_event_loop::kernel::HandleEvent;
use loopscope_event_loop::{Completion, EventLoop, Halt, Host};
use loopscope_model::event::{Ending, Limit, Stop, StopKind};
use loopscope_model::{Chunk, EventKind, HandleId, ModuleKind, TaskId, VirtualTime};
use std::ops::DerefMut;
use std::rc::Rc;

/// So many events travel together.
const CHUNK: usize = 2_000;

/// Node's exit code when an `uncaughtException` listener throws (9.2).
const LISTENER_THREW: i32 = 7;

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
        let result = self.run_task(task);
        // An error that ends the process may be lost on its way through a promise job: what counts is the ending.
        let completion = match result {
            _ if self.shared.is_over() => Err(Halt),
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
        fs::perform(&self.shared, task, trip)
    }

    fn has_rejections(&mut self) -> bool {
        let rejections = self.shared.rejections.borrow();
        !rejections.pending.is_empty() || !rejections.handled_late.is_empty()
    }

    fn deliver(&mut self, task: TaskId, handle: HandleId, event: HandleEvent) -> bool {
        handles::deliver(&self.shared, task, handle, event, self.context)
    }

    fn exchange(&mut self, until: Option<VirtualTime>) {
        outside::exchange(&self.shared, until);
    }

    fn end(&mut self, ending: Ending) {
        self.shared.end(ending);
    }

    /// As Node's `processPromiseRejections` (8.2, 8.4).
    fn process_rejections(&mut self) -> Result<bool, Halt> {
        let late = std::mem::take(&mut self.shared.rejections.borrow_mut().handled_late);
        let mut did_something = !late.is_empty();
        for promise in late {
            let hook = self.hooks().rejection_handled;
            self.process_event("rejectionHandled");
            if let Err(error) = hook.call(&JsValue::undefined(), &[promise.into()], self.context) {
                self.uncaught_error(error)?;
            }
        }
        let pending = std::mem::take(&mut self.shared.rejections.borrow_mut().pending);
        for (promise, reason) in pending {
            did_something = true;
            self.shared
                .rejections
                .borrow_mut()
                .reported
                .push(promise.clone());
            self.process_event("unhandledRejection");
            let hook = self.hooks().unhandled_rejection;
            let outcome = hook.call(
                &JsValue::undefined(),
                &[reason, promise.into()],
                self.context,
            );
            match outcome {
                // Not handled: the hook gives the error that is thrown instead.
                Ok(error) if !error.is_undefined() => {
                    self.uncaught(error, true)?;
                }
                Ok(_) => {}
                Err(error) => {
                    self.uncaught_error(error)?;
                }
            }
            if self.shared.is_over() {
                return Err(Halt);
            }
        }
        Ok(did_something || !self.shared.rejections.borrow().pending.is_empty())
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
}

impl Process<'_> {
    fn hooks(&self) -> crate::shared::NodeHooks {
        let hooks = self.shared.hooks.borrow();
        hooks
            .clone()
            .expect("the Node layer is set up before anything runs")
    }

    fn process_event(&mut self, name: &str) {
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

    fn run_task(&mut self, task: TaskId) -> JsResult<()> {
        if task == TaskId::MAIN {
            return match self.kind {
                ModuleKind::CommonJs => require::run_main(self.context),
                ModuleKind::EsModule => esm::run_main(self.context),
            };
        }
        let callback = self.shared.callbacks.borrow_mut().remove(&task);
        match callback {
            None => Ok(()),
            Some(Callback::Job(job)) => job.call(self.context).map(drop),
            Some(Callback::Io(state)) => fs::complete(state, self.context),
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

    /// An error left a callback.
    pub fn uncaught_error(&mut self, error: JsError) -> Result<Completion, Halt> {
        if self.shared.is_over() {
            return Err(Halt);
        }
        if error.as_engine().is_some() {
            self.shared.end(Ending::Stopped(Stop {
                kind: StopKind::Bomb,
                message: format!("the interpreter gave up: {error}"),
                hint: "let the program call itself less deeply".to_owned(),
                place: None,
            }));
            return Err(Halt);
        }
        match error.into_opaque(self.context) {
            Ok(value) => self.uncaught(value, false),
            Err(_) => Err(Halt),
        }
    }

    /// An error that nothing caught: listeners of `uncaughtException` are asked, or the process ends (9.3).
    fn uncaught(&mut self, error: JsValue, from_promise: bool) -> Result<Completion, Halt> {
        let place = errors::place_of_error(&self.shared, &error, self.context);
        let hook = self.hooks().uncaught;
        self.process_event("uncaughtException");
        let outcome = hook.call(
            &JsValue::undefined(),
            &[error.clone(), from_promise.into()],
            self.context,
        );
        if self.shared.is_over() {
            return Err(Halt);
        }
        match outcome {
            Ok(code) if code.is_undefined() => {
                self.shared.event_loop.borrow_mut().ensure_check_phase();
                Ok(Completion::Threw)
            }
            Ok(code) => {
                errors::report_uncaught(&error, place, self.context);
                self.shared
                    .end(Ending::Exited(code.as_number().unwrap_or(1.0) as i32));
                Err(Halt)
            }
            Err(second) => {
                if let Ok(second) = second.into_opaque(self.context) {
                    let place = errors::place_of_error(&self.shared, &second, self.context);
                    errors::report_uncaught(&second, place, self.context);
                }
                self.shared.end(Ending::Exited(LISTENER_THREW));
                Err(Halt)
            }
        }
    }

    /// Nothing is left to do: `exit` is emitted (9.2).
    pub fn exit(&mut self) -> Result<(), Halt> {
        self.process_event("exit");
        let hook = self.hooks().exit;
        let code = hook.call(&JsValue::undefined(), &[], self.context);
        if self.shared.is_over() {
            return Err(Halt);
        }
        let code = match code {
            Ok(code) => code.as_number().unwrap_or(0.0) as i32,
            Err(error) => {
                if let Ok(error) = error.into_opaque(self.context) {
                    let place = errors::place_of_error(&self.shared, &error, self.context);
                    errors::report_uncaught(&error, place, self.context);
                }
                1
            }
        };
        let code = if code == 0 && esm::main_is_unsettled(&self.shared) {
            esm::UNSETTLED
        } else {
            code
        };
        self.shared.end(Ending::Exited(code));
        Ok(())
    }
}
