// A new entry of a list: asked for what it must have, then written as one record.
import { useState } from 'preact/hooks';

import { type Form, type FieldRow, idFrom, isScalar, labelOf, namesFor, quoted, recordText, type Shape, shapeOf } from '../county/form';
import { type Node, textBelow } from '../engine/results';
import { useReach } from './context';
import { Words } from './finding';
import { useId } from './id';
import { shortKeys, wordsOf } from './record';

interface NewProps {
  form: Form;
  file: string;
  place: string;
  entries: Node[];
  shape: Shape;
}

/** A new entry is written when it has all that it must have; its id is made from its words. */
export function NewRecord({ form, file, place, entries, shape }: NewProps) {
  const { wb } = useReach();
  const [values, setValues] = useState<Record<string, string> | null>(null);
  const rows = (shape.record ?? []).filter((row) => isScalar(shapeOf(form, row.shape)));
  const idKey = shape.id_key ?? (rows.some((row) => row.key === 'id') ? 'id' : '');
  const oneOf = new Set((shape.one_of ?? []).flat());
  const asked = rows.filter((row) => row.key !== idKey && (row.need === 'required' || oneOf.has(row.key) || row.key === shape.title_key || row.key === 'text'));
  const noun = shape.noun ?? 'entry';
  const lists = (shape.record ?? []).filter((row) => row.need === 'required' && shapeOf(form, row.shape).is === 'list');
  if (!values) return <p class="toolbar"><button type="button" onClick={() => setValues({})}>New {noun}</button></p>;
  const add = (event: Event) => {
    event.preventDefault();
    const given = [...asked, ...lists].filter((row) => (values[row.key] ?? '').trim() !== '');
    const words = shape.title_key ? values[shape.title_key] : given.map((row) => values[row.key]).sort((one, other) => (other ?? '').length - (one ?? '').length)[0];
    const taken = entries.map((entry) => textBelow(entry, 'id'));
    const pairs: [string, string][] = idKey ? [[idKey, idFrom(words ?? noun, taken)]] : [];
    for (const row of given) pairs.push([row.key, valueText(shapeOf(form, row.shape), values[row.key] ?? '')]);
    if (wb.set(`new ${noun}`, file, [{ place: `${place}[+]`, value: recordText(pairs) }])) setValues(null);
  };
  const refused = wb.refused(file, `${place}[+]`);
  return (
    <form class="new card" onSubmit={add}>
      <h4>New {noun}</h4>
      <div class="fields">
        {[...asked, ...lists].map((row) => (
          <NewValue key={row.key} form={form} file={file} row={row} value={values[row.key] ?? ''} change={(text) => setValues({ ...values, [row.key]: text })} />
        ))}
      </div>
      {refused?.reasons.map((reason) => <p class="refusal" key={reason}>Not written: {reason}</p>)}
      <p class="toolbar">
        <button type="submit">Add</button>
        <button type="button" class="plain" onClick={() => { wb.forgive(file, `${place}[+]`); setValues(null); }}>Cancel</button>
      </p>
    </form>
  );
}

function valueText(shape: Shape, text: string): string {
  if (shape.is === 'list') return `[${text.split(/[,;]\s*/).filter(Boolean).map(quoted).join(', ')}]`;
  return shape.is === 'integer' || shape.is === 'number' || shape.is === 'yes-no' ? text : quoted(text);
}

function NewValue({ form, file, row, value, change }: { form: Form; file: string; row: FieldRow; value: string; change(text: string): void }) {
  const { wb } = useReach();
  const id = useId();
  const shape = shapeOf(form, row.shape);
  const of = shape.is === 'list' ? shapeOf(form, shape.of ?? '') : shape;
  const names = namesFor(wb, form, of, file);
  const input = (event: { currentTarget: { value: string } }) => change(event.currentTarget.value);
  const choices = of.is === 'choice' ? (of.choices ?? []).map((choice) => ({ id: choice.key, title: wordsOf(choice) })) : names;
  return (
    <div class="field">
      <label for={id}>{labelOf(row.key)}{row.need === 'required' && <span class="need"> required</span>}</label>
      {choices.length > 0 && choices.length <= 100 && shape.is !== 'list' ? (
        <select id={id} value={value} onChange={input}>
          <option value="">–</option>
          {choices.map((choice) => <option key={choice.id} value={choice.id}>{choice.title && choice.title !== choice.id ? `${choice.id}: ${choice.title}` : choice.id}</option>)}
        </select>
      ) : shape.is === 'list' && choices.length > 0 ? (
        <select id={id} multiple size={Math.min(8, choices.length)} onChange={(event) => change([...event.currentTarget.selectedOptions].map((option) => option.value).join(', '))}>
          {choices.map((choice) => <option key={choice.id} value={choice.id} selected={value.split(', ').includes(choice.id)}>{choice.id}: {choice.title}</option>)}
        </select>
      ) : shape.is === 'text' && !shortKeys.has(row.key) ? (
        <textarea id={id} rows={2} value={value} onInput={input} />
      ) : (
        <input id={id} type={shape.is === 'date' ? 'date' : 'text'} value={value} onInput={input} autocomplete="off" />
      )}
      <p class="about"><Words text={row.about} /></p>
    </div>
  );
}
