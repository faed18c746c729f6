const WIDTH = 24;

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** One line of progress: a bar, the share, the count, the pace, the time left. `total` null = not known. */
export const progressText = (
  done: number,
  total: number | null,
  count: number,
  seconds: number,
  rest: string,
): string => {
  const pace = seconds === 0 ? 0 : Math.round(count / seconds);
  const counted = `${count} · ${pace}/s${rest}`;
  if (total === null || total === 0) return counted;
  const share = Math.min(1, done / total);
  const full = Math.round(share * WIDTH);
  const left = share === 0 ? "" : ` · ${clock((seconds * (1 - share)) / share)}`;
  return `[${"█".repeat(full)}${"░".repeat(WIDTH - full)}] ${Math.floor(share * 100)} % · ${counted}${left}`;
};

/** A line of a terminal that is written over, at most five times a second. */
export const progressLine = (write: ((text: string) => void) | null) => {
  const started = Date.now();
  let last = 0;
  const show = (done: number, total: number | null, count: number, rest = ""): void => {
    const now = Date.now();
    if (write === null || now - last < 200) return;
    last = now;
    write(`\r\u001B[2K${progressText(done, total, count, (now - started) / 1000, rest)}`);
  };
  const clear = (): void => {
    if (last > 0) write?.("\r\u001B[2K");
  };
  return { show, clear };
};
