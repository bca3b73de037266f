use super::{BASE64, LEVEL, LinkError, MAX_BYTES, decode, encode};
use crate::anchor::Anchor;
use crate::node::NodeVersion;
use crate::scenario::outside::{
    Answer, Command, Host, HostState, Outside, Stimulus, StimulusKind, entry,
};
use crate::scenario::{Scenario, Schedule, World};
use base64::Engine;
use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;

#[track_caller]
fn refuses(fragment: &str, expect: LinkError) {
    assert_eq!(decode(fragment).map(|l| l.scenario), Err(expect));
}

#[test]
fn says_what_is_wrong() {
    refuses("", LinkError::NotALink);
    refuses("#", LinkError::NotALink);
    refuses("#main", LinkError::NotALink);
    refuses("#section/two", LinkError::NotALink);
    refuses("#v3/abc", LinkError::Version("v3".to_owned()));
    refuses("#v2/", LinkError::Damaged);
    refuses("#v2/AAAA", LinkError::Damaged);
    refuses("#v1/", LinkError::Damaged);
    refuses("#v1/!!!", LinkError::Damaged);
    refuses("#v1/AAAA", LinkError::Damaged);
    let mut scenario = Scenario::of_program("run()");
    scenario.main = "other.js".to_owned();
    refuses(&link(&scenario), LinkError::NoMain("other.js".to_owned()));
    let mut scenario = Scenario::of_program("run()");
    scenario.world.pool_size = 0;
    refuses(&link(&scenario), LinkError::PoolSize(0));
}

#[test]
fn messages_say_what_to_do() {
    for error in [
        LinkError::NotALink,
        LinkError::Version("v9".to_owned()),
        LinkError::Damaged,
        LinkError::TooLarge,
        LinkError::Node(21),
        LinkError::NoMain("a.js".to_owned()),
        LinkError::PoolSize(0),
    ] {
        let message = error.to_string();
        assert!(
            message.contains(": ") && !message.ends_with('.'),
            "{message}"
        );
    }
}

#[test]
fn a_cut_or_changed_link_is_noticed() {
    let whole = link(&Scenario::of_program(
        "setTimeout(() => console.log('later'), 5);\n",
    ));
    for end in "v1/".len()..whole.len() {
        assert_eq!(decode(&whole[..end]), Err(LinkError::Damaged), "{end}");
    }
    for place in "v1/".len()..whole.len() {
        let mut changed = whole.clone().into_bytes();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("ASCII");
        // The last letter holds bits that mean nothing.
        if let Ok(linked) = decode(&changed) {
            assert_eq!(link(&linked.scenario), whole, "{place}");
        }
    }
}

#[test]
fn a_bomb_is_not_inflated() {
    let bomb = vec![0; 64 * MAX_BYTES];
    let packed = compress_to_vec_zlib(&bomb, LEVEL);
    assert!(packed.len() < MAX_BYTES / 8);
    refuses(
        &format!("v1/{}", BASE64.encode(packed)),
        LinkError::TooLarge,
    );
    let large = Scenario::of_program("x".repeat(MAX_BYTES));
    assert_eq!(encode(&large, None), Err(LinkError::TooLarge));
}

#[test]
fn the_place_can_be_edited() {
    let base = link(&Scenario::of_program("run()"));
    let anchor = |fragment: String| decode(&fragment).map(|l| l.anchor);
    assert_eq!(anchor(base.clone()), Ok(None));
    assert_eq!(anchor(format!("#{base}/o3")), Ok("o3".parse().ok()));
    assert_eq!(
        anchor(format!("{base}/l7.2+1\n")),
        Ok("l7.2+1".parse().ok())
    );
    assert_eq!(anchor(format!("{base}%2Fc4%2B1")), Ok("c4+1".parse().ok()));
    let broken = decode(&format!("{base}/x9")).expect("the program is good");
    assert_eq!(broken.anchor, None);
    assert!(broken.anchor_error.is_some());
}

/// Links that were given out must be readable for ever: these lines may only be added to.
#[test]
fn old_links_stay_readable() {
    let expect = |scenario: Scenario, anchor: Option<&str>, fragment: &str| {
        let linked = decode(fragment).expect("an old link");
        assert_eq!(linked.scenario, scenario);
        assert_eq!(linked.anchor, anchor.map(|a| a.parse().expect("an anchor")));
    };
    expect(
        Scenario::of_program("console.log('hi');\n"),
        None,
        GOLDEN_SMALL,
    );
    expect(full(), Some("l2.1+3"), GOLDEN_FULL);
    expect(surrounded(), Some("o1"), GOLDEN_OUTSIDE);
}

