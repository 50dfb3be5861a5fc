// The state of the page: a county's files, what was done to them, and what cpm says of them. Views show it and call it; nobody else
// keeps a second copy of a value.
import type { Engine, Outcome } from '../engine/engine';
import { bytesOf, type Files, textOf } from '../engine/memory';
import type { SetResult } from '../engine/results';
import { askAhead, contentOf } from './ask';

/** One step that can be taken back: the files before and after, whole (they share what is the same). */
interface Step {
  label: string;
  before: Files;
  after: Files;
}

/** A value that its field did not take. It stays in the form with the reason, and is not in the file. */
export interface Refused {
  text: string;
  reasons: string[];
}

export type Place = string;
export type Change =
  | { place: Place; value: string }
  | { place: Place; remove: true }
  | { place: Place; before: string; insert?: string };

/** Long enough to read two lines; findings and refusals stay where they are about. */
const kSaidFor = 8000;

const answerKey = (folder: string, words: string[]): string => `${folder}\n${words.join('\n')}`;
const placeKey = (file: string, place: Place): string => `${file}\n${place}`;

/** Today in local time, as 20260331. */
export function todayNumber(now = new Date()): number {
  return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
}

const sameBytes = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one === other || (!!one && !!other && one.length === other.length && one.every((byte, at) => byte === other[at]));

export class Workbook {
  files: Files = new Map();
  /** The files as they are where they came from: as opened, or as last saved. */
  kept: Files = new Map();
  /** Files whose newest saving is a download, until somebody has been asked whether it arrived. */
  readonly downloaded = new Set<string>();
  /** The county's folder, in which commands run: `/alder`. */
  folder = '/';
  /** The command of the report that is on the screen, since every change asks for it again. */
  beside: string[] | undefined;
  /** The last thing done, for the status line and for screen readers. */
  said = '';

