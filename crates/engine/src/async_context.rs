//! What `AsyncLocalStorage` hands from the code that schedules to what is scheduled (section 11).
//!
//! A context is a value that the JavaScript half of the Node layer makes and never changes: changing it means making
//! another. It is captured where a task is made, and for a promise job where `then` or `await` made the reaction.

use crate::globals::Native;
use crate::shared::shared;
use boa_engine::{Context, JsArgs, JsResult, JsValue};
use loopscope_model::numbered::Numbered;
use loopscope_model::{TaskId, TaskKind};

/// The natives of this file.
pub const NATIVES: &[(&str, Native)] = &[("asyncContext", current), ("swapAsyncContext", swap)];

/// The running context, and those of the tasks that wait.
#[derive(Default)]
pub struct AsyncContexts {
    /// That of the code that runs; undefined unless a program uses one.
    pub current: JsValue,
    of_tasks: Numbered<TaskId, JsValue>,
    frames: bool,
}

impl AsyncContexts {
    /// None yet. `frames`: what a task is handed is not changed by what it enters, as since Node 24.
    pub fn new(frames: bool) -> AsyncContexts {
        AsyncContexts {
            frames,
            ..AsyncContexts::default()
        }
    }

    /// A task is made, or a timer that has fired is set again. A promise job gets its context from its reaction.
    pub fn capture(&mut self, task: TaskId, kind: TaskKind) {
        if kind == TaskKind::PromiseJob || self.current.is_undefined() {
            self.of_tasks.remove(&task);
        } else {
            self.of_tasks.insert(task, self.current.clone());
        }
    }

    /// A task begins.
    pub fn enter(&mut self, task: TaskId) {
        self.current = match self.frames {
            true => self.of_tasks.get(&task).cloned(),
            false => self.of_tasks.remove(&task),
        }
        .unwrap_or_default();
    }

    /// A task is over. `keep`: it may run again. Until Node 24 what it changed of its context is still so then, as Node
    /// keeps the context with the timer.
    pub fn leave(&mut self, task: TaskId, keep: bool) {
        let last = std::mem::take(&mut self.current);
        if self.frames {
            if !keep {
                self.of_tasks.remove(&task);
            }
        } else if keep && !last.is_undefined() {
            self.of_tasks.insert(task, last);
        }
    }
}

fn current(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    Ok(shared(context).async_contexts.borrow().current.clone())
}

/// `(context)`: makes it the running one, and gives the one before.
fn swap(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let next = arguments.get_or_undefined(0).clone();
    let before = std::mem::replace(&mut shared.async_contexts.borrow_mut().current, next);
    Ok(before)
}
