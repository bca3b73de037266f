//! Probes at functions and in classes.

use loopscope_model::source::{FunctionKind, ProbeKind};
use oxc_ast::ast::*;
use oxc_ast_visit::VisitJs;
use oxc_ast_visit::walk_js;
use oxc_span::{GetSpan, Span as ByteSpan};
use oxc_syntax::scope::ScopeFlags;

use super::finally::Stage;
use super::for_of::Closing;
use super::labels::Labelled;
use super::{Probes, has_use_strict};
use crate::names::{CLASS, PREFIX};
use crate::trivia::skip_trivia;

/// What the walk must remember while it is in a function's body.
struct Outside {
    pattern_depth: u32,
    pattern_of: Option<String>,
    pending: Option<(u32, u32)>,
    completion: bool,
    strict: bool,
    closing: Closing,
    labelled: Vec<Labelled>,
    finallies: u32,
    stages: Vec<Stage>,
    loses_returns: bool,
}

impl<'s> Probes<'s> {
    fn leave_outside(&mut self) -> Outside {
        self.name = None;
        Outside {
            pattern_depth: std::mem::take(&mut self.pattern_depth),
            pattern_of: self.pattern_of.take(),
            pending: self.pending.take(),
            completion: std::mem::replace(&mut self.completion, false),
            strict: self.strict,
            closing: std::mem::take(&mut self.closing),
            labelled: std::mem::take(&mut self.labelled),
            finallies: std::mem::take(&mut self.finallies),
            stages: std::mem::take(&mut self.stages),
            loses_returns: std::mem::take(&mut self.loses_returns),
        }
    }

    fn back_outside(&mut self, outside: Outside) {
        self.pattern_depth = outside.pattern_depth;
        self.pattern_of = outside.pattern_of;
        self.pending = outside.pending;
        self.completion = outside.completion;
        self.strict = outside.strict;
        self.closing = outside.closing;
        self.labelled = outside.labelled;
        self.finallies = outside.finallies;
        self.stages = outside.stages;
        self.loses_returns = outside.loses_returns;
        self.around.pop();
    }

