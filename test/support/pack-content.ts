import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SERVICE } from "../../src/domain/actor.ts";
import { acceptTender } from "../../src/intake/read-tender.ts";
import { acceptYear } from "../../src/intake/read-year.ts";
import { projectRoot } from "../../src/paths.ts";
import { gatherPack, type PackContent } from "../../src/usecases/packs.ts";
import type { Document } from "../../src/usecases/ports.ts";
import { rulebook } from "./fixtures.ts";

const read = <T extends { readonly ok: boolean }>(answer: T): Extract<T, { readonly ok: true }> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer as Extract<T, { readonly ok: true }>;
};

const CHANGED = "2026-05-07T10:00:00.000Z";

/** A document of the fixtures. */
export const fixture = (path: string): Document =>
  JSON.parse(readFileSync(join(projectRoot, "fixtures", path), "utf8")) as Document;

/** What a pack says of a year and of tenders; `year` null: nothing of it is kept. */
export const packContent = (year: Document | null, tenders: readonly Document[]): Promise<PackContent> =>
  gatherPack({
    findYear: async (_actor, buyer, number) =>
      year === null
        ? null
        : { buyer, year: number, version: 1, document: year, changedAt: "2026-04-01T08:00:00.000Z" },
    tendersOf: async function* tendersOf() {
      for (const [index, document] of tenders.entries())
        yield {
          id: String(index),
          version: 1,
          buyer: "99.001",
          text: JSON.stringify(document),
          document,
          documentSha256: "",
          receivedAt: CHANGED,
          changedAt: CHANGED,
        };
    },
    nameOf: async () => ({ fr: "Commune fictive", ar: "جماعة وهمية" }),
    understand: (document) => read(acceptTender(document)).tender,
    understandYear: (document) => read(acceptYear(document)).year,
  })(SERVICE, { buyer: "99.001", year: Number(year?.["year"] ?? 2026) }, rulebook);

/** A tender that was awarded, with what a test says of it. */
export const awardedTender = (reference: string, award: Document, more: Document = {}): Document => ({
  reference,
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: `Restauration ${reference}`, ar: "إطعام" },
  procedure: "open",
  launchedOn: "2026-01-10",
  ...more,
  award,
});
