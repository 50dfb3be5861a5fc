// What is folded away: nothing of it is there until somebody opens it, so it costs nothing at a key press.
import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';

interface FoldProps {
  summary: ComponentChildren;
  /** Opens or closes it whenever this changes; in between, people do. */
  open?: boolean;
  class?: string;
  children(): JSX.Element;
}

export function Fold({ summary, open = false, class: name, children }: FoldProps) {
  const stands = useRef({ asked: open, open });
  if (stands.current.asked !== open) stands.current = { asked: open, open };
  const [, redraw] = useState(0);
  const toggled = (event: JSX.TargetedEvent<HTMLDetailsElement>) => {
    stands.current.open = event.currentTarget.open;
    redraw((count) => count + 1);
  };
  return (
    <details class={name} open={stands.current.open} onToggle={toggled}>
      <summary>{summary}</summary>
      {stands.current.open && children()}
    </details>
  );
}
