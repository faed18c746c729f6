import type { Verdict } from "../domain/assessment.ts";
import type { IssuedReport } from "./issue-report.ts";
import type { Hash } from "./ports.ts";

/** `random`: each report alike; `risk`: the likelier the worse its verdict. */
export type Sampling = "random" | "risk";

/** How an auditor draws a sample; the same seed over the same reports draws the same. */
export interface SampleOrder {
  readonly seed: string;
  readonly size: number;
  readonly by: Sampling;
}

const WEIGHTS: Readonly<Record<Verdict, number>> = {
  nonCompliant: 8,
  undetermined: 4,
  compliantWithReservations: 2,
  outOfScope: 1,
  compliant: 1,
};

const HEX = 13;

/** A number above 0 and below 1 that the seed and the report decide. */
const chance = (seed: string, { id, variant }: IssuedReport, hash: Hash): number =>
  (Number.parseInt(hash({ seed, id, variant }).slice(0, HEX), 16) + 0.5) / 16 ** HEX;

/**
 * Draws without replacement, each report with the weight of its verdict (Efraimidis and Spirakis 2006: the
 * largest u^(1/w) are drawn). Memory holds the sample alone, whatever the register holds.
 */
export const sampleReports =
  (hash: Hash) =>
  async (
    reports: AsyncIterable<IssuedReport>,
    { seed, size, by }: SampleOrder,
  ): Promise<readonly IssuedReport[]> => {
    let drawn: { readonly key: number; readonly report: IssuedReport }[] = [];
    for await (const report of reports) {
      const weight = by === "risk" ? WEIGHTS[report.verdict] : 1;
      drawn.push({ key: chance(seed, report, hash) ** (1 / weight), report });
      if (drawn.length > 2 * size + 100) drawn = best(drawn, size);
    }
    return best(drawn, size).map(({ report }) => report);
  };

const best = <T extends { readonly key: number }>(drawn: readonly T[], size: number): T[] =>
  drawn.toSorted((a, b) => b.key - a.key).slice(0, size);
