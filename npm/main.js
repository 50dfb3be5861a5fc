#!/usr/bin/env node
'use strict';
// cpm: the module in cpm.wasm, with the files, programs and streams of this computer.
const fs = require('fs');
const path = require('path');
const v8 = require('v8');

const createCpm = require('./cpm.js');
const { host, held } = require('./host.js');

/**
 * Node compiles a function when it is first called (Node 18: before the run). To check all of them before, or to optimize any, takes
 * longer than it saves, even with the files of all counties. Each flag with the versions of V8 that know it: others would complain.
 */
function hurry() {
  const version = Number.parseInt(process.versions.v8, 10);
  const flags = { '--no-wasm-dynamic-tiering': 10, '--no-wasm-tier-up': 10, '--wasm-lazy-validation': 11 };
  for (const [flag, first] of Object.entries(flags)) if (version >= first && version <= 13) v8.setFlagsFromString(flag);
}

/** What waited while files were written ends the program now, as if it had come now. */
function obey() {
  if (!held.signal) return;
  process.removeAllListeners(held.signal);
  process.kill(process.pid, held.signal);
}

/** The module, compiled piece by piece when it is needed: most runs are over before all of it would be. */
function instantiated(imports, done) {
  const module = new WebAssembly.Module(fs.readFileSync(path.join(__dirname, 'cpm.wasm')));
  const instance = new WebAssembly.Instance(module, imports);
  done(instance, module);
  return instance.exports;
}

async function main() {
  hurry();
  const cpm = await createCpm({ instantiateWasm: instantiated, host });
  process.exitCode = cpm._cpm_run();
  if (held.begun) setImmediate(() => setImmediate(obey));
  else if (process.platform !== 'win32') process.reallyExit(process.exitCode); // all is written; to tidy up would take longer
}

main().catch((error) => {
  console.error(`cpm: internal error: ${error && error.stack ? error.stack : error}`);
  process.exitCode = 70;
});
