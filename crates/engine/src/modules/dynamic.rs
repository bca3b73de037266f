//! `import()`: it takes several turns of the microtask queue, which differ from version to version, and in versions
//! that read files through the thread pool a while more (1.6).

use super::esm::{self, Requested};
use super::resolve::{self, Resolved, esm as resolve_esm, relative};
use super::{failures, graph};
use crate::shared::{Callback, Native, Shared, shared};
use boa_engine::builtins::promise::ResolvingFunctions;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::{JsFunction, JsPromise};
use boa_engine::{
    Context, JsArgs, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, Module,
    NativeFunction,
};
use loopscope_event_loop::{IoRequest, Trip};
use loopscope_model::{ModuleKind, TaskKind, VirtualTime};

/// What an `import()` asks for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The path of the module or script that imports.
    pub from: String,
    /// What it asks for.
    pub requested: Requested,
}

/// An `import()` that is under way.
struct Import {
    label: String,
    settle: ResolvingFunctions,
}

/// The calls of a file that is read by `fs.promises.readFile`.
const READ: [&str; 4] = ["open", "fstat", "read", "close"];
/// How long each of them takes.
const LATENCY: VirtualTime = VirtualTime::from_micros(250);

/// `ǃi(promise)`: begins the `import()` that was asked for, and gives its promise. One that failed before anything was
/// asked for stays as it is.
///
/// # Errors
/// The end of the process.
pub fn import(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let asked = shared(context).modules.borrow_mut().asked.take();
    match asked {
        Some(asked) => begin(asked, context).map(JsValue::from),
        None => Ok(arguments.get_or_undefined(0).clone()),
    }
}

fn begin(asked: Asked, context: &mut Context) -> JsResult<JsPromise> {
    let shared = shared(context);
    let (promise, settle) = JsPromise::new_pending(context);
    let name = asked.requested.specifier.clone();
    let import = Import {
        label: format!("import('{name}')"),
        settle,
    };
    let turns = shared.features.import;
    if !shared.features.knows_es_modules {
        let error = JsNativeError::error().with_message("Not supported");
        import.reject(1, error.into(), context)?;
        return Ok(promise);
    }
    let major = shared.scenario.node.major();
    // Node 18 takes one turn more from a CommonJS module.
    let more = u32::from(major == 18 && !is_module(&shared, &asked.from));
    let resolved = resolve_esm(&shared, &name, &asked.from);
    let from = asked.from.as_str();
    match resolved {
        Resolved::NotFound => {
            let error = match (name.strip_prefix("node:"), relative(&name, from)) {
                (Some(_), _) => failures::no_builtin(&name, context),
                (None, None) if resolve::scheme(&name).is_some() => {
                    failures::no_scheme(&name, context)
                }
                (None, Some(path)) => failures::no_module(&path, from, context),
                (None, None) => failures::no_package(&name, from, context),
            };
            if shared.is_over() {
                return Err(error);
            }
            import.reject(turns.not_found + more, error, context)?;
        }
        Resolved::Problem(problem) => {
            let error = failures::of_package(problem, context);
            import.reject(turns.not_found + more, error, context)?;
        }
        Resolved::Builtin(_) => {
            let known = shared
                .modules
                .borrow()
                .esm
                .contains_key(&format!("node:{}", name.trim_start_matches("node:")));
            let module = esm::find(&shared, from, &asked.requested, context)?;
            esm::load(&module, &shared, context)?;
            module.link(context)?;
            module.evaluate(context)?;
            let wait = more + if known { turns.again } else { turns.builtin };
            let namespace = module.namespace(context);
            import.after(wait - 1, context, move |import, context| {
                import.resolve(namespace.into(), context)
            })?;
        }
        Resolved::File(path) => file(import, path, asked, more, context)?,
    }
    Ok(promise)
}

fn is_module(shared: &Shared, path: &str) -> bool {
    shared.modules.borrow().esm.contains_key(path)
}

fn file(
    import: Import,
    path: String,
    asked: Asked,
    more: u32,
    context: &mut Context,
) -> JsResult<()> {
    let shared = shared(context);
    let turns = shared.features.import;
    let major = shared.scenario.node.major();
    let evaluated = shared.modules.borrow().evaluations.get(&path).cloned();
    if let Some(promise) = evaluated
        && let Some(module) = shared.modules.borrow().esm.get(&path).cloned()
    {
        let promise = JsPromise::from_object(promise)?;
        // The reaction is a turn of its own, and so is the program's.
        return import.after(
            turns.again.saturating_sub(3) + more,
            context,
            move |import, context| import.settle_with(promise, module, 1, 1, context),
        );
    }
    let json = path.ends_with(".json");
    let is_json_asked = asked.requested.kind.as_deref() == Some("json");
    let is_module = super::kind::of_path(&shared, &path).0 == ModuleKind::EsModule;
    let at_once = !json && !is_module && major >= 20;
    if json && !is_json_asked {
        let error = failures::no_attribute(&path, major, context);
        let wait = match (turns.reads_after, major) {
            (Some(_), 20) => {
                return import.read(&path, context, move |import, context| {
                    import.reject(turns.syntax, error, context)
                });
            }
            (Some(_), _) => 11 + more,
            (None, _) => turns.syntax,
        };
        return import.reject(wait, error, context);
    }
    match turns.reads_after {
        Some(wait) if !at_once => import.after(wait, context, move |import, context| {
            let target = path.clone();
            import.read(&target, context, move |import, context| {
                import.load(path, asked, context)
            })
        }),
        _ => import.load(path, asked, context),
    }
}

