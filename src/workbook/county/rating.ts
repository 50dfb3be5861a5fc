// The answer to one item of a Snapshot, as changes of its file.
import { below, type Node, textBelow } from '../engine/results';
import type { Change, Workbook } from './workbook';

export type State = 'missing' | 'dont_know' | 'not_applicable';
export const states: { key: State; words: string; letter: string }[] = [
  { key: 'missing', words: 'Open', letter: 'o' },
  { key: 'dont_know', words: 'Don’t know', letter: 'd' },
  { key: 'not_applicable', words: 'Not applicable', letter: 'x' },
];

export const ratingOf = (content: Node | null, item: string): Node | undefined => below(content, 'ratings', item);

/** `2`, a state, or `missing` where nothing is given. */
export function answerOf(rating: Node | undefined): string {
  return textBelow(rating, 'score') || textBelow(rating, 'state') || 'missing';
}

const remove = (place: string): Change => ({ place, remove: true });

/** A score takes the place of a state, and the other way round: cpm sees to that, and keeps the comments around it. */
export const setScore = (wb: Workbook, file: string, item: string, score: number): boolean =>
  wb.set(`score ${score} of ${item}`, file, [{ place: `ratings.${item}.score`, value: String(score) }]);

export const setState = (wb: Workbook, file: string, item: string, state: State): boolean =>
  wb.set(`state of ${item}`, file, [{ place: `ratings.${item}.state`, value: state }]);

export type Counts = Record<string, number>;

export function countsOf(rating: Node | undefined): Counts {
  const counts: Counts = {};
  for (const [value, node] of Object.entries(below(rating, 'votes')?.keys ?? {})) counts[value] = Number(node.text);
  return counts;
}

/** Counts as a map of YAML, without values that nobody voted for. */
export function votesText(counts: Counts): string {
  const given = Object.entries(counts).filter(([, count]) => count > 0);
  return `{${given.map(([value, count]) => `"${value}": ${count}`).join(', ')}}`;
}

export function votesChange(item: string, rating: Node | undefined, counts: Counts): Change[] {
  const place = `ratings.${item}.votes`;
  if (Object.values(counts).some((count) => count > 0)) return [{ place, value: votesText(counts) }];
  return below(rating, 'votes') ? [remove(place)] : [];
}