/// One of each thing that can be outside.
fn surrounded() -> Scenario {
    let mut scenario = Scenario::of_program("serve();\n");
    for (key, value) in [
        ("host api.example GET /users", "404 none\\n"),
        ("host down.example", "refusing"),
        ("host nowhere.example", "unknown"),
        ("command git status", "3 clean"),
        ("command-error git status", "oh\\n"),
        ("command gone", "missing"),
        ("target", "button"),
        ("at 20ms", "request:POST:/users?x=1:{}"),
        ("at 1.5s", "stdin:line"),
        ("at 2s", "stdin-end"),
        ("at 3s", "signal:SIGINT"),
        ("at 4s", "event:button:click"),
    ] {
        assert_eq!(entry(&mut scenario.outside, key, value), Ok(true), "{key}");
    }
    scenario
}

#[test]
fn a_link_with_an_outside_is_of_version_2() {
    assert!(link(&surrounded()).starts_with("v2/"));
    assert!(link(&full()).starts_with("v1/"));
    let v1 = link(&surrounded()).replace("v2/", "v1/");
    refuses(&v1, LinkError::Damaged);
    let v2 = link(&full()).replace("v1/", "v2/");
    refuses(&v2, LinkError::Damaged);
}

#[test]
fn an_outside_that_no_head_could_say_is_refused() {
    let spoiled = |spoil: fn(&mut Outside)| {
        let mut scenario = surrounded();
        spoil(&mut scenario.outside);
        refuses(&link(&scenario), LinkError::Damaged);
    };
    spoiled(|outside| outside.stimuli[0].at = u64::MAX);
    spoiled(|outside| outside.stimuli[0].what = StimulusKind::Signal("INT".to_owned()));
    spoiled(|outside| {
        outside.stimuli[0].what = StimulusKind::Request {
            method: "GET / HTTP/1.1\r\n".to_owned(),
            path: "/".to_owned(),
            body: String::new(),
        };
    });
    spoiled(|outside| {
        let command = outside.commands.get_mut("gone").expect("it is there");
        command.code = -1;
    });
    spoiled(|outside| {
        let host = outside.hosts.get_mut("api.example").expect("it is there");
        host.answers
            .get_mut("GET /users")
            .expect("it is there")
            .status = 99;
    });
}

const GOLDEN_OUTSIDE: &str = "v2/eJw1jbEOwVAUhs9pq-KSWDyAkYWYRUwiFiS6ma464VL3inurDZF0NVjEaPAWVpPn8BAeQBPp9ufP9-UDyG-4kI2VxmwUNO32VKu3WQXALvKtaFDMN9uAAFm_51WbYUrom52TShIrzVUkMwKhLFW0pB1ljwUWWwhT1YabULuuHxCXzFZLBs4i9QEA0Z2FxiiZe9wRnPFo4rF_oxt3Wtbx9HlP0QmEpOR8sF6XJ9ruZNAfDL3k-kUnk_1A-Osf3lk_rQ/o1";
const GOLDEN_SMALL: &str = "v1/eJxjYGDPTczM08sqZoQxhJPz84rzc1L1cvLTNdQzMtU1rblEGBgABlYLrw";
const GOLDEN_FULL: &str = "v1/eJxNzTEKwjAYhuGmINaKgw66_lsUpN0c7OAiXkFwC-0fGjGJJAEddXfzCj2FDg5ew0ndPYKWguK3fjy8vcUGBUyZQ4EK7rsjPE-Hx77ozHOR5pBqiRa4MNZNAsmEiuTS-jUWua0LXufLtWiF3u8YCbnWxgEvidESqNIZjrmlSchtZJBlM7HCPq04HUKmFQ6SsEve3xHSiPOyGTOlPJ-0_xhU6tasfwAXPENt/l2.1+3";

