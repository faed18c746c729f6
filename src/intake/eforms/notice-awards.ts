import type { InputError } from "../input-error.ts";
import { present } from "../ocds/native/fields.ts";
import type { TenderDocument } from "../schema/tender-schema.ts";
import { momentAt } from "./notice-lots.ts";
import { wordsAt } from "./notice-words.ts";
import type { XmlNode } from "./xml-node.ts";

type Award = NonNullable<TenderDocument["award"]>;
type Tenderer = NonNullable<Award["tenderer"]>;

const EXTENSION = ["UBLExtensions", "UBLExtension", "ExtensionContent", "EformsExtension"] as const;

const FORM_OF_SIZE: Readonly<Record<string, Tenderer["legalForm"]>> = {
  micro: "verySmallEnterprise",
  small: "smallMediumEnterprise",
  medium: "smallMediumEnterprise",
};

/** The organisations of a notice, by their technical ids. */
export const organisationsOf = (notice: XmlNode): ReadonlyMap<string, XmlNode> =>
  new Map(
    notice.all(...EXTENSION, "Organizations", "Organization", "Company").flatMap((company) => {
      const id = company.textAt("PartyIdentification", "ID");
      return id === undefined ? [] : [[id, company] as const];
    }),
  );

export const nameOf = (company: XmlNode | undefined, language: string) =>
  wordsAt(company?.all("PartyName", "Name") ?? [], language, 300);

const tendererOf = (companies: readonly XmlNode[], language: string): Tenderer | undefined => {
  const named = companies.map((company) => {
    const name = nameOf(company, language);
    const size = company.textAt("CompanySizeCode");
    const legalForm = size === undefined ? undefined : FORM_OF_SIZE[size];
    return present({ name: name?.fr ?? name?.ar ?? name?.en, legalForm }) ?? {};
  });
  if (named.length < 2) return named[0];
  return {
    name: named
      .flatMap(({ name }) => name ?? [])
      .join(" + ")
      .slice(0, 300),
    legalForm: "consortium",
  };
};

/**
 * The winners of a result notice, one award a tender and lot. A notice names the winning tenders alone: what was
 * offered beside them is unknown, so that there is no list of offers.
 */
export const awardsOf = (
  notice: XmlNode,
  organisations: ReadonlyMap<string, XmlNode>,
  language: string,
  notes: InputError[],
): Award[] | undefined => {
  const result = notice.one(...EXTENSION, "NoticeResult");
  if (result === undefined) return undefined;
  const parties = new Map(result.all("TenderingParty").map((party) => [party.textAt("ID") ?? "", party]));
  const decided = new Map(
    result.all("SettledContract").flatMap((contract) => {
      const day = momentAt(contract, ["AwardDate", ""]);
      return contract.all("LotTender", "ID").map((id) => [id.text() ?? "", day] as const);
    }),
  );
  return result.all("LotTender").map((tender) => {
    const party = parties.get(tender.textAt("TenderingParty", "ID") ?? "");
    const companies = (party?.all("Tenderer", "ID") ?? []).flatMap(
      (id) => organisations.get(id.text() ?? "") ?? [],
    );
    const amount = tender.one("LegalMonetaryTotal", "PayableAmount");
    const currency = amount?.attribute("currencyID");
    if (amount !== undefined && currency !== "MAD")
      notes.push(
        amount.note("CURRENCY", `is in ${currency ?? "no stated currency"}; the format counts in dirhams`),
      );
    const read = present({
      tenderer: tendererOf(companies, language),
      lot: tender.textAt("TenderLot", "ID"),
      amount: currency === "MAD" ? Number(amount?.text()) : undefined,
      decidedOn: decided.get(tender.textAt("ID") ?? ""),
    });
    return read ?? {};
  });
};
