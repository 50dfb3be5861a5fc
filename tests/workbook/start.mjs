// The page starts from the disk, alone: no request, no connection, in both browsers.
import {statSync} from 'node:fs';

import {open, recordOf, start, stop} from './browser.mjs';
import {check, expect, finish, has, parts} from './checks.mjs';
import {builtPage, pageWith, pageWithExample} from './county.mjs';
import {show, textOf} from './hands.mjs';

const MOST_BYTES = 2_500_000;
const promise = 'Nothing leaves this page: it has no connection to any network.';

/** Ways out that a script of a page has; each must be refused. */
async function waysOut() {
  const tried = {};
  const refused = [];
  document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
  const name = async (what, way) => {
    try {
      tried[what] = await Promise.race([way(), new Promise(done => setTimeout(() => done('nothing'), 1500))]);
    } catch (error) {
      tried[what] = 'refused';
    }
  };
  await name('fetch', async () => (await fetch('https://example.org/')).status);
  await name('XMLHttpRequest', () => new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.onload = () => done('loaded');
    request.onerror = fail;
    request.open('GET', 'https://example.org/');
    request.send();
  }));
  await name('WebSocket', () => new Promise((done, fail) => {
    const socket = new WebSocket('wss://example.org/');
    socket.onopen = () => done('open');
    socket.onerror = fail;
  }));
  await name('EventSource', () => new Promise((done, fail) => {
    const source = new EventSource('https://example.org/');
    source.onopen = () => done('open');
    source.onerror = fail;
  }));
  await name('picture', () => new Promise((done, fail) => {
    const picture = new Image();
    picture.onload = () => done('loaded');
    picture.onerror = fail;
    picture.src = 'https://example.org/x.png';
  }));
  await name('script', () => new Promise((done, fail) => {
    const script = document.createElement('script');
    script.onload = () => done('loaded');
    script.onerror = fail;
    script.src = 'https://example.org/x.js';
    document.head.append(script);
  }));
  await name('eval', async () => (0, eval)('1 + 1'));
  navigator.sendBeacon?.('https://example.org/', 'x');
  await new Promise(done => setTimeout(done, 200));
  return {tried, refused: [...new Set(refused)].sort()};
}

const browser = await start();
const isLocal = url => /^(file|data|blob|about):/.test(url);

await parts({
  async empty() {
    check('the page is at most 2.5 MB', statSync(builtPage).size <= MOST_BYTES, statSync(builtPage).size);
    const page = await open(browser, pageWith(null));
    const text = await textOf(page);
    has('the page says the promise', text.replace(/\s+/g, ' '), promise);
    has('an empty page offers to begin', text, 'Begin a new county');
    expect('the empty page has no errors', recordOf(page).errors, []);
    expect('the empty page asks for nothing but itself', recordOf(page).requests.filter(url => !isLocal(url)), []);
    const policy = await page.evaluate(() => document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? '');
    for (const rule of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"]) has('the policy of the page', policy, rule);
    await page.close();
  },

  async views() {
    const page = await open(browser, pageWithExample());
    const views = await page.evaluate(() => [...document.querySelectorAll('nav a')].map(link => link.getAttribute('href').slice(1)));
    expect('there are thirteen views', views.length, 13);
    for (const view of views) {
      await show(page, view);
      const title = await page.evaluate(() => document.querySelector('#main h1')?.textContent ?? '');
      check(`the view ${view} has a title`, title.length > 3, title);
    }
    expect('no view has errors', recordOf(page).errors, []);
    expect('no view asks for anything', recordOf(page).requests.filter(url => !isLocal(url)), []);
    await page.close();
  },

  async connections() {
    const page = await open(browser, pageWithExample());
    const {tried, refused} = await page.evaluate(waysOut);
    expect('every way out is refused', tried, {fetch: 'refused', XMLHttpRequest: 'refused', WebSocket: 'refused', EventSource: 'refused', picture: 'refused', script: 'refused', eval: 'refused'});
    for (const rule of ['connect-src', 'img-src']) check(`the policy refuses it by ${rule}`, refused.includes(rule), refused);
    check('a connection is refused before it is tried', !recordOf(page).requests.some(url => url.startsWith('wss:')), recordOf(page).requests);
    await page.close();
  },
});
await stop();
finish();
