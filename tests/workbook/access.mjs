// Every view, light and dark, on a screen, on a telephone and at 400 percent: axe-core finds no violation of WCAG 2.1 A and AA, and
// nobody has to scroll sideways.
import {readFileSync} from 'node:fs';

import {open, recordOf, require, start, stop} from './browser.mjs';
import {check, expect, finish, parts} from './checks.mjs';
import {pageWith} from './county.mjs';
import {frame} from './hands.mjs';
import {states} from './views.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [[1280, 900], [390, 844], [320, 640]]; // 320 is 400 percent of 1280

/** The violations of what is shown now. */
export async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await window.axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}, resultTypes: ['violations'], iframes: false});
    return found.violations.map(rule => `${rule.id} (${rule.nodes.length}): ${rule.nodes.slice(0, 3).map(node => `${node.target.join(' ')}: ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''}`).join(' | ')}`);
  });
}

/** What reaches beyond the right edge, unless something around it scrolls or hides it. */
const tooWide = () => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  const around = one => (getComputedStyle(one).position === 'absolute' ? one.offsetParent : one.parentElement);
  const inside = one => { for (let at = around(one); at; at = around(at)) if (getComputedStyle(at).overflowX !== 'visible') return true; return false; };
  return [`${document.documentElement.scrollWidth} of ${edge}`, ...[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > edge + 1 && !inside(one))
    .slice(0, 4).map(one => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.slice(0, 40)}`)];
};

/** A label of a second element with its id would name the first. */
const idsTwice = () => [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at);

async function look(browser, scheme) {
  for (const state of states) {
    const page = await open(browser, state.file());
    try {
      expect(`the browser is ${scheme}`, await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), scheme === 'dark');
      await state.go(page);
      for (const [width, height] of scheme === 'dark' ? SIZES.slice(0, 2) : SIZES) {
        await page.setViewport({width, height});
        await frame(page);
        expect(`${state.name}, ${scheme}, ${width} wide: axe`, await violations(page), []);
        expect(`${state.name}, ${scheme}, ${width} wide: nothing is wider`, await page.evaluate(tooWide), []);
      }
      expect(`${state.name}: no id is there twice`, await page.evaluate(idsTwice), []);
      expect(`${state.name}: no errors`, recordOf(page).errors, []);
    } catch (error) {
      check(`${state.name}, ${scheme}`, false, error.stack);
    }
    await page.close({runBeforeUnload: false});
  }
}

await parts({
  /** axe must see mistakes, else its silence means nothing. */
  async spoilt() {
    const browser = await start();
    const page = await open(browser, pageWith(null), {width: 320, height: 640});
    await page.evaluate(() => {
      document.getElementById('main').insertAdjacentHTML('beforeend', '<button></button><p style="color:#999;background:#aaa">pale words</p><div style="width:900px">wide</div>');
    });
    const found = (await violations(page)).join('\n');
    for (const rule of ['button-name', 'color-contrast']) check(`${rule} is seen`, found.includes(rule), found);
    check('what is too wide is seen', (await page.evaluate(tooWide)).length > 1);
    await browser.close();
  },
  light: async () => look(await start(), 'light'),
  dark: async () => look(await start({dark: true}), 'dark'),
});
await stop();
finish();
