// The page around the views: who it is about, what is saved, and where one can go.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { check, chosenFile, countyTitle } from './county/ask';
import type { Drafts } from './county/draft';
import type { Embedded } from './county/open';
import { counted } from './parts/common';
import { useReach } from './parts/context';
import { KeysDialog, SaveDialog, TermsDialog } from './parts/dialogs';
import { isTyping, useKeyDown } from './parts/keys';
import { ReportFrame } from './parts/report_frame';
import { AnalysisView } from './views/analysis';
import { BeginView } from './views/begin';
import { FilesView } from './views/files';
import { FindingsView } from './views/findings';
import { FormView } from './views/forms';
import { MeetingView } from './views/meeting';
import { PlanView } from './views/plan';
import { ReportsView } from './views/reports';
import { SnapshotView } from './views/snapshot';
import { SpreadsheetView } from './views/spreadsheet';

interface View {
  id: string;
  title: string;
  group: string;
  show(parts: { drafts: Drafts; given: Embedded | null }): JSX.Element;
  /** The report that can lie beside it, and the kind of file that it is about. */
  beside?: { words: string[]; kind: string };
}

const views: View[] = [
  { id: 'begin', title: 'Begin', group: '', show: (parts) => <BeginView {...parts} /> },
  { id: 'snapshot', title: 'Snapshot', group: 'Where are we now?', show: () => <SnapshotView />, beside: { words: ['report', 'snapshot'], kind: 'snapshot' } },
  { id: 'meeting', title: 'Meeting', group: 'Where are we now?', show: () => <MeetingView /> },
  { id: 'analysis', title: 'Analysis', group: 'Where are we now?', show: () => <AnalysisView />, beside: { words: ['report', 'snapshot'], kind: 'snapshot' } },
  { id: 'plan', title: 'Plan', group: 'Where are we going?', show: () => <PlanView />, beside: { words: ['report', 'plan'], kind: 'plan' } },
  { id: 'roadmap', title: 'Road map', group: 'Where are we going?', show: () => <FormView kind="roadmap" title="Road map" report={['report', 'roadmap']} place="roadmap.yaml" /> },
  { id: 'support', title: 'Support', group: 'What will help?', show: () => <FormView kind="support" title="Support" report={['report', 'support']} place="support.yaml" /> },
  { id: 'theory', title: 'Theory of change', group: 'What will help?', show: () => <FormView kind="theory-of-change" title="Theory of change" report={['report', 'theory']} place="theory-of-change.yaml" /> },
  { id: 'logic-model', title: 'Logic model', group: 'What will help?', show: () => <FormView kind="logic-model" title="Logic model" report={['report', 'logic-model']} place="logic-model.yaml" /> },
  { id: 'findings', title: 'Findings', group: 'Check and share', show: () => <FindingsView /> },
  { id: 'reports', title: 'Reports', group: 'Check and share', show: () => <ReportsView /> },
  { id: 'spreadsheet', title: 'Spreadsheet', group: 'Check and share', show: () => <SpreadsheetView /> },
  { id: 'files', title: 'Files', group: 'Check and share', show: () => <FilesView /> },
];

export const isView = (id: string): boolean => views.some((view) => view.id === id);

export function App({ drafts, given }: { drafts: Drafts; given: Embedded | null }) {
  const { wb, desk } = useReach();
  useShortcuts();
  const view = views.find((each) => each.id === desk.view) ?? views[0] as View;
  const besideFile = view.beside && chosenFile(wb, view.beside.kind, desk.chosen[view.beside.kind]);
  const beside = desk.beside && view.beside && besideFile !== undefined;
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus(); }}>Skip to the view</a>
      <TopBar drafts={drafts} canBeside={view.beside !== undefined && besideFile !== undefined} />
      <div class={`frame${beside ? ' with-beside' : ''}`}>
        <Navigation current={view.id} />
        <main id="main" tabIndex={-1} aria-label={view.title}>{view.show({ drafts, given })}</main>
        {beside && <aside aria-label="Report beside"><ReportFrame words={view.beside?.words ?? []} file={besideFile} title="Report beside" fill /></aside>}
      </div>
      <p class="said" role="status">{wb.said}</p>
      {desk.dialog === 'save' && <SaveDialog drafts={drafts} />}
      {desk.dialog === 'keys' && <KeysDialog />}
      {desk.dialog === 'terms' && <TermsDialog />}
    </>
  );
}

