// Spreadsheets: a file goes out as `.xlsx`, and what people changed in one comes home (`cpm export`, `cpm import`). A spreadsheet lies
// beside the county's files only while a command runs, and is never one of them.
import type { Files } from '../engine/memory';
import type { Difference, ImportResult } from '../engine/results';
import { findingCount } from './ask';
import { saveWritten } from './save';
import { sentenceOf, type Workbook } from './workbook';

export const kSheetKinds = ['plan', 'snapshot', 'support'];
export const kSheetNames = '.xlsx,.ods,.csv';

/** A name that only a spreadsheet has; of a `.csv` nobody can tell. */
export const isSheet = (name: string): boolean => /\.(xlsx|ods)$/i.test(name);

/** More than cpm reads of one, so that cpm is who says it, and no huge file comes into memory. */
const kMostRead = (16 << 20) + 1;

export type Side = 'sheet' | 'file';

/** What `cpm import` says of a spreadsheet: its answer, or why there is none; and its remarks. */
export interface Said {
  answer?: ImportResult | undefined;
  problem: string;
  remarks: string[];
}

/** Two who changed the same value: a cell can be chosen. A row that is gone has none, and the file's stays. */
export const isChoice = (each: Difference): boolean => each.outcome === 'conflict' && each.cell.includes('!');

/** A spreadsheet that came back, and what people decide about it. */
export class Incoming {
  into = '';
  removeRows = false;
  readonly sides = new Map<string, Side>();
  private readonly said = new Map<string, Said>();
  private files: Files | undefined;

  constructor(readonly name: string, private readonly bytes: Uint8Array) {}

  static async of(file: File): Promise<Incoming> {
    return new Incoming(file.name.replace(/^[-.]+/, '') || 'spreadsheet', new Uint8Array(await file.slice(0, kMostRead).arrayBuffer()));
  }

  private words(take: string[]): string[] {
    return ['import', '--format', 'json', ...(this.into === '' ? [] : ['--into', this.into]), ...(this.removeRows ? ['--remove'] : []), ...take];
  }

  /** Cells whose value counts; of all others the file's stays. */
  private take(): string[] {
    const cells = [...this.sides].filter(([, side]) => side === 'sheet').map(([cell]) => cell);
    return this.sides.size === 0 ? [] : ['--take', ['file', ...cells].join(',')];
  }

  private run(wb: Workbook, words: string[]) {
    let name = this.name;
    for (let number = 2; wb.files.has(wb.absolute(name)); ++number) name = `${number}-${this.name}`;
    return wb.runBeside([...words, '--', name], name, this.bytes);
  }

  /** What would change, before anybody decides: nothing is written. */
  undecided(wb: Workbook): Said {
    return this.shown(wb, []);
  }

  /** What would change by these decisions. */
  decided(wb: Workbook): Said {
    return this.shown(wb, this.take());
  }

  private shown(wb: Workbook, take: string[]): Said {
    if (this.files !== wb.files) this.said.clear();
    this.files = wb.files;
    const words = [...this.words(take), '--diff'];
    const key = words.join('\n');
    const said = this.said.get(key) ?? saidBy(this.run(wb, words));
    this.said.set(key, said);
    return said;
  }

  /** Takes it in as one step; says what could not be. */
  takeIn(wb: Workbook): string | undefined {
    const done = this.run(wb, this.words(this.take()));
    const { answer, problem } = saidBy(done);
    if (!answer || done.written.size === 0) return problem || 'Nothing was written.';
    wb.replace(`what ${this.name} says`, new Map([...wb.files, ...done.written]));
    const count = answer.result.differences.filter((each) => each.outcome === 'taken').length;
    wb.say(`Written to ${answer.result.file}: ${count} ${count === 1 ? 'change' : 'changes'} from ${this.name}${findingCount(answer.findings)}. Undo takes all back.`);
    return undefined;
  }
}

function saidBy(done: { out: string; err: string }): Said {
  const remarks = done.err.split(/\n(?=cpm: )/).map(sentenceOf).filter((each) => each !== '');
  try {
    return { answer: JSON.parse(done.out) as ImportResult, problem: '', remarks };
  } catch {
    return { problem: remarks.join(' '), remarks: [] };
  }
}

/** Saves a file of the county as a spreadsheet; gives the reason where it is not one. */
export function saveAsSheet(wb: Workbook, kind: string, file: string): string | undefined {
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  const name = stem === kind ? `${kind}.xlsx` : `${kind}-${stem}.xlsx`;
  const done = wb.ask(['export', kind, '-o', name, '--', file]);
  if (done.written.size === 0) return (done.out + done.err).trim();
  saveWritten(wb, done, name);
  return undefined;
}

/** A Snapshot that nobody has begun, to be filled in without any other tool. */
export function saveBlank(wb: Workbook, county: string): void {
  saveWritten(wb, wb.ask(['export', 'snapshot', '--blank', ...(county === '' ? [] : ['--county', county]), '-o', 'snapshot.xlsx']), 'snapshot.xlsx');
}
