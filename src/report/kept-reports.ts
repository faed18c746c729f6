/** A report by its key: one that is kept, one that is being made, or a new one. */
export type KeptReports = (key: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;

/**
 * Keeps finished reports up to `limit` bytes in all, those used last; two requests for one report make it once.
 * A report that failed is not kept.
 */
export const keptReports = (limit: number): KeptReports => {
  const finished = new Map<string, Uint8Array>();
  const underWay = new Map<string, Promise<Uint8Array>>();
  let held = 0;

  const keep = (key: string, bytes: Uint8Array): void => {
    finished.set(key, bytes);
    held += bytes.length;
    for (const [oldest, report] of finished) {
      if (held <= limit) return;
      finished.delete(oldest);
      held -= report.length;
    }
  };

  const make = async (key: string, render: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    try {
      const bytes = await render();
      keep(key, bytes);
      return bytes;
    } finally {
      underWay.delete(key);
    }
  };

  return async (key, render) => {
    const ready = finished.get(key);
    if (ready !== undefined) {
      finished.delete(key);
      finished.set(key, ready);
      return ready;
    }
    const making = underWay.get(key) ?? make(key, render);
    if (!underWay.has(key) && !finished.has(key)) underWay.set(key, making);
    return making;
  };
};
