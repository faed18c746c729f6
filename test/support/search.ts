import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NO_FILTER, type Search } from "../../src/domain/search/call.ts";
import { type ProjectCall, projectCalls } from "../../src/domain/search/call-of.ts";
import { compileVocabulary, type VocabularyFile } from "../../src/domain/search/vocabulary.ts";
import { projectRoot } from "../../src/paths.ts";
import { loadTerritory } from "../../src/territory/load-territory.ts";
import { rulebook } from "./fixtures.ts";

/** The vocabulary of this checkout, as data and ready. */
export const vocabularyFile = JSON.parse(
  readFileSync(join(projectRoot, "vocabulary/search.json"), "utf8"),
) as VocabularyFile;
export const vocabulary = compileVocabulary(vocabularyFile);

/** The territory of this checkout. */
export const territory = loadTerritory(projectRoot);

/** Reads tenders for the search as the service does. */
export const project: ProjectCall = projectCalls(rulebook, territory, vocabulary);

/** A search with defaults: every call, by relevance, the first 20. */
export const searchFor = (text: string, change: Partial<Search> = {}): Search => ({
  text,
  filter: NO_FILTER,
  sort: "relevance",
  scope: "all",
  limit: 20,
  after: null,
  ...change,
});
