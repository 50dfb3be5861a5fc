// Records as a table one types into.
import { useState } from 'preact/hooks';

import { type Form, type FieldRow, formOf, labelOf, type Shape, shapeOf, titleOf } from '../county/form';
import { below, entryPlace, type Node, textBelow } from '../engine/results';
import { useReach } from './context';
import { useFindings } from './field';
import { FindingNote } from './finding';
import { NewRecord } from './new_record';
import { EntryTools, type ListProps, RecordFields, Value } from './record';

interface Column {
  /** The keys below an entry. */
  keys: string[];
  row: FieldRow;
  label: string;
}

/** A column by its keys, as `responsible.role`; nothing where the form has no such field. */
function columnOf(form: Form, shape: Shape, text: string): Column | undefined {
  const keys = text.split('.');
  let row: FieldRow | undefined;
  for (let inner: Shape | undefined = shape, at = 0; at < keys.length; ++at) {
    row = inner?.record?.find((each) => each.key === keys[at]);
    if (!row) return undefined;
    inner = shapeOf(form, row.shape);
  }
  return row && { keys, row, label: labelOf(keys[0] ?? '') };
}

/** Of `responsible.role|responsible.team` the one that an entry has. */
const columnIn = (alternatives: Column[], entry: Node): Column | undefined =>
  alternatives.find((column) => below(entry, ...column.keys) !== undefined) ?? alternatives[0];

/** Records as a table one types into: a column a field, or the first of several that an entry has (`a.b|a.c`). */
export function RecordTable({ kind, file, place, node, shape: name, columns, caption }: ListProps & { columns: string[]; caption: string }) {
  const { wb } = useReach();
  const form = formOf(wb, kind);
  if (!form) return null;
  const shape = shapeOf(form, name);
  const shown = columns.map((text) => text.split('|').map((each) => columnOf(form, shape, each)).filter((column): column is Column => column !== undefined));
  const entries = node?.entries ?? [];
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table class="grid">
          <caption class="away">{caption}</caption>
          <thead><tr>{shown.map(([column]) => column && <th key={column.label} scope="col" title={column.row.about}>{column.label}</th>)}<th scope="col">Order</th></tr></thead>
          <tbody>
            {entries.map((entry, at) => <TableRow key={textBelow(entry, 'id') || at} form={form} file={file} list={place} entry={entry} at={at} count={entries.length} columns={shown} shape={shape} shapeName={name} />)}
          </tbody>
        </table>
      </div>
      <NewRecord form={form} file={file} place={place} entries={entries} shape={shape} />
    </>
  );
}

interface RowProps {
  form: Form;
  file: string;
  list: string;
  entry: Node;
  at: number;
  count: number;
  columns: Column[][];
  shape: Shape;
  shapeName: string;
}

function TableRow({ form, file, list, entry, at, count, columns, shape, shapeName }: RowProps) {
  const [open, setOpen] = useState(false);
  const place = entryPlace(list, entry, at);
  const title = titleOf(shape, entry, `${shape.noun ?? 'entry'} ${at + 1}`);
  const notes = useFindings(file, entry);
  return (
    <>
      <tr>
        {columns.map((alternatives) => {
          const column = columnIn(alternatives, entry);
          return column && (
            <td key={column.label} class={`c-${column.keys[0]}`}>
              <Value form={form} row={column.row} file={file} place={[place, ...column.keys].join('.')} node={below(entry, ...column.keys)} quiet label={`${column.label} of ${title}`} />
            </td>
          );
        })}
        <td class="c-tools">
          <EntryTools file={file} list={list} entry={entry} at={at} count={count} title={title} />
          <button type="button" class="small plain" aria-expanded={open} aria-label={`${open ? 'Less' : 'All fields'} of ${title}`} onClick={() => setOpen(!open)}>{open ? 'Less' : 'All fields'}</button>
        </td>
      </tr>
      {open && (
        <tr class="whole"><td colSpan={columns.length + 1}>
          <RecordFields kind={form.kind} file={file} place={place} node={entry} shape={shapeName} leave={columns.flat().filter((column) => column.keys.length === 1).map((column) => column.row.key)} />
          {notes.map((note) => <FindingNote key={note.code + note.message} finding={note} />)}
        </td></tr>
      )}
    </>
  );
}
