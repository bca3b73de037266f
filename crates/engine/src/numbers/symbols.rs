//! The operator `**` is inside of the interpreter, which calls the host's `pow` and the compiler's `__powidf2`. Both names are
//! taken by [`pow`] here, on every target: what the linker finds in this crate it does not look for elsewhere.

use super::power;

/// The C library's function.
#[unsafe(no_mangle)]
pub extern "C" fn pow(x: f64, y: f64) -> f64 {
    power::pow(x, y)
}

/// What `powi` is compiled to: by repeated multiplication it has other last bits than V8's.
#[unsafe(no_mangle)]
pub extern "C" fn __powidf2(x: f64, y: i32) -> f64 {
    power::pow(x, f64::from(y))
}
