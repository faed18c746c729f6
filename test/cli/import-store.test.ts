import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { awlawiyaWith } from "../support/awlawiya.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SHEET = [
  "Référence;Objet;Acheteur;Date d'ouverture",
  "1/2026;Fête;Commune;12/03/2026",
  "2/2026;Fête;Commune;31/02/2026",
].join("\n");

describe("awlawiya import --store", () => {
  const temporary = temporaryFolder();
  after(() => temporary.remove());
  const at = (name: string): string => join(temporary.path, name);
  const run = (...args: readonly string[]) =>
    awlawiyaWith(
      { DATABASE_URL: `sqlite:${at("a.sqlite")}`, LOG_KEY_FILE: at("key") },
      "import",
      ...args,
      "--lang",
      "fr",
    );

  it("keeps what can be read, tells the rest with its reason, and keeps nothing twice", async () => {
    writeFileSync(at("year.csv"), SHEET);
    const first = await run(at("year.csv"), "--store", "--problems", at("problems.csv"));
    expect([first.code, first.out]).to.deep.equal([1, ""]);
    expect(first.err).to.match(/tâche \w{26} ; interrompue, elle reprend par/);
    expect(first.err).to.match(/problem: \S+year\.csv: ligne 3: \/openingAt .*n'existe pas au calendrier/);
    expect(first.err).to.include("terminée : 1 enregistrés, 0 remplacés, 0 inchangés, 1 refusés");
    expect(readFileSync(at("problems.csv"), "utf8")).to.match(/^\uFEFF"Ligne".*\r?\n3,.*31\/02\/2026/);
    const again = await run(at("year.csv"), "--store");
    expect(again.err).to.include("terminée : 0 enregistrés, 0 remplacés, 1 inchangés, 1 refusés");
  });

  it("ends with 2 when nothing can be kept, or what is asked for cannot be", async () => {
    writeFileSync(at("bad.jsonl"), '{"reference":1}\n');
    for (const [asked, said] of [
      [[at("bad.jsonl"), "--store"], "0 enregistrés"],
      [[at("bad.jsonl"), "--store", "--problems", at("none/p.csv")], "none/p.csv"],
      [[at("bad.jsonl"), "--store", "--save-profile", at("p.json")], "cannot be used with"],
      [["--resume", "01M8DAY97NDS9FMMFNV4H0HCCQ"], "aucune tâche de ce numéro"],
    ] as const) {
      const { code, err } = await run(...asked);
      expect([code, err]).to.deep.equal([2, err]);
      expect(err).to.include(said);
    }
  });
});
