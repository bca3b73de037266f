//! Any value to text: proxies, custom methods, circles, depth, and the order of the parts of an object.

use crate::shared::Shared;
use boa_engine::object::builtins::JsArray;
use boa_engine::property::PropertyKey;
use boa_engine::{JsNativeError, JsObject, JsResult, JsSymbol, JsValue, js_string};
use std::rc::Rc;

use super::Inspector;
use super::collections::Body;
use super::layout::{Align, Layout};
use super::names::Names;
use super::options::{Compact, Sorted};
use super::slots::{self, Brand};
use super::style::Style;

/// Objects inside objects before inspecting gives up as Node does when its stack is full. Node reaches some thousands. A level
/// takes 2.6 KiB of native stack in a debug build, so that this many fit in little more than a mebibyte.
pub(super) const MAX_NESTING: usize = 400;
/// What Node prints at one indentation before it stops opening objects.
const MAX_PRINTED: usize = 1 << 27;

/// What an object turned out to be.
pub(super) enum Described {
    /// The whole text: nothing to open.
    Whole(String),
    /// An object with something between its braces.
    Open(Frame),
}

/// The parts around the entries of an object.
pub(super) struct Frame {
    /// Text before the brace, such as that of a function with properties.
    pub base: String,
    /// The opening brace with its prefix.
    pub open: String,
    /// The closing brace.
    pub close: &'static str,
    /// Keys of the properties that follow the body.
    pub keys: Vec<PropertyKey>,
    /// What comes before the properties.
    pub body: Body,
    /// True for arrays: entries may be grouped in columns.
    pub is_list: bool,
}

impl Frame {
    /// A frame in curly braces with a prefix.
    pub(super) fn braces(prefix: &str, keys: Vec<PropertyKey>, body: Body) -> Self {
        let open = format!("{prefix}{{");
        Self {
            base: String::new(),
            open,
            close: "}",
            keys,
            body,
            is_list: false,
        }
    }
}

