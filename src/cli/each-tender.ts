import { guessFormat } from "../intake/guess-format.ts";
import { inputError } from "../intake/input-error.ts";
import { FORMATS, type Format, readers } from "../intake/readers.ts";
import type { ReadTender } from "../intake/read-tender.ts";
import type { Terminal } from "./cli-app.ts";
import { openSource } from "./open-source.ts";
import { placeIn, tell } from "./tell.ts";

/** Gives each tender of a file, in any format; answers with how many were refused, which was told. null: none could be read. */
export const eachTender = async (
  file: string,
  as: Format | undefined,
  terminal: Terminal,
  take: (read: ReadTender) => void | Promise<void>,
): Promise<number | null> => {
  const opened = await openSource(file);
  if (!opened.ok) {
    tell(terminal, file, opened.errors, "error");
    return null;
  }
  const { source } = opened;
  try {
    const format = as ?? (await guessFormat(source));
    if (format === null) {
      const expected = `its format cannot be told; say it with --as ${FORMATS.join("|")}`;
      tell(terminal, file, [inputError("", "UNKNOWN_FORMAT", expected)], "error");
      return null;
    }
    let refused = 0;
    const read = await readers[format]();
    for await (const { at, read: tender } of read(source)) {
      if (tender.ok) await take(tender);
      else {
        refused += 1;
        tell(terminal, placeIn(file, at, terminal), tender.errors, "error");
      }
    }
    return refused;
  } finally {
    await source.close();
  }
};
