import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { fill } from "../text/cli-words.ts";
import { COLOUR, PLAIN } from "../text/style.ts";

const MARK = { well: "✓", doubt: "!", ill: "✗" } as const;

/** What the service stands on, line by line; exit 1 when something is in its way. */
export const doctor = async (app: CliApp, terminal: Terminal): Promise<number> => {
  const words = app.operationWords(terminal.language);
  const style = terminal.isColour ? COLOUR : PLAIN;
  const colour = { well: style.green, doubt: style.yellow, ill: style.red };
  const found = await (await app.operations()).doctor();
  for (const { subject, state, remark, facts } of found) {
    const said = fill(words[remark ?? subject] ?? subject, { subject, ...facts });
    terminal.out(`${colour[state](MARK[state])} ${said}`);
  }
  return found.some(({ state }) => state === "ill") ? EXIT.found : EXIT.nothing;
};
