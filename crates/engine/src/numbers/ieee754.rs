//! The functions of `Math` to the last bit as V8 has them, on every target.
//!
//! V8's are those of Sun's fdlibm. So are those of the crate `libm`, but some are from later versions, which round
//! otherwise: these are written here, by fdlibm's published methods and with its coefficients. Where V8's generated code
//! does it in its own way (`hypot`), so does this. What is exact in IEEE 754 (`sqrt`, `floor`, …) needs nothing.

use std::f64::consts::{E, FRAC_PI_2};

/// ln 2 in two parts: the first has zeros at its end.
const LN2_HIGH: f64 = 6.931_471_803_691_238_164_9e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_700_02e-10;

/// The polynomial that `log` and `log1p` share: coefficients of odd powers of `s` in `log((1+s)/(1-s))`.
const LOG: [f64; 7] = [
    6.666_666_666_666_735_13e-1,
    3.999_999_999_940_941_908e-1,
    2.857_142_874_366_239_149e-1,
    2.222_219_843_214_978_396e-1,
    1.818_357_216_161_805_012e-1,
    1.531_383_769_920_937_332e-1,
    1.479_819_860_511_658_591e-1,
];

/// The upper half.
pub(super) fn high(x: f64) -> u32 {
    (x.to_bits() >> 32) as u32
}

/// With another upper half.
pub(super) fn with_high(x: f64, high: u32) -> f64 {
    f64::from_bits((u64::from(high) << 32) | (x.to_bits() & 0xffff_ffff))
}

/// e to the power of `x`.
pub fn exp(x: f64) -> f64 {
    if x == 1.0 { E } else { libm::exp(x) }
}

/// The exponent of a positive number, and the number between √½ and √2 that is left.
fn reduce(x: f64) -> (i32, f64) {
    let (mut exponent, mut x) = (0, x);
    if x < f64::MIN_POSITIVE {
        exponent = -54;
        x *= 18_014_398_509_481_984.0;
    }
    exponent += (high(x) >> 20) as i32 - 1023;
    let mantissa = high(x) & 0xf_ffff;
    // One bit of the exponent stays where the mantissa is more than √2.
    let halved = (mantissa + 0x9_5f64) & 0x10_0000;
    exponent += (halved >> 20) as i32;
    (exponent, with_high(x, mantissa | (halved ^ 0x3ff0_0000)))
}

/// The natural logarithm.
pub fn log(x: f64) -> f64 {
    if x.is_nan() || x <= 0.0 || x.is_infinite() {
        return libm::log(x);
    }
    let (exponent, reduced) = reduce(x);
    let f = reduced - 1.0;
    let k = f64::from(exponent);
    let mantissa = high(
        x * if x < f64::MIN_POSITIVE {
            18_014_398_509_481_984.0
        } else {
            1.0
        },
    ) & 0xf_ffff;
    if (0xf_ffff & (2 + mantissa)) < 3 {
        return near_one(f, k);
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (LOG[1] + w * (LOG[3] + w * LOG[5]));
    let odd = z * (LOG[0] + w * (LOG[2] + w * (LOG[4] + w * LOG[6])));
    let r = odd + even;
    let above = mantissa.wrapping_sub(0x6_147a) as i32;
    let below = 0x6_b851_i32.wrapping_sub(mantissa as i32);
    if above | below > 0 {
        let half = 0.5 * f * f;
        if exponent == 0 {
            return f - (half - s * (half + r));
        }
        return k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f);
    }
    if exponent == 0 {
        return f - s * (f - r);
    }
    k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f)
}

/// `log(2^k (1 + f))` where `f` is less than 2^-20.
fn near_one(f: f64, k: f64) -> f64 {
    if f == 0.0 {
        return if k == 0.0 {
            0.0
        } else {
            k * LN2_HIGH + k * LN2_LOW
        };
    }
    let r = f * f * (0.5 - 0.333_333_333_333_333_333 * f);
    if k == 0.0 {
        return f - r;
    }
    k * LN2_HIGH - ((r - k * LN2_LOW) - f)
}

/// `log(1 + x)`.
pub fn log1p(x: f64) -> f64 {
    let high = (high(x) & 0x7fff_ffff) | (high(x) & 0x8000_0000);
    let direct = (high as i32) < 0x3fda_827a && !(x.is_sign_negative() && high > 0xbfd2_bec3);
    if !direct || x.abs() < 1.862_645_149_230_957e-9 || x.is_nan() {
        return libm::log1p(x);
    }
    let half = 0.5 * x * x;
    let s = x / (2.0 + x);
    let z = s * s;
    let r = z
        * (LOG[0]
            + z * (LOG[1]
                + z * (LOG[2] + z * (LOG[3] + z * (LOG[4] + z * (LOG[5] + z * LOG[6]))))));
    x - (half - s * (half + r))
}

