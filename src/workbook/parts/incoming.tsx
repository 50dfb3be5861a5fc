// What a spreadsheet would change, as `cpm import --diff` says it: changes, conflicts with a choice for each, what cannot be read.
import type { ComponentChildren } from 'preact';

import { filesOfKind } from '../county/ask';
import { type Incoming, isChoice, kSheetKinds, type Side } from '../county/sheet';
import type { Difference, ImportResult } from '../engine/results';
import { counted } from './common';
import { useReach } from './context';
import { FindingList, Words } from './finding';

export function IncomingSheet({ incoming }: { incoming: Incoming }) {
  const { desk } = useReach();
  const { wb } = useReach();
  const before = incoming.undecided(wb);
  const after = incoming.decided(wb);
  return (
    <section class="card incoming" aria-labelledby="incoming-title">
      <h2 id="incoming-title">What {incoming.name} would change</h2>
      <Target incoming={incoming} answer={before.answer} />
      {before.problem !== '' && <p class="notice" role="alert"><Words text={before.problem} /></p>}
      {before.remarks.map((remark) => <p class="notice" key={remark}><Words text={remark} /></p>)}
      {before.answer && after.answer && <Answer incoming={incoming} before={before.answer} after={after.answer} />}
      <p class="toolbar">
        {before.answer && after.answer && <TakeIn incoming={incoming} before={before.answer} after={after.answer} />}
        <button type="button" class="plain" onClick={() => desk.update({ incoming: null })}>Put it away</button>
      </p>
    </section>
  );
}

/** Where it goes: it says so itself, else somebody does. */
function Target({ incoming, answer }: { incoming: Incoming; answer: ImportResult | undefined }) {
  const { wb, desk } = useReach();
  const files = kSheetKinds.flatMap((kind) => filesOfKind(wb, kind));
  return (
    <p class="toolbar">
      <label class="choice">Goes into{' '}
        <select value={incoming.into} onChange={(event) => { incoming.into = event.currentTarget.value; incoming.sides.clear(); desk.update({ incoming }); }}>
          <option value="">{incoming.into === '' && answer ? `${answer.result.file}${answer.result.new_file ? ', a new file' : ''}` : 'the file that it says'}</option>
          {files.map((file) => <option key={file} value={file}>{file}</option>)}
        </select>
      </label>
    </p>
  );
}

function Answer({ incoming, before, after }: { incoming: Incoming; before: ImportResult; after: ImportResult }) {
  const { desk } = useReach();
  const { differences } = before.result;
  const of = (outcome: Difference['outcome'], rows = differences) => rows.filter((each) => each.outcome === outcome);
  const gone = differences.filter((each) => each.wish === 'remove_row');
  return (
    <>
      {differences.length === 0 && !before.result.new_file && <p class="good">Nothing to change: {before.result.file} says what the spreadsheet says.</p>}
      {before.result.already_there > 0 && <p>{counted(before.result.already_there, 'change')} the file has already.</p>}
      <Conflicts incoming={incoming} rows={of('conflict')} />
      <Table title="Not taken over" heads={['Cell', 'Says', 'Why', 'What to do']}
        rows={of('problem').map((each) => [each.cell, text(each.spreadsheet), <Words text={each.reason ?? ''} />, <Words text={each.help ?? ''} />])} />
      <Table title="Changes" heads={['Cell', 'In the file', 'Before', 'What it says now']}
        rows={of('taken').map((each) => [each.cell, <code>{each.place}</code>, text(each.wish === 'remove_row' ? each.exported : each.file), now(each)])} />
      {gone.length > 0 && (
        <>
          <Table title="Rows that are gone from the spreadsheet" heads={['Sheet', 'In the file', 'What it was']} rows={gone.map((each) => [each.cell, <code>{each.place}</code>, text(each.exported)])} />
          <label class="check"><input type="checkbox" checked={incoming.removeRows} onChange={(event) => { incoming.removeRows = event.currentTarget.checked; desk.update({ incoming }); }} /> Remove them from the file, too</label>
        </>
      )}
      {after.findings.length > 0 && <><h3>What cpm would say of it</h3><FindingList findings={after.findings} shown /></>}
    </>
  );
}

const text = (value: string | null): string => value ?? 'nothing';

function now(each: Difference): ComponentChildren {
  if (each.wish === 'add_row') return <><span class="badge good">new row</span> {each.spreadsheet}</>;
  if (each.wish === 'remove_row') return 'removed';
  return text(each.wish === 'clear' ? null : each.spreadsheet);
}

/** Nothing is chosen beforehand: neither side is lost unasked. */
function Conflicts({ incoming, rows }: { incoming: Incoming; rows: Difference[] }) {
  const { desk } = useReach();
  const choose = (cells: Difference[], side: Side) => {
    for (const { cell } of cells) incoming.sides.set(cell, side);
    desk.update({ incoming });
  };
  const choices = rows.filter(isChoice);
  const choice = (each: Difference, side: Side, words: string | null) => (
    <label class="check"><input type="radio" name={`side-${each.cell}`} aria-label={`${each.cell}: ${side === 'sheet' ? 'spreadsheet' : 'file'}: ${text(words)}`}
      checked={incoming.sides.get(each.cell) === side} onChange={() => choose([each], side)} /> <span>{text(words)}</span></label>
  );
  const row = (each: Difference) => [each.cell, <code>{each.place}</code>, text(each.exported),
    ...(isChoice(each) ? [choice(each, 'sheet', each.spreadsheet), choice(each, 'file', each.file)] : ['no row any more', `${text(each.file)} (it stays)`])];
  return (
    <>
      <Table title="Changed on both sides: which counts?" heads={['Cell', 'In the file', 'Exported', 'Spreadsheet', 'File now']} rows={rows.map(row)} />
      {choices.length > 1 && (
        <p class="toolbar">
          <button type="button" class="small plain" onClick={() => choose(choices, 'sheet')}>All from the spreadsheet</button>
          <button type="button" class="small plain" onClick={() => choose(choices, 'file')}>All as in the file</button>
        </p>
      )}
    </>
  );
}

/** So many rows are drawn at once; a new Snapshot has hundreds. */
const kMostRows = 300;

function Table({ title, heads, rows }: { title: string; heads: string[]; rows: ComponentChildren[][] }) {
  if (rows.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {rows.slice(0, kMostRows).map((cells, at) => <tr key={at}>{cells.map((cell, column) => (column === 0 ? <th key={column} scope="row">{cell}</th> : <td key={column}>{cell}</td>))}</tr>)}
        </tbody>
      </table>
      {rows.length > kMostRows && <p class="quiet">and {rows.length - kMostRows} more</p>}
    </div>
  );
}

function TakeIn({ incoming, before, after }: { incoming: Incoming; before: ImportResult; after: ImportResult }) {
  const { wb, desk } = useReach();
  const open = before.result.differences.filter((each) => isChoice(each) && !incoming.sides.has(each.cell)).length;
  const count = after.result.differences.filter((each) => each.outcome === 'taken').length;
  const left = after.result.differences.some((each) => each.outcome === 'problem');
  const take = () => {
    const problem = incoming.takeIn(wb);
    if (problem !== undefined) wb.say(problem);
    else if (!left) desk.update({ incoming: null });
  };
  return (
    <>
      <button type="button" disabled={open > 0 || (count === 0 && !after.result.new_file)} onClick={take}>
        {after.result.new_file ? `Begin ${after.result.file} with ${counted(count, 'change')}` : `Take ${counted(count, 'change')} into ${after.result.file}`}
      </button>
      {open > 0 && <span>Choose for {counted(open, 'value')} first.</span>}
    </>
  );
}
