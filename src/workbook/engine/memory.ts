// Files in memory, as cpm asks for them (src/base/hosted/host.h). Paths are absolute here: `/alder/plans/2025-07.yaml`.

export type Files = ReadonlyMap<string, Uint8Array>;

/** The numbers of EntryKind in base/files.h. */
const enum Kind { missing, file, folder }

class HostError extends Error {
  constructor(readonly code: string, readonly detail?: Uint8Array) {
    super(code);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Whether the bytes are a text that can be edited without losing any. */
export function isText(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const listOf = (texts: string[]): Uint8Array => bytesOf(texts.map((text) => text + '\0').join(''));
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** `plans/../x.yaml` seen from a folder, without `.` and `..`. Most paths have neither, and are asked for again and again. */
export function resolved(folder: string, path: string): string {
  if (!/(^|\/)\.{0,2}(\/|$)/.test(path)) return folder === '/' ? '/' + path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return '/' + parts.join('/');
}

type Folders = Map<string, Map<string, Kind>>;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Puts a file or a folder into the one above it, which is made where it is not there. */
function enter(folders: Folders, path: string, kind: Kind): void {
  const above = folderOf(path);
  const there = folders.get(above);
  if (there) {
    there.set(nameOf(path), kind);
    return;
  }
  folders.set(above, new Map([[nameOf(path), kind]]));
  if (above !== '/') enter(folders, above, Kind.folder);
}

const known = new WeakMap<Files, Folders>();

/** What each folder holds; made once for each state of the files. */
function foldersOf(files: Files): Folders {
  let folders = known.get(files);
  if (!folders) {
    folders = new Map([['/', new Map()]]);
    for (const path of files.keys()) enter(folders, path, Kind.file);
    known.set(files, folders);
  }
  return folders;
}

/** What one run of cpm sees and leaves behind: files, and what it printed. */
export class Memory {
  readonly written = new Map<string, Uint8Array>();
  private readonly printed: Record<number, Uint8Array[]> = { 1: [], 2: [] };
  private folders: Folders;

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly words: string[],
    private readonly today: number,
  ) {
    this.folders = foldersOf(files);
    if (!this.folders.has(folder)) this.add(folder, Kind.folder);
  }

  /** To folders of its own: others see those of the files. */
  private add(path: string, kind: Kind): void {
    if (this.folders === known.get(this.files)) this.folders = new Map([...this.folders].map(([folder, names]) => [folder, new Map(names)]));
    enter(this.folders, path, kind);
    if (kind === Kind.folder) this.folders.set(path, new Map());
  }

  output(stream: 1 | 2): string {
    return textOf(joined(this.printed[stream] ?? []));
  }

  /** The answers, in the order of `Ask`. */
  private readonly answers: ((path: string, bytes: Uint8Array, number: number) => number | Uint8Array)[] = [
    () => listOf(this.words),
    () => new Uint8Array(),
    (path) => this.kind(this.place(path)),
    (path, _, limit) => this.read(path, limit),
    (path, _, most) => this.found(this.place(path)).subarray(0, most),
    (path) => this.entries(this.place(path)),
    (path) => bytesOf(this.place(path)),
    (path, bytes) => this.write(path, bytes),
    (path, bytes) => this.write(path, joined([this.files.get(this.place(path)) ?? new Uint8Array(), bytes])),
    (path) => this.makeFolder(path),
    () => { throw new HostError('ENOENT'); },
    () => new Uint8Array(),
    (_, bytes, stream) => this.print(stream, bytes),
    () => 0,
    () => this.today,
    () => 0,
    () => new Uint8Array(),
  ];

  /** The one function that the module asks; it must copy the bytes that it keeps. */
  readonly host = (what: number, path: Uint8Array, bytes: Uint8Array, number: number): number | Uint8Array => {
    const answer = this.answers[what];
    if (!answer) throw new HostError('ENOSYS');
    return answer(textOf(path), bytes, number);
  };

  private place(path: string): string {
    return resolved(this.folder, path);
  }

  private kind(place: string): Kind {
    if (this.written.has(place) || this.files.has(place)) return Kind.file;
    return this.folders.has(place) ? Kind.folder : Kind.missing;
  }

  private found(place: string): Uint8Array {
    const bytes = this.written.get(place) ?? this.files.get(place);
    if (!bytes) throw new HostError(this.folders.has(place) ? 'EISDIR' : 'ENOENT');
    return bytes;
  }

  private read(path: string, limit: number): Uint8Array {
    const bytes = this.found(this.place(path));
    if (bytes.length > limit) throw new HostError('EFBIG');
    return bytes;
  }

  private entries(folder: string): Uint8Array {
    const names = this.folders.get(folder);
    if (!names) throw new HostError(this.files.has(folder) ? 'ENOTDIR' : 'ENOENT');
    return listOf([...names].map(([name, kind]) => `${kind}0${name}`));
  }

  private write(path: string, bytes: Uint8Array): number {
    const place = this.place(path);
    if (this.folders.has(place)) throw new HostError('EISDIR');
    if (!this.folders.has(folderOf(place))) throw new HostError('ENOENT', bytesOf(folderOf(path)));
    if (this.kind(place) === Kind.missing) this.add(place, Kind.file);
    this.written.set(place, bytes.slice());
    return 0;
  }

  private makeFolder(path: string): number {
    const place = this.place(path);
    if (this.kind(place) !== Kind.missing) throw new HostError('EEXIST');
    if (!this.folders.has(folderOf(place))) throw new HostError('ENOENT');
    this.add(place, Kind.folder);
    return 0;
  }

  private print(stream: number, bytes: Uint8Array): number {
    this.printed[stream]?.push(bytes.slice());
    return 0;
  }
}

export function joined(pieces: Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