fn full() -> Scenario {
    let mut scenario = Scenario::of_program("");
    scenario.title = "Zwei Dateien – 二つ".to_owned();
    scenario.about = "Which comes first?".to_owned();
    scenario.main = "main.mjs".to_owned();
    scenario.files = [
        (
            "main.mjs",
            "import fs from 'node:fs';\nfs.readFile('a.txt', done);\n",
        ),
        ("a.txt", "\u{feff}ä\r\n\0"),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into_iter()
    .collect();
    scenario.node = NodeVersion::V22;
    scenario.schedule = Schedule::Seeded(u64::MAX);
    scenario.world.pool_size = 2;
    scenario.world.cwd = "/home/ann".to_owned();
    scenario.world.epoch_ms = 0;
    scenario.world.random_seed = 7;
    let latency = ("fs.readFile a.txt".to_owned(), 1500);
    scenario.world.latencies.extend([latency]);
    scenario
}

fn link(scenario: &Scenario) -> String {
    encode(scenario, None).expect("small enough")
}

fn any_stimulus() -> impl Strategy<Value = Stimulus> {
    let what = prop_oneof![
        ("[A-Z]{1,7}", any::<String>(), any::<String>()).prop_map(|(method, path, body)| {
            StimulusKind::Request {
                method,
                path: format!("/{path}"),
                body,
            }
        }),
        any::<String>().prop_map(StimulusKind::Line),
        Just(StimulusKind::EndOfInput),
        "SIG[A-Z]{0,9}".prop_map(StimulusKind::Signal),
        (any::<String>(), any::<String>())
            .prop_map(|(target, kind)| StimulusKind::Event { target, kind }),
    ];
    (0..1_000_000_000_000_u64, what).prop_map(|(at, what)| Stimulus { at, what })
}

fn any_outside() -> impl Strategy<Value = Outside> {
    let state = prop::sample::select(vec![HostState::Up, HostState::Refusing, HostState::Unknown]);
    let answer = (200..600_u16, any::<String>()).prop_map(|(status, body)| Answer { status, body });
    let answers = prop::collection::btree_map(any::<String>(), answer, 0..3);
    let host = (state, answers).prop_map(|(state, answers)| Host {
        state,
        answers: answers.into_iter().collect(),
    });
    let command = (0..256, any::<[String; 2]>(), any::<bool>()).prop_map(
        |(code, [stdout, stderr], missing)| Command {
            code,
            stdout,
            stderr,
            missing,
        },
    );
    (
        prop::collection::btree_map(any::<String>(), host, 0..3),
        prop::collection::btree_map(any::<String>(), command, 0..3),
        prop::collection::vec(any::<String>(), 0..3),
        prop::collection::vec(any_stimulus(), 0..6),
    )
        .prop_map(|(hosts, commands, targets, stimuli)| Outside {
            hosts: hosts.into_iter().collect(),
            commands: commands.into_iter().collect(),
            targets,
            stimuli,
        })
}

fn any_scenario() -> impl Strategy<Value = Scenario> {
    let files = prop::collection::btree_map(any::<String>(), any::<String>(), 1..5);
    let world = (any::<String>(), any::<u64>(), 1..=1024_u32, any::<u64>());
    let latencies = prop::collection::btree_map(any::<String>(), any::<u64>(), 0..3);
    let texts = (any::<String>(), any::<String>());
    let node = prop::sample::select(NodeVersion::ALL.to_vec());
    (
        files,
        any::<prop::sample::Index>(),
        world,
        latencies,
        texts,
        node,
        any::<Option<u64>>(),
        prop_oneof![Just(Outside::default()), any_outside()],
    )
        .prop_map(
            |(files, main, world, latencies, texts, node, seed, outside)| Scenario {
                main: main.get(&files.keys().cloned().collect::<Vec<_>>()).clone(),
                files: files.into_iter().collect(),
                title: texts.0,
                about: texts.1,
                node,
                world: World {
                    cwd: world.0,
                    epoch_ms: world.1,
                    pool_size: world.2,
                    latencies: latencies.into_iter().collect(),
                    random_seed: world.3,
                },
                outside,
                schedule: seed.map_or(Schedule::Typical, Schedule::Seeded),
                ..Scenario::of_program("")
            },
        )
}

proptest! {
    #[test]
    fn every_scenario_comes_back(scenario in any_scenario(), number in 1..1000_u32) {
        let anchor: Anchor = format!("o{number}").parse().expect("an anchor");
        let fragment = encode(&scenario, Some(&anchor)).expect("small enough");
        prop_assert!(fragment.is_ascii());
        let linked = decode(&fragment).expect("a link");
        prop_assert_eq!(linked.scenario, scenario);
        prop_assert_eq!(linked.anchor, Some(anchor));
    }

    #[test]
    fn no_fragment_makes_it_panic(text: String, base in "[A-Za-z0-9_=/%+-]{0,80}") {
        let _ = decode(&text);
        let _ = decode(&format!("v1/{text}"));
        let _ = decode(&format!("v1/{base}"));
        let _ = decode(&format!("v2/{base}"));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>) {
        let packed = BASE64.encode(compress_to_vec_zlib(&bytes, LEVEL));
        let _ = decode(&format!("v1/{packed}"));
        let _ = decode(&format!("v2/{packed}"));
    }
}
