'use strict';
// What cpm asks of the world around it (src/base/hosted/host.h), answered by Node. Paths and words are bytes, held in strings of
// one character a byte ("latin1"), so that names that are not UTF-8 stay what they are.
const fs = require('fs');
const path = require('path');

const c = fs.constants;
const windows = process.platform === 'win32';
const MISSING = 0, FILE = 1, FOLDER = 2, OTHER = 3; // EntryKind of base/files.h
const FINISHED = 0, TOO_LARGE = 2, TOO_SLOW = 3; // ProgramEnd of base/system/process.h
const READING = c.O_RDONLY | (c.O_NONBLOCK || 0) | (c.O_NOCTTY || 0);
const APPENDING = c.O_WRONLY | c.O_APPEND | (c.O_NOCTTY || 0);

const bytesOf = (text) => Buffer.from(text, 'latin1');
const listOf = (texts) => Buffer.concat(texts.map((text) => Buffer.concat([text, Buffer.alloc(1)])));
const textsOf = (bytes) => Buffer.from(bytes).toString().split('\0').slice(0, -1);
const failure = (code, more) => Object.assign(new Error(code), { code }, more);

/** The path as Node takes it. On Windows cpm has `/C:/county`, which begins like every absolute path. */
const toWindows = (text) => text.replace(/^\/(?=[A-Za-z]:\/)/, '');
const place = (text) => bytesOf(windows ? toWindows(text) : text.split('\0', 1)[0]);
const fromWindows = (text) => text.replace(/\\/g, '/').replace(/^(?=[A-Za-z]:)/, '/');

// The command line and the environment. Node reads both as UTF-8; what is none is asked of the system once more.

const isWhole = (text) => !text.includes('\ufffd');

/** The texts of a list that Linux keeps of this process, each as bytes. */
function ofProcess(list) {
  const bytes = fs.readFileSync(`/proc/self/${list}`, 'latin1');
  return bytes.split('\0').slice(0, -1).map(bytesOf);
}

function words() {
  const given = process.argv.slice(2);
  if (windows) return listOf(given.map((word) => Buffer.from(isPath(word) ? fromWindows(word) : word)));
  if (given.every(isWhole) || !fs.existsSync('/proc/self/cmdline')) return listOf(given.map((word) => Buffer.from(word)));
  return listOf(given.length > 0 ? ofProcess('cmdline').slice(-given.length) : []);
}

/** A word of a command line on Windows that names a place, rather than a text with a backslash. */
const isPath = (word) => word.includes('\\') && (/^[A-Za-z]:\\/.test(word) || fs.existsSync(path.dirname(word)));

function variable(name) {
  const value = process.env[name] || '';
  if (isWhole(value) || !fs.existsSync('/proc/self/environ')) return Buffer.from(value);
  const own = ofProcess('environ').find((entry) => entry.toString('latin1').startsWith(`${name}=`));
  return own ? own.subarray(name.length + 1) : Buffer.from(value);
}

// Reading

const kindOf = (status) => (status.isFile() ? FILE : status.isDirectory() ? FOLDER : OTHER);

function kind(name) {
  try {
    return kindOf(fs.statSync(place(name)));
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    return MISSING;
  }
}

/** At most `most` bytes of an open file; one read is enough for a file of the size that was expected. */
function upTo(file, most, expected) {
  const pieces = [];
  let size = 0;
  while (size < most) {
    const piece = Buffer.allocUnsafe(Math.min(most - size, Math.max(expected + 1 - size, 4096)));
    const got = fs.readSync(file, piece, 0, piece.length, null);
    pieces.push(piece.subarray(0, got));
    size += got;
    if (got === 0 || (size === expected && got < piece.length)) break;
  }
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
}

function withOpen(name, flags, mode, work) {
  const file = fs.openSync(place(name), flags, mode);
  try {
    return work(file);
  } finally {
    fs.closeSync(file);
  }
}

