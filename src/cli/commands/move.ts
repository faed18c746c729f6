import type { CliApp, CopiedTable, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { fill } from "../text/cli-words.ts";

type Copy = (progress: (copied: CopiedTable) => void) => Promise<readonly CopiedTable[]>;

/** Copies, telling of each table on stderr, and says on stdout what was done. */
export const copyWith = async (
  copy: Copy,
  done: "backedUp" | "restored" | "moved",
  file: string,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const words = app.operationWords(terminal.language);
  const copied = await copy(({ table, rows }) =>
    terminal.err(fill(words["copied"] ?? "", { table, rows: String(rows) })),
  );
  const rows = copied.reduce((sum, table) => sum + table.rows, 0);
  terminal.out(`${fill(words[done] ?? "", { file })} (${rows})`);
  return EXIT.nothing;
};
