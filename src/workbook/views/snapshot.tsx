// The Snapshot: by area, each item with its prompt and the anchors as the choices; areas add up as one answers.
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

import { chosenFile, contentOf, findingsOf, instrument as instrumentOf, score as scoreOf } from '../county/ask';
import { answerOf, countsOf, ratingOf, setScore, setState, states, votesChange } from '../county/rating';
import { AreaBar, counted, FileChoice, percent } from '../parts/common';
import { useReach } from '../parts/context';
import { Field, useFindings } from '../parts/field';
import { FindingNote } from '../parts/finding';
import { Fold } from '../parts/fold';
import { useKeys } from '../parts/keys';
import { RecordFields } from '../parts/record';
import { entriesBelow, type Instrument, type Item, type Node } from '../engine/results';
import { NoSnapshot } from './begin';

export function SnapshotView() {
  const { wb, desk } = useReach();
  const file = chosenFile(wb, 'snapshot', desk.chosen['snapshot']);
  if (file === undefined) return <NoSnapshot />;
  const instrument = instrumentOf(wb, file);
  const { content } = contentOf(wb, file);
  return (
    <>
      <header class="view-head">
        <h1>Snapshot: where are we now?</h1>
        <FileChoice kind="snapshot" label="Snapshot" />
      </header>
      <AreaFigures file={file} />
      <Fold class="card" summary="About this Snapshot: county, date, who took part">
        {() => <RecordFields kind="snapshot" file={file} place="" node={content ?? undefined} leave={['format', 'ratings', 'analysis', 'priorities', 'approvals']} />}
      </Fold>
      {instrument
        ? <Items file={file} content={content} instrument={instrument} />
        : <p class="notice">The instrument of this Snapshot was not found, so its items cannot be shown. The findings say why.</p>}
    </>
  );
}

function AreaFigures({ file }: { file: string }) {
  const { wb } = useReach();
  const score = scoreOf(wb, file);
  if (!score) return <p class="notice">This file has errors, so it cannot be scored yet. The findings say what to fix.</p>;
  return (
    <section class="figures" aria-label="Scores" aria-live="off">
      <div class="total">
        <b>{percent(score.total.percent)}</b>
        <span>{score.total.points} of {counted(score.total.possible, 'possible point')}</span>
        <span>{score.total.coverage.scored} of {counted(score.total.coverage.of, 'item')} scored</span>
        {score.total.low !== score.total.high && <span>open answers leave {percent(score.total.low)} to {percent(score.total.high)}</span>}
      </div>
      <div class="areas">{score.areas.map((area) => <AreaBar key={area.id} figures={area} label={area.label ?? ''} />)}</div>
    </section>
  );
}

interface ItemsProps {
  file: string;
  content: Node | null;
  instrument: Instrument;
}

function Items({ file, content, instrument }: ItemsProps) {
  const { wb, desk } = useReach();
  const items = instrument.areas.flatMap((area) => area.items);
  const current = items.some((item) => item.id === desk.item) ? desk.item : items[0]?.id ?? '';
  const move = (by: number) => {
    const at = items.findIndex((item) => item.id === current);
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) focusItem(next.id);
  };
  useKeys((event) => {
    const value = instrument.scale.find((each) => String(each.value) === event.key);
    const state = states.find((each) => each.letter === event.key);
    if (value) setScore(wb, file, current, value.value);
    else if (state) setState(wb, file, current, state.key);
    else if (event.key === 'n') move(1);
    else if (event.key === 'p') move(-1);
    else return false;
    return true;
  });
  // A card whose answer, findings and refusals are as they were stays as it was drawn: a key press changes one of them.
  const drawn = useRef(new Map<string, { state: string; card: JSX.Element }>());
  const notes = findingsOf(wb, file);
  const card = (item: Item): JSX.Element => {
    const rating = ratingOf(content, item.id);
    const own = notes.filter((note) => rating && note.byte !== null && note.byte >= rating.bytes[0] && note.byte < rating.bytes[2]);
    const state = JSON.stringify([file, item.id === current, rating, own, wb.refusalsBelow(file, `ratings.${item.id}`)]);
    const known = drawn.current.get(item.id);
    if (known?.state === state) return known.card;
    const card = <ItemCard key={item.id} file={file} item={item} instrument={instrument} rating={rating} current={item.id === current} onFocus={() => desk.takeUp(item.id)} />;
    drawn.current.set(item.id, { state, card });
    return card;
  };
  const open = items.filter((item) => answerOf(ratingOf(content, item.id)) === 'missing');
  return (
    <>
      <p class="toolbar">
        {open.length > 0
          ? <button type="button" onClick={() => open[0] && focusItem(open[0].id)}>Go to the next open item ({open.length} left)</button>
          : <span>Every item has an answer.</span>}
        <button type="button" class="plain" onClick={() => desk.update({ dialog: 'keys' })}>Keys: <kbd>0</kbd> <kbd>1</kbd> <kbd>2</kbd> <kbd>n</kbd> <kbd>p</kbd> <kbd>?</kbd></button>
      </p>
      {instrument.areas.map((area) => (
        <section key={area.id} class="area" aria-labelledby={`area-${area.id}`}>
          <h2 id={`area-${area.id}`}>{area.label}{area.aliases?.[0] && <small> ({area.aliases[0]})</small>}</h2>
          {area.items.map((item) => card(item))}
        </section>
      ))}
    </>
  );
}

