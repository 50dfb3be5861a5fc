// Forms made from the field tables: a record with its fields, a list with its entries.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { type Form, type FieldRow, formOf, isScalar, labelOf, type Name, namesFor, type Shape, shapeOf, titleOf } from '../county/form';
import { below, entryPlace, type Node, textBelow } from '../engine/results';
import { useReach } from './context';
import { Field, useFindings } from './field';
import { Words } from './finding';
import { useId } from './id';
import { NewRecord } from './new_record';

const under = (place: string, key: string): string => (place === '' ? key : `${place}.${key}`);

interface RecordProps {
  kind: string;
  file: string;
  place: string;
  node: Node | undefined;
  /** The name of its shape; without it, the whole file. */
  shape?: string;
  only?: string[];
  leave?: string[];
}

/** The fields of one record, in the order of the field table. */
export function RecordFields({ kind, file, place, node, shape, only, leave = [] }: RecordProps) {
  const { wb } = useReach();
  const form = formOf(wb, kind);
  if (!form) return null;
  const rows = shapeOf(form, shape ?? form.shape).record ?? [];
  const shown = rows.filter((row) => (only ? only.includes(row.key) : !leave.includes(row.key)));
  const given = (row: FieldRow) => row.need !== 'optional' || below(node, row.key) !== undefined || only?.includes(row.key);
  const first = shown.filter(given);
  const more = shown.filter((row) => !given(row));
  const field = (row: FieldRow) => <Value key={row.key} form={form} row={row} file={file} place={under(place, row.key)} node={below(node, row.key)} />;
  return (
    <div class="fields">
      {first.map(field)}
      {more.length > 0 && (
        <details class="more">
          <summary>More: {more.map((row) => labelOf(row.key).toLowerCase()).join(', ')}</summary>
          <div class="fields">{more.map(field)}</div>
        </details>
      )}
    </div>
  );
}

interface ValueProps {
  form: Form;
  row: FieldRow;
  file: string;
  place: string;
  node: Node | undefined;
  quiet?: boolean;
  label?: string;
}

/** A field by its shape. */
export function Value({ form, row, file, place, node, quiet, label }: ValueProps) {
  const shape = shapeOf(form, row.shape);
  if (shape.is === 'record')
    return (
      <fieldset class="part">
        <legend>{labelOf(row.key)}</legend>
        <p class="about"><Words text={row.about} /></p>
        <RecordFields kind={form.kind} file={file} place={place} node={node} shape={row.shape} />
      </fieldset>
    );
  if (shape.is === 'list') return <ListField form={form} row={row} file={file} place={place} node={node} />;
  if (shape.is === 'map') return <MapField form={form} row={row} file={file} place={place} node={node} />;
  return <Scalar form={form} shape={shape} file={file} place={place} node={node} label={label ?? labelOf(row.key)} about={row.about} need={row.need} quiet={quiet} name={row.key} />;
}

/** Keys whose texts are short enough for one line. */
export const shortKeys = new Set(['name', 'email', 'phone', 'role', 'organization', 'title', 'source', 'provider', 'part', 'responsible', 'unit', 'approved_by', 'by', 'version', 'team', 'agency', 'period', 'measure']);

interface ScalarProps {
  form: Form;
  shape: Shape;
  file: string;
  place: string;
  node: Node | undefined;
  label: string;
  about?: string;
  need?: FieldRow['need'];
  quiet?: boolean;
  name: string;
}

function Scalar({ form, shape, file, place, node, label, about, need, quiet, name }: ScalarProps) {
  const { wb } = useReach();
  const listId = useId();
  const names = shape.is === 'county' ? [] : namesFor(wb, form, shape, file);
  const shared = { file, place, node, label, about, need, quiet: quiet ?? false };
  if (shape.is === 'choice')
    return <Field {...shared} kind="choice" choices={(shape.choices ?? []).map((choice) => ({ key: choice.key, words: wordsOf(choice) }))} />;
  if (shape.is === 'yes-no') return <Field {...shared} kind="choice" choices={[{ key: 'true', words: 'yes' }, { key: 'false', words: 'no' }]} />;
  if (names.length > 0 && names.length <= 100)
    return <Field {...shared} kind="choice" choices={names.map((each) => ({ key: each.id, words: each.title ? `${each.id}: ${each.title}` : each.id }))} />;
  if (names.length > 0)
    return (
      <>
        <Field {...shared} list={listId} />
        <datalist id={listId}>{names.map((each) => <option key={each.id} value={each.id}>{each.title}</option>)}</datalist>
      </>
    );
  const kind = shape.is === 'date' ? 'date' : shape.is === 'integer' || shape.is === 'number' ? 'number' : shape.is === 'text' && !shortKeys.has(name) ? 'lines' : 'line';
  return <Field {...shared} kind={kind} />;
}

export const wordsOf = (choice: { key: string; spoken: string }): string => choice.spoken || choice.key.replace(/_/g, ' ');

