//! What a program can reach: for each version of Node, every own property that real Node has is equal here, refused, or in the
//! lists of `docs/SURFACE.md`, which this test writes anew with `UPDATE_EXPECT=1`.
//!
//! `cargo xtask record --surface` made the recordings in `surface/`.

use expect_test::expect_file;
use loopscope_engine::surface::walk::walk;
use loopscope_model::NodeVersion;
use loopscope_tests::on_large_stack;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The properties of each object by its path, and of each property the kind.
type Surface = BTreeMap<String, BTreeMap<String, String>>;

const WALKER: &str = include_str!("../crates/engine/surface/walk.js");

const HEAD: &str = "\
# What programs find

Every own property that is reachable from `globalThis` and from Node's modules, as real Node has it (`cargo xtask record
--surface` wrote it down), against what this model has. *Equal*: the same kind of value (function and its number of parameters,
accessor, constant and its value). *Refused*: it is there, and using it ends the run with a hint. The rest is listed below:
*absent* here (alone, or with the object that it hangs on), *other* than in Node (ours, then Node's), and what only we have. `f2` is a function of two parameters, `g` and
`gs` are accessors, `o` an object, `n` a number, `t` a text, `b` true or false, `u` undefined. Behind a colon are the versions,
unless it is so in all of them.

The test `surface` made this file and compares.
";

/// So many names of a version may be neither modelled nor refused: a new one belongs into `surface/rest.txt` of the engine.
const MOST_ABSENT: [(u32, usize); 6] = [(10, 49), (18, 4), (20, 4), (22, 4), (24, 4), (26, 5)];

fn parse(text: &str) -> Surface {
    text.lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(path, words)| {
            let properties = words
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(|word| {
                    let (name, kind) = word.split_once('=').unwrap_or((word, "m"));
                    (name.to_owned(), kind.to_owned())
                });
            (path.to_owned(), properties.collect())
        })
        .collect()
}

/// What became of Node's properties here.
#[derive(Default)]
struct Compared {
    equal: usize,
    refused: BTreeMap<String, BTreeSet<String>>,
    absent: BTreeMap<String, BTreeSet<String>>,
    /// The same for an object that is not found here by its path.
    without_object: BTreeMap<String, BTreeSet<String>>,
    other: BTreeMap<String, BTreeSet<String>>,
    extra: BTreeMap<String, BTreeSet<String>>,
}

fn note(list: &mut BTreeMap<String, BTreeSet<String>>, path: &str, name: impl Into<String>) {
    list.entry(path.to_owned()).or_default().insert(name.into());
}

fn count(list: &BTreeMap<String, BTreeSet<String>>) -> usize {
    list.values().map(BTreeSet::len).sum()
}

/// Whether what is found at this path hangs on something that is refused.
fn is_below_refused(path: &str, ours: &Surface) -> bool {
    let mut parts = path.match_indices('.').map(|(at, _)| at);
    let mut cuts: Vec<usize> = parts.by_ref().collect();
    cuts.push(path.len());
    let mut object = "globalThis";
    let mut from = 0;
    for cut in cuts {
        let name = &path[from..cut];
        let kind = |object: &str| ours.get(object).and_then(|all| all.get(name));
        if kind(object).is_some_and(|kind| kind == "?")
            || from == 0 && kind("modules").is_some_and(|kind| kind == "?")
        {
            return true;
        }
        object = &path[..cut];
        from = cut + 1;
    }
    false
}

fn compare(nodes: &Surface, ours: &Surface) -> Compared {
    let mut compared = Compared::default();
    for (path, properties) in nodes {
        let here = ours.get(path);
        let below = here.is_none() && is_below_refused(path, ours);
        for (name, kind) in properties {
            match here.and_then(|here| here.get(name)) {
                Some(same) if same == kind => compared.equal += 1,
                Some(refused) if refused == "?" => note(&mut compared.refused, path, name),
                None if below => note(&mut compared.refused, path, name),
                None if here.is_none() => note(&mut compared.without_object, path, name),
                None => note(&mut compared.absent, path, name),
                Some(other) => {
                    note(
                        &mut compared.other,
                        path,
                        format!("{name} ({other}, {kind})"),
                    );
                }
            }
        }
    }
    for (path, properties) in ours {
        for (name, kind) in properties {
            let known = nodes.get(path).is_some_and(|all| all.contains_key(name));
            if !known && kind != "?" {
                note(&mut compared.extra, path, name);
            }
        }
    }
    compared
}

/// What becomes of a property, and by its object and its name the versions for which that is so.
type Lists = BTreeMap<&'static str, BTreeMap<String, BTreeMap<String, Vec<u32>>>>;

/// `18-`, `-10`, `10,22`; nothing if it is all of them.
fn versions(majors: &[u32]) -> String {
    let all = NodeVersion::ALL.map(NodeVersion::major);
    if majors.len() == all.len() {
        return String::new();
    }
    let from = all.iter().position(|major| *major == majors[0]);
    let run = from.map(|from| all[from..].iter().take(majors.len()));
    if !run.is_some_and(|run| run.eq(majors)) {
        let list: Vec<String> = majors.iter().map(u32::to_string).collect();
        return format!(":{}", list.join(","));
    }
    let shown = |major: Option<&u32>, end: u32| {
        major
            .filter(|major| **major != end)
            .map_or(String::new(), u32::to_string)
    };
    let (first, last) = (all[0], all[all.len() - 1]);
    format!(
        ":{}-{}",
        shown(majors.first(), first),
        shown(majors.last(), last)
    )
}

#[test]
fn what_programs_find_is_equal_refused_or_listed() {
    let mut told = String::from(HEAD);
    told.push_str(
        "\n| Node | equal | refused | absent | other | only here |\n|---|---|---|---|---|---|\n",
    );
    let mut lists = Lists::new();
    let mut absent_by_version = Vec::new();
    for node in NodeVersion::ALL {
        let major = node.major();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("surface/{major}.txt"));
        let nodes = parse(&fs::read_to_string(&file).expect("the version was recorded"));
        let ours = on_large_stack(|| walk(node, WALKER)).expect("the walker ends");
        let compared = compare(&nodes, &parse(&ours));
        let absent = count(&compared.absent) + count(&compared.without_object);
        absent_by_version.push((major, absent));
        let _ = writeln!(
            told,
            "| {major} | {} | {} | {} | {} | {} |",
            compared.equal,
            count(&compared.refused),
            absent,
            count(&compared.other),
            count(&compared.extra)
        );
        for (title, list) in [
            ("Refused", compared.refused),
            ("Absent", compared.absent),
            ("Absent with its object", compared.without_object),
            ("Other", compared.other),
            ("Only here", compared.extra),
        ] {
            for (path, names) in list {
                for name in names {
                    let object = lists.entry(title).or_default().entry(path.clone());
                    let majors = object.or_default().entry(name).or_default();
                    majors.push(major);
                }
            }
        }
    }
    for title in [
        "Absent",
        "Absent with its object",
        "Other",
        "Only here",
        "Refused",
    ] {
        let _ = writeln!(told, "\n## {title}\n");
        for (path, names) in lists.get(title).into_iter().flatten() {
            let names = names
                .iter()
                .map(|(name, majors)| format!(" {name}{}", versions(majors)));
            let _ = writeln!(told, "- `{path}`:{}", names.collect::<String>());
        }
    }
    expect_file!["../docs/SURFACE.md"].assert_eq(&told);
    for ((major, most), (_, absent)) in MOST_ABSENT.into_iter().zip(absent_by_version) {
        assert!(
            absent <= most,
            "{absent} names of Node {major} are neither modelled nor refused"
        );
    }
}
