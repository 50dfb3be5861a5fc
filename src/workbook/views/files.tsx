// Files: the text of each, as the analyst commits it; what has changed since it was opened.
import { useState } from 'preact/hooks';

import { contentOf, findingsOf } from '../county/ask';
import { saveOne } from '../county/save';
import { kSheetKinds, saveAsSheet } from '../county/sheet';
import { isText } from '../engine/memory';
import { useReach } from '../parts/context';
import { Editor } from '../parts/editor';
import { FindingList } from '../parts/finding';

const kEditable = /\.(ya?ml|md|csv)$/i;

export function FilesView() {
  const { wb, desk } = useReach();
  const [changes, setChanges] = useState(false);
  const paths = wb.paths().filter((path) => kEditable.test(path) && !path.startsWith('reports/'));
  const file = paths.includes(desk.textFile) ? desk.textFile : paths.find((path) => contentOf(wb, path).kind !== null) ?? paths[0];
  if (file === undefined) return <section class="empty"><h1>Files</h1><p>No file is open.</p></section>;
  const bytes = wb.files.get(wb.absolute(file)) ?? new Uint8Array();
  const unsaved = new Set(wb.unsaved());
  const kept = wb.keptText(file);
  const changed = unsaved.has(wb.absolute(file));
  const { kind } = contentOf(wb, file);
  const saveSheet = (of: string) => {
    const problem = saveAsSheet(wb, of, file);
    if (problem !== undefined) wb.say(problem);
  };
  return (
    <div class="texts-view">
      <header class="view-head">
        <h1>Files</h1>
        <label class="choice">File{' '}
          <select value={file} onChange={(event) => desk.goTo(event.currentTarget.value, null)}>
            {paths.map((path) => <option key={path} value={path}>{path}{unsaved.has(wb.absolute(path)) ? ' (changed)' : ''}</option>)}
          </select>
        </label>
      </header>
      <p class="toolbar">
        <button type="button" class="plain" aria-pressed={changes && changed} disabled={!changed || kept === undefined} onClick={() => setChanges(!changes)}>What has changed</button>
        <button type="button" class="plain" onClick={() => saveOne(wb, wb.absolute(file))}>Save this file</button>
        {kind !== null && kSheetKinds.includes(kind) && <button type="button" class="plain" onClick={() => saveSheet(kind)}>Save as a spreadsheet</button>}
      </p>
      {!isText(bytes) && <p class="notice">This file is not UTF-8, so it can only be looked at here: writing it would lose bytes. Convert it first.</p>}
      <Editor key={file + String(changes && changed)} file={file} byte={desk.textByte} against={changes && changed ? kept : undefined} readOnly={!isText(bytes)} />
      <section aria-label="Findings in this file">
        <FindingList findings={findingsOf(wb, file)} />
      </section>
    </div>
  );
}
