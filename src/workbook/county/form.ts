// What a form needs to know of a kind of file: the field tables of cpm (src/format), as `cpm assist form KIND` gives them.
import { entriesBelow, type Node, textBelow } from '../engine/results';
import { contentOf, filesOfKind, instrument, list } from './ask';
import type { Workbook } from './workbook';

export interface FieldRow {
  key: string;
  about: string;
  need: 'required' | 'recommended' | 'optional';
  shape: string;
  example?: string;
}

export interface Shape {
  is: 'text' | 'date' | 'timeframe' | 'county' | 'number' | 'yes-no' | 'integer' | 'id' | 'choice' | 'list' | 'map' | 'record';
  names?: string;
  in?: string;
  of?: string;
  noun?: string;
  about?: string;
  id_key?: string;
  title_key?: string;
  one_of?: string[][];
  record?: FieldRow[];
  choices?: { key: string; spoken: string; about?: string }[];
  least?: number;
  most?: number;
  keys_are?: string;
}

export interface Form {
  kind: string;
  title: string;
  about: string;
  shape: string;
  shapes: Record<string, Shape>;
  lists?: Record<string, { id: string; title: string }[]>;
}

export const formOf = (wb: Workbook, kind: string): Form | undefined => wb.known<Form>(['assist', 'form', kind]);
export const shapeOf = (form: Form, name: string): Shape => form.shapes[name] ?? { is: 'text' };
export const isScalar = (shape: Shape): boolean => !['list', 'map', 'record'].includes(shape.is);

/** `done_on` as a person reads it. */
export function labelOf(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').replace(/\bsip\b/g, 'SIP').replace(/\bid\b/g, 'short name');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An entry of a list in a few words: its title, or its id. */
export function titleOf(shape: Shape, entry: Node | undefined, fallback: string): string {
  const title = shape.title_key ? textBelow(entry, shape.title_key) : '';
  return title || textBelow(entry, 'title') || textBelow(entry, 'text') || textBelow(entry, shape.id_key ?? 'id') || fallback;
}

export interface Name {
  id: string;
  title: string;
}

const wordOfEntry = (entry: Node): string =>
  ['title', 'action', 'statement', 'text', 'need', 'request', 'label'].map((key) => textBelow(entry, key)).find((text) => text !== '') ?? '';

/** The entries of a list of that name, wherever it stands in a file. */
function entriesNamed(node: Node | null | undefined, name: string): Node[] {
  const direct = entriesBelow(node, name);
  if (direct.length > 0) return direct;
  for (const inner of Object.values(node?.keys ?? {})) {
    const found = inner.keys ? entriesNamed(inner, name) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** What a reference may name: ids with their titles, for the choices of a field. */
export function namesFor(wb: Workbook, form: Form, shape: Shape, file: string): Name[] {
  const { names } = shape;
  if (names === undefined) return [];
  const listed = form.lists?.[names];
  if (listed) return listed;
  if (names === 'items' || names === 'areas') return instrumentNames(wb, form.kind, file, names);
  if (names === 'files') return wb.paths().filter((path) => /\.ya?ml$/.test(path)).map((path) => ({ id: path, title: '' }));
  const files = shape.in !== undefined && shape.in !== form.kind ? filesOfKind(wb, shape.in) : [file];
  return files.flatMap((each) => entriesNamed(contentOf(wb, each).content, names))
    .map((entry) => ({ id: textBelow(entry, 'id'), title: wordOfEntry(entry) })).filter((name) => name.id !== '');
}

function instrumentNames(wb: Workbook, kind: string, file: string, names: 'items' | 'areas'): Name[] {
  const snapshots = kind === 'snapshot' ? [file] : filesOfKind(wb, 'snapshot').slice(-1);
  const found = snapshots[0] === undefined ? undefined : instrument(wb, snapshots[0]);
  if (!found) return names === 'items' ? list(wb, 'items') : [];
  if (names === 'areas') return found.areas.map((area) => ({ id: area.id, title: area.label }));
  return found.areas.flatMap((area) => area.items.map((item) => ({ id: item.id, title: item.title })));
}

/** An id made from a text: `Coaching in every unit` to `coaching-in-every-unit`, not one of those taken. */
export function idFrom(text: string, taken: string[]): string {
  const words = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const start = words.slice(0, 5).join('-').slice(0, 40).replace(/-$/, '').replace(/^(?=\d)/, 'n') || 'new';
  for (let number = 1; ; ++number) {
    const id = number === 1 ? start : `${start}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** A record as one line of YAML; texts in double quotes, as JSON writes them. */
export const recordText = (values: [string, string][]): string =>
  `{${values.map(([key, value]) => `${key}: ${value}`).join(', ')}}`;
export const quoted = (text: string): string => JSON.stringify(text);
