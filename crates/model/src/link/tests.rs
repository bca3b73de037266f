use super::{BASE64, LEVEL, LinkError, MAX_BYTES, decode, encode};
use crate::anchor::Anchor;
use crate::node::NodeVersion;
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
    refuses("#v2/abc", LinkError::Version("v2".to_owned()));
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
}

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
    )
        .prop_map(
            |(files, main, world, latencies, texts, node, seed)| Scenario {
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
    }

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>) {
        let packed = BASE64.encode(compress_to_vec_zlib(&bytes, LEVEL));
        let _ = decode(&format!("v1/{packed}"));
    }
}
