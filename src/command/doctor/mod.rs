//! `portcullis doctor`: whether all is well, and what to do where it is not. It looks and changes
//! nothing.

mod machine;
mod mail;
mod radius;
mod rows;
mod way_in;

use portcullis_store::Store;
use serde_json::Value;

use crate::cli::Options;
use crate::config::Config;
use crate::data;
use crate::output::{self, Failure};

const HEADINGS: [&str; 4] = ["check", "state", "found", "what to do"];

/// What was found by one check.
struct Finding {
    check: &'static str,
    state: State,
    found: String,
    advice: String,
}

/// How it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Ok,
    Warning,
    Problem,
}

impl Finding {
    fn ok(check: &'static str, found: impl Into<String>) -> Self {
        Self {
            check,
            state: State::Ok,
            found: found.into(),
            advice: String::new(),
        }
    }

    fn warning(check: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            state: State::Warning,
            advice: advice.into(),
            ..Self::ok(check, found)
        }
    }

    fn problem(check: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            state: State::Problem,
            ..Self::warning(check, found, advice)
        }
    }

    fn row(&self) -> [Value; 4] {
        let state = match self.state {
            State::Ok => "ok",
            State::Warning => "warning",
            State::Problem => "problem",
        };
        [
            self.check.into(),
            state.into(),
            self.found.clone().into(),
            self.advice.clone().into(),
        ]
    }
}

/// Looks at everything; fails if there is a problem.
pub async fn run(options: &Options, json: bool) -> Result<(), Failure> {
    let config = Config::load(options)?;
    data::must_be_there(&config)?;
    let mut findings = Vec::new();
    match data::open_store(&config).await {
        Ok(store) => look_inside(&config, &store, &mut findings).await,
        Err(why) => findings.push(Finding::problem(
            "database",
            why.to_string(),
            "see that it runs, and that `database.url` is right",
        )),
    }
    findings.extend(machine::examine(&config));
    findings.push(mail::server(&config).await);
    findings.push(way_in::examine(&config).await);
    let rows: Vec<_> = findings.iter().map(Finding::row).collect();
    output::rows(json, HEADINGS, &rows);
    match findings
        .iter()
        .filter(|one| one.state == State::Problem)
        .count()
    {
        0 => Ok(()),
        1 => Err(Failure::new("there is a problem: do what stands beside it")),
        n => Err(Failure::new(format!(
            "there are {n} problems: do what stands beside them"
        ))),
    }
}

/// What the database says. What it can't tell is a finding too.
async fn look_inside(config: &Config, store: &Store, findings: &mut Vec<Finding>) {
    if let Err(why) = rows::examine(config, store, findings).await {
        findings.push(Finding::problem(
            "database",
            why.to_string(),
            "see its own log, and run this again",
        ));
    }
}
