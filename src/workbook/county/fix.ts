// Fixes of findings: the edits that cpm gives with them, carried out on the bytes, and shown before that where they are not certain.
import { bytesOf, type Files, joined, textOf } from '../engine/memory';
import type { Finding } from '../engine/results';
import type { Workbook } from './workbook';

interface Edit { byte: number; end_byte: number; replacement: string }

/** The files as they would be. */
function fixed(wb: Workbook, finding: Finding): Files {
  const files = new Map(wb.files);
  const byFile = new Map<string, Edit[]>();
  for (const { file, byte, end_byte, replacement } of finding.fix?.edits ?? [])
    if (file !== null && byte !== null && end_byte !== null) byFile.set(file, [...(byFile.get(file) ?? []), { byte, end_byte, replacement }]);
  for (const [file, edits] of byFile) {
    const bytes = files.get(wb.absolute(file));
    if (bytes) files.set(wb.absolute(file), edited(bytes, edits));
  }
  return files;
}

/** All edits of a fix together, as one step. */
export function applyFix(wb: Workbook, finding: Finding): void {
  if (!finding.fix) return;
  wb.replace(`fix of ${finding.code}`, fixed(wb, finding));
  wb.say(`Fixed: ${finding.fix.title}.`);
}

/** So many lines are shown; a fix is rarely more than one. */
const kMostLines = 12;

/** The lines that a fix changes: before and after. */
export function changeOf(wb: Workbook, finding: Finding): { before: string; after: string } {
  const files = fixed(wb, finding);
  const path = [...files.keys()].find((each) => files.get(each) !== wb.files.get(each)) ?? '';
  const before = textOf(wb.files.get(path) ?? new Uint8Array()).split('\n');
  const after = textOf(files.get(path) ?? new Uint8Array()).split('\n');
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) ++start;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) ++end;
  const between = (lines: string[]) => {
    const some = lines.slice(start, lines.length - end);
    return [...some.slice(0, kMostLines), ...(some.length > kMostLines ? [`… and ${some.length - kMostLines} more lines`] : [])].join('\n');
  };
  return { before: between(before), after: between(after) };
}

function edited(bytes: Uint8Array, edits: Edit[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const edit of [...edits].sort((one, other) => one.byte - other.byte)) {
    pieces.push(bytes.subarray(at, edit.byte), bytesOf(edit.replacement));
    at = edit.end_byte;
  }
  pieces.push(bytes.subarray(at));
  return joined(pieces);
}
