import type { Evidence } from "./finding.ts";
import type { ReservationWords, ReservationLists } from "./rulebook.ts";
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

// Of no words the pattern is one that never matches.
const anyOf = (words: readonly string[], flags = ""): RegExp => new RegExp(words.join("|") || "(?!)", flags);

/** A union is of cooperatives: where its phrase holds their word, that word names the union alone. */
const unionPhrases = ({ cooperative, cooperativeUnion }: ReservationLists): RegExp => {
  const phrases = cooperativeUnion.filter((phrase) => cooperative.some((word) => phrase.includes(word)));
  return anyOf(
    phrases.toSorted((a, b) => b.length - a.length),
    "g",
  );
};

/** Prepares the words of mentions for fast reading. They are folded: letters, figures and spaces. */
export const compileReservationWords = (words: ReservationLists): ReservationWords => ({
  reserved: anyOf(words.reserved),
  notReserved: anyOf(words.notReserved),
  cooperative: anyOf(words.cooperative),
  cooperativeUnion: anyOf(words.cooperativeUnion),
  unionPhrases: unionPhrases(words),
  selfEntrepreneur: anyOf(words.selfEntrepreneur),
  firm: anyOf(words.firm),
});

/** "unions de coopératives" names unions, and cooperatives only when they are named apart. */
const namesIn = (text: string, words: ReservationWords): ReadonlySet<Named> => {
  const names = new Set<Named>();
  const hasUnion = words.cooperativeUnion.test(text);
  if (hasUnion) names.add("cooperativeUnion");
  const apart = hasUnion ? text.replaceAll(words.unionPhrases, " ") : text;
  if (words.cooperative.test(apart)) names.add("cooperative");
  if (words.selfEntrepreneur.test(text)) names.add("selfEntrepreneur");
  if (words.firm.test(text)) names.add("firm");
  return names;
};

/** An empty text is a mention that was not printed; other words that name no group do not tell. */
const saysReserved = (
  text: string,
  names: ReadonlySet<Named>,
  { reserved, notReserved }: ReservationWords,
): boolean | null => {
  if (text === "" || notReserved.test(text)) return false;
  return names.size > 0 || reserved.test(text) ? true : null;
};

const fromText = (at: string, value: string, words: ReservationWords): Source => {
  const text = foldText(value);
  const names = namesIn(text, words);
  const reserved = saysReserved(text, names, words);
  return {
    evidence: { pointer: at, value },
    reserved,
    names: reserved === true ? names : null,
    isText: true,
  };
};

const fromFlag = (at: string, reserved: boolean): Source => ({
  evidence: { pointer: at, value: reserved },
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

/** What would tell whether a call is reserved: the texts whose words do not, else the fact itself. */
export const reservationMissing = (at: string, sources: readonly Source[]): readonly string[] => {
  const unclear = unclearIn(sources);
  return unclear.length > 0 ? unclear : [`${at}/reserved`];
};

/** The protected groups of art. 148 that every mention must name. */
export const PROTECTED: readonly Named[] = ["cooperative", "cooperativeUnion", "selfEntrepreneur"];

/** Two sources agree when both name the same protected groups, or one of them names nobody. */
export const agree = (a: ReadonlySet<Named> | null, b: ReadonlySet<Named> | null): boolean =>
  a === null || b === null || PROTECTED.every((group) => a.has(group) === b.has(group));
