//! The entries of arrays, Maps, Sets, iterators, buffers, promises and module namespaces.

use boa_engine::builtins::array_buffer::{ArrayBuffer, SharedArrayBuffer};
use boa_engine::builtins::map::ordered_map::OrderedMap;
use boa_engine::builtins::promise::PromiseState;
use boa_engine::builtins::set::ordered_set::OrderedSet;
use boa_engine::object::builtins::{JsPromise, JsSharedArrayBuffer};
use boa_engine::property::{PropertyDescriptor, PropertyKey};
use boa_engine::{JsObject, JsResult, JsString, JsValue};

use super::Inspector;
use super::iterators::Preview;
use super::layout::Align;
use super::names::more_items;
use super::objects::Frame;
use super::options::{Compact, InspectOptions};
use super::strings::more;
use super::style::Style;

/// Bytes that `<Buffer …>` shows: `buffer.INSPECT_MAX_BYTES`.
const BUFFER_MAX_BYTES: usize = 50;

/// What stands before the properties of an object.
pub(super) enum Body {
    None,
    Array {
        length: usize,
    },
    TypedArray {
        length: usize,
    },
    Set(Vec<JsValue>),
    Map(Vec<(JsValue, JsValue)>),
    Iterator(Preview),
    ArrayBuffer,
    /// A function's keys up to `name`, and then what V8 hides in functions.
    Function(Vec<PropertyKey>),
    Promise,
    /// A weak collection.
    Weak,
    /// A module namespace with its exports.
    Module(Vec<PropertyKey>),
}

/// The members of a Set, in order.
pub(super) fn set_members(set: &JsObject) -> Vec<JsValue> {
    let set = set.downcast_ref::<OrderedSet>();
    set.map(|set| set.iter().cloned().collect())
        .unwrap_or_default()
}

/// The entries of a Map, in order.
pub(super) fn map_pairs(map: &JsObject) -> Vec<(JsValue, JsValue)> {
    let map = map.downcast_ref::<OrderedMap<JsValue>>();
    map.map(|map| map.iter().map(|(k, v)| (k.clone(), v.clone())).collect())
        .unwrap_or_default()
}

