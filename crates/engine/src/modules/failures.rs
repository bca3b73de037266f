//! Node's errors for modules that cannot be loaded.

use super::resolve::scheme;
use super::scope::Problem;
use crate::errors::{self, Refusal};
use crate::shared::shared;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsError, JsNativeError, JsString, JsValue, js_string};

/// An error with a `code`, as Node makes them.
pub fn coded(native: JsNativeError, code: &str, context: &mut Context) -> JsError {
    let error = native.into_opaque(context);
    match error.set(js_string!("code"), JsString::from(code), true, context) {
        Ok(_) => JsError::from_opaque(error.into()),
        Err(error) => error,
    }
}

/// What a `package.json` does not allow.
pub fn of_package(problem: Problem, context: &mut Context) -> JsError {
    let error = match problem.is_type_error {
        true => JsNativeError::typ(),
        false => JsNativeError::error(),
    };
    coded(error.with_message(problem.message), problem.code, context)
}

/// `ERR_MODULE_NOT_FOUND` for a file.
pub fn no_module(path: &str, from: &str, context: &mut Context) -> JsError {
    let message = format!("Cannot find module '{path}' imported from {from}");
    let error = JsNativeError::error().with_message(message);
    coded(error, "ERR_MODULE_NOT_FOUND", context)
}

/// `ERR_MODULE_NOT_FOUND` for a package.
pub fn no_package(name: &str, from: &str, context: &mut Context) -> JsError {
    let mut parts = name.splitn(3, '/');
    let first = parts.next().unwrap_or_default();
    let package = match (first.starts_with('@'), parts.next()) {
        (true, Some(second)) => format!("{first}/{second}"),
        _ => first.to_owned(),
    };
    let message = format!("Cannot find package '{package}' imported from {from}");
    let error = JsNativeError::error().with_message(message);
    coded(error, "ERR_MODULE_NOT_FOUND", context)
}

/// `ERR_UNSUPPORTED_ESM_URL_SCHEME`: a module from a place that Node loads none from. It loads some from `data:`, which
/// is not modelled.
pub fn no_scheme(name: &str, context: &mut Context) -> JsError {
    let scheme = scheme(name).unwrap_or_default();
    if scheme == "data" {
        return errors::refuse(
            context,
            Refusal {
                what: "a module whose text is in a data: URL",
                hint: "put its text into a file of the scenario",
            },
        );
    }
    let of_network = matches!(scheme, "http" | "https");
    let known = match shared(context).scenario.node.major() {
        22.. if of_network => "file and data",
        _ => "file, data, and node",
    };
    let message = format!(
        "Only URLs with a scheme in: {known} are supported by the default ESM loader. Received protocol \
         '{scheme}:'"
    );
    let error = JsNativeError::error().with_message(message);
    coded(error, "ERR_UNSUPPORTED_ESM_URL_SCHEME", context)
}

/// A JSON module without the attribute that says that it is one.
pub fn no_attribute(path: &str, major: u32, context: &mut Context) -> JsError {
    let (code, wanted) = if major >= 22 {
        ("ERR_IMPORT_ATTRIBUTE_MISSING", "\"type: json\"")
    } else {
        ("ERR_IMPORT_ASSERTION_TYPE_MISSING", "type \"json\"")
    };
    let message = format!("Module \"file://{path}\" needs an import attribute of {wanted}");
    coded(JsNativeError::typ().with_message(message), code, context)
}

/// `ERR_UNKNOWN_BUILTIN_MODULE`: `node:` and a name that Node has no module of.
pub fn no_builtin(name: &str, context: &mut Context) -> JsError {
    let message = format!("No such built-in module: {name}");
    let error = JsNativeError::error().with_message(message);
    coded(error, "ERR_UNKNOWN_BUILTIN_MODULE", context)
}

/// `ERR_REQUIRE_ESM`: a version whose `require` loads no ES modules.
pub fn require_esm(path: &str, context: &mut Context) -> JsError {
    let message = format!(
        "require() of ES Module {path} not supported.\nInstead change the require of {path} to a dynamic import() \
         which is available in all CommonJS modules."
    );
    let error = JsNativeError::error().with_message(message);
    coded(error, "ERR_REQUIRE_ESM", context)
}

/// `ERR_REQUIRE_ASYNC_MODULE`: the ES module or one that it imports has a top-level `await`.
pub fn require_async(path: &str, from: &str, major: u32, context: &mut Context) -> JsError {
    let mut message = "require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where \
                   the top-level await comes from, use --experimental-print-required-tla."
        .to_owned();
    message.push_str(&if major >= 24 {
        format!("\nRequired module: {path}\nRequire stack:\n- {from}")
    } else {
        format!("\n  From {from} \n  Requiring {path} ")
    });
    let error = JsNativeError::error().with_message(message);
    coded(error, "ERR_REQUIRE_ASYNC_MODULE", context)
}

/// Node's error for a module that `require` cannot find. `stack`: the files that required it.
pub fn not_found(name: &str, stack: &[String], context: &mut Context) -> JsError {
    let mut message = format!("Cannot find module '{name}'");
    if !stack.is_empty() {
        message.push_str("\nRequire stack:");
        for file in stack {
            message.push_str(&format!("\n- {file}"));
        }
    }
    let error = JsNativeError::error()
        .with_message(message)
        .into_opaque(context);
    let paths = stack
        .iter()
        .map(|file| JsValue::from(JsString::from(file.as_str())));
    let paths = JsArray::from_iter(paths, context);
    let code = js_string!("MODULE_NOT_FOUND");
    let set = error
        .set(js_string!("code"), code, true, context)
        .and_then(|_| error.set(js_string!("requireStack"), paths, true, context));
    match set {
        Ok(_) => JsError::from_opaque(error.into()),
        Err(error) => error,
    }
}