impl Import {
    /// Does something after so many turns of the microtask queue.
    fn after(
        self,
        turns: u32,
        context: &mut Context,
        then: impl FnOnce(Import, &mut Context) -> JsResult<()> + 'static,
    ) -> JsResult<()> {
        let label = self.label.clone();
        later(turns, label, context, move |context| then(self, context))
    }

    /// Rejects the promise so that the program's reaction is the last of so many turns.
    fn reject(self, turns: u32, error: JsError, context: &mut Context) -> JsResult<()> {
        self.after(turns.saturating_sub(1), context, move |import, context| {
            let error = error.into_opaque(context)?;
            let reject = &import.settle.reject;
            reject
                .call(&JsValue::undefined(), &[error], context)
                .map(drop)
        })
    }

    fn resolve(&self, namespace: JsValue, context: &mut Context) -> JsResult<()> {
        let resolve = &self.settle.resolve;
        resolve
            .call(&JsValue::undefined(), &[namespace], context)
            .map(drop)
    }

    /// Reads a file through the thread pool: its text is known already, the time passes all the same.
    fn read(
        self,
        path: &str,
        context: &mut Context,
        then: impl FnOnce(Import, &mut Context) -> JsResult<()> + 'static,
    ) -> JsResult<()> {
        let shared = shared(context);
        let task = shared.create_task(TaskKind::Io, self.label.clone(), context);
        let name = crate::disk::base_name(path);
        let trips = READ.map(|call| Trip {
            operation: format!("{call} {name}"),
            latency: LATENCY,
        });
        let callback = Callback::Native(Box::new(move |context| then(self, context)));
        shared.callbacks.borrow_mut().insert(task, callback);
        let site = shared.recorder.borrow().site;
        shared.event_loop.borrow_mut().submit_io(IoRequest {
            task,
            site,
            trips: trips.into(),
        });
        Ok(())
    }

    /// Loads a file, evaluates it and settles the promise.
    fn load(self, path: String, asked: Asked, context: &mut Context) -> JsResult<()> {
        let shared = shared(context);
        let turns = shared.features.import;
        let loaded = esm::find(&shared, &asked.from, &asked.requested, context)
            .and_then(|module| esm::load(&module, &shared, context).map(|()| module));
        let module = match loaded {
            Ok(module) => module,
            Err(error) if shared.is_over() => return Err(error),
            Err(error) => {
                return self.reject(turns.syntax, error, context);
            }
        };
        let commonjs = super::kind::of_path(&shared, &path).0 == ModuleKind::CommonJs;
        let wait = if commonjs {
            turns.evaluated_commonjs
        } else {
            turns.evaluated
                + levels(
                    graph::depth(&shared, &path),
                    turns.first_level,
                    turns.each_level,
                )
        };
        // The promise of a module of ours that fails is rejected one turn sooner.
        let failed = turns.settled - u32::from(commonjs);
        self.after(wait, context, move |import, context| {
            if let Err(error) = module.link(context) {
                return import.reject(turns.link_error, error, context);
            }
            let evaluation = module.evaluate(context)?;
            let object: JsObject = evaluation.clone().into();
            crate::shared::shared(context)
                .modules
                .borrow_mut()
                .evaluations
                .insert(path, object);
            import.settle_with(evaluation, module, turns.settled - 2, failed - 2, context)
        })
    }

    /// Settles the promise as `evaluation`, so many turns after the reaction to it.
    fn settle_with(
        self,
        evaluation: JsPromise,
        module: Module,
        fulfilled: u32,
        rejected: u32,
        context: &mut Context,
    ) -> JsResult<()> {
        let ResolvingFunctions { resolve, reject } = self.settle;
        let label = self.label;
        let on_fulfilled = reaction((label.clone(), fulfilled, resolve, Some(module)), context);
        let on_rejected = reaction((label, rejected, reject, None), context);
        evaluation.then(Some(on_fulfilled), Some(on_rejected), context)?;
        Ok(())
    }
}

/// Label, turns to wait, what to call then, and the module whose namespace it is called with.
type Settling = (String, u32, JsFunction, Option<Module>);

fn reaction(settling: Settling, context: &mut Context) -> JsFunction {
    let (label, turns, settle, module) = settling;
    let native = NativeFunction::from_copy_closure_with_captures(
        |_,
         arguments,
         (label, turns, settle, module): &(JsString, u32, JsFunction, Option<Module>),
         context| {
            let value = match module {
                Some(module) => module.namespace(context).into(),
                None => arguments.get_or_undefined(0).clone(),
            };
            let settle = settle.clone();
            later(
                *turns,
                label.to_std_string_lossy(),
                context,
                move |context| {
                    settle
                        .call(&JsValue::undefined(), &[value], context)
                        .map(drop)
                },
            )?;
            Ok(JsValue::undefined())
        },
        (JsString::from(label.as_str()), turns, settle, module),
    );
    FunctionObjectBuilder::new(context.realm(), native)
        .name(JsString::from(label.as_str()))
        .build()
}

const fn levels(depth: u32, first: u32, each: u32) -> u32 {
    match depth {
        0 => 0,
        depth => first + (depth - 1) * each,
    }
}

/// Does something after so many turns of the microtask queue; with none at once.
pub fn later(
    turns: u32,
    label: String,
    context: &mut Context,
    then: impl FnOnce(&mut Context) -> JsResult<()> + 'static,
) -> JsResult<()> {
    if turns == 0 {
        return then(context);
    }
    let shared = shared(context);
    let task = shared.create_task(TaskKind::PromiseJob, label.clone(), context);
    shared.event_loop.borrow_mut().enqueue_microtask(task);
    let callback: Native = if turns > 1 {
        Box::new(move |context| later(turns - 1, label, context, then))
    } else {
        Box::new(then)
    };
    shared
        .callbacks
        .borrow_mut()
        .insert(task, Callback::Native(callback));
    Ok(())
}
