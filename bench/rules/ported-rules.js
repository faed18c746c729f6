// @ts-check

// Twenty of our rules as conditions over facts, in the form of json-rules-engine. Of each rule the first of
// `inapplicable`, `failed` and `cantTell` that holds is its outcome; else it has passed.

/** @typedef {{ fact: string, operator: string, value: unknown }} Test */
/** @typedef {Test | { all: Condition[] } | { any: Condition[] } | { not: Condition }} Condition */

const test = (operator) => (fact, value) => ({ fact, operator, value });
const is = test("equal");
const isNot = test("notEqual");
const oneOf = test("in");
const noneOf = test("notIn");
const less = test("lessThan");
const atMost = test("lessThanInclusive");
const more = test("greaterThan");
const atLeast = test("greaterThanInclusive");
const lacks = test("doesNotContain");
const the = (fact) => ({ fact });
const all = (...list) => ({ all: list });
const any = (...list) => ({ any: list });
const unknown = (fact) => is(fact, null);
const known = (fact) => isNot(fact, null);

const NEW = "decret-2-22-431";
const OLD = "decret-2-12-349";
const STAGE = { draft: 0, published: 1 };
const CALLS = ["purchaseOrder", "ordinaryLaw"];

const NEVER = unknown("dayKnown");
const some = (list) => (list.length === 0 ? NEVER : any(...list));

/** Where a rule does not speak, and where one cannot tell whether it does. */
const reach = ({ decrees = [NEW], only, not, needsDay = true }) => ({
  silent: [
    all(is("dayKnown", true), noneOf("decree", decrees)),
    ...(only === undefined ? [] : [all(known("procedure"), noneOf("procedure", only))]),
    ...(not === undefined ? [] : [oneOf("procedure", not)]),
  ],
  unsure: [
    ...(needsDay ? [is("dayKnown", false)] : []),
    ...((only ?? not) === undefined ? [] : [unknown("procedure")]),
  ],
});

/** A rule of a later stage that cannot tell does not speak yet. */
const tooEarly = (stage, unsure, failed, cantTell) =>
  stage === STAGE.draft
    ? []
    : [all(less("stage", stage), any(...unsure, all({ not: some(failed) }, some(cantTell))))];

/** @returns {{ id: string, inapplicable: Condition, failed: Condition, cantTell: Condition }} */
const rule = (id, where, { failed = [], cantTell = [], inapplicable = [], stage = STAGE.draft }) => {
  const { silent, unsure } = reach(where);
  const sure = { not: some(unsure) };
  return {
    id,
    inapplicable: some([
      ...silent,
      ...inapplicable.map((each) => all(sure, each)),
      ...tooEarly(stage, unsure, failed, cantTell),
    ]),
    failed: all(sure, some(failed)),
    cantTell: some([...unsure, ...cantTell]),
  };
};

const straddles = (low, high, limit) => all(atMost(low, the(limit)), more(high, the(limit)));
const works = is("category", "works");
const other = oneOf("category", ["supplies", "services"]);
const above = (limit) => more("beforeTaxLow", the(limit));
const within = (limit) => atMost("beforeTaxHigh", the(limit));
const taxOpen = (limit) => straddles("beforeTaxLow", "beforeTaxHigh", limit);

const CALL = { not: CALLS };

