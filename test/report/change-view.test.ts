import { expect } from "chai";
import type { ComparisonInput } from "../../src/report/report-input.ts";
import { changesView } from "../../src/report/view/change-view.ts";
import { printerOf } from "../../src/report/view/printer.ts";
import { comparisonInput } from "../support/report-input.ts";

const changesOf = (input: ComparisonInput) => changesView(input, printerOf("fr"));

describe("what changed in what the rules say", () => {
  const input = comparisonInput("tie-cooperative-passed-over", "2022-06-01", "fr");

  it("begins with the worst", () => {
    const [first] = changesOf(input).changes;
    expect(first?.title).to.equal("Préférence à égalité d'offres");
    expect([first?.before.tone, first?.after.tone]).to.deep.equal(["warning", "breach"]);
  });

  it("is silent on what applies to neither, and counts it as the same", () => {
    const { changes, unchanged } = changesOf(input);
    const applies = changes.map(({ before, after }) => `${before.tone} ${after.tone}`);
    expect(applies).to.not.include("inapplicable inapplicable");
    const count = input.after.assessment.findings.length - changes.length;
    expect(unchanged).to.equal(`Règles qui disent la même chose : ${count}`);
  });

  it("is nothing between an assessment and itself", () => {
    expect(changesOf({ ...input, before: input.after }).changes).to.deep.equal([]);
  });
});
