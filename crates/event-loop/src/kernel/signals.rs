//! The names and numbers of Linux's signals.

/// The signals that a program can be sent.
pub const SIGNALS: [(&str, i32); 14] = [
    ("SIGHUP", 1),
    ("SIGINT", 2),
    ("SIGQUIT", 3),
    ("SIGABRT", 6),
    ("SIGKILL", 9),
    ("SIGUSR1", 10),
    ("SIGUSR2", 12),
    ("SIGPIPE", 13),
    ("SIGALRM", 14),
    ("SIGTERM", 15),
    ("SIGCHLD", 17),
    ("SIGCONT", 18),
    ("SIGSTOP", 19),
    ("SIGWINCH", 28),
];

/// The number of a signal, if there is one of that name.
pub fn number(name: &str) -> Option<i32> {
    let known = SIGNALS.iter().find(|(other, _)| *other == name);
    known.map(|(_, number)| *number)
}

/// The name of a signal, if there is one of that number.
pub fn name(number: i32) -> Option<&'static str> {
    let known = SIGNALS.iter().find(|(_, other)| *other == number);
    known.map(|(name, _)| *name)
}

/// The exit code that a shell shows for a process that a signal ended.
pub fn exit_code(name: &str) -> i32 {
    128 + number(name).unwrap_or_default()
}
