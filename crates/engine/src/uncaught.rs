//! Errors that nothing caught, and rejections that nothing handled (sections 8 and 9).

use crate::errors;
use crate::limits::stop;
use crate::process::Process;
use boa_engine::error::{EngineError, RuntimeLimitError};
use boa_engine::{JsError, JsValue};
use loopscope_event_loop::{Completion, Halt};
use loopscope_model::event::Ending;

/// Node's exit code when an `uncaughtException` listener throws (9.2).
const LISTENER_THREW: i32 = 7;

impl Process<'_> {
    /// An event of `process` is about to be emitted; it is recorded if somebody listens.
    fn event_with_listeners(&mut self, name: &str) {
        let listens = self.hooks().listens;
        let name_value = boa_engine::JsString::from(name).into();
        let listened = listens.call(&JsValue::undefined(), &[name_value], self.context);
        if listened.is_ok_and(|answer| answer.to_boolean()) {
            self.process_event(name);
        }
    }

    /// As Node's `processPromiseRejections` (8.2, 8.4): gives nothing if there was nothing to do.
    pub(crate) fn look_at_rejections(&mut self) -> Result<Option<Completion>, Halt> {
        let mut did_something = false;
        loop {
            let late = {
                let mut rejections = self.shared.rejections.borrow_mut();
                (!rejections.handled_late.is_empty()).then(|| rejections.handled_late.remove(0))
            };
            let Some(promise) = late else { break };
            did_something = true;
            let hook = self.hooks().rejection_handled;
            self.event_with_listeners("rejectionHandled");
            if let Err(error) = hook.call(&JsValue::undefined(), &[promise.into()], self.context) {
                return self.uncaught_error(error).map(Some);
            }
        }
        let mut pending = std::mem::take(&mut self.shared.rejections.borrow_mut().pending);
        let drops_others = self
            .shared
            .event_loop
            .borrow()
            .profile
            .throwing_listener_drops_rejections;
        while !pending.is_empty() {
            did_something = true;
            let (promise, reason) = pending.remove(0);
            self.shared
                .rejections
                .borrow_mut()
                .reported
                .push(promise.clone());
            self.event_with_listeners("unhandledRejection");
            let hook = self.hooks().unhandled_rejection;
            let outcome = hook.call(
                &JsValue::undefined(),
                &[reason, promise.into()],
                self.context,
            );
            match outcome {
                // Not handled: the hook gives the error that is thrown instead, in an array.
                Ok(error) if error.is_object() => {
                    let error = self.first_of(&error);
                    self.uncaught(error, true)?;
                }
                Ok(_) => {}
                Err(error) => {
                    if !drops_others {
                        let mut rejections = self.shared.rejections.borrow_mut();
                        pending.append(&mut rejections.pending);
                        rejections.pending = pending;
                    }
                    return self.uncaught_error(error).map(Some);
                }
            }
            if self.shared.is_over() {
                return Err(Halt);
            }
        }
        let more = !self.shared.rejections.borrow().pending.is_empty();
        Ok((did_something || more).then_some(Completion::Normal))
    }

    /// The interpreter met one of its own bounds, in code without statements of the program's.
    fn gave_up(&self, error: &EngineError) {
        let (message, hint) = match error {
            EngineError::RuntimeLimit(RuntimeLimitError::LoopIteration) => (
                "a loop in a function of Node's did not end".to_owned(),
                "let the program work on less data",
            ),
            EngineError::RuntimeLimit(_) => (
                "functions call each other more deeply than the interpreter allows".to_owned(),
                "let the program nest its data and calls less deeply",
            ),
            other => (
                format!("the interpreter gave up: {other}"),
                "report this: it is an error of Loopscope",
            ),
        };
        stop(&self.shared, message, hint);
    }

    fn first_of(&mut self, list: &JsValue) -> JsValue {
        list.as_object()
            .and_then(|list| list.get(0, self.context).ok())
            .unwrap_or_default()
    }

    /// An error left a callback.
    pub fn uncaught_error(&mut self, error: JsError) -> Result<Completion, Halt> {
        if self.shared.is_over() {
            return Err(Halt);
        }
        if let Some(error) = error.as_engine() {
            self.gave_up(error);
            return Err(Halt);
        }
        match error.into_opaque(self.context) {
            Ok(value) => self.uncaught(value, false),
            Err(_) => Err(Halt),
        }
    }

    /// An error that nothing caught: listeners of `uncaughtException` are asked, or the process ends (9.3).
    /// `from_promise`: it is the reason of a rejection.
    pub(crate) fn uncaught(
        &mut self,
        error: JsValue,
        from_promise: bool,
    ) -> Result<Completion, Halt> {
        crate::messages::observe(&error, self.context);
        let place = errors::place_of_error(&self.shared, &error, from_promise, self.context);
        let hook = self.hooks().uncaught;
        self.event_with_listeners("uncaughtException");
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
                    crate::messages::observe(&second, self.context);
                    let place = errors::place_of_error(&self.shared, &second, false, self.context);
                    errors::report_uncaught(&second, place, self.context);
                }
                self.shared.end(Ending::Exited(LISTENER_THREW));
                Err(Halt)
            }
        }
    }
}
