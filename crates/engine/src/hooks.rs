//! What the interpreter asks of its host: jobs, rejected promises, the clock.

use crate::delegation::{self, Delegated, Turn};
use crate::modules::esm;
use crate::shared::{Callback, Shared, shared};
use boa_engine::builtins::promise::PromiseState;
use boa_engine::builtins::promise::{OperationType, Promise};
use boa_engine::context::HostHooks;
use boa_engine::context::time::{Clock, JsInstant};
use boa_engine::job::{Job, JobCallback, JobExecutor};
use boa_engine::object::builtins::{JsFunction, JsPromise};
use boa_engine::property::PropertyKey;
use boa_engine::realm::Realm;
use boa_engine::{Context, JsData, JsObject, JsResult, JsString, JsValue, js_string};
use boa_gc::{Finalize, Trace};
use loopscope_model::{EventKind, ProbeId, TaskKind};
use std::rc::Rc;

/// What is known of a reaction when `then` or `await` makes it.
#[derive(Debug, Clone, Trace, Finalize, JsData)]
struct Reaction {
    #[unsafe_ignore_trace]
    site: Option<ProbeId>,
    /// What `AsyncLocalStorage` hands on.
    context: JsValue,
    /// Whether it is that of `yield*` in an async generator.
    #[unsafe_ignore_trace]
    delegates: Option<Delegated>,
}

/// Calls a reaction in the context that it was handed.
fn within(
    own: JsValue,
    callback: &JsFunction,
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let shared = shared(context);
    let before = std::mem::replace(&mut shared.async_contexts.borrow_mut().current, own);
    let result = callback.call(this, arguments, context);
    shared.async_contexts.borrow_mut().current = before;
    result
}

/// Our side of the interpreter's hooks.
pub struct Hooks;

impl HostHooks for Hooks {
    fn make_job_callback(&self, callback: JsFunction, context: &mut Context) -> JobCallback {
        let shared = shared(context);
        let site = shared.recorder.borrow_mut().new_reaction();
        let context = shared.async_contexts.borrow().current.clone();
        let delegates = shared.delegates.take();
        let reaction = Reaction {
            site,
            context,
            delegates,
        };
        JobCallback::new(callback, reaction)
    }

    /// A job's reaction is known only now that it runs: the trace is told what the job is.
    fn call_job_callback(
        &self,
        job: &JobCallback,
        this: &JsValue,
        arguments: &[JsValue],
        context: &mut Context,
    ) -> JsResult<JsValue> {
        identify(job, context);
        for argument in arguments {
            crate::messages::observe(argument, context);
        }
        let reaction = job.host_defined().downcast_ref::<Reaction>();
        let own = reaction
            .as_ref()
            .map(|r| r.context.clone())
            .unwrap_or_default();
        let delegates = reaction.and_then(|r| r.delegates);
        let callback = job.callback().clone();
        let result = arguments.first().cloned().unwrap_or_default();
        let turn = delegates.map_or(Turn::Now, |it| delegation::turn(it, &result, context));
        if turn == Turn::Later {
            delegation::later(context, move |context| {
                within(own, &callback, &JsValue::undefined(), &[result], context).map(drop)
            })?;
            return Ok(JsValue::undefined());
        }
        shared(context)
            .next_job_is_first
            .set(turn == Turn::NoneNext);
        let result = within(own, &callback, this, arguments, context);
        shared(context).next_job_is_first.set(false);
        result
    }

    fn promise_rejection_tracker(
        &self,
        promise: &JsObject<Promise>,
        operation: OperationType,
        context: &mut Context,
    ) {
        let shared = shared(context);
        let promise: JsObject = promise.clone().upcast();
        let mut reason = None;
        if matches!(operation, OperationType::Reject) {
            let Ok(js_promise) = JsPromise::from_object(promise.clone()) else {
                return;
            };
            if let PromiseState::Rejected(value) = js_promise.state() {
                crate::messages::observe(&value, context);
                reason = Some(value);
            }
        }
        let mut rejections = shared.rejections.borrow_mut();
        match operation {
            OperationType::Reject => {
                rejections
                    .pending
                    .extend(reason.map(|reason| (promise, reason)));
            }
            OperationType::Handle => {
                let before = rejections.pending.len();
                rejections
                    .pending
                    .retain(|(p, _)| !JsObject::equals(p, &promise));
                if rejections.pending.len() == before
                    && let Some(at) = rejections
                        .reported
                        .iter()
                        .position(|p| JsObject::equals(p, &promise))
                {
                    rejections.reported.remove(at);
                    rejections.handled_late.push(promise);
                }
            }
        }
    }

