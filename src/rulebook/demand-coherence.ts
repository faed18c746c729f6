import { DomainError } from "../domain/errors.ts";
import type { LegalBasis } from "../domain/finding.ts";
import type { Parameter, Rule, Rulebook } from "../domain/rulebook.ts";

type Read = Pick<Rulebook, "texts" | "parameters" | "rules" | "yearRules" | "remedies">;

const refuse = (file: string, problem: string): never => {
  throw new DomainError("RULEBOOK_INVALID", { file, problem });
};

/** Each value ends where the next begins: on no day are there two, and none is missing in between. */
const demandPeriods = ({ id, values }: Parameter): void => {
  for (const [index, { from, until }] of values.entries()) {
    const next = values[index + 1]?.from;
    const place = `/values/${index}/until`;
    if (next !== undefined && until !== next)
      refuse(`parameters/${id}.json`, `${place} must be ${next}, where the next value begins`);
    if (until !== undefined && until <= from)
      refuse(`parameters/${id}.json`, `${place} must be later than ${from}`);
  }
};

const demandTexts = (file: string, cited: readonly Pick<LegalBasis, "text">[], { texts }: Read): void => {
  const unknown = cited.find(({ text }) => texts.every(({ id }) => id !== text));
  if (unknown !== undefined) refuse(file, `it cites ${unknown.text}, of which there is no file in texts`);
};

const demandRule = ({ id, legalBasis, parameters, reasons }: Rule, read: Read): void => {
  const file = `rules/${id}.json`;
  demandTexts(file, legalBasis, read);
  const parameter = parameters.find((each) => !read.parameters.has(each));
  if (parameter !== undefined) refuse(file, `it names ${parameter}, of which there is no file in parameters`);
  for (const [reason, { remedy }] of Object.entries(reasons))
    if (remedy !== undefined && !read.remedies.has(remedy))
      refuse(file, `/reasons/${reason} names ${remedy}, of which there is no file in remedies`);
};

/**
 * What no file shows by itself: that the files of a rulebook fit together.
 * @throws DomainError RULEBOOK_INVALID naming the file and what does not fit.
 */
export const demandCoherence = (read: Read): void => {
  for (const parameter of read.parameters.values()) {
    demandPeriods(parameter);
    demandTexts(`parameters/${parameter.id}.json`, parameter.values, read);
  }
  for (const rule of [...read.rules, ...read.yearRules]) demandRule(rule, read);
};
