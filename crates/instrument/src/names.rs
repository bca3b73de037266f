//! The names of the functions that probes call.
//!
//! They begin with U+01C3 LATIN LETTER RETROFLEX CLICK, a letter that an identifier may begin with and that no
//! keyboard has. The host binds them as constants in the lexical environment of the realm, so they are no properties
//! of `globalThis`. A program with an identifier that begins so is refused, see [`crate::Refusal`].

/// What all these names begin with, and no name in a program may. Alone it is declared, in a block of its own, where a
/// call would change the completion value of `eval`.
pub const PREFIX: char = 'ǃ';

/// `ǃp(n)`, `ǃp(first, last)`: the probes with these numbers are reached, in this order; gives `undefined`.
///
/// They are of the kinds `Statement`, `Loop` and `Enter`; the table says which.
pub const PROBE: &str = "ǃp";

/// `ǃs(first, last)`: as [`PROBE`], at the beginning of an iteration of a [`crate::NumericLoop`]; gives whether the host
/// might go on by itself, or else `undefined`. It may say so from the second iteration on, if no name of the loop is an
/// accessor of the global object: the names are read then.
pub const SKIP: &str = "ǃs";

/// `ǃj(index, values…)`: the inputs of the loop [`crate::Instrumented::loops`]`[index]` have these values, now that an
/// iteration begins; gives whether the host went on to the beginning of a later iteration.
///
/// `index` counts through all texts, from [`crate::Options::first_loop`].
pub const JUMP: &str = "ǃj";

/// `ǃq(slot)`: the value that this input has at the beginning of that later iteration.
pub const JUMPED: &str = "ǃq";

/// `ǃa(n, value)`: the operand of the `await` with probe `n` is known; gives `value`.
pub const AWAIT: &str = "ǃa";

/// `ǃy(n, value)`: the operand of the `yield` with probe `n` is known; gives `value`.
///
/// A `yield` without operand is written `yield ǃy(n)`, so a missing `value` is `undefined`.
pub const YIELD: &str = "ǃy";

/// `ǃr(n, value)`: the `await` or `yield` with probe `n` gave `value`, its function runs again; gives `value`.
pub const RESUME: &str = "ǃr";

/// `ǃi(promise)`: `promise` is what `import()` gave; gives what the program gets in its place.
///
/// The host knows what was asked for from the interpreter's own hook, which is called just before this.
pub const IMPORT: &str = "ǃi";

/// `ǃf(iterable)`: `iterable` is about to be iterated by `for await`; gives what is iterated in its place. Only written
/// with [`crate::Options::old_await`].
pub const FOR_AWAIT: &str = "ǃf";

/// `ǃo(value)`: `value` is the operand of `yield` or `return` in an async generator, which awaits it; gives what is
/// awaited in its place. Only written with [`crate::Options::old_await`].
pub const OPERAND: &str = "ǃo";

/// `ǃg(iterable)`: `iterable` is the operand of `yield*` in an async generator; gives what is iterated in its place. Only
/// written with [`crate::Options::mark_delegation`].
pub const DELEGATE: &str = "ǃg";

/// `ǃho(iterable, async)`: a loop in a generator is about to iterate `iterable`; gives what it iterates in its place. Only
/// written with [`crate::Options::close_loops`].
pub const HOLD: &str = "ǃho";

/// `ǃcl(held)`: the generator was told to return in a loop over what [`HOLD`] gave: the host closes it. Gives what
/// `for await` awaits then, or a falsy value.
pub const CLOSE: &str = "ǃcl";

/// With a number: the loop around a `try` statement that is left step by step; with `v` behind it: the jump that leaves it.
pub const STEP: &str = "ǃf_";

/// A variable of a generator: in how many loops it is suspended. With a number behind it: what a loop iterates.
pub const SUSPENDED: &str = "ǃu";

/// `ǃw(object)`: `object` is about to become the object of a `with` statement; gives `object`.
///
/// Inside the statement every name, the probes' too, is looked up in it. A proxy, also one among its prototypes, can
/// observe that: the host must refuse it.
pub const WITH: &str = "ǃw";

