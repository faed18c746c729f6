import type { Language } from "../../domain/tender.ts";
import { SCALE_OF_FORM, SCHEME } from "../../intake/ocds/codes.ts";
import type { TenderDocument } from "../../intake/schema/tender-schema.ts";
import { compact, type Json, wordsOf } from "./parts.ts";

type Tenderer = NonNullable<NonNullable<TenderDocument["offers"]>[number]["tenderer"]>;
type Role = "tenderer" | "supplier";

const BUYER = "buyer";

const classified = (scheme: string, id: string | undefined): readonly Json[] | undefined =>
  id === undefined ? undefined : [{ scheme, id }];

const buyerParty = ({ name, kind, code, codeYear }: TenderDocument["buyer"], main: Language): Json => {
  const scheme = codeYear === undefined ? SCHEME.territory : `${SCHEME.territory}-${codeYear}`;
  const details = compact({ classifications: classified(SCHEME.buyerKind, kind) });
  return {
    id: BUYER,
    ...wordsOf("name", name, main),
    ...compact({ identifier: code === undefined ? undefined : { scheme, id: code }, details }),
    roles: ["buyer", "procuringEntity"],
  };
};

const tendererParty = (
  id: string,
  { name, legalForm, ice, foreign }: Tenderer,
  roles: readonly Role[],
): Json => ({
  id,
  ...compact({
    name,
    identifier: ice === undefined ? undefined : { scheme: SCHEME.ice, id: ice },
    details: compact({
      classifications: classified(SCHEME.legalForm, legalForm),
      scale: legalForm === undefined ? undefined : SCALE_OF_FORM[legalForm],
      isForeign: foreign,
    }),
  }),
  roles,
});

/** The organisations of a process; the same tenderer is one party, in all the parts that it plays. */
export const partiesOf = (document: TenderDocument, main: Language) => {
  const known = new Map<
    string,
    { readonly id: string; readonly tenderer: Tenderer; readonly roles: Set<Role> }
  >();
  const { buyer } = document;
  return {
    buyer: (): Json => ({ id: BUYER, ...compact({ name: buyer.name[main] }) }),
    /** References to a tenderer, none when nothing is known of one. */
    refer: (tenderer: Tenderer | undefined, role: Role): readonly Json[] | undefined => {
      if (tenderer === undefined || Object.keys(tenderer).length === 0) return undefined;
      const { name: called, legalForm, ice, foreign } = tenderer;
      const key = JSON.stringify([called, legalForm, ice, foreign]);
      const party = known.get(key) ?? { id: `tenderer-${known.size + 1}`, tenderer, roles: new Set<Role>() };
      known.set(key, party);
      party.roles.add(role);
      const name = tenderer.name === "" ? undefined : tenderer.name;
      return [{ id: party.id, ...compact({ name }) }];
    },
    all: (): readonly Json[] => [
      buyerParty(buyer, main),
      ...[...known.values()].map(({ id, tenderer, roles }) => tendererParty(id, tenderer, [...roles])),
    ],
  };
};

export type Parties = ReturnType<typeof partiesOf>;
