//! `cargo xtask`: sets up what is missing, builds `dist/`, serves it, tests everything.
//!
//! Depends on nothing of this workspace, so that it runs where the rest does not compile.
//!
//! ## Limitations
//! Debian's packages are installed as root alone; elsewhere the program says what to install.

mod bench;
mod build;
mod command;
mod dev;
mod fuzz;
mod hash;
mod lighthouse;
mod paths;
mod record;
mod serve;
mod server;
mod setup;
mod short_names;
mod test;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  setup                    install what `serve` and `build` need
  build [--dev]            write dist/, servable from any folder of any static host
  serve [--port N] [--dev] build, then serve on 127.0.0.1 (port 8080); --dev rebuilds and reloads
  test [PART]...           run every test, or the parts named:
                           fmt tidy clippy unit choices fuzz clippy-wasm build size same-bytes browser
  bench [PART]...          measure, and compare with the nearest earlier commit that was measured here:
                           native instructions wasm browser size
  lighthouse               build, then measure the page as a phone loads it: five times, the median counts
  fuzz-node [--seconds N] [--node PATH] [--seed S]
                           random programs on real Node and on ours must print the same
  record NAME... [--node PATH] [--runs N] [--jobs N]
                           write what real Node prints for programs of tests/conformance
  record --surface [--node PATH]
                           write every property that programs find in real Node to tests/surface

LOOPSCOPE_WASM_STD=rustup|debian says where the wasm32 standard library comes from (default: rustup, then Debian).
LOOPSCOPE_CHROMIUM=PATH says which browser the tests drive (default: chromium from PATH).";

fn main() -> ExitCode {
    match dispatch(Parser::from_env()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(mut args: Parser) -> Result<ExitCode> {
    let Some(first) = args.next()? else {
        bail!("name a command\n\n{USAGE}");
    };
    let command = match first {
        Arg::Value(name) => name.string()?,
        Arg::Short('h') | Arg::Long("help") => {
            println!("{USAGE}");
            return Ok(ExitCode::SUCCESS);
        }
        other => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "setup" => {
            if let Some(arg) = args.next()? {
                return Err(arg.unexpected().into());
            }
            setup::for_build()?;
        }
        "build" => {
            let profile = build::Profile::from_dev_flag(dev_flag(args)?);
            build::run(profile)?;
        }
        "serve" => serve::run(serve_options(args)?)?,
        "test" => return test::run(&values(args)?),
        "bench" => return bench::run(&values(args)?),
        "lighthouse" => {
            if let Some(arg) = args.next()? {
                return Err(arg.unexpected().into());
            }
            return lighthouse::run();
        }
        "fuzz-node" => return fuzz::run(args.raw_args()?),
        "record" => {
            let options = record_options(args)?;
            if options.surface {
                record::surface(&options.node)?;
            } else {
                record::run(&options)?;
            }
        }
        other => bail!("there is no command `{other}`\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

fn dev_flag(mut args: Parser) -> Result<bool> {
    let mut dev = false;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("dev") => dev = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(dev)
}

fn serve_options(mut args: Parser) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("dev") => options.dev = true,
            Arg::Short('p') | Arg::Long("port") => options.port = args.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn record_options(mut args: Parser) -> Result<record::Options> {
    let mut options = record::Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("surface") => options.surface = true,
            Arg::Long("node") => options.node = args.value()?.into(),
            Arg::Long("runs") => options.runs = args.value()?.parse()?,
            Arg::Long("jobs") => options.jobs = args.value()?.parse()?,
            Arg::Value(name) => options.names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn values(mut args: Parser) -> Result<Vec<String>> {
    let mut values = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(value) => values.push(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(values)
}
