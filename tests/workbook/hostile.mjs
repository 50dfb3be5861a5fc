// Hostile files in the page: none hangs it, none breaks it, and no text of theirs becomes an element or runs.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

import {open, recordOf, root, scratch, start, stop, until} from './browser.mjs';
import {check, expect, finish, parts} from './checks.mjs';
import {cpm, example, filesOf, pageWith} from './county.mjs';
import {fakeDisk} from './disk.mjs';
import {chord, frame, push, show, unfold} from './hands.mjs';
import {titlesOfReports} from './work.mjs';

const MOST_SECONDS = 30; // of one file in all its views, on a busy machine; what hangs takes forever
const MOST_BYTES = 1 << 20; // of a file that the page takes
const DAY = '2026-03-31';
const browser = await start();

/** A page that opens any folder; files as bytes. */
async function opener() {
  const page = await open(browser, pageWith(null), {before: fakeDisk, day: DAY});
  page.on('dialog', dialog => void dialog.accept().catch(() => {}));
  return page;
}

/** Opens files by their paths below a folder, with the browser's picker. */
async function openFolder(page, files) {
  await show(page, 'begin');
  await page.evaluate(files => {
    window.disk.files = Object.fromEntries(files.map(([name, base64]) => [name, Uint8Array.from(atob(base64), character => character.charCodeAt(0))]));
    window.disk.reads = 0;
  }, files.map(([name, bytes]) => [`county/${name}`, Buffer.from(bytes).toString('base64')]));
  await push(page, 'Open a folder');
  const taken = files.filter(([, bytes]) => bytes.length <= MOST_BYTES).length;
  if (taken === 0) await until(page, () => document.querySelector('p.said').textContent.startsWith('None of these'), 'it is too large');
  else await until(page, taken => window.disk.reads >= taken, `${files[0][0]} is read`, taken);
  await frame(page);
}

/** The inputs of tests/scripts/hostile_inputs.py, as files. */
function collection() {
  const folder = path.join(scratch, 'hostile');
  mkdirSync(folder);
  execFileSync('/usr/bin/python3', ['-c', `
import os, sys
sys.path.insert(0, sys.argv[1])
import hostile_inputs
for name, data, _ in hostile_inputs.inputs():
    with open(os.path.join(sys.argv[2], f"{name}.yaml"), "wb") as file:
        file.write(data)
`, path.join(root, 'tests/scripts'), folder]);
  return readdirSync(folder).sort().map(name => [name, readFileSync(path.join(folder, name))]);
}

// Markup that would run, ends of scripts and comments, quotes, and characters that are obeyed or not seen.
const PAYLOADS = [
  '<img src=x onerror=hit()>', '</script><script>hit()</script>', '"><svg onload=hit()>', "' onfocus=hit() autofocus '", '<!--<script>hit()', ']]>',
  'javascript:hit()', '<iframe srcdoc="<script>parent.hit()</script>">', '</title></style></textarea><img src=x onerror=hit()>', '\u202egnp.exe\u2066', '${hit()}{{hit()}}',
];

