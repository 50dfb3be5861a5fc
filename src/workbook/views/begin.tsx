// Begin: open a county's files, or begin a county; then what is there, and what comes next.
import { useRef, useState } from 'preact/hooks';

import { contentOf, findingsOf, list } from '../county/ask';
import { labelOf } from '../county/form';
import { canOpenFolders, homes, mayReplace, openDropped, openFolder, openInput } from '../county/open';
import { setDisk } from '../county/save';
import { isSheet } from '../county/sheet';
import { counted } from '../parts/common';
import { useReach } from '../parts/context';
import { textBelow } from '../engine/results';
import { ComeBack, takeUpSheet } from './spreadsheet';
import type { Drafts } from '../county/draft';
import type { Embedded } from '../county/open';

export function BeginView({ drafts, given }: { drafts: Drafts; given: Embedded | null }) {
  const { wb } = useReach();
  const draft = drafts.kept ? null : drafts.found();
  return (
    <>
      <header class="view-head"><h1>{wb.files.size > 0 ? 'Begin, or go on' : 'Begin'}</h1></header>
      {draft !== null && (
        <section class="card">
          <h2>A draft is kept in this browser</h2>
          <p>It was written on {draft.slice(0, 10)} at {draft.slice(11, 16)} UTC. People’s names are not in it.</p>
          <p class="toolbar">
            <button type="button" onClick={() => drafts.restore()}>Go on with the draft</button>
            <button type="button" class="plain" onClick={() => { drafts.clear(); wb.say('The draft is gone.'); }}>Forget it</button>
          </p>
        </section>
      )}
      {wb.files.size > 0 && <County />}
      {wb.files.size > 0 && <NewSnapshot instrument={given?.instrument} />}
      <Open />
      <ComeBack />
      <NewCounty county={given?.county} />
      <Practice />
    </>
  );
}

/** The county's files, each with where one works on it. */
const viewOf: Record<string, string> = {
  snapshot: 'snapshot', plan: 'plan', support: 'support', 'theory-of-change': 'theory', 'logic-model': 'logic-model', roadmap: 'roadmap',
};

