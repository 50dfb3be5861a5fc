// Reports: every one as cpm writes it, to look at, to print, to save.
import { useState } from 'preact/hooks';

import { chosenFile, filesOfKind } from '../county/ask';
import { saveWritten } from '../county/save';
import { FileChoice } from '../parts/common';
import { useReach } from '../parts/context';
import { printFrame, ReportFrame } from '../parts/report_frame';

interface ReportRow {
  words: string[];
  title: string;
  /** The kind of file that it is about; it is there when there is one. */
  kind: string;
  least?: number;
  /** It takes what it needs from the whole folder. */
  folder?: boolean;
}

export const reports: ReportRow[] = [
  { words: ['report', 'snapshot'], title: 'Snapshot', kind: 'snapshot' },
  { words: ['report', 'comparison'], title: 'Comparison of Snapshots', kind: 'snapshot', least: 2, folder: true },
  { words: ['report', 'plan'], title: 'Plan', kind: 'plan' },
  { words: ['report', 'status'], title: 'Status of the plan', kind: 'plan' },
  { words: ['report', 'support'], title: 'Support', kind: 'support' },
  { words: ['report', 'theory'], title: 'Theory of change', kind: 'theory-of-change' },
  { words: ['report', 'logic-model'], title: 'Logic model', kind: 'logic-model' },
  { words: ['report', 'roadmap'], title: 'Road map', kind: 'roadmap' },
  { words: ['report', 'fidelity'], title: 'Fidelity', kind: 'fidelity', folder: true },
  { words: ['report', 'handover'], title: 'Handover to a new director', kind: 'plan' },
  { words: ['report', 'sip'], title: 'System Improvement Plan', kind: 'plan', folder: true },
  { words: ['report', 'county'], title: 'All on one page', kind: 'snapshot', folder: true },
];

export function ReportsView() {
  const { wb, desk } = useReach();
  const there = reports.filter((report) => filesOfKind(wb, report.kind).length >= (report.least ?? 1));
  const [title, setTitle] = useState('Snapshot');
  const report = there.find((each) => each.title === title) ?? there[0];
  if (!report) return <section class="empty"><h1>Reports</h1><p>There is nothing to report on yet: begin with a Snapshot.</p></section>;
  const file = report.folder ? undefined : chosenFile(wb, report.kind, desk.chosen[report.kind]);
  // As on the command line, so that `cpm verify` can make what was saved again.
  const save = (words: string[], name: string) => saveWritten(wb, wb.ask([...words, ...(file === undefined || words[0] === 'plan' ? [] : [file]), '-o', name]), name);
  const name = report.words[1] ?? 'report';
  return (
    <div class="reports">
      <header class="view-head">
        <h1>Reports</h1>
        <label class="choice">Report{' '}
          <select value={report.title} onChange={(event) => setTitle(event.currentTarget.value)}>
            {there.map((each) => <option key={each.title}>{each.title}</option>)}
          </select>
        </label>
        {!report.folder && <FileChoice kind={report.kind} label="File" />}
      </header>
      <p class="toolbar">
        <button type="button" onClick={printFrame}>Print</button>
        <button type="button" class="plain" onClick={() => save(report.words, `${name}.html`)}>Save as HTML</button>
        <button type="button" class="plain" onClick={() => save(report.words, `${name}.md`)}>Save as Markdown</button>
        {filesOfKind(wb, 'plan').length > 0 && <button type="button" class="plain" onClick={() => save(['plan', 'calendar'], 'plan.ics')}>Save the plan’s calendar</button>}
      </p>
      <ReportFrame key={report.title} words={report.words} file={file} title={`Report: ${report.title}`} fill />
    </div>
  );
}
