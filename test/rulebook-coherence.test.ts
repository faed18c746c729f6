import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../src/paths.ts";
import { loadRulebook } from "../src/rulebook/load-rulebook.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

type Edit = readonly [what: string, file: string, from: string, to: string, problem: string];

const EDITS: readonly Edit[] = [
  [
    "a gap between two values",
    "parameters/purchase-order-ceiling.json",
    '"until": "2023-09-01"',
    '"until": "2023-08-01"',
    "/values/0/until must be 2023-09-01, where the next value begins",
  ],
  [
    "a value that ends before it begins",
    "parameters/offer-validity-days.json",
    '"from": "2023-09-01"',
    '"from": "2023-09-01", "until": "2023-09-01"',
    "/values/1/until must be later than 2023-09-01",
  ],
  [
    "a number that no file holds",
    "rules/publication-period.json",
    '"publication-days-open"',
    '"publication-days-opne"',
    "publication-days-opne",
  ],
  [
    "a remedy that no file holds",
    "rules/tie-break-preference.json",
    '"remedy": "tie-break"',
    '"remedy": "tie-breaker"',
    "tie-breaker",
  ],
  [
    "a text that no file holds, cited by a rule",
    "rules/tie-break-preference.json",
    '"text": "decret-2-22-431"',
    '"text": "decret-2-22-432"',
    "decret-2-22-432",
  ],
  [
    "a text that no file holds, cited by a number",
    "parameters/reserve-share.json",
    '"text": "decret-2-22-431"',
    '"text": "decret-2-22-432"',
    "decret-2-22-432",
  ],
  [
    "an id that is not the file's name",
    "parameters/reserve-share.json",
    '"id": "reserve-share"',
    '"id": "reserve-shar"',
    "/id must be the file's name",
  ],
  [
    "a holiday that no year has",
    "calendar/holidays.json",
    '"monthDay": "01-11"',
    '"monthDay": "13-11"',
    "/fixed/1/monthDay",
  ],
  [
    "a feast on a day that the calendar lacks",
    "calendar/holidays.json",
    '"firstDay": "2024-04-10"',
    '"firstDay": "2024-02-30"',
    "/religious/0/observed/1/firstDay",
  ],
];

describe("a rulebook whose files do not fit", () => {
  const folder = temporaryFolder();
  const directory = join(folder.path, "rulebook");
  before(() => cpSync(join(projectRoot, "rulebook"), directory, { recursive: true }));
  after(() => folder.remove());

  for (const [what, file, from, to, problem] of EDITS)
    it(`is refused: ${what}`, () => {
      const path = join(directory, file);
      const text = readFileSync(path, "utf8");
      writeFileSync(path, text.replace(from, to));
      expect(() => loadRulebook(directory))
        .to.throw("RULEBOOK_INVALID")
        .with.nested.property("details.problem")
        .that.includes(problem);
      writeFileSync(path, text);
    });

  it("is refused without its calendar", () => {
    rmSync(join(directory, "calendar/holidays.json"));
    expect(() => loadRulebook(directory)).to.throw("RULEBOOK_INVALID");
  });
});
