//! Syntax trees without probes: what the author's text and the instrumented one must have in common.

use loopscope_instrument::{Kind, names};
use oxc_allocator::Allocator;
use oxc_parser::{ParseOptions, Parser};
use oxc_span::SourceType;
use serde_json::{Value, json};

/// The tree of a text without positions, probes, parentheses, empty statements, and with braces around the bodies of
/// all statements.
///
/// # Errors
/// What the parser says about a text that is no program.
pub fn tree(text: &str, kind: Kind) -> Result<Value, String> {
    let allocator = Allocator::default();
    let source_type = match kind {
        Kind::CommonJs => SourceType::cjs(),
        Kind::Module => SourceType::mjs(),
        Kind::Script | Kind::DirectEval { .. } => SourceType::script(),
    };
    let options = ParseOptions {
        preserve_parens: false,
        ..ParseOptions::default()
    };
    let parsed = Parser::new(&allocator, text, source_type)
        .with_options(options)
        .parse();
    if !parsed.diagnostics.is_empty() {
        return Err(format!(
            "{:?}",
            parsed.diagnostics.iter().collect::<Vec<_>>()
        ));
    }
    let json = parsed.program.to_estree_json(false, false);
    let value: Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    Ok(plain(value))
}

fn plain(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(
            items
                .into_iter()
                .map(plain)
                .filter(|it| !is_nothing(it))
                .collect(),
        ),
        Value::Object(fields) => {
            let mut node = json!({});
            for (key, field) in fields {
                if !matches!(&*key, "start" | "end" | "range" | "hashbang") {
                    node[key] = plain(field);
                }
            }
            node_without_probes(node)
        }
        other => other,
    }
}

fn node_without_probes(mut node: Value) -> Value {
    match node["type"].as_str().unwrap_or_default() {
        "SequenceExpression" => {
            let expressions = node["expressions"].as_array_mut().expect("a list");
            expressions.retain(|it| !is_call(it, names::PROBE));
            if expressions.len() == 1 {
                return expressions.remove(0);
            }
        }
        // `void(ǃs(1,2)&&ǃj(0,i)&&…)` is a probe.
        "UnaryExpression" if node["operator"] == "void" => {
            let mut first = &mut node["argument"];
            while first["type"] == "LogicalExpression" {
                first = &mut first["left"];
            }
            if is_call(first, names::SKIP) {
                first["callee"]["name"] = json!(names::PROBE);
                return first.take();
            }
        }
        "CallExpression" => {
            for (name, argument) in [
                (names::AWAIT, 1),
                (names::YIELD, 1),
                (names::RESUME, 1),
                (names::IMPORT, 0),
                (names::WITH, 0),
                (names::EVAL_CODE, 2),
                (names::EVAL_VALUE, 0),
            ] {
                if is_call(&node, name) {
                    let given = node["arguments"].get_mut(argument);
                    return given.map_or(Value::Null, Value::take);
                }
            }
        }
        "ReturnStatement" if is_call(&node["argument"], names::PROBE) => {
            node["argument"] = Value::Null;
        }
        "ForStatement" if is_call(&node["init"], names::PROBE) => node["init"] = Value::Null,
        // `{eval}` becomes `{eval: …}`.
        "Property" if node["key"]["name"] == "eval" => node["shorthand"] = Value::Null,
        "LabeledStatement" if is_nothing(&node["body"]) => node["body"] = Value::Null,
        _ => {}
    }
    let with_bodies = [
        "IfStatement",
        "ForStatement",
        "ForInStatement",
        "ForOfStatement",
        "WhileStatement",
        "DoWhileStatement",
        "WithStatement",
    ];
    if node["type"]
        .as_str()
        .is_some_and(|it| with_bodies.contains(&it))
    {
        for key in ["body", "consequent", "alternate"] {
            if let Some(body) = node.get_mut(key)
                && body.is_object()
                && body["type"] != "BlockStatement"
            {
                let inside = if is_nothing(body) {
                    json!([])
                } else {
                    json!([body.take()])
                };
                *body = json!({ "type": "BlockStatement", "body": inside });
            }
        }
    }
    node
}

/// A statement that is only there for a probe, or for nothing.
fn is_nothing(node: &Value) -> bool {
    match node["type"].as_str().unwrap_or_default() {
        "EmptyStatement" => true,
        "StaticBlock" => is_call(&node["body"][0]["expression"], names::CLASS),
        "ExpressionStatement" => is_call(&node["expression"], names::PROBE),
        "BlockStatement" => {
            let declarator = &node["body"][0]["declarations"][0];
            declarator["id"]["name"] == names::PREFIX.to_string()
        }
        _ => false,
    }
}

fn is_call(node: &Value, name: &str) -> bool {
    node["type"] == "CallExpression" && node["callee"]["name"] == name
}
