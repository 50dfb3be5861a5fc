// What every part of the page can reach: the workbook, and what is on the desk.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { Desk } from '../county/desk';
import type { Workbook } from '../county/workbook';

export interface Reach {
  wb: Workbook;
  desk: Desk;
}

export const ReachContext = createContext<Reach | null>(null);

export function useReach(): Reach {
  const reach = useContext(ReachContext);
  if (!reach) throw new Error('a part outside the page');
  return reach;
}
