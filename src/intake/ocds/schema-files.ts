import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../paths.ts";

/** A JSON Schema, as far as this folder looks into it. */
export interface Schema {
  readonly $ref?: string;
  readonly id?: string;
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly [keyword: string]: unknown;
}

/** Versions of the standard that are read. */
export type OcdsVersion = "1.0" | "1.1";

const FOLDER: Readonly<Record<OcdsVersion, string>> = { "1.0": "1.0.3", "1.1": "1.1.5" };

const read = (...path: readonly string[]): Schema =>
  JSON.parse(readFileSync(join(projectRoot, "profile", ...path), "utf8")) as Schema;

/** An official schema of the standard, as published. */
export const officialSchema = (
  version: OcdsVersion,
  name: "release" | "release-package" | "record-package" | "versioned-release-validation",
): Schema => read("ocds", FOLDER[version], `${name}-schema.json`);

/** Extensions whose schemas are in `profile/extensions`: what a declared address ends with → the folder. */
export const EXTENSIONS = [
  "ocds_legalBasis_extension",
  "ocds_lots_extension",
  "ocds_organizationClassification_extension",
  "ocds_otherRequirements_extension",
  "ocds_partyDetails_scale_extension",
  "ocds_selectionCriteria_extension",
  "ocds_submissionTerms_extension",
  "ocds_suitability_extension",
  "ocds_sustainability_extension",
  "ocds_techniques_extension",
  "cooperative-priority",
] as const;

export type Extension = (typeof EXTENSIONS)[number];

/** The patch that an extension makes to the release schema. */
export const extensionSchema = (name: Extension): Schema => read("extensions", name, "release-schema.json");

/** Those of the addresses that a package declares whose schemas are known, sorted, each once. */
export const knownExtensions = (addresses: readonly string[]): readonly Extension[] =>
  EXTENSIONS.filter((name) => addresses.some((address) => address.split(/[/:]/).includes(name)));
