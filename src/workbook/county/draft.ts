// A draft kept in this browser, only if the user wants it. It holds the files that are not saved, without the names, email addresses
// and phone numbers of people. Browsers may share this store between all pages on a disk, so each draft is kept apart by where the
// page is and which county it is about.
import { bytesOf, textOf } from '../engine/memory';
import { contentOf } from './ask';
import type { Node } from '../engine/results';
import type { Workbook } from './workbook';

const kPrefix = 'cpm-draft:';
/** Keys whose values are about a person. */
const kPersonal = new Set(['name', 'email', 'phone']);

/** The same in a text that cannot be read, such as one in the middle of typing. */
const kPersonalLine = /(\b(?:name|e-?mail|phone)\s*:)[^\n,}]*/gi;

interface Draft {
  tab: string;
  at: string;
  folder: string;
  /** Files as they were opened are not in it; a draft goes on with them, or by itself when nothing was opened. */
  files: Record<string, string>;
  removed: string[];
}

const tab = Math.random().toString(36).slice(2);
const key = (wb: Workbook): string => `${kPrefix}${location.pathname}:${wb.folder}`;

function store(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null; // storage is forbidden here
  }
}

export const canKeep = (): boolean => store() !== null;

/** The text with the values of people taken out, by their bytes. */
function withoutPeople(wb: Workbook, path: string, bytes: Uint8Array): string {
  const start = wb.folder === '/' ? '/' : wb.folder + '/';
  const { content } = path.startsWith(start) ? contentOf(wb, path.slice(start.length)) : { content: null };
  if (!content) return textOf(bytes).replace(kPersonalLine, '$1""');
  const spans: [number, number][] = [];
  const walk = (node: Node | null | undefined) => {
    for (const [name, inner] of Object.entries(node?.keys ?? {})) {
      if (kPersonal.has(name) && inner.text) spans.push([inner.bytes[1], inner.bytes[2]]);
      else walk(inner);
    }
    node?.entries?.forEach(walk);
  };
  walk(content);
  const pieces: string[] = [];
  let at = 0;
  for (const [from, to] of spans.sort(([one], [other]) => one - other)) {
    pieces.push(textOf(bytes.subarray(at, from)), '""');
    at = to;
  }
  return pieces.join('') + textOf(bytes.subarray(at));
}

export class Drafts {
  kept = false;
  problem = '';
  /** Another tab writes the same draft. */
  rival = false;
  private timer: number | undefined;

  constructor(private readonly wb: Workbook) {
    wb.onChange(() => this.later());
    window.addEventListener('storage', (event) => {
      if (!this.kept || event.key !== key(this.wb) || event.newValue === null) return;
      if ((JSON.parse(event.newValue) as Draft).tab !== tab) this.rival = true;
      this.wb.changed();
    });
  }

  /** Begins to keep a draft, or ends it and forgets what was kept. */
  keep(on: boolean): void {
    this.kept = on;
    this.problem = '';
    if (on) this.write();
    else this.clear();
    this.wb.changed();
  }

  clear(): void {
    store()?.removeItem(key(this.wb));
  }

  /** When the draft was written; nothing when there is none. */
  found(): string | null {
    return this.read()?.at ?? null;
  }

  restore(): void {
    const draft = this.read();
    if (!draft) return;
    const files = new Map(this.wb.files);
    for (const [path, text] of Object.entries(draft.files)) files.set(path, bytesOf(text));
    for (const path of draft.removed) files.delete(path);
    if (this.wb.files.size === 0) this.wb.folder = draft.folder;
    this.wb.replace('the draft of this browser', files);
    this.kept = true;
    this.wb.say('The draft is open. Names, email addresses and phone numbers were not kept: please write them again.');
  }

  private read(): Draft | null {
    const place = store();
    if (!place) return null;
    const own = place.getItem(key(this.wb));
    if (own !== null) return parsed(own);
    if (this.wb.files.size > 0) return null;
    // Nothing is open: the newest draft of this page.
    const all = Object.keys(place).filter((each) => each.startsWith(`${kPrefix}${location.pathname}:`)).map((each) => parsed(place.getItem(each)));
    return all.filter((draft): draft is Draft => draft !== null).sort((one, other) => (one.at < other.at ? 1 : -1))[0] ?? null;
  }

  private later(): void {
    if (!this.kept) return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(), 1000);
  }

  private write(): void {
    const unsaved = this.wb.unsaved();
    if (unsaved.length === 0) return this.clear();
    const draft: Draft = { tab, at: new Date().toISOString(), folder: this.wb.folder, files: {}, removed: [] };
    for (const path of unsaved) {
      const bytes = this.wb.files.get(path);
      if (bytes) draft.files[path] = withoutPeople(this.wb, path, bytes);
      else draft.removed.push(path);
    }
    const before = this.problem;
    const place = store();
    try {
      place?.setItem(key(this.wb), JSON.stringify(draft));
      this.problem = place ? '' : 'The draft cannot be kept: this browser lets the page store nothing. Save your files often.';
    } catch {
      this.problem = 'The draft could not be kept: this browser’s store is full. Save your files now.';
    }
    if (this.problem !== before) this.wb.changed();
  }
}

function parsed(text: string | null): Draft | null {
  try {
    return text === null ? null : (JSON.parse(text) as Draft);
  } catch {
    return null;
  }
}
