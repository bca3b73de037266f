//! How long operations take where the scenario says so: real Node has no such setting, so what is printed stands here.

use expect_test::{Expect, expect};
use loopscope_model::scenario::front_matter;
use loopscope_tests::{record_quickly, tell};

#[track_caller]
fn check(program: &str, expect: Expect) {
    let scenario = front_matter::parse("main.js", program).expect("the head is right");
    expect.assert_eq(&tell(&record_quickly(&scenario)));
}

#[test]
fn one_call_of_a_name_or_all_of_them() {
    check(
        r#"/* ---
file a.txt: a
file b.txt: b
latency fs.readFile a.txt: 10
latency fs.readFile a.txt #2: 3
latency fs.readFile #4: 20
latency fs.readFile: 5
--- */
const fs = require('fs');
const at = () => Math.round(performance.now());
['a.txt', './a.txt', 'b.txt', 'b.txt', 'a.txt'].forEach((file, n) => {
  fs.readFile(file, () => console.log(n + 1, file, at()));
});
"#,
        expect![[r#"
            Stdout: 2 ./a.txt 4
            Stdout: 3 b.txt 5
            Stdout: 1 a.txt 11
            Stdout: 5 a.txt 11
            Stdout: 4 b.txt 20
            exited 0
        "#]],
    );
}

#[test]
fn synchronous_calls_commands_and_work_are_counted_as_well() {
    check(
        r#"/* ---
file a.txt: a
latency fs.readFileSync #2: 7
latency crypto.pbkdf2 #2: 30
latency crypto.pbkdf2: 10
command wait: done
latency command wait #2: 50
latency command wait: 1
--- */
const fs = require('fs'), crypto = require('crypto'), { execSync } = require('child_process');
const at = () => Math.round(performance.now());
for (let n = 0; n < 3; n += 1) {
  fs.readFileSync('a.txt');
  console.log('read', at());
}
for (let n = 0; n < 3; n += 1) {
  execSync('wait');
  console.log('waited', at());
}
const from = at();
for (let n = 1; n <= 3; n += 1) crypto.pbkdf2('p', 's', 1000, 16, 'sha1', () => console.log('key', n, at() - from));
"#,
        expect![[r#"
            Stdout: read 2
            Stdout: read 9
            Stdout: read 11
            Stdout: waited 12
            Stdout: waited 62
            Stdout: waited 63
            Stdout: key 1 10
            Stdout: key 3 10
            Stdout: key 2 30
            exited 0
        "#]],
    );
}