function County() {
  const { wb, desk } = useReach();
  const folders = homes(wb.files.keys());
  const files = wb.paths().filter((path) => contentOf(wb, path).kind !== null);
  return (
    <section class="card">
      <h2>Open now: {wb.folder.slice(1) || 'files'}</h2>
      {folders.length > 1 && (
        <label class="choice">County’s folder{' '}
          <select value={wb.folder} onChange={(event) => wb.enter(event.currentTarget.value)}>
            {folders.map((folder) => <option key={folder} value={folder}>{folder.slice(1) || 'top'}</option>)}
          </select>
        </label>
      )}
      <ul class="files">
        {files.map((file) => {
          const { kind, content } = contentOf(wb, file);
          const open = findingsOf(wb, file).filter((finding) => finding.severity !== 'advice').length;
          return (
            <li key={file}>
              <button type="button" class="link" onClick={() => {
                desk.choose(kind ?? '', file);
                const view = viewOf[kind ?? ''];
                if (view !== undefined) desk.show(view);
                else desk.goTo(file, null);
              }}>{labelOf(kind ?? '')} {textBelow(content, 'date')}</button>
              <span class="quiet"> {file}{open > 0 && `; ${counted(open, 'finding')}`}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** One file alone, which is a spreadsheet: it is no county file, but may change one. */
const onlySheet = (files: FileList): File | undefined => (files.length === 1 && files[0] && isSheet(files[0].name) ? files[0] : undefined);

function Open() {
  const { wb, desk } = useReach();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const picked = (add: boolean) => (event: { currentTarget: HTMLInputElement }) => {
    const { files: chosen } = event.currentTarget;
    const sheet = chosen && onlySheet(chosen);
    if (sheet) void takeUpSheet(desk, sheet);
    else if (chosen && chosen.length > 0) void openInput(wb, chosen, add);
    event.currentTarget.value = '';
  };
  return (
    <section class={`card drop${over ? ' over' : ''}`} aria-labelledby="open-title"
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const sheet = event.dataTransfer && onlySheet(event.dataTransfer.files);
        if (sheet) void takeUpSheet(desk, sheet);
        else if (event.dataTransfer) void openDropped(wb, event.dataTransfer);
      }}>
      <h2 id="open-title">Open a county’s files</h2>
      <p>A folder with the county’s YAML files, single files, or a zip. You can also drop them here.</p>
      <p class="toolbar">
        {canOpenFolders()
          ? <button type="button" onClick={() => void openFolder(wb)}>Open a folder</button>
          : <button type="button" onClick={() => folder.current?.click()}>Open a folder</button>}
        <button type="button" class="plain" onClick={() => files.current?.click()}>Open files</button>
      </p>
      <p class="quiet">{canOpenFolders()
        ? 'This browser can save into the folder. It asks you first.'
        : 'This browser cannot save into a folder: changed files go to your downloads.'}</p>
      <input ref={files} type="file" multiple hidden accept=".yaml,.yml,.zip,.xlsx,.ods" aria-label="Files" onChange={picked(wb.files.size > 0)} />
      <input ref={folder} type="file" hidden aria-label="Folder" onChange={picked(false)} {...{ webkitdirectory: true }} />
    </section>
  );
}

function NewCounty({ county: given }: { county: string | undefined }) {
  const { wb, desk } = useReach();
  const [county, setCounty] = useState(given ?? '');
  const counties = list(wb, 'counties');
  const begin = () => {
    if (!mayReplace(wb)) return;
    setDisk(null);
    wb.open(new Map(), '/');
    const problem = wb.carryOut(`the files of ${county}`, ['init', county, '--county', county]);
    if (problem !== undefined) return wb.say(problem);
    wb.enter('/' + county);
    desk.show('snapshot');
    return wb.say('The county’s files are ready to be filled in. What is an example is marked; replace it with your own.');
  };
  return (
    <section class="card">
      <h2>Begin a new county</h2>
      <p>The files that `cpm init` makes: a Snapshot to fill in with the team, and a theory of change.</p>
      <p class="toolbar">
        <label class="choice">County{' '}
          <select value={county} onChange={(event) => setCounty(event.currentTarget.value)}>
            <option value="">–</option>
            {counties.map((each) => <option key={each.id} value={each.id}>{each.title}</option>)}
            <option value="example">Example, a fictional county</option>
          </select>
        </label>
        <button type="button" disabled={county === ''} onClick={begin}>Begin</button>
      </p>
    </section>
  );
}

function NewSnapshot({ instrument: given }: { instrument: string | undefined }) {
  const { wb, desk } = useReach();
  const [chosen, setDate] = useState<string>();
  const date = chosen ?? dateText(wb.today);
  const own = wb.paths().filter((path) => contentOf(wb, path).kind === 'instrument');
  const ids = [...new Set(own.map((path) => textBelow(contentOf(wb, path).content, 'id')))].filter((id) => id !== '' && id !== 'cpm-default');
  const [instrument, setInstrument] = useState(given ?? 'cpm-default');
  const begin = () => {
    const file = freeName(wb.paths(), `snapshots/${date}`);
    const problem = wb.carryOut(`Snapshot ${file}`, ['new', 'snapshot', '--instrument', instrument, '--as-of', date, '-o', file]);
    if (problem !== undefined) return wb.say(problem);
    desk.choose('snapshot', file);
    desk.show('snapshot');
    return wb.say(`${file} is there, with every item open.`);
  };
  return (
    <section class="card">
      <h2>Begin a new Snapshot</h2>
      <p class="toolbar">
        <label class="choice">Day <input type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} /></label>
        <label class="choice">Instrument{' '}
          <select value={instrument} onChange={(event) => setInstrument(event.currentTarget.value)}>
            <option value="cpm-default">cpm-default, the built-in set</option>
            {ids.map((id) => <option key={id} value={id}>{id}</option>)}
          </select>
        </label>
        <button type="button" disabled={date === ''} onClick={begin}>Begin</button>
      </p>
    </section>
  );
}

const dateText = (number: number): string =>
  `${Math.floor(number / 10000)}-${String(Math.floor(number / 100) % 100).padStart(2, '0')}-${String(number % 100).padStart(2, '0')}`;

function freeName(paths: string[], start: string): string {
  for (let number = 1; ; ++number) {
    const file = `${start}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!paths.includes(file)) return file;
  }
}

function Practice() {
  const { wb, desk } = useReach();
  const [seed, setSeed] = useState('7');
  const begin = () => {
    if (!mayReplace(wb)) return;
    setDisk(null);
    wb.open(new Map(), '/');
    const problem = wb.carryOut('a practice county', ['practice', '--seed', seed, 'practice']);
    if (problem !== undefined) return wb.say(problem);
    wb.enter('/practice');
    desk.show('findings');
    return wb.say('A fictional county with planted mistakes is open.');
  };
  return (
    <section class="card">
      <h2>Try it with a practice county</h2>
      <p>A fictional county with planted mistakes, for a course or for a first look. The same number always makes the same county.</p>
      <p class="toolbar">
        <label class="choice">Number <input type="number" min={1} value={seed} onInput={(event) => setSeed(event.currentTarget.value)} /></label>
        <button type="button" class="plain" onClick={begin}>Make it</button>
      </p>
    </section>
  );
}

export function NoSnapshot() {
  const { desk } = useReach();
  return (
    <section class="empty">
      <h1>No Snapshot yet</h1>
      <p>Open the county’s files, or begin a Snapshot.</p>
      <p><button type="button" onClick={() => desk.show('begin')}>Begin</button></p>
    </section>
  );
}
