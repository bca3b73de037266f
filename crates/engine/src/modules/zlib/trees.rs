//! Blocks of symbols, in the form that zlib chooses.

use super::bits::Bits;
use super::huffman::{Code, build_tree, codes};

/// Codes for literals, the end of a block and lengths.
pub const L_CODES: usize = 286;
/// Codes for distances.
pub const D_CODES: usize = 30;
const BL_CODES: usize = 19;
const END_BLOCK: usize = 256;
/// So many symbols at most are in a block, less one: zlib's `lit_bufsize` at its default memory level.
const SYMBOLS: usize = 16_384;

const EXTRA_LENGTH: [u8; 29] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const EXTRA_DISTANCE: [u8; 30] = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
];
const BL_ORDER: [usize; BL_CODES] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/// The code of a length, from 0 for three bytes, and the first length that has it.
fn length_code(length: usize) -> (usize, usize) {
    if length == 255 {
        return (28, 255);
    }
    let mut base = 0;
    for (code, extra) in EXTRA_LENGTH.iter().enumerate() {
        if length < base + (1 << extra) {
            return (code, base);
        }
        base += 1 << extra;
    }
    (28, 255)
}

/// The code of a distance, from 0 for one byte, and the first distance that has it.
fn distance_code(distance: usize) -> (usize, usize) {
    let mut base = 0;
    for (code, extra) in EXTRA_DISTANCE.iter().enumerate() {
        if distance < base + (1 << extra) {
            return (code, base);
        }
        base += 1 << extra;
    }
    (29, 24_576)
}

fn static_lengths() -> Vec<u8> {
    let length = |symbol: usize| match symbol {
        0..=143 => 8,
        144..=255 => 9,
        256..=279 => 7,
        _ => 8,
    };
    (0..288).map(length).collect()
}

/// The symbols of a block that is being made.
pub struct Block {
    /// Distance, 0 for a literal, and literal or length.
    symbols: Vec<(u16, u8)>,
    literals: [u32; L_CODES],
    distances: [u32; D_CODES],
}

impl Block {
    /// A block without symbols.
    pub fn new() -> Block {
        let mut block = Block {
            symbols: Vec::new(),
            literals: [0; L_CODES],
            distances: [0; D_CODES],
        };
        block.literals[END_BLOCK] = 1;
        block
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.symbols.is_empty()
    }

    /// Whether so many symbols are in it that it must be written.
    fn is_full(&self) -> bool {
        self.symbols.len() == SYMBOLS - 1
    }

    /// Adds a byte and says whether the block is full.
    pub fn literal(&mut self, byte: u8) -> bool {
        self.symbols.push((0, byte));
        self.literals[byte as usize] += 1;
        self.is_full()
    }

    /// Adds a match, of at least three bytes, and says whether the block is full.
    pub fn matched(&mut self, distance: usize, length: usize) -> bool {
        let length = length - 3;
        self.symbols.push((distance as u16, length as u8));
        self.literals[length_code(length).0 + 257] += 1;
        self.distances[distance_code(distance - 1).0] += 1;
        self.is_full()
    }