impl Inspector<'_> {
    /// The text of any value. `level` counts the objects around it; `in_view` says that it is the buffer of a typed array.
    pub(super) fn format_value(
        &mut self,
        value: &JsValue,
        level: i64,
        in_view: bool,
    ) -> JsResult<String> {
        let Some(object) = value.as_object() else {
            return self.format_primitive(value);
        };
        if self.nesting >= MAX_NESTING {
            self.overflowed = true;
            return Err(JsNativeError::range()
                .with_message("Maximum call stack size exceeded")
                .into());
        }
        self.nesting += 1;
        let text = self.format_object(&object, level, in_view);
        self.nesting -= 1;
        text
    }

    fn format_object(&mut self, context: &JsObject, level: i64, in_view: bool) -> JsResult<String> {
        let mut object = context.clone();
        let mut proxies = 0;
        while let Some(parts) = slots::proxy_parts(&object) {
            proxies += 1;
            let Some((target, handler)) = parts else {
                return Ok(self.paint("<Revoked Proxy>", Style::Special));
            };
            if self.options.show_proxy {
                return self.format_proxy(&target, &handler, level);
            }
            object = target;
        }
        if self.options.custom_inspect
            && let Some(text) = self.format_custom(context, &object, level)?
        {
            return Ok(text);
        }
        if self.seen.contains(&object) {
            let index = match self.circular.iter().position(|known| known == &object) {
                Some(index) => index + 1,
                None => {
                    self.circular.push(object);
                    self.circular.len()
                }
            };
            return Ok(self.paint(format!("[Circular *{index}]"), Style::Special));
        }
        let text = self.format_raw(&object, level, in_view)?;
        let shared = self.context.get_data::<Rc<Shared>>();
        if shared.is_some_and(|shared| shared.features.marks_proxies) {
            return Ok(format!(
                "{}{text}{}",
                "Proxy(".repeat(proxies),
                ")".repeat(proxies)
            ));
        }
        Ok(text)
    }

    fn format_proxy(
        &mut self,
        target: &JsObject,
        handler: &JsObject,
        level: i64,
    ) -> JsResult<String> {
        if self.options.is_too_deep(level) {
            return Ok(self.paint("Proxy [Array]", Style::Special));
        }
        let entries = self.indented(2, |this| {
            Ok(vec![
                this.format_value(&target.clone().into(), level + 1, false)?,
                this.format_value(&handler.clone().into(), level + 1, false)?,
            ])
        })?;
        let layout = self.layout(level + 1);
        Ok(layout.join(entries, "", ("Proxy [", "]"), Some(Align::Right)))
    }

    /// An object as Node sees it without custom methods: names, kind, entries, properties, layout.
    fn format_raw(&mut self, object: &JsObject, level: i64, in_view: bool) -> JsResult<String> {
        let mut inherited = Vec::new();
        let wants_inherited = self.options.show_hidden && !self.options.is_too_deep(level);
        let names = self.names(object, level, wants_inherited.then_some(&mut inherited))?;
        let brand = Brand::of(object);
        let mut frame =
            match self.describe(object, brand, &names, level, in_view, inherited.is_empty())? {
                Described::Whole(text) => return Ok(text),
                Described::Open(frame) => frame,
            };
        if self.options.is_too_deep(level) {
            let prefix = names.ordinary_prefix(brand);
            let name = prefix.trim_end_matches(' ');
            let text = match names.constructor {
                Some(_) => format!("[{name}]"),
                None => name.to_owned(),
            };
            return Ok(self.paint(text, Style::Special));
        }
        self.seen.push(object.clone());
        self.current_level = level + 1;
        let indentation = self.indentation;
        let extras = frame.keys.len();
        let entries = self.entries(object, &mut frame, level + 1);
        self.seen.pop();
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(_) if self.overflowed => {
                self.overflowed = false;
                self.indentation = indentation;
                let prefix = names.ordinary_prefix(brand);
                let text = format!(
                    "[{}: Inspection interrupted prematurely. Maximum call stack size exceeded.]",
                    prefix.trim_end_matches(' ')
                );
                return Ok(self.paint(text, Style::Special));
            }
            Err(error) => return Err(error),
        };
        entries.extend(inherited);
        if let Some(index) = self.circular.iter().position(|known| known == object) {
            let reference = self.paint(format!("<ref *{}>", index + 1), Style::Special);
            if self.options.compact == Compact::Always {
                frame.open = format!("{reference} {}", frame.open);
            } else if frame.base.is_empty() {
                frame.base = reference;
            } else {
                frame.base = format!("{reference} {}", frame.base);
            }
        }
        self.sort(&mut entries, frame.is_list.then_some(extras))?;
        let align = if frame.is_list {
            Some(self.align(object, entries.len())?)
        } else {
            None
        };
        let braces = (frame.open.as_str(), frame.close);
        let text = self
            .layout(level + 1)
            .join(entries, &frame.base, braces, align);
        let printed = self.printed.entry(self.indentation).or_default();
        *printed += text.len();
        if *printed > MAX_PRINTED {
            self.options.depth = Some(-1);
        }
        Ok(text)
    }

    fn entries(
        &mut self,
        object: &JsObject,
        frame: &mut Frame,
        level: i64,
    ) -> JsResult<Vec<String>> {
        let mut entries = self.body(object, frame, level)?;
        for key in std::mem::take(&mut frame.keys) {
            entries.push(if frame.is_list {
                self.format_array_extra(object, &key, level)?
            } else {
                self.format_property(object, &key, level)?
            });
        }
        Ok(entries)
    }

    /// Applies the option `sorted`: to all entries, or to the last `extras` of them, the properties of a list.
    fn sort(&mut self, entries: &mut [String], extras: Option<usize>) -> JsResult<()> {
        let start = extras.map_or(0, |extras| entries.len().saturating_sub(extras));
        let part = &mut entries[start..];
        match &self.options.sorted {
            Sorted::No => {}
            Sorted::Yes => part.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16())),
            Sorted::By(compare) => {
                let compare = compare.clone();
                let texts = part.iter().map(|text| js_string!(text.as_str()).into());
                let texts: Vec<JsValue> = texts.collect();
                let array = JsArray::from_iter(texts, self.context);
                array.sort(Some(compare), self.context)?;
                for (i, text) in part.iter_mut().enumerate() {
                    *text = slots::to_text(&array.get(i, self.context)?, self.context)?;
                }
            }
        }
        Ok(())
    }

    /// Columns of numbers are aligned to the right; one other element turns them all.
    fn align(&mut self, list: &JsObject, entries: usize) -> JsResult<Align> {
        for i in 0..entries {
            let value = list.get(i, self.context)?;
            if !value.is_number() && !value.is_bigint() {
                return Ok(Align::Left);
            }
        }
        Ok(Align::Right)
    }

    pub(super) fn layout(&self, level: i64) -> Layout {
        Layout {
            indentation: self.indentation,
            break_length: self.options.break_length as usize,
            compact: self.options.compact,
            colors: self.options.colors,
            max_array_length: self.options.max_array_length.unwrap_or(usize::MAX),
            levels_below: self.current_level - level,
        }
    }

    /// Finds out what kind of object this is. `is_bare` says that no inherited property will follow.
    fn describe(
        &mut self,
        object: &JsObject,
        brand: Brand,
        names: &Names,
        level: i64,
        in_view: bool,
        is_bare: bool,
    ) -> JsResult<Described> {
        let is_iterable = names.constructor.is_none()
            || object.has_property(JsSymbol::iterator(), self.context)?;
        if is_iterable
            && let Some(described) = self.describe_iterable(object, brand, names, is_bare)?
        {
            return Ok(described);
        }
        let keys = self.keys(object)?;
        let is_bare = is_bare && keys.is_empty();
        if names.is("Object") && brand != Brand::Function {
            let prefix = if slots::is_arguments(object, self.context)? {
                "[Arguments] ".to_owned()
            } else if !names.tag.is_empty() {
                names.prefix("Object", "")
            } else {
                String::new()
            };
            return Ok(if is_bare {
                Described::Whole(format!("{prefix}{{}}"))
            } else {
                Described::Open(Frame::braces(&prefix, keys, Body::None))
            });
        }
        self.describe_other(object, brand, names, keys, level, in_view, is_bare)
    }
}
