//! Huffman codes, with zlib's choice among those that are equally good.

const HEAP_SIZE: usize = 2 * super::trees::L_CODES + 1;

/// A code of so many bits.
#[derive(Clone, Copy, Default)]
pub struct Code {
    /// The bits, the first one lowest.
    pub code: u16,
    /// How many.
    pub length: u8,
}

/// The codes of the frequencies, of at most `limit` bits, with the sizes of what they stand for: the lengths of the codes,
/// and the greatest symbol that occurs.
pub fn build_tree(frequencies: &[u32], limit: usize) -> (Vec<u8>, usize) {
    let elements = frequencies.len();
    let mut weight = vec![0_u32; HEAP_SIZE];
    weight[..elements].copy_from_slice(frequencies);
    let mut parent = vec![0_usize; HEAP_SIZE];
    let mut depth = vec![0_u8; HEAP_SIZE];
    let mut lengths = vec![0_usize; HEAP_SIZE];
    // A heap from 1 on; the end of the array takes the nodes in order of their weight.
    let mut heap = vec![0_usize; HEAP_SIZE + 1];
    let (mut size, mut top) = (0, HEAP_SIZE);
    let mut greatest = 0;
    for (symbol, times) in frequencies.iter().enumerate() {
        if *times != 0 {
            size += 1;
            heap[size] = symbol;
            greatest = symbol;
        }
    }
    // At least two codes: a distance code of one symbol would have no bits.
    let mut max_known = if size == 0 { None } else { Some(greatest) };
    while size < 2 {
        let symbol = match max_known {
            Some(symbol) if symbol >= 2 => 0,
            None => 0,
            Some(symbol) => symbol + 1,
        };
        max_known = Some(max_known.map_or(symbol, |known| known.max(symbol)));
        size += 1;
        heap[size] = symbol;
        weight[symbol] = 1;
    }
    let greatest = max_known.unwrap_or(0);
    let smaller = |weight: &[u32], depth: &[u8], a: usize, b: usize| {
        weight[a] < weight[b] || weight[a] == weight[b] && depth[a] <= depth[b]
    };
    let sift = |heap: &mut [usize], size: usize, weight: &[u32], depth: &[u8], start: usize| {
        let moved = heap[start];
        let (mut at, mut child) = (start, start * 2);
        while child <= size {
            if child < size && smaller(weight, depth, heap[child + 1], heap[child]) {
                child += 1;
            }
            if smaller(weight, depth, moved, heap[child]) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child *= 2;
        }
        heap[at] = moved;
    };
    for start in (1..=size / 2).rev() {
        sift(&mut heap, size, &weight, &depth, start);
    }
    let mut node = elements;
    loop {
        let first = heap[1];
        heap[1] = heap[size];
        size -= 1;
        sift(&mut heap, size, &weight, &depth, 1);
        let second = heap[1];
        top -= 1;
        heap[top] = first;
        top -= 1;
        heap[top] = second;
        weight[node] = weight[first] + weight[second];
        depth[node] = depth[first].max(depth[second]) + 1;
        parent[first] = node;
        parent[second] = node;
        heap[1] = node;
        node += 1;
        sift(&mut heap, size, &weight, &depth, 1);
        if size < 2 {
            break;
        }
    }
    top -= 1;
    heap[top] = heap[1];
    bit_lengths(&heap, top, &parent, &mut lengths, elements, greatest, limit);
    let lengths = lengths[..elements].iter().map(|l| *l as u8).collect();
    (lengths, greatest)
}

/// How many bits each symbol gets: its depth in the tree, mended where that is more than the limit.
fn bit_lengths(
    heap: &[usize],
    top: usize,
    parent: &[usize],
    lengths: &mut [usize],
    elements: usize,
    greatest: usize,
    limit: usize,
) {
    let mut count = [0_usize; 16];
    let mut overflow = 0_i32;
    lengths[heap[top]] = 0;
    for &node in &heap[top + 1..HEAP_SIZE] {
        let mut bits = lengths[parent[node]] + 1;
        if bits > limit {
            bits = limit;
            overflow += 1;
        }
        lengths[node] = bits;
        if node <= greatest && node < elements {
            count[bits] += 1;
        }
    }
    if overflow == 0 {
        return;
    }
    while overflow > 0 {
        let mut bits = limit - 1;
        while count[bits] == 0 {
            bits -= 1;
        }
        count[bits] -= 1;
        count[bits + 1] += 2;
        count[limit] -= 1;
        overflow -= 2;
    }
    let mut at = HEAP_SIZE;
    for bits in (1..=limit).rev() {
        let mut left = count[bits];
        while left > 0 {
            at -= 1;
            let node = heap[at];
            if node > greatest || node >= elements {
                continue;
            }
            lengths[node] = bits;
            left -= 1;
        }
    }
}

/// The codes of these lengths, in order of length and symbol, with their bits reversed.
pub fn codes(lengths: &[u8]) -> Vec<Code> {
    let mut count = [0_u16; 16];
    for length in lengths {
        count[*length as usize] += 1;
    }
    count[0] = 0;
    let mut next = [0_u16; 16];
    for bits in 1..16 {
        next[bits] = (next[bits - 1] + count[bits - 1]) << 1;
    }
    let code = |length: &u8| {
        let length = *length;
        if length == 0 {
            return Code::default();
        }
        let code = next[length as usize];
        next[length as usize] += 1;
        let code = code.reverse_bits() >> (16 - length);
        Code { code, length }
    };
    lengths.iter().map(code).collect()
}
