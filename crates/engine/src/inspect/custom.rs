//! `[util.inspect.custom]` methods, and `inspect` as a function of the language, which they get as their last argument.

use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::property::Attribute;
use boa_engine::{
    Context, JsArgs, JsObject, JsResult, JsSymbol, JsValue, NativeFunction, js_string,
};

use super::options::InspectOptions;
use super::slots::to_text;
use super::strings::indent_lines;
use super::style::Style;
use super::{Inspector, inspect};

/// What inspecting needs of a context, kept from before the program could change it.
#[derive(Debug, Clone)]
pub(super) struct Captured {
    /// `Symbol.for('nodejs.util.inspect.custom')`.
    pub custom: JsSymbol,
    /// `JSON.stringify`.
    pub stringify: JsFunction,
    /// `util.inspect`.
    pub inspect: JsFunction,
}

impl Captured {
    /// Those of `context`, made at the first call.
    pub(super) fn of(context: &mut Context) -> JsResult<Self> {
        if let Some(captured) = context.get_data::<Self>() {
            return Ok(captured.clone());
        }
        let intrinsics = context.intrinsics();
        let symbol = intrinsics.constructors().symbol().constructor();
        let json = intrinsics.objects().json();
        let symbol_for = function(&symbol, js_string!("for").into(), context)?;
        let stringify = function(&json, js_string!("stringify").into(), context)?;
        let key = js_string!("nodejs.util.inspect.custom").into();
        let custom = symbol_for.call(&symbol.into(), &[key], context)?;
        let custom = custom.as_symbol().unwrap_or_else(JsSymbol::to_string_tag);
        let inspect = native(
            context,
            "inspect",
            2,
            NativeFunction::from_fn_ptr(inspect_from_js),
        );
        inspect.create_data_property_or_throw(js_string!("custom"), custom.clone(), context)?;
        let captured = Self {
            custom,
            stringify,
            inspect,
        };
        context.insert_data(captured.clone());
        Ok(captured)
    }
}

/// `util.inspect` as a value of the language, with its property `custom`: the same function at every call.
///
/// # Errors
/// When a program has replaced `Symbol.for` before the first call; [`install`](super::install) makes sure that it cannot.
pub fn inspect_function(context: &mut Context) -> JsResult<JsFunction> {
    Ok(Captured::of(context)?.inspect)
}

fn function(
    object: &JsObject,
    key: boa_engine::property::PropertyKey,
    context: &mut Context,
) -> JsResult<JsFunction> {
    let value = object.get(key, context)?;
    value.as_function().ok_or_else(|| {
        let error = boa_engine::JsNativeError::typ();
        error
            .with_message("Symbol.for and JSON.stringify must be functions")
            .into()
    })
}

/// A native function with a name.
pub(super) fn native(
    context: &Context,
    name: &str,
    length: usize,
    function: NativeFunction,
) -> JsFunction {
    FunctionObjectBuilder::new(context.realm(), function)
        .name(boa_engine::JsString::from(name))
        .length(length)
        .build()
}

/// `inspect(value[, options])` or, as in old programs, `inspect(value, showHidden, depth, colors)`.
fn inspect_from_js(_: &JsValue, args: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let mut options = InspectOptions::default();
    if let Some(depth) = args.get(2).filter(|depth| !depth.is_undefined()) {
        options.depth = depth
            .as_number()
            .filter(|d| d.is_finite())
            .map(|d| d as i64);
    }
    if let Some(colors) = args.get(3).filter(|colors| !colors.is_undefined()) {
        options.colors = colors.to_boolean();
    }
    options.read_js(args.get_or_undefined(1), context)?;
    let text = inspect(args.get_or_undefined(0), &options, context)?;
    Ok(js_string!(text.as_str()).into())
}

/// `stylize(text, style)` of the options that custom methods get.
fn stylize_function(context: &Context, colors: bool) -> JsFunction {
    let stylize = move |_: &JsValue, args: &[JsValue], context: &mut Context| {
        let text = args.get_or_undefined(0);
        let style = to_text(args.get_or_undefined(1), context)?;
        Ok(match Style::from_name(&style).filter(|_| colors) {
            Some(style) => js_string!(style.paint(&to_text(text, context)?).as_str()).into(),
            None => text.clone(),
        })
    };
    native(
        context,
        "stylize",
        2,
        NativeFunction::from_copy_closure(stylize),
    )
}

impl Inspector<'_> {
    /// The text that a custom method of `object` makes; `None` when there is none or it declines by returning `this`.
    /// `this` is the value as the program has it: the proxy, if `object` is the target of one.
    pub(super) fn format_custom(
        &mut self,
        this: &JsObject,
        object: &JsObject,
        level: i64,
    ) -> JsResult<Option<String>> {
        let captured = Captured::of(self.context)?;
        let method = object.get(captured.custom, self.context)?;
        let Some(method) = method.as_callable() else {
            return Ok(None);
        };
        if method == captured.inspect.clone().into() || self.is_prototype(object)? {
            return Ok(None);
        }
        let depth = match self.options.depth {
            Some(depth) => JsValue::from((depth - level) as f64),
            None => JsValue::from(f64::INFINITY),
        };
        let stylize = stylize_function(self.context, self.options.colors);
        let options = self.options.to_js(stylize, self.context)?;
        let arguments = [depth, options.into(), captured.inspect.into()];
        let value = method.call(&this.clone().into(), &arguments, self.context)?;
        if value.as_object().is_some_and(|value| &value == this) {
            return Ok(None);
        }
        if let Some(text) = value.as_string() {
            return Ok(Some(indent_lines(
                &text.to_std_string_lossy(),
                self.indentation,
            )));
        }
        self.format_value(&value, level, false).map(Some)
    }

    /// True for the `prototype` of its own constructor: a method there is meant for the instances.
    fn is_prototype(&mut self, object: &JsObject) -> JsResult<bool> {
        let constructor = object.get(js_string!("constructor"), self.context)?;
        let Some(constructor) = constructor.as_object() else {
            return Ok(false);
        };
        let prototype = constructor.get(js_string!("prototype"), self.context)?;
        Ok(prototype
            .as_object()
            .is_some_and(|prototype| &prototype == object))
    }
}

/// Attributes of a built-in method.
pub(super) const METHOD: Attribute = Attribute::WRITABLE.union(Attribute::CONFIGURABLE);
