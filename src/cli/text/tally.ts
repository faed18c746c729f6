import type { Language } from "../../domain/tender.ts";
import type { InputError } from "../../intake/input-error.ts";
import type { Imported } from "../../intake/readers.ts";
import { reasonIn, translated } from "../../intake/reason-in.ts";
import { generalPointer, kindOf, MOST_KINDS } from "../../intake/unplaced.ts";
import type { CliWords } from "./cli-words.ts";

interface Unmapped {
  readonly pointer: string;
  readonly problem: InputError;
  readonly first: string;
  count: number;
}

/** What an import came to. */
export interface Tally {
  readonly read: number;
  readonly refused: number;
  readonly add: (imported: Imported) => void;
  /** The fields without a place, the most frequent first, then the totals. */
  readonly lines: (words: CliWords, language: Language) => readonly string[];
}

/** Counts what was read, what was refused and what found no place, in bounded memory. */
export const tally = (): Tally => {
  const fields = new Map<string, Unmapped>();
  const total = { read: 0, refused: 0, unmapped: 0 };
  const note = (at: string, problem: InputError): void => {
    total.unmapped += 1;
    const key = kindOf(problem);
    const known = fields.get(key);
    if (known !== undefined) known.count += 1;
    else if (fields.size < MOST_KINDS)
      fields.set(key, { pointer: generalPointer(problem.pointer), problem, first: at, count: 1 });
  };
  return {
    get read() {
      return total.read;
    },
    get refused() {
      return total.refused;
    },
    add: ({ at, read, unmapped }) => {
      if (read.ok) total.read += 1;
      else total.refused += 1;
      for (const problem of unmapped) note(at, problem);
    },
    lines: (words, language) => [
      ...[...fields.values()]
        .toSorted((one, other) => other.count - one.count)
        .map(({ pointer, problem, first, count }) =>
          (words["unmappedField"] ?? "")
            .replace("{pointer}", pointer)
            .replace("{message}", reasonIn(problem, language))
            .replace("{count}", String(count))
            .replace("{first}", first === "" ? "/" : translated(first, language)),
        ),
      (words["importTotals"] ?? "")
        .replace("{read}", String(total.read))
        .replace("{refused}", String(total.refused))
        .replace("{unmapped}", String(total.unmapped)),
    ],
  };
};
