//! Errors thrown, caught and left, the events of the process, and its end.

use super::{Maker, Place, expression};
use crate::program::{Child, Node};

impl Maker {
    pub(super) fn new_error(&mut self) -> Node {
        let label = self.label();
        Node::plain(format!("new Error('e{label}')"))
    }

    pub(super) fn error(&mut self, place: Place) -> Node {
        let label = self.label();
        match self.rng.below(8) {
            0 | 1 => Node::plain(format!("throw new Error('e{label}');")),
            2 => Node::plain(format!("throw {label};")),
            3 | 4 => Node::plain(format!("Promise.reject(new Error('e{label}'));")),
            5 => {
                let callback = self.throwing(place);
                let how = *self.rng.pick(&[
                    "process.nextTick(@);",
                    "queueMicrotask(@);",
                    "setImmediate(@);",
                    "Promise.resolve().then(@);",
                    "setTimeout(@, 10);",
                ]);
                Node::new(how, vec![callback])
            }
            6 => {
                let name = *self.rng.pick(&[
                    "uncaughtException",
                    "unhandledRejection",
                    "rejectionHandled",
                    "uncaughtExceptionMonitor",
                ]);
                self.listener(name, place)
            }
            _ => {
                let promise = self.variable('p');
                self.promises.push(promise.clone());
                Node::plain(format!(
                    "{promise} = Promise.reject(new Error('e{label}'));"
                ))
            }
        }
    }

    pub(super) fn throwing(&mut self, place: Place) -> Child {
        let label = self.label();
        let throw = Node::plain(format!("throw new Error('e{label}');"));
        let Child::Block(mut nodes) = self.block(place.function()) else {
            unreachable!("a block is a block");
        };
        nodes.push(throw);
        expression(Node::new("() => @", vec![Child::Block(nodes)]))
    }

    pub(super) fn catching(&mut self, place: Place) -> Node {
        let body = self.block(place.inner());
        let log = self.log_value("e");
        let handler = self.block_with(log, place.inner());
        let after = self.block(place.inner());
        match self.rng.below(3) {
            0 => Node::new("try @ catch (e) @", vec![body, handler]),
            1 => Node::new("try @ finally @", vec![body, after]),
            _ => Node::new("try @ catch (e) @ finally @", vec![body, handler, after]),
        }
    }

    pub(super) fn listener(&mut self, name: &str, place: Place) -> Node {
        let how = *self.rng.pick(&["on", "on", "on", "once"]);
        let value = if name == "rejectionHandled" { "" } else { "e" };
        let log = if value.is_empty() {
            self.log()
        } else {
            self.log_value(value)
        };
        let body = self.block_with(log, place.function());
        Node::new(
            format!("process.{how}('{name}', ({value}) => @);"),
            vec![body],
        )
    }

    pub(super) fn process_event(&mut self, place: Place) -> Node {
        match self.rng.below(6) {
            0 | 1 => {
                let log = self.log_value("e");
                let body = self.block_with(log, place.function());
                Node::new("process.on('exit', (e) => @);", vec![body])
            }
            2 | 3 => {
                let count = self.variable('n');
                let body = self.block(place.function());
                Node::new(
                    format!(
                        "process.on('beforeExit', () => {{ if (({count} = ({count} || 0) + 1) < 3) @ }});"
                    ),
                    vec![body],
                )
            }
            4 => {
                let log = self.log_value("e");
                let body = self.block_with(log, place.function());
                Node::new("process.on('warning', (e) => @);", vec![body])
            }
            _ => {
                let label = self.label();
                Node::plain(format!("process.emitWarning('w{label}');"))
            }
        }
    }

    pub(super) fn exit(&mut self) -> Node {
        let code = self.rng.below(5);
        if self.rng.percent(75) {
            Node::plain(format!("process.exitCode = {code};"))
        } else {
            let code = *self.rng.pick(&["", "3"]);
            Node::plain(format!("process.exit({code});"))
        }
    }
}
