//! Inflate, with zlib's words for what is wrong.

/// Why data cannot be inflated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The data is wrong: zlib's words.
    Data(&'static str),
    /// The data ends too early.
    Short,
    /// There would be more than so many bytes.
    TooLarge,
}

const LENGTHS: [(usize, u32); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];
/// So far back may a match lie.
const FARTHEST: usize = 32_768;

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    pending: u32,
    count: u32,
}

impl Reader<'_> {
    fn bits(&mut self, width: u32) -> Result<u32, Failure> {
        while self.count < width {
            let byte = self.bytes.get(self.at).ok_or(Failure::Short)?;
            self.pending |= u32::from(*byte) << self.count;
            self.at += 1;
            self.count += 8;
        }
        let value = self.pending & ((1 << width) - 1);
        self.pending >>= width;
        self.count -= width;
        Ok(value)
    }
}

/// Codes by their length: how many there are, and their symbols in order.
struct Table {
    count: [u16; 16],
    symbols: Vec<u16>,
}

impl Table {
    /// The codes of these lengths; nothing if there are too many, or too few where `whole`.
    fn new(lengths: &[u8], whole: bool) -> Option<Table> {
        let mut count = [0_u16; 16];
        for length in lengths {
            count[*length as usize] += 1;
        }
        let used = lengths.len() as u16 - count[0];
        count[0] = 0;
        let mut left = 1_i32;
        for codes in &count[1..] {
            left = (left << 1) - i32::from(*codes);
            if left < 0 {
                return None;
            }
        }
        // A single code of one bit is allowed to be alone, except among the codes of lengths.
        if left > 0 && (whole || used > 1 || used == 1 && count[1] != 1) {
            return None;
        }
        let mut starts = [0_u16; 16];
        for bits in 1..15 {
            starts[bits + 1] = starts[bits] + count[bits];
        }
        let mut symbols = vec![0; used as usize];
        for (symbol, length) in lengths.iter().enumerate().filter(|(_, l)| **l != 0) {
            let start = &mut starts[*length as usize];
            symbols[*start as usize] = symbol as u16;
            *start += 1;
        }
        Some(Table { count, symbols })
    }

