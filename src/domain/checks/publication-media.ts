import type { ArithmeticStep } from "../finding.ts";
import { type Given, seen } from "../given.ts";
import { broken, type Condition, type Judgement, judge, met, unknown } from "../judgement.ts";
import { hasReached } from "../stage.ts";
import type { Publication } from "../tender.ts";
import { foldText } from "../text.ts";

interface Placed {
  readonly publication: Publication;
  readonly at: string;
}

const ofMedium = (given: Given, medium: Publication["medium"]): readonly Placed[] =>
  (given.tender.publications ?? []).flatMap((publication, index) =>
    publication.medium === medium ? [{ publication, at: `/publications/${index}` }] : [],
  );

/** Twice in the same newspaper is one newspaper; one without a name counts on its own. */
const countOf = (newspapers: readonly Placed[]): number =>
  new Set(newspapers.map(({ publication: { name }, at }) => (name === undefined ? at : foldText(name)))).size;

const countStep = (label: string, count: number, fewest: number): ArithmeticStep => ({
  label,
  expression: `${count} ${count >= fewest ? "≥" : "<"} ${fewest}`,
  value: count,
});

// No number carries the duty to use the portal: a jurist's confirmation of the newspapers says nothing of it.
const onPortal = (given: Given): Condition => {
  const evidence = ofMedium(given, "portal").map(({ at }) => seen(`${at}/medium`, "portal"));
  return evidence.length > 0 ? met({ evidence }) : broken("notOnPortal", { effect: "warning" });
};

const inNewspapers = (given: Given, fewest: number): Condition => {
  const newspapers = ofMedium(given, "newspaper");
  const count = countOf(newspapers);
  const facts = {
    evidence: newspapers.map(({ publication, at }) => seen(`${at}/medium`, publication.medium)),
    arithmetic: [countStep("newspapers", count, fewest)],
  };
  return count >= fewest ? met(facts) : broken("tooFewNewspapers", facts);
};

const inArabic = (given: Given, fewest: number): Condition => {
  const newspapers = ofMedium(given, "newspaper");
  const arabic = newspapers.filter(({ publication }) => publication.language === "ar");
  const evidence = arabic.map(({ at }) => seen(`${at}/language`, "ar"));
  const facts = { evidence, arithmetic: [countStep("arabicNewspapers", countOf(arabic), fewest)] };
  if (countOf(arabic) >= fewest) return met(facts);
  const silent = newspapers.filter(({ publication }) => publication.language === undefined);
  if (silent.length === 0) return broken("noArabicNewspaper", facts);
  return unknown(
    "languageUnknown",
    silent.map(({ at }) => `${at}/language`),
    facts,
  );
};

/** An open call appears on the portal and in newspapers, one of them in Arabic; a simplified one needs fewer. */
export const publicationMedia = (given: Given): Judgement => {
  const isOpen = given.tender.procedure === "open";
  const newspapers = given.read(isOpen ? "newspapers-open" : "newspapers-simplified");
  const arabic = isOpen ? given.read("newspapers-open-arabic") : 0;
  const none = unknown("publicationsUnknown", ["/publications"]);
  if (given.tender.publications === undefined) return judge("", [none]);
  const judgement = judge("mediaUsed", [
    onPortal(given),
    inNewspapers(given, newspapers),
    ...(isOpen ? [inArabic(given, arabic)] : []),
  ]);
  // Before the call is public, the list of media may still grow.
  const isEarly = judgement.outcome === "failed" && !hasReached(given.stage, "published");
  return isEarly ? judge("", [none]) : judgement;
};
