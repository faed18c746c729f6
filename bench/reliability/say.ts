const EVERY_MS = 5000;
let last = 0;

/** Tells on stderr how far a long run is, now and then. */
export const say = (progress: string): void => {
  if (Date.now() - last < EVERY_MS) return;
  last = Date.now();
  console.error(progress);
};
