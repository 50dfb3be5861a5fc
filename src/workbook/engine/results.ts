// The JSON of cpm's commands, as far as the page reads it; schemas/output has all of it.

export interface Span {
  file: string | null;
  line: number | null;
  byte: number | null;
  end_byte: number | null;
}

export interface Finding extends Span {
  code: string;
  name: string | null;
  severity: 'error' | 'warning' | 'advice';
  message: string;
  help: string | null;
  item: string | null;
  column: number | null;
  labels: (Span & { message: string })[];
  notes: string[];
  fix: { title: string; safety: 'safe' | 'unsafe' | 'shown'; edits: (Span & { replacement: string })[] } | null;
}

export interface CheckResult {
  result: { files: number; errors: number; warnings: number; advice: number; fixable: number; accepted: number };
  findings: Finding[];
}

export interface SetResult {
  result: { outcome: 'written' | 'shown' | 'unchanged' | 'refused'; place: string };
  findings: Finding[];
}

/** One thing that a spreadsheet asks for, and what becomes of it. */
export interface Difference {
  cell: string;
  place: string | null;
  wish: 'change' | 'clear' | 'add_row' | 'remove_row';
  outcome: 'taken' | 'conflict' | 'kept' | 'problem';
  exported: string | null;
  spreadsheet: string | null;
  file: string | null;
  reason: string | null;
  help: string | null;
}

export interface ImportResult {
  result: { file: string; new_file: boolean; three_way: boolean; already_there: number; differences: Difference[] };
  findings: Finding[];
}

export interface Figures {
  id?: string;
  label?: string;
  points: number;
  possible: number;
  percent: number | null;
  low: number | null;
  high: number | null;
  coverage: { scored: number; of: number };
  items: number;
  scored: number;
  missing: number;
  dont_know: number;
  not_applicable: number;
  distribution: number[];
}

export interface Votes {
  counts: Record<string, number>;
  voters: number;
  agreeing: number | null;
  lowest: number;
  highest: number;
  split: boolean;
  score_outside: boolean;
}

export interface ScoredItem {
  item: string;
  area: string;
  answer: 'scored' | 'missing' | 'dont_know' | 'not_applicable';
  score: number | null;
  votes: Votes | null;
}

export interface ScoreResult {
  result: { county: string; date: string; status: string; areas: Figures[]; total: Figures; items: ScoredItem[] };
}

export interface Ranked {
  item: string;
  area: string;
  score: number;
  importance: number;
  feasibility: number;
  value: number;
  rank: number;
  shared: boolean;
  holds: number;
  holds_at_most: number;
  waits_for: string[];
}

export interface RankResult {
  result: { top: number; weightings: number; items: Ranked[]; unjudged: { item: string; area: string; score: number }[] };
}

export interface ListResult {
  result: { entries: { id: string; title: string; place?: string; about?: string }[] };
}

/** `cpm assist content`: a file's values as they stand there. */
export interface Node {
  line: number;
  /** Where its key begins, where the value begins, and where it ends. */
  bytes: [number, number, number];
  text?: string;
  keys?: Record<string, Node>;
  entries?: Node[];
}

export interface ContentResult {
  kind: string | null;
  content: Node | null;
}

export interface Item {
  id: string;
  title: string;
  prompt: string;
  anchors?: Record<string, string>;
}

export interface Instrument {
  id: string;
  version: string;
  title: string;
  scale: { value: number; label: string; description?: string }[];
  areas: { id: string; label: string; aliases?: string[]; items: Item[] }[];
}

/** The value below a node: `at(node, 'ratings', 'or-vision', 'score')`. */
export function below(node: Node | null | undefined, ...keys: (string | number)[]): Node | undefined {
  let found: Node | null | undefined = node;
  for (const key of keys) found = typeof key === 'number' ? found?.entries?.[key] : found?.keys?.[key];
  return found ?? undefined;
}

export const textBelow = (node: Node | null | undefined, ...keys: (string | number)[]): string => below(node, ...keys)?.text ?? '';
export const entriesBelow = (node: Node | null | undefined, ...keys: (string | number)[]): Node[] => below(node, ...keys)?.entries ?? [];

/** `steps[s2]`: an entry by its id, else by its number. */
export const entryPlace = (list: string, entry: Node, index: number): string => `${list}[${textBelow(entry, 'id') || index + 1}]`;