function TopBar({ drafts, canBeside }: { drafts: Drafts; canBeside: boolean }) {
  const { wb, desk } = useReach();
  const unsaved = wb.unsaved().length;
  return (
    <header class="top">
      <p class="brand"><b>Workbook</b> <span>{wb.files.size === 0 ? 'Core Practice Model' : countyTitle(wb)}</span></p>
      <p class="tools">
        <button type="button" class="plain" disabled={wb.undoLabel === undefined} title={wb.undoLabel && `Undo ${wb.undoLabel}`} onClick={() => wb.undo()}>Undo</button>
        <button type="button" class="plain" disabled={wb.redoLabel === undefined} title={wb.redoLabel && `Redo ${wb.redoLabel}`} onClick={() => wb.redo()}>Redo</button>
        {canBeside && <button type="button" class="plain wide" aria-pressed={desk.beside} onClick={() => desk.update({ beside: !desk.beside })}>Report beside</button>}
        <button type="button" class={unsaved > 0 ? '' : 'plain'} onClick={() => desk.update({ dialog: 'save' })}>{unsaved > 0 ? `Save ${counted(unsaved, 'change')}` : wb.downloaded.size > 0 ? 'Downloaded' : 'Saved'}</button>
      </p>
      {drafts.rival && <p class="banner" role="alert">This workbook is also open in another tab, which keeps its own draft in the same place. Go on in one of them only.</p>}
      {drafts.problem !== '' && <p class="banner" role="alert">{drafts.problem}</p>}
    </header>
  );
}

function Navigation({ current }: { current: string }) {
  const { wb, desk } = useReach();
  const [open, setOpen] = useState(false);
  const result = wb.files.size > 0 ? check(wb)?.result : undefined;
  const groups = [...new Set(views.map((view) => view.group))];
  return (
    <nav aria-label="Views" class={open ? 'open' : ''}>
      <button type="button" class="menu plain" aria-expanded={open} onClick={() => setOpen(!open)}>Menu: {views.find((view) => view.id === current)?.title}</button>
      <div class="places">
        {groups.map((group) => (
          <div key={group} role="group" aria-label={group || 'Begin'}>
            {group !== '' && <p>{group}</p>}
            <ul>
              {views.filter((view) => view.group === group).map((view) => (
                <li key={view.id}>
                  <a href={`#${view.id}`} aria-current={view.id === current ? 'page' : undefined} onClick={(event) => { event.preventDefault(); setOpen(false); desk.show(view.id); }}>
                    {view.title}
                    {view.id === 'findings' && result && <Count errors={result.errors} warnings={result.warnings} />}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <p class="promise">Nothing leaves this page: it has no connection to any network. <button type="button" class="link" onClick={() => desk.update({ dialog: 'keys' })}>Keys</button>{' '}
          <button type="button" class="link" onClick={() => desk.update({ dialog: 'terms' })}>About</button></p>
      </div>
    </nav>
  );
}

function Count({ errors, warnings }: { errors: number; warnings: number }) {
  if (errors + warnings === 0) return <span class="badge good">ok</span>;
  return <span class={`badge ${errors > 0 ? 'error' : 'warning'}`}>{errors > 0 ? counted(errors, 'error') : counted(warnings, 'warning')}</span>;
}

/** Keys that work everywhere. In a text field the browser keeps its own undo. */
function useShortcuts(): void {
  const { wb, desk } = useReach();
  useKeyDown((event) => {
    const inText = isTyping(event.target);
    const mod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (mod && key === 's') desk.update({ dialog: 'save' });
    else if (mod && key === 'z' && !inText) event.shiftKey ? wb.redo() : wb.undo();
    else if (mod && key === 'y' && !inText) wb.redo();
    else if (event.key === '?' && !inText && !mod && desk.singleKeys) desk.update({ dialog: 'keys' });
    else return;
    event.preventDefault();
  });
}
