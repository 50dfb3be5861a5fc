// A page of cpm as text, taken apart where its blocks begin and end: far quicker than to let the browser read it.

/** The header, the list of contents, the main part or the footer. */
export interface Part {
  tag: string;
  /** Its opening tag, and what it says outside of all blocks. */
  own: string;
  /** Its elements, one by one. */
  blocks: readonly string[];
}

export interface Blocks {
  /** All before the body, but for the title. */
  head: string;
  title: string;
  parts: readonly Part[];
}

// cpm escapes `<`, `>` and quotes in every text and attribute, and closes all elements but these.
const kTag = /<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/gi;
const kVoid = new Set(['br', 'hr', 'img', 'wbr', 'col']);

/** Nothing where it is no whole page. */
export function blocksOf(html: string): Blocks | undefined {
  const head = /^[^]*?<title>([^]*?)<\/title>[^]*?<body[^>]*>/.exec(html);
  const end = html.lastIndexOf('</body>');
  if (!head || end < 0) return undefined;
  const parts = partsOf(html.slice(head[0].length, end));
  return parts && { head: head[0].replace(head[1] as string, ''), title: head[1] as string, parts };
}

interface OpenPart {
  tag: string;
  own: string;
  blocks: string[];
}

function partsOf(body: string): Part[] | undefined {
  const parts: Part[] = [];
  let part: OpenPart | undefined;
  let depth = 0;
  let from = 0; // of the block, or of the text between two
  for (const { 0: text, 1: closing, 2: tag, 3: closed, index } of body.matchAll(kTag)) {
    const end = (index as number) + text.length;
    if (closed || kVoid.has(tag as string)) {
      if (depth < 2) return undefined;
    } else if (closing) {
      depth -= 1;
      if (!part || depth < 0) return undefined;
      if (depth === 1) part.blocks.push(body.slice(from, end));
      if (depth === 0) {
        part.own += body.slice(from, index).trim();
        parts.push(part);
        part = undefined;
      }
      if (depth < 2) from = end;
    } else {
      if (depth === 0) part = { tag: tag as string, own: text, blocks: [] };
      if (depth === 1 && part) part.own += body.slice(from, index).trim();
      if (depth < 2) from = depth === 0 ? end : (index as number);
      depth += 1;
    }
  }
  return depth === 0 ? parts : undefined;
}