/// The logarithm to base 10.
pub fn log10(x: f64) -> f64 {
    const LOG10_2_HIGH: f64 = 3.010_299_956_636_117_713_06e-1;
    const LOG10_2_LOW: f64 = 3.694_239_077_158_930_786_16e-13;
    const PER_LN10: f64 = 4.342_944_819_032_518_166_68e-1;
    if x.is_nan() || x <= 0.0 || x.is_infinite() || x == 1.0 {
        return libm::log10(x);
    }
    let (mut k, mut x) = (0, x);
    if x < f64::MIN_POSITIVE {
        k = -54;
        x *= 18_014_398_509_481_984.0;
    }
    k += (high(x) >> 20) as i32 - 1023;
    let negative = i32::from(k < 0);
    let mantissa = with_high(x, (high(x) & 0xf_ffff) | ((0x3ff - negative as u32) << 20));
    let y = f64::from(k + negative);
    let z = y * LOG10_2_LOW + PER_LN10 * log(mantissa);
    z + y * LOG10_2_HIGH
}

/// The hyperbolic cosine.
pub fn cosh(x: f64) -> f64 {
    let x = x.abs();
    if high(x) < 0x3fd6_2e43 {
        let t = libm::expm1(x);
        let w = 1.0 + t;
        return if high(x) < 0x3c80_0000 {
            w
        } else {
            1.0 + (t * t) / (w + w)
        };
    }
    if x < 22.0 {
        let t = exp(x);
        return 0.5 * t + 0.5 / t;
    }
    grow(x, 0.5)
}

/// `factor` times e to the power of `x`, which may be more than the largest number is a power of e.
fn grow(x: f64, factor: f64) -> f64 {
    if x < 709.782_226_562_5 {
        return factor * exp(x);
    }
    let w = exp(0.5 * x);
    factor * w * w
}

/// The hyperbolic sine.
pub fn sinh(x: f64) -> f64 {
    let half = if x < 0.0 { -0.5 } else { 0.5 };
    let size = x.abs();
    if size < 3.725_290_298_461_914e-9 || x.is_nan() {
        return x;
    }
    if size >= 22.0 {
        return grow(size, half);
    }
    let t = libm::expm1(size);
    if size < 1.0 {
        half * (2.0 * t - t * t / (t + 1.0))
    } else {
        half * (t + t / (t + 1.0))
    }
}

/// The hyperbolic tangent.
pub fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if size < 3.725_290_298_461_914e-9 || x.is_nan() {
        return x;
    }
    let positive = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / (libm::expm1(2.0 * size) + 2.0)
    } else {
        let t = libm::expm1(-2.0 * size);
        -t / (t + 2.0)
    };
    positive.copysign(x)
}

/// The inverse of the hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if size < 3.725_290_298_461_914e-9 || !x.is_finite() {
        return x;
    }
    let positive = if size > 268_435_456.0 {
        log(size) + std::f64::consts::LN_2
    } else if size > 2.0 {
        log(2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size))
    } else {
        let t = x * x;
        log1p(size + t / (1.0 + (1.0 + t).sqrt()))
    };
    positive.copysign(x)
}

/// The inverse of the hyperbolic cosine.
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 || x.is_nan() {
        f64::NAN
    } else if x >= 268_435_456.0 {
        log(x) + std::f64::consts::LN_2
    } else if x > 2.0 {
        let t = x * x;
        log(2.0 * x - 1.0 / (x + (t - 1.0).sqrt()))
    } else {
        let t = x - 1.0;
        log1p(t + (2.0 * t + t * t).sqrt())
    }
}

/// The angle of the point (`x`, `y`).
pub fn atan2(y: f64, x: f64) -> f64 {
    let exponent = |x: f64| (high(x) & 0x7fff_ffff) as i32;
    let ordinary = x.is_finite() && y.is_finite() && x != 0.0 && y != 0.0;
    if ordinary && (exponent(y) - exponent(x)) >> 20 > 60 {
        return FRAC_PI_2.copysign(y);
    }
    libm::atan2(y, x)
}

/// The square root of the sum of squares, summed as Kahan does.
pub fn hypot(numbers: &[f64]) -> f64 {
    if numbers.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if numbers.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let largest = numbers.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    if largest == 0.0 {
        return 0.0;
    }
    let (mut sum, mut compensation) = (0.0, 0.0);
    for x in numbers {
        let n = x.abs() / largest;
        let summand = n * n - compensation;
        let preliminary = sum + summand;
        compensation = (preliminary - sum) - summand;
        sum = preliminary;
    }
    sum.sqrt() * largest
}