impl Inspector<'_> {
    /// The entries that the body of `frame` stands for.
    pub(super) fn body(
        &mut self,
        object: &JsObject,
        frame: &mut Frame,
        level: i64,
    ) -> JsResult<Vec<String>> {
        match std::mem::replace(&mut frame.body, Body::None) {
            Body::None => Ok(Vec::new()),
            Body::Array { length } => self.array(object, length, level),
            Body::TypedArray { length } => self.typed_array(object, length, level),
            Body::Set(members) => self.members(&members, level),
            Body::Map(pairs) => self.limited(&pairs, |this, (key, value)| {
                let key = this.format_value(key, level, false)?;
                Ok(format!(
                    "{key} => {}",
                    this.format_value(value, level, false)?
                ))
            }),
            Body::Iterator(preview) if preview.is_entries => {
                self.limited(&preview.entries(), |this, (key, value)| {
                    let pair = vec![
                        this.format_value(key, level, false)?,
                        this.format_value(value, level, false)?,
                    ];
                    Ok(this
                        .layout(level)
                        .join(pair, "", ("[", "]"), Some(Align::Right)))
                })
            }
            Body::Iterator(preview) => self.members(&preview.members(), level),
            Body::ArrayBuffer => Ok(vec![self.array_buffer(object)]),
            Body::Function(keys) => self.function_slots(object, &keys, level),
            Body::Promise => self.promise(object, level),
            Body::Weak => Ok(vec![self.paint("<items unknown>", Style::Special)]),
            Body::Module(exports) => self.module(object, &exports, level),
        }
    }

    fn limit(&self) -> usize {
        self.options.max_array_length.unwrap_or(usize::MAX)
    }

    /// Formats as many items as the options allow, two columns in, and counts the others.
    fn limited<T>(
        &mut self,
        items: &[T],
        mut format: impl FnMut(&mut Self, &T) -> JsResult<String>,
    ) -> JsResult<Vec<String>> {
        let shown = items.len().min(self.limit());
        let mut entries = self.indented(2, |this| {
            items[..shown]
                .iter()
                .map(|item| format(this, item))
                .collect::<JsResult<Vec<_>>>()
        })?;
        if items.len() > shown {
            entries.push(more_items(items.len() - shown));
        }
        Ok(entries)
    }

    fn members(&mut self, members: &[JsValue], level: i64) -> JsResult<Vec<String>> {
        self.limited(members, |this, member| {
            this.format_value(member, level, false)
        })
    }

    fn array(&mut self, array: &JsObject, length: usize, level: i64) -> JsResult<Vec<String>> {
        let shown = length.min(self.limit());
        let mut entries = Vec::new();
        for index in 0..shown {
            if !array.has_own_property(index, self.context)? {
                return self.sparse_array(array, length, level, entries, index);
            }
            entries.push(self.format_element(array, &index.into(), level)?);
        }
        if length > shown {
            entries.push(more_items(length - shown));
        }
        Ok(entries)
    }

    /// The rest of an array from its first hole on: runs of holes count as one entry.
    fn sparse_array(
        &mut self,
        array: &JsObject,
        length: usize,
        level: i64,
        mut entries: Vec<String>,
        first_hole: usize,
    ) -> JsResult<Vec<String>> {
        let limit = self.limit().min(length);
        let mut index = first_hole;
        let keys = array.own_property_keys(self.context)?;
        for key in keys.into_iter().skip(first_hole) {
            let PropertyKey::Index(position) = key else {
                break;
            };
            let position = position.get() as usize;
            if entries.len() >= limit {
                break;
            }
            if position > index {
                entries.push(self.empty_items(position - index));
                index = position;
                if entries.len() >= limit {
                    break;
                }
            }
            entries.push(self.format_element(array, &position.into(), level)?);
            index += 1;
        }
        let remaining = length - index;
        if remaining > 0 {
            entries.push(if entries.len() < limit {
                self.empty_items(remaining)
            } else {
                more_items(remaining)
            });
        }
        Ok(entries)
    }

    fn empty_items(&self, count: usize) -> String {
        let plural = if count > 1 { "s" } else { "" };
        self.paint(format!("<{count} empty item{plural}>"), Style::Undefined)
    }

    fn typed_array(
        &mut self,
        array: &JsObject,
        length: usize,
        level: i64,
    ) -> JsResult<Vec<String>> {
        let shown = length.min(self.limit());
        let mut entries = Vec::with_capacity(shown);
        for index in 0..shown {
            let element = array.get(index, self.context)?;
            entries.push(self.format_primitive(&element)?);
        }
        if length > shown {
            entries.push(more_items(length - shown));
        }
        if self.options.show_hidden {
            for name in [
                "BYTES_PER_ELEMENT",
                "length",
                "byteLength",
                "byteOffset",
                "buffer",
            ] {
                let value = array.get(JsString::from(name), self.context)?;
                let text = self.indented(2, |this| this.format_value(&value, level, true))?;
                entries.push(format!("[{name}]: {text}"));
            }
        }
        Ok(entries)
    }

    fn array_buffer(&self, buffer: &JsObject) -> String {
        let bytes = if let Some(buffer) = buffer.downcast_ref::<ArrayBuffer>() {
            buffer.data().map(<[u8]>::to_vec)
        } else if buffer.is::<SharedArrayBuffer>() {
            JsSharedArrayBuffer::from_object(buffer.clone())
                .ok()
                .map(|shared| shared.to_vec())
        } else {
            None
        };
        let Some(bytes) = bytes else {
            return self.paint("(detached)", Style::Special);
        };
        let label = self.paint("[Uint8Contents]", Style::Special);
        format!("{label}: <{}>", hex(&bytes, self.limit()))
    }

    /// `<Buffer 61 62>`, as `Buffer.prototype`'s custom method prints it: for a Uint8Array whose constructor has that name.
    pub(super) fn format_buffer(
        &mut self,
        buffer: &JsObject,
        length: usize,
        keys: Vec<PropertyKey>,
    ) -> JsResult<String> {
        let shown = length.min(BUFFER_MAX_BYTES);
        let mut bytes = Vec::with_capacity(shown);
        for index in 0..shown {
            bytes.push(buffer.get(index, self.context)?.to_uint8(self.context)?);
        }
        let mut text = hex(&bytes, shown);
        if length > shown {
            text.push_str(&format!(" ... {}", more(length - shown, "byte")));
        }
        if !keys.is_empty() {
            let options = InspectOptions {
                break_length: u32::MAX,
                compact: Compact::Always,
                ..self.options.clone()
            };
            let mut inner = Inspector::new(options, self.context);
            let mut extras = Vec::new();
            for key in &keys {
                extras.push(inner.format_property(buffer, key, 1)?);
            }
            if length != 0 {
                text.push_str(", ");
            }
            text.push_str(&extras.join(", "));
        }
        Ok(format!("<Buffer {text}>"))
    }

    fn function_slots(
        &mut self,
        function: &JsObject,
        keys: &[PropertyKey],
        level: i64,
    ) -> JsResult<Vec<String>> {
        let mut entries = Vec::new();
        for key in keys {
            entries.push(self.format_property(function, key, level)?);
        }
        for name in ["arguments", "caller"] {
            entries.push(format!("[{name}]: {}", self.paint("null", Style::Null)));
        }
        Ok(entries)
    }

    fn promise(&mut self, promise: &JsObject, level: i64) -> JsResult<Vec<String>> {
        let state = JsPromise::from_object(promise.clone())?.state();
        let (label, value) = match state {
            PromiseState::Pending => return Ok(vec![self.paint("<pending>", Style::Special)]),
            PromiseState::Fulfilled(value) => (String::new(), value),
            PromiseState::Rejected(reason) => {
                (self.paint("<rejected>", Style::Special) + " ", reason)
            }
        };
        let text = self.indented(2, |this| this.format_value(&value, level, false))?;
        Ok(vec![label + &text])
    }

    fn module(
        &mut self,
        namespace: &JsObject,
        exports: &[PropertyKey],
        level: i64,
    ) -> JsResult<Vec<String>> {
        let mut entries = Vec::new();
        for key in exports {
            entries.push(match self.format_property(namespace, key, level) {
                Err(error) if !self.overflowed && error.as_engine().is_none() => {
                    // A binding that its module has not initialised yet.
                    let descriptor = PropertyDescriptor::builder().enumerable(true).build();
                    let value = self.paint("<uninitialized>", Style::Special);
                    format!("{}: {value}", self.format_key(key, &descriptor))
                }
                text => text?,
            });
        }
        Ok(entries)
    }
}

/// Bytes as two hex digits each, at most `limit` of them.
fn hex(bytes: &[u8], limit: usize) -> String {
    let shown = bytes.len().min(limit);
    let digits: Vec<String> = bytes[..shown]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut text = digits.join(" ");
    if bytes.len() > shown {
        text.push_str(&format!(" ... {}", more(bytes.len() - shown, "byte")));
    }
    text
}
