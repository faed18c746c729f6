import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { assessYear } from "../../domain/assess-year.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Rule } from "../../domain/rulebook.ts";
import { readTender } from "../../intake/read-tender.ts";
import { LARGEST_YEAR, readYear } from "../../intake/read-year.ts";
import type { CliApp } from "../cli-app.ts";
import { EXIT } from "../exit-code.ts";
import { readFile } from "../read-file.ts";
import { type Example, rulePage } from "../text/rule-page.ts";
import { writeFile } from "../write-file.ts";

/** What is found of a tender, or of a year; nothing when the file is neither. */
const findingsIn = (bytes: Uint8Array, app: CliApp): readonly Finding[] => {
  const tender = readTender(bytes);
  if (tender.ok) return app.checkWith([])(tender, null).findings;
  const year = readYear(bytes);
  return year.ok ? assessYear(year.year, app.rulebook, null).findings : [];
};

const examplesIn = (path: string, file: string, rule: Rule, app: CliApp): readonly Example[] => {
  const read = readFile(path, LARGEST_YEAR);
  const findings = read.ok ? findingsIn(read.bytes, app) : [];
  return findings.filter((finding) => finding.rule === rule.id).map((finding) => ({ file, finding }));
};

const examplesOf = (rule: Rule, folder: string, app: CliApp): readonly Example[] => {
  const own = join(folder, rule.id);
  if (!existsSync(own)) return [];
  const files = readdirSync(own).filter((name) => name.endsWith(".json"));
  return files.toSorted().flatMap((file) => examplesIn(join(own, file), file, rule, app));
};

/** Writes one Markdown page a rule into a folder, with what it says of the tenders and years of another. */
export const rulePages = (target: string, examples: string, app: CliApp): number => {
  const { rulebook } = app;
  for (const rule of [...rulebook.rules, ...rulebook.yearRules]) {
    const page = rulePage(rule, rulebook, examplesOf(rule, examples, app));
    writeFile(join(target, `${rule.id}.md`), new TextEncoder().encode(`${page}\n`));
  }
  return EXIT.nothing;
};
