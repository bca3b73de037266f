//! Between the sorts of modules: what stands for Node's own and for CommonJS modules where they are imported, and what
//! `require` gives for an ES module.

use super::esm::{Requested, find, load};
use super::require::{self, How, builtin, read};
use super::{failures, graph};
use crate::shared::{Shared, shared};
use boa_engine::builtins::promise::PromiseState;
use boa_engine::module::SyntheticModuleInitializer;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsError, JsObject, JsResult, JsString, JsValue, Module, js_string};
use loopscope_instrument::{Kind, Options, instrument};
use std::collections::BTreeSet;

/// A module of Node's own: its properties are named exports, the whole is the default export.
pub fn builtin_module(id: &str, context: &mut Context) -> JsResult<Module> {
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

/// What stands for a CommonJS module where it is imported: `module.exports` is the default export, and what its text
/// shows to be exported has names. It is evaluated when the importing module is.
pub fn commonjs_module(shared: &Shared, path: &str, context: &mut Context) -> JsResult<Module> {
    let text = read(path, context)?;
    let found = instrument(&text, &Options::new(Kind::CommonJs, path));
    let names: BTreeSet<String> = found
        .map(|found| found.facts.exported_names.into_iter().collect())
        .unwrap_or_default();
    let mut names: Vec<JsString> = names
        .iter()
        .filter(|name| *name != "default")
        .map(|name| JsString::from(name.as_str()))
        .collect();
    let whole = js_string!("module.exports");
    names.push(js_string!("default"));
    if shared.features.exports_module_exports {
        names.push(whole.clone());
    }
    let path = JsString::from(path);
    let initializer = SyntheticModuleInitializer::from_copy_closure_with_captures(
        |module, (names, path, whole): &(Vec<JsString>, JsString, JsString), context| {
            let exports = require::load(&path.to_std_string_lossy(), How::Imported, context)?;
            for name in names {
                let value = match exports.as_object() {
                    _ if *name == js_string!("default") || name == whole => exports.clone(),
                    Some(object) => object.get(name.clone(), context)?,
                    None => JsValue::undefined(),
                };
                module.set_export(name, value)?;
            }
            Ok(())
        },
        (names.clone(), path, whole),
    );
    Ok(Module::synthetic(&names, initializer, None, None, context))
}

/// `require` of an ES module (1.6): its namespace.
///
/// # Errors
/// What loading or evaluating it throws; `ERR_REQUIRE_ASYNC_MODULE`.
pub fn require_module(path: &str, from: &str, context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    if let Some(known) = shared.modules.borrow().required.get(path) {
        return Ok(known.clone());
    }
    let requested = Requested {
        specifier: path.to_owned(),
        kind: None,
    };
    let module = find(&shared, from, &requested, context)?;
    load(&module, &shared, context)?;
    if graph::awaits(&shared, path, &mut BTreeSet::new()) {
        let major = shared.scenario.node.major();
        return Err(failures::require_async(path, from, major, context));
    }
    module.link(context)?;
    let promise = module.evaluate(context)?;
    shared
        .modules
        .borrow_mut()
        .evaluations
        .insert(path.to_owned(), promise.clone().into());
    if let PromiseState::Rejected(error) = promise.state() {
        let object: JsObject = promise.into();
        let mut rejections = shared.rejections.borrow_mut();
        rejections
            .pending
            .retain(|(p, _)| !JsObject::equals(p, &object));
        return Err(JsError::from_opaque(error));
    }
    let namespace = module.namespace(context);
    let exports = for_require(&namespace, context)?;
    shared
        .modules
        .borrow_mut()
        .required
        .insert(path.to_owned(), exports.clone());
    Ok(exports)
}

/// What `require` gives for a namespace: the export `module.exports`, if there is one; with a default export the names
/// and `__esModule`.
fn for_require(namespace: &JsObject, context: &mut Context) -> JsResult<JsValue> {
    let whole = js_string!("module.exports");
    if namespace.has_property(whole.clone(), context)? {
        return namespace.get(whole, context);
    }
    let marker = js_string!("__esModule");
    if !namespace.has_property(js_string!("default"), context)?
        || namespace.has_property(marker.clone(), context)?
    {
        return Ok(namespace.clone().into());
    }
    let mut names = vec![marker];
    for key in namespace.own_property_keys(context)? {
        if let PropertyKey::String(name) = key {
            names.push(name);
        }
    }
    let initializer = SyntheticModuleInitializer::from_copy_closure_with_captures(
        |module, (names, namespace): &(Vec<JsString>, JsObject), context| {
            for name in names {
                let value = if *name == js_string!("__esModule") {
                    true.into()
                } else {
                    namespace.get(name.clone(), context)?
                };
                module.set_export(name, value)?;
            }
            Ok(())
        },
        (names.clone(), namespace.clone()),
    );
    let module = Module::synthetic(&names, initializer, None, None, context);
    let shared = shared(context);
    load(&module, &shared, context)?;
    module.link(context)?;
    module.evaluate(context)?;
    Ok(module.namespace(context).into())
}
