import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "../../domain/rulebook.ts";
import { readTender } from "../../intake/read-tender.ts";
import type { CliApp } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { readFile } from "../read-file.ts";
import { type Example, rulePage } from "../text/rule-page.ts";
import { writeFile } from "../write-file.ts";

/** The findings of a rule for one file; none when the file is no tender. */
const findingsIn = (path: string, file: string, rule: Rule, app: CliApp): readonly Example[] => {
  const bytes = readFile(path);
  const read = bytes.ok ? readTender(bytes.bytes) : bytes;
  if (!read.ok) return [];
  const { findings } = app.checkWith([])(read, null);
  return findings.filter((finding) => finding.rule === rule.id).map((finding) => ({ file, finding }));
};

const examplesOf = (rule: Rule, folder: string, app: CliApp): readonly Example[] => {
  const own = join(folder, rule.id);
  if (!existsSync(own)) return [];
  const files = readdirSync(own).filter((name) => name.endsWith(".json"));
  return files.toSorted().flatMap((file) => findingsIn(join(own, file), file, rule, app));
};

/** Writes one Markdown page a rule into a folder, with what it says of the tenders of another. */
export const rulePages = (target: string, examples: string, app: CliApp): number => {
  const { rulebook } = app;
  for (const rule of [...rulebook.rules, ...rulebook.yearRules]) {
    const page = rulePage(rule, rulebook, examplesOf(rule, examples, app));
    writeFile(join(target, `${rule.id}.md`), new TextEncoder().encode(`${page}\n`));
  }
  return EXIT.nothing;
};
