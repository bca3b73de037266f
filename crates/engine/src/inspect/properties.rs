//! The properties of an object: which keys are shown, and `key: value` for each.

use crate::shared::Shared;
use boa_engine::module::ModuleNamespace;
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{JsObject, JsResult, JsValue, js_string};

use std::rc::Rc;

use super::options::{Compact, Getters};
use super::strings::{escape, is_plain_key, quote};
use super::style::Style;
use super::width::display_width;
use super::{Inspector, slots, style};

impl Inspector<'_> {
    /// The keys that are shown: enumerable names, then enumerable symbols; all of them with `showHidden`.
    pub(super) fn keys(&mut self, object: &JsObject) -> JsResult<Vec<PropertyKey>> {
        let all = object.own_property_keys(self.context)?;
        if self.options.show_hidden {
            return Ok(all);
        }
        if object.is::<ModuleNamespace>() {
            // Asking for a binding that is not initialised throws; exports are enumerable anyway.
            return Ok(all.into_iter().filter(|key| !is_symbol(key)).collect());
        }
        let mut keys = Vec::new();
        for key in all {
            if slots::is_enumerable(object, &key, self.context)? {
                keys.push(key);
            }
        }
        Ok(keys)
    }

    /// [`keys`](Self::keys) without array indices.
    pub(super) fn non_index_keys(&mut self, object: &JsObject) -> JsResult<Vec<PropertyKey>> {
        let mut keys = Vec::new();
        for key in object.own_property_keys(self.context)? {
            let is_index = matches!(key, PropertyKey::Index(_));
            if !is_index
                && (self.options.show_hidden || slots::is_enumerable(object, &key, self.context)?)
            {
                keys.push(key);
            }
        }
        Ok(keys)
    }

    /// `key: value` of an own property.
    pub(super) fn format_property(
        &mut self,
        object: &JsObject,
        key: &PropertyKey,
        level: i64,
    ) -> JsResult<String> {
        let descriptor = self.descriptor(object, key)?;
        self.format_descriptor(&descriptor, key, object, level)
    }

    /// The value of an array's element, without a key.
    pub(super) fn format_element(
        &mut self,
        array: &JsObject,
        key: &PropertyKey,
        level: i64,
    ) -> JsResult<String> {
        let descriptor = self.descriptor(array, key)?;
        self.format_slot(&descriptor, array, level, 2)
    }

    /// `key: value` of a property of an array, which is indented less than an object's with `compact: true`.
    pub(super) fn format_array_extra(
        &mut self,
        array: &JsObject,
        key: &PropertyKey,
        level: i64,
    ) -> JsResult<String> {
        let descriptor = self.descriptor(array, key)?;
        let value = self.format_slot(&descriptor, array, level, 2)?;
        Ok(format!("{}: {value}", self.format_key(key, &descriptor)))
    }

    /// `key: value` of a property found with this descriptor, on `receiver` or a prototype of it.
    pub(super) fn format_descriptor(
        &mut self,
        descriptor: &PropertyDescriptor,
        key: &PropertyKey,
        receiver: &JsObject,
        level: i64,
    ) -> JsResult<String> {
        let old_style = self.options.compact == Compact::Always;
        let indent = if old_style { 3 } else { 2 };
        let value = self.format_slot(descriptor, receiver, level, indent)?;
        let key = self.format_key(key, descriptor);
        let is_data = descriptor
            .value()
            .is_some_and(|value| !value.is_undefined());
        let gap =
            if old_style && is_data && self.width_of(&value) > self.options.break_length as usize {
                format!("\n{}", " ".repeat(self.indentation + indent))
            } else {
                " ".to_owned()
            };
        Ok(format!("{key}:{gap}{value}"))
    }

    fn width_of(&self, text: &str) -> usize {
        if self.options.colors {
            display_width(&style::strip(text))
        } else {
            display_width(text)
        }
    }

    /// The descriptor of a property that is shown; what has none (`byteLength` of a buffer) is read like a field,
    /// and an error's `stack` like a hidden one.
    fn descriptor(&mut self, object: &JsObject, key: &PropertyKey) -> JsResult<PropertyDescriptor> {
        if let Some(descriptor) = slots::own_property(object, key, self.context)? {
            return Ok(descriptor);
        }
        let value = object.get(key.clone(), self.context)?;
        let shared = self.context.get_data::<Rc<Shared>>();
        let in_brackets = shared.is_some_and(|shared| shared.features.brackets_of_buffers);
        let is_hidden = in_brackets || slots::is_named(key, "stack");
        Ok(PropertyDescriptor::builder()
            .value(value)
            .enumerable(!is_hidden)
            .build())
    }

    fn format_slot(
        &mut self,
        descriptor: &PropertyDescriptor,
        receiver: &JsObject,
        level: i64,
        indent: usize,
    ) -> JsResult<String> {
        let given = |value: Option<&JsValue>| value.filter(|value| !value.is_undefined()).cloned();
        if let Some(value) = given(descriptor.value()) {
            return self.indented(indent, |this| this.format_value(&value, level, false));
        }
        match (given(descriptor.get()), given(descriptor.set())) {
            (Some(getter), setter) => {
                self.format_getter(&getter, setter.is_some(), receiver, level)
            }
            (None, Some(_)) => Ok(self.paint("[Setter]", Style::Special)),
            (None, None) => Ok(self.paint("undefined", Style::Undefined)),
        }
    }

    fn format_getter(
        &mut self,
        getter: &JsValue,
        has_setter: bool,
        receiver: &JsObject,
        level: i64,
    ) -> JsResult<String> {
        let label = if has_setter {
            "Getter/Setter"
        } else {
            "Getter"
        };
        let runs = match self.options.getters {
            Getters::No => false,
            Getters::All => true,
            Getters::WithoutSetter => !has_setter,
            Getters::WithSetter => has_setter,
        };
        let Some(getter) = getter.as_callable().filter(|_| runs) else {
            return Ok(self.paint(format!("[{label}]"), Style::Special));
        };
        let text = self.indented(2, |this| {
            let value = getter.call(&receiver.clone().into(), &[], this.context)?;
            if value.is_object() {
                let label = this.paint(format!("[{label}]"), Style::Special);
                return Ok(format!(
                    "{label} {}",
                    this.format_value(&value, level, false)?
                ));
            }
            let value = this.format_primitive(&value)?;
            let open = this.paint(format!("[{label}:"), Style::Special);
            Ok(format!("{open} {value}{}", this.paint("]", Style::Special)))
        });
        match text {
            Err(error) if error.as_engine().is_none() => {
                let thrown = error.into_opaque(self.context)?;
                let message = match thrown.as_object() {
                    Some(thrown) => thrown.get(js_string!("message"), self.context)?,
                    None => JsValue::undefined(),
                };
                let message = slots::to_text(&message, self.context)?;
                let open = self.paint(format!("[{label}:"), Style::Special);
                let close = self.paint("]", Style::Special);
                Ok(format!("{open} <Inspection threw ({message})>{close}"))
            }
            text => text,
        }
    }

    /// A key as it stands before the colon.
    pub(super) fn format_key(&self, key: &PropertyKey, descriptor: &PropertyDescriptor) -> String {
        let units = match key {
            PropertyKey::Symbol(symbol) => {
                let text = escape(&symbol.descriptive_string().to_vec());
                let text = self.paint(text, Style::Symbol);
                // Since Node 24 only those that are not enumerable stand in brackets.
                let shared = self.context.get_data::<Rc<Shared>>();
                let plain = shared.is_some_and(|shared| shared.features.plain_symbol_keys)
                    && descriptor.enumerable() != Some(false);
                return if plain { text } else { format!("[{text}]") };
            }
            PropertyKey::String(name) => name.to_vec(),
            PropertyKey::Index(index) => index.get().to_string().encode_utf16().collect(),
        };
        if slots::is_named(key, "__proto__") {
            "['__proto__']".to_owned()
        } else if descriptor.enumerable() == Some(false) {
            format!("[{}]", escape(&units))
        } else if is_plain_key(&units) {
            String::from_utf16_lossy(&units)
        } else {
            self.paint(quote(&units), Style::String)
        }
    }
}

fn is_symbol(key: &PropertyKey) -> bool {
    matches!(key, PropertyKey::Symbol(_))
}
