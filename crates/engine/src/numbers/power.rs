//! Powers, to the last bit as V8 has them: fdlibm's method and coefficients, with the one division that V8 groups in its
//! own way. (`10 ** -5` is 0.000009999999999999999 in V8.)

use super::ieee754::{high, with_high};

/// Without its lower half.
fn head(x: f64) -> f64 {
    f64::from_bits(x.to_bits() & 0xffff_ffff_0000_0000)
}

/// `x` to the power of `y`.
pub fn pow(x: f64, y: f64) -> f64 {
    // ECMAScript differs from IEEE 754 here (Number::exponentiate).
    if y.is_nan() || (x.abs() == 1.0 && y.is_infinite()) {
        return f64::NAN;
    }
    let special = y == 0.0 || y.abs() == 1.0 || y == 2.0 || !x.is_finite() || !y.is_finite();
    let size = x.abs();
    if special || x == 0.0 || size == 1.0 || y.abs() > 2_147_483_648.0 {
        return libm::pow(x, y);
    }
    let whole = y.trunc() == y;
    if x < 0.0 && !whole {
        return f64::NAN;
    }
    if y == 0.5 {
        return x.sqrt();
    }
    let (first, second) = log2(size);
    let odd = whole && (y / 2.0).trunc() != y / 2.0;
    let sign = if x < 0.0 && odd { -1.0 } else { 1.0 };
    let upper = head(y);
    let low = (y - upper) * first + y * second;
    sign * exp2(upper * first, low)
}

/// The logarithm to base 2 in two parts, the first without its lower half.
fn log2(x: f64) -> (f64, f64) {
    const L: [f64; 6] = [
        5.999_999_999_999_946_487_25e-1,
        4.285_714_285_785_501_842_52e-1,
        3.333_333_298_183_774_329_18e-1,
        2.727_281_238_085_340_064_89e-1,
        2.306_607_457_755_617_540_67e-1,
        2.069_750_178_003_384_177_84e-1,
    ];
    // 2 / (3 ln 2), and its two parts.
    const CP: f64 = 9.617_966_939_259_755_543_29e-1;
    const CP_HIGH: f64 = 9.617_967_009_544_372_558_59e-1;
    const CP_LOW: f64 = -7.028_461_650_952_758_265_16e-9;
    // log2(1.5) in two parts.
    const HIGH: [f64; 2] = [0.0, 5.849_624_872_207_641_601_56e-1];
    const LOW: [f64; 2] = [0.0, 1.350_039_202_129_748_971_28e-8];
    const BASE: [f64; 2] = [1.0, 1.5];
    let (mut exponent, mut x) = (0, x);
    if x < f64::MIN_POSITIVE {
        x *= 9_007_199_254_740_992.0;
        exponent = -53;
    }
    exponent += (high(x) >> 20) as i32 - 1023;
    let mantissa = high(x) & 0xf_ffff;
    let (k, top) = match mantissa {
        0..=0x3_988e => (0, mantissa | 0x3ff0_0000),
        0x3_988f..0xb_b67a => (1, mantissa | 0x3ff0_0000),
        _ => {
            exponent += 1;
            (0, (mantissa | 0x3ff0_0000) - 0x10_0000)
        }
    };
    x = with_high(x, top);
    // s = (x - base) / (x + base), in two parts.
    let u = x - BASE[k];
    let v = 1.0 / (x + BASE[k]);
    let s = u * v;
    let s_high = head(s);
    let sum_high = with_high(
        0.0,
        ((top >> 1) | 0x2000_0000) + 0x8_0000 + ((k as u32) << 18),
    );
    let sum_low = x - (sum_high - BASE[k]);
    let s_low = v * ((u - s_high * sum_high) - s_high * sum_low);
    let s2 = s * s;
    let mut r =
        s2 * s2 * (L[0] + s2 * (L[1] + s2 * (L[2] + s2 * (L[3] + s2 * (L[4] + s2 * L[5])))));
    r += s_low * (s_high + s);
    let s2 = s_high * s_high;
    let t_high = head(3.0 + s2 + r);
    let t_low = r - ((t_high - 3.0) - s2);
    let u = s_high * t_high;
    let v = s_low * t_high + t_low * s;
    let p_high = head(u + v);
    let p_low = v - (p_high - u);
    let z_high = CP_HIGH * p_high;
    let z_low = CP_LOW * p_high + p_low * CP + LOW[k];
    let t = f64::from(exponent);
    let first = head(((z_high + z_low) + HIGH[k]) + t);
    (first, z_low - (((first - t) - HIGH[k]) - z_high))
}

/// 2 to the power of a sum.
fn exp2(p_high: f64, p_low: f64) -> f64 {
    const P: [f64; 5] = [
        1.666_666_666_666_660_190_37e-1,
        -2.777_777_777_701_559_338_42e-3,
        6.613_756_321_437_934_361_17e-5,
        -1.653_390_220_546_525_153_90e-6,
        4.138_136_797_057_238_460_39e-8,
    ];
    const LN2: f64 = 6.931_471_805_599_452_862_27e-1;
    const UPPER: f64 = 6.931_471_824_645_996_093_75e-1;
    const LOWER: f64 = -1.904_654_299_957_768_045_25e-9;
    // What rounds up to the largest power all the same.
    const OVER: f64 = 8.008_566_259_537_293_739_8e-17;
    let z = p_low + p_high;
    if z > 1024.0 || (z == 1024.0 && p_low + OVER > z - p_high) {
        return f64::INFINITY;
    }
    if z < -1075.0 || (z == -1075.0 && p_low <= z - p_high) {
        return 0.0;
    }
    let whole = if z.abs() > 0.5 {
        (z.abs() + 0.5).floor().copysign(z)
    } else {
        0.0
    };
    let p_high = p_high - whole;
    let t = head(p_low + p_high);
    let u = t * UPPER;
    let v = (p_low - (t - p_high)) * LN2 + t * LOWER;
    let z = u + v;
    let w = v - (z - u);
    let t = z * z;
    let t1 = z - t * (P[0] + t * (P[1] + t * (P[2] + t * (P[3] + t * P[4]))));
    let r = z * t1 / ((t1 - 2.0) - (w + z * w));
    libm::scalbn(1.0 - (r - z), whole as i32)
}
