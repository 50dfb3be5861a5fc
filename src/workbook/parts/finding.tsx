// A finding in cpm's own words, beside what it is about: message, remedy, and its fix. A safe one needs a click; of another the change is
// shown first.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { applyFix, changeOf } from '../county/fix';
import type { Finding } from '../engine/results';
import { useReach } from './context';

const words = { error: 'Error', warning: 'Warning', advice: 'Advice' };

/** Text with `code` between backquotes, as cpm writes it. */
export function Words({ text }: { text: string }) {
  const pieces: ComponentChildren[] = text.split('`').map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : piece));
  return <>{pieces}</>;
}

export function FindingNote({ finding, place }: { finding: Finding; place?: boolean }) {
  const { wb, desk } = useReach();
  const safety = finding.fix?.safety;
  return (
    <div class={`finding ${finding.severity}`}>
      <p>
        <b>{words[finding.severity]}</b> <Words text={finding.message} />{' '}
        <span class="code">{finding.code}</span>
      </p>
      {finding.help && <p class="help"><Words text={finding.help} /></p>}
      {finding.notes.map((note) => <p class="help" key={note}><Words text={note} /></p>)}
      <p class="actions">
        {safety === 'safe' && <button type="button" class="small" onClick={() => applyFix(wb, finding)}>Fix: <Words text={finding.fix?.title ?? ''} /></button>}
        {place && finding.file !== null && (
          <button type="button" class="small plain" onClick={() => desk.goTo(finding.file ?? '', finding.byte)}>
            {finding.file}{finding.line !== null && `, line ${finding.line}`}
          </button>
        )}
      </p>
      {safety === 'unsafe' && <UnsureFix finding={finding} />}
    </div>
  );
}

/** Right in most files, and not in all: somebody has to look. */
function UnsureFix({ finding }: { finding: Finding }) {
  const { wb } = useReach();
  const [open, setOpen] = useState(false);
  const change = open ? changeOf(wb, finding) : undefined;
  return (
    <>
      <p class="actions"><button type="button" class="small plain" aria-expanded={open} onClick={() => setOpen(!open)}>Perhaps: <Words text={finding.fix?.title ?? ''} /></button></p>
      {change && (
        <div class="change">
          <p>cpm is not sure of this one. From</p><pre>{change.before}</pre>
          <p>to</p><pre>{change.after}</pre>
          <p class="actions"><button type="button" class="small" onClick={() => { setOpen(false); applyFix(wb, finding); }}>Change it so</button></p>
        </div>
      )}
    </>
  );
}

/** So many are drawn at once; thousands of them nobody reads, and a page takes long to draw them. */
const kMostShown = 200;

/** Findings one below the other, the first of them when there are very many. `shown`: of files as they would be, so that nothing in them
 * can be fixed or gone to yet. */
export function FindingList({ findings, shown }: { findings: Finding[]; shown?: boolean }) {
  const left = findings.length - kMostShown;
  return (
    <>
      {findings.slice(0, kMostShown).map((finding, at) => <FindingNote key={at} finding={shown ? { ...finding, fix: null } : finding} place={!shown} />)}
      {left > 0 && <p class="notice">{left} more in this file. They are shown when these are fixed.</p>}
    </>
  );
}
