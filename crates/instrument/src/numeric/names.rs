//! The names in a loop, and the places of their values.

use super::{Input, Slot};

/// So many names from around it a loop may use.
pub const MAX_INPUTS: usize = 8;

/// So many names it may use in all.
pub const MAX_SLOTS: usize = 16;

/// Names that are declared inside of the loop, and those from around it.
///
/// No name may be both: the probe's call, which names those from around, may be written where a declaration hides them.
#[derive(Default)]
pub(super) struct Names {
    pub inputs: Vec<Input>,
    /// Declared in the blocks around the place that is read, innermost last; whether it may be assigned to.
    inner: Vec<(String, Slot, bool)>,
    /// All that were ever declared.
    declared: Vec<String>,
}

impl Names {
    /// How many declared names are in scope: for [`Names::leave`].
    pub fn enter(&self) -> usize {
        self.inner.len()
    }

    /// A block ends.
    pub fn leave(&mut self, depth: usize) {
        self.inner.truncate(depth);
    }

    /// A name is declared inside of the loop.
    pub fn declare(&mut self, name: &str, assignable: bool) -> Option<Slot> {
        let hidden = self.inputs.iter().any(|input| input.name == name);
        let slot = MAX_INPUTS + self.declared.len();
        if hidden || slot >= MAX_SLOTS {
            return None;
        }
        self.declared.push(name.to_owned());
        self.inner.push((name.to_owned(), slot as Slot, assignable));
        Some(slot as Slot)
    }

    /// A name is read.
    pub fn read(&mut self, name: &str) -> Option<Slot> {
        match self.inner.iter().rev().find(|(inner, ..)| inner == name) {
            Some(&(_, slot, _)) => Some(slot),
            None => self.input(name),
        }
    }

    /// A name is assigned to.
    pub fn write(&mut self, name: &str) -> Option<Slot> {
        match self.inner.iter().rev().find(|(inner, ..)| inner == name) {
            Some(&(_, slot, assignable)) => assignable.then_some(slot),
            None => {
                let slot = self.input(name)?;
                self.inputs[slot as usize].written = true;
                Some(slot)
            }
        }
    }

    fn input(&mut self, name: &str) -> Option<Slot> {
        if self.declared.iter().any(|inner| inner == name) {
            return None;
        }
        let known = self.inputs.iter().position(|input| input.name == name);
        let slot = known.unwrap_or(self.inputs.len());
        if known.is_none() {
            self.inputs.push(Input {
                name: name.to_owned(),
                written: false,
            });
        }
        (slot < MAX_INPUTS).then_some(slot as Slot)
    }
}
