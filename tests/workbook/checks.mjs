// Checks are counted as in tests/scripts/harness.py; the last line that a module prints is `N passed, N failed`.
const counts = {passed: 0, failed: 0};
const MOST = 1200; // characters of a value that are shown
const began = performance.now();

const shown = value => {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? String(value);
  return text.length <= MOST ? text : `${text.slice(0, MOST / 2)} … ${text.slice(-MOST / 2)}`;
};

export function check(what, fine, ...values) {
  counts[fine ? 'passed' : 'failed'] += 1;
  if (!fine) console.log(`FAILED ${what}` + values.map(value => `\n  ${shown(value)}`).join(''));
  return fine;
}

/** Compares values as JSON; of long texts it shows where they begin to differ. */
export function expect(what, found, wanted) {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return check(what, true);
  if (typeof found !== 'string' || typeof wanted !== 'string') return check(what, false, `found:  ${shown(found)}`, `wanted: ${shown(wanted)}`);
  let at = 0;
  while (at < found.length && found[at] === wanted[at]) ++at;
  const from = Math.max(0, at - 60);
  return check(what, false, `differ at ${at} of ${found.length} and ${wanted.length}`, `found:  ${shown(found.slice(from, at + 200))}`, `wanted: ${shown(wanted.slice(from, at + 200))}`);
}

export const has = (what, text, words) => check(what, String(text).includes(words), `no word of: ${words}`, text);

/** Runs the parts of a test one after the other; one that breaks off counts as a failure, and the next goes on. */
export async function parts(all) {
  const only = process.argv[3];
  for (const [name, part] of Object.entries(all)) {
    if (only && !name.includes(only)) continue;
    const since = performance.now();
    try {
      await part();
    } catch (error) {
      check(`${name} runs to its end`, false, error.stack ?? String(error));
    }
    console.log(`${name}: ${((performance.now() - since) / 1000).toFixed(1)} s`);
  }
}

export function finish() {
  console.log(`took ${((performance.now() - began) / 1000).toFixed(0)} s`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}
