//! What a program can reach of the global object and of Node's modules, for the comparison with real Node.

use crate::disk::NoDisk;
use crate::globals::names::MODULES;
use crate::globals::{callable, text_of};
use crate::limits;
use crate::record::{build_context, finish, new_shared};
use crate::shared::shared;
use boa_engine::object::builtins::JsArray;
use boa_engine::{Context, JsArgs, JsObject, JsResult, JsString, JsValue, NativeFunction, Source};
use loopscope_model::{NodeVersion, Scenario};
use std::rc::Rc;

/// What the walker is called with: `host` in its text. A function of the model's that only refuses is known by its text.
const HOST: &str = r"(walk, listed, load, modules, refused) => walk({
    global: (0, eval)('this'),
    isRefused: (value) => typeof value === 'function' && (listed(value) ||
        /^[^{]*(\{\s*(return )?|=>\s*)binding\.refuse\(/.test(Function.prototype.toString.call(value))),
    isLazy: (path, name) => path === 'globalThis' && name !== '__proto__',
    withEmpty: true,
    modules,
    load,
    refused,
})";

/// What `walker`, a function expression, gives for the names of a version; `crates/engine/surface/walk.js` is one.
///
/// # Errors
/// What the walker throws.
pub fn walk(node: NodeVersion, walker: &str) -> Result<String, String> {
    let mut scenario = Scenario::of_program("");
    scenario.node = node;
    let state = Rc::new(new_shared(&scenario, Rc::new(NoDisk)));
    state.refused.borrow_mut().replace(Vec::new());
    limits::memory::begin(&state);
    let result = build_context(&state).and_then(|mut context| {
        let text = evaluate(walker, &mut context)?;
        Ok(text_of(&text))
    });
    finish(&state, &mut |_| {});
    result.map_err(|error| error.to_string())
}

fn evaluate(walker: &str, context: &mut Context) -> JsResult<JsValue> {
    let walk = context.eval(Source::from_bytes(walker))?;
    let host = context.eval(Source::from_bytes(HOST))?;
    let realm = context.realm().clone();
    let listed = NativeFunction::from_fn_ptr(is_listed).to_js_function(&realm);
    let refused = JsObject::with_null_proto();
    let load = NativeFunction::from_copy_closure_with_captures(load, refused.clone());
    let load = load.to_js_function(&realm);
    let major = shared(context).scenario.node.major();
    let with_scheme = super::with_scheme().filter(|id| super::has_module(&id[5..], major));
    let mut modules: Vec<&str> = MODULES.split_whitespace().chain(with_scheme).collect();
    modules.sort_unstable();
    let modules = modules.into_iter().map(|id| JsString::from(id).into());
    let modules = JsArray::from_iter(modules, context);
    callable(&host)?.call(
        &JsValue::undefined(),
        &[
            walk,
            listed.into(),
            load.into(),
            modules.into(),
            refused.into(),
        ],
        context,
    )
}

fn is_listed(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let asked = arguments.get_or_undefined(0).as_object();
    let shared = shared(context);
    let refused = shared.refused.borrow();
    let known = refused.iter().flatten();
    let is_known = asked.is_some_and(|asked| {
        let mut known = known;
        known.any(|one| JsObject::equals(one, &asked))
    });
    Ok(is_known.into())
}

/// `(id)`: what a module exports; undefined if the version has none of this name, `refused` if it is not modelled.
fn load(
    _: &JsValue,
    arguments: &[JsValue],
    refused: &JsObject,
    context: &mut Context,
) -> JsResult<JsValue> {
    let id = text_of(arguments.get_or_undefined(0)).replace("node:", "");
    let major = shared(context).scenario.node.major();
    if !super::has_module(&id, major) {
        return Ok(JsValue::undefined());
    }
    let hook = shared(context)
        .hooks
        .borrow()
        .as_ref()
        .map(|hooks| hooks.builtin_module.clone());
    let Some(hook) = hook else {
        return Ok(JsValue::undefined());
    };
    let name = JsString::from(id.as_str());
    let exports = hook.call(&JsValue::undefined(), &[name.into()], context)?;
    match exports.as_object() {
        Some(object) => {
            super::apply_module(&id, &object, context)?;
            Ok(exports)
        }
        None => Ok(refused.clone().into()),
    }
}
