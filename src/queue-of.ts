/** Runs a work when its turn comes. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Runs at most `atOnce` of the given works; the others wait their turn.
 * @param mostWaiting more than these are refused at once with what `full` makes
 */
export const queueOf = (
  atOnce: number,
  mostWaiting = Number.POSITIVE_INFINITY,
  full: () => Error = () => new Error("the queue is full"),
): Queue => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce && waiting.length >= mostWaiting) throw full();
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
};
