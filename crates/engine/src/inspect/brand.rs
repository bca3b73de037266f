//! What `util.types` and deep comparison ask: what an object is inside, whatever its prototype says.

use super::slots::{Brand, is_arguments, proxy_parts};
use boa_engine::object::builtins::JsProxy;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsArgs, JsResult, JsString, JsValue, js_string};

/// `(value)`: `Proxy`, `Arguments`, `Generator`, or the name of the class whose internal slots the object has; an empty
/// text for what is no object.
///
/// # Errors
/// What a `Symbol.toStringTag` accessor of an arguments object throws.
pub fn brand(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Some(object) = arguments.get_or_undefined(0).as_object() else {
        return Ok(js_string!("").into());
    };
    if JsProxy::from_object(object.clone()).is_ok() || proxy_parts(&object).is_some() {
        return Ok(js_string!("Proxy").into());
    }
    let has_callee = object
        .borrow()
        .properties()
        .get(&PropertyKey::from(js_string!("callee")))
        .is_some();
    let brand = Brand::of(&object);
    let name = if brand == Brand::Ordinary || brand.class_name() == "Object" {
        if has_callee && is_arguments(&object, context)? {
            "Arguments"
        } else if object.is::<boa_engine::builtins::generator::Generator>() {
            "Generator"
        } else {
            super::iterators::preview(&object).map_or("Object", |preview| {
                match preview.class_name() {
                    "Map" => "Map Iterator",
                    _ => "Set Iterator",
                }
            })
        }
    } else {
        brand.class_name()
    };
    Ok(JsString::from(name).into())
}
