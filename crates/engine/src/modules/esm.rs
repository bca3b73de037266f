//! ES modules: the loader, and the main program.

use super::dynamic::{Asked, later};
use super::require::{self, read};
use super::resolve::{self, Resolved, relative};
use super::{failures, interop, meta};
use crate::compile;
use crate::errors::{self, Refusal};
use crate::shared::{Callback, Shared, shared};
use boa_engine::builtins::promise::PromiseState;
use boa_engine::job::Job;
use boa_engine::module::{ModuleLoader, ModuleRequest, Referrer};
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsPromise;
use boa_engine::{
    Context, JsArgs, JsError, JsObject, JsResult, JsValue, Module, NativeFunction, js_string,
};
use loopscope_model::{ModuleKind, TaskKind};
use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// Node's exit code for a top-level `await` that nothing can settle (1.4).
pub const UNSETTLED: i32 = 13;

/// What an import asks for.
#[derive(Debug, Clone)]
pub struct Requested {
    /// The name.
    pub specifier: String,
    /// The attribute `type`.
    pub kind: Option<String>,
}

/// Finds the modules that a module imports.
pub struct Loader {
    shared: Rc<Shared>,
}

impl Loader {
    /// A loader for a run.
    pub fn new(shared: Rc<Shared>) -> Loader {
        Loader { shared }
    }
}

impl ModuleLoader for Loader {
    async fn load_imported_module(
        self: Rc<Self>,
        referrer: Referrer,
        request: ModuleRequest,
        context: &RefCell<&mut Context>,
    ) -> JsResult<Module> {
        let from = referrer
            .path()
            .map(|path| path.to_string_lossy().into_owned())
            .unwrap_or_default();
        let requested = Requested {
            specifier: request.specifier().to_std_string_lossy(),
            kind: request
                .get_attribute("type")
                .map(|kind| kind.to_std_string_lossy()),
        };
        if self.shared.modules.borrow().asking {
            // `import()` goes its own way: nobody waits for this answer.
            self.shared.modules.borrow_mut().asked = Some(Asked { from, requested });
            return std::future::pending().await;
        }
        find(&self.shared, &from, &requested, &mut context.borrow_mut())
    }

    fn init_import_meta(
        self: Rc<Self>,
        import_meta: &JsObject,
        module: &Module,
        context: &mut Context,
    ) {
        let Some(path) = module.path() else { return };
        // A fresh ordinary object: this cannot fail.
        let _ = meta::fill(import_meta, &path.to_string_lossy(), context);
    }
}

/// The module that `from` asks for; it is parsed, but what it imports is not loaded yet.
///
/// # Errors
/// `ERR_MODULE_NOT_FOUND`, a `SyntaxError`, or the end of the process.
pub fn find(
    shared: &Shared,
    from: &str,
    requested: &Requested,
    context: &mut Context,
) -> JsResult<Module> {
    let resolved = resolve::esm(shared, &requested.specifier, from);
    let key = match &resolved {
        Resolved::Problem(problem) => return Err(failures::of_package(problem.clone(), context)),
        Resolved::Builtin(id) => format!("node:{id}"),
        Resolved::File(path) => path.clone(),
        Resolved::NotFound => return Err(missing(&requested.specifier, from, context)),
    };
    if let Some(module) = shared.modules.borrow().esm.get(&key) {
        return Ok(module.clone());
    }
    let module = match resolved {
        Resolved::Builtin(id) => interop::builtin_module(&id, context)?,
        _ => file_module(shared, &key, requested, context)?,
    };
    let known = module.clone();
    shared.modules.borrow_mut().esm.insert(key, known);
    Ok(module)
}

fn missing(name: &str, from: &str, context: &mut Context) -> JsError {
    match relative(name.strip_prefix("file://").unwrap_or(name), from) {
        Some(path) => failures::no_module(&path, from, context),
        None if resolve::scheme(name).is_some() => failures::no_scheme(name, context),
        None => errors::refuse(
            context,
            Refusal {
                what: &format!("the package '{name}'"),
                hint: "use Node's own modules, or put the file into the scenario",
            },
        ),
    }
}

