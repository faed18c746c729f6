import type { ReportQuestion, Verification } from "./verification.ts";

type Words = Readonly<Record<string, string>>;

/** What stands in the places of a sentence. */
const placesOf = ({ identity, place, changedFiles, changedRules }: Verification, none: string): Words => ({
  key: place?.key ?? none,
  origin: place?.origin ?? none,
  // People count from one.
  index: place === null ? none : String(place.index + 1),
  size: place === null ? none : String(place.size),
  at: place === null ? none : `${place.at.slice(0, 16).replace("T", " ")} UTC`,
  rulebook: identity.rulebook ?? none,
  files: changedFiles.join(", ") || none,
  rules: changedRules.join(", ") || none,
});

/** The sentence that an answer to a question is. */
export const sentenceOf = (question: ReportQuestion, verification: Verification, words: Words): string => {
  const { reason } = verification.answers[question];
  const places = placesOf(verification, words["noValue"] ?? "");
  return (words[`${question}_${reason}`] ?? reason).replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => places[name] ?? "",
  );
};