/// `ǃc(strict, callee, code)`: `code` is about to be given to a call that is written `eval(code)`.
///
/// `strict` is 1 where the call is in strict mode code, otherwise 0. When `callee` is the realm's own `eval` and
/// `code` is a string, this gives the instrumented code (see [`crate::Kind::DirectEval`]), otherwise `code`.
pub const EVAL_CODE: &str = "ǃc";

/// `ǃd(value)`: `value` is the right operand of `/` or `%`, or the operand of a negation; gives `value`.
///
/// Only written with [`crate::Options::mark_divisors`].
pub const DIVISOR: &str = "ǃd";

/// `ǃl(value)`: `value` is the left operand of `*`, `**`, `<<`, `/` or `%` in a text with BigInts; gives `value`. The call of
/// [`RIGHT`] for the same operator follows, unless the right operand throws.
///
/// This, [`RIGHT`], [`BIGINT_TEXT`] and [`PROTOTYPE`] are only written with [`crate::Options::count_work`].
pub const LEFT: &str = "ǃl";

/// `ǃm(operator, value)`: `value` is the right operand; gives `value`. `operator` is a [`BigOperator`], plus
/// [`NO_LEFT`] where the left operand was not shown.
pub const RIGHT: &str = "ǃm";

/// What is added to an operator whose left operand was not shown: that of `o.x *= value`.
pub const NO_LEFT: u32 = 8;

/// An operator of which BigInts make much work, as [`RIGHT`] has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BigOperator {
    /// `*`
    Multiply = 0,
    /// `**`
    Power = 1,
    /// `<<`
    ShiftLeft = 2,
    /// `/` and `%`
    Divide = 3,
}

/// `ǃb(value)`: `value` is about to be made from text to a BigInt, or the other way; gives `value`.
pub const BIGINT_TEXT: &str = "ǃb";

/// `ǃh(value)`: `value` is about to become the prototype of an object, in `{ __proto__: value }`; gives `value`.
pub const PROTOTYPE: &str = "ǃh";

/// `ǃe(value)`: `value` is what the identifier `eval` gave where it is not called at once.
///
/// A host that replaces the global `eval` by one that instruments its argument gives that one for the realm's own,
/// and anything else unchanged.
pub const EVAL_VALUE: &str = "ǃe";

/// `ǃk(source, index, class)`: `class` was defined, and its text is [`crate::Instrumented::class_text`] of `index` in the
/// unit with the number `source`. Only written with [`crate::Options::mark_classes`].
pub const CLASS: &str = "ǃk";

/// `ǃn(value, source, index)`: `value` is `null` or `undefined`, and a property of it is about to be used: site `index`
/// of the unit with the number `source`, see [`crate::Sites`].
///
/// The host throws, or gives an object that throws at the next access: what V8 evaluates before that is evaluated.
/// This and the following are only written with [`crate::Options::explain_errors`].
pub const NULLISH: &str = "ǃn";

/// A variable, which holds a value between two steps of one expression.
pub const TEMPORARY: &str = "ǃt";

/// `ǃv(value, source, index)`: `value` is about to be used as the site says; gives `value`, or throws what V8 throws.
pub const CHECK: &str = "ǃv";

/// `ǃx(error)`: a `catch` clause begins; gives `error`. Without an argument where the clause names none.
pub const CAUGHT: &str = "ǃx";

/// The parameter of a `catch` clause that the author wrote with a pattern.
pub const CAUGHT_ERROR: &str = "ǃz";

/// The number of the first probe that is called in `text`, a piece of instrumented text.
///
/// For instance the text that the interpreter keeps of a function: it tells which unit the function is from.
pub fn first_probe_in(text: &str) -> Option<u32> {
    [PROBE, SKIP, AWAIT, YIELD, RESUME]
        .into_iter()
        .filter_map(|name| first_call(text, name))
        .min()
        .map(|(_, number)| number)
}

/// Offset and first argument of the first call of `name` with a number.
fn first_call(text: &str, name: &str) -> Option<(usize, u32)> {
    text.match_indices(name).find_map(|(at, _)| {
        let argument = text[at + name.len()..].strip_prefix('(')?;
        let digits = argument.len()
            - argument
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .len();
        Some((at, argument[..digits].parse().ok()?))
    })
}
