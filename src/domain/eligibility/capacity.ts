import { isSanitary } from "../sanitary.ts";
import { type Ask, type Demand, NO_RULE } from "./demand.ts";
import { by, demand, type Reading, stated } from "./reading.ts";

const references = (reading: Reading): readonly Demand[] => {
  const { value, at: pointer } = stated(reading, "similarReferences");
  const { count, minimumAmount } = value ?? {};
  if (count === undefined || count === 0) return [];
  const simplified = by(reading, "references-in-simplified-call", pointer);
  const lawfulness =
    simplified.verdict === "noRule" ? by(reading, "proportionate-capacity", pointer) : simplified;
  return [
    demand({ kind: "references", count, centimes: minimumAmount?.centimes ?? null }, pointer, lawfulness),
  ];
};

/** A health authorisation asked for among the classifications is one all the same, as the officer's check reads it. */
const classes = (reading: Reading, asked: readonly string[], pointer: string): readonly Demand[] => {
  const lawfulness = by(reading, "unrelated-classification", pointer);
  const proper = asked.filter((text) => text.trim() !== "" && !isSanitary(text));
  const authorisation: Ask = { kind: "paper", paper: "sanitaryAuthorisation" };
  return [
    ...(proper.length > 0 ? [demand({ kind: "classification", classes: proper }, pointer, lawfulness)] : []),
    ...(asked.some(isSanitary) ? [demand(authorisation, pointer, lawfulness)] : []),
  ];
};

const turnover = (reading: Reading): readonly Demand[] => {
  const { value, at: pointer } = stated(reading, "minimumTurnover");
  const centimes = value?.centimes ?? 0;
  if (centimes === 0) return [];
  return [demand({ kind: "turnover", centimes }, pointer, by(reading, "proportionate-capacity", pointer))];
};

const atLeast = (
  reading: Reading,
  kind: "staff" | "years",
  key: "minimumStaff" | "minimumYears",
): readonly Demand[] => {
  const { value: count = 0, at } = stated(reading, key);
  return count > 0 ? [demand({ kind, count }, at, NO_RULE)] : [];
};

const languages = (reading: Reading): readonly Demand[] => {
  const { value = [], at } = stated(reading, "languages");
  if (value.length === 0) return [];
  return [demand({ kind: "languages", languages: value }, at, by(reading, "accessibility", at))];
};

const siteVisit = (reading: Reading): readonly Demand[] => {
  const { value, at } = stated(reading, "siteVisit");
  return value === "mandatory" ? [demand({ kind: "siteVisit" }, at, by(reading, "accessibility", at))] : [];
};

/** What a call demands of the means of a tenderer. */
export const capacity = (reading: Reading): readonly Demand[] => {
  const classifications = stated(reading, "classifications");
  return [
    ...references(reading),
    ...turnover(reading),
    ...atLeast(reading, "staff", "minimumStaff"),
    ...atLeast(reading, "years", "minimumYears"),
    ...classes(reading, classifications.value ?? [], classifications.at),
    ...languages(reading),
    ...siteVisit(reading),
  ];
};
