//! What `util.inspect` can be told: the options, their defaults, and the JavaScript object that carries them.

use boa_engine::object::builtins::JsFunction;
use boa_engine::property::PropertyKey;
use boa_engine::{Context, JsObject, JsResult, JsString, JsValue, js_string};

/// Options of `util.inspect`. [`InspectOptions::default`] is what Node 20's `console.log` uses, on a pipe as on a terminal
/// (a terminal only adds colours).
#[derive(Debug, Clone)]
pub struct InspectOptions {
    /// Levels of nested objects to open; `None` is `Infinity` (or `null`).
    pub depth: Option<i64>,
    /// Shows non-enumerable properties too.
    pub show_hidden: bool,
    /// Wraps values in ANSI colours.
    pub colors: bool,
    /// Calls `[Symbol.for('nodejs.util.inspect.custom')]` methods.
    pub custom_inspect: bool,
    /// Shows a proxy as `Proxy [ target, handler ]` instead of as its target.
    pub show_proxy: bool,
    /// Entries shown of an array, typed array, Map or Set; `None` is `Infinity`.
    pub max_array_length: Option<usize>,
    /// UTF-16 code units shown of a string; `None` is `Infinity`.
    pub max_string_length: Option<usize>,
    /// Columns; `u32::MAX` is `Infinity`.
    pub break_length: u32,
    /// How many inner levels may share a line.
    pub compact: Compact,
    /// The order of properties.
    pub sorted: Sorted,
    /// Which getters are run.
    pub getters: Getters,
    /// Separates thousands with `_`.
    pub numeric_separator: bool,
    /// The object a program passed, when it holds keys unknown to Node: custom inspect methods get them back.
    pub user_options: Option<JsObject>,
}

/// `compact` of [`InspectOptions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compact {
    /// `true`: as Node printed before version 12.
    Always,
    /// At most so many inner levels on one line; 0 is `false`.
    Levels(u32),
}

/// `sorted` of [`InspectOptions`].
#[derive(Debug, Clone)]
pub enum Sorted {
    /// `false`: the order of the properties themselves.
    No,
    /// `true`: by the printed text.
    Yes,
    /// By a compare function of the program's.
    By(JsFunction),
}

/// `getters` of [`InspectOptions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Getters {
    /// `false`: `[Getter]`.
    No,
    /// `true`: every getter is run.
    All,
    /// `'get'`: those without a setter.
    WithoutSetter,
    /// `'set'`: those with a setter.
    WithSetter,
}

impl Default for InspectOptions {
    fn default() -> Self {
        Self {
            depth: Some(2),
            show_hidden: false,
            colors: false,
            custom_inspect: true,
            show_proxy: false,
            max_array_length: Some(100),
            max_string_length: Some(10_000),
            break_length: 80,
            compact: Compact::Levels(3),
            sorted: Sorted::No,
            getters: Getters::No,
            numeric_separator: false,
            user_options: None,
        }
    }
}

impl InspectOptions {
    /// Reads the second argument of `util.inspect`: an options object, or a boolean for `showHidden`.
    ///
    /// # Errors
    /// Whatever a getter of the object throws.
    pub fn from_js(value: &JsValue, context: &mut Context) -> JsResult<Self> {
        let mut options = Self::default();
        options.read_js(value, context)?;
        Ok(options)
    }

