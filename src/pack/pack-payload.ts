import { createHash } from "node:crypto";
import { canonicalJson } from "../canonical-json.ts";
import type { AwardedContract } from "../domain/awarded-share.ts";
import { GROUPS } from "../domain/pack/statutory-pack.ts";
import { undeterminedIn } from "../domain/pack/undetermined.ts";
import { ENGINE } from "../report/report-payload.ts";
import type { PackContent } from "../usecases/packs.ts";

/** What a pack says, for machines: canonical JSON (RFC 8785), attached to each PDF and beside them in the archive. */
export interface PackPayload {
  readonly json: string;
  /** Of `json` in UTF-8, in hexadecimal. */
  readonly sha256: string;
  /** The first 128 bits of the hash, in hexadecimal. */
  readonly id: string;
}

const ID_LENGTH = 32;

const contractJson = ({ tender, lot, holder, legalForm, decidedOn, centimes }: AwardedContract) => ({
  reference: tender.reference,
  title: tender.title,
  ...(lot === undefined ? {} : { lot }),
  ...(holder === undefined ? {} : { holder }),
  ...(legalForm === undefined ? {} : { legalForm }),
  ...(decidedOn === undefined ? {} : { decidedOn }),
  ...(centimes === undefined ? {} : { amount: centimes / 100 }),
});

/**
 * One object: `format` `awlawiya-pack/1`, `engine`, `buyer` (its code), `year`, `asOf`, `rulebook`, `document`
 * (the year as it was kept, or null), `reserve`, `contracts` by group, `orders` (or null) and `undetermined`.
 * Amounts in dirhams; what is absent is unknown.
 */
export const packPayload = ({ buyer, pack, judged, document, asOf }: PackContent): PackPayload => {
  const { groups, undecided, undated, unlisted, unawarded, orders } = pack;
  const json = canonicalJson({
    format: "awlawiya-pack/1",
    engine: ENGINE,
    buyer,
    year: pack.year.year,
    asOf,
    rulebook: judged.rulebook,
    document,
    reserve: judged.reserve,
    findings: judged.findings.map(({ rule, outcome, effect, reason }) => ({ rule, outcome, effect, reason })),
    contracts: {
      ...Object.fromEntries(GROUPS.map((group) => [group, groups[group].contracts.map(contractJson)])),
      undecided: undecided.contracts.map(contractJson),
      undated: undated.map(contractJson),
    },
    orders:
      orders === null
        ? null
        : {
            count: orders.count,
            knownSum: orders.centimes / 100,
            unknownAmounts: orders.unknownAmounts,
            natures: orders.natures.map(({ code, orders: placed, centimes }) => ({
              code,
              count: placed.length,
              knownSum: centimes / 100,
            })),
          },
    unlistedOrders: unlisted.map(contractJson),
    launchedWithoutAward: unawarded.map(({ reference, title }) => ({
      ...(reference === undefined ? {} : { reference }),
      ...(title === undefined ? {} : { title }),
    })),
    undetermined: undeterminedIn(pack),
  });
  const sha256 = createHash("sha256").update(json).digest("hex");
  return { json, sha256, id: sha256.slice(0, ID_LENGTH) };
};