    /// The next symbol; nothing for a code that stands for none.
    fn symbol(&self, reader: &mut Reader<'_>) -> Result<Option<usize>, Failure> {
        let (mut code, mut first, mut index) = (0_i32, 0_i32, 0_i32);
        for bits in 1..16 {
            code |= reader.bits(1)? as i32;
            let count = i32::from(self.count[bits]);
            if code - count < first {
                return Ok(Some(self.symbols[(index + code - first) as usize].into()));
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        Ok(None)
    }
}

/// Inflates what comes in pieces and has no header.
#[derive(Default)]
pub struct Inflater {
    /// What came out.
    pub out: Vec<u8>,
    /// How many bytes were read: of all, once it is over.
    pub read: usize,
    /// The bits of the last of these that belong to the next block.
    pending: u32,
    count: u32,
    /// Where the output of the block begins that is not whole yet.
    begun: usize,
}

impl Inflater {
    /// Goes on with all the bytes that there are so far, until the last block's end. A block that is not whole is inflated
    /// again when there is more.
    ///
    /// # Errors
    /// What is wrong, [`Failure::Short`] if there is no last block yet. What came out so far is in `out`; no more than some
    /// bytes beyond `limit`.
    pub fn run(&mut self, bytes: &[u8], limit: usize) -> Result<(), Failure> {
        loop {
            self.out.truncate(self.begun);
            let mut reader = Reader {
                bytes,
                at: self.read,
                pending: self.pending,
                count: self.count,
            };
            let last = block(&mut reader, &mut self.out, limit)?;
            self.begun = self.out.len();
            (self.read, self.pending, self.count) = (reader.at, reader.pending, reader.count);
            if self.out.len() > limit {
                return Err(Failure::TooLarge);
            }
            if last {
                return Ok(());
            }
        }
    }
}

/// Inflates a block and says whether it is the last one.
fn block(reader: &mut Reader<'_>, out: &mut Vec<u8>, limit: usize) -> Result<bool, Failure> {
    let last = reader.bits(1)? == 1;
    match reader.bits(2)? {
        0 => stored(reader, out)?,
        1 => {
            let length = |symbol| match symbol {
                0..=143 => 8,
                144..=255 => 9,
                256..=279 => 7,
                _ => 8,
            };
            let lengths: Vec<u8> = (0..288).map(length).collect();
            let tables = (Table::new(&lengths, false), Table::new(&[5; 32], false));
            if let (Some(literals), Some(distances)) = tables {
                compressed(reader, out, &literals, &distances, limit)?;
            }
        }
        2 => {
            let (literals, distances) = dynamic(reader)?;
            compressed(reader, out, &literals, &distances, limit)?;
        }
        _ => return Err(Failure::Data("invalid block type")),
    }
    Ok(last)
}

fn stored(reader: &mut Reader<'_>, out: &mut Vec<u8>) -> Result<(), Failure> {
    reader.pending = 0;
    reader.count = 0;
    let head = reader
        .bytes
        .get(reader.at..reader.at + 4)
        .ok_or(Failure::Short)?;
    let length = u16::from_le_bytes([head[0], head[1]]);
    if length != !u16::from_le_bytes([head[2], head[3]]) {
        return Err(Failure::Data("invalid stored block lengths"));
    }
    reader.at += 4;
    let rest = &reader.bytes[reader.at..];
    let taken = usize::from(length).min(rest.len());
    out.extend_from_slice(&rest[..taken]);
    reader.at += taken;
    if taken < usize::from(length) {
        return Err(Failure::Short);
    }
    Ok(())
}

fn dynamic(reader: &mut Reader<'_>) -> Result<(Table, Table), Failure> {
    let literals = reader.bits(5)? as usize + 257;
    let distances = reader.bits(5)? as usize + 1;
    let known = reader.bits(4)? as usize + 4;
    if literals > 286 || distances > 30 {
        return Err(Failure::Data("too many length or distance symbols"));
    }
    let mut lengths = [0; 19];
    for symbol in &ORDER[..known] {
        lengths[*symbol] = reader.bits(3)? as u8;
    }
    let table = Table::new(&lengths, true).ok_or(Failure::Data("invalid code lengths set"))?;
    let mut lengths: Vec<u8> = Vec::new();
    while lengths.len() < literals + distances {
        let symbol = table.symbol(reader)?;
        let (length, times) = match symbol {
            Some(symbol @ 0..=15) => (symbol as u8, 1),
            Some(16) => {
                let last = lengths.last().copied();
                let last = last.ok_or(Failure::Data("invalid bit length repeat"))?;
                (last, 3 + reader.bits(2)?)
            }
            Some(17) => (0, 3 + reader.bits(3)?),
            _ => (0, 11 + reader.bits(7)?),
        };
        for _ in 0..times {
            lengths.push(length);
        }
    }
    if lengths.len() > literals + distances {
        return Err(Failure::Data("invalid bit length repeat"));
    }
    if lengths[256] == 0 {
        return Err(Failure::Data("invalid code -- missing end-of-block"));
    }
    let (first, second) = lengths.split_at(literals);
    let first = Table::new(first, false).ok_or(Failure::Data("invalid literal/lengths set"))?;
    let second = Table::new(second, false).ok_or(Failure::Data("invalid distances set"))?;
    Ok((first, second))
}

fn compressed(
    reader: &mut Reader<'_>,
    out: &mut Vec<u8>,
    literals: &Table,
    distances: &Table,
    limit: usize,
) -> Result<(), Failure> {
    loop {
        match literals.symbol(reader)? {
            Some(byte @ 0..=255) => out.push(byte as u8),
            Some(256) => return Ok(()),
            Some(symbol) if symbol < 286 => {
                let (base, extra) = LENGTHS[symbol - 257];
                let length = base + reader.bits(extra)? as usize;
                let symbol = distances.symbol(reader)?.filter(|symbol| *symbol < 30);
                let symbol = symbol.ok_or(Failure::Data("invalid distance code"))?;
                let extra = (symbol as u32 / 2).saturating_sub(1);
                let base = if symbol < 4 {
                    symbol + 1
                } else {
                    ((2 + symbol % 2) << extra) + 1
                };
                let distance = base + reader.bits(extra)? as usize;
                if distance > out.len() || distance > FARTHEST {
                    return Err(Failure::Data("invalid distance too far back"));
                }
                for _ in 0..length {
                    out.push(out[out.len() - distance]);
                }
            }
            _ => return Err(Failure::Data("invalid literal/length code")),
        }
        if out.len() > limit {
            return Err(Failure::TooLarge);
        }
    }
}
