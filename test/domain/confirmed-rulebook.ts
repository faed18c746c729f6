import type { Rulebook } from "../../src/domain/rulebook.ts";

/** The rulebook once a jurist has read those numbers in the Bulletin officiel. */
export const confirmedRulebook = (rulebook: Rulebook, ids: readonly string[]): Rulebook => ({
  ...rulebook,
  parameters: new Map(
    [...rulebook.parameters].map(([id, parameter]) => [
      id,
      ids.includes(id)
        ? { ...parameter, values: parameter.values.map((value) => ({ ...value, grade: "T" as const })) }
        : parameter,
    ]),
  ),
});
