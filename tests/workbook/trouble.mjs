// What goes wrong around the page: a tab that ends, a store that is full, forbidden or shared, no WebAssembly, a folder that changed
// or is read-only. It is told; nothing is overwritten, nothing lost without a question.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';

import {open, recordOf, root, scratch, start, stop, until} from './browser.mjs';
import {check, expect, finish, has, parts} from './checks.mjs';
import {example, filesOf, pageWith, pageWithExample} from './county.mjs';
import {fakeDisk} from './disk.mjs';
import {chord, fill, frame, press, push, said, show, textOf, unfold} from './hands.mjs';

const browser = await start();

/** One answer changed: something is unsaved. */
async function change(page, keys = ['0', 'n', '0']) {
  await show(page, 'snapshot');
  await page.evaluate(() => document.querySelector('.item').focus());
  await press(page, ...keys);
  await frame(page);
}

const answers = page => page.evaluate(() => [...document.querySelectorAll('.item')].slice(0, 3).map(item => item.querySelector('.answer.chosen b')?.textContent ?? '').join(''));

async function saveDialog(page) {
  await chord(page, 'Control', 's');
  await until(page, () => document.querySelector('dialog[open]') !== null, 'the dialog of saving');
}

async function keepDraft(page) {
  await saveDialog(page);
  await page.evaluate(() => document.querySelector('dialog input[type=checkbox]').focus());
  await press(page, ' ', 'Escape');
  await frame(page);
}

const drafts = page => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('cpm-draft:')).map(([, value]) => value));
const topButton = page => page.evaluate(() => [...document.querySelectorAll('header.top button')].at(-1).textContent);
const alerts = page => textOf(page, '[role=alert]');

/** A zip of names and bytes, as an expression of Python. */
function zipOf(entries) {
  const file = path.join(scratch, 'dropped.zip');
  execFileSync('/usr/bin/python3', ['-c', `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as file:
    for name, data in ${entries}:
        file.writestr(name, data)`, file]);
  return readFileSync(file);
}

/** Drops a file where a county's files go. */
const drop = (page, file, bytes) => page.evaluate((file, base64) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([Uint8Array.from(atob(base64), character => character.charCodeAt(0))], file));
  document.querySelector('[aria-labelledby="open-title"]').dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
}, file, bytes.toString('base64'));

/** A page with the example opened from that folder. */
async function onDisk() {
  const page = await open(browser, pageWith(null), {before: fakeDisk});
  await page.evaluate(files => { for (const {path, text} of files) window.disk.files[path] = text; }, example().files);
  await push(page, 'Open a folder');
  await until(page, () => document.querySelector('#main h1')?.textContent === 'Begin, or go on', 'the open folder');
  return page;
}

const disk = page => page.evaluate(() => window.disk);

/** Which question the browser asks at a reload; leaves the page as it is. */
async function asksToStay(page) {
  let asked = false;
  const answered = dialog => { asked = dialog.type() === 'beforeunload'; void dialog.dismiss().catch(() => {}); };
  page.on('dialog', answered);
  await Promise.race([page.evaluate(() => { setTimeout(() => location.reload(), 0); }).catch(() => {}), new Promise(done => setTimeout(done, 500))]);
  await new Promise(done => setTimeout(done, 1500));
  page.off('dialog', answered);
  return asked;
}

