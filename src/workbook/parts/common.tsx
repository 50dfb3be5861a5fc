// Small parts that several views use.
import type { ComponentChildren } from 'preact';

import { chosenFile, filesOfKind } from '../county/ask';
import type { Figures } from '../engine/results';
import { useReach } from './context';

/** A percent as cpm's reports write it. */
export const percent = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : `${value.toFixed(1)}%`);

export function counted(number: number, one: string, many = one + 's'): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The choice between the county's files of a kind; nothing to choose from one. */
export function FileChoice({ kind, label }: { kind: string; label: string }) {
  const { wb, desk } = useReach();
  const files = filesOfKind(wb, kind);
  const chosen = chosenFile(wb, kind, desk.chosen[kind]);
  if (files.length < 2) return null;
  return (
    <label class="choice">
      {label}{' '}
      <select value={chosen} onChange={(event) => desk.choose(kind, event.currentTarget.value)}>
        {files.map((file) => <option key={file} value={file}>{file}</option>)}
      </select>
    </label>
  );
}

/** An area's percent with its range: the bar is the answer, the line what missing answers leave open. */
export function AreaBar({ figures, label }: { figures: Figures; label: string }) {
  const open = figures.low !== figures.high && figures.low !== null && figures.high !== null;
  return (
    <div class="area-bar">
      <span class="label">{label}</span>
      <span class="value">{percent(figures.percent)}</span>
      <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="10" />
        <rect class="fill" width={figures.percent ?? 0} height="10" />
        {open && <rect class="range" x={figures.low ?? 0} width={(figures.high ?? 0) - (figures.low ?? 0)} y="4" height="2" />}
      </svg>
      <span class="more">
        {figures.points} of {figures.possible} points; {figures.coverage.scored} of {counted(figures.coverage.of, 'item')} scored
        {open && `; open answers leave ${percent(figures.low)} to ${percent(figures.high)}`}
      </span>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return <section class="empty"><h2>{title}</h2>{children}</section>;
}

/** A button with a key in its label, for hands that stay on the keyboard. */
export function Key({ children }: { children: ComponentChildren }) {
  return <kbd>{children}</kbd>;
}
