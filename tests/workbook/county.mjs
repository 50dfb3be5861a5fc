// Counties for the page: folders as files in memory, put into the page as `cpm workbook` does it.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {root, scratch} from './browser.mjs';

export const builtPage = process.env.CPM_WORKBOOK ?? path.join(root, 'build/web/workbook.html');
export const program = process.env.CPM ?? path.join(root, 'build/ci/cpm');

/** cpm of this machine, in a folder: its words, whatever its exit status. */
export function cpm(folder, ...words) {
  try {
    return execFileSync(program, words, {cwd: folder, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe']}).toString();
  } catch (error) {
    if (error.status === undefined || error.status === null) throw error;
    return `${error.stdout}${error.stderr}`;
  }
}

/** All files below a folder: path from there, and text. */
export function filesOf(folder, take = /\.(ya?ml|csv|md)$/) {
  const found = [];
  const walk = (at, under) => {
    for (const entry of readdirSync(at, {withFileTypes: true}).sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const here = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) walk(path.join(at, entry.name), here);
      else if (take.test(entry.name)) found.push({path: here, text: readFileSync(path.join(at, entry.name), 'utf8')});
    }
  };
  walk(folder, '');
  return found;
}

/** Nothing in a text can end the script that it stands in. */
const inert = value => JSON.stringify(value).replace(/</g, '\\u003c');

let pages = 0;

/** A page with these files in it; without any, the page as it was built. */
export function pageWith(given) {
  const text = readFileSync(builtPage, 'utf8');
  const line = '<script type="application/json" id="cpm-files">null</script>';
  if (!text.includes(line)) throw new Error('the page has no place for files');
  const file = path.join(scratch, `workbook-${++pages}.html`);
  writeFileSync(file, text.replace(line, () => line.replace('null', () => inert(given ?? null))));
  return file;
}

export const example = (name = 'alder') => ({folder: name, files: filesOf(path.join(root, 'examples', name), /\.ya?ml$|\.csv$/)});
export const pageWithExample = (name = 'alder') => pageWith(example(name));

/** Writes files to a folder of this run, so that the command line can read them. */
export function onDisk(name, files) {
  const folder = path.join(scratch, name);
  for (const {path: file, text} of files) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), text);
  }
  mkdirSync(folder, {recursive: true});
  return folder;
}

export const isFile = file => statSync(file, {throwIfNoEntry: false})?.isFile() ?? false;
