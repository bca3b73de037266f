//! Node's globals: natives in Rust, bound for the JavaScript of the folder `node/`.

mod clone;
mod console;
mod errors;
mod intrinsics;
pub mod library;
mod message_ports;
pub mod names;
mod process;
mod promise;
mod scheduling;
mod sort;
pub mod text;
pub mod texts;

use crate::limits;
use crate::modules::{crypto, fs, handles, http, waits, work, zlib};
use crate::shared::{NodeHooks, shared};
use boa_engine::object::builtins::JsFunction;
use boa_engine::{
    Context, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction, Source,
    js_string,
};
use std::path::Path;

pub use intrinsics::Originals;

/// A native function.
pub type Native = fn(&JsValue, &[JsValue], &mut Context) -> JsResult<JsValue>;

/// Node's own JavaScript that every program needs, in the order in which it is evaluated. Each file is a function of
/// the natives and of an object that the files share. What not every program needs is in [`library`].
const FILES: [(&str, &str); 16] = [
    ("node:internal/errors", include_str!("../node/errors.js")),
    ("node:internal/codes", include_str!("../node/codes.js")),
    ("node:events", include_str!("../node/events.js")),
    ("node:internal/process", include_str!("../node/process.js")),
    (
        "node:internal/versions",
        include_str!("../node/versions.js"),
    ),
    (
        "node:internal/iteration",
        include_str!("../node/iteration.js"),
    ),
    (
        "node:internal/process_facts",
        include_str!("../node/process_facts.js"),
    ),
    ("node:timers", include_str!("../node/timers.js")),
    ("node:console", include_str!("../node/console.js")),
    ("node:buffer", include_str!("../node/buffer.js")),
    ("node:path", include_str!("../node/path.js")),
    (
        "node:internal/lazy_globals",
        include_str!("../node/lazy_globals.js"),
    ),
    ("node:internal/signals", include_str!("../node/signals.js")),
    (
        "node:internal/modules/cjs",
        include_str!("../node/commonjs.js"),
    ),
    ("node:internal/surface", include_str!("../node/surface.js")),
    ("node:internal/locale", include_str!("../node/locale.js")),
];

/// The function that a file of the Node layer is. The file has its own `globalThis`: Node 10 has none for programs.
///
/// # Errors
/// If the interpreter fails.
fn node_file(path: &str, text: &str, context: &mut Context) -> JsResult<JsValue> {
    let text = format!("(globalThis => {text})");
    let file = context.eval(Source::from_bytes(&text).with_path(Path::new(path)))?;
    let global = context.global_object();
    callable(&file)?.call(&JsValue::undefined(), &[global.into()], context)
}

/// Sets up the realm.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<()> {
    crate::inspect::install(context)?;
    intrinsics::install(context)?;
    promise::install(context)?;
    sort::install(context)?;
    limits::builtins::install(context)?;
    let binding = JsObject::with_object_proto(context.intrinsics());
    for natives in [
        scheduling::NATIVES,
        console::NATIVES,
        process::NATIVES,
        text::NATIVES,
        fs::NATIVES,
        crypto::NATIVES,
        work::NATIVES,
        zlib::NATIVES,
        handles::NATIVES,
        library::NATIVES,
        crate::modules::require::NATIVES,
        clone::NATIVES,
        message_ports::NATIVES,
        crate::async_context::NATIVES,
        crate::delegation::NATIVES,
        crate::messages::NATIVES,
        http::NATIVES,
        waits::NATIVES,
        crate::outside::stimuli::NATIVES,
        crate::outside::commands::NATIVES,
        crate::outside::threads::NATIVES,
        crate::outside::thread_output::NATIVES,
        crate::surface::rest::NATIVES,
    ] {
        for (name, native) in natives {
            let function = NativeFunction::from_fn_ptr(*native).to_js_function(context.realm());
            binding.set(JsString::from(*name), function, true, context)?;
        }
    }
    let lists = names::lists(context)?;
    binding.set(js_string!("names"), lists, true, context)?;
    let internal = JsObject::with_object_proto(context.intrinsics());
    for name in ["modules", "loaded"] {
        let empty = JsObject::with_null_proto();
        internal.set(JsString::from(name), empty, true, context)?;
    }
    let epoch = shared(context).scenario.world.epoch_ms as f64;
    internal.set(js_string!("epoch"), epoch, true, context)?;
    for (path, text) in FILES {
        let function = node_file(path, text, context)?;
        let function = callable(&function)?;
        function.call(
            &JsValue::undefined(),
            &[binding.clone().into(), internal.clone().into()],
            context,
        )?;
    }
    crate::surface::apply_globals(context)?;
    let hooks = internal.get(js_string!("hooks"), context)?;
    let hooks = hooks
        .as_object()
        .ok_or_else(|| JsNativeError::typ().with_message("the Node layer has no hooks"))?
        .clone();
    let mut hook = |name: &str| -> JsResult<JsFunction> {
        let value = hooks.get(JsString::from(name), context)?;
        callable(&value)
    };
    let hooks = NodeHooks {
        uncaught: hook("uncaught")?,
        unhandled_rejection: hook("unhandledRejection")?,
        rejection_handled: hook("rejectionHandled")?,
        listens: hook("listens")?,
        old_for_await: hook("oldForAwait")?,
        delegate: hook("delegate")?,
        hold: hook("hold")?,
        close: hook("close")?,
        before_exit: hook("beforeExit")?,
        exit: hook("exit")?,
        exit_code: hook("exitCode")?,
        builtin_module: hook("builtinModule")?,
        new_module: hook("newModule")?,
        required_again: hook("requiredAgain")?,
        module_done: hook("moduleDone")?,
        dress_require: hook("dressRequire")?,
        module_cache: hooks
            .get(js_string!("moduleCache"), context)?
            .as_object()
            .ok_or_else(|| JsNativeError::typ().with_message("the Node layer has no cache"))?
            .clone(),
    };
    shared(context).hooks.borrow_mut().replace(hooks);
    Ok(())
}

/// The value as a function.
///
/// # Errors
/// A `TypeError` if it is none.
pub fn callable(value: &JsValue) -> JsResult<JsFunction> {
    value
        .as_object()
        .and_then(|object| JsFunction::from_object(object.clone()))
        .ok_or_else(|| JsNativeError::typ().with_message("not a function").into())
}

/// A text argument; what is no string is an empty text.
pub fn text_of(value: &JsValue) -> String {
    value
        .as_string()
        .map(|s| s.to_std_string_lossy())
        .unwrap_or_default()
}