    /// Overwrites the options that `value` names, as [`from_js`](Self::from_js) does.
    ///
    /// # Errors
    /// Whatever a getter of the object throws.
    pub fn read_js(&mut self, value: &JsValue, context: &mut Context) -> JsResult<()> {
        if let Some(hidden) = value.as_boolean() {
            self.show_hidden = hidden;
        }
        let Some(object) = value.as_object() else {
            return Ok(());
        };
        for key in object.own_property_keys(context)? {
            let PropertyKey::String(name) = &key else {
                continue;
            };
            let option = object.get(key.clone(), context)?;
            match name.to_std_string_lossy().as_str() {
                "depth" => self.depth = number(&option).map(|depth| depth as i64),
                "showHidden" => self.show_hidden = option.to_boolean(),
                "colors" => self.colors = option.to_boolean(),
                "customInspect" => self.custom_inspect = option.to_boolean(),
                "showProxy" => self.show_proxy = option.to_boolean(),
                "maxArrayLength" => self.max_array_length = count(&option),
                "maxStringLength" => self.max_string_length = count(&option),
                "breakLength" => {
                    self.break_length = number(&option).map_or(u32::MAX, |length| length as u32);
                }
                "compact" => {
                    self.compact = match option.as_boolean() {
                        Some(true) => Compact::Always,
                        Some(false) => Compact::Levels(0),
                        None => Compact::Levels(number(&option).map_or(0, |levels| levels as u32)),
                    }
                }
                "sorted" => {
                    self.sorted = match option.as_function() {
                        Some(compare) => Sorted::By(compare),
                        None if option.to_boolean() => Sorted::Yes,
                        None => Sorted::No,
                    }
                }
                "getters" => self.getters = getters(&option),
                "numericSeparator" => self.numeric_separator = option.to_boolean(),
                "stylize" => {}
                _ => self.user_options = Some(object.clone()),
            }
        }
        Ok(())
    }

    /// The object a custom inspect method gets as its second argument, with the function `stylize` in it.
    ///
    /// # Errors
    /// Whatever a getter of the program's own options throws.
    pub fn to_js(&self, stylize: JsFunction, context: &mut Context) -> JsResult<JsObject> {
        let object = JsObject::with_object_proto(context.intrinsics());
        let size = |limit: Option<usize>| limit.map_or(JsValue::from(f64::INFINITY), JsValue::from);
        let sorted = match &self.sorted {
            Sorted::No => JsValue::from(false),
            Sorted::Yes => JsValue::from(true),
            Sorted::By(compare) => JsValue::from(compare.clone()),
        };
        let getters = match self.getters {
            Getters::No => JsValue::from(false),
            Getters::All => JsValue::from(true),
            Getters::WithoutSetter => js_string!("get").into(),
            Getters::WithSetter => js_string!("set").into(),
        };
        let compact = match self.compact {
            Compact::Always => JsValue::from(true),
            Compact::Levels(0) => JsValue::from(false),
            Compact::Levels(levels) => JsValue::from(levels),
        };
        let depth = self
            .depth
            .map_or(JsValue::from(f64::INFINITY), |d| JsValue::from(d as f64));
        let break_length = match self.break_length {
            u32::MAX => JsValue::from(f64::INFINITY),
            length => JsValue::from(length),
        };
        let fields: [(&str, JsValue); 13] = [
            ("stylize", stylize.into()),
            ("showHidden", self.show_hidden.into()),
            ("depth", depth),
            ("colors", self.colors.into()),
            ("customInspect", self.custom_inspect.into()),
            ("showProxy", self.show_proxy.into()),
            ("maxArrayLength", size(self.max_array_length)),
            ("maxStringLength", size(self.max_string_length)),
            ("breakLength", break_length),
            ("compact", compact),
            ("sorted", sorted),
            ("getters", getters),
            ("numericSeparator", self.numeric_separator.into()),
        ];
        for (name, value) in fields {
            object.create_data_property_or_throw(JsString::from(name), value, context)?;
        }
        if let Some(user) = &self.user_options {
            object.copy_data_properties::<PropertyKey>(
                &JsValue::from(user.clone()),
                Vec::new(),
                context,
            )?;
        }
        Ok(object)
    }

    /// True when an object so many levels down is printed as `[Object]`.
    pub(super) fn is_too_deep(&self, level: i64) -> bool {
        self.depth.is_some_and(|depth| level > depth)
    }
}

/// A finite number, or `None` for `Infinity`, `null` and what is no number.
fn number(value: &JsValue) -> Option<f64> {
    value.as_number().filter(|number| number.is_finite())
}

fn count(value: &JsValue) -> Option<usize> {
    number(value).map(|length| length.max(0.0) as usize)
}

fn getters(value: &JsValue) -> Getters {
    match value.as_string() {
        Some(name) if name == js_string!("get") => Getters::WithoutSetter,
        Some(name) if name == js_string!("set") => Getters::WithSetter,
        Some(_) => Getters::No,
        None if value.as_boolean() == Some(true) => Getters::All,
        None => Getters::No,
    }
}
