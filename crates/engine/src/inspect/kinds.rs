//! Which kind an object is: its brackets, its base text, and what is listed before its properties.

use boa_engine::builtins::typed_array::TypedArray;
use boa_engine::object::builtins::{JsArray, JsDate, JsTypedArray};
use boa_engine::property::PropertyKey;
use boa_engine::{JsObject, JsResult, JsString, js_string};

use super::collections::Body;
use super::names::{Names, size};
use super::objects::{Described, Frame};
use super::slots::{self, Brand, to_text};
use super::style::Style;
use super::{Inspector, collections, iterators};

impl Inspector<'_> {
    /// Arrays, Maps, Sets, typed arrays and the iterators of Maps and Sets; `None` for other objects.
    pub(super) fn describe_iterable(
        &mut self,
        object: &JsObject,
        brand: Brand,
        names: &Names,
        is_bare: bool,
    ) -> JsResult<Option<Described>> {
        let described = match brand {
            Brand::Array => {
                let array = JsArray::from_object(object.clone())?;
                let length = array.length(self.context)? as usize;
                let is_plain = names.is("Array") && names.tag.is_empty();
                let prefix = if is_plain {
                    String::new()
                } else {
                    names.prefix("Array", &size(length))
                };
                let keys = self.non_index_keys(object)?;
                if length == 0 && keys.is_empty() && is_bare {
                    Described::Whole(format!("{prefix}[]"))
                } else {
                    Described::Open(list(&prefix, keys, Body::Array { length }))
                }
            }
            Brand::Set => {
                let members = collections::set_members(object);
                let prefix = names.prefix("Set", &size(members.len()));
                self.describe_collection(
                    object,
                    &prefix,
                    members.is_empty() && is_bare,
                    Body::Set(members),
                )?
            }
            Brand::Map => {
                let pairs = collections::map_pairs(object);
                let prefix = names.prefix("Map", &size(pairs.len()));
                self.describe_collection(
                    object,
                    &prefix,
                    pairs.is_empty() && is_bare,
                    Body::Map(pairs),
                )?
            }
            Brand::TypedArray => {
                let keys = self.non_index_keys(object)?;
                let length = JsTypedArray::from_object(object.clone())?.length(self.context)?;
                let class = typed_array_class(object);
                if names.is("Buffer") && class == "Uint8Array" {
                    return self
                        .format_buffer(object, length, keys)
                        .map(Described::Whole)
                        .map(Some);
                }
                let prefix = names.prefix(class, &size(length));
                if length == 0 && keys.is_empty() && !self.options.show_hidden {
                    Described::Whole(format!("{prefix}[]"))
                } else {
                    Described::Open(list(&prefix, keys, Body::TypedArray { length }))
                }
            }
            _ => {
                let Some(preview) = iterators::preview(object) else {
                    return Ok(None);
                };
                let keys = self.keys(object)?;
                let class = preview.class_name();
                let mut tag = names.tag.clone();
                if tag != format!("{class} Iterator") {
                    if !tag.is_empty() {
                        tag.push_str("] [");
                    }
                    tag.push_str(&format!("{class} Iterator"));
                }
                if preview.is_entries
                    && let Some(start) = tag.strip_suffix("Iterator")
                {
                    tag = format!("{start}Entries");
                }
                let frame = Frame::braces(&format!("[{tag}] "), keys, Body::Iterator(preview));
                Described::Open(frame)
            }
        };
        Ok(Some(described))
    }

    fn describe_collection(
        &mut self,
        object: &JsObject,
        prefix: &str,
        is_empty: bool,
        body: Body,
    ) -> JsResult<Described> {
        let keys = self.keys(object)?;
        Ok(if is_empty && keys.is_empty() {
            Described::Whole(format!("{prefix}{{}}"))
        } else {
            Described::Open(Frame::braces(prefix, keys, body))
        })
    }

    /// Functions, dates, errors, buffers, promises, boxed primitives, and instances of classes.
    #[expect(
        clippy::too_many_arguments,
        reason = "each is a fact about one object, found just before"
    )]
    pub(super) fn describe_other(
        &mut self,
        object: &JsObject,
        brand: Brand,
        names: &Names,
        mut keys: Vec<PropertyKey>,
        level: i64,
        in_view: bool,
        is_bare: bool,
    ) -> JsResult<Described> {
        let too_deep = self.options.is_too_deep(level);
        let mut body = Body::None;
        let (base, style) = match brand {
            Brand::Function => {
                body = self.function_body(object, &mut keys)?;
                (self.function_base(object, names)?, Style::Special)
            }
            Brand::RegExp => {
                let text = self.regexp_text(object, names)?;
                let base = with_prefix(text, &names.prefix("RegExp", ""), "RegExp ");
                if too_deep {
                    return Ok(Described::Whole(self.paint(base, Style::RegExp)));
                }
                (base, Style::RegExp)
            }
            Brand::Date => {
                let date = JsDate::from_object(object.clone())?;
                let time = date.get_time(self.context)?.as_number().unwrap_or(f64::NAN);
                let text = if time.is_nan() {
                    "Invalid Date".to_owned()
                } else {
                    to_text(&date.to_iso_string(self.context)?, self.context)?
                };
                (
                    with_prefix(text, &names.prefix("Date", ""), "Date "),
                    Style::Date,
                )
            }
            _ if brand == Brand::Error || self.is_error_instance(object) => {
                let base = self.error_base(object, names, &mut keys)?;
                // An error's keys are only known now: `cause` and `errors` joined them, `name` and `stack` may have left.
                let is_bare = keys.is_empty() && (is_bare || !self.options.show_hidden);
                return Ok(if is_bare {
                    Described::Whole(base)
                } else {
                    Described::Open(Frame {
                        base,
                        ..Frame::braces("", keys, Body::None)
                    })
                });
            }
            Brand::ArrayBuffer | Brand::SharedArrayBuffer => {
                let prefix = names.prefix(brand.class_name(), "");
                if in_view && is_bare {
                    let length = object.get(js_string!("byteLength"), self.context)?;
                    let length = self.format_primitive(&length)?;
                    return Ok(Described::Whole(format!(
                        "{prefix}{{ byteLength: {length} }}"
                    )));
                }
                if !in_view {
                    body = Body::ArrayBuffer;
                }
                keys.insert(0, js_string!("byteLength").into());
                return Ok(Described::Open(Frame::braces(&prefix, keys, body)));
            }
            Brand::DataView => {
                let own = ["byteLength", "byteOffset", "buffer"];
                let own = own.map(|name| PropertyKey::from(JsString::from(name)));
                keys.splice(0..0, own);
                let prefix = names.prefix("DataView", "");
                return Ok(Described::Open(Frame::braces(&prefix, keys, body)));
            }
            Brand::Promise | Brand::WeakSet | Brand::WeakMap => {
                body = if brand == Brand::Promise {
                    Body::Promise
                } else {
                    Body::Weak
                };
                let prefix = names.prefix(brand.class_name(), "");
                return Ok(Described::Open(Frame::braces(&prefix, keys, body)));
            }
            Brand::Module => {
                let prefix = names.prefix("Module", "");
                return Ok(Described::Open(Frame::braces(
                    &prefix,
                    Vec::new(),
                    Body::Module(keys),
                )));
            }
            Brand::Number | Brand::String | Brand::Boolean | Brand::BigInt | Brand::Symbol => {
                let style = match brand {
                    Brand::Number => Style::Number,
                    Brand::Boolean => Style::Boolean,
                    Brand::BigInt => Style::BigInt,
                    Brand::Symbol => Style::Symbol,
                    _ => Style::String,
                };
                (self.boxed_base(object, brand, names, &mut keys)?, style)
            }
            _ => {
                let prefix = names.ordinary_prefix(brand);
                return Ok(if is_bare {
                    Described::Whole(format!("{prefix}{{}}"))
                } else {
                    Described::Open(Frame::braces(&prefix, keys, Body::None))
                });
            }
        };
        // A boxed string has lost its indices by now, so keys are asked again.
        if keys.is_empty() && (is_bare || brand == Brand::String) {
            return Ok(Described::Whole(self.paint(base, style)));
        }
        Ok(Described::Open(Frame {
            base,
            ..Frame::braces("", keys, body)
        }))
    }

    /// V8 gives sloppy functions `arguments` and `caller`, both null, after `name`; Boa keeps them on the prototype. They
    /// belong to what `%o` shows. (Boa does not tell strict functions apart: these show them too.)
    fn function_body(
        &mut self,
        function: &JsObject,
        keys: &mut Vec<PropertyKey>,
    ) -> JsResult<Body> {
        let key = js_string!("prototype").into();
        let prototype = slots::own_property(function, &key, self.context)?;
        let is_plain = prototype.is_some_and(|prototype| prototype.writable() == Some(true))
            && self.function_kind(function) == "Function";
        let name = keys.iter().position(|key| slots::is_named(key, "name"));
        Ok(match name {
            Some(name) if is_plain && self.options.show_hidden => {
                Body::Function(keys.drain(..=name).collect())
            }
            _ => Body::None,
        })
    }
}

