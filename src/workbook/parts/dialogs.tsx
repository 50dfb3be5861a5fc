// Saving, and the page of keys: native dialogs.
import { useEffect, useRef, useState } from 'preact/hooks';

import type { Drafts } from '../county/draft';
import { diskName, saveOne, saveToFolder, saveZip } from '../county/save';
import { unpacked } from '../engine/engine';
import { textOf } from '../engine/memory';
import { counted, Key } from './common';
import { useReach } from './context';
import type { ComponentChildren } from 'preact';

function Dialog({ title, children }: { title: string; children: ComponentChildren }) {
  const { desk } = useReach();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { if (dialog.current && !dialog.current.open) dialog.current.showModal(); }, []);
  return (
    <dialog ref={dialog} onClose={() => desk.update({ dialog: null })} aria-labelledby="dialog-title">
      <h2 id="dialog-title">{title}</h2>
      {children}
      <p class="toolbar"><button type="button" class="plain" onClick={() => dialog.current?.close()}>Close</button></p>
    </dialog>
  );
}

const isCounty = (path: string): boolean => /\.(ya?ml|md)$/.test(path) && !/\/\./.test(path);

export function SaveDialog({ drafts }: { drafts: Drafts }) {
  const { wb } = useReach();
  const [changed, setChanged] = useState<string[]>([]);
  const [failed, setFailed] = useState<string[]>([]);
  const unsaved = wb.unsaved();
  const name = `${wb.folder.slice(1).replace(/\//g, '-') || 'county'}`;
  const intoFolder = async (over?: ReadonlySet<string>) => {
    const done = await saveToFolder(wb, over);
    setChanged(done.changed);
    setFailed(done.failed);
  };
  return (
    <Dialog title="Save">
      {unsaved.length === 0 ? <p class="good">{wb.downloaded.size === 0 ? 'Everything is saved.' : 'Nothing has changed since you saved.'}</p> : <p>{counted(unsaved.length, 'file')} changed since they were opened or saved:</p>}
      <ul class="files">
        {unsaved.filter(isCounty).map((path) => (
          <li key={path}>{path.slice(1)} {wb.files.has(path)
            ? <button type="button" class="small plain" onClick={() => saveOne(wb, path)} aria-label={`Download ${path.slice(1)}`}>Download</button>
            : <span class="quiet">taken out</span>}</li>
        ))}
      </ul>
      {unsaved.some((path) => !isCounty(path)) && <p class="quiet">and {counted(unsaved.filter((path) => !isCounty(path)).length, 'file')} for editors and code hosts, which the zip holds too</p>}
      {wb.downloaded.size > 0 && <p class="notice">{counted(wb.downloaded.size, 'file')} went to your downloads. The page cannot see whether they arrived: look there before you close it.</p>}
      {changed.length > 0 && (
        <div class="notice" role="alert">
          <p>Somebody changed these files on disk meanwhile, so they were left alone: {changed.map((path) => path.slice(1)).join(', ')}. Open the folder again in another tab to see their version.</p>
          <p><button type="button" onClick={() => void intoFolder(new Set(changed))}>Write mine over theirs</button></p>
        </div>
      )}
      {failed.length > 0 && <div class="notice" role="alert"><p>Could not be written: {failed.join('; ')}. The folder may be read-only: save a zip, and put the files where they belong.</p></div>}
      <Changes />
      <p class="toolbar">
        {diskName() !== null && <button type="button" disabled={unsaved.length === 0} onClick={() => void intoFolder()}>Save into {diskName()}</button>}
        <button type="button" class={diskName() === null ? '' : 'plain'} disabled={unsaved.length === 0} onClick={() => saveZip(wb, unsaved, `${name}-changes.zip`)}>Changed files as a zip</button>
        <button type="button" class="plain" disabled={wb.files.size === 0} onClick={() => saveZip(wb, wb.files.keys(), `${name}.zip`)}>All files as a zip</button>
      </p>
      <KeepDraft drafts={drafts} />
    </Dialog>
  );
}

/** What has changed, in the sentences of `cpm diff`. */
function Changes() {
  const { wb } = useReach();
  const text = wb.changes();
  if (text === '') return null;
  return <details><summary>What has changed, in sentences</summary><pre>{text}</pre></details>;
}

function KeepDraft({ drafts }: { drafts: Drafts }) {
  return (
    <section class="card">
      <label class="check">
        <input type="checkbox" checked={drafts.kept} onChange={(event) => drafts.keep(event.currentTarget.checked)} /> Keep a draft in this browser until I save
      </label>
      <p class="about">For a tab that crashes. Other pages that are opened from this computer’s disk may be able to read it, so it holds no names, email addresses or phone numbers. Saving clears it.</p>
      {drafts.problem !== '' && <p class="refusal" role="alert">{drafts.problem}</p>}
    </section>
  );
}

const keys: [string[], string][] = [
  [['0', '1', '2'], 'answer the item at hand; in a meeting: one more vote, then the agreed score'],
  [['o'], 'open again'], [['d'], 'the team does not know'], [['x'], 'does not apply'],
  [['n'], 'the next item'], [['p'], 'the item before'],
  [['Enter'], 'in a meeting: show the votes; then go on'], [['Backspace'], 'in a meeting: take the last vote back'], [['l'], 'in a meeting: leave for later'],
  [['Ctrl+Z'], 'undo'], [['Ctrl+Y'], 'do it again'], [['Ctrl+S'], 'save'], [['?'], 'this page'],
];

export function KeysDialog() {
  const { desk } = useReach();
  return (
    <Dialog title="Keys">
      <dl class="keys">
        {keys.map(([names, words]) => <div key={words}><dt>{names.map((name) => <Key key={name}>{name}</Key>)}</dt><dd>{words}</dd></div>)}
      </dl>
      <label class="check"><input type="checkbox" checked={desk.singleKeys} onChange={(event) => desk.update({ singleKeys: event.currentTarget.checked })} /> Single keys answer items</label>
    </Dialog>
  );
}

/** What is in this file, and on which terms. */
export function TermsDialog() {
  const { wb } = useReach();
  const [terms, setTerms] = useState('');
  useEffect(() => { void unpacked('cpm-terms').then((bytes) => setTerms(textOf(bytes ?? new Uint8Array()))); }, []);
  return (
    <Dialog title="About the workbook">
      <p>{wb.ask(['--version']).out.trim()}, for California’s county child welfare agencies. Apache License 2.0. The items of the built-in instrument are our own wording, not the official Snapshot.</p>
      <p>It holds work of others, on these terms:</p>
      <pre>{terms}</pre>
    </Dialog>
  );
}
