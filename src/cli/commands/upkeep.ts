import type { CliApp, Terminal } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";

export interface ListOptions {
  readonly format: "text" | "json";
}

/** Lists stored assessments whose verdict the rulebook of today would change; 1 when there are any. */
export const reassess = async (
  options: ListOptions & { readonly store?: true },
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const { language } = terminal;
  const words = app.ledgerWords(language);
  const { verdicts } = app.rulebook.common;
  let count = 0;
  for await (const { again, ...change } of (await app.ledger()).reassess(options.store === true)) {
    count += 1;
    const { assessmentId, reference, before, after, from, to } = change;
    const name = (verdict: string): string => verdicts[verdict]?.[language] ?? verdict;
    await terminal.line(
      options.format === "json"
        ? JSON.stringify({ ...change, newAssessmentId: again.id })
        : `${assessmentId}  ${reference}  ${name(before)} (${from}) → ${name(after)} (${to})`,
    );
  }
  terminal.err((words["reassessed"] ?? "{count}").replace("{count}", String(count)));
  return count === 0 ? EXIT.nothing : EXIT.found;
};

/** Lists what may be destroyed on a day and why, and what must still be kept. */
export const retention = async (
  options: ListOptions & { readonly on?: string; readonly years: number },
  { ledger, ledgerWords }: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const words = ledgerWords(terminal.language);
  const on = options.on ?? terminal.today;
  const years = String(options.years);
  const counts = { over: 0, kept: 0 };
  for await (const record of (await ledger()).retention(options.years, on)) {
    counts[record.isOver ? "over" : "kept"] += 1;
    const sentence = (words[record.isOver ? "retentionOver" : "retentionKept"] ?? "")
      .replace("{years}", years)
      .replace("{since}", record.since)
      .replace("{until}", record.until);
    await terminal.line(
      options.format === "json"
        ? JSON.stringify({ ...record, why: sentence })
        : `${words[record.kind === "report" ? "report" : "assessment"] ?? record.kind} ${record.id} · ${record.reference} · ${sentence}`,
    );
  }
  terminal.err(
    (words["retentionCounts"] ?? "")
      .replace("{over}", String(counts.over))
      .replace("{kept}", String(counts.kept)),
  );
  return EXIT.nothing;
};
