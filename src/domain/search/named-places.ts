import { foldText } from "../text.ts";
import type { Buyer } from "../tender.ts";
import type { Place, Territory } from "../territory.ts";

/** Places by the name of their authority: "Commune de Dakhla", "المجلس الإقليمي للسمارة". */
export interface NamedPlaces {
  /** null when no place, or more than one, has the name. */
  readonly ofBuyer: (buyer: Buyer) => Place | null;
}

// Folded words before the name, and the article or preposition that joins them.
const AUTHORITY =
  /^(?:(?:commune|ville|municipalite|arrondissement|province|prefecture|region|conseil (?:communal|provincial|prefectoral|regional|de la region)|جماعه|مدينه|مقاطعه|اقليم|عماله|جهه|المجلس الاقليمي|المجلس الجماعي|مجلس الجماعه|مجلس جماعه|مجلس العماله|مجلس جهه|مجلس)(?: (?:urbaine|rurale|territoriale|الترابيه))? )?(?:(?:de la|de l|de|du|des|d|la|le|l) )?/;

const bare = (name: string): string =>
  foldText(name)
    .replace(AUTHORITY, "")
    .replace(/^ل(?:ل|(?=\S{4}))/, "");
const bareArabic = (name: string): string => name.replace(/^ال/, "");
const keyOf = (name: string): string => bareArabic(bare(name));

const KINDS: Readonly<Partial<Record<NonNullable<Buyer["kind"]>, readonly Place["kind"][]>>> = {
  commune: ["commune"],
  arrondissement: ["arrondissement"],
  province: ["province", "prefecture"],
  prefecture: ["province", "prefecture"],
  region: ["region"],
};

/** Looks places up by the names of buyers. */
export const namedPlaces = ({ places }: Territory): NamedPlaces => {
  const byKey = new Map<string, Place[]>();
  for (const place of places)
    for (const key of new Set(Object.values(place.name).map(keyOf)))
      byKey.set(key, [...(byKey.get(key) ?? []), place]);
  const ofName = (name: string, kinds: readonly Place["kind"][] | undefined): Place | null => {
    const found = (byKey.get(keyOf(name)) ?? []).filter(
      ({ kind }) => kinds?.includes(kind) ?? kind !== "region",
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  return {
    ofBuyer: ({ name, kind }) => {
      const kinds = kind === undefined ? undefined : KINDS[kind];
      const found = Object.values(name).flatMap((each) => ofName(each, kinds) ?? []);
      const [first] = found;
      return first !== undefined && found.every(({ code }) => code === first.code) ? first : null;
    },
  };
};