/** The example with a payload in place of every text, of every id that is not a reference elsewhere, and in names of files. */
function spoiltCounty(payload) {
  const text = JSON.stringify(payload);
  const files = example().files.map(file => {
    const name = file.path.replace(/\.yaml$/, `${payload.replace(/[/\u0000]/g, '_')}.yaml`);
    const lines = file.text.split('\n').map(line => line
      .replace(/^(\s*(?:- )?(?:title|name|role|organization|part|reason|statement|action|text|comment|note|request|source|provider|unit|label|prompt|about): )[^|>{["'&*#].*$/, (_, start) => start + text));
    return {path: file.path === 'cpm.yaml' ? file.path : name, text: lines.join('\n')};
  });
  return {folder: `x${payload.replace(/[/\u0000]/g, '_')}`, files: [...files, {path: `plans/${payload.replace(/[/\u0000]/g, '_')}.yaml`, text: `format: cpm/plan/1\ncounty: ${text}\n${text}: 1\nsteps:\n  - id: ${text}\n    action: ${text}\n`}]};
}

/** What no text may bring into the page: elements that load or run something, handlers, and frames without a sandbox. */
const foreign = () => {
  const bad = at => [...at.querySelectorAll('*')].filter(one => one.matches('img, script[src], object, embed, base, meta[http-equiv=refresh], iframe:not(.report), link') ||
    [...one.attributes].some(({name, value}) => /^on/i.test(name) || (/^(href|src|action|formaction|xlink:href)$/i.test(name) && /^\s*(javascript|data):/i.test(value)))).map(one => one.outerHTML.slice(0, 150));
  const frames = [...document.querySelectorAll('iframe')];
  return {
    elements: [...bad(document.body), ...frames.flatMap(frame => (frame.contentDocument ? bad(frame.contentDocument) : ['a frame that cannot be looked at']))],
    scripts: frames.reduce((sum, frame) => sum + (frame.contentDocument?.querySelectorAll('script').length ?? 0), document.querySelectorAll('body #root script').length),
    unsafe: frames.filter(frame => !frame.hasAttribute('sandbox') || /allow-(scripts|popups|top|forms)/.test(frame.getAttribute('sandbox'))).length,
    hits: window.hits ?? 0,
  };
};
const clean = {elements: [], scripts: 0, unsafe: 0, hits: 0};

await parts({
  async spoilt() {
    const page = await open(browser, pageWith(null), {before: () => { window.hits = 0; window.hit = () => ++window.hits; }});
    await page.evaluate(() => { document.getElementById('main').insertAdjacentHTML('beforeend', '<img src=x onerror=hit()><iframe></iframe>'); });
    await new Promise(done => setTimeout(done, 300));
    const found = await page.evaluate(foreign);
    check('what is foreign is seen', found.elements.length === 2 && found.unsafe === 1 && found.hits > 0, found);
    await page.close({runBeforeUnload: false});
  },

  async texts() {
    for (const payload of PAYLOADS) {
      const page = await open(browser, pageWith(spoiltCounty(payload)), {before: () => { window.hits = 0; window.hit = () => ++window.hits; }});
      page.on('dialog', dialog => void dialog.accept().catch(() => {}));
      for (const view of await page.evaluate(() => [...document.querySelectorAll('nav a')].map(link => link.getAttribute('href').slice(1)))) {
        await show(page, view);
        await unfold(page);
        expect(`${payload} in ${view}`, await page.evaluate(foreign), clean);
      }
      await show(page, 'reports');
      const {length} = await titlesOfReports(page);
      check(`${payload}: there are reports`, length >= 4, length);
      for (let at = 0; at < length; ++at) {
        await page.evaluate(at => {
          const select = document.querySelector('#main select');
          select.selectedIndex = at;
          select.dispatchEvent(new Event('change', {bubbles: true}));
        }, at);
        await frame(page);
        await new Promise(done => setTimeout(done, 60));
        expect(`${payload} in report ${at + 1}`, await page.evaluate(foreign), clean);
      }
      await chord(page, 'Control', 's');
      await frame(page);
      expect(`${payload} in the dialog of saving`, await page.evaluate(foreign), clean);
      expect(`${payload}: no errors`, recordOf(page).errors, []);
      await page.close({runBeforeUnload: false});
    }
  },

  async collection() {
    const page = await opener();
    let longest = ['', 0];
    for (const [name, bytes] of collection()) {
      const since = performance.now();
      await openFolder(page, [[name, bytes]]);
      for (const view of ['findings', 'files', 'snapshot', 'plan']) await show(page, view);
      const took = performance.now() - since;
      if (took > longest[1]) longest = [name, took];
      check(`${name} takes at most ${MOST_SECONDS} s`, took <= MOST_SECONDS * 1000, took);
      const {errors} = recordOf(page);
      expect(`${name}: no errors`, errors.splice(0), []);
    }
    console.log(`the longest: ${longest[0]}, ${(longest[1] / 1000).toFixed(1)} s`);
    await page.close({runBeforeUnload: false});
  },

  /** Every folder with mistakes that the rules' tests have: the page says each of cpm's findings, in its words. */
  async mistakes() {
    const page = await opener();
    for (const suite of ['rules', 'formats']) {
      for (const rule of readdirSync(path.join(root, 'tests', suite)).filter(name => name.startsWith('CPM')).sort()) {
        const folder = path.join(root, 'tests', suite, rule, 'bad');
        const files = filesOf(folder, /\.ya?ml$|\.csv$/);
        if (files.length === 0) continue;
        await openFolder(page, files.map(file => [file.path, readFileSync(path.join(folder, file.path))]));
        await show(page, 'findings');
        const shown = await page.evaluate(() => [...document.querySelectorAll('#main .finding > p:first-child')].map(one => one.textContent.trim().replace(/^(Error|Warning|Advice) /, '')).sort());
        const printed = cpm(folder, 'check', '--as-of', DAY, '--format', 'json');
        const wanted = printed.startsWith('{') ? JSON.parse(printed).findings.map(each => `${each.message.replaceAll('`', '')} ${each.code}`).sort() : null;
        if (wanted !== null) expect(`${suite}/${rule}: the findings`, shown, wanted);
        for (const view of ['snapshot', 'analysis', 'plan', 'support', 'theory', 'files']) await show(page, view);
        expect(`${suite}/${rule}: no errors`, recordOf(page).errors.splice(0), []);
      }
    }
    await page.close({runBeforeUnload: false});
  },
});
await stop();
finish();
