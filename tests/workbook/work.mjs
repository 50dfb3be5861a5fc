// A team's work in the page, step by step and by keyboard; and what it saves, as files.
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {downloaded, scratch, until} from './browser.mjs';
import {check, expect} from './checks.mjs';
import {cpm} from './county.mjs';
import {chord, fill, focusOn, frame, push, said, show, write} from './hands.mjs';

/** Begins a county in an empty page: its files are those of `cpm init`. */
export async function beginCounty(page, title) {
  await show(page, 'begin');
  await focusOn(page, '#main select', 'County');
  await page.keyboard.type(title);
  await frame(page);
  expect('the county can be chosen by its letters', await page.evaluate(() => document.activeElement.selectedOptions?.[0]?.textContent), title);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(page, () => document.querySelector('#main h1')?.textContent.startsWith('Snapshot'), 'the Snapshot of the new county');
  await frame(page);
}

/** Answers an item that has the focus: a value or the letter of a state. */
export async function answer(page, key, note) {
  await page.keyboard.press(key);
  await frame(page);
  if (note === undefined) return;
  const place = await page.evaluate(() => `ratings.${document.querySelector('.item.current').id.slice(5)}.note`);
  await fill(page, place, note);
}

/** To an item of the Snapshot, in the view of it: the keys n and p lead on from there. */
export const atItem = (page, id) => page.evaluate(id => document.getElementById(`item-${id}`).focus(), id);

export async function judge(page, item, importance, feasibility) {
  for (const [what, level] of [['importance', importance], ['feasibility', feasibility]]) {
    const there = await page.evaluate((name, at) => {
      const radio = document.getElementsByName(name)[at];
      radio?.focus();
      return radio !== undefined;
    }, `${what}-${item}`, level - 1);
    if (!there) throw new Error(`there is no ${what} of ${item}`);
    await page.keyboard.press(' ');
    await frame(page);
  }
}

/** Makes a priority of an item in the ranking, and writes its reason; gives its id. */
export async function prioritize(page, title, reason) {
  const ids = () => page.evaluate(() => [...document.querySelectorAll('[data-place^="priorities["][data-place$="].reason"]')].map(one => one.dataset.place));
  const before = await ids();
  await push(page, `Choose as a priority: ${title}`);
  const [place] = (await ids()).filter(each => !before.includes(each));
  if (place === undefined) throw new Error(`no priority was made of ${title}; the page says: ${await said(page)}`);
  await fill(page, place, reason);
  return place.slice('priorities['.length, -'].reason'.length);
}

/** A new record by its form: labels and what is typed there. */
export async function addRecord(page, noun, values, within = '') {
  await push(page, `New ${noun}`, within);
  for (const [label, text] of Object.entries(values)) {
    if (!(await focusOn(page, 'form.new input, form.new textarea, form.new select', new RegExp(`^${label}( required)?$`)))) throw new Error(`the form has no field ${label}`);
    await write(page, text);
  }
  await push(page, 'Add', 'form.new');
  const left = await page.evaluate(() => document.querySelector('form.new')?.innerText ?? '');
  check(`the new ${noun} is written`, left === '', left);
}

let folders = 0;

/** The folder that a zip holds, as another program takes it out. */
function unzipped(bytes) {
  const zip = path.join(scratch, `saved-${++folders}.zip`);
  writeFileSync(zip, bytes);
  const folder = mkdtempSync(path.join(scratch, 'saved-'));
  execFileSync('/usr/bin/python3', ['-m', 'zipfile', '-e', zip, folder]);
  return folder;
}

/** All files, from the zip that the page saves, in a folder of this run. */
export async function savedFolder(page, county) {
  await chord(page, 'Control', 's');
  await until(page, () => document.querySelector('dialog[open]') !== null, 'the dialog of saving');
  await push(page, 'All files as a zip', 'dialog');
  const zip = await downloaded(`${county}.zip`);
  await page.keyboard.press('Escape');
  return path.join(unzipped(zip), county);
}

export const titlesOfReports = page => page.evaluate(() => [...document.querySelectorAll('#main .choice select')][0] ? [...[...document.querySelectorAll('#main .choice select')][0].options].map(option => option.textContent) : []);

/** A report as the page saves it: a file, or a zip of a Markdown file and its pictures. Names and texts. */
export async function savedReport(page, title, name, format = 'HTML') {
  await show(page, 'reports');
  await focusOn(page, '#main select', 'Report');
  const at = (await titlesOfReports(page)).indexOf(title);
  if (at < 0) throw new Error(`there is no report ${title}`);
  await page.keyboard.press('Home');
  for (let count = 0; count < at; ++count) await page.keyboard.press('ArrowDown');
  await frame(page);
  await push(page, `Save as ${format}`);
  const file = `${name}.${format === 'HTML' ? 'html' : 'md'}`;
  const bytes = await downloaded(file, `${name}.zip`);
  return bytes.subarray(0, 2).toString() === 'PK' ? everyFile(unzipped(bytes)) : {[file]: bytes.toString('latin1')};
}

/** The same report by the command line, which writes into a copy of the folder. */
export function writtenReport(folder, day, name, ...words) {
  const copy = mkdtempSync(path.join(scratch, 'copy-'));
  cpSync(folder, copy, {recursive: true});
  const before = new Set(Object.keys(everyFile(copy)));
  const said = cpm(copy, ...words, '--as-of', day, '-o', name);
  const made = Object.fromEntries(Object.entries(everyFile(copy)).filter(([file]) => !before.has(file)));
  if (Object.keys(made).length === 0) throw new Error(`cpm ${words.join(' ')} wrote nothing: ${said}`);
  return made;
}

/** Every file below a folder, hidden ones too: path and bytes as a text that keeps each byte. */
export function everyFile(folder) {
  const found = {};
  for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
    const full = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile()) found[path.relative(folder, full)] = readFileSync(full, 'latin1');
  }
  return found;
}
