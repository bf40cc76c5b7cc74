// The caret, when the text around it is changed by somebody else.

/** Where a place in the old text is in the new one. */
export function moved(was: string, is: string, at: number): number {
  let start = 0;
  while (start < was.length && was[start] === is[start]) start += 1;
  if (at <= start) return at;
  let end = 0;
  while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  return was.length - end <= at ? at + is.length - was.length : Math.min(at, is.length - end);
}
