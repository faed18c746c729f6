import type { Evidence } from "./finding.ts";
import { seen } from "./given.ts";
import type { ReservationWords } from "./rulebook.ts";
import { foldText } from "./text.ts";
import type { Located } from "./subject.ts";
import type { Reservation } from "./tender.ts";

/** The groups whom a mention names, of those that the rule of priority speaks of. */
export type Named = "firm" | "cooperative" | "cooperativeUnion" | "selfEntrepreneur";

/** One source of the reservation: what it says, and whom it names when it names anyone. */
export interface Source {
  readonly evidence: Evidence;
  /** null: the text is there but its words do not tell. */
  readonly reserved: boolean | null;
  /** null when the source names nobody, as a flag does. */
  readonly names: ReadonlySet<Named> | null;
  readonly isText: boolean;
}

const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
const without = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, " "), text);

/** "unions de coopératives" names unions, and cooperatives only when they are named apart. */
const namesIn = (text: string, words: ReservationWords): ReadonlySet<Named> => {
  const names = new Set<Named>();
  if (has(text, words.cooperativeUnion)) names.add("cooperativeUnion");
  if (has(without(text, words.cooperativeUnion), words.cooperative)) names.add("cooperative");
  if (has(text, words.selfEntrepreneur)) names.add("selfEntrepreneur");
  if (has(text, words.firm)) names.add("firm");
  return names;
};

/** An empty text is a mention that was not printed; other words that name no group do not tell. */
const saysReserved = (text: string, names: ReadonlySet<Named>, words: ReservationWords): boolean | null => {
  if (text === "" || has(text, words.notReserved)) return false;
  return names.size > 0 || has(text, words.reserved) ? true : null;
};

const fromText = (at: string, value: string, words: ReservationWords): Source => {
  const text = foldText(value);
  const names = namesIn(text, words);
  const reserved = saysReserved(text, names, words);
  return { evidence: seen(at, value), reserved, names: reserved === true ? names : null, isText: true };
};

const fromFlag = (at: string, reserved: boolean): Source => ({
  evidence: seen(at, reserved),
  reserved,
  names: null,
  isText: false,
});

const FIRMS: ReadonlySet<string> = new Set([
  "verySmallEnterprise",
  "smallMediumEnterprise",
  "innovativeStartup",
]);

/** The groups that the document itself lists. */
const listed = (beneficiaries: Reservation["beneficiaries"]): ReadonlySet<Named> | null =>
  beneficiaries === undefined
    ? null
    : new Set(beneficiaries.map((each) => (FIRMS.has(each) ? "firm" : each)) as readonly Named[]);

/** Every known source of a reservation, in the order of the format. */
export const sourcesOf = (
  { value, at }: Located<Reservation>,
  words: ReservationWords,
): readonly Source[] => {
  if (value === undefined) return [];
  const { reserved, portalFlag, noticeText, rulesText } = value;
  const names = listed(value.beneficiaries);
  // The list says for whom the call is reserved: it speaks through one flag that says so.
  const byFlag = reserved === true ? names : null;
  const byPortal = reserved === undefined && portalFlag === true ? names : null;
  return [
    ...(reserved === undefined ? [] : [{ ...fromFlag(`${at}/reserved`, reserved), names: byFlag }]),
    ...(portalFlag === undefined ? [] : [{ ...fromFlag(`${at}/portalFlag`, portalFlag), names: byPortal }]),
    ...(noticeText === undefined ? [] : [fromText(`${at}/noticeText`, noticeText, words)]),
    ...(rulesText === undefined ? [] : [fromText(`${at}/rulesText`, rulesText, words)]),
  ];
};

/** Any known source that says reserved makes it so; null when none says anything, or one is not clear. */
export const isReserved = (sources: readonly Source[]): boolean | null => {
  if (sources.some(({ reserved }) => reserved === true)) return true;
  return sources.length > 0 && sources.every(({ reserved }) => reserved === false) ? false : null;
};

/** Places of the texts whose words do not tell. */
export const unclearIn = (sources: readonly Source[]): readonly string[] =>
  sources.filter(({ reserved }) => reserved === null).map(({ evidence }) => evidence.pointer);

/** The protected groups of art. 148 that every mention must name. */
export const PROTECTED: readonly Named[] = ["cooperative", "cooperativeUnion", "selfEntrepreneur"];

/** Two sources agree when both name the same protected groups, or one of them names nobody. */
export const agree = (a: ReadonlySet<Named> | null, b: ReadonlySet<Named> | null): boolean =>
  a === null || b === null || PROTECTED.every((group) => a.has(group) === b.has(group));
