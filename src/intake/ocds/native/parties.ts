import type { LegalForm, LocalText } from "../../../domain/tender.ts";
import type { TenderDocument } from "../../schema/tender-schema.ts";
import { BUYER_KIND, FORM_OF_SCALE, LEGAL_FORM, SCHEME } from "../codes.ts";
import { type Fields, present } from "./fields.ts";
import { type Spoken, wordsIn } from "./words.ts";

type Buyer = TenderDocument["buyer"];
type BuyerKind = NonNullable<Buyer["kind"]>;
export type Tenderer = NonNullable<NonNullable<TenderDocument["offers"]>[number]["tenderer"]>;

/** What is said of an organisation, whichever part it plays. */
interface Organisation {
  readonly name: LocalText | undefined;
  readonly kind: BuyerKind | undefined;
  readonly code: string | undefined;
  readonly codeYear: number | undefined;
  readonly tenderer: Tenderer;
}

const ICE = /^\d{15}$/;
const TERRITORY = new RegExp(`^${SCHEME.territory}(?:-(\\d{4}))?$`);

const identifiersOf = (fields: Fields): readonly Fields[] => {
  const main = fields.object("identifier");
  return [...(main === undefined ? [] : [main]), ...(fields.objects("additionalIdentifiers") ?? [])];
};

/** ICE and territory from the identifiers; any other scheme is noted. */
const identify = (fields: Fields) => {
  const found: { ice?: string; code?: string; codeYear?: number } = {};
  for (const identifier of identifiersOf(fields)) {
    const scheme = identifier.text("scheme") ?? "";
    const id = identifier.text("id", 40);
    const [territory, year] = TERRITORY.exec(scheme) ?? [];
    if (id === undefined) continue;
    if (scheme === SCHEME.ice && ICE.test(id)) found.ice = id;
    else if (territory !== undefined) {
      found.code = id;
      if (year !== undefined) found.codeYear = Number(year);
    } else identifier.note("", "SCHEME", "identifies by a scheme that the format does not know");
    identifier.skip("legalName", "uri");
    identifier.rest();
  }
  return found;
};

const classify = (details: Fields | undefined) => {
  const found: { legalForm?: LegalForm | undefined; kind?: BuyerKind | undefined } = {};
  for (const classification of details?.objects("classifications") ?? []) {
    const scheme = classification.text("scheme");
    if (scheme === SCHEME.legalForm) found.legalForm = classification.code("id", LEGAL_FORM);
    else if (scheme === SCHEME.buyerKind) found.kind = classification.code("id", BUYER_KIND);
    else classification.note("", "SCHEME", "classifies by a scheme that the format does not know");
  }
  // A size says less than a legal form, which the profile writes beside it.
  if (found.legalForm === undefined) found.legalForm = details?.code("scale", FORM_OF_SCALE);
  details?.skip("scale");
  return found;
};

const nameOf = (name: LocalText | undefined): string | undefined => name?.fr ?? name?.ar ?? name?.en;

const organisationOf = (fields: Fields, spoken: Spoken): Organisation => {
  fields.skip("id", "roles");
  const name = wordsIn(fields, "name", spoken, 300);
  const { ice, code, codeYear } = identify(fields);
  const details = fields.object("details");
  const { legalForm, kind } = classify(details);
  const foreign = details?.flag("isForeign");
  details?.rest();
  fields.rest();
  const tenderer = present({ name: nameOf(name), legalForm, ice, foreign }) ?? {};
  return { name, kind, code, codeYear, tenderer };
};

/** The organisations of a release; each is read once, when something first refers to it. */
export class Parties {
  readonly #parties = new Map<string, Fields>();
  readonly #read = new Map<string, Organisation>();
  readonly #spoken: Spoken;
  readonly #buyers: readonly string[];

  constructor(release: Fields, spoken: Spoken) {
    this.#spoken = spoken;
    const buyers: string[] = [];
    for (const party of release.objects("parties") ?? []) {
      const id = party.text("id") ?? "";
      this.#parties.set(id, party);
      const roles = party.raw("roles");
      if (Array.isArray(roles) && roles.includes("buyer")) buyers.push(id);
    }
    this.#buyers = buyers;
  }

  /** The party that a reference names; in 1.0 the reference says everything itself. */
  #organisation(reference: Fields): Organisation {
    const id = reference.text("id");
    const party = id === undefined ? undefined : this.#parties.get(id);
    if (id === undefined || party === undefined) return organisationOf(reference, this.#spoken);
    return this.#known(id, party);
  }

  #known(id: string, party: Fields): Organisation {
    const organisation = this.#read.get(id) ?? organisationOf(party, this.#spoken);
    this.#read.set(id, organisation);
    return organisation;
  }

  /** The buyer that is referred to, or the party whose role says so. */
  buyer(reference: Fields | undefined): Buyer | undefined {
    const [id] = this.#buyers;
    const party = id === undefined ? undefined : this.#parties.get(id);
    const found =
      reference === undefined && id !== undefined && party !== undefined
        ? this.#known(id, party)
        : reference && this.#organisation(reference);
    if (found?.name === undefined) return undefined;
    const { name, kind, code, codeYear } = found;
    return { name, ...present({ kind, code, codeYear }) };
  }

  /** Who is referred to; several together are a consortium. */
  tenderer(references: readonly Fields[] | undefined): Tenderer | undefined {
    const all = (references ?? []).map((each) => this.#organisation(each).tenderer);
    const [first] = all;
    if (all.length < 2) return first === undefined ? undefined : present(first);
    const names = all.flatMap(({ name }) => (name === undefined ? [] : [name]));
    return { name: names.join(" + ").slice(0, 300), legalForm: "consortium" };
  }

  /** Notes the parties to whom nothing refers. */
  rest(): void {
    for (const [id, party] of this.#parties)
      if (!this.#read.has(id)) party.note("", "NO_PLACE", "plays no part that the format has a place for");
  }
}
