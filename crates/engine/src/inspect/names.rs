//! What stands before the brace: constructor names, `Symbol.toStringTag`, prefixes such as `Foo(2) [Bar] `.

use boa_engine::{JsObject, JsResult, JsSymbol, JsValue, js_string};

use super::objects::MAX_NESTING;
use super::options::InspectOptions;
use super::slots::{self, Brand};
use super::{Inspector, strings};

/// Names of the global constructors of Node 20's engine: prototypes of these count as built in.
const BUILT_IN: &[&str] = &[
    "AggregateError",
    "Array",
    "ArrayBuffer",
    "Atomics",
    "BigInt",
    "BigInt64Array",
    "BigUint64Array",
    "Boolean",
    "DataView",
    "Date",
    "Error",
    "EvalError",
    "FinalizationRegistry",
    "Float32Array",
    "Float64Array",
    "Function",
    "Infinity",
    "Int16Array",
    "Int32Array",
    "Int8Array",
    "Intl",
    "JSON",
    "Map",
    "Math",
    "NaN",
    "Number",
    "Object",
    "Promise",
    "Proxy",
    "RangeError",
    "ReferenceError",
    "Reflect",
    "RegExp",
    "Set",
    "SharedArrayBuffer",
    "String",
    "Symbol",
    "SyntaxError",
    "TypeError",
    "URIError",
    "Uint16Array",
    "Uint32Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "WeakMap",
    "WeakRef",
    "WeakSet",
    "WebAssembly",
];

/// True for the name of a global constructor of the language.
pub(super) fn is_built_in(name: &str) -> bool {
    BUILT_IN.contains(&name)
}

/// The two names of an object.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// The constructor's name; `None` for a null prototype.
    pub constructor: Option<String>,
    /// `Symbol.toStringTag`; empty when there is none, or when it is listed as a property anyway.
    pub tag: String,
    /// `Symbol.toStringTag` where it is listed: V8 calls an object without a constructor so.
    listed_tag: String,
}

impl Names {
    /// Names with a tag that is, or is not, listed as a property.
    pub(super) fn new(constructor: Option<String>, tag: String, is_listed: bool) -> Self {
        let (tag, listed_tag) = if is_listed {
            (String::new(), tag)
        } else {
            (tag, String::new())
        };
        Self {
            constructor,
            tag,
            listed_tag,
        }
    }

    /// `Foo(2) [Tag] ` with the trailing space; `fallback` names the built-in class of objects with a null prototype.
    pub(super) fn prefix(&self, fallback: &str, size: &str) -> String {
        let tag = &self.tag;
        match &self.constructor {
            None if !tag.is_empty() && fallback != tag => {
                format!("[{fallback}{size}: null prototype] [{tag}] ")
            }
            None => format!("[{fallback}{size}: null prototype] "),
            Some(name) if !tag.is_empty() && name != tag => format!("{name}{size} [{tag}] "),
            Some(name) => format!("{name}{size} "),
        }
    }

    /// The prefix of an object that is shown as an ordinary one, or not opened at all.
    pub(super) fn ordinary_prefix(&self, brand: Brand) -> String {
        let class = match brand {
            Brand::Ordinary if !self.listed_tag.is_empty() => &self.listed_tag,
            _ => brand.class_name(),
        };
        let fallback = if class == self.tag { "Object" } else { class };
        self.prefix(fallback, "")
    }

    /// True when the constructor has this name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.constructor.as_deref() == Some(name)
    }
}

