//! The functions that probes call, bound as constants of the realm: no properties of `globalThis`.

use crate::compile;
use crate::delegation;
use crate::errors::{self, Refusal};
use crate::globals::Native;
use crate::limits::{bigints, inheritance, memory, progress};
use crate::loops;
use crate::messages::checks;
use crate::modules::dynamic;
use crate::numbers;
use crate::old_await;
use crate::recorder::{Recorder, Verdict};
use crate::shared::{Shared, shared, shared_ref};
use boa_engine::error::RuntimeLimitError;
use boa_engine::object::builtins::JsProxy;
use boa_engine::{
    Context, JsArgs, JsError, JsNativeError, JsObject, JsResult, JsValue, NativeFunction,
};
use loopscope_event_loop::EventLoop;
use loopscope_instrument::names;
use loopscope_model::ProbeId;
use loopscope_model::event::{Ending, Limit, Stop, StopKind};

/// The probes' functions, by name.
pub const FUNCTIONS: [(&str, Native); 25] = [
    (names::PROBE, probe),
    (names::SKIP, loops::skip),
    (names::JUMP, loops::jump),
    (names::JUMPED, loops::jumped),
    (names::AWAIT, await_operand),
    (names::YIELD, suspend),
    (names::RESUME, resume),
    (names::IMPORT, dynamic::import),
    (names::FOR_AWAIT, old_await::for_await),
    (names::OPERAND, old_await::operand),
    (names::DELEGATE, delegation::delegate),
    (names::HOLD, delegation::hold),
    (names::CLOSE, delegation::close),
    (names::WITH, with_object),
    (names::DIVISOR, numbers::divisor),
    (names::LEFT, bigints::left),
    (names::RIGHT, bigints::right),
    (names::BIGINT_TEXT, bigints::text),
    (names::PROTOTYPE, inheritance::prototype),
    (names::EVAL_CODE, compile::direct_eval),
    (names::EVAL_VALUE, compile::eval_value),
    (names::CLASS, mark_class),
    (names::NULLISH, checks::nullish),
    (names::CHECK, checks::check),
    (names::CAUGHT, checks::caught),
];

/// Binds the probes' functions in the realm.
///
/// # Errors
/// If the interpreter fails.
pub fn install(context: &mut Context) -> JsResult<()> {
    let parameters: Vec<&str> = FUNCTIONS.iter().map(|(name, _)| *name).collect();
    let holder = boa_engine::JsObject::with_null_proto();
    for (name, function) in FUNCTIONS {
        let function = NativeFunction::from_fn_ptr(function).to_js_function(context.realm());
        holder.set(boa_engine::JsString::from(name), function, true, context)?;
    }
    let carrier = boa_engine::js_string!("loopscope probes");
    context.register_global_property(
        carrier.clone(),
        holder,
        boa_engine::property::Attribute::all(),
    )?;
    let text = format!(
        "const {{ {} }} = globalThis['loopscope probes']; delete globalThis['loopscope probes']; let {};",
        parameters.join(", "),
        names::TEMPORARY
    );
    context.eval(boa_engine::Source::from_bytes(&text))?;
    Ok(())
}

/// The error that unwinds everything and that no `catch` of the program sees: the process is over.
///
/// The interpreter cannot unwind the body of an async generator, or of a module with top-level `await`, with an error
/// that nothing catches. A process with such code gets an ordinary one instead: each `catch` clause begins with a call
/// that throws it again, and so does each statement of a `finally` block.
pub fn halt(shared: &Shared) -> JsError {
    if shared.catches_all.get() {
        JsError::from_opaque(JsValue::undefined())
    } else {
        RuntimeLimitError::LoopIteration.into()
    }
}

/// Where the interpreter's stack is: the number of its frames, and the address of the host's stack, which moves when a
/// built-in function calls back.
fn depth(context: &Context) -> (usize, usize) {
    let marker = 0_u8;
    (
        context.stack_trace().size_hint().1.unwrap_or_default(),
        std::ptr::from_ref(&marker) as usize,
    )
}

fn number(arguments: &[JsValue], at: usize) -> ProbeId {
    ProbeId(arguments.get(at).and_then(JsValue::as_i32).unwrap_or(0) as u32)
}

