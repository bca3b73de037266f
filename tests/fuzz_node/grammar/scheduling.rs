//! Ticks, microtasks, timers, intervals, immediates, and what is done with their handles.

use super::{Maker, Place};
use crate::program::Node;

impl Maker {
    pub(super) fn tick(&mut self, place: Place) -> Node {
        let callback = self.callback(place);
        if self.rng.percent(60) {
            Node::new("process.nextTick(@);", vec![callback])
        } else {
            Node::new("queueMicrotask(@);", vec![callback])
        }
    }

    pub(super) fn timer(&mut self, place: Place) -> Node {
        let ms = self.delay();
        let handle = self.variable('t');
        let callback = self.callback(place);
        self.handles.push(handle.clone());
        let control = match self.rng.below(12) {
            0 => ".unref()",
            1 => ".ref()",
            2 if ms > 1 => ".refresh()",
            _ => "",
        };
        Node::new(
            format!("{handle} = setTimeout(@, {ms}){control};"),
            vec![callback],
        )
    }

    /// Three times at most.
    pub(super) fn interval(&mut self, place: Place) -> Node {
        let ms = *self.rng.pick(&[10, 25, 55]);
        let handle = self.variable('t');
        let count = self.variable('n');
        let times = 1 + self.rng.below(3);
        let stop = Node::plain(format!(
            "if (({count} = ({count} || 0) + 1) >= {times}) clearInterval({handle});"
        ));
        let body = self.block_with(stop, place.function());
        self.handles.push(handle.clone());
        Node::new(
            format!("{handle} = setInterval(() => @, {ms});"),
            vec![body],
        )
    }

    pub(super) fn timer_control(&mut self) -> Node {
        let from_immediates = !self.immediates.is_empty() && self.rng.percent(30);
        if from_immediates {
            let handle = self.immediates[self.rng.below(self.immediates.len())].clone();
            return Node::plain(match self.rng.below(4) {
                0 => format!("{handle}?.unref();"),
                1 => format!("{handle}?.ref();"),
                2 => {
                    let label = self.label();
                    format!("console.log({label}, {handle}?.hasRef());")
                }
                _ => format!("clearImmediate({handle});"),
            });
        }
        if self.handles.is_empty() {
            return self.log();
        }
        let handle = self.handles[self.rng.below(self.handles.len())].clone();
        Node::plain(match self.rng.below(6) {
            0 => format!("{handle}?.unref();"),
            1 => format!("{handle}?.ref();"),
            2 => {
                let count = self.variable('n');
                format!("if (({count} = ({count} || 0) + 1) < 3) {handle}?.refresh();")
            }
            3 => {
                let label = self.label();
                format!("console.log({label}, {handle}?.hasRef());")
            }
            4 => format!("clearInterval({handle});"),
            _ => format!("clearTimeout({handle});"),
        })
    }

    pub(super) fn immediate(&mut self, place: Place) -> Node {
        let handle = self.variable('i');
        let callback = self.callback(place);
        self.immediates.push(handle.clone());
        let control = match self.rng.below(12) {
            0 => ".unref()",
            _ => "",
        };
        Node::new(
            format!("{handle} = setImmediate(@){control};"),
            vec![callback],
        )
    }
}
