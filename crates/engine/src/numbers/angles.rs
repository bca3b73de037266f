//! Sine and cosine, to the last bit as V8 has them for angles up to some hundred thousand, by fdlibm's published methods and
//! with its coefficients.

use super::ieee754::{high, with_high};

/// The cosine of an angle of at most π/4, given in two parts.
fn cos_kernel(x: f64, low: f64) -> f64 {
    const C: [f64; 6] = [
        4.166_666_666_666_660_190_37e-2,
        -1.388_888_888_887_410_957_49e-3,
        2.480_158_728_947_672_941_78e-5,
        -2.755_731_435_139_066_330_35e-7,
        2.087_572_321_298_174_827_90e-9,
        -1.135_964_755_778_819_482_65e-11,
    ];
    let ix = high(x) & 0x7fff_ffff;
    if ix < 0x3e40_0000 {
        return 1.0;
    }
    let z = x * x;
    let r = z * (C[0] + z * (C[1] + z * (C[2] + z * (C[3] + z * (C[4] + z * C[5])))));
    if ix < 0x3fd3_3333 {
        return 1.0 - (0.5 * z - (z * r - x * low));
    }
    // A quarter of the angle or so, with few digits: what is taken off is exact.
    let quarter = if ix > 0x3fe9_0000 {
        0.281_25
    } else {
        with_high(0.0, ix - 0x0020_0000)
    };
    let rest = 0.5 * z - quarter;
    (1.0 - quarter) - (rest - (z * r - x * low))
}

/// The sine of an angle of at most π/4, given in two parts.
fn sin_kernel(x: f64, low: f64, two_parts: bool) -> f64 {
    const S: [f64; 6] = [
        -1.666_666_666_666_663_243_48e-1,
        8.333_333_333_322_489_461_24e-3,
        -1.984_126_982_985_794_931_34e-4,
        2.755_731_370_707_006_767_89e-6,
        -2.505_076_025_340_686_341_95e-8,
        1.589_690_995_211_550_102_21e-10,
    ];
    if x.abs() < 7.450_580_596_923_828e-9 {
        return x;
    }
    let z = x * x;
    let v = z * x;
    let r = S[1] + z * (S[2] + z * (S[3] + z * (S[4] + z * S[5])));
    if two_parts {
        x - ((z * (0.5 * low - v * r) - low) - v * S[0])
    } else {
        x + v * (S[0] + z * r)
    }
}

/// An angle between π/4 and some hundred thousand as quarter turns and a rest of at most π/4, in two parts.
fn quarter_turns(x: f64) -> (i32, f64, f64) {
    // π/2 in pieces of 33 bits, and what is missing then.
    const PIECES: [(f64, f64); 3] = [
        (
            1.570_796_326_734_125_614_17,
            6.077_100_506_506_192_249_32e-11,
        ),
        (
            6.077_100_506_303_965_976_60e-11,
            2.022_266_248_795_950_631_54e-21,
        ),
        (
            2.022_266_248_711_166_455_80e-21,
            8.478_427_660_368_899_569_97e-32,
        ),
    ];
    let turns = (x.abs() * 6.366_197_723_675_813_824_33e-1 + 0.5).trunc();
    let mut rest = x.abs() - turns * PIECES[0].0;
    let mut off = turns * PIECES[0].1;
    let exponent = |x: f64| (x.to_bits() >> 52 & 0x7ff) as i32;
    // As many pieces as digits are lost.
    for (piece, lost) in PIECES[1..].iter().zip([16, 49]) {
        if exponent(x) - exponent(rest - off) <= lost {
            break;
        }
        let before = rest;
        off = turns * piece.0;
        rest = before - off;
        off = turns * piece.1 - ((before - rest) - off);
    }
    let first = rest - off;
    let second = (rest - first) - off;
    if x < 0.0 {
        (-(turns as i32), -first, -second)
    } else {
        (turns as i32, first, second)
    }
}

/// Angles from here on are `libm`'s.
const FAR: f64 = 823_549.0;

/// The sine.
pub fn sin(x: f64) -> f64 {
    turn(x, 0).unwrap_or_else(|| libm::sin(x))
}

/// The cosine.
pub fn cos(x: f64) -> f64 {
    turn(x, 1).unwrap_or_else(|| libm::cos(x))
}

/// The sine of an angle that is this many quarter turns further.
fn turn(x: f64, ahead: i32) -> Option<f64> {
    if x.is_nan() || x.abs() > FAR {
        return None;
    }
    let (turns, first, second) = if high(x) & 0x7fff_ffff <= 0x3fe9_21fb {
        (0, x, 0.0)
    } else {
        quarter_turns(x)
    };
    Some(match (turns + ahead) & 3 {
        0 => sin_kernel(first, second, turns != 0),
        1 => cos_kernel(first, second),
        2 => -sin_kernel(first, second, true),
        _ => -cos_kernel(first, second),
    })
}