fn list(prefix: &str, keys: Vec<PropertyKey>, body: Body) -> Frame {
    let open = format!("{prefix}[");
    Frame {
        base: String::new(),
        open,
        close: "]",
        keys,
        body,
        is_list: true,
    }
}

/// `text` after a prefix that says more than the usual one.
fn with_prefix(text: String, prefix: &str, usual: &str) -> String {
    if prefix == usual {
        text
    } else {
        format!("{prefix}{text}")
    }
}

/// The name of the class of a typed array.
fn typed_array_class(object: &JsObject) -> &'static str {
    use boa_engine::builtins::typed_array::TypedArrayKind as Kind;
    match object
        .downcast_ref::<TypedArray>()
        .map(|array| array.kind())
    {
        Some(Kind::Int8) => "Int8Array",
        Some(Kind::Uint8Clamped) => "Uint8ClampedArray",
        Some(Kind::Int16) => "Int16Array",
        Some(Kind::Uint16) => "Uint16Array",
        Some(Kind::Int32) => "Int32Array",
        Some(Kind::Uint32) => "Uint32Array",
        Some(Kind::BigInt64) => "BigInt64Array",
        Some(Kind::BigUint64) => "BigUint64Array",
        Some(Kind::Float32) => "Float32Array",
        Some(Kind::Float64) => "Float64Array",
        _ => "Uint8Array",
    }
}