    /// A function with a body in braces. `text`: what `toString` gives of it.
    pub(super) fn function(&mut self, it: &Function<'_>, span: ByteSpan) {
        let name = match &it.id {
            Some(id) => id.name.to_string(),
            None => self.name.take().unwrap_or_default(),
        };
        let kind = function_kind(it.r#async, it.generator);
        self.enter_function(name, span, kind);
        let outside = self.leave_outside();
        self.parameters(&it.params);
        if let Some(body) = &it.body {
            self.redeclared(&it.params, body);
            self.function_body(body, span);
        }
        self.back_outside(outside);
    }

    fn parameters(&mut self, parameters: &FormalParameters<'_>) {
        let outer = self.parameter.take();
        self.visit_formal_parameters(parameters);
        self.parameter = outer;
    }

    fn function_body(&mut self, body: &FunctionBody<'_>, function: ByteSpan) {
        self.strict |= has_use_strict(&body.directives);
        self.loses_returns = self.loses_returns(body);
        self.reach(ProbeKind::Enter, function);
        let behind = !body.directives.is_empty();
        self.braced_list(&body.statements, body.span.end - 1, behind);
    }

    pub(super) fn arrow_function(&mut self, it: &ArrowFunctionExpression<'_>) {
        let name = self.name.take().unwrap_or_default();
        self.enter_function(name, it.span, function_kind(it.r#async, false));
        let outside = self.leave_outside();
        self.parameters(&it.params);
        match &it.body {
            ArrowFunctionBody::FunctionBody(body) => {
                self.redeclared(&it.params, body);
                self.function_body(body, it.span);
            }
            body => {
                let expression = body.to_expression();
                self.reach(ProbeKind::Enter, it.span);
                self.probed_expression(expression);
            }
        }
        self.back_outside(outside);
    }

    /// An expression that runs like a statement of its own: `(ǃp(1),x)`.
    fn probed_expression(&mut self, expression: &Expression<'_>) {
        let span = expression.span();
        self.reach(ProbeKind::Statement, span);
        self.edits.insert(span.start, "(");
        self.write_before_expression(span.start);
        self.visit_expression(expression);
        self.edits.insert(span.end, ")");
    }

    pub(super) fn class(&mut self, it: &Class<'_>) {
        let name = match &it.id {
            Some(id) => id.name.to_string(),
            None => self.name.take().unwrap_or_default(),
        };
        let strict = std::mem::replace(&mut self.strict, true);
        if let Some(heritage) = &it.heritage {
            self.visit_class_heritage(heritage);
        }
        self.mark_class(it);
        for element in &it.body.body {
            match element {
                ClassElement::MethodDefinition(method) => self.method(method, &name, it.span),
                ClassElement::PropertyDefinition(field) => self.field(field),
                ClassElement::StaticBlock(block) => self.static_block(block),
                other => walk_js::walk_class_element(self, other),
            }
        }
        self.strict = strict;
    }

    /// Tells the host which class this is, where no completion value can be observed: interpreters may take that of
    /// the static block for one.
    fn mark_class(&mut self, it: &Class<'_>) {
        if self.options.mark_classes && !self.completion {
            let source = self.options.source.0;
            let index = self.classes.len();
            let mark = format!("static{{{CLASS}({source},{index},this)}}");
            self.edits.insert(it.body.span.start + 1, &mark);
            self.classes.push((it.span.start, it.span.end));
        }
    }

    fn method(&mut self, it: &MethodDefinition<'_>, class_name: &str, class: ByteSpan) {
        self.visit_property_key(&it.key);
        let constructor = it.kind == MethodDefinitionKind::Constructor;
        self.name = if constructor {
            Some(class_name.to_owned())
        } else {
            method_name(&it.key, it.computed, it.kind)
        };
        let start = if it.r#static {
            skip_trivia(self.source, it.span.start + "static".len() as u32)
        } else {
            it.span.start
        };
        self.owner = Some(if constructor {
            format!("new {class_name}")
        } else {
            class_name.to_owned()
        });
        let index = self.functions.len();
        self.function(&it.value, ByteSpan::new(start, it.span.end));
        if constructor {
            self.texts[index] = (class.start, class.end);
        }
    }

    fn field(&mut self, it: &PropertyDefinition<'_>) {
        self.visit_property_key(&it.key);
        let Some(value) = &it.value else {
            return;
        };
        let name = key_name(&it.key, it.computed);
        let method = self.super_in_method(it, value, name.as_deref());
        if is_anonymous_function(value) {
            // It takes its name from the field, which parentheses around a comma would prevent.
            self.name = name;
            self.visit_expression(value);
            self.name = None;
        } else {
            let name = name.unwrap_or_default();
            self.enter_function(name, value.span(), FunctionKind::ClassInitializer);
            let outside = self.leave_outside();
            self.reach(ProbeKind::Enter, value.span());
            self.probed_expression(value);
            self.back_outside(outside);
        }
        if let Some(end) = method {
            self.edits.insert(value.span().end, &end);
        }
        self.end_statement(it.span);
    }

    /// `a = super.x` becomes `a =this.#ǃ3();#ǃ3(){return{"a":super.x}["a"]}`: a method knows its class where interpreters take
    /// the initialiser of a field for a static one. Writes the beginning, and gives the end.
    fn super_in_method(
        &mut self,
        it: &PropertyDefinition<'_>,
        value: &Expression<'_>,
        name: Option<&str>,
    ) -> Option<String> {
        let mut finds = FindsSuper(false);
        finds.visit_expression(value);
        if it.r#static || !self.options.repair || !finds.0 {
            return None;
        }
        let method = format!("#{PREFIX}{}", self.forgotten);
        self.forgotten += 1;
        let name = json_string(name.unwrap_or_default());
        let start = format!("this.{method}();{method}(){{return{{{name}:");
        self.edits.insert(value.span().start, &start);
        Some(format!("}}[{name}]}}"))
    }

    fn static_block(&mut self, it: &StaticBlock<'_>) {
        self.enter_function(String::new(), it.span, FunctionKind::ClassInitializer);
        let outside = self.leave_outside();
        self.reach(ProbeKind::Enter, it.span);
        self.braced_list(&it.body, it.span.end - 1, false);
        self.back_outside(outside);
    }

    pub(super) fn object_property(&mut self, it: &ObjectProperty<'_>) {
        self.visit_property_key(&it.key);
        match &it.value {
            Expression::FunctionExpression(function)
                if it.method || it.kind != PropertyKind::Init =>
            {
                let kind = match it.kind {
                    PropertyKind::Get => MethodDefinitionKind::Get,
                    PropertyKind::Set => MethodDefinitionKind::Set,
                    PropertyKind::Init => MethodDefinitionKind::Method,
                };
                self.name = method_name(&it.key, it.computed, kind);
                self.owner = self.name.is_some().then(|| "Object".to_owned());
                self.function(function, it.span);
            }
            value if it.shorthand => self.shorthand(it, value),
            _ if self.prototype(it) => {}
            value => {
                let name = key_name(&it.key, it.computed);
                let owned = name.is_some() && is_anonymous_function(value);
                self.owner = owned.then(|| "Object".to_owned());
                self.named(name, value);
                self.owner = None;
            }
        }
    }

    /// An expression that, if it defines an anonymous function, calls it `name`.
    pub(super) fn named(&mut self, name: Option<String>, value: &Expression<'_>) {
        self.name = name.filter(|_| is_anonymous_function(value));
        self.visit_expression(value);
        self.name = None;
    }
}

fn function_kind(is_async: bool, is_generator: bool) -> FunctionKind {
    match (is_async, is_generator) {
        (false, false) => FunctionKind::Ordinary,
        (true, false) => FunctionKind::Async,
        (false, true) => FunctionKind::Generator,
        (true, true) => FunctionKind::AsyncGenerator,
    }
}

fn method_name(
    key: &PropertyKey<'_>,
    computed: bool,
    kind: MethodDefinitionKind,
) -> Option<String> {
    let name = key_name(key, computed)?;
    Some(match kind {
        MethodDefinitionKind::Get => format!("get {name}"),
        MethodDefinitionKind::Set => format!("set {name}"),
        _ => name,
    })
}

/// The name of a property, if the text tells it.
fn key_name(key: &PropertyKey<'_>, computed: bool) -> Option<String> {
    match key {
        PropertyKey::StaticIdentifier(it) => Some(it.name.to_string()),
        PropertyKey::PrivateIdentifier(it) => Some(format!("#{}", it.name)),
        PropertyKey::StringLiteral(it) => Some(it.value.to_string()),
        PropertyKey::NumericLiteral(it) if !computed => it.raw.map(|raw| raw.to_string()),
        _ => None,
    }
}

/// Whether an expression defines a function or class without a name, which then takes one from its place.
fn is_anonymous_function(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::ArrowFunctionExpression(_) => true,
        Expression::FunctionExpression(it) => it.id.is_none(),
        Expression::ClassExpression(it) => it.id.is_none(),
        Expression::ParenthesizedExpression(it) => is_anonymous_function(&it.expression),
        _ => false,
    }
}

/// Finds `super` that belongs to the class around.
struct FindsSuper(bool);

impl<'a> VisitJs<'a> for FindsSuper {
    fn visit_super(&mut self, _it: &Super) {
        self.0 = true;
    }

    fn visit_function(&mut self, _it: &Function<'a>, _flags: ScopeFlags) {}

    fn visit_class(&mut self, _it: &Class<'a>) {}
}

/// A name as a string literal.
fn json_string(name: &str) -> String {
    let mut text = String::from("\"");
    for c in name.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            c if c.is_control() => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
    text
}
