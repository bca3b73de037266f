//! Numbers: nothing of `Math` and of `**` may come from the host, whose last bits differ from target to target.

// The coefficients stand as they are published, with all their digits.
#![allow(
    clippy::excessive_precision,
    clippy::approx_constant,
    clippy::type_complexity
)]

mod angles;
pub mod ieee754;
mod power;
mod symbols;

use crate::limits::builtins::replace;
use boa_engine::{Context, JsArgs, JsObject, JsResult, JsValue, NativeFunction};

const OF_ONE: [(&str, fn(f64) -> f64); 20] = [
    ("acos", libm::acos),
    ("acosh", ieee754::acosh),
    ("asin", libm::asin),
    ("asinh", ieee754::asinh),
    ("atan", libm::atan),
    ("atanh", libm::atanh),
    ("cbrt", libm::cbrt),
    ("cos", angles::cos),
    ("cosh", ieee754::cosh),
    ("exp", ieee754::exp),
    ("expm1", libm::expm1),
    ("log", ieee754::log),
    ("log10", ieee754::log10),
    ("log1p", ieee754::log1p),
    ("log2", libm::log2),
    ("sin", angles::sin),
    ("sinh", ieee754::sinh),
    ("sqrt", libm::sqrt),
    ("tan", libm::tan),
    ("tanh", ieee754::tanh),
];

const OF_TWO: [(&str, fn(f64, f64) -> f64); 2] = [("atan2", ieee754::atan2), ("pow", power::pow)];

/// Replaces functions of the object `Math`.
///
/// # Errors
/// If the interpreter fails.
pub fn install(math: &JsObject, context: &mut Context) -> JsResult<()> {
    for (name, function) in OF_ONE {
        replace(math, name, context, |_| {
            NativeFunction::from_copy_closure(move |_, arguments, context| {
                let x = arguments.get_or_undefined(0).to_number(context)?;
                Ok(function(x).into())
            })
        })?;
    }
    for (name, function) in OF_TWO {
        replace(math, name, context, |_| {
            NativeFunction::from_copy_closure(move |_, arguments, context| {
                let x = arguments.get_or_undefined(0).to_number(context)?;
                let y = arguments.get_or_undefined(1).to_number(context)?;
                Ok(function(x, y).into())
            })
        })?;
    }
    replace(math, "hypot", context, |_| {
        NativeFunction::from_fn_ptr(hypot)
    })
}

fn hypot(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let mut numbers = Vec::with_capacity(arguments.len());
    for argument in arguments {
        numbers.push(argument.to_number(context)?);
    }
    Ok(ieee754::hypot(&numbers).into())
}

/// `ǃd(value)`, see [`loopscope_instrument::names::DIVISOR`].
///
/// Boa divides and negates its 32-bit integers as such: 0 / -1 is 0 instead of -0, -(-2147483648) wraps around, and
/// -2147483648 % -1 panics. As floating point numbers these give what clause 6.1.6.1 asks for.
///
/// # Errors
/// Never.
pub fn divisor(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(0);
    Ok(match value.as_i32() {
        Some(number) if number < 0 => JsValue::rational(f64::from(number)),
        _ => value.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::power::pow;

    #[track_caller]
    fn check(x: f64, y: f64, expect: f64) {
        assert_eq!(pow(x, y).to_bits(), expect.to_bits());
        // The operator of the interpreter calls these by their symbols.
        let (x, y) = (std::hint::black_box(x), std::hint::black_box(y));
        assert_eq!(x.powf(y).to_bits(), expect.to_bits(), "pow");
        if y.fract() == 0.0 && y.abs() < 1e9 {
            assert_eq!(x.powi(y as i32).to_bits(), expect.to_bits(), "powi");
        }
    }

    #[test]
    fn powers_are_v8s_by_their_symbols_too() {
        check(10.0, -5.0, 0.000_009_999_999_999_999_999);
        check(50.0, -2.0, 0.000_399_999_999_999_999_96);
        check(1.1, 10.0, 2.593_742_460_100_002_3);
        check(-100.0, 18.0, 9.999_999_999_999_999e35);
        check(2.0, -1074.0, 5e-324);
        check(2.0, 0.5, std::f64::consts::SQRT_2);
        check(0.0, -1.0, f64::INFINITY);
        check(1.0, f64::NAN, f64::NAN);
    }
}
