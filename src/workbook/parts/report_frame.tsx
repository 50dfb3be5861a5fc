// A report as cpm writes it, in a frame that runs no script and loads nothing.
import { useLayoutEffect, useRef } from 'preact/hooks';

import { useReach } from './context';
import { Fold } from './fold';
import { ShownPage } from './patch';

interface FrameProps {
  words: string[];
  file?: string | undefined;
  title: string;
  /** Behind a summary, closed at first. */
  fold?: boolean;
  fill?: boolean;
}

const commandOf = (words: string[], file: string | undefined): string[] => [...words, '--format', 'html', '--despite-errors', ...(file === undefined ? [] : ['--', file])];

export function ReportFrame({ words, file, title, fold, fill }: FrameProps) {
  if (!fold) return <Frame words={words} file={file} title={title} fill={fill ?? false} />;
  return <Fold class="card" summary={title}>{() => <Frame words={words} file={file} title={title} fill={false} />}</Fold>;
}

interface Shown {
  /** The command; that of another report is loaded anew, from its top. */
  words: string;
  html: string;
  /** Once it is loaded, and can be brought up to date. */
  page: ShownPage | undefined;
  scrolled: number;
}

/** Same origin and no scripts: the page may read where the frame stands and print it, and nothing in it can act. */
function Frame({ words, file, title, fill }: { words: string[]; file: string | undefined; title: string; fill: boolean }) {
  const { wb } = useReach();
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef<Shown>({ words: '', html: '', page: undefined, scrolled: 0 });
  const command = commandOf(words, file);
  const { out, err, status } = wb.ask(command);
  const fit = (element: HTMLIFrameElement, page: Document) => {
    if (!fill) element.style.height = `${Math.min(900, page.documentElement.scrollHeight + 4)}px`;
  };
  useLayoutEffect(() => {
    wb.beside = command;
    return () => { wb.beside = undefined; };
  }, [command.join('\n')]);
  // Before the browser draws: the report and the figures beside it change in one frame.
  useLayoutEffect(() => {
    const element = frame.current;
    const name = command.join('\n');
    const { current } = shown;
    if (!element || (current.html === out && current.words === name)) return;
    const page = element.contentDocument;
    if (current.words === name && page && current.page?.become(page, out)) {
      current.html = out;
      fit(element, page);
      return;
    }
    const scrolled = current.words === name ? element.contentWindow?.scrollY ?? 0 : 0;
    shown.current = { words: name, html: out, page: undefined, scrolled };
    element.srcdoc = out;
  });
  const loaded = () => {
    const element = frame.current;
    const page = element?.contentDocument;
    if (!element || !page) return;
    shown.current.page = new ShownPage(shown.current.html);
    drawnAsSeen(page);
    element.contentWindow?.scrollTo(0, shown.current.scrolled);
    fit(element, page);
  };
  if (out === '') return <pre class="notice">{err || `cpm ended with status ${status}.`}</pre>;
  return <iframe ref={frame} class={`report${fill ? ' fill' : ''}`} title={title} sandbox="allow-same-origin allow-modals" onLoad={loaded} />;
}

/** Blocks that nobody sees yet are not laid out: most of a long report, at each key press. */
function drawnAsSeen(page: Document): void {
  const style = page.createElement('style');
  style.textContent = '@media screen { main > figure, main > .scroll { content-visibility: auto; contain-intrinsic-size: auto 20rem; } }';
  page.documentElement.append(style);
}

/** Prints a report by itself: the browser asks for the frame's page, not for this one. */
export function printFrame(): void {
  const frame = document.querySelector<HTMLIFrameElement>('iframe.report.fill');
  frame?.contentWindow?.focus();
  frame?.contentWindow?.print();
}
