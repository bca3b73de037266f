//! What ends a run that no counted limit ends: a single call of the interpreter that does not return, a stack that
//! overflows inside of it, memory that is not given, a panic. Each gives a message with the line of the statement that
//! ran last, and the exit code of a limit, instead of a signal or a panic of Rust's.
//!
//! *Limitations.* What the program printed since its last chunk of events is lost. Overflow of the stack is noticed on
//! Unix alone.

use loopscope_engine::limits::{memory, progress};
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// The exit code of a limit.
const LIMIT: i32 = 124;

/// So many seconds a statement may take. By counted limits none takes more than a few.
const PATIENCE: u32 = 30;

/// Whether the run waits for a reader of its output.
static WRITING: AtomicBool = AtomicBool::new(false);

/// Does what may have to wait for a reader: the run is not blamed for it.
pub fn writing<T>(act: impl FnOnce() -> T) -> T {
    WRITING.store(true, Ordering::Relaxed);
    let done = act();
    WRITING.store(false, Ordering::Relaxed);
    done
}

/// Sets all of them up.
pub fn install() {
    memory::on_exhausted(|| end("there is no memory left"));
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or(String::new(), |place| {
            format!(" ({}:{})", place.file(), place.line())
        });
        end(&format!(
            "the run failed by an error of Loopscope's own{place}, please report it"
        ));
    }));
    #[cfg(unix)]
    overflow::install();
}

/// Watches the run by the clock, from a thread of its own. A second in which the machine slept counts for nothing.
pub fn watch() {
    let _ = std::thread::Builder::new().spawn(|| {
        let (mut before, mut waited) = (progress::now().0, 0);
        loop {
            std::thread::sleep(Duration::from_secs(1));
            let now = progress::now().0;
            let moved = now != before || WRITING.load(Ordering::Relaxed);
            waited = if moved { 0 } else { waited + 1 };
            before = now;
            if waited >= PATIENCE {
                end("a built-in function did not return");
            }
        }
    });
}

/// Says where and why, without asking for memory, and ends the process.
fn end(why: &str) {
    let mut stderr = std::io::stderr();
    let _ = match progress::now().1 {
        0 => writeln!(stderr, "loopscope: {why}"),
        line => writeln!(stderr, "loopscope: line {line}: {why}"),
    };
    std::process::exit(LIMIT);
}

#[cfg(unix)]
mod overflow {
    //! The guard page below the stack was touched. Rust's own handler would abort; its second stack is used.

    use super::{LIMIT, progress};

    pub fn install() {
        for signal in [libc::SIGSEGV, libc::SIGBUS] {
            // SAFETY: the action is complete, and the handler calls only what a handler may call.
            unsafe {
                let mut action: libc::sigaction = std::mem::zeroed();
                action.sa_sigaction = handle as extern "C" fn(libc::c_int) as usize;
                action.sa_flags = libc::SA_ONSTACK;
                libc::sigemptyset(&raw mut action.sa_mask);
                libc::sigaction(signal, &raw const action, std::ptr::null_mut());
            }
        }
    }

    extern "C" fn handle(_: libc::c_int) {
        say(b"loopscope: line ");
        let (mut digits, mut at, mut line) = ([b'0'; 10], 10, progress::now().1);
        while line > 0 || at == 10 {
            at -= 1;
            digits[at] = b'0' + (line % 10) as u8;
            line /= 10;
        }
        say(&digits[at..]);
        say(b": built-in functions call each other more deeply than the stack allows\n");
        // SAFETY: ends the process, and nothing of it is run again.
        unsafe { libc::_exit(LIMIT) }
    }

    fn say(text: &[u8]) {
        // SAFETY: the text is as long as it says.
        unsafe {
            libc::write(libc::STDERR_FILENO, text.as_ptr().cast(), text.len());
        }
    }
}