fn file_module(
    shared: &Shared,
    path: &str,
    requested: &Requested,
    context: &mut Context,
) -> JsResult<Module> {
    if path.ends_with(".json") {
        if requested.kind.as_deref() != Some("json") {
            let major = shared.scenario.node.major();
            return Err(failures::no_attribute(path, major, context));
        }
        let text = read(path, context)?;
        let value = require::parse_json(path, &text, context)?;
        return Ok(Module::from_value_as_default(value, context));
    }
    if super::kind::of_path(shared, path).0 == ModuleKind::CommonJs {
        return interop::commonjs_module(shared, path, context);
    }
    let text = read(path, context)?;
    compile::module(path, &text, context)
}

/// Loads the main module and all that it imports, and evaluates it to its first `await`.
///
/// # Errors
/// What loading throws.
pub fn run_main(context: &mut Context) -> JsResult<()> {
    let shared = shared(context);
    let path = shared.scenario.absolute(&shared.scenario.main);
    let text = read(&path, context)?;
    let module = compile::module(&path, &text, context)?;
    shared
        .modules
        .borrow_mut()
        .esm
        .insert(path.clone(), module.clone());
    load(&module, &shared, context)?;
    module.link(context)?;
    let promise = module.evaluate(context)?;
    let object: JsObject = promise.clone().into();
    {
        let mut modules = shared.modules.borrow_mut();
        modules.main_promise.replace(object.clone());
        modules.evaluations.insert(path, object);
    }
    if let PromiseState::Fulfilled(_) = promise.state() {
        return Ok(());
    }
    // 1.5: the rejection is reported some turns later, behind the microtasks queued before it.
    let turns = shared.features.import.main_rejected;
    let report = NativeFunction::from_copy_closure(move |_, arguments, context| {
        let reason = arguments.get_or_undefined(0).clone();
        later(turns - 2, MAIN.to_owned(), context, move |context| {
            let shared = crate::shared::shared(context);
            let task = shared.create_task(TaskKind::PromiseJob, MAIN, context);
            shared.event_loop.borrow_mut().enqueue_microtask(task);
            shared
                .callbacks
                .borrow_mut()
                .insert(task, Callback::Raise(reason));
            Ok(())
        })?;
        Ok(JsValue::undefined())
    });
    let report = FunctionObjectBuilder::new(context.realm(), report)
        .name(js_string!(MAIN))
        .build();
    promise.catch(report, context)?;
    Ok(())
}

/// What people see of the job that reports the main module's error.
const MAIN: &str = "main module";

/// Loads all that a module imports.
///
/// # Errors
/// What finding or parsing one of them throws.
pub fn load(module: &Module, shared: &Shared, context: &mut Context) -> JsResult<()> {
    let outer = shared.loading.replace(true);
    let loaded = load_now(module, shared, context);
    shared.loading.set(outer);
    loaded
}

fn load_now(module: &Module, shared: &Shared, context: &mut Context) -> JsResult<()> {
    let promise: JsPromise = module.load(context);
    loop {
        let jobs = std::mem::take(&mut *shared.loading_jobs.borrow_mut());
        if jobs.is_empty() {
            break;
        }
        for job in jobs {
            run_now(job, context)?;
        }
    }
    match promise.state() {
        PromiseState::Rejected(error) => {
            // It is thrown: nobody has to handle the promise.
            let object: JsObject = promise.into();
            let mut rejections = shared.rejections.borrow_mut();
            rejections
                .pending
                .retain(|(p, _)| !JsObject::equals(p, &object));
            Err(JsError::from_opaque(error))
        }
        _ => Ok(()),
    }
}

/// Runs a job of loading. The futures are ready at once: files are in memory.
pub fn run_now(job: Job, context: &mut Context) -> JsResult<()> {
    match job {
        Job::PromiseJob(job) => job.call(context).map(drop),
        Job::AsyncJob(job) => {
            let cell = RefCell::new(context);
            let mut future = pin!(job.call(&cell));
            let mut task = std::task::Context::from_waker(Waker::noop());
            match future.as_mut().poll(&mut task) {
                Poll::Ready(result) => result.map(drop),
                Poll::Pending => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// Whether the main module waits for something that can no longer come.
pub fn main_is_unsettled(shared: &Shared) -> bool {
    let promise = shared.modules.borrow().main_promise.clone();
    promise
        .and_then(|promise| JsPromise::from_object(promise).ok())
        .is_some_and(|promise| matches!(promise.state(), PromiseState::Pending))
}
