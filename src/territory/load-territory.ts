import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Place, type Territory, territoryOf } from "../domain/territory.ts";

/** Reads the list of places committed with the product. */
export const loadTerritory = (root: string): Territory =>
  territoryOf(JSON.parse(readFileSync(join(root, "territory/places.json"), "utf8")) as readonly Place[]);
