//! Maps as they are read. Those of the crate make room for as many entries as the data says there are, which may be a lie.

use litemap::LiteMap;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// Reads a map, entry by entry.
///
/// # Errors
/// Those of the data.
pub fn read<'de, V, D>(from: D) -> Result<LiteMap<String, V>, D::Error>
where
    V: Deserialize<'de>,
    D: Deserializer<'de>,
{
    from.deserialize_map(Entries(PhantomData))
}

struct Entries<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
    type Value = LiteMap<String, V>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = LiteMap::new();
        while let Some((key, value)) = entries.next_entry::<String, V>()? {
            map.insert(key, value);
        }
        Ok(map)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Scenario, Trace};

    /// Found by `fuzz/fuzz_targets/trace.rs`: the machine's memory was asked for.
    #[test]
    fn a_lie_about_the_length_takes_no_memory() {
        let trace = Trace::new(Scenario::of_program(""));
        let bytes = postcard::to_allocvec(&trace).expect("a trace can be written");
        let path = bytes
            .windows(8)
            .position(|window| window == b"\x01\x07main.j")
            .expect("the map of files");
        let lie = [
            &bytes[..path],
            &[0xff, 0xff, 0xff, 0xff, 0x0f],
            &bytes[path + 1..],
        ]
        .concat();
        assert!(postcard::from_bytes::<Trace>(&lie).is_err());
    }
}
