import type { Family, Sector } from "../tender.ts";
import type { Role } from "./acts.ts";
import type { Act, LexiconFile, WordsByLanguage } from "./lexicon-file.ts";

/** What a phrase says of the sector. */
export type SectorMeaning =
  | { readonly kind: "word"; readonly sector: Sector; readonly role: Role }
  | { readonly kind: "act"; readonly act: Act | "study" }
  | { readonly kind: "neutral" }
  | { readonly kind: "purpose" };

/** What a phrase says of the families: which one, or that an act, a purpose, or none of them is named. */
export type FamilyMeaning = Family | "act" | "purpose" | "neutral";

/** What a phrase says of studies. */
export type StudyMeaning = "study" | "neutral";

/** A phrase and the file that holds it. */
export interface Entry<M> {
  readonly file: string;
  readonly phrase: string;
  readonly meaning: M;
}

/** The words of all languages. */
export const wordsOf = (words: WordsByLanguage | undefined): readonly string[] =>
  Object.values(words ?? {}).flat();

const entriesOf = <M>(file: string, words: WordsByLanguage, meaning: M): readonly Entry<M>[] =>
  wordsOf(words).map((phrase) => ({ file, phrase, meaning }));

/** Each phrase has a meaning of its own, by which it is known when it comes twice. */
const itsOwn = <M extends object>(entry: Entry<M>): Entry<M> => ({ ...entry, meaning: { ...entry.meaning } });

/** What the phrases of a file say of the sector. */
export const sectorEntries = (file: LexiconFile): readonly Entry<SectorMeaning>[] => {
  const of = (words: WordsByLanguage, meaning: SectorMeaning) =>
    entriesOf(file.id, words, meaning).map(itsOwn);
  if (file.kind === "grammar") return of(file.purpose, { kind: "purpose" });
  if (file.kind === "studies") return of(file.words, { kind: "act", act: "study" });
  if (file.kind === "acts")
    return Object.entries(file.acts).flatMap(([act, words]) => of(words, { kind: "act", act: act as Act }));
  if (file.kind !== "sector") return [];
  const said = (words: WordsByLanguage, role: Role) => of(words, { kind: "word", sector: file.id, role });
  return [
    said(file.strong, "strong"),
    said(file.things, "thing"),
    said(file.fixtures, "fixture"),
    said(file.places, "place"),
    said(file.weak, "weak"),
    of(file.neutral, { kind: "neutral" }),
  ].flat();
};

// The acts that begin something more to be bought: "traiteur au profit des élus et location de tentes".
const BEGINNING: readonly Act[] = ["buy", "hire", "run", "organise"];

/** What the phrases of a file say of the families. */
export const familyEntries = (file: LexiconFile): readonly Entry<FamilyMeaning>[] => {
  const of = (words: WordsByLanguage, meaning: FamilyMeaning) => entriesOf(file.id, words, meaning);
  if (file.kind === "sector") return of(file.neutral, "neutral");
  if (file.kind === "grammar") return of(file.purpose, "purpose");
  if (file.kind === "acts") return BEGINNING.flatMap((act) => of(file.acts[act], "act"));
  if (file.kind !== "families") return [];
  return Object.entries(file.families).flatMap(([family, words]) => of(words, family as Family));
};

/** What the phrases of a file say of studies. */
export const studyEntries = (file: LexiconFile): readonly Entry<StudyMeaning>[] =>
  file.kind === "studies"
    ? [
        ...entriesOf<StudyMeaning>(file.id, file.words, "study"),
        ...entriesOf<StudyMeaning>(file.id, file.neutral, "neutral"),
      ]
    : [];
