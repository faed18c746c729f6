import { expect } from "chai";
import * as fc from "fast-check";
import { assess } from "../../src/domain/assess.ts";
import type { Index, Judged } from "../../src/domain/assessment.ts";
import type { Finding } from "../../src/domain/finding.ts";
import { accepted, type Document, documents, filled } from "../support/arbitrary-tender.ts";
import { DAYS } from "../support/arbitrary-value.ts";
import { rulebook } from "../support/fixtures.ts";
import { judged, missingOf, RUNS } from "../support/judged-document.ts";

/** Figures of the index are rounded to one decimal. */
const ROUNDING = 0.1 + 1e-9;

/** Facts given later may show a later stage, whose rules then wait for facts of their own. */
const staged = documents.map((document) => ({ stage: "completed", ...document }));

const keyOf = ({ rule, lot }: Finding): string => `${rule} ${lot ?? ""}`;

/** A document, and the same with some of what is missing filled in. */
const answered = (choose: (before: Judged) => readonly string[]) =>
  staged.chain((document) => {
    const pointers = choose(judged(document));
    return filled(document, pointers).map((after) => ({ document, pointers, after }));
  });

const width = ({ low, high }: Index): number => (low === null || high === null ? 0 : high - low);

const isWithin = (inner: Index, outer: Index): boolean =>
  inner.low === null ||
  inner.high === null ||
  (inner.low >= (outer.low ?? 0) - ROUNDING && inner.high <= (outer.high ?? 100) + ROUNDING);

describe("any valid tender", () => {
  it("is judged without an error, on any day", () => {
    const day = fc.option(fc.constantFrom(...DAYS, "1900-01-01", "2999-12-31"));
    fc.assert(
      fc.property(documents, day, (document, on) => {
        expect(assess(accepted(document), rulebook, on).findings).to.have.length.above(30);
      }),
      RUNS,
    );
  });

  it("is judged the same twice", () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(judged(structuredClone(document))).to.deep.equal(judged(document));
      }),
      RUNS,
    );
  });

  it("has an index between low and high, and a coverage between 0 and 1", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { score, low, high, coverage } = judged(document).index;
        if (low === null || high === null || coverage === null) return score === null;
        return 0 <= low && low <= (score ?? low) && (score ?? high) <= high && high <= 100 && coverage <= 1;
      }),
      RUNS,
    );
  });

  it("is never in breach of a rule whose sources are secondary, recalled or conflicting", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const breaches = judged(document).findings.filter(({ effect }) => effect === "breach");
        const grades = breaches.flatMap(({ legalBasis, parameters }) =>
          [...legalBasis, ...parameters].map(({ grade }) => grade),
        );
        expect(grades).to.not.include.members(["S"]).and.not.include.members(["R"]);
        expect(grades).to.not.include("C");
      }),
      RUNS,
    );
  });
});

describe("an answer to what is missing", () => {
  it("turns no other outcome that was determined into cantTell", () => {
    const one = answered((before) => missingOf(before).slice(0, 60)).chain(({ document, pointers }) =>
      fc
        .constantFrom(...pointers, "")
        .chain((pointer) =>
          filled(document, pointer === "" ? [] : [pointer]).map((after) => ({ document, pointer, after })),
        ),
    );
    fc.assert(
      fc.property(one, ({ document, after }) => {
        const open = judged(document).findings.filter(({ outcome }) => outcome === "cantTell");
        const wereOpen = new Set(open.map(({ rule }) => rule));
        const isOpen = judged(after).findings.filter(({ outcome }) => outcome === "cantTell");
        expect(isOpen.map(({ rule }) => rule).filter((rule) => !wereOpen.has(rule))).to.deep.equal([]);
      }),
      RUNS,
    );
  });

  it("never widens the interval of the index when the question comes first", () => {
    const first = answered(({ questions }) => questions.slice(0, 1).map(({ pointer }) => pointer));
    fc.assert(
      fc.property(first, ({ document, after }) => {
        expect(width(judged(after).index)).to.be.at.most(width(judged(document).index) + 2 * ROUNDING);
      }),
      RUNS,
    );
  });

  it("leaves the index between the low and the high that were told before, whatever is answered", () => {
    const some = staged.chain((document) =>
      fc
        .subarray([...missingOf(judged(document))])
        .chain((pointers) => filled(document, pointers))
        .map((after) => ({ document, after })),
    );
    fc.assert(
      fc.property(fc.oneof(answered(missingOf), some), ({ document, after }) => {
        const [before, then] = [judged(document).index, judged(after).index];
        expect(isWithin(then, before), `${JSON.stringify(before)} then ${JSON.stringify(then)}`).to.equal(
          true,
        );
      }),
      RUNS,
    );
  });
});

const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, backwards(each)]),
  );
};

/** What a finding says, without the places where its facts stand. */
const said = ({ findings, verdict }: Judged) => ({
  verdict,
  findings: findings
    .map((finding) => ({ key: keyOf(finding), outcome: finding.outcome, effect: finding.effect }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
});

describe("the order", () => {
  it("of properties changes nothing", () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(judged(backwards(document) as Document)).to.deep.equal(judged(document));
      }),
      RUNS,
    );
  });

  it("of lots changes no outcome, effect, verdict or index", () => {
    const shuffled = documents.chain((document) => {
      const lots = (document["lots"] ?? []) as readonly unknown[];
      return fc
        .shuffledSubarray([...lots], { minLength: lots.length })
        .map((order) => ({ document, other: lots.length === 0 ? document : { ...document, lots: order } }));
    });
    fc.assert(
      fc.property(shuffled, ({ document, other }) => {
        const [one, two] = [judged(document), judged(other)];
        expect(said(two)).to.deep.equal(said(one));
        expect(two.index.score ?? 0).to.be.closeTo(one.index.score ?? 0, ROUNDING);
      }),
      RUNS,
    );
  });
});
