// Into the page: files and folders that people pick or drop, and what the page was made with.
import { unzipSync } from 'fflate';

import { bytesOf, resolved } from '../engine/memory';
import { type FileHandle, type FolderHandle, setDisk } from './save';
import type { Workbook } from './workbook';

/** What the page takes: files that cpm can know. Others are counted, and left where they are. */
const kTaken = /\.(ya?ml|csv|md|svg|html)$|(^|\/)\.(gitkeep|gitattributes)$/i;
const kMostBytes = 1 << 20;
const kMostFiles = 5000;
const kMostUnzipped = 64 * kMostBytes;
const kSkipped = /(^|\/)(\.git|node_modules|\.vscode|\.github|schemas)\//;

interface Picked {
  path: string;
  bytes: () => Promise<Uint8Array>;
  size: number;
}

async function taken(picked: Picked[]): Promise<{ files: Map<string, Uint8Array>; left: number }> {
  const files = new Map<string, Uint8Array>();
  let left = 0;
  for (const each of picked) {
    if (!kTaken.test(each.path) || kSkipped.test(each.path) || each.size > kMostBytes || files.size >= kMostFiles) ++left;
    else files.set(resolved('/', each.path), await each.bytes());
  }
  return { files, left };
}

/** The folders that hold a cpm.yaml; the top one where there is none. */
export function homes(paths: Iterable<string>): string[] {
  const found = [...paths].filter((path) => /(^|\/)cpm\.yaml$/.test(path)).map((path) => path.slice(0, path.lastIndexOf('/')) || '/');
  return found.sort();
}

/** Without a cpm.yaml, the folder that holds all files is the county's. */
function folderFor(files: ReadonlyMap<string, Uint8Array>): string {
  const [home] = homes(files.keys());
  if (home !== undefined) return home;
  const tops = new Set([...files.keys()].map((path) => path.split('/').slice(0, 2).join('/')));
  const [top] = tops;
  return tops.size === 1 && top !== undefined && [...files.keys()].every((path) => path.startsWith(top + '/')) ? top : '/';
}

/** Asks before changes that are not saved would be lost. */
export function mayReplace(wb: Workbook): boolean {
  const unsaved = wb.unsaved().length;
  if (unsaved > 0) return window.confirm(`${unsaved} ${unsaved === 1 ? 'changed file' : 'changed files'} would be lost. Open others all the same?`);
  const given = wb.downloaded.size;
  return given === 0 || window.confirm(`${given} ${given === 1 ? 'file was' : 'files were'} given to this browser to download. The page cannot see whether ${given === 1 ? 'it has' : 'they have'} arrived: look among your downloads. Open others now?`);
}

/** `disk`: the folder that they come from, if it can be written. */
async function openPicked(wb: Workbook, picked: Picked[], add: boolean, disk: FolderHandle | null = null): Promise<void> {
  const { files, left } = await taken(picked);
  if (files.size === 0) return wb.say('None of these is a file that cpm reads: a YAML file whose first line begins with “format: cpm/”.');
  if (add) wb.replace(`opening ${files.size === 1 ? 'a file' : `${files.size} files`}`, new Map([...wb.files, ...placed(wb, files)]));
  else {
    if (!mayReplace(wb)) return;
    setDisk(disk);
    wb.open(files, folderFor(files));
  }
  wb.say(`${files.size} ${files.size === 1 ? 'file is' : 'files are'} open${left > 0 ? `; ${left} of other kinds were left out` : ''}.`);
}

/** Files without a folder go where files of that name are, else to the top of the county's folder. */
function placed(wb: Workbook, files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const paths = wb.paths().map((path) => wb.absolute(path));
  return new Map([...files].map(([path, bytes]) => [paths.find((there) => there.endsWith(path)) ?? wb.absolute(path.slice(1)), bytes]));
}

const picture = (file: File, path: string): Picked => ({ path, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) });