function focusItem(id: string): void {
  const card = document.getElementById(`item-${id}`);
  card?.scrollIntoView({ block: 'center', behavior: 'auto' });
  card?.focus({ preventScroll: true });
}

interface CardProps {
  file: string;
  item: Item;
  instrument: Instrument;
  rating: Node | undefined;
  current: boolean;
  onFocus(): void;
}

function ItemCard({ file, item, instrument, rating, current, onFocus }: CardProps) {
  const { wb } = useReach();
  const answer = answerOf(rating);
  const elsewhere = ['note', 'evidence', 'comment'].map((key) => rating?.keys?.[key]?.bytes);
  const notes = useFindings(file, rating).filter((note) => !elsewhere.some((bytes) => bytes && (note.byte ?? 0) >= bytes[0] && (note.byte ?? 0) < bytes[2]));
  const place = `ratings.${item.id}`;
  const why = answer === 'dont_know' || answer === 'not_applicable';
  return (
    <article id={`item-${item.id}`} class={`item${current ? ' current' : ''}${answer === 'missing' ? ' open' : ''}`} tabIndex={-1}
      aria-labelledby={`title-${item.id}`} onFocusCapture={onFocus} onPointerDown={onFocus}>
      <h3 id={`title-${item.id}`}>{item.title} <span class="id">{item.id}</span></h3>
      <p class="prompt">{item.prompt}</p>
      <fieldset class="answers">
        <legend class="away">Answer to {item.title}</legend>
        {instrument.scale.map((value) => (
          <label key={value.value} class={`answer${answer === String(value.value) ? ' chosen' : ''}`}>
            <input type="radio" name={`answer-${item.id}`} checked={answer === String(value.value)}
              onChange={() => setScore(wb, file, item.id, value.value)} />
            <b>{value.value}</b> <span><strong>{value.label}</strong> {item.anchors?.[String(value.value)]}</span>
          </label>
        ))}
        <div class="states">
          {states.map((state) => (
            <label key={state.key} class={`state${answer === state.key ? ' chosen' : ''}`}>
              <input type="radio" name={`answer-${item.id}`} checked={answer === state.key}
                onChange={() => setState(wb, file, item.id, state.key)} />
              {state.words}
            </label>
          ))}
        </div>
      </fieldset>
      {(why || rating?.keys?.['note']) && (
        <Field file={file} place={`${place}.note`} node={rating?.keys?.['note']} kind="lines"
          label={answer === 'not_applicable' ? 'Why it does not apply' : 'What is needed to answer'} />
      )}
      {notes.map((note) => <FindingNote key={note.code + note.message} finding={note} />)}
      <Fold open={current && (rating?.keys?.['votes'] !== undefined)} summary={`Votes, evidence, comment${summaryOf(rating)}`}>
        {() => <MoreFields file={file} item={item} instrument={instrument} rating={rating} />}
      </Fold>
    </article>
  );
}

function summaryOf(rating: Node | undefined): string {
  const votes = Object.values(countsOf(rating)).reduce((sum, count) => sum + count, 0);
  const evidence = entriesBelow(rating, 'evidence').length;
  const parts = [votes > 0 && counted(votes, 'vote'), evidence > 0 && counted(evidence, 'piece') + ' of evidence', rating?.keys?.['comment'] && 'a comment'];
  const given = parts.filter(Boolean);
  return given.length > 0 ? ` (${given.join(', ')})` : '';
}

interface MoreProps {
  file: string;
  item: Item;
  instrument: Instrument;
  rating: Node | undefined;
}

function MoreFields({ file, item, instrument, rating }: MoreProps) {
  const place = `ratings.${item.id}`;
  return (
    <>
      <VoteFields file={file} item={item} instrument={instrument} rating={rating} />
      <EvidenceFields file={file} place={place} rating={rating} />
      <Field file={file} place={`${place}.comment`} node={rating?.keys?.['comment']} kind="lines" label="Comment" about="What the team wants to remember; no names, no case of a family." />
    </>
  );
}

function VoteFields({ file, item, instrument, rating }: MoreProps) {
  const { wb } = useReach();
  const counts = countsOf(rating);
  const change = (value: number, text: string) => {
    const count = Math.max(0, Math.min(999, Math.floor(Number(text)) || 0));
    wb.set(`votes on ${item.id}`, file, votesChange(item.id, rating, { ...counts, [value]: count }));
  };
  return (
    <fieldset class="votes">
      <legend>Votes, as counts</legend>
      {instrument.scale.map((value) => (
        <label key={value.value}>{value.value} {value.label}{' '}
          <input type="number" min={0} max={999} value={counts[value.value] ?? ''} onChange={(event) => change(value.value, event.currentTarget.value)} />
        </label>
      ))}
    </fieldset>
  );
}

function EvidenceFields({ file, place, rating }: { file: string; place: string; rating: Node | undefined }) {
  const evidence = entriesBelow(rating, 'evidence');
  return (
    <fieldset class="texts">
      <legend>Evidence: documents, records, links</legend>
      {evidence.map((entry, at) => (
        <Field key={at} file={file} place={`${place}.evidence[${at + 1}]`} node={entry} label={`Evidence ${at + 1}`} quiet />
      ))}
      <Field key={`new-${evidence.length}`} file={file} place={`${place}.evidence[+]`} node={undefined} label="More evidence" />
    </fieldset>
  );
}
