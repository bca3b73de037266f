//! `fetch` and `http` against hosts that the scenario defines: real Node has none to record, so what is printed stands here.

use expect_test::{Expect, expect};
use loopscope_model::scenario::front_matter;
use loopscope_tests::{record_quickly, tell};

#[track_caller]
fn check(program: &str, expect: Expect) {
    let scenario = front_matter::parse("main.mjs", program).expect("the head is right");
    expect.assert_eq(&tell(&record_quickly(&scenario)));
}

#[test]
fn fetch_asks_hosts_of_the_scenario() {
    check(
        r#"/* ---
host api.example.com GET /users: 200 [{ "id": 1 }]
host api.example.com POST /users: 201 { "id": 2 }
host api.example.com GET /slow: 200 late
latency http api.example.com/slow: 500
--- */
const at = () => Math.round(performance.now());
const res = await fetch('http://api.example.com/users?page=1');
console.log(res.status, res.ok, res.url, res.headers.get('content-type'), await res.json(), at());
const made = await fetch('http://api.example.com/users', { method: 'POST', body: JSON.stringify({ name: 'Bo' }) });
console.log(made.status, made.statusText, await made.text(), at());
const both = await Promise.all(['/slow', '/users'].map(async (path) => {
  const r = await fetch(`http://api.example.com${path}`);
  return [path, (await r.text()).length, at()];
}));
console.log(both);
// Its body is not read.
console.log((await fetch('http://api.example.com/none')).status);
"#,
        expect![[r#"
            Stdout: 200 true http://api.example.com/users?page=1 application/json [ { id: 1 } ] 35
            Stdout: 201 Created { "id": 2 } 70
            Stdout: [ [ '/slow', 4, 570 ], [ '/users', 13, 105 ] ]
            Stdout: 404
            exited 0
        "#]],
    );
}

#[test]
fn fetch_fails_as_the_scenario_says() {
    check(
        r#"/* ---
host down.example.com: refusing
host gone.example.com: unknown
host slow.example.com GET /: 200 late
latency http slow.example.com: 500
--- */
for (const host of ['down', 'gone']) {
  try { await fetch(`http://${host}.example.com/`); } catch (e) { console.log(e.name, e.message, e.cause.code, e.cause.syscall); }
}
try { await fetch('http://slow.example.com/', { signal: AbortSignal.timeout(50) }); } catch (e) { console.log(e.name, e.message); }
"#,
        expect![[r#"
            Stdout: TypeError fetch failed ECONNREFUSED connect
            Stdout: TypeError fetch failed ENOTFOUND getaddrinfo
            Stdout: TimeoutError The operation was aborted due to timeout
            exited 0
        "#]],
    );
}

#[test]
fn a_host_that_the_scenario_lacks_is_refused() {
    check(
        "fetch('http://other.example.com/').catch(() => console.log('caught'));",
        expect![[r#"
            stopped: the host 'other.example.com' is not modelled at 1:1
        "#]],
    );
    check(
        "fetch('https://api.example.com/').catch(() => console.log('caught'));",
        expect![[r#"
            stopped: fetch over https is not modelled at 1:1
        "#]],
    );
}
