//! Loops over numbers: what they compute, in a form that a host can run by itself.
//!
//! `for (let i = 0; i < 1e9; i++) sum += i` does nothing but arithmetic on a few names. Such a loop gets a
//! [`NumericLoop`], and its first probe offers the host to go many iterations further at once:
//! `void(ǃs(4,5)&&ǃj(0,i,sum)&&(i=ǃq(0),sum=ǃq(1)))`. The host sees the values of all names that the loop reads, and the loop
//! runs as written whenever the host declines: for values that are no Numbers; before any name is read, for one that is
//! an accessor of the global object, and in the first iteration (which throws where a name is not initialised, not declared
//! or constant).
//!
//! *Limitations.* Only names, number literals, arithmetic, comparisons, `if`, `break`, `continue` and loops of the same
//! sort. No calls, properties, labels, `switch`; nothing inside of `with`, nor in the code of a direct `eval`.

mod expressions;
mod names;
mod recognise;

pub use names::{MAX_INPUTS, MAX_SLOTS};
pub(crate) use recognise::recognise;

/// A place for a number: an input's is its place in [`NumericLoop::inputs`], those of names that are declared inside of
/// the loop begin at [`MAX_INPUTS`].
pub type Slot = u8;

/// A loop that computes with numbers alone. Numbers of probes are those of the unit's table.
#[derive(Debug, Clone, PartialEq)]
pub struct NumericLoop {
    /// The probe of the loop's statement.
    pub statement: u32,
    /// The names from around the loop, in the order in which the host gets their values.
    pub inputs: Vec<Input>,
    /// What the loop does.
    pub cycle: Cycle,
}

/// A name from around the loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The name.
    pub name: String,
    /// Whether the loop assigns to it.
    pub written: bool,
}

/// A loop without what comes before its first iteration.
#[derive(Debug, Clone, PartialEq)]
pub struct Cycle {
    /// The probe of its iterations.
    pub probe: u32,
    /// The last probe inside of it, or its own.
    pub last_probe: u32,
    /// One iteration.
    pub body: Vec<Step>,
    /// What follows each iteration, before the test.
    pub update: Vec<Number>,
    /// Whether there is a further iteration.
    pub test: Condition,
}

/// A statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// The statement with this probe is reached.
    Visit(u32),
    /// An expression is evaluated.
    Eval(Number),
    /// `if`.
    If(Condition, Vec<Step>, Vec<Step>),
    /// A loop inside: what comes before it, whether the test comes before the first iteration, and its cycle.
    Loop(Vec<Number>, bool, Box<Cycle>),
    /// `break` of the innermost loop.
    Break,
    /// `continue` of the innermost loop.
    Continue,
}

/// An expression that gives a number if all names are numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Number {
    /// A literal.
    Literal(f64),
    /// A name.
    Slot(Slot),
    /// `name = …`, also for `+=` and its like.
    Set(Slot, Box<Number>),
    /// `name++`: sets the name and gives what it was. The number is 1 or −1.
    Postfix(Slot, f64),
    /// An operation on two numbers.
    Binary(Operation, Box<Number>, Box<Number>),
    /// `-x`.
    Negate(Box<Number>),
    /// `~x`.
    Not(Box<Number>),
    /// `a ? b : c`.
    Choose(Box<Condition>, Box<Number>, Box<Number>),
}

/// The operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Operation {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    ShiftLeft,
    ShiftRight,
    ShiftRightZeroFill,
    Or,
    Xor,
    And,
}

/// A question about numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// `true`, `false`, or a test that is left out.
    Constant(bool),
    /// A number that is neither 0 nor NaN.
    Truthy(Number),
    /// A comparison.
    Compare(Relation, Number, Number),
    /// `!`.
    Not(Box<Condition>),
    /// `&&`.
    Both(Box<Condition>, Box<Condition>),
    /// `||`.
    Either(Box<Condition>, Box<Condition>),
}

/// The comparisons; of numbers, `==` and `===` are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Relation {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}
