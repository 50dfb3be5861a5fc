// Spreadsheets in the page: a plan goes out, somebody changes cells (openpyxl, another program), it is opened again and taken home. All
// of it as the command line does it, byte for byte; two who changed the same are asked about; what is no spreadsheet is told.
import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {downloaded, open, recordOf, scratch, start, stop, until} from './browser.mjs';
import {check, expect, finish, has, parts} from './checks.mjs';
import {cpm, example, onDisk, pageWith, pageWithExample} from './county.mjs';
import {frame, focusOn, press, push, said, show, textOf} from './hands.mjs';
import {everyFile, savedFolder} from './work.mjs';

const DAY = '2026-03-31';
const PLAN = 'plans/2025-07.yaml';
const browser = await start();
const newFolder = () => mkdtempSync(path.join(scratch, 'sheets-'));
const topButton = page => page.evaluate(() => [...document.querySelectorAll('header.top button')].at(-1).textContent);

/** What somebody does to a spreadsheet: cells by sheet, id of the row and head, and rows below the last. */
function changed(bytes, edits, name = 'plan.xlsx') {
  const file = path.join(newFolder(), name);
  writeFileSync(file, bytes);
  const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def filled(sheet):
    return max(row[0].row for row in sheet.iter_rows() if row[0].value is not None)
for edit in json.loads(sys.argv[2]):
    sheet = book[edit["sheet"]]
    heads = {cell.value: cell.column for cell in sheet[1]}
    if edit.get("delete"):
        sheet.delete_rows(next(row[0].row for row in sheet.iter_rows() if row[0].value == edit["id"]))
        continue
    at = filled(sheet) + 1 if edit["id"] is None else next(row[0].row for row in sheet.iter_rows() if row[0].value == edit["id"])
    for head, value in edit["cells"].items():
        sheet.cell(at, heads[head], value)
book.save(sys.argv[1])`;
  execFileSync('/usr/bin/python3', ['-c', script, file, JSON.stringify(edits)]);
  return file;
}

/** Opens it by the picker, as people do. */
async function comesBack(page, file) {
  await show(page, 'spreadsheet');
  const input = await page.$('input[aria-label="Spreadsheet"]');
  await input.uploadFile(file);
  await until(page, name => document.querySelector('.incoming h2')?.textContent === `What ${name} would change`, 'what the spreadsheet would change', path.basename(file));
  await frame(page);
}

const exported = (folder, kind = 'plan', ...more) => {
  cpm(folder, 'export', kind, '-o', 'out.xlsx', ...more);
  return readFileSync(path.join(folder, 'out.xlsx'));
};

const shown = page => textOf(page, '.incoming');
const rowsOf = (page, title) => page.evaluate(title => [...document.querySelectorAll('.incoming table')].filter(one => one.caption.textContent === title)
  .flatMap(one => [...one.tBodies[0].rows].map(row => row.cells[0].textContent)), title);

let imports = 0;

/** The file after the same import by the command line. */
function imported(files, spreadsheet, file, ...more) {
  const folder = onDisk(`imported-${++imports}`, files);
  copyFileSync(spreadsheet, path.join(folder, 'plan.xlsx'));
  cpm(folder, 'import', 'plan.xlsx', '--as-of', DAY, ...more);
  return readFileSync(path.join(folder, file), 'utf8');
}

const edits = [
  {sheet: 'Steps', id: 's5', cells: {Due: '7/15/2026', Status: 'Blocked'}},
  {sheet: 'Steps', id: 's6', cells: {Due: 'TBD'}},
  {sheet: 'Steps', id: null, cells: {Objective: 'coached-units', Action: 'Ask <b onmouseover="window.hacked=1">everybody</b> how it went.', 'Responsible: team': 'Coaching group', Due: '2026-08-31', Status: 'Not started'}},
];

await parts({
  async goes_out_and_comes_home() {
    const page = await open(browser, pageWithExample());
    await show(page, 'spreadsheet');
    await push(page, `Save as .xlsx: ${PLAN}`, '#main');
    const bytes = await downloaded('plan-2025-07.xlsx');
    const folder = onDisk('native', example().files);
    check('the spreadsheet is the command line’s, byte for byte', bytes.equals(exported(folder)), bytes.length);
    expect('a spreadsheet is no change of the county', await topButton(page), 'Saved');

    const file = changed(bytes, edits);
    await comesBack(page, file);
    const text = await shown(page);
    for (const words of ['plans/2025-07.yaml', '2026-07-15', 'delayed', 'names no date', 'leave the line out until there is a date']) has(`it shows ${words}`, text, words);
    has('markup in a cell is a text', text, 'Ask <b onmouseover');
    expect('the changes are named by their cells', (await rowsOf(page, 'Changes')).slice(0, 2).every(cell => /^Steps!/.test(cell)), true);
    expect('a date that is none is not taken over', (await rowsOf(page, 'Not taken over')).length, 1);
    expect('before the click nothing has changed', await topButton(page), 'Saved');

    await push(page, /^Take \d+ changes into plans\/2025-07\.yaml$/, '.incoming');
    has('it is told', await said(page), `Written to ${PLAN}: `);
    expect('one file has changed', await topButton(page), 'Save 1 change');
    expect('what could not be read is still shown', (await rowsOf(page, 'Not taken over')).length, 1);
    await push(page, 'Put it away', '.incoming');
    const saved = everyFile(await savedFolder(page, 'alder'));
    expect('the file is the command line’s, byte for byte', Buffer.from(saved[PLAN], 'latin1').toString(), imported(example().files, file, PLAN));
    expect('no spreadsheet is among the files', Object.keys(saved).filter(each => /xlsx|ods/.test(each)), []);
    expect('and none was hacked', await page.evaluate(() => window.hacked === undefined && document.querySelector('main b[onmouseover]') === null), true);
    await push(page, 'Undo', 'header.top');
    await frame(page);
    expect('one undo takes it all back', await page.evaluate(() => document.querySelector('header.top button').disabled), true);
    expect('the page is content', recordOf(page).errors, []);
    await page.close({runBeforeUnload: false});
  },

  async both_sides() {
    const {folder, files} = example();
    const bytes = exported(onDisk('sides', files));
    const here = files.map(({path: file, text}) => ({path: file, text: file === PLAN ? text.replace('due: 2026-06-30', 'due: 2026-07-01').replace('Extend coaching to the last two units.', 'Coach the last two units.') : text}));
    check('the file changed meanwhile', here.some(({text}, at) => text !== files[at].text));
    const file = changed(bytes, [{sheet: 'Steps', id: 's5', cells: {Due: '2026-09-30', Action: 'Extend coaching to all units.'}}, {sheet: 'Steps', id: 's6', delete: true}]);
    const page = await open(browser, pageWith({folder, files: here}));
    await comesBack(page, file);
    const cells = await rowsOf(page, 'Changed on both sides: which counts?');
    expect('both are shown as conflicts', cells.length, 2);
    const button = () => page.evaluate(() => { const one = [...document.querySelectorAll('.incoming button')].find(each => /^Take /.test(each.textContent)); return [one.disabled, one.textContent]; });
    expect('without a choice nothing can be taken', (await button())[0], true);
    const choose = async (cell, side) => {
      check(`there is a choice for ${cell}`, await focusOn(page, '.incoming input[type=radio]', new RegExp(`^${cell}: ${side}: `)));
      await press(page, ' ');
      await frame(page);
    };
    const due = cells.find(cell => cell.startsWith('Steps!J')) ?? cells[1];
    await choose(due, 'spreadsheet');
    has('one is still to be chosen', await shown(page), 'Choose for 1 value first');
    await choose(cells.find(cell => cell !== due), 'file');
    expect('then one change goes in', (await button())[1], `Take 1 change into ${PLAN}`);
    has('a row that is gone is named', await shown(page), 'Rows that are gone from the spreadsheet');
    await push(page, /^Take 1 change/, '.incoming');
    expect('all is decided, so it is put away', await page.evaluate(() => document.querySelector('.incoming') === null), true);
    const saved = everyFile(await savedFolder(page, 'alder'));
    const wanted = imported(here, file, PLAN, '--take', `file,${due}`);
    expect('the file is the command line’s', Buffer.from(saved[PLAN], 'latin1').toString(), wanted);
    check('the date is the spreadsheet’s, the words are the file’s, and no row is lost', wanted.includes('2026-09-30') && wanted.includes('Coach the last two units.') && wanted.includes('id: s6'), wanted.slice(0, 400));
    await comesBack(page, file);
    await focusOn(page, '.incoming input[type=checkbox]', /Remove them/);
    await press(page, ' ');
    await frame(page);
    await focusOn(page, '.incoming button', 'All as in the file');
    if (await page.evaluate(() => document.activeElement.textContent === 'All as in the file')) await press(page, 'Enter');
    else await choose((await rowsOf(page, 'Changed on both sides: which counts?'))[0], 'file');
    await frame(page);
    await push(page, /^Take 1 change/, '.incoming');
    check('a row is removed when asked to', !Buffer.from(everyFile(await savedFolder(page, 'alder'))[PLAN], 'latin1').toString().includes('id: s6\n'));
    expect('the page is content', recordOf(page).errors, []);
    await page.close({runBeforeUnload: false});
  },

  async a_new_snapshot() {
    const bytes = exported(newFolder(), 'snapshot', '--blank', '--county', 'yolo');
    const file = changed(bytes, [{sheet: 'Ratings', id: 'or-vision', cells: {Answer: 'Partially in place (1)'}}], 'snapshot.xlsx');
    const page = await open(browser, pageWith(null));
    await comesBack(page, file);
    has('it begins a file', await page.evaluate(() => document.querySelector('.incoming select').selectedOptions[0].textContent), 'a new file');
    await push(page, /^Begin snapshots\/.*\.yaml with 1 change$/, '.incoming');
    await show(page, 'snapshot');
    expect('its answer is there', await page.evaluate(() => document.querySelector('#item-or-vision .answer.chosen b')?.textContent), '1');
    await page.close({runBeforeUnload: false});
  },

  async no_spreadsheet() {
    const page = await open(browser, pageWithExample());
    const given = {
      'broken.xlsx': ['no zip at all', 'it is no spreadsheet that cpm reads'],
      'cut.xlsx': [exported(onDisk('cut', example().files)).subarray(0, 4000), 'cut.xlsx: '],
      'large.xlsx': [Buffer.alloc(18 << 20), 'larger than 16 MiB'],
      'own.csv': ['a,b\n1,2\n', '--into'],
    };
    for (const [name, [bytes, words]] of Object.entries(given)) {
      const file = path.join(newFolder(), name);
      writeFileSync(file, bytes);
      await comesBack(page, file);
      has(`${name} is told in cpm’s words`, await shown(page), words);
      expect(`${name} cannot be taken`, await page.evaluate(() => [...document.querySelectorAll('.incoming button')].map(one => one.textContent)), ['Put it away']);
    }
    expect('nothing has changed', await topButton(page), 'Saved');
    expect('the page works on', recordOf(page).errors, []);
    await page.close({runBeforeUnload: false});
  },

  async dropped_at_the_files() {
    const page = await open(browser, pageWithExample());
    await show(page, 'begin');
    const bytes = [...changedBytes()];
    await page.evaluate(bytes => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'plan.xlsx'));
      document.querySelector('[aria-labelledby="open-title"]').dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
    }, bytes);
    await until(page, () => document.querySelector('.incoming') !== null, 'what the spreadsheet would change');
    has('it is shown, and no file of the county', await shown(page), '2026-07-15');
    await show(page, 'files');
    check('it is not in the list of files', !(await page.evaluate(() => document.querySelector('#main select').textContent)).includes('xlsx'));
    await page.evaluate(file => {
      const select = document.querySelector('#main select');
      select.value = file;
      select.dispatchEvent(new Event('change', {bubbles: true}));
    }, PLAN);
    await frame(page);
    await push(page, 'Save as a spreadsheet', '#main');
    check('the file at hand goes out as a spreadsheet', (await downloaded('plan-2025-07.xlsx')).subarray(0, 2).toString() === 'PK');
    await page.close({runBeforeUnload: false});
  },
});

function changedBytes() {
  return readFileSync(changed(exported(onDisk('dropped', example().files)), edits.slice(0, 1)));
}
await stop();
finish();
