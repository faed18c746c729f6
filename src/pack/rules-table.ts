import { explain } from "../domain/explain.ts";
import type { Finding, LegalBasis } from "../domain/finding.ts";
import { isolateReferences } from "../domain/format.ts";
import { reportPen } from "../report/report-pen.ts";
import type { PackContent } from "../usecases/packs.ts";
import { type Table, word } from "./table.ts";
import type { Writing } from "./writing.ts";

/** `décret 2-22-431, art. 148 — Lu dans une source secondaire…`. */
const sourceOf = ({ text, article, grade }: LegalBasis, { rulebook, printer, language }: Writing): string => {
  const short = rulebook.texts.find(({ id }) => id === text)?.short[language] ?? text;
  const at = article === undefined ? "" : `${printer.word("comma")}${printer.fill("article", { article })}`;
  return isolateReferences(`${short}${at} — ${rulebook.common.grades[grade]?.[language] ?? grade}`, language);
};

/** `Doute juridique`: what a failure amounts to; else the outcome. */
const outcomeOf = ({ effect, outcome }: Finding, { rulebook, language }: Writing): string =>
  (outcome === "failed" && effect !== null
    ? rulebook.common.effects[effect]
    : rulebook.common.outcomes[outcome])?.[language] ?? outcome;

/** What the four rules of the year say of it, and where each was read. */
export const rulesTable = ({ judged }: PackContent, writing: Writing): Table => {
  const { rulebook, language, printer } = writing;
  return {
    key: "rules",
    columns: ["rule", "finding", "source"].map(printer.word),
    rows: judged.findings.map((finding) => {
      const { title, explanation } = explain(finding, rulebook, judged.on, language, reportPen);
      return [
        word(title),
        word(`${outcomeOf(finding, writing)}${printer.word("colon")}${explanation}`),
        word(finding.legalBasis.map((basis) => sourceOf(basis, writing)).join(" ")),
      ];
    }),
    sum: null,
  };
};
