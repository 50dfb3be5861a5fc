// One value of a file, as a field: what is there, what cpm says of it, and what it did not take.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { findingsOf } from '../county/ask';
import type { Finding, Node } from '../engine/results';
import { useReach } from './context';
import { FindingNote, Words } from './finding';
import { useId } from './id';

export interface FieldProps {
  file: string;
  place: string;
  node: Node | undefined;
  label: string;
  about?: string | undefined;
  kind?: 'line' | 'lines' | 'number' | 'date' | 'choice';
  choices?: { key: string; words: string }[];
  need?: 'required' | 'recommended' | 'optional' | undefined;
  /** The label is read, not shown: in tables, where the head of the column says it. */
  quiet?: boolean;
  list?: string | undefined;
}

/** Findings whose place lies in the value, or is where it should be. */
export function useFindings(file: string, node: Node | undefined): Finding[] {
  const { wb } = useReach();
  if (!node) return [];
  const [from, , to] = node.bytes;
  return findingsOf(wb, file).filter((finding) => finding.byte !== null && finding.byte >= from && finding.byte < Math.max(to, from + 1));
}

/** How long a pause counts as the end of a thought. */
const kPause = 500;

export function Field({ file, place, node, label, about, kind = 'line', choices, need, quiet, list }: FieldProps) {
  const { wb } = useReach();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const pending = useRef<string | null>(null);
  const refused = wb.refused(file, place);
  const notes = useFindings(file, node);
  const now = node?.text ?? '';
  const shown = typed ?? refused?.text ?? now;

  const commit = (text: string) => {
    window.clearTimeout(timer.current);
    pending.current = null; // before anything is drawn: leaving the page's tree must not write it once more
    setTyped(null);
    if (text === now && !refused) return;
    const value = text.trim() === '' ? '' : text;
    if (value === '' && node === undefined) return wb.forgive(file, place), wb.changed();
    wb.set(label, file, [value === '' ? { place, remove: true } : { place, value }]);
  };
  const latest = useRef(() => {});
  latest.current = () => { if (pending.current !== null) commit(pending.current); };
  useEffect(() => () => latest.current(), [file, place]); // leaving the view keeps what was typed

  const type = (text: string) => {
    pending.current = text;
    setTyped(text);
    window.clearTimeout(timer.current);
    // A new entry is written when it is whole: after a pause, its field would be that of the next one.
    if ((kind === 'line' || kind === 'lines') && !place.endsWith('[+]')) timer.current = window.setTimeout(() => latest.current(), kPause);
  };
  const wrong = refused !== undefined || notes.some((note) => note.severity !== 'advice');
  const shared = {
    id,
    'aria-describedby': about || wrong ? `${id}-notes` : undefined,
    'aria-invalid': wrong || undefined,
    'aria-label': quiet ? label : undefined,
    'data-place': place,
    onBlur: (event: Event) => { if (pending.current !== null) commit((event.target as HTMLInputElement).value); },
  };
  return (
    <div class={`field k-${kind}${/(^|\.)title$/.test(place) ? ' wide' : ''}${wrong ? ' wrong' : ''}`}>
      {!quiet && <label for={id}>{label}{need === 'required' && <span class="need"> required</span>}</label>}
      {kind === 'choice' ? (
        <select {...shared} value={shown} onChange={(event) => commit(event.currentTarget.value)}>
          <option value="">–</option>
          {shown !== '' && !choices?.some((choice) => choice.key === shown) && <option value={shown}>{shown}</option>}
          {choices?.map((choice) => <option key={choice.key} value={choice.key}>{choice.words}</option>)}
        </select>
      ) : kind === 'lines' ? (
        <textarea {...shared} rows={Math.min(12, Math.max(2, shown.split('\n').length, Math.ceil(shown.length / 70)))} value={shown}
          onInput={(event) => type(event.currentTarget.value)} />
      ) : (
        <input {...shared} type={kind === 'date' && (shown === '' || /^\d{4}-\d{2}-\d{2}$/.test(shown)) ? 'date' : 'text'} value={shown}
          inputMode={kind === 'number' ? 'numeric' : undefined} list={list} autocomplete="off"
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'Enter' && pending.current !== null) commit(event.currentTarget.value); }} />
      )}
      <div id={`${id}-notes`} class="notes">
        {about && !quiet && <p class="about"><Words text={about} /></p>}
        {refused?.reasons.map((reason) => <p class="refusal" key={reason}>Not written: {reason}</p>)}
        {notes.map((note) => <FindingNote key={note.code + note.message} finding={note} />)}
      </div>
    </div>
  );
}

export function Fields({ children }: { children: ComponentChildren }) {
  return <div class="fields">{children}</div>;
}