    fn ensure_can_compile_strings(
        &self,
        _realm: Realm,
        _parameters: &[JsString],
        _body: &JsString,
        _direct: bool,
        _context: &mut Context,
    ) -> JsResult<()> {
        Ok(())
    }

    /// UTC, unless a scenario will say otherwise.
    fn local_timezone_offset_seconds(&self, _unix_time_seconds: i64) -> i32 {
        0
    }

    /// What a program may hold in all; the constructors look before (`limits::constructors`).
    fn max_buffer_size(&self, _context: &mut Context) -> u64 {
        crate::limits::memory::LIMIT as u64
    }
}

fn identify(job: &JobCallback, context: &mut Context) {
    let shared = shared(context);
    let Some(task) = shared.recorder.borrow().task else {
        return;
    };
    let Some(reaction) = job.host_defined().downcast_ref::<Reaction>() else {
        return;
    };
    let label = function_name(job.callback());
    let site = reaction.site;
    let event = EventKind::TaskIdentified { task, label, site };
    shared.event_loop.borrow_mut().record(event);
}

/// What people call a callback: its name, or `(anonymous)`. Reads no accessor of the program's.
pub fn function_name(function: &JsObject) -> String {
    let name = function
        .borrow()
        .properties()
        .get(&PropertyKey::from(js_string!("name")))
        .and_then(|descriptor| descriptor.value().cloned())
        .and_then(|value| value.as_string().map(|s| s.to_std_string_lossy()));
    match name {
        Some(name) if !name.is_empty() => name,
        _ => "(anonymous)".to_owned(),
    }
}

/// Puts the interpreter's jobs into the loop's microtask queue.
pub struct Jobs(pub Rc<Shared>);

impl JobExecutor for Jobs {
    fn enqueue_job(self: Rc<Self>, job: Job, context: &mut Context) {
        let shared = &self.0;
        if shared.loading.get() {
            shared.loading_jobs.borrow_mut().push(job);
            return;
        }
        match job {
            Job::PromiseJob(job) => {
                let task = shared.create_task(TaskKind::PromiseJob, "promise job", context);
                let mut event_loop = shared.event_loop.borrow_mut();
                match shared.next_job_is_first.take() {
                    true => event_loop.enqueue_first_microtask(task),
                    false => event_loop.enqueue_microtask(task),
                }
                drop(event_loop);
                shared
                    .callbacks
                    .borrow_mut()
                    .insert(task, Callback::Job(job));
            }
            // Only `import()` queues other jobs while the program runs: this one only tells what is asked for.
            job => {
                shared.modules.borrow_mut().asking = true;
                let _ = esm::run_now(job, context);
                shared.modules.borrow_mut().asking = false;
            }
        }
    }

    /// Jobs run when the loop says so.
    fn run_jobs(self: Rc<Self>, _context: &mut Context) -> JsResult<()> {
        Ok(())
    }
}

/// The interpreter's clock is the loop's.
pub struct LoopClock(pub Rc<Shared>);

impl Clock for LoopClock {
    fn now(&self) -> JsInstant {
        let now = self.0.event_loop.borrow().now().0;
        JsInstant::new(now / 1_000_000_000, (now % 1_000_000_000) as u32)
    }

    /// `Date.now()` and `new Date()`: a read in a busy-wait moves the clock.
    fn system_time_millis(&self) -> i64 {
        crate::clock::read(&self.0);
        let now = self.0.event_loop.borrow().now();
        (self.0.scenario.world.epoch_ms + now.millis()) as i64
    }
}
