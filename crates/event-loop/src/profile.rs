//! What differs between versions of Node: each rule is one named field.

use loopscope_model::NodeVersion;

/// The rules of the scheduler in one version of Node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// 3.4: ticks and microtasks are drained after each timer and each immediate (since Node 11), not only after each
    /// list of timers and each batch of immediates.
    pub drains_after_each_callback: bool,
    /// 1.2: the text of an ES module comes through the thread pool, so its body runs in the poll phase: immediates come
    /// before timers (up to Node 21). Since then it runs before the loop, as a CommonJS module does.
    pub module_body_in_poll: bool,
    /// 2.6: the check phase begins with a drain (Node 12 to 25).
    pub drains_before_immediates: bool,
    /// 3.3: one timers pass before the loop, and "alive?" asked after the timers of an iteration (libuv 1.45).
    pub timers_end_iteration: bool,
    /// 9.3: after a main program that threw, the drain comes at once (since Node 12), not with the next callback.
    pub drains_after_throwing_main: bool,
    /// 8.3: a rejection that nobody handles ends the process (since Node 15).
    pub rejections_are_fatal: bool,
    /// 8.2: when a listener of `unhandledRejection` throws, the rejections behind it are forgotten (since Node 20).
    pub throwing_listener_drops_rejections: bool,
    /// 7.2: a poll accepts one connection of a server, and leaves the next to another (libuv 1.45).
    pub accepts_one: bool,
    /// 6.3: `readFile`, `writeFile` and `appendFile` are one trip through the pool (Node 26).
    pub whole_file_is_one_trip: bool,
}

impl Profile {
    /// The rules of this version.
    pub const fn of(version: NodeVersion) -> Profile {
        let major = version.major();
        Profile {
            drains_after_each_callback: major >= 11,
            module_body_in_poll: major <= 21,
            drains_before_immediates: major >= 12 && major <= 25,
            timers_end_iteration: major >= 20,
            drains_after_throwing_main: major >= 12,
            rejections_are_fatal: major >= 15,
            throwing_listener_drops_rejections: major >= 20,
            accepts_one: major >= 20,
            whole_file_is_one_trip: major >= 26,
        }
    }
}
