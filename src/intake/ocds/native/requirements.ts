import type { TenderDocument } from "../../schema/tender-schema.ts";
import { ADMITTED, BENEFICIARY, HOLDER, LANGUAGE, PAPER, PHASE, VISIT } from "../codes.ts";
import { type Fields, present } from "./fields.ts";

type Requirements = NonNullable<TenderDocument["requirements"]>;
type Reservation = NonNullable<TenderDocument["reservation"]>;

/** The codes of a list that the format knows; the others are noted, and a list of none of ours is unknown. */
export const codesIn = <T extends string>(
  fields: Fields | undefined,
  key: string,
  codes: Readonly<Record<string, T>>,
): T[] | undefined => {
  const found = fields?.texts(key);
  if (fields === undefined || found === undefined) return undefined;
  for (const code of found)
    if (!Object.hasOwn(codes, code))
      fields.note(key, "CODE", `the code "${code.slice(0, 60)}" has no counterpart in the format`);
  const known = found.flatMap((code) => (Object.hasOwn(codes, code) ? [codes[code] as T] : []));
  return known.length === 0 && found.length > 0 ? undefined : known;
};

/** Lists that the publisher says to be empty: the merge rules of the standard drop empty lists. */
export const statedEmpty = (fields: Fields): ReadonlySet<string> =>
  new Set(fields.texts("statedEmpty") ?? []);

/** A list as found, or empty where the publisher says so, or unknown. */
export const orEmpty = <T>(found: T[] | undefined, isEmpty: boolean): T[] | undefined =>
  found ?? (isEmpty ? [] : undefined);

/** Reserved to the priority group when a code says so; reserved to others is noted, for it is another thing. */
export const reservationIn = (fields: Fields): Reservation | undefined => {
  const other = fields.object("otherRequirements");
  const coded = codesIn(other, "reservedParticipation", BENEFICIARY);
  other?.rest();
  const stated = fields.object("reservation");
  // In the profile the flag is apart: a list of groups may be known where the mention itself is not.
  const reserved =
    stated === undefined ? (coded !== undefined && coded.length > 0) || undefined : stated.flag("isReserved");
  const reservation = present({
    reserved,
    beneficiaries: coded ?? codesIn(stated, "groups", BENEFICIARY),
    portalFlag: stated?.flag("portalFlag"),
    noticeText: stated?.text("noticeText", 5000),
    rulesText: stated?.text("rulesText", 5000),
  });
  stated?.rest();
  return reservation;
};

/** How each kind of criterion is kept, by `subType`. */
interface Criteria {
  minimumTurnover?: { amount: number };
  count?: number;
  minimumAmount?: number;
  minimumStaff?: number;
  minimumYears?: number;
}

const AMOUNT = /^\d{1,13}(?:\.\d{1,2})?$/;
const COUNT = /^\d{1,5}$/;

const readCriterion = (criterion: Fields, found: Criteria): void => {
  criterion.skip("type", "description");
  const subType = criterion.text("subType");
  const minimum = criterion.text("minimum") ?? "";
  if (subType === "minimumTurnover" && AMOUNT.test(minimum))
    found.minimumTurnover = { amount: Number(minimum) };
  else if (subType === "similarReferencesAmount" && AMOUNT.test(minimum))
    found.minimumAmount = Number(minimum);
  else if (subType === "similarReferences" && COUNT.test(minimum)) found.count = Number(minimum);
  else if (subType === "minimumStaff" && COUNT.test(minimum)) found.minimumStaff = Number(minimum);
  else if (subType === "minimumYears" && COUNT.test(minimum)) found.minimumYears = Number(minimum);
  else criterion.note("", "CRITERION", "is a criterion whose subType the profile does not name");
  criterion.rest();
};

const criteriaIn = (fields: Fields): Criteria => {
  const found: Criteria = {};
  const selection = fields.object("selectionCriteria");
  for (const criterion of selection?.objects("criteria") ?? []) readCriterion(criterion, found);
  selection?.rest();
  return found;
};

const papersIn = (asked: Fields | undefined): Requirements["papers"] =>
  asked?.objects("papers")?.flatMap((paper) => {
    const kind = paper.code("kind", PAPER);
    const phase = paper.code("phase", PHASE);
    const appliesTo = codesIn(paper, "appliesTo", HOLDER);
    paper.rest();
    return kind === undefined ? [] : [{ kind, ...present({ phase, appliesTo }) }];
  });

const brandsIn = (asked: Fields | undefined): Requirements["brands"] =>
  asked?.objects("brands")?.flatMap((brand) => {
    const text = brand.text("name", 300);
    const orEquivalent = brand.flag("isOpenToEquivalents");
    brand.rest();
    return text === undefined ? [] : [{ text, ...present({ orEquivalent }) }];
  });

/** What is asked of tenderers, from three places: selection criteria, submission terms and the profile. */
export const requirementsIn = (
  fields: Fields,
  terms: Fields | undefined,
  empty: ReadonlySet<string>,
): Requirements | undefined => {
  const { count, minimumAmount, ...criteria } = criteriaIn(fields);
  const asked = fields.object("participationRequirements");
  const fee = asked?.money("documentFee");
  const requirements = present({
    papers: papersIn(asked),
    completionDays: asked?.whole("completionDays", 365),
    legalForms: codesIn(asked, "legalForms", ADMITTED),
    ...criteria,
    similarReferences: present({ count, minimumAmount }),
    classifications: asked?.texts("classifications"),
    siteVisit: asked?.code("siteVisit", VISIT),
    fileFee: fee === undefined ? undefined : { amount: fee.amount },
    languages: orEmpty(codesIn(terms, "languages", LANGUAGE), empty.has("languages")),
    brands: brandsIn(asked),
  });
  asked?.rest();
  return requirements;
};
