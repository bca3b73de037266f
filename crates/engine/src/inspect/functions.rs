//! `[Function: f]`, `[class A extends B]` and their kin.

use boa_engine::builtins::function::OrdinaryFunction;
use boa_engine::object::IntegrityLevel;
use boa_engine::{JsObject, JsResult, JsValue, js_string};

use super::Inspector;
use super::names::Names;
use super::slots::{self, to_text};

impl Inspector<'_> {
    /// The text of a function without its properties.
    pub(super) fn function_base(&mut self, function: &JsObject, names: &Names) -> JsResult<String> {
        if self.is_class(function)? {
            return self.class_base(function, names);
        }
        let kind = self.function_kind(function);
        let mut base = format!("[{kind}");
        if names.constructor.is_none() {
            base.push_str(" (null prototype)");
        }
        let name = function.get(js_string!("name"), self.context)?;
        if name.as_string().is_some_and(|name| name.is_empty()) {
            base.push_str(" (anonymous)");
        } else {
            base.push_str(&format!(": {}", to_text(&name, self.context)?));
        }
        base.push(']');
        if let Some(constructor) = &names.constructor
            && constructor != kind
        {
            base.push_str(&format!(" {constructor}"));
        }
        if !names.tag.is_empty() && !names.is(&names.tag) {
            base.push_str(&format!(" [{}]", names.tag));
        }
        Ok(base)
    }

    fn class_base(&mut self, class: &JsObject, names: &Names) -> JsResult<String> {
        let mut base = "class ".to_owned();
        let has_name = class.has_own_property(js_string!("name"), self.context)?;
        let name = if has_name {
            class.get(js_string!("name"), self.context)?
        } else {
            JsValue::undefined()
        };
        if name.to_boolean() {
            base.push_str(&to_text(&name, self.context)?);
        } else {
            base.push_str("(anonymous)");
        }
        if let Some(constructor) = &names.constructor
            && constructor != "Function"
        {
            base.push_str(&format!(" [{constructor}]"));
        }
        if !names.tag.is_empty() && !names.is(&names.tag) {
            base.push_str(&format!(" [{}]", names.tag));
        }
        if names.constructor.is_none() {
            base.push_str(" extends [null prototype]");
        } else if let Some(parent) = slots::prototype_of(class) {
            let parent = parent.get(js_string!("name"), self.context)?;
            if parent.to_boolean() {
                base.push_str(&format!(" extends {}", to_text(&parent, self.context)?));
            }
        }
        Ok(format!("[{base}]"))
    }

    /// True for a class. Node reads the source text, of which Boa keeps none for classes. What tells them apart is
    /// `prototype`: read-only for classes, writable for functions until somebody freezes them.
    fn is_class(&mut self, function: &JsObject) -> JsResult<bool> {
        if !function.is::<OrdinaryFunction>() {
            return Ok(false);
        }
        let key = js_string!("prototype").into();
        let prototype = slots::own_property(function, &key, self.context)?;
        if prototype.is_none_or(|prototype| prototype.writable() != Some(false)) {
            return Ok(false);
        }
        if !function.test_integrity_level(IntegrityLevel::Frozen, self.context)? {
            return Ok(true);
        }
        // Frozen: a plain function has its source text, which starts with `function` and is not native code.
        let prototype = self
            .context
            .intrinsics()
            .constructors()
            .function()
            .prototype();
        let to_string = prototype.get(js_string!("toString"), self.context)?;
        let Some(to_string) = to_string.as_callable() else {
            return Ok(true);
        };
        let source = to_string.call(&function.clone().into(), &[], self.context)?;
        let source = to_text(&source, self.context)?;
        Ok(!source.starts_with("function") || source.ends_with("{ [native code] }"))
    }

    /// `Function`, `AsyncFunction`, … Boa keeps the kind to itself; the prototype that the language gave the function stands in.
    pub(super) fn function_kind(&self, function: &JsObject) -> &'static str {
        let constructors = self.context.intrinsics().constructors();
        let kinds = [
            (constructors.async_function().prototype(), "AsyncFunction"),
            (
                constructors.generator_function().prototype(),
                "GeneratorFunction",
            ),
            (
                constructors.async_generator_function().prototype(),
                "AsyncGeneratorFunction",
            ),
        ];
        let mut link = function.prototype();
        while let Some(prototype) = link {
            if let Some((_, kind)) = kinds.iter().find(|(known, _)| known == &prototype) {
                return kind;
            }
            link = slots::prototype_of(&prototype);
        }
        "Function"
    }
}
