// Everything can be done by keyboard: Tab comes to every control and leaves it again, and one sees where it is. A report prints.
import {writeFileSync} from 'node:fs';
import path from 'node:path';

import {isFirefox, open, recordOf, scratch, start, stop, until} from './browser.mjs';
import {check, expect, finish, parts} from './checks.mjs';
import {pageWithExample} from './county.mjs';
import {chord, frame, press, push, show} from './hands.mjs';
import {states} from './views.mjs';
import {savedReport} from './work.mjs';

const MOST_STOPS = 700;
const MOST_LOOKS = 50; // for the mark of the focus, one every 20 ms

/** Notes where the focus is: whether one sees it, and on what. */
const noteFocus = () => {
  const here = document.activeElement;
  window.reached ??= new Set();
  if (!here || here === document.body) return {at: 'body'};
  const again = window.reached.has(here);
  const [first] = window.reached;
  window.reached.add(here);
  const marks = one => {
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  };
  const seen = [here, here.parentElement, here.parentElement?.parentElement, here.nextElementSibling, here.closest('.cm-editor')].some(one => one && marks(one));
  const box = here.getBoundingClientRect();
  return {
    at: `${here.tagName.toLowerCase()} ${(here.getAttribute('aria-label') || here.textContent || here.name || '').trim().slice(0, 40)}`, again, seen, first: here === first,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    editor: here.matches('.cm-content'), frame: here.tagName === 'IFRAME', end: here.tagName === 'IFRAME' && here.contentDocument?.activeElement === here.contentDocument?.body,
  };
};

/** Controls that are there and that Tab never came to; of the choices of one group, one is enough. */
const missed = () => {
  const groups = new Set([...window.reached].filter(one => one.type === 'radio').map(one => one.name));
  const shown = one => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0 && !one.closest('[inert]');
  const within = document.querySelector('dialog[open]') ?? document;
  return [...within.querySelectorAll('button, a[href], input, select, textarea, summary, [contenteditable=true], iframe, [tabindex="0"]')]
    .filter(one => shown(one) && !one.disabled && !window.reached.has(one) && !(one.type === 'radio' && groups.has(one.name)) && !one.closest('.cm-gutters, .cm-panels') && one.tabIndex >= 0)
    .map(one => `${one.tagName.toLowerCase()} ${(one.getAttribute('aria-label') || one.textContent || one.name || '').trim().slice(0, 40)}`).slice(0, 10);
};

/** Presses Tab until it comes round. */
async function walk(page) {
  const stops = [];
  await page.evaluate(() => { window.reached = new Set(); (document.querySelector('dialog[open] :is(button, input, summary):not(:disabled)') ?? document.querySelector('a.skip')).focus(); });
  let inFrame = 0;
  for (let count = 0; count < MOST_STOPS; ++count) {
    let here = await page.evaluate(noteFocus);
    for (let more = 0; here.seen === false && more < MOST_LOOKS; ++more) { // the editor draws its mark a moment later
      await new Promise(done => setTimeout(done, 20));
      const later = await page.evaluate(noteFocus);
      here = {...later, again: here.again, first: here.first};
    }
    if ((here.first || here.at === 'body') && count > 1) break; // round, or out at the end of the page
    if (here.frame && ++inFrame > 200) throw new Error('Tab never leaves the report');
    if (here.frame && inFrame > 1 && here.end) break; // the report is the last of the page, and this browser has nothing behind it
    if (!here.frame && here.at !== 'body' && !here.again) stops.push(here);
    if (here.editor) await press(page, 'Escape'); // as its name says
    await page.keyboard.press('Tab');
  }
  return stops;
}

const browser = await start();
// Chromium and Firefox agree on the order of Tab; the marks of focus are the page's own, so one look at each state is enough.
const looked = states.filter(state => !/^(no |files, |Snapshot, report)/.test(state.name));

