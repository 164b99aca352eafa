//! `kill -9` in the middle of a rotation of the master key: everything opens with the file that is there, and saying the
//! same again ends it.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use portcullis_core::policy::Rule;
use portcullis_store::on_both;

use crate::portal::Portal;
use crate::program::Program;

/// Many more than are wrapped in one unit of work.
const ORGANIZATIONS: usize = 600;

/// How many master keys are in the file, and whether a rotation is under way.
fn stands(program: &Program) -> (usize, bool) {
    let text = std::fs::read_to_string(program.data().join("master.key")).unwrap();
    let status = program.says(&["key", "status", "--json"]);
    let under_way = ["\"waits\"", "\"being replaced\""];
    (
        text.matches("\nmaster ").count(),
        under_way.iter().any(|state| status.contains(state)),
    )
}

on_both! {
    async fn a_rotation_that_is_killed_goes_on_where_it_was(place: &Place) {
        let portal = Portal::on(place).await;
        for n in 0..ORGANIZATIONS {
            portal.organization(&format!("org{n}"), Rule::Off).await;
        }
        drop(portal);
        let program = Program::on(place);
        let (mut before, mut broken_off) = (stands(&program), 0);
        for line in ["m2 is in ", "wraps what is new", "100 of ", "300 of "] {
            let mut child = program.command(&["key", "rotate"]).stdout(Stdio::piped()).spawn().unwrap();
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            // Where it goes on, it does not say again what it has done.
            lines.find(|said| said.as_ref().is_ok_and(|said| said.contains(line)));
            child.kill().unwrap();
            child.wait().unwrap();
            let after = stands(&program);
            assert_eq!(after.0, before.0 + usize::from(!before.1), "it adds a key only where none is under way");
            broken_off += usize::from(after.1);
            // What needs the keys opens: a command looks at a data key of each before all else.
            program.says(&["organization", "list"]);
            before = after;
        }
        assert!(broken_off > 0, "each was over before it was killed");
        if before.1 {
            program.says(&["key", "rotate"]);
        }
        let status = program.says(&["key", "status", "--json"]);
        assert!(status.contains(&format!("\"{ORGANIZATIONS} data keys\"")), "{status}");
        for n in 1..before.0 {
            program.says(&["key", "retire", &format!("m{n}"), "--yes"]);
        }
        assert_eq!(stands(&program), (1, false));
        program.says(&["organization", "create", "last", "Last"]);
        program.says(&["audit", "verify"]);
    }
}