/** Nothing when the file changed meanwhile. */
function readOnce(name, limit) {
  return withOpen(name, READING, 0, (file) => {
    const before = fs.fstatSync(file, { bigint: true });
    if (!before.isFile()) throw failure(before.isDirectory() ? 'EISDIR' : 'ENXIO');
    const bytes = upTo(file, limit + 1, Number(before.size));
    const after = fs.fstatSync(file, { bigint: true });
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs) return null;
    if (bytes.length > limit) throw failure('EFBIG');
    return bytes;
  });
}

function read(name, limit) {
  for (let tries = 0; tries < 3; ++tries) {
    const bytes = readOnce(name, limit);
    if (bytes) return bytes;
  }
  throw failure('EAGAIN');
}

function head(name, most) {
  return withOpen(name, READING, 0, (file) => (fs.fstatSync(file).isFile() ? upTo(file, most, most) : Buffer.alloc(0)));
}

function entries(folder) {
  return listOf(fs.readdirSync(place(folder), { encoding: 'buffer', withFileTypes: true }).map((entry) => {
    const link = entry.isSymbolicLink();
    return Buffer.concat([bytesOf(`${link ? kindBehind(folder, entry.name) : kindOf(entry)}${link ? 1 : 0}`), entry.name]);
  }));
}

/** What cannot be looked at is left to `read`, which says why. */
function kindBehind(folder, name) {
  try {
    return kind(`${folder}/${name.toString('latin1')}`);
  } catch {
    return FILE;
  }
}

function realPath(name) {
  const found = fs.realpathSync.native(place(name), { encoding: 'buffer' });
  return windows ? bytesOf(fromWindows(found.toString('latin1'))) : found;
}

// Writing, so that a file is the old one or the new one, never half of it

function folderOf(name) {
  const trimmed = (text) => text.replace(/(?!^)\/+$/, '');
  const slash = trimmed(name).lastIndexOf('/');
  return slash < 0 ? '.' : trimmed(name.slice(0, slash + 1));
}

function linkText(name) {
  try {
    const text = fs.readlinkSync(place(name), { encoding: 'buffer' }).toString('latin1');
    return windows ? fromWindows(text) : text;
  } catch {
    return '';
  }
}