impl Inspector<'_> {
    /// Constructor and tag of `object`. With `inherited` given (for `showHidden`), the properties of the program's own
    /// prototypes are added to it.
    pub(super) fn names(
        &mut self,
        object: &JsObject,
        level: i64,
        inherited: Option<&mut Vec<String>>,
    ) -> JsResult<Names> {
        let constructor = self.constructor_name(object, level, inherited)?;
        let tag = object.get(JsSymbol::to_string_tag(), self.context)?;
        let tag = tag
            .as_string()
            .map(|tag| tag.to_std_string_lossy())
            .unwrap_or_default();
        let key = JsSymbol::to_string_tag().into();
        // A tag that is one of the properties shown is not printed twice.
        let is_listed = !tag.is_empty()
            && if self.options.show_hidden {
                slots::own_property(object, &key, self.context)?.is_some()
            } else {
                slots::is_enumerable(object, &key, self.context)?
            };
        Ok(Names::new(constructor, tag, is_listed))
    }

    fn constructor_name(
        &mut self,
        object: &JsObject,
        level: i64,
        mut inherited: Option<&mut Vec<String>>,
    ) -> JsResult<Option<String>> {
        let mut first_prototype: Option<Option<JsObject>> = None;
        let mut link = Some(object.clone());
        while let Some(current) = link {
            let is_first = matches!(&first_prototype, Some(Some(first)) if first == &current);
            if let Some(name) = self.name_at(object, &current)? {
                if let Some(output) = inherited.as_deref_mut()
                    && (!is_first || !is_built_in(&name))
                {
                    let from = first_prototype
                        .clone()
                        .flatten()
                        .unwrap_or_else(|| object.clone());
                    self.inherited_properties(object, from, level, output)?;
                }
                return Ok(Some(name));
            }
            link = slots::prototype_of(&current);
            first_prototype.get_or_insert_with(|| link.clone());
        }
        let Some(Some(first)) = first_prototype else {
            return Ok(None);
        };
        // The prototypes end without a constructor: `Object <[Object: null prototype] {}>`.
        let class = Brand::of(object).class_name();
        if self.options.is_too_deep(level) || level > MAX_NESTING as i64 {
            return Ok(Some(format!("{class} <Complex prototype>")));
        }
        let description = match self.constructor_name(&first, level + 1, inherited)? {
            Some(name) => name,
            None => {
                let options = InspectOptions {
                    custom_inspect: false,
                    depth: Some(-1),
                    ..self.options.clone()
                };
                Inspector::new(options, self.context).format_value(&first.into(), 0, false)?
            }
        };
        Ok(Some(format!("{class} <{description}>")))
    }

    /// The name that `link`, a link of the prototype chain of `object`, gives to it by its `constructor`.
    fn name_at(&mut self, object: &JsObject, link: &JsObject) -> JsResult<Option<String>> {
        let constructors = self.context.intrinsics().constructors();
        // These two are known whatever a program does to their `constructor`.
        for (prototype, name) in [
            (constructors.object().prototype(), "Object"),
            (constructors.function().prototype(), "Function"),
        ] {
            if link == &prototype && object != link {
                return Ok(Some(name.to_owned()));
            }
        }
        let key = js_string!("constructor").into();
        let descriptor = slots::own_property(link, &key, self.context)?;
        let Some(constructor) = descriptor
            .and_then(|d| d.value().cloned())
            .and_then(|value| value.as_callable())
        else {
            return Ok(None);
        };
        let name = constructor.get(js_string!("name"), self.context)?;
        if name.as_string().is_some_and(|name| name.is_empty()) {
            return Ok(None);
        }
        let instance = JsValue::from(object.clone());
        // A constructor may have a `Symbol.hasInstance` that throws.
        if !instance
            .instance_of(&constructor.into(), self.context)
            .unwrap_or(false)
        {
            return Ok(None);
        }
        Ok(Some(slots::to_text(&name, self.context)?))
    }

    /// Adds the properties of up to three prototypes that the program made, methods aside.
    fn inherited_properties(
        &mut self,
        object: &JsObject,
        from: JsObject,
        level: i64,
        output: &mut Vec<String>,
    ) -> JsResult<()> {
        let mut link = from;
        let mut shown = Vec::new();
        for layer in 0..3 {
            if layer != 0 || &link == object {
                let Some(next) = slots::prototype_of(&link) else {
                    return Ok(());
                };
                link = next;
                let key = js_string!("constructor").into();
                let descriptor = slots::own_property(&link, &key, self.context)?;
                if let Some(constructor) = descriptor
                    .and_then(|d| d.value().cloned())
                    .and_then(|v| v.as_callable())
                {
                    let name = constructor.get(js_string!("name"), self.context)?;
                    if name
                        .as_string()
                        .is_some_and(|n| is_built_in(&n.to_std_string_lossy()))
                    {
                        return Ok(());
                    }
                }
            }
            let keys = link.own_property_keys(self.context)?;
            self.seen.push(object.clone());
            for key in &keys {
                let is_hidden = slots::is_named(key, "constructor")
                    || object.has_own_property(key.clone(), self.context)?
                    || (layer != 0 && shown.contains(key));
                if is_hidden {
                    continue;
                }
                let Some(descriptor) = slots::own_property(&link, key, self.context)? else {
                    continue;
                };
                if descriptor.value().is_some_and(JsValue::is_callable) {
                    continue;
                }
                output.push(self.format_descriptor(&descriptor, key, object, level)?);
            }
            self.seen.pop();
            shown.extend(keys);
        }
        Ok(())
    }
}

/// The display of an entry count: `(2)`.
pub(super) fn size(count: usize) -> String {
    format!("({count})")
}

/// The note for the entries that `maxArrayLength` hides.
pub(super) fn more_items(count: usize) -> String {
    format!("... {}", strings::more(count, "item"))
}