fn report(
    shared: &Shared,
    context: &Context,
    tell: impl FnOnce(&mut Recorder, usize, usize, &mut EventLoop) -> Verdict,
) -> JsResult<()> {
    if shared.is_over() {
        return Err(halt(shared));
    }
    memory::check(shared)?;
    let (depth, native) = depth(context);
    let verdict = {
        let mut recorder = shared.recorder.borrow_mut();
        let mut event_loop = shared.event_loop.borrow_mut();
        let limit = shared.scenario.limits.events;
        if u64::from(event_loop.log.len()) >= limit {
            shared.end(Ending::Paused(Limit::Events(limit)));
            return Err(halt(shared));
        }
        tell(&mut recorder, depth, native, &mut event_loop)
    };
    match verdict {
        Verdict::Continue => Ok(()),
        Verdict::TooDeep => Err(JsNativeError::range()
            .with_message("Maximum call stack size exceeded")
            .into()),
        Verdict::TooMany(probe) => Err(too_many(shared, probe)),
    }
}

/// One callback does not return: the process is over.
pub fn too_many(shared: &Shared, probe: ProbeId) -> JsError {
    let limit = shared.scenario.limits.statements_per_task;
    shared.end(Ending::Stopped(Stop {
        kind: StopKind::Bomb,
        message: format!("one callback ran {limit} statements without returning"),
        hint: "let the loop on this line end, or split its work with setImmediate".to_owned(),
        place: compile::place_of(shared, probe),
    }));
    halt(shared)
}

/// `ǃp(first, last)`.
///
/// # Errors
/// A `RangeError` where the stack is too deep, or the end of the process.
pub fn probe(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    // This is called more often than anything else: nothing is counted up and down.
    let shared = shared_ref(context);
    let first = number(arguments, 0);
    let last = if arguments.len() > 1 {
        number(arguments, 1)
    } else {
        first
    };
    report(shared, context, |recorder, depth, native, event_loop| {
        progress::reach(recorder.line_of(last));
        for id in first.0..=last.0 {
            let id = ProbeId(id);
            let verdict = recorder.reach(id, depth, native, event_loop);
            if verdict != Verdict::Continue {
                return verdict;
            }
        }
        Verdict::Continue
    })?;
    Ok(JsValue::undefined())
}

fn suspend(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let id = number(arguments, 0);
    report(&shared, context, |recorder, depth, native, event_loop| {
        recorder.suspend(id, depth, native, event_loop);
        Verdict::Continue
    })?;
    Ok(arguments.get_or_undefined(1).clone())
}

/// `ǃa(n, value)`: an `await`. What a module waits at is known for the warning about those that nothing can settle (1.4).
fn await_operand(
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let value = suspend(this, arguments, context)?;
    let shared = shared(context);
    if let Some(source) = compile::source_of_top_level(&shared, number(arguments, 0)) {
        let waits = number(arguments, 0);
        shared.modules.borrow_mut().waiting_at.insert(source, waits);
    }
    if shared.features.await_takes_three_turns {
        return old_await::wrapped(&value, context);
    }
    Ok(value)
}

fn resume(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shared = shared(context);
    let id = number(arguments, 0);
    report(&shared, context, |recorder, depth, native, event_loop| {
        recorder.resume(id, depth, native, event_loop);
        Verdict::Continue
    })?;
    if let Some(source) = compile::source_of_top_level(&shared, id) {
        shared.modules.borrow_mut().waiting_at.remove(&source);
    }
    Ok(arguments.get_or_undefined(1).clone())
}

/// In a `with` statement the probes' names are looked up in its object, which a proxy would see.
fn with_object(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let object = arguments.get_or_undefined(0);
    if object.as_object().is_some_and(|object| has_proxy(&object)) {
        return Err(errors::refuse(
            context,
            Refusal {
                what: "a with statement over a proxy",
                hint: "name the object's properties instead",
            },
        ));
    }
    Ok(object.clone())
}

/// Whether a look-up in the object can end at a proxy.
fn has_proxy(object: &JsObject) -> bool {
    let mut next = Some(object.clone());
    while let Some(object) = next {
        if JsProxy::from_object(object.clone()).is_ok() {
            return true;
        }
        next = object.prototype();
    }
    false
}

/// `ǃk(source, index, class)`: a class was defined; the interpreter itself does not keep its text.
fn mark_class(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let class = arguments.get_or_undefined(2);
    if let Some(object) = class.as_object() {
        let text = (number(arguments, 0).0, number(arguments, 1).0);
        shared(context)
            .classes
            .borrow_mut()
            .push((object.clone(), text));
    }
    Ok(class.clone())
}
