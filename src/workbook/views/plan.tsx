// The plan: made from the Snapshot; objectives and steps as tables one types into; where it stands, live beside it.
import { chosenFile, contentOf } from '../county/ask';
import { formOf, shapeOf } from '../county/form';
import { FileChoice } from '../parts/common';
import { useReach } from '../parts/context';
import { Words } from '../parts/finding';
import { RecordFields } from '../parts/record';
import { RecordTable } from '../parts/record_table';
import { ReportFrame } from '../parts/report_frame';
import { below } from '../engine/results';

/** The lists of a plan that are tables, with the columns that fit. */
const tables = [
  { key: 'priorities', caption: 'Priorities', columns: ['id', 'title', 'area', 'order', 'reason'] },
  { key: 'objectives', caption: 'Objectives', columns: ['id', 'priority', 'statement'] },
  { key: 'steps', caption: 'Steps', columns: ['id', 'objective', 'action', 'responsible.role|responsible.team', 'start', 'due', 'monitor_on', 'status', 'done_on'] },
];

export function PlanView() {
  const { wb, desk } = useReach();
  const file = chosenFile(wb, 'plan', desk.chosen['plan']);
  if (file === undefined) return <NoPlan />;
  const { content } = contentOf(wb, file);
  const form = formOf(wb, 'plan');
  const rows = form ? shapeOf(form, form.shape).record ?? [] : [];
  return (
    <>
      <header class="view-head">
        <h1>Plan: where are we going?</h1>
        <FileChoice kind="plan" label="Plan" />
        <MakePlan words="New plan from the Snapshot" />
      </header>
      <ReportFrame words={['report', 'status']} file={file} title="Where the plan stands" fold />
      {tables.map((table) => {
        const row = rows.find((each) => each.key === table.key);
        const shape = form && row && shapeOf(form, row.shape).of;
        return (
          <section key={table.key} aria-labelledby={`plan-${table.key}`}>
            <h2 id={`plan-${table.key}`}>{table.caption}</h2>
            {row && <p class="about"><Words text={row.about} /></p>}
            {shape && <RecordTable kind="plan" file={file} place={table.key} node={below(content, table.key)} shape={shape} columns={table.columns} caption={table.caption} />}
          </section>
        );
      })}
      <section aria-labelledby="plan-rest">
        <h2 id="plan-rest">Team, horizon and the rest</h2>
        <RecordFields kind="plan" file={file} place="" node={content ?? undefined} leave={['format', ...tables.map((table) => table.key), 'approvals']} />
      </section>
    </>
  );
}

/** A name for a new plan that is still free. */
function planFile(paths: string[], today: number): string {
  const month = `${Math.floor(today / 10000)}-${String(Math.floor(today / 100) % 100).padStart(2, '0')}`;
  for (let number = 1; ; ++number) {
    const file = `plans/${month}${number === 1 ? '' : `-${number}`}.yaml`;
    if (!paths.includes(file)) return file;
  }
}

function MakePlan({ words }: { words: string }) {
  const { wb, desk } = useReach();
  const snapshot = chosenFile(wb, 'snapshot', desk.chosen['snapshot']);
  const make = () => {
    const file = planFile(wb.paths(), wb.today);
    const problem = wb.carryOut(`plan ${file}`, ['new', 'plan', ...(snapshot === undefined ? [] : ['--from', snapshot]), '-o', file]);
    if (problem !== undefined) return wb.say(problem);
    desk.choose('plan', file);
    wb.say(`${file} is there, with the priorities of ${snapshot ?? 'nothing'}.`);
  };
  return <button type="button" class={words.startsWith('New') ? 'plain' : ''} onClick={make}>{words}</button>;
}

function NoPlan() {
  return (
    <section class="empty">
      <h1>Plan: where are we going?</h1>
      <p>There is no plan yet. One made from the Snapshot begins with its priorities, and with a target for each item below the top.</p>
      <p><MakePlan words="Make a plan from the Snapshot" /></p>
    </section>
  );
}
