//! Rows: what was measured, against what, and whether it is enough.

use std::io::Write;

/// Where the rows go.
pub struct Report {
    json: bool,
}

/// What a ratio must be.
#[derive(Clone, Copy)]
pub enum Goal {
    /// Nothing: the row informs.
    None,
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
}

/// One row.
pub struct Row {
    name: String,
    value: f64,
    unit: &'static str,
    limit: Option<f64>,
    goal: Goal,
}

impl Row {
    /// A figure that stands alone.
    pub fn new(name: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self {
            name: name.into(),
            value,
            unit,
            limit: None,
            goal: Goal::None,
        }
    }

    /// The same beside its limit.
    pub fn of(self, limit: f64) -> Self {
        Self {
            limit: Some(limit),
            ..self
        }
    }

    /// The same with a goal for the ratio of value and limit (the value itself where there is none).
    pub fn goal(self, goal: Goal) -> Self {
        Self { goal, ..self }
    }

    fn ratio(&self) -> Option<f64> {
        self.limit
            .map(|limit| self.value / limit)
            .filter(|ratio| ratio.is_finite())
    }

    fn met(&self) -> Option<bool> {
        let judged = match self.limit {
            Some(limit) => self.value / limit,
            None => self.value,
        };
        match self.goal {
            Goal::None => None,
            Goal::AtLeast(goal) => Some(judged >= goal),
            Goal::AtMost(goal) => Some(judged <= goal),
        }
    }

    fn goal_text(&self) -> Option<String> {
        match self.goal {
            Goal::None => None,
            Goal::AtLeast(goal) => Some(format!(">= {goal}")),
            Goal::AtMost(goal) => Some(format!("<= {goal}")),
        }
    }
}

impl Report {
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// What the columns are.
    pub fn head(&self) {
        if !self.json {
            let columns = ["name", "value", "unit", "limit", "ratio", "goal", ""];
            print(&columns.map(str::to_owned));
        }
    }

    /// Prints a row at once, so that a run that is broken off has said what it knew.
    pub fn row(&mut self, row: &Row) {
        if self.json {
            let object = serde_json::json!({
                "name": row.name,
                "value": row.value,
                "unit": row.unit,
                "limit": row.limit,
                "ratio": row.ratio(),
                "goal": row.goal_text(),
                "met": row.met(),
            });
            return say(&object.to_string());
        }
        let dash = || "-".to_owned();
        let met = row.met().map(|met| if met { "met" } else { "short" });
        print(&[
            row.name.clone(),
            figure(row.value),
            row.unit.to_owned(),
            row.limit.map_or_else(dash, figure),
            row.ratio().map_or_else(dash, |ratio| format!("{ratio:.2}")),
            row.goal_text().unwrap_or_else(dash),
            met.map_or_else(dash, str::to_owned),
        ]);
    }
}

/// What is said beside the rows, where it does not disturb them.
pub fn note(text: &str) {
    eprintln!("{text}");
}

/// The one in the middle.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn print(columns: &[String; 7]) {
    let [name, value, unit, limit, ratio, goal, met] = columns;
    let line = format!("{name:<52} {value:>9} {unit:<8} {limit:>9} {ratio:>6}  {goal:<8} {met}");
    say(line.trim_end());
}

/// A closed pipe ends the rows, not the run.
fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

fn figure(value: f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        1.0.. => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}
