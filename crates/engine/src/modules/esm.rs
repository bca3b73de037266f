//! ES modules: the loader, and the main program.

use super::require::{builtin, read};
use super::resolve::{Resolved, esm, relative};
use crate::compile;
use crate::errors::{self, Refusal};
use crate::shared::{Shared, shared};
use boa_engine::builtins::promise::PromiseState;
use boa_engine::job::Job;
use boa_engine::module::{ModuleLoader, ModuleRequest, Referrer, SyntheticModuleInitializer};
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsPromise;
use boa_engine::property::PropertyKey;
use boa_engine::{
    Context, JsArgs, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, Module,
    NativeFunction, js_string,
};
use loopscope_model::ModuleKind;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// Node's exit code for a top-level `await` that nothing can settle (1.4).
pub const UNSETTLED: i32 = 13;

/// Finds the modules that a module imports.
pub struct Loader {
    shared: Rc<Shared>,
    modules: RefCell<BTreeMap<String, Module>>,
}

impl Loader {
    /// A loader that has loaded nothing.
    pub fn new(shared: Rc<Shared>) -> Loader {
        Loader {
            shared,
            modules: RefCell::new(BTreeMap::new()),
        }
    }

    fn find(&self, from: &str, name: &str, context: &mut Context) -> JsResult<Module> {
        let resolved = esm(&self.shared.disk.borrow(), name, from);
        let key = match &resolved {
            Resolved::Builtin(id) => format!("node:{id}"),
            Resolved::File(path) => path.clone(),
            Resolved::NotFound => return Err(missing(name, from, context)),
        };
        if let Some(module) = self.modules.borrow().get(&key) {
            return Ok(module.clone());
        }
        let module = match resolved {
            Resolved::Builtin(id) => builtin_module(&id, context)?,
            Resolved::File(path) => file_module(&self.shared, &path, context)?,
            Resolved::NotFound => return Err(missing(name, from, context)),
        };
        self.modules.borrow_mut().insert(key, module.clone());
        Ok(module)
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
        let name = request.specifier().to_std_string_lossy();
        self.find(&from, &name, &mut context.borrow_mut())
    }

    fn init_import_meta(
        self: Rc<Self>,
        import_meta: &JsObject,
        module: &Module,
        context: &mut Context,
    ) {
        let Some(path) = module.path() else { return };
        let url = JsString::from(format!("file://{}", path.to_string_lossy()));
        // A fresh ordinary object: this cannot fail.
        let _ = import_meta.create_data_property(js_string!("url"), url, context);
    }
}

fn missing(name: &str, from: &str, context: &mut Context) -> JsError {
    if relative(name, from).is_none() {
        return errors::refuse(
            context,
            Refusal {
                what: &format!("the package '{name}'"),
                hint: "use Node's own modules, or put the file into the scenario",
            },
        );
    }
    let path = relative(name, from).unwrap_or_default();
    let error = JsNativeError::error()
        .with_message(format!("Cannot find module '{path}' imported from {from}"))
        .into_opaque(context);
    match error.set(
        js_string!("code"),
        js_string!("ERR_MODULE_NOT_FOUND"),
        true,
        context,
    ) {
        Ok(_) => JsError::from_opaque(error.into()),
        Err(error) => error,
    }
}

/// A module of Node's own: its properties are named exports, the whole is the default export.
fn builtin_module(id: &str, context: &mut Context) -> JsResult<Module> {
    let exports = builtin(id, context)?;
    default_and_names(exports, context)
}

fn default_and_names(exports: JsValue, context: &mut Context) -> JsResult<Module> {
    let mut names = vec![js_string!("default")];
    if let Some(object) = exports.as_object() {
        for key in object.own_property_keys(context)? {
            if let PropertyKey::String(name) = key
                && name != js_string!("default")
                && is_enumerable(&object, &name)
            {
                names.push(name);
            }
        }
    }
    let initializer = SyntheticModuleInitializer::from_copy_closure_with_captures(
        |module, (names, exports): &(Vec<JsString>, JsValue), context| {
            for name in names {
                let value = match exports.as_object() {
                    Some(object) if *name != js_string!("default") => {
                        object.get(name.clone(), context)?
                    }
                    _ => exports.clone(),
                };
                module.set_export(name, value)?;
            }
            Ok(())
        },
        (names.clone(), exports),
    );
    Ok(Module::synthetic(&names, initializer, None, None, context))
}

fn is_enumerable(object: &JsObject, name: &JsString) -> bool {
    object
        .borrow()
        .properties()
        .get(&name.clone().into())
        .is_some_and(|descriptor| descriptor.enumerable() == Some(true))
}

fn file_module(shared: &Shared, path: &str, context: &mut Context) -> JsResult<Module> {
    if path.ends_with(".json") || super::kind::of_path(shared, path) == ModuleKind::CommonJs {
        return Err(errors::refuse(
            context,
            Refusal {
                what: &format!("import of {path}, which is no ES module,"),
                hint: "give the file the extension .mjs, or let a CommonJS program require it",
            },
        ));
    }
    let text = read(path, context)?;
    compile::module(path, &text, context)
}

/// Loads the main module and all that it imports, and evaluates it to its first `await`.
///
/// # Errors
/// What loading or the body throws.
pub fn run_main(context: &mut Context) -> JsResult<()> {
    let shared = shared(context);
    let path = shared.scenario.absolute(&shared.scenario.main);
    let text = read(&path, context)?;
    let module = compile::module(&path, &text, context)?;
    shared.loading.set(true);
    let loaded = load(&module, &shared, context);
    shared.loading.set(false);
    loaded?;
    module.link(context)?;
    let promise = module.evaluate(context)?;
    let object: JsObject = promise.clone().into();
    shared.main_promise.borrow_mut().replace(object);
    if let PromiseState::Fulfilled(_) = promise.state() {
        return Ok(());
    }
    // 1.5: the rejection is reported when this reaction's turn comes, behind the microtasks queued before it.
    let report = FunctionObjectBuilder::new(
        context.realm(),
        NativeFunction::from_fn_ptr(|_, arguments, _| {
            Err(JsError::from_opaque(arguments.get_or_undefined(0).clone()))
        }),
    )
    .name(js_string!("main module"))
    .build();
    promise.catch(report, context)?;
    Ok(())
}

fn load(module: &Module, shared: &Shared, context: &mut Context) -> JsResult<()> {
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
        PromiseState::Rejected(error) => Err(JsError::from_opaque(error)),
        _ => Ok(()),
    }
}

/// Runs a job of loading. The futures are ready at once: files are in memory.
fn run_now(job: Job, context: &mut Context) -> JsResult<()> {
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
    let promise = shared.main_promise.borrow().clone();
    promise
        .and_then(|promise| JsPromise::from_object(promise).ok())
        .is_some_and(|promise| matches!(promise.state(), PromiseState::Pending))
}
