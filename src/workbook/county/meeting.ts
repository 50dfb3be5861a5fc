// A meeting: where the team stands on its way through the items. It lasts as long as the page; what is agreed is in the file.
import { entriesBelow, type Instrument, type Item, type Node, textBelow } from '../engine/results';
import { contentOf, instrument as instrumentOf } from './ask';
import { answerOf, type Counts, countsOf, ratingOf, setScore, setState, votesChange } from './rating';
import type { Workbook } from './workbook';

export const sumOf = (counts: Counts): number => Object.values(counts).reduce((total, count) => total + count, 0);

/** How many people took part, as the Snapshot says. */
const participants = (content: Node | null): number =>
  entriesBelow(content, 'participants').reduce((total, entry) => total + (Number(textBelow(entry, 'count')) || 0), 0);

export class Meeting {
  at = 0;
  /** How many people vote; 0: nobody has said. */
  voters: number;
  /** Hidden votes on the item at hand, and their order. */
  counts: Counts = {};
  private order: number[] = [];
  phase: 'vote' | 'agree' = 'vote';
  /** Ids of items that were left. */
  later: string[] = [];

  constructor(private readonly wb: Workbook, readonly file: string) {
    this.voters = participants(contentOf(wb, file).content);
    this.takeUp(this.items.findIndex((_, at) => this.isOpen(at)));
  }

  get instrument(): Instrument | undefined {
    return instrumentOf(this.wb, this.file);
  }

  get items(): Item[] {
    return this.instrument?.areas.flatMap((area) => area.items) ?? [];
  }

  get item(): Item | undefined {
    return this.items[this.at];
  }

  get rating(): Node | undefined {
    return ratingOf(contentOf(this.wb, this.file).content, this.item?.id ?? '');
  }

  isOpen(at: number): boolean {
    return answerOf(ratingOf(contentOf(this.wb, this.file).content, this.items[at]?.id ?? '')) === 'missing';
  }

  get answered(): number {
    return this.items.filter((_, at) => !this.isOpen(at)).length;
  }

  /** An item that has been talked about shows its votes and its score; a new one begins with the vote. */
  private takeUp(at: number): void {
    this.at = Math.min(Math.max(0, this.items.length - 1), Math.max(0, at));
    this.counts = {};
    this.order = [];
    this.phase = !this.isOpen(this.at) || sumOf(countsOf(this.rating)) > 0 ? 'agree' : 'vote';
  }

  goTo(at: number): void {
    this.takeUp(at);
    this.wb.changed();
  }

  setVoters(count: number): void {
    this.voters = Math.max(0, Math.min(200, Math.floor(count) || 0));
    this.wb.changed();
  }

  vote(value: number): void {
    if (this.voters > 0 && sumOf(this.counts) >= this.voters) return this.wb.say(`All ${this.voters} votes are in. Enter shows them.`);
    this.counts = { ...this.counts, [value]: (this.counts[value] ?? 0) + 1 };
    this.order.push(value);
    return this.wb.changed();
  }

  takeBack(): void {
    const last = this.order.pop();
    if (last === undefined) return;
    this.counts = { ...this.counts, [last]: (this.counts[last] ?? 1) - 1 };
    this.wb.say('The last vote is taken back.');
  }

  voteAgain(): void {
    this.counts = {};
    this.order = [];
    this.phase = 'vote';
    this.wb.changed();
  }

  /** The votes go into the file, and can be seen. */
  reveal(): void {
    const { item } = this;
    if (!item) return;
    if (sumOf(this.counts) > 0 && !this.wb.set(`votes on ${item.id}`, this.file, votesChange(item.id, this.rating, this.counts))) return;
    this.phase = 'agree';
    this.wb.changed();
  }

  /** On to the next item, unless nobody voted for the score and no reason is written yet. */
  agree(value: number): void {
    const { item } = this;
    if (!item || !setScore(this.wb, this.file, item.id, value)) return;
    this.later = this.later.filter((id) => id !== item.id);
    const counts = countsOf(this.rating);
    const outside = sumOf(counts) > 0 && !counts[value];
    if (outside && !this.rating?.keys?.['comment']) this.wb.changed();
    else this.goTo(this.at + 1);
  }

  leave(): void {
    const { item } = this;
    if (item) this.later = [...this.later.filter((id) => id !== item.id), item.id];
    this.goTo(this.at + 1);
  }

  unknown(): void {
    const { item } = this;
    if (!item || !setState(this.wb, this.file, item.id, 'dont_know')) return;
    this.later = this.later.filter((id) => id !== item.id);
    this.phase = 'agree';
    this.wb.changed();
  }
}
