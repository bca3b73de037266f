//! A stream of bits, the lowest of a byte first.

/// Bits that were written.
#[derive(Default)]
pub struct Bits {
    bytes: Vec<u8>,
    pending: u64,
    count: u32,
}

impl Bits {
    /// Adds the lowest bits of a number.
    pub fn put(&mut self, value: u32, width: u32) {
        self.pending |= u64::from(value) << self.count;
        self.count += width;
        while self.count >= 8 {
            self.bytes.push(self.pending as u8);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    /// Fills the last byte with zeros.
    pub fn align(&mut self) {
        if self.count > 0 {
            self.put(0, 8 - self.count);
        }
    }

    /// The whole bytes that were not taken yet.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }
}

/// Writes a block that is not compressed.
pub fn store(bits: &mut Bits, bytes: &[u8], last: bool) {
    bits.put(u32::from(last), 3);
    bits.align();
    let length = bytes.len() as u32;
    bits.put(length, 16);
    bits.put(!length & 0xffff, 16);
    for byte in bytes {
        bits.put((*byte).into(), 8);
    }
}
