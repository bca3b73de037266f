//! CommonJS: `require`, and the main program.

use super::resolve::{Resolved, commonjs, relative};
use super::{failures, interop};
use crate::compile;
use crate::disk::{normalize, parent};
use crate::errors::{self, Refusal};
use crate::shared::{NodeHooks, shared};
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::{JsArray, JsFunction};
use boa_engine::{
    Context, JsArgs, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
    js_string,
};

/// Evaluates the main program.
///
/// # Errors
/// What it throws.
pub fn run_main(context: &mut Context) -> JsResult<()> {
    let shared = shared(context);
    let path = shared.scenario.absolute(&shared.scenario.main);
    let how = match shared.code.borrow().is_some() {
        true => How::Eval,
        false => How::Main,
    };
    load(&path, how, context).map(drop)
}

/// Who asks for a CommonJS module.
#[derive(Debug, Clone, Copy)]
pub enum How<'a> {
    /// Nobody: it is the main program.
    Main,
    /// Nobody: it is the text of a worker made with `eval: true`.
    Eval,
    /// An `import`.
    Imported,
    /// The `require` of this module.
    Required(&'a JsObject),
}

impl How<'_> {
    fn parent(self) -> JsValue {
        match self {
            How::Required(module) => module.clone().into(),
            How::Main | How::Eval | How::Imported => JsValue::undefined(),
        }
    }

    fn word(self) -> JsString {
        match self {
            How::Main => js_string!("main"),
            How::Eval => js_string!("eval"),
            How::Imported => js_string!("imported"),
            How::Required(_) => js_string!("required"),
        }
    }
}

/// A part of the Node layer that this file asks.
fn hook<T>(context: &Context, pick: impl FnOnce(&NodeHooks) -> T) -> JsResult<T> {
    let hooks = shared(context);
    let hooks = hooks.hooks.borrow();
    hooks.as_ref().map(pick).ok_or_else(|| {
        JsNativeError::error()
            .with_message("the process is over")
            .into()
    })
}

/// The module of `require.cache` under this path: a program may have put it there.
fn cached(path: &str, context: &mut Context) -> JsResult<Option<JsObject>> {
    let cache = hook(context, |hooks| hooks.module_cache.clone())?;
    let known = cache.get(JsString::from(path), context)?;
    Ok(known.as_object())
}

/// Loads a file as a CommonJS module, or gives what it exported when it was loaded before (1.6).
///
/// # Errors
/// What it throws.
pub fn load(path: &str, how: How, context: &mut Context) -> JsResult<JsValue> {
    let none = JsValue::undefined();
    if let Some(module) = cached(path, context)? {
        let again = hook(context, |hooks| hooks.required_again.clone())?;
        again.call(&none, &[module.clone().into(), how.parent()], context)?;
        return module.get(js_string!("exports"), context);
    }
    let text = read(path, context)?;
    let file = JsString::from(path);
    let make = hook(context, |hooks| hooks.new_module.clone())?;
    let arguments = [file.clone().into(), how.parent(), how.word().into()];
    let module = make.call(&none, &arguments, context)?;
    let Some(module) = module.as_object() else {
        return Ok(none);
    };
    let folder = JsString::from(parent(path).unwrap_or("/"));
    let place = match how {
        How::Eval => (js_string!("[worker eval]"), js_string!(".")),
        _ => (file.clone(), folder),
    };
    let result = evaluate(path, &text, &module, place, context);
    // Nothing is left to tell at the end of the run.
    if let Ok(done) = hook(context, |hooks| hooks.module_done.clone())
        && !shared(context).is_over()
    {
        let failed = result.is_err();
        let arguments = [
            module.clone().into(),
            file.into(),
            how.parent(),
            failed.into(),
        ];
        done.call(&none, &arguments, context)?;
    }
    result?;
    module.get(js_string!("exports"), context)
}

fn evaluate(
    path: &str,
    text: &str,
    module: &JsObject,
    (file, folder): (JsString, JsString),
    context: &mut Context,
) -> JsResult<()> {
    if path.ends_with(".json") {
        let value = parse_json(path, text, context)?;
        module.set(js_string!("exports"), value, true, context)?;
        return Ok(());
    }
    let function = compile::commonjs(path, text, context)?;
    let require = require_of(path, module, context)?;
    let exports = module.get(js_string!("exports"), context)?;
    // The text of a worker is a script.
    let this = match file == js_string!("[worker eval]") {
        true => context.global_object().into(),
        false => exports.clone(),
    };
    let arguments = [
        exports.clone(),
        require.into(),
        module.clone().into(),
        file.into(),
        folder.into(),
    ];
    function.call(&this, &arguments, context)?;
    Ok(())
}

