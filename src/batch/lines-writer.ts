const NEWLINE = 10;
/** Bytes of UTF-8 that a UTF-16 unit takes at most. */
const WIDEST = 3;

/** Lines of text, written one after the other into one piece of memory that is kept for the next lines. */
export interface LinesWriter {
  readonly add: (line: string) => void;
  /** What was written since the last time, in memory of its own. */
  readonly take: () => Uint8Array;
}

/** Texts are encoded as they come: to join them first costs as much again. */
export const linesWriter = (): LinesWriter => {
  let room = Buffer.allocUnsafeSlow(0);
  let length = 0;
  const makeRoom = (needed: number): void => {
    const wider = Buffer.allocUnsafeSlow(needed * 2);
    room.copy(wider, 0, 0, length);
    room = wider;
  };
  return {
    add: (line) => {
      const needed = length + line.length * WIDEST + 1;
      if (needed > room.length) makeRoom(needed);
      length += room.write(line, length);
      room[length] = NEWLINE;
      length += 1;
    },
    take: () => {
      const lines = new Uint8Array(room.subarray(0, length));
      length = 0;
      return lines;
    },
  };
};
