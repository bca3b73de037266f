//! The table that is printed.

use super::measures::{Before, Measure};

/// What is aimed at: at most, or at least.
enum Aim {
    AtMost(f64),
}

/// The aims, by the beginning of a measurement's name.
const AIMS: [(&str, Aim); 8] = [
    ("recorded/plain", Aim::AtMost(1.5)),
    ("memory", Aim::AtMost(60.0)),
    ("seek, p99", Aim::AtMost(1_000.0)),
    ("Run to first picture", Aim::AtMost(100.0)),
    ("a step at 100,000 steps, 95 of 100", Aim::AtMost(8.0)),
    ("pictures while panning", Aim::AtMost(5.0)),
    ("size of the page", Aim::AtMost(200.0)),
    ("size of the worker", Aim::AtMost(1_000.0)),
];

/// Prints the measurements, their aims, and what they were before.
pub fn print(measures: &[Measure], before: Option<&Before>) {
    let against = before.map_or("before", |before| before.commit.as_str());
    println!(
        "\n{:<48} {:>14} {:<11} {:>10} {:>14} {:>8}",
        "", "now", "", "aim", against, "change"
    );
    for measure in measures {
        println!("{}", line(measure, before));
    }
    if before.is_none() {
        println!("no earlier commit was measured here");
    }
}

fn line(measure: &Measure, before: Option<&Before>) -> String {
    let aim = AIMS
        .iter()
        .find(|(name, _)| measure.name.starts_with(name))
        .map(|(_, aim)| aim);
    let aim = match aim {
        None => String::new(),
        Some(Aim::AtMost(most)) if measure.value <= *most => format!("≤ {most}"),
        Some(Aim::AtMost(most)) => format!("! ≤ {most}"),
    };
    let old = before.and_then(|before| before.values.get(&measure.name));
    let (old, change) = match old {
        None => (String::new(), String::new()),
        Some(old) => {
            let percent = (measure.value / old - 1.0) * 100.0;
            (number(*old), format!("{percent:+.1} %"))
        }
    };
    let now = number(measure.value);
    format!(
        "{:<48} {now:>14} {:<11} {aim:>10} {old:>14} {change:>8}",
        measure.name, measure.unit
    )
}

/// A number with as many digits as say something.
fn number(value: f64) -> String {
    match value {
        v if v >= 1_000.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v => format!("{v:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Before, Measure, line};
    use std::collections::BTreeMap;

    #[test]
    fn a_missed_aim_is_marked_and_a_change_is_given() {
        let before = Before {
            commit: "abc".to_owned(),
            values: BTreeMap::from([("memory".to_owned(), 50.0)]),
        };
        let measure = Measure {
            name: "memory".to_owned(),
            value: 75.0,
            unit: "bytes/step".to_owned(),
        };
        let line = line(&measure, Some(&before));
        assert!(
            line.contains("! ≤ 60") && line.contains("+50.0 %"),
            "{line}"
        );
    }
}
