//! Boxed primitives: `[Number: 1]`.

use boa_engine::property::PropertyKey;
use boa_engine::value::JsVariant;
use boa_engine::{JsBigInt, JsObject, JsResult, JsString, JsSymbol, JsValue};

use super::Inspector;
use super::names::Names;
use super::slots::Brand;

impl Inspector<'_> {
    /// The text of a boxed primitive. The indices of a string leave `keys`: they are its text.
    pub(super) fn boxed_base(
        &mut self,
        object: &JsObject,
        brand: Brand,
        names: &Names,
        keys: &mut Vec<PropertyKey>,
    ) -> JsResult<String> {
        let class = brand.class_name();
        let value = boxed_value(object);
        if let JsVariant::String(string) = value.variant() {
            keys.drain(..string.len().min(keys.len()));
        }
        let mut base = format!("[{class}");
        match &names.constructor {
            None => base.push_str(" (null prototype)"),
            Some(name) if name != class => base.push_str(&format!(" ({name})")),
            Some(_) => {}
        }
        let colors = std::mem::replace(&mut self.options.colors, false);
        let text = self.format_primitive(&value);
        self.options.colors = colors;
        base.push_str(&format!(": {}]", text?));
        if !names.tag.is_empty() && !names.is(&names.tag) {
            base.push_str(&format!(" [{}]", names.tag));
        }
        Ok(base)
    }
}

/// The primitive inside a boxed one.
fn boxed_value(object: &JsObject) -> JsValue {
    if let Some(number) = object.downcast_ref::<f64>() {
        JsValue::from(*number)
    } else if let Some(boolean) = object.downcast_ref::<bool>() {
        JsValue::from(*boolean)
    } else if let Some(bigint) = object.downcast_ref::<JsBigInt>() {
        JsValue::from(bigint.clone())
    } else if let Some(symbol) = object.downcast_ref::<JsSymbol>() {
        JsValue::from(symbol.clone())
    } else if let Some(string) = object.downcast_ref::<JsString>() {
        JsValue::from(string.clone())
    } else {
        JsValue::undefined()
    }
}
