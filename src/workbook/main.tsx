// Starts the page: the engine, the files that came with it, and the view that the address names.
import { render } from 'preact';

import { App, isView } from './app';
import { Desk } from './county/desk';
import { Drafts } from './county/draft';
import { embedded, openEmbedded } from './county/open';
import { Workbook } from './county/workbook';
import { startEngine } from './engine/engine';
import { ReachContext } from './parts/context';

async function start(): Promise<void> {
  const root = document.getElementById('root') as HTMLElement;
  const given = embedded();
  const wb = new Workbook(await startEngine());
  const draw = () => render(<ReachContext.Provider value={reach}><App drafts={drafts} given={given} /></ReachContext.Provider>, root);
  let due = false;
  // Once for all changes of a task, and never while something is being drawn: a field that goes away writes what was typed in it.
  const drawSoon = () => {
    if (due) return;
    due = true;
    queueMicrotask(() => { due = false; draw(); });
  };
  const desk = new Desk(drawSoon);
  const reach = { wb, desk }; // always the same: a new one each time would draw every part twice
  const drafts = new Drafts(wb);
  if (given && given.files.length > 0) openEmbedded(wb, given);
  const named = location.hash.slice(1);
  if (isView(named)) desk.view = named;
  wb.onChange(drawSoon);
  window.addEventListener('hashchange', () => { if (isView(location.hash.slice(1))) desk.show(location.hash.slice(1)); });
  window.addEventListener('beforeunload', (event) => {
    (document.activeElement as HTMLElement | null)?.blur(); // what is being typed counts, too
    if (wb.unsaved().length > 0 || wb.downloaded.size > 0) event.preventDefault();
    wb.downloaded.clear(); // asked once: who stays has looked
    drawSoon();
  });
  document.addEventListener('visibilitychange', drawSoon); // perhaps on another day
  root.replaceChildren();
  draw();
  document.documentElement.dataset['ready'] = 'yes';
}

start().catch((error: unknown) => {
  const root = document.getElementById('root') as HTMLElement;
  const place = root.querySelector('p') ?? root;
  place.textContent = `The workbook could not start: ${error instanceof Error ? error.message : String(error)}`;
  place.setAttribute('role', 'alert');
});