  private day = todayNumber();
  private hush: number | undefined;
  private past: Step[] = [];
  private future: Step[] = [];
  private answers = new Map<string, Outcome>();
  private parsed = new Map<string, unknown>();
  private readonly fixed = new Map<string, unknown>();
  private readonly refusals = new Map<string, Refused>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly engine: Engine) {}

  // Who shows it

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  say(text: string): void {
    this.said = text;
    window.clearTimeout(this.hush);
    this.hush = window.setTimeout(() => this.say(''), kSaidFor);
    if (text === '') window.clearTimeout(this.hush);
    this.changed();
  }

  // The files

  open(files: Files, folder: string): void {
    this.files = files;
    this.kept = files;
    this.downloaded.clear();
    this.folder = folder;
    this.past = [];
    this.future = [];
    this.forget();
    this.changed();
  }

  enter(folder: string): void {
    this.folder = folder;
    this.forget();
    this.changed();
  }

  /** Paths as seen from the county's folder, in order. */
  paths(): string[] {
    const start = this.folder === '/' ? '/' : this.folder + '/';
    return [...this.files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length)).sort();
  }

  absolute(path: string): string {
    return this.folder === '/' ? '/' + path : `${this.folder}/${path}`;
  }

  text(path: string): string {
    return textOf(this.files.get(this.absolute(path)) ?? new Uint8Array());
  }

  keptText(path: string): string | undefined {
    const bytes = this.kept.get(this.absolute(path));
    return bytes && textOf(bytes);
  }

  /** Absolute paths of files that are not as they were opened or saved. */
  unsaved(): string[] {
    const all = new Set([...this.files.keys(), ...this.kept.keys()]);
    return [...all].filter((path) => !sameBytes(this.files.get(path), this.kept.get(path))).sort();
  }

  /** What was written, or that a file was taken out: somebody may have typed since. */
  saved(written: Iterable<[string, Uint8Array | undefined]>): void {
    const kept = new Map(this.kept);
    for (const [path, bytes] of written) {
      if (bytes) kept.set(path, bytes);
      else kept.delete(path);
      this.downloaded.delete(path);
    }
    this.kept = kept;
    this.changed();
  }

  /** What the browser was given to download. It counts as saved, but nobody tells the page whether it arrived. */
  handedOver(given: [string, Uint8Array][]): void {
    const changed = given.filter(([path, bytes]) => !sameBytes(bytes, this.kept.get(path)) || this.downloaded.has(path)).map(([path]) => path);
    this.saved(given);
    for (const path of changed) this.downloaded.add(path);
    this.changed();
  }

  /** All changes go through here. Steps with the same label and `together` become one: typing in a text. */
  replace(label: string, after: Files, together = false): void {
    const last = this.past[this.past.length - 1];
    if (together && last?.label === label && last.after === this.files) last.after = after;
    else this.past.push({ label, before: this.files, after });
    this.future = [];
    this.files = after;
    this.forget();
    this.changed();
  }

  write(label: string, path: string, text: string, together = false): void {
    this.replace(label, new Map(this.files).set(this.absolute(path), bytesOf(text)), together);
  }

  get undoLabel(): string | undefined {
    return this.past[this.past.length - 1]?.label;
  }

  get redoLabel(): string | undefined {
    return this.future[this.future.length - 1]?.label;
  }

  undo(): void {
    this.travel(this.past, this.future, 'before', 'Taken back');
  }

  redo(): void {
    this.travel(this.future, this.past, 'after', 'Done again');
  }

  private travel(from: Step[], to: Step[], which: 'before' | 'after', words: string): void {
    const step = from.pop();
    if (!step) return;
    to.push(step);
    this.files = step[which];
    this.refusals.clear();
    this.forget();
    this.say(`${words}: ${step.label}.`);
  }

  private forget(): void {
    this.answers.clear();
    this.parsed.clear();
  }

  /** The day by the clock: a page may be open for many. What was said of an earlier day is forgotten. */
  get today(): number {
    const today = todayNumber();
    if (today !== this.day) this.forget();
    this.day = today;
    return today;
  }

  // What cpm says. A question is asked once for each state of the files, and each day.

  ask(words: string[], folder = this.folder): Outcome {
    const key = answerKey(folder, words);
    const { today } = this; // first, since a new day forgets the answers
    let answer = this.answers.get(key);
    if (!answer) {
      answer = this.engine.run(words, this.files, folder, today);
      this.answers.set(key, answer);
    }
    return answer;
  }

  /** The JSON that a command prints; nothing when it could not. */
  json<T>(words: string[]): T | undefined {
    const key = words.join('\n');
    void this.today; // first, since a new day forgets the answers
    if (this.parsed.has(key)) return this.parsed.get(key) as T;
    const { out } = this.ask(words);
    let value: T | undefined;
    try {
      value = JSON.parse(out) as T;
    } catch {
      value = undefined;
    }
    this.parsed.set(key, value);
    return value;
  }

  /** The JSON of a command whose answer rests on no file of the county: it is asked once. */
  known<T>(words: string[]): T | undefined {
    const key = words.join('\n');
    if (!this.fixed.has(key)) this.fixed.set(key, this.json<T>(words));
    return this.fixed.get(key) as T | undefined;
  }

  /** The answer of a command, which came with that of another. */
  know(words: string[], answer: unknown): void {
    this.parsed.set(words.join('\n'), answer);
  }

  /** What a command printed, which came with the answer of another. */
  hear(words: string[], said: { status: number; out: string; err: string }): void {
    this.answers.set(answerKey(this.folder, words), { ...said, written: new Map() });
  }

  /** A command that writes files: what it wrote becomes one step. Otherwise its words are the answer. */
  carryOut(label: string, words: string[]): string | undefined {
    const done = this.engine.run(words, this.files, this.folder, this.today);
    if (done.status > 1 || (done.status !== 0 && done.written.size === 0)) return done.err || done.out;
    this.replace(label, new Map([...this.files, ...done.written]));
    return undefined;
  }

  /** A command with one more file in the county's folder, which is not one of the county's. */
  runBeside(words: string[], name: string, bytes: Uint8Array): Outcome {
    return this.engine.run(words, new Map(this.files).set(this.absolute(name), bytes), this.folder, this.today);
  }

  /** What has changed since the files were opened or saved, in the sentences of `cpm diff`. */
  changes(): string {
    if (this.unsaved().length === 0) return '';
    const start = this.folder === '/' ? '/' : this.folder + '/';
    const kept = [...this.kept].filter(([path]) => path.startsWith(start)).map(([path, bytes]): [string, Uint8Array] => ['/.opened/' + path.slice(start.length), bytes]);
    if (kept.length === 0) return '';
    const done = this.engine.run(['diff', '/.opened', this.folder], new Map([...this.files, ...kept]), '/', this.today);
    return done.out || done.err;
  }

  // Changes of single values, through `cpm set`

  /** Several changes of one file as one step. Stops at the first that is refused; nothing is then changed. */
  set(label: string, file: string, changes: Change[]): boolean {
    let files = this.files;
    const { kind } = contentOf(this, file);
    for (const change of changes) {
      const { result, said, written } = this.attempt(files, file, change);
      const key = placeKey(file, change.place);
      if (!result || result.result.outcome === 'refused') {
        const reasons = result ? result.findings.map((finding) => finding.message) : [said];
        this.refusals.set(key, { text: 'value' in change ? change.value : '', reasons });
        this.say(`Not changed: ${reasons[0] ?? said}`);
        return false;
      }
      this.refusals.delete(key);
      if (written.size > 0) files = new Map([...files, ...written]);
    }
    if (files === this.files) this.changed();
    else this.replace(label, files);
    if (kind === 'snapshot') askAhead(this, file);
    return true;
  }

  private attempt(files: Files, file: string, change: Change) {
    const words = ['set', '--format', 'json', ...optionsOf(change), '--', file, change.place];
    if ('value' in change) words.push(change.value);
    else if ('insert' in change && change.insert !== undefined) words.push(change.insert);
    const done = this.engine.run(words, files, this.folder, this.today);
    let result: SetResult | undefined;
    try {
      result = JSON.parse(done.out) as SetResult;
    } catch {
      result = undefined;
    }
    return { result, said: sentenceOf(done.err), written: done.written };
  }

  refused(file: string, place: Place): Refused | undefined {
    return this.refusals.get(placeKey(file, place));
  }

  /** The refused values of places that begin so. */
  refusalsBelow(file: string, start: Place): [string, Refused][] {
    return this.refusals.size === 0 ? [] : [...this.refusals].filter(([key]) => key.startsWith(placeKey(file, start)));
  }

  forgive(file: string, place: Place): void {
    this.refusals.delete(placeKey(file, place));
  }
}

function optionsOf(change: Change): string[] {
  if ('remove' in change) return ['--remove'];
  if ('before' in change) return change.insert === undefined ? ['--move', change.before] : ['--insert-before'];
  return [];
}

/** The reason in what cpm wrote to standard error: `cpm: …`, then `help: …`. */
export function sentenceOf(err: string): string {
  const [first = '', ...more] = err.trim().split('\n');
  return [first.replace(/^cpm: (error: )?/, ''), ...more.map((line) => line.trim().replace(/^help: /, ''))].join('; ').trim();
}