async function openZip(wb: Workbook, file: File): Promise<void> {
  if (file.size > 32 * kMostBytes) return wb.say(`${file.name} is too large to be a county’s files.`);
  let room = kMostUnzipped;
  const filter = (entry: { name: string; originalSize: number }): boolean =>
    entry.originalSize <= kMostBytes && kTaken.test(entry.name) && (room -= entry.originalSize) >= 0;
  const unzipped = unzipSync(new Uint8Array(await file.arrayBuffer()), { filter });
  await openPicked(wb, Object.entries(unzipped).map(([path, bytes]) => ({ path, size: bytes.length, bytes: async () => bytes })), false);
}

/** From an `<input type=file>`: files, a folder with `webkitRelativePath`, or one zip. */
export async function openInput(wb: Workbook, list: FileList, add: boolean): Promise<void> {
  const all = [...list];
  const [first] = all;
  if (all.length === 1 && first && /\.zip$/i.test(first.name)) return openZip(wb, first).catch(() => wb.say(`${first.name} could not be read as a zip file.`));
  return openPicked(wb, all.map((file) => picture(file, file.webkitRelativePath || file.name)), add);
}

/** With File System Access: the folder stays connected, so that saving writes into it. */
export async function openFolder(wb: Workbook): Promise<void> {
  const pick = (window as unknown as { showDirectoryPicker?: (options: object) => Promise<FolderHandle> }).showDirectoryPicker;
  if (!pick) return;
  let folder: FolderHandle;
  try {
    folder = await pick.call(window, { mode: 'readwrite', id: 'cpm-county' });
  } catch {
    return; // the person closed the dialog
  }
  await openPicked(wb, await walked(folder, ''), false, folder);
}

export const canOpenFolders = (): boolean => 'showDirectoryPicker' in window;

async function walked(folder: FolderHandle, path: string): Promise<Picked[]> {
  const found: Picked[] = [];
  for await (const entry of folder.values()) {
    const name = path === '' ? entry.name : `${path}/${entry.name}`;
    if (kSkipped.test(name + '/')) continue;
    if (entry.kind === 'directory') found.push(...(await walked(entry, name)));
    else found.push(picture(await (entry as FileHandle).getFile(), name));
    if (found.length > 4 * kMostFiles) break;
  }
  return found;
}

/** What was dropped: files and whole folders, as far as the browser tells. */
export async function openDropped(wb: Workbook, transfer: DataTransfer): Promise<void> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry): entry is FileSystemEntry => entry !== null);
  const files = [...transfer.files];
  const [first] = files;
  if (files.length === 1 && first && /\.zip$/i.test(first.name)) return openZip(wb, first).catch(() => wb.say(`${first.name} could not be read as a zip file.`));
  if (entries.length === 0) return openPicked(wb, files.map((file) => picture(file, file.name)), wb.files.size > 0);
  const found = (await Promise.all(entries.map((entry) => droppedFiles(entry)))).flat();
  return openPicked(wb, found, wb.files.size > 0 && entries.every((entry) => entry.isFile));
}

async function droppedFiles(entry: FileSystemEntry): Promise<Picked[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [picture(file, entry.fullPath.replace(/^\//, ''))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    all.push(...some);
  }
  return (await Promise.all(all.map((inner) => droppedFiles(inner)))).flat();
}

/** What `cpm workbook` put into the page. */
export interface Embedded {
  folder?: string;
  county?: string;
  instrument?: string;
  files: { path: string; text: string }[];
}

export function embedded(): Embedded | null {
  const text = document.getElementById('cpm-files')?.textContent ?? 'null';
  return JSON.parse(text) as Embedded | null;
}

export function openEmbedded(wb: Workbook, given: Embedded): void {
  const folder = '/' + (given.folder ?? 'county');
  wb.open(new Map(given.files.map((file) => [`${folder}/${file.path}`, bytesOf(file.text)])), folder);
}
