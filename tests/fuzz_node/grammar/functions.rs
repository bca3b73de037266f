//! Async functions, generators and async generators.

use super::{Maker, Place, expression};
use crate::program::{Child, Node};

impl Maker {
    pub(super) fn async_statement(&mut self, place: Place) -> Node {
        let body = self.block(place.in_async());
        if place.awaits && self.rng.percent(40) {
            return Node::new("await (async () => @)();", vec![body]);
        }
        match self.rng.below(3) {
            0 => {
                let log = self.log_value("e");
                let catch = self.block_with(log, place.function());
                Node::new("(async () => @)().catch((e) => @);", vec![body, catch])
            }
            1 => {
                let variable = self.variable('p');
                self.promises.push(variable.clone());
                Node::new(format!("{variable} = (async () => @)();"), vec![body])
            }
            _ => Node::new("(async () => @)();", vec![body]),
        }
    }

    pub(super) fn generator(&mut self, place: Place) -> Node {
        let body = self.block(place.generator(false));
        let end = self.block(place.generator(false));
        match self.rng.below(3) {
            0 => {
                let log = self.log_value("v");
                let each = self.block_with(log, place.inner());
                Node::new(
                    "for (const v of (function* () { try @ finally @ })()) @",
                    vec![body, end, each],
                )
            }
            1 => {
                let generator = self.variable('g');
                let (one, two) = (self.label(), self.label());
                Node::new(
                    format!(
                        "{generator} = (function* () {{ try @ finally @ }})(); \
                         console.log({one}, show({generator}.next())); console.log({two}, show({generator}.return(7)));"
                    ),
                    vec![body, end],
                )
            }
            _ => {
                let label = self.label();
                Node::new(
                    format!(
                        "console.log({label}, show([...(function* () {{ try @ finally @ }})()]));"
                    ),
                    vec![body, end],
                )
            }
        }
    }

    /// An expression whose value is an async generator.
    pub(super) fn async_generator_value(&mut self, place: Place) -> Child {
        let body = self.block(place.generator(true));
        let node = match self.rng.below(3) {
            0 => {
                let end = self.block(place.generator(true));
                Node::new(
                    "(async function* () { try @ finally @ })()",
                    vec![body, end],
                )
            }
            1 => {
                let inner = self.block(place.generator(true));
                Node::new(
                    "(async function* () { yield* (async function* () @)(); @ })()",
                    vec![inner, body],
                )
            }
            _ => Node::new("(async function* () @)()", vec![body]),
        };
        expression(node)
    }

    pub(super) fn async_generator(&mut self, place: Place) -> Node {
        let generator = self.async_generator_value(place);
        if place.awaits && self.rng.percent(60) {
            let log = self.log_value("v");
            let mut each = self.block_with(log, place.inner());
            if let Child::Block(nodes) = &mut each
                && self.rng.percent(30)
            {
                nodes.push(Node::plain("break;"));
            }
            return Node::new("for await (const v of @) @", vec![generator, each]);
        }
        let variable = self.variable('g');
        let mut calls = String::new();
        for _ in 0..=self.rng.below(3) {
            let label = self.label();
            let call = *self.rng.pick(&[
                "next(1)",
                "next(1)",
                "next(1)",
                "return(2)",
                "throw(new Error('t'))",
            ]);
            calls.push_str(&format!(
                " {variable}.{call}.then((v) => console.log({label}, show(v)), (e) => console.log({label}, show(e)));"
            ));
        }
        Node::new(format!("{variable} = @;{calls}"), vec![generator])
    }
}
