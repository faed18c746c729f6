import type { InputError } from "../input-error.ts";
import { present } from "../ocds/native/fields.ts";
import type { TenderDocument } from "../schema/tender-schema.ts";
import { dirhamsOf, momentAt } from "./notice-values.ts";
import { EXTENSION, nameOf, type Organisations } from "./notice-organisations.ts";
import type { Words } from "./notice-words.ts";
import type { XmlNode } from "./xml-node.ts";

export type Award = NonNullable<TenderDocument["award"]>;
type Tenderer = NonNullable<Award["tenderer"]>;

const FORM_OF_SIZE: ReadonlyMap<string | undefined, Tenderer["legalForm"]> = new Map([
  ["micro", "verySmallEnterprise"],
  ["small", "smallMediumEnterprise"],
  ["medium", "smallMediumEnterprise"],
]);

const LONGEST_NAME = 300;

const tendererOf = (companies: readonly XmlNode[], words: Words): Tenderer | undefined => {
  const named = companies.map((company) => {
    const name = nameOf(company, words);
    const legalForm = FORM_OF_SIZE.get(company.textAt("CompanySizeCode"));
    return present({ name: name?.fr ?? name?.ar ?? name?.en, legalForm }) ?? {};
  });
  if (named.length < 2) return named[0];
  return {
    name: named
      .flatMap(({ name }) => name ?? [])
      .join(" + ")
      .slice(0, LONGEST_NAME),
    legalForm: "consortium",
  };
};

/** The tenders of the contracts that were settled, by their ids, and on which day each was decided (BT-1451). */
const settledIn = (result: XmlNode, notes: InputError[]): Map<string, string | undefined> =>
  new Map(
    result.all("SettledContract").flatMap((contract) => {
      contract.textAt("ID");
      const day = momentAt(contract, ["AwardDate", ""], notes);
      return contract.all("LotTender", "ID").map((id) => [id.text() ?? "", day] as const);
    }),
  );

/** The tenders that the results of lots name where a winner was chosen (BT-142); lots without one are told. */
const chosenIn = (result: XmlNode, notes: InputError[]): Set<string> =>
  new Set(
    result.all("LotResult").flatMap((lot) => {
      const status = lot.one("TenderResultCode");
      const code = status?.text();
      lot.textAt("ID");
      lot.textAt("TenderLot", "ID");
      for (const id of lot.all("SettledContract", "ID")) id.text();
      const named = lot.all("LotTender", "ID").map((id) => id.text() ?? "");
      if (status === undefined || code === "selec-w") return named;
      notes.push(status.note("NO_WINNER", `"${code ?? ""}": no winner was chosen for this lot`));
      return [];
    }),
  );

const idOf = (tender: XmlNode): string => tender.textAt("ID") ?? "";
const lotOf = (tender: XmlNode): string | undefined => tender.textAt("TenderLot", "ID");

/**
 * Who won a lot, of its tenders: those with a contract, else the first by rank of those chosen, else the only one
 * chosen. Of several chosen without rank or contract nobody can say.
 */
const winnersOf = (
  tenders: readonly XmlNode[],
  settled: ReadonlyMap<string, unknown>,
  chosen: ReadonlySet<string>,
): readonly XmlNode[] => {
  const contracted = tenders.filter((tender) => settled.has(idOf(tender)));
  if (contracted.length > 0) return contracted;
  const named = tenders.filter((tender) => chosen.has(idOf(tender)));
  const first = named.filter((tender) => tender.textAt("RankCode") === "1");
  if (first.length > 0) return first;
  return named.length === 1 ? named : [];
};

const awardOf = (
  tender: XmlNode,
  companies: readonly XmlNode[],
  decidedOn: string | undefined,
  words: Words,
) =>
  present({
    tenderer: tendererOf(companies, words),
    lot: lotOf(tender),
    amount: dirhamsOf(tender.one("LegalMonetaryTotal", "PayableAmount"), words.notes),
    decidedOn,
  }) ?? {};

/**
 * The winners of a result notice, one award a tender and lot. A notice need not name every tender: what else was
 * offered is unknown, so that there is no list of offers, and a tender that is not told to have won is a note.
 */
export const awardsOf = (
  notice: XmlNode,
  organisations: Organisations,
  words: Words,
): Award[] | undefined => {
  const { notes } = words;
  const result = notice.one(...EXTENSION, "NoticeResult");
  if (result === undefined) return undefined;
  const parties = new Map(result.all("TenderingParty").map((party) => [party.textAt("ID") ?? "", party]));
  const settled = settledIn(result, notes);
  const chosen = chosenIn(result, notes);
  const tenders = result.all("LotTender");
  const winners = new Set(
    [...new Set(tenders.map(lotOf))].flatMap((lot) =>
      winnersOf(
        tenders.filter((tender) => lotOf(tender) === lot),
        settled,
        chosen,
      ),
    ),
  );
  return tenders.flatMap((tender) => {
    if (!winners.has(tender)) {
      const told = "is not told to have won; offers are kept only where all of them are known";
      notes.push(tender.note("NO_WINNER", told));
      return [];
    }
    const party = parties.get(tender.textAt("TenderingParty", "ID") ?? "");
    const members = (party?.all("Tenderer", "ID") ?? []).flatMap(
      (each) => organisations.get(each.text() ?? "") ?? [],
    );
    return [awardOf(tender, members, settled.get(idOf(tender)), words)];
  });
};
