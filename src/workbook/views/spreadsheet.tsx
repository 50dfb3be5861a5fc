// Spreadsheets: a file goes out for people who work in one, and what they changed comes home.
import { useRef, useState } from 'preact/hooks';

import { contentOf, filesOfKind } from '../county/ask';
import { labelOf } from '../county/form';
import { Incoming, kSheetKinds, kSheetNames, saveAsSheet, saveBlank } from '../county/sheet';
import type { Desk } from '../county/desk';
import { textBelow } from '../engine/results';
import { useReach } from '../parts/context';
import { IncomingSheet } from '../parts/incoming';

export async function takeUpSheet(desk: Desk, file: File): Promise<void> {
  desk.update({ incoming: await Incoming.of(file) });
  desk.show('spreadsheet');
}

export function SpreadsheetView() {
  const { desk } = useReach();
  return (
    <>
      <header class="view-head"><h1>Spreadsheet</h1></header>
      <p class="lead">For people who work in Excel or LibreOffice: a file goes out as a spreadsheet, and what they change in it comes home, cell by cell. You see every change before it is written.</p>
      {desk.incoming && <IncomingSheet incoming={desk.incoming} />}
      <ComeBack />
      <GoOut />
    </>
  );
}

/** Also in the view where work begins. */
export function ComeBack() {
  const { desk } = useReach();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const [first] = files ?? [];
    if (first) void takeUpSheet(desk, first);
  };
  return (
    <section class={`card drop${over ? ' over' : ''}`} aria-labelledby="sheet-title"
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer?.files); }}>
      <h2 id="sheet-title">A spreadsheet came back</h2>
      <p>An .xlsx, .ods or .csv file. You can also drop it here. Nothing is written before you have seen what would change.</p>
      <p class="toolbar"><button type="button" class="plain" onClick={() => input.current?.click()}>Open a spreadsheet</button></p>
      <input ref={input} type="file" hidden accept={kSheetNames} aria-label="Spreadsheet" onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ''; }} />
    </section>
  );
}

function GoOut() {
  const { wb } = useReach();
  const [problem, setProblem] = useState('');
  const files = kSheetKinds.flatMap((kind) => filesOfKind(wb, kind).map((file) => ({ kind, file })));
  return (
    <section class="card">
      <h2>Save as a spreadsheet</h2>
      <ul class="files">
        {files.map(({ kind, file }) => (
          <li key={file}>
            <span>{labelOf(kind)} {textBelow(contentOf(wb, file).content, 'date')} <span class="quiet">{file}</span></span>
            <button type="button" class="small plain" aria-label={`Save as .xlsx: ${file}`} onClick={() => setProblem(saveAsSheet(wb, kind, file) ?? '')}>Save as .xlsx</button>
          </li>
        ))}
        <li>
          <span>An empty Snapshot, to fill in with no other tool</span>
          <button type="button" class="small plain" aria-label="Save as .xlsx: an empty Snapshot" onClick={() => saveBlank(wb, textBelow(contentOf(wb, 'cpm.yaml').content, 'county'))}>Save as .xlsx</button>
        </li>
      </ul>
      {problem !== '' && <pre class="notice" role="alert">{problem}</pre>}
    </section>
  );
}
