//! Emitters, event targets, stores; files and timers as promises.

use super::{Maker, Place, expression};
use crate::program::Node;

impl Maker {
    pub(super) fn emitter(&mut self, place: Place) -> Node {
        let name = *self.rng.pick(&["a", "a", "b", "error"]);
        match self.rng.below(6) {
            0 | 1 => {
                let how = *self.rng.pick(&["on", "once", "prependListener"]);
                let body = self.block(place.function());
                Node::new(format!("em.{how}('{name}', (v) => @);"), vec![body])
            }
            2 => Node::plain(format!("em.removeAllListeners('{name}');")),
            3 if place.awaits => {
                let label = self.label();
                Node::plain(format!(
                    "console.log({label}, show(await once(em, '{name}')));"
                ))
            }
            _ => {
                let label = self.label();
                let value = if name == "error" {
                    expression(self.new_error())
                } else {
                    self.value(place.inner())
                };
                // An emitter that emits from its own listener must come to an end.
                let count = self.variable('n');
                Node::new(
                    format!(
                        "if (({count} = ({count} || 0) + 1) < 3) console.log({label}, em.emit('{name}', @));"
                    ),
                    vec![value],
                )
            }
        }
    }

    pub(super) fn target(&mut self, place: Place) -> Node {
        if self.rng.percent(55) {
            let options = *self.rng.pick(&["", "", ", { once: true }"]);
            let body = self.block(place.function());
            return Node::new(
                format!("target.addEventListener('a', () => @{options});"),
                vec![body],
            );
        }
        let count = self.variable('n');
        Node::plain(format!(
            "if (({count} = ({count} || 0) + 1) < 3) target.dispatchEvent(new Event('a'));"
        ))
    }

    pub(super) fn storage(&mut self, place: Place) -> Node {
        let store = self.variable('s');
        let label = self.label();
        let log = Node::plain(format!("console.log({label}, {store}.getStore());"));
        let body = self.block_with(log, place.function());
        Node::new(
            format!("({store} = new AsyncLocalStorage()).run({label}, () => @);"),
            vec![body],
        )
    }

    pub(super) fn file_operation(&mut self) -> &'static str {
        const OPERATIONS: [&str; 9] = [
            "stat('.'",
            "stat('nope'",
            "lstat('.'",
            "access('.'",
            "readdir('.'",
            "readFile('nope'",
            "readFile('data.txt'",
            "writeFile('out.txt', 'x'",
            "appendFile('out.txt', 'y'",
        ];
        OPERATIONS[self.rng.below(OPERATIONS.len())]
    }

    pub(super) fn file(&mut self, place: Place) -> Node {
        let operation = self.file_operation();
        let label = self.label();
        let log = Node::plain(format!("console.log({label}, e && e.code);"));
        let body = self.block_with(log, place.function());
        Node::new(format!("fs.{operation}, (e) => @);"), vec![body])
    }

    pub(super) fn file_promise(&mut self, place: Place) -> Node {
        let operation = self.file_operation();
        if place.awaits && self.rng.percent(50) {
            let label = self.label();
            return Node::plain(format!(
                "console.log({label}, typeof await fs.promises.{operation}));"
            ));
        }
        let then = self.block(place.function());
        let log = Node::plain(format!("console.log({}, e.code);", self.label()));
        let catch = self.block_with(log, place.function());
        Node::new(
            format!("fs.promises.{operation}).then(() => @, (e) => @);"),
            vec![then, catch],
        )
    }

    pub(super) fn timers_promises(&mut self, place: Place) -> Node {
        let ms = self.delay();
        let call = match self.rng.below(4) {
            0 => "timers.setImmediate(1)".to_owned(),
            1 => "timers.scheduler.yield()".to_owned(),
            2 => format!("timers.scheduler.wait({ms})"),
            _ => format!("timers.setTimeout({ms}, 2)"),
        };
        if place.awaits && self.rng.percent(60) {
            return self.await_of(Node::plain(call));
        }
        let then = self.block(place.function());
        Node::new(format!("{call}.then(() => @);"), vec![then])
    }
}
