//! The grammar: random programs over everything that decides an order.
//!
//! Each program uses some of the features and not the others: combinations of few are found sooner than all at once.
//! Delays are far from each other, and what repeats is counted, so that a program ends and real Node's clock does not
//! decide what it prints.

mod errors;
mod events;
mod functions;
mod promises;
mod scheduling;

use crate::program::{Child, Kind, Node, Program};
use crate::rng::Rng;

/// What a program may be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Feature {
    Ticks,
    Promises,
    Combinators,
    Async,
    Generators,
    AsyncGenerators,
    Timers,
    Intervals,
    TimerControl,
    Immediates,
    Emitters,
    Errors,
    Catching,
    ProcessEvents,
    Exits,
    Files,
    FilePromises,
    Busy,
    TimersPromises,
    Targets,
    Storage,
}

const FEATURES: [Feature; 21] = [
    Feature::Ticks,
    Feature::Promises,
    Feature::Combinators,
    Feature::Async,
    Feature::Generators,
    Feature::AsyncGenerators,
    Feature::Timers,
    Feature::Intervals,
    Feature::TimerControl,
    Feature::Immediates,
    Feature::Emitters,
    Feature::Errors,
    Feature::Catching,
    Feature::ProcessEvents,
    Feature::Exits,
    Feature::Files,
    Feature::FilePromises,
    Feature::Busy,
    Feature::TimersPromises,
    Feature::Targets,
    Feature::Storage,
];

/// Virtual milliseconds, far enough from each other and from each other's sums.
const DELAYS: [u32; 7] = [0, 1, 10, 10, 25, 55, 115];

/// What may stand where a node is made.
#[derive(Clone, Copy)]
struct Place {
    depth: usize,
    awaits: bool,
    yields: bool,
}

impl Place {
    fn inner(self) -> Place {
        Place {
            depth: self.depth + 1,
            ..self
        }
    }

    /// In a plain function.
    fn function(self) -> Place {
        Place {
            depth: self.depth + 1,
            awaits: false,
            yields: false,
        }
    }

    fn in_async(self) -> Place {
        Place {
            awaits: true,
            ..self.function()
        }
    }

    fn generator(self, is_async: bool) -> Place {
        Place {
            awaits: is_async,
            yields: true,
            ..self.function()
        }
    }
}

/// Makes one program.
struct Maker {
    rng: Rng,
    features: Vec<Feature>,
    labels: u32,
    variables: u32,
    handles: Vec<String>,
    immediates: Vec<String>,
    promises: Vec<String>,
    budget: i32,
}

/// The program of a seed.
pub fn program(seed: u64) -> Program {
    let mut rng = Rng::new(seed);
    let share = *rng.pick(&[20, 35, 50]);
    let mut features: Vec<Feature> = FEATURES
        .into_iter()
        .filter(|_| rng.percent(share))
        .collect();
    if features.is_empty() {
        features.push(*rng.pick(&FEATURES));
    }
    let kind = if rng.percent(15) {
        Kind::EsModule
    } else {
        Kind::CommonJs
    };
    let budget = *rng.pick(&[8, 15, 25, 40]);
    let mut maker = Maker {
        rng,
        features,
        labels: 0,
        variables: 0,
        handles: Vec::new(),
        immediates: Vec::new(),
        promises: Vec::new(),
        budget,
    };
    let place = Place {
        depth: 0,
        awaits: kind == Kind::EsModule,
        yields: false,
    };
    let mut body = Vec::new();
    if maker.has(Feature::Errors) && maker.rng.percent(70) {
        body.push(maker.listener("uncaughtException", place));
        if maker.rng.percent(60) {
            body.push(maker.listener("unhandledRejection", place));
        }
    }
    while maker.budget > 0 {
        body.push(maker.statement(place));
    }
    Program { kind, body }
}

fn expression(node: Node) -> Child {
    Child::Expression(Box::new(node))
}

impl Maker {
    fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }

    fn label(&mut self) -> u32 {
        self.labels += 1;
        self.labels
    }

    fn variable(&mut self, letter: char) -> String {
        self.variables += 1;
        format!("{letter}_{}", self.variables)
    }

    fn log(&mut self) -> Node {
        let label = self.label();
        Node::plain(format!("console.log({label});"))
    }

    fn log_value(&mut self, value: &str) -> Node {
        let label = self.label();
        Node::plain(format!("console.log({label}, show({value}));"))
    }

    fn block(&mut self, place: Place) -> Child {
        let mut nodes = vec![self.log()];
        let more = if place.depth > 5 {
            0
        } else {
            self.rng.below(3)
        };
        for _ in 0..more {
            if self.budget > 0 {
                nodes.push(self.statement(place));
            }
        }
        if nodes.len() > 1 && self.rng.percent(40) {
            nodes.remove(0);
        }
        Child::Block(nodes)
    }

    fn block_with(&mut self, first: Node, place: Place) -> Child {
        let Child::Block(mut nodes) = self.block(place) else {
            unreachable!("a block is a block");
        };
        nodes.insert(0, first);
        Child::Block(nodes)
    }

    /// A function of no arguments, with the brackets around its body's statements.
    fn callback(&mut self, place: Place) -> Child {
        self.callback_of("", place)
    }

    fn callback_of(&mut self, parameters: &str, place: Place) -> Child {
        let node = if self.has(Feature::Async) && self.rng.percent(15) {
            let body = self.block(place.in_async());
            Node::new(format!("async ({parameters}) => @"), vec![body])
        } else {
            let body = self.block(place.function());
            Node::new(format!("({parameters}) => @"), vec![body])
        };
        expression(node)
    }

    fn delay(&mut self) -> u32 {
        *self.rng.pick(&DELAYS)
    }

    fn statement(&mut self, place: Place) -> Node {
        self.budget -= 1;
        if place.yields && self.rng.percent(35) {
            let value = self.value(place.inner());
            let label = self.label();
            return Node::new(format!("console.log({label}, show(yield @));"), vec![value]);
        }
        if place.awaits && self.rng.percent(35) {
            return self.awaiting(place);
        }
        let feature = self.features[self.rng.below(self.features.len())];
        match feature {
            Feature::Ticks => self.tick(place),
            Feature::Promises => self.promise_statement(place),
            Feature::Combinators => self.combinator_statement(place),
            Feature::Async => self.async_statement(place),
            Feature::Generators => self.generator(place),
            Feature::AsyncGenerators => self.async_generator(place),
            Feature::Timers => self.timer(place),
            Feature::Intervals => self.interval(place),
            Feature::TimerControl => self.timer_control(),
            Feature::Immediates => self.immediate(place),
            Feature::Emitters => self.emitter(place),
            Feature::Errors => self.error(place),
            Feature::Catching => self.catching(place),
            Feature::ProcessEvents => self.process_event(place),
            Feature::Exits => self.exit(),
            Feature::Files => self.file(place),
            Feature::FilePromises => self.file_promise(place),
            Feature::Busy => {
                let ms = *self.rng.pick(&[3, 12, 30, 60]);
                Node::plain(format!("busy({ms});"))
            }
            Feature::TimersPromises => self.timers_promises(place),
            Feature::Targets => self.target(place),
            Feature::Storage => self.storage(place),
        }
    }
}
