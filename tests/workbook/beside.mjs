// The report beside the Snapshot: brought up to date block by block, it is the one that is loaded whole.
import {open, recordOf, start, stop, until} from './browser.mjs';
import {check, expect, finish, parts} from './checks.mjs';
import {pageWithExample} from './county.mjs';
import {frame, push, show} from './hands.mjs';

const browser = await start();
const wide = {width: 1600, height: 1000};
const KEYS = ['0', '2', '1', '?', '0', '1'];

/** All that the report says, without the line ends between its elements. */
const said = page => page.evaluate(() => document.querySelector('iframe.report')?.contentDocument?.body.innerHTML.replace(/>\s+</g, '><') ?? '');
const loaded = page => until(page, () => document.querySelector('iframe.report')?.contentDocument?.querySelector('h1') != null, 'the report beside');

/** Answers an item; says whether the page of the report stayed. */
async function answer(page, item, key) {
  await page.evaluate(item => {
    document.querySelector('iframe.report').contentDocument.stays = true;
    document.querySelectorAll('.item')[item].focus();
  }, item);
  await page.keyboard.press(key);
  await frame(page);
  return page.evaluate(() => document.querySelector('iframe.report').contentDocument.stays === true);
}

await parts({
  async answers() {
    const page = await open(browser, pageWithExample(), wide);
    await show(page, 'snapshot');
    await push(page, 'Report beside', 'header.top');
    await loaded(page);
    const before = await said(page);
    const items = await page.evaluate(() => document.querySelectorAll('.item').length);
    let stayed = 0;
    for (let round = 0; round < 6; ++round) {
      for (const [at, key] of KEYS.entries()) stayed += await answer(page, (round * 7 + at * 5) % items, key);
      const patched = await said(page);
      await push(page, 'Report beside', 'header.top');
      await push(page, 'Report beside', 'header.top');
      await loaded(page);
      expect(`after ${(round + 1) * KEYS.length} answers it is the report that is loaded anew`, patched, await said(page));
    }
    expect('its page stays while people answer', stayed, 6 * KEYS.length);
    check('the answers have changed it', (await said(page)) !== before);
    expect('that leads to no error of the page', recordOf(page).errors, []);
    await page.close();
  },

  async scrolling() {
    const page = await open(browser, pageWithExample(), wide);
    await show(page, 'snapshot');
    await push(page, 'Report beside', 'header.top');
    await loaded(page);
    const scrolled = () => page.evaluate(() => {
      const report = document.querySelector('iframe.report');
      report.contentDocument.querySelector('main').lastElementChild.scrollIntoView({block: 'end'});
      return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
        const {bottom} = report.contentDocument.querySelector('main').lastElementChild.getBoundingClientRect();
        done({whole: bottom <= report.contentWindow.innerHeight + 1, down: report.contentWindow.scrollY > 0});
      })));
    });
    expect('one can scroll to its end', await scrolled(), {whole: true, down: true});
    await answer(page, 0, '0');
    expect('an answer leaves it where somebody reads', await page.evaluate(() => document.querySelector('iframe.report').contentWindow.scrollY > 0), true);
    await page.close();
  },
});
await stop();
finish();
