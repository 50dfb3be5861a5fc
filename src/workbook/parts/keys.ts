// Single keys act from anywhere on the page, unless somebody is typing.
import { useEffect, useRef } from 'preact/hooks';

import { useReach } from './context';

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select') || target.isContentEditable);

/** On these, Enter presses what has the focus. */
export const isPressable = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches('button, summary, a');

/** Calls what the last drawing gave, also for keys that come faster than the page is painted. */
export function useKeyDown(press: (event: KeyboardEvent) => void): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const listener = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** Single keys of a view; `press` says whether the key was one of its own. */
export function useKeys(press: (event: KeyboardEvent) => boolean): void {
  const { desk } = useReach();
  useKeyDown((event) => {
    if (!desk.singleKeys || desk.dialog || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (press(event)) event.preventDefault();
  });
}
