//! Promises, what they are settled with, and what waits for them.

use super::{Feature, Maker, Place, expression};
use crate::program::{Child, Node};

impl Maker {
    pub(super) fn awaiting(&mut self, place: Place) -> Node {
        let value = match self.value(place.inner()) {
            Child::Expression(node) => *node,
            Child::Block(_) => unreachable!("a value is an expression"),
        };
        if self.rng.percent(20) && self.has(Feature::Combinators) {
            let items = vec![
                expression(value),
                self.value(place.inner()),
                self.block_with(Node::plain("console.log(show(v));"), place.inner()),
            ];
            return Node::new("for await (const v of [@, @]) @", items);
        }
        self.await_of(value)
    }

    pub(super) fn await_of(&mut self, value: Node) -> Node {
        let label = self.label();
        Node::new(
            format!("console.log({label}, show(await @));"),
            vec![expression(value)],
        )
    }

    /// An expression of any sort.
    pub(super) fn value(&mut self, place: Place) -> Child {
        self.budget -= 1;
        if place.depth > 5 || self.budget <= 0 || self.rng.percent(25) {
            let label = self.label();
            return expression(Node::plain(match self.rng.below(3) {
                0 => format!("'v{label}'"),
                1 => "null".to_owned(),
                _ => format!("Promise.resolve({label})"),
            }));
        }
        self.promise(place)
    }

    pub(super) fn promise_statement(&mut self, place: Place) -> Node {
        let promise = self.promise(place.inner());
        match self.rng.below(5) {
            0 => {
                let variable = self.variable('p');
                self.promises.push(variable.clone());
                Node::new(format!("{variable} = @;"), vec![promise])
            }
            1 => {
                let log = self.log_value("v");
                let then = self.block_with(log, place.function());
                let log = self.log_value("e");
                let catch = self.block_with(log, place.function());
                Node::new(
                    "Promise.resolve(@).then((v) => @, (e) => @);",
                    vec![promise, then, catch],
                )
            }
            2 => {
                let log = self.log_value("e");
                let catch = self.block_with(log, place.function());
                Node::new("Promise.resolve(@).catch((e) => @);", vec![promise, catch])
            }
            3 => {
                let finally = self.block(place.function());
                Node::new(
                    "Promise.resolve(@).finally(() => @);",
                    vec![promise, finally],
                )
            }
            _ => {
                let log = self.log_value("v");
                let then = self.block_with(log, place.function());
                Node::new("Promise.resolve(@).then((v) => @);", vec![promise, then])
            }
        }
    }

    pub(super) fn combinator_statement(&mut self, place: Place) -> Node {
        let name = *self.rng.pick(&["all", "race", "any", "allSettled"]);
        let one = self.value(place.inner());
        let two = self.value(place.inner());
        let log = self.log_value("v");
        let then = self.block_with(log, place.function());
        let log = self.log_value("e");
        let catch = self.block_with(log, place.function());
        Node::new(
            format!("Promise.{name}([@, @]).then((v) => @, (e) => @);"),
            vec![one, two, then, catch],
        )
    }

    /// An expression whose value is a promise, or that can be awaited like one.
    pub(super) fn promise(&mut self, place: Place) -> Child {
        self.budget -= 1;
        let inner = place.inner();
        let node = match self.rng.below(14) {
            0 | 1 => {
                let body = self.block(place.in_async());
                Node::new("(async () => @)()", vec![body])
            }
            2 => {
                let mut body = self.block(place.in_async());
                let value = self.value(place.in_async());
                if let Child::Block(nodes) = &mut body {
                    let how = *self.rng.pick(&["return @;", "return await @;", "throw @;"]);
                    nodes.push(Node::new(how, vec![value]));
                }
                Node::new("(async () => @)()", vec![body])
            }
            3 => {
                let error = self.new_error();
                Node::new("Promise.reject(@)", vec![expression(error)])
            }
            4 => {
                let value = self.value(inner);
                Node::new("Promise.resolve(@)", vec![value])
            }
            5 => {
                let body = self.resolver(place, "resolve");
                Node::new("new Promise((resolve) => @)", vec![body])
            }
            6 => {
                let body = self.resolver(place, "reject");
                Node::new("new Promise((resolve, reject) => @)", vec![body])
            }
            7 => {
                let body = self.resolver(place, "resolve");
                Node::new("({ then(resolve) @ })", vec![body])
            }
            8 if !self.promises.is_empty() => {
                let variable = self.promises[self.rng.below(self.promises.len())].clone();
                Node::plain(variable)
            }
            9 if self.has(Feature::Timers) => {
                let ms = self.delay();
                Node::plain(format!("new Promise((r) => setTimeout(r, {ms}, 'slept'))"))
            }
            10 if self.has(Feature::Immediates) => Node::plain("new Promise(setImmediate)"),
            11 if self.has(Feature::Ticks) => Node::plain("new Promise(process.nextTick)"),
            12 if self.has(Feature::AsyncGenerators) => {
                let generator = self.async_generator_value(place);
                let how = *self.rng.pick(&["@.next()", "@.return(5)"]);
                Node::new(how, vec![generator])
            }
            _ => {
                let promise = self.promise(inner);
                let mut body = self.block(place.function());
                let value = self.value(place.function());
                if let Child::Block(nodes) = &mut body {
                    nodes.push(Node::new("return @;", vec![value]));
                }
                let how = *self.rng.pick(&["then", "catch", "finally"]);
                Node::new(
                    format!("Promise.resolve(@).{how}(() => @)"),
                    vec![promise, body],
                )
            }
        };
        expression(node)
    }

    /// The body of an executor, which settles at once or later.
    pub(super) fn resolver(&mut self, place: Place, settle: &str) -> Child {
        let value = if settle == "reject" {
            expression(self.new_error())
        } else {
            self.value(place.function())
        };
        let settles = Node::new(format!("{settle}(@);"), vec![value]);
        let later = match self.rng.below(5) {
            0 if self.has(Feature::Ticks) => Some("process.nextTick(() => @);"),
            1 if self.has(Feature::Immediates) => Some("setImmediate(() => @);"),
            2 if self.has(Feature::Timers) => Some("setTimeout(() => @, 10);"),
            3 => Some("queueMicrotask(() => @);"),
            _ => None,
        };
        let Child::Block(mut nodes) = self.block(place.function()) else {
            unreachable!("a block is a block");
        };
        match later {
            None => nodes.push(settles),
            Some(how) => nodes.push(Node::new(how, vec![Child::Block(vec![settles])])),
        }
        Child::Block(nodes)
    }
}
