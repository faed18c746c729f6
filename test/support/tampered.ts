/** Numbers below `below` from a seed: Mulberry32, so that every edit can be made again. */
const dice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

type Edit = (file: Buffer, roll: (below: number) => number) => Buffer;

const bytes = (roll: (below: number) => number, count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, () => roll(256)));

/** What a forger might try. */
const EDITS: readonly Edit[] = [
  (file, roll) => file.subarray(0, roll(file.length)),
  (file, roll) => Buffer.concat([file, bytes(roll, 1 + roll(40))]),
  (file, roll) => {
    const at = roll(file.length);
    return Buffer.concat([file.subarray(0, at), bytes(roll, 1 + roll(9)), file.subarray(at)]);
  },
  (file, roll) => {
    const at = roll(file.length);
    return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + roll(9))]);
  },
  (file, roll) => {
    const copy = Buffer.from(file);
    for (let count = 1 + roll(5); count > 0; count -= 1) copy[roll(copy.length)] = roll(256);
    return copy;
  },
  (file, roll) => {
    const [from, to, length] = [roll(file.length), roll(file.length), 1 + roll(200)];
    const copy = Buffer.from(file);
    file.copy(copy, to, from, from + length);
    return copy;
  },
  (file, roll) => {
    const update = file.subarray(file.lastIndexOf("\n%awlawiya-proof"));
    return roll(2) === 0
      ? Buffer.concat([file, update])
      : Buffer.concat([file, Buffer.from("\n%%EOF\n"), update]);
  },
];

/** The file with one random edit, the same for the same seed; it may happen to change nothing. */
export const tampered = (file: Buffer, seed: number): Buffer => {
  const roll = dice(seed);
  const edit = EDITS[roll(EDITS.length)];
  return edit === undefined ? file : edit(file, roll);
};
