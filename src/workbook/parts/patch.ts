// A report over the one that is shown: only what differs is drawn anew. So it is there in the same frame as the figures beside it,
// stays where somebody reads it, and never flashes.

/** False where the page must be loaded instead: its policy or its style is another. */
export function patched(shown: Document, html: string): boolean {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const heads = (page: Document): Element[] => [...page.head.children].filter((each) => each.nodeName !== 'TITLE');
  const [old, fresh] = [heads(shown), heads(next)];
  if (old.length !== fresh.length || old.some((each, at) => !each.isEqualNode(fresh[at] as Element))) return false;
  shown.title = next.title;
  become(shown.body, next.body);
  return true;
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
