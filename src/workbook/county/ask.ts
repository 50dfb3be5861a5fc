// Questions to cpm that more than one view asks. Each is a command; the workbook remembers its answer until a file changes.
import type { Files } from '../engine/memory';
import type { CheckResult, ContentResult, Finding, Instrument, ListResult, RankResult, ScoreResult } from '../engine/results';
import type { Workbook } from './workbook';

/** Answers about the bytes of one file hold as long as those are the same. */
const contents = new WeakMap<Uint8Array, ContentResult>();
const none: ContentResult = { kind: null, content: null };

export function contentOf(wb: Workbook, file: string): ContentResult {
  const bytes = wb.files.get(wb.absolute(file));
  if (!bytes) return none;
  let content = contents.get(bytes);
  if (!content) {
    content = wb.json<ContentResult>(['assist', 'content', file]) ?? none;
    contents.set(bytes, content);
  }
  return content;
}

interface StateResult {
  check: CheckResult | null;
  score: ScoreResult | null;
  content: ContentResult;
  /** Of the command that makes the report on the screen. */
  beside: { status: number; out: string; err: string } | null;
}

/** What every view of a Snapshot asks next, in one run and one reading of the files: after a key press that is most of the time. */
export function askAhead(wb: Workbook, file: string): void {
  const bytes = wb.files.get(wb.absolute(file));
  const beside = wb.beside ?? [];
  const state = wb.json<StateResult>(['assist', 'state', file, ...(beside.length > 0 ? ['--', ...beside] : [])]);
  if (!bytes || !state) return;
  contents.set(bytes, state.content);
  if (state.check) wb.know(kCheck, state.check);
  if (state.score) wb.know(scoreWords(file), state.score);
  if (state.beside) wb.hear(beside, state.beside);
}

const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);

/** "Yolo", as cpm lists it; of a county that it does not list, the folder. */
export function countyTitle(wb: Workbook): string {
  const id = contentOf(wb, 'cpm.yaml').content?.keys?.['county']?.text ?? '';
  return list(wb, 'counties').find((county) => county.id === id)?.title ?? wb.folder.slice(1);
}

/** The county's files of a kind, by path: the newest last, since names begin with the date. */
export const filesOfKind = (wb: Workbook, kind: string): string[] =>
  wb.paths().filter((path) => isYaml(path) && contentOf(wb, path).kind === kind);

/** The file that a view is about: the one that was chosen, else the newest. */
export function chosenFile(wb: Workbook, kind: string, chosen: string | undefined): string | undefined {
  const files = filesOfKind(wb, kind);
  return chosen !== undefined && files.includes(chosen) ? chosen : files[files.length - 1];
}

const kCheck = ['check', '--format', 'json'];
export const check = (wb: Workbook): CheckResult | undefined => wb.json<CheckResult>(kCheck);
const kNoFindings: Finding[] = [];
export const findings = (wb: Workbook): Finding[] => check(wb)?.findings ?? kNoFindings;

/** For the end of a sentence: "; 2 new findings". */
export const findingCount = ({ length }: Finding[]): string => (length === 0 ? '' : `; ${length} new ${length === 1 ? 'finding' : 'findings'}`);

const byFile = new WeakMap<Finding[], Map<string | null, Finding[]>>();

/** Every field asks for those of its file, so they are sorted once. */
export function findingsOf(wb: Workbook, file: string): Finding[] {
  const all = findings(wb);
  let sorted = byFile.get(all);
  if (!sorted) {
    sorted = new Map();
    for (const finding of all) {
      const own = sorted.get(finding.file);
      if (own) own.push(finding);
      else sorted.set(finding.file, [finding]);
    }
    byFile.set(all, sorted);
  }
  return sorted.get(file) ?? [];
}

const scoreWords = (file: string): string[] => ['score', '--explain', '--despite-errors', '--format', 'json', '--', file];
export const score = (wb: Workbook, file: string): ScoreResult['result'] | undefined => wb.json<ScoreResult>(scoreWords(file))?.result;

/** `weights` as on the command line: `gap=2,importance=1,feasibility=1`. */
export const rank = (wb: Workbook, file: string, weights: string): RankResult['result'] | undefined =>
  wb.json<RankResult>(['rank', '--despite-errors', '--format', 'json', '--weights', weights, '--', file])?.result;

interface InstrumentAnswer {
  file: string;
  named: string;
  files: Files;
  instrument: Instrument | undefined;
}
const instruments = new WeakMap<Workbook, InstrumentAnswer>();

/** It rests on the Snapshot's key `instrument` and on the other files: a key press that changes neither asks nothing. */
export function instrument(wb: Workbook, file: string): Instrument | undefined {
  const named = JSON.stringify(contentOf(wb, file).content?.keys?.['instrument']);
  const last = instruments.get(wb);
  if (named && last?.file === file && last.named === named && sameButFor(wb.absolute(file), wb.files, last.files)) return last.instrument;
  const answer = wb.json<Instrument | null>(['assist', 'instrument', file]) ?? undefined;
  if (named) instruments.set(wb, { file, named, files: wb.files, instrument: answer });
  return answer;
}

const sameButFor = (path: string, files: Files, others: Files): boolean =>
  files.size === others.size && [...files].every(([name, bytes]) => name === path || others.get(name) === bytes);

export const list = (wb: Workbook, what: string): ListResult['result']['entries'] =>
  wb.known<ListResult>(['list', what, '--format', 'json'])?.result.entries ?? [];