/** Follows links by hand, so that a link to a file that does not exist yet works too. Nothing: nothing can be renamed there. */
function behindLinks(name) {
  for (let links = 0; links < 40; ++links) {
    if (/^\/(proc|dev\/fd)\//.test(name)) return null;
    const next = linkText(name);
    if (!next) return name;
    name = next.startsWith('/') ? next : `${folderOf(name)}/${next}`;
  }
  throw failure('ELOOP');
}

function writeAll(file, bytes) {
  for (let at = 0; at < bytes.length; ) at += patiently(() => fs.writeSync(file, bytes, at));
}

/** A stream that somebody else has set not to wait is asked again. */
function patiently(work) {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function sync(file) {
  try {
    fs.fsyncSync(file);
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(error.code)) throw error; // EPERM: Windows, where it cannot be done
  }
}

/** Opens a new file beside the target; returns its name and number. */
function beside(target, mode) {
  const name = `${folderOf(target)}/.${target.slice(target.lastIndexOf('/') + 1).slice(0, 200)}.`;
  for (let tries = 0; ; ++tries) {
    const temporary = name + Math.random().toString(36).slice(2, 8).padEnd(6, '0');
    try {
      return [temporary, fs.openSync(place(temporary), 'wx', mode)];
    } catch (error) {
      if (error.code === 'ENOENT') throw failure('ENOENT', { detail: bytesOf(folderOf(target)) });
      if (error.code !== 'EEXIST' || tries > 20) throw error;
    }
  }
}

function replace(target, status, bytes) {
  holdSignals();
  const [temporary, file] = beside(target, status ? 0o600 : 0o666);
  try {
    try {
      writeAll(file, bytes);
      if (status) fs.fchmodSync(file, status.mode & 0o777);
      sync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(place(temporary), place(target));
  } catch (error) {
    fs.rmSync(place(temporary), { force: true });
    throw error;
  }
}

function write(name, bytes) {
  const target = behindLinks(name);
  let status = null;
  try {
    status = fs.statSync(place(name));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (status && status.isDirectory()) throw failure('EISDIR');
  const device = status !== null && (status.isCharacterDevice() || status.isFIFO());
  if (status && !device && !status.isFile()) throw failure('ENXIO');
  if (status) fs.accessSync(place(name), c.W_OK);
  if (target === null || device) withOpen(name, APPENDING, 0, (file) => writeAll(file, bytes));
  else replace(target, status, bytes);
  return 0;
}

function append(name, bytes) {
  withOpen(name, APPENDING | c.O_CREAT, 0o666, (file) => writeAll(file, bytes));
  return 0;
}

function makeFolder(name) {
  fs.mkdirSync(place(name), 0o777);
  return 0;
}

// Signals that end a program wait, from the first file that is written, until the run is over: npm/main.js then obeys them.

const held = { signal: null, begun: false };

function holdSignals() {
  if (held.begun) return;
  held.begun = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGALRM', 'SIGXCPU']) {
    if (windows && signal !== 'SIGINT' && signal !== 'SIGHUP') continue;
    process.once(signal, () => { held.signal = held.signal || signal; });
  }
}

// Another program

/** Windows also looks into the current folder, where a county's files must not be programs. */
function programNamed(name) {
  if (!windows) return name;
  const folders = (process.env.PATH || '').split(path.delimiter).filter(path.isAbsolute);
  const found = folders.map((folder) => path.join(folder, `${name}.exe`)).find((file) => fs.existsSync(file));
  if (!found) throw failure('ENOENT');
  return found;
}

function program(call, setting, limit) {
  const [name, ...rest] = textsOf(bytesOf(call)).map((word) => (windows ? toWindows(word) : word));
  const [patience, ...variables] = textsOf(setting);
  const own = Object.fromEntries(variables.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]));
  const done = require('child_process').spawnSync(programNamed(name), rest, {
    env: { ...process.env, ...own }, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: Math.max(limit, 65536) + 1,
    timeout: Number(patience) * 2000, killSignal: 'SIGKILL', windowsHide: true,
  });
  const problem = done.error ? done.error.code : '';
  if (problem && problem !== 'ETIMEDOUT' && problem !== 'ENOBUFS') throw failure(problem);
  const large = problem === 'ENOBUFS' || done.stdout.length > limit;
  const said = done.stderr.subarray(0, 4096);
  return {
    number: problem === 'ETIMEDOUT' ? TOO_SLOW : large ? TOO_LARGE : FINISHED,
    bytes: Buffer.concat([bytesOf(`${done.status ?? -1}\0${said.length}\0`), said, done.stdout.subarray(0, limit)]),
  };
}

// Standard streams, terminal, clock

function input(most) {
  const bytes = Buffer.allocUnsafe(most);
  return bytes.subarray(0, patiently(() => fs.readSync(0, bytes, 0, most, null)));
}

/** Asked of the file first: to load what knows terminals takes a while. */
const isTerminal = (stream) => (windows || fs.fstatSync(stream).isCharacterDevice()) && require('tty').isatty(stream);

function output(stream, bytes) {
  if (windows && isTerminal(stream)) (stream === 1 ? process.stdout : process.stderr).write(Buffer.from(bytes));
  else writeAll(stream, bytes);
  return 0;
}

function terminal(stream) {
  return isTerminal(stream) ? 1 + ((stream === 1 ? process.stdout : process.stderr).columns || 0) : 0;
}

function today() {
  const now = new Date();
  return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
}

/** The folder of the package. */
const ownFolder = () => Buffer.from(windows ? fromWindows(__dirname) : __dirname);

// In the order of `Ask`. The bytes that cpm gives lie in its memory: whoever keeps them must copy them.
const answers = [
  words, (name) => variable(name), kind, (name, _, limit) => read(name, limit), (name, _, most) => head(name, most), entries,
  realPath, write, append, makeFolder, program, (_, __, most) => input(most), (_, bytes, stream) => output(stream, bytes),
  (_, __, stream) => terminal(stream), today, () => Math.floor(performance.now()), ownFolder,
];

/** The one function that the module asks. */
function host(what, name, bytes, number) {
  return answers[what](Buffer.from(name.buffer, name.byteOffset, name.length).toString('latin1'), bytes, number);
}

module.exports = { host, held };
