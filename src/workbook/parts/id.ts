// Ids that bind a label to its field. Those of the library begin again at each drawing from the root, so that two fields would share one.
import { useState } from 'preact/hooks';

let last = 0;

export const useId = (): string => useState(() => `f${++last}`)[0];
