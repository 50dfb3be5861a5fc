// A benchmark, not a test: from a key press to the frame with new findings, scores and the report beside, for the example county and
// for one with ten years of files; how long the page takes to start, and how much memory it holds. Prints rows of a table.
//   node tests/workbook/latency.mjs chromium|firefox
import {performance} from 'node:perf_hooks';

import {name, open, start, stop, until} from './browser.mjs';
import {example, pageWith} from './county.mjs';
import {frame, push, show} from './hands.mjs';

const PRESSES = 60;
const YEARS = 10;

/** The example with its Snapshots and plans repeated, year after year before, so that the newest stay the newest. */
function manyYears() {
  const {files} = example();
  const more = [];
  for (let back = 1; back < YEARS; ++back)
    for (const {path, text} of files) {
      if (!/^(snapshots|plans)\//.test(path)) continue;
      const earlier = words => words.replace(/\b20(2[3-9])(?=-)/g, year => String(Number(year) - 2 * back));
      more.push({path: earlier(path), text: earlier(text)});
    }
  const all = new Map([...more, ...files].map(file => [file.path, file]));
  return {folder: 'alder', files: [...all.values()].sort((one, other) => (one.path < other.path ? -1 : 1))};
}

/** In the page: answers an item by its key, again and again; from the dispatch to the frame after it, in milliseconds. */
async function press(presses) {
  const times = [];
  const items = [...document.querySelectorAll('.item')];
  for (let count = 0; count < presses; ++count) {
    const item = items[count % items.length];
    item.focus();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
    const report = document.querySelector('iframe.report');
    const said = () => report?.contentDocument?.body.textContent;
    const before = said();
    const key = item.querySelector('.answer.chosen b')?.textContent === '1' ? '0' : '1';
    const since = performance.now();
    item.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
    await new Promise(done => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); }));
    const drawn = performance.now() - since;
    for (let wait = 0; report && said() === before && wait < 300; ++wait) await new Promise(done => setTimeout(done, 10));
    times.push([drawn, performance.now() - since]);
  }
  return times;
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
const figures = times => {
  const sorted = [...times].sort((one, other) => one - other);
  return [at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1)].map(value => `${value.toFixed(0)} ms`).join(' / ');
};

async function measure(browser, what, given) {
  const file = pageWith(given);
  const starts = [];
  for (let count = 0; count < 5; ++count) {
    const since = performance.now();
    const page = await open(browser, file);
    await frame(page);
    starts.push(performance.now() - since);
    await page.close({runBeforeUnload: false});
  }
  const page = await open(browser, file, {width: 1600, height: 1000});
  await show(page, 'snapshot');
  const alone = await page.evaluate(press, PRESSES);
  await push(page, 'Report beside', 'header.top');
  await until(page, () => document.querySelector('iframe.report')?.contentDocument?.querySelector('h1') != null, 'the report beside');
  const beside = await page.evaluate(press, PRESSES);
  const memory = await page.evaluate(() => globalThis.performance.memory?.usedJSHeapSize);
  console.log([name, `${what}, ${given.files.length} files`, figures(alone.map(([drawn]) => drawn)), figures(beside.map(([drawn]) => drawn)), figures(beside.map(([, loaded]) => loaded)),
    `${(starts.sort((one, other) => one - other)[2] / 1000).toFixed(2)} s`, memory ? `${(memory / 1048576).toFixed(0)} MiB` : 'not told'].join(' | '));
  await page.close({runBeforeUnload: false});
}

console.log('browser | county | key to frame (median / 95 % / worst) | with the report beside | until the report is shown | start | heap');
const browser = await start();
await measure(browser, 'example', example());
await measure(browser, `${YEARS} years`, manyYears());
await stop();
