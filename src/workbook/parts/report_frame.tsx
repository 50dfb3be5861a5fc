// A report as cpm writes it, in a frame that runs no script and loads nothing.
import { useEffect, useRef } from 'preact/hooks';

import { useReach } from './context';
import { Fold } from './fold';

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

/** Same origin and no scripts: the page may read where the frame stands and print it, and nothing in it can act. */
function Frame({ words, file, title, fill }: { words: string[]; file: string | undefined; title: string; fill: boolean }) {
  const { wb } = useReach();
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef(0);
  const { out, err, status } = wb.ask(commandOf(words, file));
  const shown = useRef('');
  useEffect(() => {
    const element = frame.current;
    if (!element || shown.current === out) return;
    shown.current = out;
    scrolled.current = element.contentWindow?.scrollY ?? 0;
    element.srcdoc = out;
  });
  const loaded = () => {
    const element = frame.current;
    const page = element?.contentDocument;
    if (!element || !page) return;
    element.contentWindow?.scrollTo(0, scrolled.current);
    if (!fill) element.style.height = `${Math.min(900, page.documentElement.scrollHeight + 4)}px`;
  };
  if (out === '') return <pre class="notice">{err || `cpm ended with status ${status}.`}</pre>;
  return <iframe ref={frame} class={`report${fill ? ' fill' : ''}`} title={title} sandbox="allow-same-origin allow-modals" onLoad={loaded} />;
}

/** Prints a report by itself: the browser asks for the frame's page, not for this one. */
export function printFrame(): void {
  const frame = document.querySelector<HTMLIFrameElement>('iframe.report.fill');
  frame?.contentWindow?.focus();
  frame?.contentWindow?.print();
}
