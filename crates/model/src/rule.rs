//! The rules of Node's event loop that decide what runs next.

use serde::{Deserialize, Serialize};

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $section:literal, $sentence:literal;)*) => {
        /// A rule, by which the scheduler decided. Its section is that of the project's semantics of Node's event loop.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RuleId { $($(#[$doc])* #[doc = $sentence] $name,)* }

        impl RuleId {
            /// All rules.
            pub const ALL: &'static [RuleId] = &[$(RuleId::$name,)*];

            /// The section of the semantics that states the rule: `4.4`.
            pub const fn section(self) -> &'static str {
                match self { $(RuleId::$name => $section,)* }
            }

            /// The rule in one sentence.
            pub const fn sentence(self) -> &'static str {
                match self { $(RuleId::$name => $sentence,)* }
            }
        }
    };
}

rules! {
    MainFirst = "1.1", "The main program runs to its end before the event loop starts.";
    ModuleBodyIsJob = "1.2", "The body of an ES module runs inside a promise job, so microtasks come before ticks.";
    TicksFirst = "2.1", "The nextTick queue is emptied before the microtask queue.";
    MicrotasksInOrder = "2.2", "Promise jobs and queueMicrotask callbacks share one queue, first in, first out.";
    MicrotasksBeforeTicks = "0", "Inside a promise job, all microtasks run before the ticks that they queued.";
    DrainAfterEach = "3.4", "After each callback the nextTick queue and then the microtask queue are emptied.";
    DrainAfterBatch = "3.4", "Before Node 11 the queues are emptied only after the whole batch of callbacks.";
    PhaseOrder = "3.1", "The phases follow each other in a fixed order: timers, pending, idle and prepare, poll, check, close.";
    TimersBeforeLoop = "3.3", "Timers that are due get one pass before the first iteration of the loop.";
    TimerOrder = "4.4", "Timers run in the order of their due times; those with the same delay in the order in which they were set.";
    TimerList = "4.4", "All due timers with the same delay run before the next list of timers is looked at.";
    ImmediateSnapshot = "5.1", "The check phase runs the immediates that were queued when it began; new ones wait for the next iteration.";
    PollDelivers = "6.2", "The poll phase calls the callbacks of completed operations, in the order in which they were completed.";
    PollDoesNotWait = "5.3", "With an immediate queued, or nothing left to wait for, the poll phase does not wait.";
    PollWaits = "0", "With nothing to run, the poll phase waits for an operation to be done or for the next timer.";
    CloseCallbacks = "3.6", "Close callbacks run at the end of the iteration, after the check phase.";
    PoolInOrder = "6.1", "The thread pool starts its jobs in the order in which they were submitted, four at a time.";
    SeveralTrips = "6.3", "The operation takes several round trips through the thread pool; the next one is submitted now.";
    DrainAfterThrow = "2.6", "After an exception that was handled, what is left of the queues waits for the next time they are emptied.";
    RejectionsLast = "8.1", "Rejections without a handler are looked at when both queues are empty.";
    BeforeExit = "9.1", "When the loop has nothing left to do, beforeExit is emitted; new work keeps the process alive.";
    ExitIsSynchronous = "9.2", "Exit listeners run synchronously; no tick, timer or immediate that they set will run.";
    UncaughtContinues = "9.3", "An uncaughtException listener lets the process go on.";
    ModuleBodyInPoll = "1.2", "Before Node 22 the text of an ES module comes through the thread pool, so its body runs in the poll phase, and the check phase is the next.";
}

#[cfg(test)]
mod tests {
    use super::RuleId;

    #[test]
    fn every_rule_has_a_section_and_a_whole_sentence() {
        for rule in RuleId::ALL {
            assert!(
                rule.section().starts_with(|c: char| c.is_ascii_digit()),
                "{rule:?}"
            );
            assert!(rule.sentence().ends_with('.'), "{rule:?}");
        }
    }
}
