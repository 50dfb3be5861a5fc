// A page of a release, opened from the disk with one mistake in its county: released.mjs chromium. CPM_WORKBOOK is the page; with CPM_PLAIN
// the browser is one without WebAssembly.
import {open, recordOf, start, stop} from './browser.mjs';
import {check, expect, finish, has, parts} from './checks.mjs';
import {example, pageWith} from './county.mjs';
import {show, textOf} from './hands.mjs';

const plain = process.env.CPM_PLAIN === 'yes';
const browser = await start({words: plain ? ['--js-flags=--jitless'] : []});

await parts({
  async findings() {
    const county = example();
    const plan = county.files.find(file => file.path === 'plans/2025-07.yaml');
    plan.text = plan.text.replace('objective: coached-units', 'objective: coached-unit');
    const page = await open(browser, pageWith(county));
    expect('the browser has WebAssembly', await page.evaluate(() => typeof WebAssembly !== 'undefined'), !plain);
    await show(page, 'findings');
    const text = await textOf(page, '#main');
    has('the mistake is found', text, 'CPM305');
    has('and told', text, 'coached-unit');
    await show(page, 'snapshot');
    check('the questions are there', (await textOf(page, '#main')).length > 1000);
    expect('no errors', recordOf(page).errors, []);
    await page.close();
  },
});
await stop();
finish();
