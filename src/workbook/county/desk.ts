// What the page shows: the view, the files chosen in it, and whether the report lies beside. Kept apart from the files: undo does not
// touch it.
import { Meeting } from './meeting';
import type { Incoming } from './sheet';
import type { Workbook } from './workbook';

export class Desk {
  view = 'begin';
  /** The file that a view is about, by kind. */
  readonly chosen: Record<string, string> = {};
  /** The open file and byte in the view of texts. */
  textFile = '';
  textByte: number | null = null;
  /** The item at hand in a Snapshot. */
  item = '';
  /** A spreadsheet that came back, until it is taken in or put away. */
  incoming: Incoming | null = null;
  beside = false;
  singleKeys = true;
  dialog: 'keys' | 'save' | 'terms' | null = null;

  private readonly meetings = new Map<string, Meeting>();

  constructor(private readonly changed: () => void) {}

  takeUp(item: string): void {
    if (this.item === item) return;
    this.item = item;
    this.changed();
  }

  /** The meeting on a Snapshot: it goes on where it was. */
  meeting(wb: Workbook, file: string): Meeting {
    const key = wb.absolute(file);
    const meeting = this.meetings.get(key) ?? new Meeting(wb, file);
    this.meetings.set(key, meeting);
    return meeting;
  }

  show(view: string): void {
    this.view = view;
    this.dialog = null;
    this.changed();
    history.replaceState(null, '', '#' + view);
    requestAnimationFrame(() => {
      document.getElementById('main')?.focus();
      window.scrollTo(0, 0);
    });
  }

  choose(kind: string, file: string): void {
    this.chosen[kind] = file;
    this.changed();
  }

  goTo(file: string, byte: number | null): void {
    this.textFile = file;
    this.textByte = byte;
    this.show('files');
  }

  update(change: Partial<Pick<Desk, 'beside' | 'singleKeys' | 'dialog' | 'incoming'>>): void {
    Object.assign(this, change);
    this.changed();
  }
}
