//! How long operations take, where the scenario says so: all calls of a name, or one of them.
//!
//! The key is the operation, with its target or without, `fs.readFile users.json` or `fs.readFile`; behind it may stand which
//! call of that name is meant: `fs.readFile users.json #2` is the second one of the program.

use super::World;

impl World {
    /// How long a call takes, in microseconds; nothing if the scenario leaves it open. `calls`: the names that it goes by, the most
    /// exact one first, and which call of that name it is, from 1. What is said of one call counts before what is said of all.
    pub fn latency(&self, calls: &[(String, u32)]) -> Option<u64> {
        let one = calls.iter().map(|(name, nth)| key(name, *nth));
        let all = calls.iter().map(|(name, _)| name.clone());
        one.chain(all)
            .find_map(|key| self.latencies.get(&key).copied())
    }

    /// Says how long a call of this name takes, in microseconds: the `nth`, from 1, or with 0 each of them.
    pub fn set_latency(&mut self, name: &str, nth: u32, micros: u64) {
        if nth == 0 {
            self.latencies.retain(|key, _| !is_call_of(key, name));
        }
        self.latencies.insert(key(name, nth), micros);
    }
}

fn key(name: &str, nth: u32) -> String {
    match nth {
        0 => name.to_owned(),
        nth => format!("{name} #{nth}"),
    }
}

fn is_call_of(key: &str, name: &str) -> bool {
    let nth = key
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix(" #"));
    nth.is_some_and(|nth| nth.parse::<u32>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::World;

    fn world() -> World {
        let mut world = World::default();
        world.set_latency("fs.readFile", 0, 1);
        world.set_latency("fs.readFile a.txt", 0, 2);
        world.set_latency("fs.readFile a.txt", 2, 3);
        world.set_latency("fs.readFile", 5, 4);
        world
    }

    #[track_caller]
    fn check(target: (&str, u32), whole: u32, expect: u64) {
        let calls = [
            (format!("fs.readFile {}", target.0), target.1),
            ("fs.readFile".to_owned(), whole),
        ];
        assert_eq!(world().latency(&calls), Some(expect));
    }

    #[test]
    fn one_call_counts_before_all_and_the_exact_name_before_the_other() {
        check(("b.txt", 1), 1, 1);
        check(("a.txt", 1), 1, 2);
        check(("a.txt", 2), 5, 3);
        check(("a.txt", 3), 5, 4);
        check(("b.txt", 2), 5, 4);
        assert_eq!(world().latency(&[("fs.stat".to_owned(), 1)]), None);
    }

    #[test]
    fn what_is_said_of_all_takes_back_what_was_said_of_one() {
        let mut world = world();
        world.set_latency("fs.readFile a.txt", 0, 7);
        let keys: Vec<&String> = world.latencies.keys().collect();
        assert_eq!(keys, ["fs.readFile", "fs.readFile #5", "fs.readFile a.txt"]);
        assert_eq!(
            world.latency(&[("fs.readFile a.txt".to_owned(), 2)]),
            Some(7)
        );
    }
}
