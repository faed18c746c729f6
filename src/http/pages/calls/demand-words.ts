import type { Ask, Demand } from "../../../domain/eligibility.ts";
import type { LegalBasis } from "../../../domain/finding.ts";
import { isWeak } from "../../../domain/footing.ts";
import { formatAmount, isolateReferences } from "../../../domain/format.ts";
import type { Rulebook } from "../../../domain/rulebook.ts";
import type { Language } from "../../../domain/tender.ts";
import type { PageWords } from "../../service.ts";
import { fill } from "../fill.ts";

/** In which words, of the part "calls". */
export interface Wording {
  readonly words: PageWords;
  readonly language: Language;
}

const figureIn = (ask: Ask, language: Language): string => {
  if (ask.kind === "turnover") return formatAmount(ask.centimes, language);
  return ask.kind === "references" || ask.kind === "staff" || ask.kind === "years" ? String(ask.count) : "";
};

/** What a demand asks: "Turnover of at least 500 000,00 DH". */
export const demandName = ({ ask }: Demand, { words, language }: Wording): string => {
  const key = ask.kind === "paper" ? ask.paper : ask.kind === "references" ? "similarReferences" : ask.kind;
  const named = fill(words[`ask_${key}`], { n: figureIn(ask, language) });
  if ((ask.kind !== "legalForm" && ask.kind !== "reservation") || ask.admitted === null) return named;
  return `${named}${words["colon"] ?? ": "}${[...ask.admitted].map((form) => words[`form_${form}`] ?? form).join(`${words["comma"] ?? ","} `)}`;
};

/** Texts and articles, each with a word when its source is still to be confirmed. */
export const basisIn = (
  basis: readonly LegalBasis[],
  rulebook: Rulebook,
  { words, language }: Wording,
): readonly string[] =>
  basis.map(({ text, article, grade }) => {
    const title = rulebook.texts.find(({ id }) => id === text)?.short[language] ?? text;
    const where =
      article === undefined
        ? title
        : `${title}${words["comma"] ?? ","} ${fill(words["article"], { article })}`;
    return isolateReferences(isWeak(grade) ? `${where} (${words["toVerify"] ?? ""})` : where, language);
  });