/** A list: of values, or of records, each with its own fields. */
function ListField({ form, row, file, place, node }: ValueProps) {
  const shape = shapeOf(form, shapeOf(form, row.shape).of ?? '');
  if (shape.is === 'record')
    return (
      <fieldset class="part">
        <legend>{labelOf(row.key)}</legend>
        <p class="about"><Words text={row.about} /></p>
        <RecordList kind={form.kind} file={file} place={place} node={node} shape={shapeOf(form, row.shape).of ?? ''} />
      </fieldset>
    );
  const entries = node?.entries ?? [];
  const scalar = { form, shape, file, quiet: true, name: row.key };
  return (
    <fieldset class="texts">
      <legend>{labelOf(row.key)}</legend>
      <p class="about"><Words text={row.about} /></p>
      {entries.map((entry, at) => <Scalar key={at} {...scalar} place={`${place}[${at + 1}]`} node={entry} label={`${labelOf(row.key)} ${at + 1}`} />)}
      <Scalar key={`new-${entries.length}`} {...scalar} place={`${place}[+]`} node={undefined} label={`${labelOf(row.key)}: one more`} />
    </fieldset>
  );
}

/** A map from names to values, such as the targets of items. */
function MapField({ form, row, file, place, node }: ValueProps) {
  const { wb } = useReach();
  const [key, setKey] = useState('');
  const map = shapeOf(form, row.shape);
  const inner = shapeOf(form, map.of ?? '');
  const names: Name[] = map.keys_are?.startsWith('item') ? namesFor(wb, form, { is: 'id', names: 'items' }, file) : [];
  const id = useId();
  const entries = Object.entries(node?.keys ?? {});
  const field = (name: string, value: Node | undefined) => isScalar(inner)
    ? <Scalar key={name} form={form} shape={inner} file={file} place={`${place}.${name}`} node={value} label={titleIn(names, name)} name={name} />
    : null;
  return (
    <fieldset class="part">
      <legend>{labelOf(row.key)}</legend>
      <p class="about"><Words text={row.about} /></p>
      <div class="fields">{entries.map(([name, value]) => field(name, value))}</div>
      <div class="add">
        <label for={id}>Add</label>
        <input id={id} list={`${id}-names`} value={key} onInput={(event) => setKey(event.currentTarget.value)} />
        <datalist id={`${id}-names`}>{names.map((each) => <option key={each.id} value={each.id}>{each.title}</option>)}</datalist>
      </div>
      {key !== '' && !entries.some(([name]) => name === key) && (names.length === 0 || names.some((each) => each.id === key)) && field(key, undefined)}
    </fieldset>
  );
}

const titleIn = (names: Name[], id: string): string => names.find((name) => name.id === id)?.title ?? id;

export interface ListProps {
  kind: string;
  file: string;
  place: string;
  node: Node | undefined;
  /** The name of the shape of an entry. */
  shape: string;
  leave?: string[];
}

/** Records one below the other, each behind its title; they move, go, and come. */
export function RecordList({ kind, file, place, node, shape: name, leave }: ListProps) {
  const { wb } = useReach();
  const form = formOf(wb, kind);
  if (!form) return null;
  const shape = shapeOf(form, name);
  const entries = node?.entries ?? [];
  return (
    <>
      <ol class="records">
        {entries.map((entry, at) => (
          <li key={textBelow(entry, 'id') || at}>
            <Entry file={file} entry={entry} list={place} at={at} count={entries.length} title={titleOf(shape, entry, `${shape.noun ?? 'entry'} ${at + 1}`)}>
              <RecordFields kind={kind} file={file} place={entryPlace(place, entry, at)} node={entry} shape={name} leave={leave ?? []} />
            </Entry>
          </li>
        ))}
      </ol>
      <NewRecord form={form} file={file} place={place} entries={entries} shape={shape} />
    </>
  );
}

interface EntryProps {
  file: string;
  entry: Node;
  list: string;
  at: number;
  count: number;
  title: string;
  children: ComponentChildren;
}

function Entry({ file, entry, list, at, count, title, children }: EntryProps) {
  const notes = useFindings(file, entry);
  const worst = notes.find((note) => note.severity === 'error') ?? notes.find((note) => note.severity === 'warning');
  return (
    <details class="record" open={notes.some((note) => note.severity === 'error')}>
      <summary>{title}{worst && <span class={`badge ${worst.severity}`}>{worst.severity}</span>}</summary>
      {children}
      <EntryTools file={file} list={list} entry={entry} at={at} count={count} title={title} />
    </details>
  );
}

export function EntryTools({ file, list, entry, at, count, title }: Omit<EntryProps, 'children'>) {
  const { wb } = useReach();
  const place = entryPlace(list, entry, at);
  const move = (to: number) => {
    // `--move` names the entry that this one comes before, by number, or `+` for the end.
    const before = to >= count ? '+' : String(to + 1);
    wb.set(`order of ${list}`, file, [{ place, before }]);
  };
  return (
    <p class="toolbar">
      <button type="button" class="small plain" disabled={at === 0} onClick={() => move(at - 1)} aria-label={`Move up: ${title}`}>Up</button>
      <button type="button" class="small plain" disabled={at === count - 1} onClick={() => move(at + 2)} aria-label={`Move down: ${title}`}>Down</button>
      <button type="button" class="small plain" onClick={() => wb.set(`removal of “${title}”`, file, [{ place, remove: true }])} aria-label={`Remove: ${title}`}>Remove</button>
    </p>
  );
}