export const portedRules = [
  rule(
    "applicable-regime",
    { decrees: [NEW, OLD, null], needsDay: false },
    {
      failed: [all(is("dayKnown", true), any(unknown("decree"), is("procedureInDecree", false)))],
      cantTell: [is("dayKnown", false)],
    },
  ),
  rule(
    "sector-covered",
    { decrees: [NEW, OLD, null], needsDay: false },
    {
      failed: [is("sector", "other")],
      cantTell: [unknown("sector")],
    },
  ),
  rule("cooperatives-admitted", CALL, {
    failed: [all(known("legalForms"), lacks("legalForms", "all"), lacks("legalForms", "cooperative"))],
    cantTell: [unknown("legalForms")],
  }),
  rule("listed-in-programme", CALL, { failed: [is("listed", false)], cantTell: [unknown("listed")] }),
  rule(
    "purchase-order-ceiling",
    { decrees: [NEW, OLD], only: ["purchaseOrder"] },
    {
      failed: [
        all(more("awardCount", 0), more("awardedSum", the("orderCeiling"))),
        all(is("awardCount", 0), less("stage", 3), more("withTaxLow", the("orderCeiling"))),
      ],
      cantTell: [
        all(more("awardCount", 0), is("awardAmountMissing", true)),
        all(is("awardCount", 0), atLeast("stage", 3)),
        all(
          is("awardCount", 0),
          any(unknown("withTaxLow"), straddles("withTaxLow", "withTaxHigh", "orderCeiling")),
        ),
      ],
    },
  ),
  rule(
    "purchase-order-service",
    { only: ["purchaseOrder"] },
    { cantTell: [is("procedure", "purchaseOrder")] },
  ),
  rule(
    "simplified-call-ceiling",
    { only: ["simplifiedOpen"] },
    {
      failed: [above("simplifiedCeiling")],
      cantTell: [unknown("beforeTaxLow"), taxOpen("simplifiedCeiling")],
    },
  ),
  rule(
    "restricted-call-conditions",
    { only: ["restricted"] },
    {
      failed: [above("restrictedCeiling"), less("consulted", the("fewestConsulted"))],
      cantTell: [
        unknown("beforeTaxLow"),
        atLeast("beforeTaxHigh", the("restrictedCeiling")),
        unknown("consulted"),
      ],
    },
  ),
  rule(
    "publication-period",
    { not: [...CALLS, "negotiated", "designContest"] },
    {
      stage: STAGE.published,
      failed: [
        all(is("publicationsKnown", true), is("mediaCount", 0), atLeast("stage", STAGE.published)),
        less("publicationDays", the("publicationMinimum")),
        all(is("mediaUndated", false), atMost("publicationDays", the("publicationMinimum"))),
      ],
      cantTell: [unknown("publicationDays"), is("mediaUndated", true)],
    },
  ),
  rule(
    "publication-media",
    { only: ["open", "simplifiedOpen"] },
    {
      stage: STAGE.published,
      failed: [
        all(
          is("publicationsKnown", true),
          atLeast("stage", STAGE.published),
          any(
            is("onPortal", false),
            all(is("procedure", "open"), less("newspapers", the("newspapersOpen"))),
            all(is("procedure", "simplifiedOpen"), less("newspapers", the("newspapersSimplified"))),
            all(
              is("procedure", "open"),
              is("silentNewspapers", 0),
              less("arabicNewspapers", the("newspapersOpenArabic")),
            ),
          ),
        ),
      ],
      cantTell: [
        is("publicationsKnown", false),
        all(
          is("procedure", "open"),
          more("silentNewspapers", 0),
          less("arabicNewspapers", the("newspapersOpenArabic")),
        ),
      ],
      inapplicable: [
        all(
          less("stage", STAGE.published),
          any(
            is("onPortal", false),
            all(is("procedure", "open"), less("newspapers", the("newspapersOpen"))),
            all(is("procedure", "simplifiedOpen"), less("newspapers", the("newspapersSimplified"))),
            all(is("procedure", "open"), less("arabicNewspapers", the("newspapersOpenArabic"))),
          ),
        ),
      ],
    },
  ),
  rule(
    "national-call",
    { only: ["open", "simplifiedOpen"] },
    {
      inapplicable: [
        all(works, above("nationalWorks")),
        all(other, above("nationalOther")),
        all(unknown("category"), above("nationalWorks"), above("nationalOther")),
      ],
      failed: [
        all(
          is("scope", "international"),
          any(
            all(works, within("nationalWorks")),
            all(other, within("nationalOther")),
            all(unknown("category"), within("nationalWorks"), within("nationalOther")),
          ),
        ),
      ],
      cantTell: [
        unknown("beforeTaxLow"),
        unknown("scope"),
        all(works, taxOpen("nationalWorks")),
        all(other, taxOpen("nationalOther")),
        all(unknown("category"), { not: all(within("nationalWorks"), within("nationalOther")) }),
      ],
    },
  ),
  rule("definitive-guarantee", CALL, {
    failed: [
      more("definitiveShare", the("definitiveCeiling")),
      more("retentionShare", the("retentionCeiling")),
    ],
    cantTell: [unknown("definitiveShare"), unknown("retentionShare")],
  }),
  rule(
    "references-in-simplified-call",
    { only: ["simplifiedOpen"] },
    {
      failed: [is("heavyPaper", true), more("referenceCount", 0)],
      cantTell: [is("papersKnown", false), unknown("referenceCount")],
    },
  ),
  rule("cooperative-file", CALL, {
    failed: [is("commercialRegister", "yes"), all(is("papersKnown", true), is("cooperativeRegister", "no"))],
    cantTell: [
      is("papersKnown", false),
      is("commercialRegister", "unknown"),
      is("cooperativeRegister", "unknown"),
    ],
  }),
  rule("certificates-at-award", CALL, {
    failed: [is("certificateAtBid", true), less("completionDays", the("completionMinimum"))],
    cantTell: [is("papersKnown", false), is("certificatePhaseUnknown", true), unknown("completionDays")],
  }),
  rule(
    "brands",
    {},
    {
      inapplicable: [all(is("brandsKnown", true), is("brandCount", 0))],
      failed: [is("brandImposed", true)],
      cantTell: [is("brandsKnown", false), is("brandUnclear", true)],
    },
  ),
  rule("subcontracting-share", CALL, {
    failed: [more("subcontractingShare", the("subcontractingCeiling"))],
    cantTell: [unknown("subcontractingShare")],
  }),
  rule(
    "evaluation-method",
    { not: [...CALLS, "openWithMarkup"] },
    {
      inapplicable: [is("isStudy", true), is("method", "markup")],
      failed: [oneOf("method", ["points", "lowestPrice"])],
      cantTell: [unknown("method")],
    },
  ),
  rule(
    "offer-validity",
    { decrees: [NEW, OLD], not: CALLS },
    {
      failed: [more("validityDays", the("validityCeiling"))],
      cantTell: [unknown("validityDays")],
    },
  ),
  rule(
    "accessibility",
    { decrees: [NEW, OLD], not: ["purchaseOrder"], needsDay: false },
    {
      failed: [
        all(known("languages"), any(lacks("languages", "ar"), lacks("languages", "fr"))),
        more("fileFee", 0),
        is("siteVisit", "mandatory"),
        all(known("advanceShare"), atMost("advanceShare", 0)),
      ],
      cantTell: [unknown("languages"), unknown("fileFee"), unknown("siteVisit"), unknown("advanceShare")],
    },
  ),
];
