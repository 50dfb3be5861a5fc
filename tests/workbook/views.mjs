// Every view and dialog of the page in the states that people see, for the tests that look at all of them.
import {writeFileSync} from 'node:fs';
import path from 'node:path';

import {root, until} from './browser.mjs';
import {cpm, example, filesOf, onDisk, pageWith} from './county.mjs';
import {chord, frame, press, push, show, unfold} from './hands.mjs';

const county = () => pageWith(example());

/** A road map, which the example lacks, comes from the template in the page. */
const begun = id => async page => {
  await show(page, id);
  if (await page.evaluate(() => document.querySelector('#main .empty') !== null)) await push(page, 'Begin one');
};
const shown = id => page => show(page, id);

/** Opens everything that can be folded out. */
const unfolded = id => async page => {
  await show(page, id);
  await unfold(page);
};

const mistakes = () => pageWith({folder: 'mistakes', files: filesOf(path.join(root, 'examples/mistakes'), /\.ya?ml$/)});

let spreadsheets = 0;

/** A name, the page to open, and how to get there. */
const all = [
  {name: 'begin, empty', file: () => pageWith(null), go: shown('begin')},
  {name: 'no Snapshot', file: () => pageWith(null), go: shown('snapshot')},
  {name: 'no plan', file: () => pageWith(null), go: shown('plan')},
  {name: 'begin', file: county, go: shown('begin')},
  {name: 'Snapshot', file: county, go: shown('snapshot')},
  {name: 'Snapshot, an item unfolded', file: county, go: async page => {
    await show(page, 'snapshot');
    await unfold(page, '#main details', 4);
  }},
  {name: 'Snapshot, report beside', file: county, go: async page => {
    await show(page, 'snapshot');
    const there = await page.evaluate(() => [...document.querySelectorAll('header.top button')].find(one => one.textContent === 'Report beside')?.getClientRects().length);
    if (there) await push(page, 'Report beside', 'header.top');
  }},
  {name: 'meeting, voting', file: county, go: async page => {
    await show(page, 'meeting');
    await press(page, '1', '2', '0');
    await frame(page);
  }},
  {name: 'meeting, agreeing', file: county, go: async page => {
    await show(page, 'meeting');
    await press(page, 'l', '1', '2', '0', 'Enter');
    await frame(page);
  }},
  {name: 'analysis', file: county, go: unfolded('analysis')},
  {name: 'plan', file: county, go: shown('plan')},
  {name: 'plan, all fields of a step', file: county, go: async page => {
    await unfolded('plan')(page);
    await page.evaluate(() => { for (const one of [...document.querySelectorAll('#main button[aria-expanded=false]')].slice(-1)) one.click(); });
    await push(page, 'New step');
  }},
  {name: 'road map', file: county, go: begun('roadmap')},
  {name: 'support', file: county, go: begun('support')},
  {name: 'theory of change', file: county, go: begun('theory')},
  {name: 'logic model', file: county, go: begun('logic-model')},
  {name: 'findings', file: mistakes, go: shown('findings')},
  {name: 'no findings', file: county, go: shown('findings')},
  {name: 'reports', file: county, go: shown('reports')},
  {name: 'spreadsheet, came back', file: county, go: async page => {
    await show(page, 'spreadsheet');
    const folder = onDisk(`spreadsheet-${++spreadsheets}`, example().files);
    writeFileSync(path.join(folder, 'steps.csv'), 'Id,Due,Status\ns5,TBD,Blocked\ns6,2027-01-31,\n');
    await (await page.$('input[aria-label="Spreadsheet"]')).uploadFile(path.join(folder, 'steps.csv'));
    await until(page, () => document.querySelector('.incoming h2')?.textContent.includes('steps.csv'), 'what it would change');
    await page.evaluate(file => {
      const select = document.querySelector('.incoming select');
      select.value = file;
      select.dispatchEvent(new Event('change', {bubbles: true}));
    }, 'plans/2025-07.yaml');
    await until(page, () => document.querySelectorAll('.incoming table').length >= 2, 'its changes');
  }},
  {name: 'files', file: mistakes, go: shown('files')},
  {name: 'files, what has changed', file: county, go: async page => {
    await show(page, 'meeting');
    await press(page, '1', 'Enter');
    await show(page, 'files');
    const file = await page.evaluate(() => [...document.querySelector('#main select').options].find(option => option.textContent.includes('(changed)'))?.value ?? '');
    await page.evaluate(file => {
      const select = document.querySelector('#main select');
      select.value = file;
      select.dispatchEvent(new Event('change', {bubbles: true}));
    }, file);
    await frame(page);
    await push(page, 'What has changed');
  }},
  {name: 'dialog of saving', file: county, go: async page => {
    await show(page, 'meeting');
    await press(page, '1', 'Enter');
    await chord(page, 'Control', 's');
    await until(page, () => document.querySelector('dialog[open]') !== null, 'the dialog of saving');
    await page.evaluate(() => { for (const one of document.querySelectorAll('dialog details')) one.open = true; });
  }},
  {name: 'dialog of keys', file: county, go: async page => {
    await show(page, 'snapshot');
    await press(page, '?');
    await until(page, () => document.querySelector('dialog[open]') !== null, 'the dialog of keys');
  }},
];

/** All of them, or those whose names begin with the third word of the command line: `node access.mjs chromium light begin`. */
export const states = all.filter(state => state.name.startsWith(process.argv[4] ?? ''));
