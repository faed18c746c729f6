import type { LocalText } from "../../domain/tender.ts";
import { type Words, wordsAt } from "./notice-words.ts";
import type { XmlNode } from "./xml-node.ts";

/** Where eForms keeps what UBL has no element for. */
export const EXTENSION = ["UBLExtensions", "UBLExtension", "ExtensionContent", "EformsExtension"] as const;

export type Organisations = ReadonlyMap<string, XmlNode>;

/** The organisations of a notice and their touch points, either of which may be the buyer, by their technical ids. */
export const organisationsOf = (notice: XmlNode): Organisations =>
  new Map(
    notice
      .all(...EXTENSION, "Organizations", "Organization")
      .flatMap((organisation) => [...organisation.all("Company"), ...organisation.all("TouchPoint")])
      .flatMap((party) => {
        const id = party.textAt("PartyIdentification", "ID");
        return id === undefined ? [] : [[id, party] as const];
      }),
  );

export const nameOf = (party: XmlNode | undefined, words: Words): LocalText | undefined =>
  wordsAt(party?.all("PartyName", "Name") ?? [], words, 300);
