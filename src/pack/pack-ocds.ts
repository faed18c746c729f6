import { foldText } from "../domain/text.ts";
import { releasePackage } from "../exchange/ocds/package.ts";
import { ocidOf, type Published, type ReleaseOptions } from "../exchange/ocds/release.ts";
import { PROFILE, UNREGISTERED } from "../exchange/ocds/unpublished.ts";
import type { TenderDocument } from "../intake/schema/tender-schema.ts";
import type { YearDocument } from "../intake/schema/year-schema.ts";
import type { PackContent } from "../usecases/packs.ts";
import type { Hash } from "../usecases/ports.ts";

type Entry = NonNullable<YearDocument["entries"]>[number];
type Order = NonNullable<YearDocument["purchaseOrders"]>[number];

/** A forecast contract as the draft of a call; one that was launched is a draft no longer. */
const ofEntry = (
  { reference, title = {}, amount, procedure, reserved, sector, launched }: Entry,
  index: number,
  year: YearDocument,
): TenderDocument => ({
  // The standard wants an identifier: without a reference, the place in the programme.
  reference: reference ?? `${year.year}-programme-${index + 1}`,
  buyer: year.buyer,
  title,
  ...(amount === undefined || amount === 0 ? {} : { estimate: { amount } }),
  ...(procedure === undefined ? {} : { procedure }),
  ...(reserved === undefined ? {} : { reservation: { reserved } }),
  ...(sector === undefined ? {} : { sector }),
  ...(launched === true ? {} : { stage: "draft" as const }),
  programme: {
    listed: true,
    ...(year.programmePublishedOn === undefined ? {} : { publishedOn: year.programmePublishedOn }),
  },
});

const ofOrder = (
  { reference, title = {}, amount, natureCode, orderedOn, supplierLegalForm }: Order,
  index: number,
  year: YearDocument,
): TenderDocument => ({
  reference: reference ?? `${year.year}-order-${index + 1}`,
  buyer: year.buyer,
  title,
  procedure: "purchaseOrder",
  purchaseOrder: { budgetYear: year.year, ...(natureCode === undefined ? {} : { natureCode }) },
  award: {
    ...(amount === undefined || amount === 0 ? {} : { amount }),
    ...(orderedOn === undefined ? {} : { decidedOn: orderedOn }),
    ...(supplierLegalForm === undefined ? {} : { tenderer: { legalForm: supplierLegalForm } }),
  },
});

/** Releases of one contract share one identifier: that of the stored tender, found by its reference. */
const withOcid = (
  document: TenderDocument,
  stored: TenderDocument | undefined,
  options: Pick<ReleaseOptions, "ocidPrefix" | "hash">,
): TenderDocument => (stored === undefined ? document : { ...document, ocid: ocidOf(stored, options) });

const publishedOf = (
  content: PackContent,
  options: Pick<ReleaseOptions, "ocidPrefix" | "hash">,
): readonly Published[] => {
  const year = content.document as YearDocument | null;
  const byReference = new Map(
    content.tenders.map(({ document }) => [
      foldText(String(document["reference"])),
      document as TenderDocument,
    ]),
  );
  const storedAs = (reference: string | undefined) => byReference.get(foldText(reference ?? ""));
  const saidAt = year?.programmePublishedOn;
  return [
    ...(year?.entries ?? []).map(
      (entry, index): Published => ({
        document: withOcid(ofEntry(entry, index, year as YearDocument), storedAs(entry.reference), options),
        assessment: null,
        ...(saidAt === undefined ? {} : { saidAt: `${saidAt}T00:00:00Z` }),
        ...(entry.launchPlannedFor === undefined ? {} : { plannedFor: entry.launchPlannedFor }),
      }),
    ),
    ...content.tenders.map(
      ({ document, changedAt }): Published => ({
        document: document as TenderDocument,
        assessment: null,
        saidAt: changedAt,
      }),
    ),
    // An order that is a stored tender too is published once, as the tender, which says more.
    ...(year?.purchaseOrders ?? []).flatMap((order, index): readonly Published[] =>
      storedAs(order.reference)?.procedure === "purchaseOrder"
        ? []
        : [{ document: ofOrder(order, index, year as YearDocument), assessment: null }],
    ),
  ];
};

async function* each(published: readonly Published[]): AsyncGenerator<Published> {
  yield* published;
}

/**
 * The year as an OCDS 1.1 release package: the programme as planning, contracts awarded and orders as awards.
 * Empty when nothing is known: the standard has no package without a release.
 */
export const packOcds = async (content: PackContent, hash: Hash): Promise<string> => {
  const { buyer, asOf, pack } = content;
  const { name } = pack.year.buyer;
  const options = { ocidPrefix: UNREGISTERED, hash };
  const pieces: string[] = [];
  for await (const piece of releasePackage(each(publishedOf(content, options)), {
    ...options,
    date: asOf,
    uri: `urn:awlawiya:pack:${encodeURIComponent(buyer)}:${pack.year.year}`,
    publisher: name.fr ?? name.ar ?? name.en ?? buyer,
    profile: PROFILE,
  }))
    pieces.push(piece);
  return pieces.join("");
};
