// One driver for two browsers: starts the one that the first argument names, with no way to a network, and opens the page from the disk.
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

export const root = process.env.CPM_ROOT ?? path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
export const modules = process.env.CPM_NODE_MODULES ?? path.join(root, 'build/node/node_modules');
export const require = createRequire(pathToFileURL(modules + '/'));
const puppeteer = require('puppeteer-core');

export const name = process.argv[2] ?? 'chromium';
export const isFirefox = name === 'firefox';

/** A folder of this run, with a blank and a letter that is not ASCII in its name, as people have them. */
export const scratch = mkdtempSync(path.join(tmpdir(), 'Our café '));
process.on('exit', () => rmSync(scratch, {recursive: true, force: true}));
export const downloads = mkdtempSync(path.join(scratch, 'downloads-'));

const started = [];

/** `dark`: what the browser says people prefer. Every address but the disk leads nowhere, should a page try one. `words` are further
 * ones for Chromium, of which the last counts. */
export async function start({dark = false, words = []} = {}) {
  const browser = await puppeteer.launch(isFirefox ? {
    browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, protocolTimeout: 120000,
    extraPrefsFirefox: {
      'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9, 'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9, 'network.dns.disabled': true, 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'browser.download.folderList': 2, 'browser.download.dir': downloads, 'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false, 'browser.download.alwaysOpenPanel': false,
      'dom.disable_beforeunload': false, 'dom.require_user_interaction_for_beforeunload': false,
    },
  } : {
    browser: 'chrome', executablePath: '/usr/bin/chromium', headless: true, pipe: true, protocolTimeout: 120000,
    downloadBehavior: {policy: 'allow', downloadPath: downloads},
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--proxy-server=127.0.0.1:9',
      '--host-resolver-rules=MAP * ~NOTFOUND', `--blink-settings=preferredColorScheme=${dark ? 0 : 1}`, '--enable-precise-memory-info', ...words],
  });
  started.push(browser);
  return browser;
}

export const stop = () => Promise.all(started.map(browser => browser.close().catch(() => {})));

/** What went wrong in a page, and what it asked for; filled while it lives. */
const records = new WeakMap();
export const recordOf = page => records.get(page);

/** Runs before any script of the page: the clock stands on that day, at noon of local time; `laterBy` milliseconds move it on. */
const clock = day => {
  const Real = Date;
  const began = Real.now();
  const noon = new Real(`${day}T12:00:00`).getTime();
  const now = () => noon + Real.now() - began + (globalThis.laterBy ?? 0);
  globalThis.Date = class extends Real {
    constructor(...given) { given.length === 0 ? super(now()) : super(...given); }
    static now() { return now(); }
  };
};

export async function newPage(browser, {day = '2026-03-31', width = 1280, height = 900, before} = {}) {
  const page = await browser.newPage();
  const record = {errors: [], requests: []};
  records.set(page, record);
  page.on('pageerror', error => record.errors.push(String(error.message ?? error)));
  page.on('console', message => { if (message.type() === 'error') record.errors.push(`console: ${message.text()}`); });
  page.on('request', request => record.requests.push(request.url()));
  await page.setViewport({width, height});
  await page.evaluateOnNewDocument(clock, day);
  if (before) await page.evaluateOnNewDocument(before);
  return page;
}

/** Opens a file of the disk, and waits until the page has started; with `refused`, until it has said why not. */
export async function open(browser, file, options = {}) {
  const page = await newPage(browser, options);
  await page.goto(pathToFileURL(file).href, {waitUntil: 'load', timeout: 60000});
  const failure = await until(page, () => document.querySelector('#root > p[role=alert]')?.textContent ?? (document.documentElement.dataset.ready === 'yes' && 'ready'), 'the page has started');
  if ((failure !== 'ready') !== Boolean(options.refused)) throw new Error(failure);
  return page;
}

/** Polls from outside: the page's policy forbids texts that become code, which the driver's own waiting needs. */
export async function until(page, what, words, ...given) {
  const end = performance.now() + 30000;
  for (;;) {
    const found = await page.evaluate(what, ...given);
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited 30 s, but never: ${words}`);
    await new Promise(done => setTimeout(done, 20));
  }
}

/** Waits for a file in the folder of downloads, or for one of several; gives its bytes, and takes it away. */
export async function downloaded(...names) {
  const end = performance.now() + 20000;
  for (;;) {
    const there = readdirSync(downloads);
    const file = names.find(each => there.includes(each));
    if (file && !there.some(each => /\.(part|crdownload)$/.test(each))) {
      const bytes = readFileSync(path.join(downloads, file));
      if (bytes.length > 0) {
        rmSync(path.join(downloads, file));
        return bytes;
      }
    }
    if (performance.now() > end) throw new Error(`${names.join(', ')} was not downloaded; there are: ${there.join(', ') || 'none'}`);
    await new Promise(done => setTimeout(done, 30));
  }
}
