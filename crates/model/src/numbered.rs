//! A map from numbers, in their order. Whatever it holds, it is one and the same tree of numbers to the compiler: the worker
//! has so many maps that each one's own tree would be a good part of its Wasm.

use crate::handle::HandleId;
use crate::task::TaskId;
use std::collections::BTreeMap;
use std::marker::PhantomData;

/// What counts as a number.
pub trait Number: Copy {
    /// It as a number.
    fn number(self) -> u32;
    /// The one with this number, which [`number`](Number::number) gave.
    fn of(number: u32) -> Self;
}

impl Number for u32 {
    fn number(self) -> u32 {
        self
    }
    fn of(number: u32) -> u32 {
        number
    }
}

impl Number for TaskId {
    fn number(self) -> u32 {
        self.0
    }
    fn of(number: u32) -> TaskId {
        TaskId(number)
    }
}

impl Number for HandleId {
    fn number(self) -> u32 {
        self.0
    }
    fn of(number: u32) -> HandleId {
        HandleId(number)
    }
}

/// Values by number. What it can do is named as in [`BTreeMap`].
#[derive(Debug, Clone)]
pub struct Numbered<K, V> {
    /// Where in `values` each one is.
    places: BTreeMap<u32, u32>,
    values: Vec<Option<V>>,
    /// Places that hold nothing.
    free: Vec<u32>,
    keys: PhantomData<K>,
}

impl<K, V> Default for Numbered<K, V> {
    fn default() -> Numbered<K, V> {
        Numbered {
            places: BTreeMap::new(),
            values: Vec::new(),
            free: Vec::new(),
            keys: PhantomData,
        }
    }
}

impl<K: Number, V> Numbered<K, V> {
    /// An empty map.
    pub fn new() -> Numbered<K, V> {
        Numbered::default()
    }

    fn place(&self, key: &K) -> Option<usize> {
        place(&self.places, key.number())
    }

    /// The value of this number.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.values[self.place(key)?].as_ref()
    }

    /// The value of this number, to be changed.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let place = self.place(key)?;
        self.values[place].as_mut()
    }

    /// Whether there is a value of this number.
    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_some()
    }

    /// Sets the value of a number; gives what it was.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        if let Some(place) = self.place(&key) {
            return self.values[place].replace(value);
        }
        let place = self.free.pop().unwrap_or(self.values.len() as u32);
        self.places.insert(key.number(), place);
        match self.values.get_mut(place as usize) {
            Some(free) => *free = Some(value),
            None => self.values.push(Some(value)),
        }
        None
    }

    /// Takes the value of a number away, and gives it.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let place = self.places.remove(&key.number())?;
        self.free.push(place);
        self.values[place as usize].take()
    }

    /// The value of a number; if there is none, it is the default one from now on.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        if !self.contains_key(&key) {
            self.insert(key, V::default());
        }
        let place = self.places[&key.number()];
        self.values[place as usize].get_or_insert_default()
    }

    /// The numbers and their values, in the order of the numbers.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (K, &V)> {
        let pairs = self.places.iter();
        pairs.filter_map(|(key, place)| Some((K::of(*key), self.values[*place as usize].as_ref()?)))
    }

    /// The numbers, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = K> {
        self.places.keys().map(|key| K::of(*key))
    }

    /// The values, in the order of their numbers.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        *self = Numbered::default();
    }
}

impl<K: Number, V> std::ops::Index<&K> for Numbered<K, V> {
    type Output = V;

    fn index(&self, key: &K) -> &V {
        self.get(key).expect("no value of this number")
    }
}

impl<K: Number, V: PartialEq> PartialEq for Numbered<K, V> {
    fn eq(&self, other: &Numbered<K, V>) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .zip(other.iter())
                .all(|((key, value), (number, same))| {
                    key.number() == number.number() && value == same
                })
    }
}

impl<K: Number, V: Eq> Eq for Numbered<K, V> {}

fn place(places: &BTreeMap<u32, u32>, number: u32) -> Option<usize> {
    places.get(&number).map(|place| *place as usize)
}

impl<K: Number, V> FromIterator<(K, V)> for Numbered<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Numbered<K, V> {
        let mut map = Numbered::new();
        for (key, value) in pairs {
            map.insert(key, value);
        }
        map
    }
}

#[cfg(test)]
mod tests {
    use super::Numbered;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_is_a_map_in_the_order_of_its_keys(changes in prop::collection::vec((0..20u32, prop::option::of(0..9u8)), 0..80)) {
            let mut map = Numbered::<u32, u8>::new();
            let mut expect = BTreeMap::new();
            for (key, change) in changes {
                match change {
                    Some(value) => prop_assert_eq!(map.insert(key, value), expect.insert(key, value)),
                    None => prop_assert_eq!(map.remove(&key), expect.remove(&key)),
                }
                prop_assert_eq!(map.get(&key), expect.get(&key));
                prop_assert!(map.iter().eq(expect.iter().map(|(key, value)| (*key, value))));
                prop_assert_eq!(map.len(), expect.len());
                prop_assert!(map.values.len() <= 20);
            }
        }
    }

    #[test]
    fn what_is_missing_is_the_default() {
        let mut map = Numbered::<u32, Vec<u8>>::new();
        map.or_default(3).push(1);
        map.or_default(3).push(2);
        assert_eq!(map.get(&3), Some(&vec![1, 2]));
    }
}