/// The value of a JSON text.
///
/// # Errors
/// A `SyntaxError`.
pub fn parse_json(path: &str, text: &str, context: &mut Context) -> JsResult<JsValue> {
    let json = context.global_object().get(js_string!("JSON"), context)?;
    let parse = match json.as_object() {
        Some(json) => json.get(js_string!("parse"), context)?,
        None => JsValue::undefined(),
    };
    let parse = crate::globals::callable(&parse)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    parse
        .call(
            &JsValue::undefined(),
            &[JsString::from(text).into()],
            context,
        )
        .map_err(|error| {
            JsNativeError::syntax()
                .with_message(format!("{path}: {error}"))
                .into()
        })
}

/// The text of a file.
///
/// # Errors
/// `Cannot find module`, if there is none.
pub fn read(path: &str, context: &mut Context) -> JsResult<String> {
    match shared(context).read_module(path) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(_) => Err(failures::not_found(path, &[], context)),
    }
}

/// The `require` of a module.
fn require_of(path: &str, module: &JsObject, context: &mut Context) -> JsResult<JsFunction> {
    let realm = context.realm().clone();
    let captures = (JsString::from(path), module.clone());
    let require = NativeFunction::from_copy_closure_with_captures(require, captures.clone());
    let require = FunctionObjectBuilder::new(&realm, require)
        .name(js_string!("require"))
        .length(1)
        .build();
    let resolve = NativeFunction::from_copy_closure_with_captures(resolve, captures);
    let resolve = FunctionObjectBuilder::new(&realm, resolve)
        .name(js_string!("resolve"))
        .length(1)
        .build();
    let dress = hook(context, |hooks| hooks.dress_require.clone())?;
    let arguments = [
        require.into(),
        resolve.into(),
        JsString::from(path).into(),
        module.clone().into(),
    ];
    let dressed = dress.call(&JsValue::undefined(), &arguments, context)?;
    crate::globals::callable(&dressed)
}

type Captures = (JsString, JsObject);

fn name_argument(arguments: &[JsValue], context: &mut Context) -> JsResult<String> {
    let name = arguments.get_or_undefined(0);
    let (code, message) = match name.as_string() {
        Some(name) if !name.is_empty() => return Ok(name.to_std_string_lossy()),
        Some(_) => (
            js_string!("ERR_INVALID_ARG_VALUE"),
            "The argument 'id' must be a non-empty string. Received ''".to_owned(),
        ),
        None => {
            let options = crate::inspect::InspectOptions::default();
            let shown = crate::inspect::inspect(name, &options, context)?;
            let received = match name.is_null_or_undefined() || name.is_object() {
                true => shown,
                false => format!("type {} ({shown})", name.type_of()),
            };
            (
                js_string!("ERR_INVALID_ARG_TYPE"),
                format!("The \"id\" argument must be of type string. Received {received}"),
            )
        }
    };
    let error = JsNativeError::typ()
        .with_message(message)
        .into_opaque(context);
    error.set(js_string!("code"), code, true, context)?;
    Err(boa_engine::JsError::from_opaque(error.into()))
}

/// The name that was asked for, and what it means in the module `from`.
fn find(
    arguments: &[JsValue],
    from: &JsString,
    context: &mut Context,
) -> JsResult<(String, Resolved)> {
    let name = name_argument(arguments, context)?;
    if name.starts_with("node:") && shared(context).scenario.node.major() < 14 {
        return Err(failures::not_found(&name, &[], context));
    }
    let from = from.to_std_string_lossy();
    let resolved = commonjs(&shared(context), &name, &from);
    Ok((name, resolved))
}

fn require(
    _: &JsValue,
    arguments: &[JsValue],
    (from, module): &Captures,
    context: &mut Context,
) -> JsResult<JsValue> {
    let (name, resolved) = find(arguments, from, context)?;
    match resolved {
        Resolved::Builtin(id) => builtin(&id, context),
        Resolved::File(path)
            if super::kind::of_path(&shared(context), &path).0
                == loopscope_model::ModuleKind::EsModule =>
        {
            if !shared(context).features.requires_es_modules {
                return Err(failures::require_esm(&path, context));
            }
            interop::require_module(&path, &from.to_std_string_lossy(), context)
        }
        Resolved::File(path) => load(&path, How::Required(module), context),
        Resolved::Problem(problem) => Err(failures::of_package(problem, context)),
        Resolved::NotFound => missing(&name, &from.to_std_string_lossy(), context),
    }
}

