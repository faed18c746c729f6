import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";

export interface AuditOptions {
  readonly format: "text" | "json";
}

const fill = (text: string, places: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(places[name] ?? ""));

/** Makes the log anew from its leaves and compares; answers with 1 when anything is wrong. */
export const audit = async (
  options: AuditOptions,
  { ledger, ledgerWords }: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const words = ledgerWords(terminal.language);
  const report = await (await ledger()).audit((leaves) => {
    if (terminal.isColour) terminal.err(fill(words["auditProgress"] ?? "{leaves}", { leaves }));
  });
  if (options.format === "json") terminal.out(JSON.stringify(report, null, 2));
  else {
    for (const { kind, where, problem } of report.findings) terminal.out(`✘ ${kind} · ${where} · ${problem}`);
    const { size, heads, records, documents, erased, root, findings } = report;
    const places = { size, heads, records, documents, erased, root, count: findings.length };
    terminal.out(fill(words["auditRead"] ?? "", places));
    terminal.out(fill(words[findings.length === 0 ? "auditSound" : "auditWrong"] ?? "", places));
  }
  return report.findings.length === 0 ? EXIT.nothing : EXIT.found;
};
