// The extension in Visual Studio Code itself: real.mjs chromium [PART]. The first five minutes of editors/vscode/README.md, as a user
// lives them; then a computer without cpm.
import {execFileSync} from 'node:child_process';
import {cpSync, readFileSync} from 'node:fs';
import path from 'node:path';

import {root, scratch} from '../workbook/browser.mjs';
import {check, expect, finish, has, parts} from '../workbook/checks.mjs';
import {close, command, commandLine, goTo, install, keys, open, pause, picture, preview, read, reads, rename, setMachine, userWith, windowOn} from './real/editor.mjs';

const county = path.join(scratch, 'Contra Costa & more, 50%');
const plan = 'plans/2025-07.yaml';
const instrument = 'instruments/coaching-check-1.0.yaml';
const renamed = ['instruments/coaching-check-1.0.yaml', 'instruments/coaching-check.yaml', 'snapshots/2025-10-06-coaching.yaml', 'snapshots/2026-02-09-coaching.yaml'];
cpSync(path.join(root, 'examples/alder'), county, {recursive: true});
const text = file => readFileSync(path.join(county, file), 'utf8');

/** Waits until the editor has saved a file with these words. */
async function becomes(file, words) {
  for (const end = performance.now() + 10000; !text(file).includes(words) && performance.now() < end;) await pause(50);
}

/** Line and column of the first place with these words, counted from one. */
function placeOf(file, words) {
  const lines = text(file).split('\n');
  const line = lines.findIndex(each => each.includes(words));
  return [line + 1, lines[line].indexOf(words) + 1];
}

const [objectiveLine, objectiveColumn] = placeOf(plan, 'objective: coached-units');
const endOfObjective = objectiveColumn + 'objective: coached-units'.length;
let page;
let home;

await parts({
  async installs() {
    home = userWith();
    has('the editor takes the package', install(home), 'was successfully installed');
    const version = /^project\(cpm VERSION (\S+) /m.exec(readFileSync(path.join(root, 'CMakeLists.txt'), 'utf8'))[1];
    has('it lists the extension', commandLine(home, '--list-extensions', '--show-versions'), `cpm-toolkit.cpm-toolkit@${version}`);
  },

  async opens() {
    page = await windowOn(home, county);
    await open(page, plan);
    await goTo(page, objectiveLine, endOfObjective);
    await reads(page, 'text', /coached-units ?Workers in all six units/); // the title beside the id, which the server tells
    expect('a county in order has no findings', (await read(page, 'status')).trim().split(/\s+/), ['0', '0']);
    expect('and no message', await read(page, 'messages'), '');
    await picture(page, 'county');
  },

  async marks_and_fixes() {
    await keys(page, 'Backspace');
    await reads(page, 'status', /^1/);
    await keys(page, 'Control+Shift+m');
    const problems = await reads(page, 'problems', 'CPM305');
    has('the finding says what is wrong', problems, 'this plan has no objective `coached-unit`; did you mean `coached-units`?');
    await picture(page, 'problems');
    await keys(page, 'Control+Shift+m');
    await goTo(page, objectiveLine, endOfObjective - 3);
    await keys(page, 'Control+.');
    await reads(page, 'actions', 'write `coached-units`');
    await picture(page, 'fixes');
    await keys(page, 'Enter');
    await reads(page, 'status', /^0/);
    await keys(page, 'Control+s');
    expect('the file is as it was', text(plan), readFileSync(path.join(root, 'examples/alder', plan), 'utf8'));
  },

  async completes() {
    await goTo(page, objectiveLine, endOfObjective);
    for (let count = 0; count < 'coached-units'.length; ++count) await page.keyboard.press('Backspace');
    await keys(page, 'Control+Space');
    const offered = await reads(page, 'completions', 'coached-supervisors');
    has('ids of the plan are offered', offered, 'coached-units');
    await picture(page, 'completion');
    await keys(page, 'Enter');
    await reads(page, 'text', 'objective: coached-units');
  },

  async explains() {
    await goTo(page, objectiveLine, objectiveColumn + 2);
    await keys(page, 'Control+k', 'Control+i');
    has('a key is explained', await reads(page, 'hover', 'objective'), 'The objective it serves.');
    await picture(page, 'hover');
    await keys(page, 'Escape');
  },

  async renames_in_every_file() {
    await open(page, instrument);
    const [line, column] = placeOf(instrument, 'cc-log');
    await goTo(page, line, column + 2);
    await rename(page, 'cc-record');
    await picture(page, 'rename');
    await keys(page, 'Enter');
    await reads(page, 'text', '- id: cc-record title');
    await keys(page, 'Control+k', 's');
    for (const file of renamed) await becomes(file, 'cc-record');
    for (const file of renamed) check(`${file} has the new id`, text(file).includes('cc-record') && !text(file).includes('cc-log'), text(file).slice(0, 300));
    has('cpm check agrees', execFileSync(process.env.CPM, ['check', '--as-of', '2026-03-31', county], {encoding: 'utf8'}), 'no problems');
  },

  async reports() {
    await open(page, plan);
    await command(page, 'cpm: Show the Report on This File');
    const report = await preview(page, 'Workers in all six units');
    check('the report opens as a page', report.length > 1000 && !report.includes('|---'), report.slice(0, 300));
    await picture(page, 'report');
  },

  async fixes_all() {
    await open(page, plan);
    await goTo(page, objectiveLine + 1, objectiveColumn + 'action'.length);
    await keys(page, 'Backspace');
    await reads(page, 'status', /^1/);
    await command(page, 'cpm: Fix All in This File');
    await reads(page, 'status', /^0/);
    await keys(page, 'Control+s');
    expect('the key is right again', text(plan), readFileSync(path.join(root, 'examples/alder', plan), 'utf8'));
  },

  async restarts() {
    await command(page, 'cpm: Restart the Server');
    await goTo(page, objectiveLine, endOfObjective);
    await keys(page, 'Backspace');
    await reads(page, 'status', /^1/);
    expect('no message', await read(page, 'messages'), '');
    await keys(page, 'Control+z', 'Control+s');
  },

  async without_cpm() {
    home = userWith({cpm: false});
    install(home);
    page = await windowOn(home, county);
    const message = await reads(page, 'messages', 'The program cpm was not found on this computer.');
    has('the message says what to do', message, 'Install it');
    await open(page, plan);
    await command(page, 'cpm: Show the Report on This File');
    await picture(page, 'missing');
    await page.evaluate(() => [...document.querySelectorAll('.notification-toast .monaco-button')].find(each => each.innerText === 'Open the Settings').click());
    await reads(page, 'settings', 'The program cpm');
    await picture(page, 'settings');
    while (await read(page, 'settings') !== '') await keys(page, 'Escape');
    setMachine(home, {'cpm.path': path.join(home, 'cpm elsewhere')});
    await open(page, plan);
    await goTo(page, objectiveLine, endOfObjective);
    await reads(page, 'text', /coached-units ?Workers in all six units/);
    check('the setting starts the server by itself', true);
  },
});
await close();
finish();