/// A module that is not there: a package is refused with a word on why, a file gives Node's error.
fn missing(name: &str, from: &str, context: &mut Context) -> JsResult<JsValue> {
    if relative(name, from).is_none() {
        return Err(errors::refuse(
            context,
            Refusal {
                what: &format!("the package '{name}'"),
                hint: "use Node's own modules, or put the file into the scenario",
            },
        ));
    }
    Err(failures::not_found(name, &[from.to_owned()], context))
}

/// `(name, options)`: with `paths`, the name is looked for from these folders.
fn resolve(
    _: &JsValue,
    arguments: &[JsValue],
    (from, _): &Captures,
    context: &mut Context,
) -> JsResult<JsValue> {
    let name = name_argument(arguments, context)?;
    let mut from = vec![from.to_std_string_lossy()];
    if let Some(options) = arguments.get_or_undefined(1).as_object()
        && let Some(paths) = options.get(js_string!("paths"), context)?.as_object()
    {
        let paths = JsArray::from_object(paths)?;
        from.clear();
        for at in 0..paths.length(context)? {
            let folder = crate::globals::text_of(&paths.get(at, context)?);
            let cwd = shared(context).scenario.world.cwd.clone();
            from.push(normalize(&cwd, &folder) + "/noop.js");
        }
    }
    for from in &from {
        let resolved = commonjs(&shared(context), &name, from);
        match resolved {
            Resolved::Builtin(_) => return Ok(JsString::from(name.as_str()).into()),
            Resolved::File(path) => return Ok(JsString::from(path.as_str()).into()),
            Resolved::NotFound => {}
            Resolved::Problem(problem) => return Err(failures::of_package(problem, context)),
        }
    }
    let from = from.first().cloned().unwrap_or_default();
    missing(&name, &from, context)
}

/// What to use instead of a module that is not modelled.
fn instead_of(id: &str) -> &'static str {
    match id {
        "https" | "http2" | "tls" => "use http: nothing is encrypted here",
        "dgram" => "use net",
        "cluster" => "use worker_threads, or one process",
        "vm" => "use the constructor Function, or put the code into a file of the scenario",
        "v8" => "use structuredClone in place of serialize; the heap is not modelled",
        "inspector" | "inspector/promises" | "trace_events" | "diagnostics_channel" => {
            "leave it out: the recording shows every step"
        }
        "repl" | "tty" => "use readline on a stream",
        "domain" => "handle errors where they happen, or with process.on('uncaughtException')",
        "punycode" => "use URL",
        "constants" => "use os.constants or fs.constants",
        "wasi" => "use fs",
        "stream/web" | "stream/consumers" => "use stream",
        _ => "use a module that the documentation lists as modelled",
    }
}

/// The natives of this file.
pub const NATIVES: &[(&str, crate::globals::Native)] = &[("requireOf", require_from)];

/// `(path, module)`: the `require` that a module of this path has.
fn require_from(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let path = crate::globals::text_of(arguments.get_or_undefined(0));
    let module = arguments.get_or_undefined(1).as_object();
    let module = module.unwrap_or_else(|| JsObject::with_object_proto(context.intrinsics()));
    require_of(&path, &module, context).map(JsValue::from)
}

/// One of Node's own modules.
///
/// # Errors
/// The end of the process, if it is not modelled.
pub fn builtin(id: &str, context: &mut Context) -> JsResult<JsValue> {
    let major = shared(context).scenario.node.major();
    if !crate::surface::has_module(id, major) {
        return Err(failures::not_found(id, &[], context));
    }
    let hook = shared(context)
        .hooks
        .borrow()
        .as_ref()
        .map(|hooks| hooks.builtin_module.clone());
    let exports = match hook {
        Some(hook) => hook.call(&JsValue::undefined(), &[JsString::from(id).into()], context)?,
        None => JsValue::undefined(),
    };
    if exports.is_undefined() {
        return Err(errors::refuse(
            context,
            Refusal {
                what: &format!("the module '{id}'"),
                hint: instead_of(id),
            },
        ));
    }
    if let Some(object) = exports.as_object() {
        let first = shared(context)
            .modules
            .borrow_mut()
            .shaped
            .insert(id.to_owned());
        if first {
            crate::surface::apply_module(id, &object, context)?;
        }
    }
    Ok(exports)
}
