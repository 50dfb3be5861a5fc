// A report over the one that is shown: only what differs is drawn anew. So it is there in the same frame as the figures beside it,
// stays where somebody reads it, and never flashes.
import { type Blocks, blocksOf } from './blocks';

/** What a page shows, as text: there it is quicker to tell what differs. */
export class ShownPage {
  private before: Blocks | undefined;

  constructor(html: string) {
    this.before = blocksOf(html);
  }

  /** False where the page must be loaded instead: its policy or its style is another, or it has other parts. */
  become(shown: Document, html: string): boolean {
    const { before } = this;
    const after = blocksOf(html);
    this.before = after;
    if (!before || !after || before.head !== after.head || before.parts.length !== after.parts.length) return false;
    if (before.title !== after.title) shown.title = new DOMParser().parseFromString(`<title>${after.title}</title>`, 'text/html').title;
    return after.parts.every((part, at) => {
      const old = before.parts[at];
      const own = shown.querySelector(`body > ${part.tag}`);
      if (!own || old?.own !== part.own || own.children.length !== old.blocks.length) return false;
      bringUpBlocks(own, old.blocks, part.blocks);
      return true;
    });
  }
}

/** Both lists name children of the part one by one: those that it has, and those that it is to have. */
function bringUpBlocks(part: Element, old: readonly string[], wanted: readonly string[]): void {
  const children = [...part.children];
  const differing = wanted.flatMap((block, at) => (block === old[at] ? [] : [at]));
  const fresh = differing.length === 0 ? [] : elementsOf(part.ownerDocument, differing.map((at) => wanted[at]).join('\n'));
  differing.forEach((at, which) => {
    const now = children[at];
    const next = fresh[which] as Element;
    if (now) bringUp(now, next);
    else part.append(next);
  });
  for (const extra of children.slice(wanted.length)) extra.remove();
}

function elementsOf(page: Document, html: string): Element[] {
  const template = page.createElement('template');
  template.innerHTML = html;
  return [...template.content.children];
}

function become(now: Element, next: Element): void {
  for (const { name } of [...now.attributes]) if (name !== 'open' && !next.hasAttribute(name)) now.removeAttribute(name);
  for (const { name, value } of [...next.attributes]) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  const wanted = [...next.childNodes];
  for (const extra of [...now.childNodes].slice(wanted.length)) extra.remove();
  [...now.childNodes].forEach((child, at) => bringUp(child, wanted[at] as ChildNode));
  now.append(...wanted.slice(now.childNodes.length).map((child) => now.ownerDocument.adoptNode(child)));
}

function bringUp(now: ChildNode, next: ChildNode): void {
  if (now.isEqualNode(next)) return;
  const alike = now.nodeType === Node.ELEMENT_NODE && now.nodeName === next.nodeName;
  if (alike) become(now as Element, next as Element);
  else now.replaceWith((now.ownerDocument as Document).adoptNode(next));
}
