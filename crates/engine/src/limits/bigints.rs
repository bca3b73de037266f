//! BigInts: one operator can ask for more work than anyone waits for, and nothing interrupts it. What the program's text
//! shows of its operands is looked at before ([`names::LEFT`] and the following); what V8 refuses throws V8's error.

use super::costs::Call;
use super::{charge, stop};
use crate::shared::shared;
use boa_engine::{Context, JsArgs, JsNativeError, JsResult, JsValue};
use loopscope_instrument::names::{self, BigOperator};

/// V8's bound on the bits of a BigInt.
const V8_BITS: u64 = 1 << 30;

/// Bits of the largest BigInt that an operator may make.
const BITS: u64 = 1 << 23;

/// Operands whose operators never came, because something threw: so many are kept.
const KEPT: usize = 1_000;

/// `ǃl(value)`, see [`names::LEFT`].
///
/// # Errors
/// Never.
pub fn left(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0);
    let shared = shared(context);
    let mut operands = shared.used.operands.borrow_mut();
    if operands.len() == KEPT {
        operands.clear();
    }
    operands.push(bits(value));
    Ok(value.clone())
}

/// `ǃm(operator, value)`, see [`names::RIGHT`].
///
/// # Errors
/// V8's, where the result would be too large, or the end of the run.
pub fn right(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let operator = arguments.get_or_undefined(0).as_number().unwrap_or(0.0) as u32;
    let value = arguments.get_or_undefined(1);
    let right = bits(value);
    let left = if operator >= names::NO_LEFT {
        right
    } else {
        let left = shared(context).used.operands.borrow_mut().pop();
        left.unwrap_or(0)
    };
    if left > 0 && right > 0 {
        operate(operator % names::NO_LEFT, left, right, value, context)?;
    }
    Ok(value.clone())
}

fn operate(
    operator: u32,
    left: u64,
    right: u64,
    value: &JsValue,
    context: &mut Context,
) -> JsResult<()> {
    const MULTIPLY: u32 = BigOperator::Multiply as u32;
    const POWER: u32 = BigOperator::Power as u32;
    const SHIFT_LEFT: u32 = BigOperator::ShiftLeft as u32;
    let (what, bits, steps) = match operator {
        MULTIPLY => ("a product of BigInts", left + right, product(left, right)),
        // Powers of 0, 1 and -1 stay small.
        POWER if left == 1 => return Ok(()),
        POWER => {
            let bits = (left - 1).saturating_mul(positive(value));
            ("a power of BigInts", bits, product(bits, bits))
        }
        SHIFT_LEFT => {
            let bits = left.saturating_add(positive(value));
            ("a shifted BigInt", bits, words(bits))
        }
        _ => {
            let steps = words(left.saturating_sub(right)).saturating_mul(words(right)) / 32;
            ("a quotient of BigInts", left, steps)
        }
    };
    if bits > V8_BITS {
        let error = JsNativeError::range().with_message("Maximum BigInt size exceeded");
        return Err(error.into());
    }
    if bits > BITS {
        return Err(stop(
            &shared(context),
            format!("{what} would have {bits} bits: {BITS} are the most"),
            "let the program compute with smaller numbers",
        ));
    }
    charge(what, steps, context)
}

/// `ǃb(value)`, see [`names::BIGINT_TEXT`].
///
/// # Errors
/// The end of the run.
pub fn text(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0);
    convert(value, context)?;
    Ok(value.clone())
}

/// Counts what a BigInt's text costs, or the BigInt of a text.
///
/// # Errors
/// The end of the run.
pub fn convert(value: &JsValue, context: &mut Context) -> JsResult<()> {
    let length = value.as_string().map_or(0, |text| text.len() as u64);
    match written(bits(value).max(length * 3)) {
        // What is short costs nothing.
        0 => Ok(()),
        steps => charge("the text of a BigInt", steps, context),
    }
}

/// What `BigInt.prototype.toString` costs.
///
/// # Errors
/// Never.
pub fn to_string(call: &Call<'_>, _: &mut Context) -> JsResult<u64> {
    Ok(written(bits(call.this)))
}

/// The interpreter goes through all digits for each of them.
fn written(bits: u64) -> u64 {
    let words = words(bits);
    words.saturating_mul(words) / 256
}

/// The bits of a BigInt, at least 1; 0 for what is none.
fn bits(value: &JsValue) -> u64 {
    value
        .as_bigint()
        .map_or(0, |number| number.as_inner().bits().max(1))
}

/// The value of a BigInt, 0 for a negative one; at most as much as is too much for everything.
fn positive(value: &JsValue) -> u64 {
    let number = value.as_bigint().map_or(0.0, |number| number.to_f64());
    number as u64
}

fn words(bits: u64) -> u64 {
    bits / 64
}

/// The steps of a product: long numbers are cut into pieces.
fn product(left: u64, right: u64) -> u64 {
    let (long, short) = (words(left.max(right)), words(left.min(right)));
    long.saturating_mul(short.isqrt()) / 16
}
