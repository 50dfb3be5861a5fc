// Out of the page: into the folder that was opened where the browser lets us, else as downloads. Nothing counts as saved before the
// browser has said so. A download it does not report: that counts as saved, and whoever leaves is asked once whether it arrived.
import { zipSync } from 'fflate';

import type { Outcome } from '../engine/engine';
import { textOf } from '../engine/memory';
import type { Workbook } from './workbook';

/** The parts of File System Access that not every browser has. */
export interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FolderHandle>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
  values(): AsyncIterable<FolderHandle | FileHandle>;
}
export interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(data: Uint8Array): Promise<void>; close(): Promise<void> }>;
}

/** The folder on disk that stands for `/` of the workbook, if one was opened for writing. */
let disk: FolderHandle | null = null;
export const setDisk = (folder: FolderHandle | null): void => { disk = folder; };
export const diskName = (): string | null => disk?.name ?? null;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export function download(name: string, bytes: Uint8Array, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

const types: Record<string, string> = {
  html: 'text/html', md: 'text/markdown', ics: 'text/calendar', zip: 'application/zip', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const typeOf = (name: string): string => types[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';

/** What a command wrote: one file, or a page with its pictures as a zip. */
export function saveWritten(wb: Workbook, done: Outcome, name: string): void {
  const written = [...done.written].map(([path, bytes]): [string, Uint8Array] => [nameOf(path), bytes]);
  const [first] = written;
  if (!first) return wb.say(done.err || done.out);
  const zip = name.replace(/\.\w+$/, '.zip');
  if (written.length === 1) download(name, first[1], typeOf(name));
  else download(zip, zipped(written), typeOf(zip));
  return wb.say(`${written.length === 1 ? name : zip} is in your downloads.`);
}

/** One moment for every entry, so that the same files give the same bytes. */
const kMoment = new Date(2020, 0, 1);

export function zipped(files: Iterable<[string, Uint8Array]>): Uint8Array {
  const entries: Record<string, Uint8Array> = {};
  for (const [path, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) entries[path.replace(/^\//, '')] = bytes;
  return zipSync(entries, { mtime: kMoment, level: 6 });
}

export function saveOne(wb: Workbook, path: string): void {
  const bytes = wb.files.get(path);
  if (!bytes) return;
  download(nameOf(path), bytes, 'text/yaml');
  wb.handedOver([[path, bytes]]);
  wb.say(`${nameOf(path)} is in your downloads. Put it where it came from: ${path.slice(1)}.`);
}

export function saveZip(wb: Workbook, paths: Iterable<string>, name: string): void {
  const files = [...paths].flatMap((path): [string, Uint8Array][] => {
    const bytes = wb.files.get(path);
    return bytes ? [[path, bytes]] : [];
  });
  download(name, zipped(files), 'application/zip');
  wb.handedOver(files);
  wb.say(`${name} is in your downloads, with ${files.length} ${files.length === 1 ? 'file' : 'files'}.`);
}

async function folderAt(root: FolderHandle, path: string, create: boolean): Promise<FolderHandle> {
  let folder = root;
  for (const part of path.split('/').slice(1, -1)) folder = await folder.getDirectoryHandle(part, { create });
  return folder;
}

/** What is on disk now; nothing when there is no such file. */
async function onDisk(root: FolderHandle, path: string): Promise<Uint8Array | null> {
  try {
    const handle = await (await folderAt(root, path, false)).getFileHandle(nameOf(path));
    return new Uint8Array(await (await handle.getFile()).arrayBuffer());
  } catch {
    return null;
  }
}

async function writeOne(root: FolderHandle, path: string, bytes: Uint8Array | undefined): Promise<void> {
  const folder = await folderAt(root, path, true);
  if (!bytes) return folder.removeEntry(nameOf(path));
  const stream = await (await folder.getFileHandle(nameOf(path), { create: true })).createWritable();
  await stream.write(bytes);
  await stream.close();
}

const same = (one: Uint8Array | null | undefined, other: Uint8Array | null | undefined): boolean =>
  (!one && !other) || (!!one && !!other && textOf(one) === textOf(other));

/** Every changed file into the folder. A file that somebody else changed meanwhile is left alone, unless it is named in `over`. */
export async function saveToFolder(wb: Workbook, over: ReadonlySet<string> = new Set()): Promise<{ changed: string[]; failed: string[] }> {
  const changed: string[] = [];
  const failed: string[] = [];
  const written: [string, Uint8Array | undefined][] = [];
  if (!disk) return { changed, failed };
  for (const path of wb.unsaved()) {
    try {
      const there = await onDisk(disk, path);
      if (!over.has(path) && !same(there, wb.kept.get(path)) && !same(there, wb.files.get(path))) changed.push(path);
      else {
        const bytes = wb.files.get(path);
        await writeOne(disk, path, bytes);
        written.push([path, bytes]);
      }
    } catch (error) {
      failed.push(`${path.slice(1)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  wb.saved(written);
  const parts = [`${written.length} ${written.length === 1 ? 'file' : 'files'} saved in ${disk.name}`];
  if (changed.length > 0) parts.push(`${changed.length} left alone, since they changed on disk meanwhile`);
  if (failed.length > 0) parts.push(`${failed.length} could not be written`);
  wb.say(parts.join('; ') + '.');
  return { changed, failed };
}
