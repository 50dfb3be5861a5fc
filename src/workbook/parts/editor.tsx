// The text of a file in an editor: findings in the margin, completion and hover from cpm, and what has changed since it was opened.
import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { unifiedMergeView } from '@codemirror/merge';
import { searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers, type Tooltip } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'preact/hooks';

import { findingsOf } from '../county/ask';
import type { Workbook } from '../county/workbook';
import { bytesOf, textOf } from '../engine/memory';
import type { Finding } from '../engine/results';
import { useReach } from './context';

// Places: cpm counts bytes, the editor counts UTF-16 units, and a line end as one.

const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);
const sizeOf = (text: string): number => (isAscii(text) ? text.length : bytesOf(text).length);

/** Of one state of a text. */
class Places {
  /** The byte where each line begins. */
  private readonly starts: number[] = [];

  constructor(private readonly state: EditorState) {
    let at = 0;
    for (let number = 1; number <= state.doc.lines; ++number) {
      this.starts.push(at);
      at += sizeOf(state.doc.line(number).text) + state.lineBreak.length;
    }
  }

  /** The editor's position of a byte. */
  position(byte: number): number {
    let low = 0;
    for (let high = this.starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= byte) low = middle;
      else high = middle;
    }
    const line = this.state.doc.line(low + 1);
    const within = byte - (this.starts[low] ?? 0);
    return line.from + Math.min(line.length, isAscii(line.text) ? within : textOf(bytesOf(line.text).subarray(0, within)).length);
  }

  byte(position: number): number {
    const line = this.state.doc.lineAt(position);
    return (this.starts[line.number - 1] ?? 0) + sizeOf(line.text.slice(0, position - line.from));
  }
}

function diagnosticOf(places: Places, finding: Finding): Diagnostic {
  const from = places.position(finding.byte ?? 0);
  return {
    from,
    to: Math.max(from, places.position(finding.end_byte ?? finding.byte ?? 0)),
    severity: finding.severity === 'advice' ? 'info' : finding.severity,
    message: [finding.message, finding.help].filter(Boolean).join('\n'),
    source: finding.code,
  };
}

interface Offers {
  from: number;
  to: number;
  offers: { text: string; label?: string; about?: string; sort?: number; what?: string }[];
}

/** What cpm offers at a place; the file as it is in the editor is the one that cpm reads. */
function completionOf(wb: Workbook, file: string) {
  return (context: CompletionContext): CompletionResult | null => {
    const places = new Places(context.state);
    const offered = wb.json<Offers | null>(['assist', 'complete', file, String(places.byte(context.pos))]);
    if (!offered || offered.offers.length === 0) return null;
    const options = offered.offers.map((offer, at): Completion => ({
      label: offer.label ?? offer.text, apply: offer.text, detail: (offer.about ?? '').replace(/`/g, ''), type: offer.what ?? 'text', boost: -(offer.sort ?? at) / 10,
    }));
    return { from: places.position(offered.from), to: places.position(offered.to), options };
  };
}

function hoverOf(wb: Workbook, file: string) {
  return hoverTooltip((view, position): Tooltip | null => {
    const places = new Places(view.state);
    const found = wb.json<{ from: number; to: number; text: string } | null>(['assist', 'hover', file, String(places.byte(position))]);
    if (!found) return null;
    return {
      pos: places.position(found.from),
      end: places.position(found.to),
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'hover';
        dom.textContent = found.text.replace(/\*\*|`/g, '');
        return { dom };
      },
    };
  });
}

const colors = HighlightStyle.define([
  { tag: tags.propertyName, class: 't-key' },
  { tag: tags.definition(tags.propertyName), class: 't-key' },
  { tag: tags.comment, class: 't-comment' },
  { tag: tags.string, class: 't-string' },
  { tag: tags.number, class: 't-number' },
  { tag: tags.punctuation, class: 't-mark' },
]);

/** CRLF where every line ends so; else the editor would change line ends that nobody touched. */
const lineEndOf = (text: string): string => (text.includes('\r\n') && !/[^\r]\n|^\n/.test(text) ? '\r\n' : '\n');

const kMostMarked = 500;
const kLongLine = 5000;
const kLargeText = 300_000;
const kTooDeep = 'CPM124';

/** Texts that people write. Others, very long or very deep, are shown without colors and without wrapping, which would take for ever. */
const isTame = (text: string, findings: Finding[]): boolean =>
  text.length <= kLargeText && !findings.some((finding) => finding.code === kTooDeep) && !text.split('\n').some((line) => line.length > kLongLine);

interface EditorProps {
  file: string;
  byte: number | null;
  /** The text to compare with, or nothing. */
  against: string | undefined;
  readOnly: boolean;
}

export function Editor({ file, byte, against, readOnly }: EditorProps) {
  const { wb } = useReach();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const wrote = useRef({ text: '', at: 0 });
  const text = wb.text(file);

  useEffect(() => {
    const typed = (now: string) => {
      const at = performance.now();
      const together = at - wrote.current.at < 1500;
      wrote.current = { text: now, at };
      wb.write(`typing in ${file}`, file, now, together);
    };
    const extensions: Extension[] = [
      EditorState.lineSeparator.of(lineEndOf(text)), EditorState.readOnly.of(readOnly), indentUnit.of('  '),
      lineNumbers(), highlightActiveLine(), drawSelection(), lintGutter(),
      isTame(text, findingsOf(wb, file)) ? [EditorView.lineWrapping, yaml(), syntaxHighlighting(colors)] : [],
      autocompletion({ override: [completionOf(wb, file)], icons: false }), hoverOf(wb, file),
      keymap.of([
        { key: 'Mod-z', run: () => (wb.undo(), true) }, { key: 'Mod-Shift-z', run: () => (wb.redo(), true) }, { key: 'Mod-y', run: () => (wb.redo(), true) },
        indentWithTab, ...searchKeymap, ...defaultKeymap,
      ]),
      EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': `Text of ${file}. Escape, then Tab, leaves it.` }),
      EditorView.updateListener.of((update) => { if (update.docChanged && update.transactions.some((each) => !each.isUserEvent('cpm.outside'))) typed(update.state.sliceDoc()); }),
    ];
    if (against !== undefined) extensions.push(unifiedMergeView({ original: against, mergeControls: false }));
    const editor = new EditorView({ parent: place.current as HTMLElement, state: EditorState.create({ doc: text, extensions }) });
    wrote.current = { text, at: 0 };
    view.current = editor;
    return () => editor.destroy();
  }, [file, against === undefined]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const now = wb.text(file); // not the text that was drawn: somebody may have typed since
    if (editor.state.sliceDoc() !== now)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: now }, userEvent: 'cpm.outside' });
    const places = new Places(editor.state);
    editor.dispatch(setDiagnostics(editor.state, findingsOf(wb, file).filter((finding) => finding.byte !== null).slice(0, kMostMarked).map((finding) => diagnosticOf(places, finding))));
  });

  useEffect(() => {
    const editor = view.current;
    if (!editor || byte === null) return;
    const position = new Places(editor.state).position(byte);
    editor.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: 'center' }) });
    editor.focus();
  }, [file, byte]);

  return <div class="editor" ref={place} />;
}