await parts({
  async reaches() {
    for (const state of looked) {
      const page = await open(browser, state.file());
      await state.go(page);
      const stops = await walk(page);
      expect(`${state.name}: Tab comes to everything`, await page.evaluate(missed), []);
      check(`${state.name}: there is something to come to`, stops.length >= 2, stops.length);
      expect(`${state.name}: one sees where the focus is`, stops.filter(stop => !stop.seen).map(stop => stop.at).slice(0, 10), []);
      expect(`${state.name}: the focus is on the screen`, stops.filter(stop => !stop.inside).map(stop => stop.at).slice(0, 10), []);
      await page.close({runBeforeUnload: false});
    }
  },

  async dialogs() {
    const page = await open(browser, pageWithExample());
    await show(page, 'snapshot');
    await page.evaluate(() => [...document.querySelectorAll('header.top button')].at(-1).focus());
    await press(page, 'Enter');
    await until(page, () => document.querySelector('dialog[open]') !== null, 'the dialog');
    check('the focus is in the dialog', await page.evaluate(() => document.querySelector('dialog').contains(document.activeElement)));
    await press(page, 'Escape');
    await until(page, () => document.querySelector('dialog[open]') === null, 'no dialog');
    await until(page, () => document.activeElement?.closest('header.top') != null, 'the focus is back where it was');
    await press(page, '?');
    await until(page, () => document.querySelector('dialog[open]') !== null, 'the page of keys');
    await page.evaluate(() => document.querySelector('dialog input[type=checkbox]').focus());
    await press(page, ' ', 'Escape');
    await frame(page);
    const before = await page.evaluate(() => document.querySelectorAll('.answer.chosen').length);
    await page.evaluate(() => document.querySelector('.item.open, .item').focus());
    await press(page, 'o');
    await frame(page);
    expect('single keys can be turned off', await page.evaluate(() => document.querySelectorAll('.answer.chosen').length), before);
    await page.close({runBeforeUnload: false});
  },

  async undoes() {
    const page = await open(browser, pageWithExample());
    await show(page, 'snapshot');
    const chosen = () => page.evaluate(() => [...document.querySelectorAll('.item')].map(item => item.querySelector('.answer.chosen b, .state.chosen')?.textContent ?? '').join(' '));
    const first = await chosen();
    await page.evaluate(() => document.querySelector('.item').focus());
    await press(page, '0', 'n', '0', 'n', 'd', 'p', '1');
    await frame(page);
    const then = await chosen();
    check('keys answer items', then !== first && then.startsWith('0 1 Don’t know'), then);
    for (let count = 0; count < 4; ++count) await chord(page, 'Control', 'z');
    await frame(page);
    expect('Control and Z takes it all back', await chosen(), first);
    for (let count = 0; count < 4; ++count) await chord(page, 'Control', 'y');
    await frame(page);
    expect('Control and Y does it all again', await chosen(), then);
    await page.close({runBeforeUnload: false});
  },

  async prints() {
    const page = await open(browser, pageWithExample());
    await show(page, 'reports');
    await until(page, () => document.querySelector('iframe.report')?.contentDocument?.querySelector('h1') != null, 'the report');
    await page.evaluate(() => {
      window.printed = 0;
      document.querySelector('iframe.report').contentWindow.addEventListener('beforeprint', () => ++window.printed);
    });
    // Firefox would open its dialog, which nobody here can close.
    if (isFirefox) await page.evaluate(() => { document.querySelector('iframe.report').contentWindow.print = () => ++window.printed; });
    await push(page, 'Print');
    await new Promise(done => setTimeout(done, 500));
    expect('Print prints the report', await page.evaluate(() => window.printed), 1);
    expect('the browser lets it print', recordOf(page).errors, []);
    const file = path.join(scratch, 'report.html');
    writeFileSync(file, (await savedReport(page, 'Snapshot', 'snapshot'))['snapshot.html'], 'latin1');
    await page.close({runBeforeUnload: false});
    const report = await open(browser, file, {before: () => document.addEventListener('DOMContentLoaded', () => { document.documentElement.dataset.ready = 'yes'; })});
    const paper = await report.pdf({format: 'letter'});
    const pages = Buffer.from(paper).toString('latin1').match(/\/Type *\/Page\b/g)?.length ?? 0;
    check('a saved report prints', paper.length > 20000 && Buffer.from(paper.slice(0, 5)).toString() === '%PDF-', paper.length);
    check('on some pages', pages >= 2 || paper.length > 40000, pages);
    await report.close();
  },
});
await stop();
finish();