    /// Writes the block in the form that takes the least room, and empties it. `stored`: the bytes that it stands for.
    pub fn flush(&mut self, bits: &mut Bits, stored: Option<&[u8]>, last: bool) {
        let (literal_lengths, greatest_literal) = build_tree(&self.literals, 15);
        let (distance_lengths, greatest_distance) = build_tree(&self.distances, 15);
        let header = header(
            &literal_lengths[..=greatest_literal],
            &distance_lengths[..=greatest_distance],
        );
        let (header_lengths, _) = build_tree(&header.frequencies, 7);
        let mut used = BL_CODES - 1;
        while used >= 3 && header_lengths[BL_ORDER[used]] == 0 {
            used -= 1;
        }
        let static_literals = static_lengths();
        let extra = |symbol: usize, table: &[u8], from: usize| match symbol.checked_sub(from) {
            Some(code) => u64::from(table[code]),
            None => 0,
        };
        let (mut dynamic, mut fixed) = (0_u64, 0_u64);
        for (symbol, times) in self.literals.iter().enumerate() {
            let extra = extra(symbol, &EXTRA_LENGTH, 257);
            dynamic += u64::from(*times) * (u64::from(literal_lengths[symbol]) + extra);
            fixed += u64::from(*times) * (u64::from(static_literals[symbol]) + extra);
        }
        for (symbol, times) in self.distances.iter().enumerate() {
            let extra = extra(symbol, &EXTRA_DISTANCE, 0);
            dynamic += u64::from(*times) * (u64::from(distance_lengths[symbol]) + extra);
            fixed += u64::from(*times) * (5 + extra);
        }
        for (symbol, times) in header.frequencies.iter().enumerate() {
            let extra = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7][symbol];
            dynamic += u64::from(*times) * (u64::from(header_lengths[symbol]) + extra);
        }
        dynamic += 3 * (used as u64 + 1) + 5 + 5 + 4;
        let fixed_bytes = (fixed + 3 + 7) >> 3;
        let best = ((dynamic + 3 + 7) >> 3).min(fixed_bytes);
        match stored {
            Some(bytes) if bytes.len() as u64 + 4 <= best => super::bits::store(bits, bytes, last),
            _ if fixed_bytes == best => {
                bits.put(u32::from(last) | 1 << 1, 3);
                self.write(bits, &codes(&static_literals), &codes(&[5; 30]));
            }
            _ => {
                bits.put(u32::from(last) | 2 << 1, 3);
                bits.put(greatest_literal as u32 + 1 - 257, 5);
                bits.put(greatest_distance as u32, 5);
                bits.put(used as u32 + 1 - 4, 4);
                for symbol in &BL_ORDER[..=used] {
                    bits.put(header_lengths[*symbol].into(), 3);
                }
                let codes_of_header = codes(&header_lengths);
                for (symbol, extra, width) in header.symbols {
                    let code = codes_of_header[symbol];
                    bits.put(code.code.into(), code.length.into());
                    bits.put(extra, width);
                }
                self.write(bits, &codes(&literal_lengths), &codes(&distance_lengths));
            }
        }
        if last {
            bits.align();
        }
        *self = Block::new();
    }

    fn write(&self, bits: &mut Bits, literals: &[Code], distances: &[Code]) {
        for &(distance, value) in &self.symbols {
            if distance == 0 {
                let code = literals[value as usize];
                bits.put(code.code.into(), code.length.into());
                continue;
            }
            let (symbol, base) = length_code(value as usize);
            let code = literals[symbol + 257];
            bits.put(code.code.into(), code.length.into());
            bits.put((value as usize - base) as u32, EXTRA_LENGTH[symbol].into());
            let (symbol, base) = distance_code(distance as usize - 1);
            let code = distances[symbol];
            bits.put(code.code.into(), code.length.into());
            bits.put(
                (distance as usize - 1 - base) as u32,
                EXTRA_DISTANCE[symbol].into(),
            );
        }
        let end = literals[END_BLOCK];
        bits.put(end.code.into(), end.length.into());
    }
}

/// The lengths of the codes of a block, with their repetitions.
struct Header {
    /// Symbol, and how often it is repeated in so many bits.
    symbols: Vec<(usize, u32, u32)>,
    frequencies: [u32; BL_CODES],
}

fn header(literals: &[u8], distances: &[u8]) -> Header {
    let mut header = Header {
        symbols: Vec::new(),
        frequencies: [0; BL_CODES],
    };
    for lengths in [literals, distances] {
        scan(lengths, &mut header);
    }
    for (symbol, ..) in &header.symbols {
        header.frequencies[*symbol] += 1;
    }
    header
}

/// As zlib's `scan_tree`: a run has at most 6 (7 if it begins anew) lengths, a run of zeros 138.
fn scan(lengths: &[u8], header: &mut Header) {
    let mut previous = None;
    let mut count = 0_u32;
    let (mut most, mut least) = if lengths[0] == 0 { (138, 3) } else { (7, 4) };
    for (at, &length) in lengths.iter().enumerate() {
        let next = lengths.get(at + 1).copied();
        count += 1;
        if count < most && next == Some(length) {
            continue;
        }
        let symbol = usize::from(length);
        if count < least {
            for _ in 0..count {
                header.symbols.push((symbol, 0, 0));
            }
        } else if length != 0 {
            if previous != Some(length) {
                header.symbols.push((symbol, 0, 0));
                count -= 1;
            }
            header.symbols.push((16, count - 3, 2));
        } else if count <= 10 {
            header.symbols.push((17, count - 3, 3));
        } else {
            header.symbols.push((18, count - 11, 7));
        }
        count = 0;
        previous = Some(length);
        (most, least) = match next {
            Some(0) => (138, 3),
            _ if next == Some(length) => (6, 3),
            _ => (7, 4),
        };
    }
}
