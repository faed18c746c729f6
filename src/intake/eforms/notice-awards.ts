import type { InputError } from "../input-error.ts";
import { present } from "../ocds/native/fields.ts";
import type { TenderDocument } from "../schema/tender-schema.ts";
import { dirhamsOf, momentAt } from "./notice-values.ts";
import { EXTENSION, nameOf, type Organisations } from "./notice-organisations.ts";
import type { Words } from "./notice-words.ts";
import type { XmlNode } from "./xml-node.ts";

export type Award = NonNullable<TenderDocument["award"]>;
type Tenderer = NonNullable<Award["tenderer"]>;

const FORM_OF_SIZE: Readonly<Record<string, Tenderer["legalForm"]>> = {
  micro: "verySmallEnterprise",
  small: "smallMediumEnterprise",
  medium: "smallMediumEnterprise",
};

const LONGEST_NAME = 300;

const tendererOf = (companies: readonly XmlNode[], words: Words): Tenderer | undefined => {
  const named = companies.map((company) => {
    const name = nameOf(company, words);
    const size = company.textAt("CompanySizeCode");
    const legalForm = size === undefined ? undefined : FORM_OF_SIZE[size];
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
const chosenIn = (result: XmlNode, notes: InputError[]): Map<string, undefined> =>
  new Map(
    result.all("LotResult").flatMap((lot) => {
      const status = lot.one("TenderResultCode");
      const code = status?.text();
      lot.textAt("ID");
      lot.textAt("TenderLot", "ID");
      for (const id of lot.all("SettledContract", "ID")) id.text();
      const named = lot.all("LotTender", "ID").map((id) => [id.text() ?? "", undefined] as const);
      if (status === undefined || code === "selec-w") return named;
      notes.push(status.note("NO_WINNER", `"${code ?? ""}": no winner was chosen for this lot`));
      return [];
    }),
  );

/** In a contest several are ranked: only the first of them won, where no contract says so itself. */
const isFirst = (tender: XmlNode): boolean => ["1", undefined].includes(tender.textAt("RankCode"));

const awardOf = (
  tender: XmlNode,
  companies: readonly XmlNode[],
  decidedOn: string | undefined,
  words: Words,
) =>
  present({
    tenderer: tendererOf(companies, words),
    lot: tender.textAt("TenderLot", "ID"),
    amount: dirhamsOf(tender.one("LegalMonetaryTotal", "PayableAmount"), words.notes),
    decidedOn,
  }) ?? {};

/**
 * The winners of a result notice, one award a tender and lot. A notice need not name every tender: what else was
 * offered is unknown, so that there is no list of offers, and a tender that did not win is told.
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
  return result.all("LotTender").flatMap((tender) => {
    const id = tender.textAt("ID") ?? "";
    const won = settled.size > 0 ? settled.has(id) : chosen.has(id) && isFirst(tender);
    if (!won) {
      notes.push(tender.note("NO_WINNER", "did not win; offers are kept only where all of them are known"));
      return [];
    }
    const party = parties.get(tender.textAt("TenderingParty", "ID") ?? "");
    const members = (party?.all("Tenderer", "ID") ?? []).flatMap(
      (each) => organisations.get(each.text() ?? "") ?? [],
    );
    return [awardOf(tender, members, settled.get(id), words)];
  });
};