await parts({
  async crash_with_a_draft() {
    const file = pageWithExample();
    const page = await open(browser, file);
    await keepDraft(page);
    await change(page);
    await unfold(page, '#main details', 1);
    await fill(page, 'contact.name', 'Zebulon Quist');
    await fill(page, 'contact.phone', '(916) 555-0177');
    const before = await answers(page);
    await until(page, () => Object.keys(localStorage).some(key => key.startsWith('cpm-draft:')), 'a draft');
    await new Promise(done => setTimeout(done, 1300));
    const [draft = ''] = await drafts(page);
    check('the draft holds the answers', draft.includes('score: 0'), draft.slice(0, 300));
    for (const name of ['Zebulon Quist', '555-0177', 'Rosa Delgado', '@example.org']) check(`the draft does not hold ${name}`, !draft.includes(name));
    await page.close({runBeforeUnload: false}); // as a crash: nobody is asked
    const again = await open(browser, file);
    await show(again, 'begin');
    has('the draft is offered', await textOf(again, '#main'), 'A draft is kept in this browser');
    await push(again, 'Go on with the draft');
    has('what is missing is told', await said(again), 'Names, email addresses and phone numbers were not kept');
    await show(again, 'snapshot');
    expect('the answers are there', await answers(again), before);
    await saveDialog(again);
    await push(again, 'Changed files as a zip', 'dialog');
    await new Promise(done => setTimeout(done, 1500));
    expect('saving clears the draft', await drafts(again), []);
    await again.close({runBeforeUnload: false});
  },

  async reload_without_a_draft() {
    const page = await open(browser, pageWithExample());
    expect('nothing is asked where nothing has changed', await asksToStay(page), false);
    await until(page, () => document.documentElement.dataset.ready === 'yes', 'the page again').catch(() => {});
    await change(page);
    const before = await answers(page);
    expect('leaving with unsaved changes asks', await asksToStay(page), true);
    expect('who stays has lost nothing', await answers(page), before);
    expect('no draft was kept unasked', await drafts(page), []);
    await page.close({runBeforeUnload: false});
  },

  async full_store() {
    const page = await open(browser, pageWithExample(), {before: () => { Storage.prototype.setItem = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); }; }});
    await change(page);
    await keepDraft(page);
    await until(page, () => document.querySelector('header [role=alert]') !== null, 'a warning');
    has('a full store is told', await alerts(page), 'could not be kept');
    expect('the page works on', recordOf(page).errors, []);
    await page.close({runBeforeUnload: false});
  },

  async forbidden_store() {
    const page = await open(browser, pageWithExample(), {before: () => { Object.defineProperty(window, 'localStorage', {get: () => { throw new DOMException('Access is denied for this document.', 'SecurityError'); }}); }});
    await show(page, 'begin');
    await change(page);
    await keepDraft(page);
    await frame(page);
    expect('the page works without a store', recordOf(page).errors, []);
    const text = `${await alerts(page)} ${await page.evaluate(() => document.querySelector('header.top').innerText)}`;
    check('that no draft can be kept is told', /draft|store/i.test(text), text);
    await page.close({runBeforeUnload: false});
  },

  async two_tabs() {
    const file = pageWithExample();
    const one = await open(browser, file);
    await change(one);
    await keepDraft(one);
    const two = await open(browser, file);
    await two.bringToFront();
    await change(two, ['2', 'n', '2']);
    await keepDraft(two);
    await new Promise(done => setTimeout(done, 1500));
    const told = [await alerts(one), await alerts(two)];
    check('two tabs with drafts are told', told.some(text => text.includes('also open in another tab')), told);
    await one.close({runBeforeUnload: false});
    await two.close({runBeforeUnload: false});
  },

  async no_webassembly() {
    const page = await open(browser, pageWithExample(), {refused: true, before: () => { delete globalThis.WebAssembly; }});
    const text = await textOf(page);
    has('the page says what is missing', text, 'does not allow WebAssembly');
    has('the page says what to open instead', text, 'workbook-plain.html');
    await page.close();
  },

  async folder_saved() {
    const page = await onDisk();
    const before = (await disk(page)).files;
    await change(page);
    await saveDialog(page);
    await push(page, 'Save into county files', 'dialog');
    await until(page, () => window.disk.writes.length > 0, 'a file on disk');
    const after = await disk(page);
    expect('one file is written', after.writes.length, 1);
    check('the answer is in it', after.files[after.writes[0]] !== before[after.writes[0]] && after.files[after.writes[0]].includes('score: 0'), after.writes);
    expect('no other file is touched', Object.keys(after.files).filter(file => after.files[file] !== before[file]), after.writes);
    has('it is told', await said(page), '1 file saved in county files');
    expect('nothing is unsaved', await topButton(page), 'Saved');
    await page.close({runBeforeUnload: false});
  },

  async changed_on_disk() {
    const page = await onDisk();
    await change(page);
    await page.evaluate(() => { for (const file of Object.keys(window.disk.files)) if (file.startsWith('snapshots/')) window.disk.files[file] += '# by somebody else\n'; });
    const theirs = (await disk(page)).files;
    await saveDialog(page);
    await push(page, 'Save into county files', 'dialog');
    await until(page, () => document.querySelector('dialog [role=alert]') !== null, 'a warning');
    has('it is told', await alerts(page), 'changed these files on disk meanwhile');
    expect('nothing is overwritten', (await disk(page)).files, theirs);
    has('mine is still unsaved', await topButton(page), 'Save 1 change');
    await push(page, 'Write mine over theirs', 'dialog');
    await until(page, () => window.disk.writes.length > 0, 'a file on disk');
    const after = await disk(page);
    check('it is overwritten when asked to', !after.files[after.writes[0]].includes('somebody else'), after.writes);
    await page.close({runBeforeUnload: false});
  },

  async read_only() {
    const page = await onDisk();
    await page.evaluate(() => { window.disk.readOnly = true; });
    const before = (await disk(page)).files;
    await change(page);
    await saveDialog(page);
    await push(page, 'Save into county files', 'dialog');
    await until(page, () => document.querySelector('dialog [role=alert]') !== null, 'a warning');
    has('a read-only folder is told', await alerts(page), 'Could not be written');
    expect('nothing is written', (await disk(page)).files, before);
    has('nothing counts as saved', await topButton(page), 'Save 1 change');
    expect('the page works on', recordOf(page).errors, []);
    await page.close({runBeforeUnload: false});
  },

  async full_disk() {
    const page = await onDisk();
    await change(page);
    await page.evaluate(() => { window.disk.failAt = Object.keys(window.disk.files).filter(file => file.startsWith('snapshots/')).sort().at(-1); });
    const before = (await disk(page)).files;
    await saveDialog(page);
    await push(page, 'Save into county files', 'dialog');
    await until(page, () => document.querySelector('dialog [role=alert]') !== null, 'a warning');
    has('a full disk is told', await alerts(page), 'The disk is full');
    expect('the file on disk is as it was', (await disk(page)).files, before);
    await page.close({runBeforeUnload: false});
  },

  async typing_during_a_save() {
    const page = await onDisk();
    await change(page);
    await page.evaluate(() => { window.disk.hold = new Promise(done => { window.release = done; }); });
    await saveDialog(page);
    await push(page, 'Save into county files', 'dialog');
    await press(page, 'Escape');
    await change(page, ['2']);
    await page.evaluate(() => window.release());
    await until(page, () => window.disk.writes.length > 0, 'a file on disk');
    await until(page, () => /saved in county files/.test(document.querySelector('p.said').textContent), 'it is told');
    expect('what was typed meanwhile is not saved', await topButton(page), 'Save 1 change');
    await saveDialog(page);
    await push(page, 'Save into county files', 'dialog');
    await until(page, () => [...document.querySelectorAll('header.top button')].at(-1).textContent === 'Saved', 'it is saved, too');
    await page.close({runBeforeUnload: false});
  },

  async draft_of_a_broken_text() {
    const page = await open(browser, pageWithExample());
    await keepDraft(page);
    await show(page, 'files');
    await page.evaluate(() => {
      const select = document.querySelector('#main select');
      select.value = [...select.options].map(option => option.value).filter(file => file.startsWith('snapshots/')).at(-1);
      select.dispatchEvent(new Event('change', {bubbles: true}));
    });
    await until(page, () => document.querySelector('.cm-content')?.getAttribute('aria-label')?.includes('snapshots/'), 'the file is in the editor');
    await page.focus('.cm-content');
    await chord(page, 'Control', 'End');
    await frame(page);
    await page.keyboard.type('broken: [\ncontact: {name: Zebulon Quist, phone: 555-0177}');
    await until(page, () => Object.entries(localStorage).some(([key, value]) => key.startsWith('cpm-draft:') && value.includes('contact: {name')), 'a draft of all that was typed');
    const [draft = ''] = await drafts(page);
    check('the draft holds the broken text', draft.includes('broken: ['), draft.slice(-300));
    for (const name of ['Zebulon Quist', '555-0177', 'Rosa Delgado']) check(`the draft of a broken text does not hold ${name}`, !draft.includes(name));
    await page.close({runBeforeUnload: false});
  },

  async a_dropped_zip() {
    const page = await open(browser, pageWithExample());
    await change(page);
    const before = await answers(page);
    let asked = '';
    page.on('dialog', dialog => { asked = dialog.message(); void dialog.dismiss(); });
    await show(page, 'begin');
    await drop(page, 'other.zip', zipOf('[("other/cpm.yaml", b"format: cpm/repository/1\\ncounty: yolo\\n")]'));
    await until(page, () => true, 'a moment');
    await new Promise(done => setTimeout(done, 300));
    has('a zip that is dropped asks first', asked, 'would be lost');
    await show(page, 'snapshot');
    expect('who says no has lost nothing', await answers(page), before);
    await page.close({runBeforeUnload: false});
  },

  async a_zip_without_end() {
    const page = await open(browser, pageWith(null));
    await show(page, 'begin');
    await drop(page, 'bomb.zip', zipOf('[("bomb.yaml", bytes(200 << 20))]'));
    await until(page, () => document.querySelector('p.said').textContent !== '', 'it is told');
    has('an entry that is too large is left out', await said(page), 'None of these is a file that cpm reads');
    await drop(page, 'many.zip', zipOf('[(f"county/{i}.md", bytes(1 << 20)) for i in range(100)]'));
    await until(page, () => /open/.test(document.querySelector('p.said').textContent), 'it is told');
    has('of many, as much is taken as there is room for', await said(page), '64 files are open');
    expect('the page works on', recordOf(page).errors, []);
    await page.close({runBeforeUnload: false});
  },

  async downloaded() {
    const page = await open(browser, pageWithExample());
    await change(page);
    await saveDialog(page);
    await push(page, 'Changed files as a zip', 'dialog');
    await press(page, 'Escape');
    await frame(page);
    expect('a download is told apart from what is saved', await topButton(page), 'Downloaded');
    const before = await answers(page);
    expect('leaving then asks', await asksToStay(page), true);
    expect('who stays has lost nothing', await answers(page), before);
    expect('and has been asked', await topButton(page), 'Saved');
    expect('it is not asked again', await asksToStay(page), false);
    await page.close({runBeforeUnload: false});
  },

  async downloaded_then_others() {
    const page = await open(browser, pageWithExample());
    await change(page);
    await saveDialog(page);
    await push(page, 'Changed files as a zip', 'dialog');
    await press(page, 'Escape');
    let asked = '';
    page.on('dialog', dialog => { asked = dialog.message(); void dialog.dismiss(); });
    await show(page, 'begin');
    await push(page, 'Make it');
    has('another county is opened only after a question', asked, 'cannot see whether it has arrived');
    await show(page, 'snapshot');
    check('who says no has lost nothing', await page.evaluate(() => document.querySelector('header.top .brand').textContent.includes('alder')), await textOf(page, 'header.top'));
    await page.close({runBeforeUnload: false});
  },

  async another_day() {
    const page = await open(browser, pageWithExample(), {day: '2026-03-31'});
    const days = async () => {
      await show(page, 'begin');
      const proposed = await page.evaluate(() => document.querySelector('#main input[type=date]').value);
      await show(page, 'reports');
      await page.evaluate(() => {
        const select = document.querySelector('#main select');
        select.value = 'Status of the plan';
        select.dispatchEvent(new Event('change', {bubbles: true}));
      });
      await until(page, () => document.querySelector('iframe.report')?.contentDocument?.querySelector('h1')?.textContent.includes('tatus'), 'the status of the plan');
      const report = await page.evaluate(() => document.querySelector('iframe.report').contentDocument.body.textContent);
      return [proposed, ...['March 31, 2026', 'April 1, 2026'].filter(day => report.includes(`as of ${day}`))];
    };
    expect('the page begins on its day', await days(), ['2026-03-31', 'March 31, 2026']);
    await page.evaluate(() => { window.laterBy = 24 * 3600 * 1000; document.dispatchEvent(new Event('visibilitychange')); });
    expect('a page left open until tomorrow is of tomorrow', await days(), ['2026-04-01', 'April 1, 2026']);
    await page.close({runBeforeUnload: false});
  },

  async a_fix_that_is_not_sure() {
    const page = await open(browser, pageWith({folder: 'mistakes', files: filesOf(path.join(root, 'examples/mistakes'), /\.ya?ml$/)}));
    await show(page, 'findings');
    const unsaved = () => topButton(page);
    expect('there are safe fixes and others', await page.evaluate(() => ['Fix: write yolo', 'Perhaps: put a colon after due'].every(text => [...document.querySelectorAll('.finding button')].some(one => one.textContent === text))), true);
    await push(page, 'Perhaps: put a colon after due', '#main');
    expect('a click changes nothing yet', await unsaved(), 'Saved');
    expect('it shows the change', await page.evaluate(() => [...document.querySelectorAll('.change pre')].map(one => one.textContent.trim())), ['due 2026-09-30', 'due: 2026-09-30']);
    await push(page, 'Change it so', '#main');
    expect('the second click carries it out', await unsaved(), 'Save 1 change');
    await push(page, 'Fix: write yolo', '#main');
    expect('a safe one needs one click', await unsaved(), 'Save 2 changes');
    await page.close({runBeforeUnload: false});
  },

  async others_opened() {
    const page = await open(browser, pageWithExample());
    await change(page);
    const before = await answers(page);
    let asked = '';
    page.on('dialog', dialog => { asked = dialog.message(); void dialog.dismiss(); });
    await show(page, 'begin');
    await push(page, 'Make it');
    await until(page, () => true, 'a moment');
    has('making another county asks first', asked, 'would be lost');
    await show(page, 'snapshot');
    expect('who says no has lost nothing', await answers(page), before);
    await page.close({runBeforeUnload: false});
  },
});
await stop();
finish();
