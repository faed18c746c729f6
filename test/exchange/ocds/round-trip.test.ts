import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as fc from "fast-check";
import { ocdsProcess } from "../../../bench/batch/corpus.ts";
import { releasePackage } from "../../../src/exchange/ocds/package.ts";
import { type Published, releaseOf } from "../../../src/exchange/ocds/release.ts";
import { compileReleases, type Release } from "../../../src/intake/ocds/merge-releases.ts";
import { toTender } from "../../../src/intake/ocds/native/to-tender.ts";
import { ocdsRules } from "../../../src/intake/ocds/ocds-validator.ts";
import { readOcdsFile } from "../../../src/intake/ocds/read-ocds.ts";
import { EXTENSIONS } from "../../../src/intake/ocds/schema-files.ts";
import { acceptTender } from "../../../src/intake/read-tender.ts";
import type { TenderDocument } from "../../../src/intake/schema/tender-schema.ts";
import { bytesSource } from "../../../src/intake/source/source.ts";
import { projectRoot } from "../../../src/paths.ts";
import { checkTender } from "../../../src/usecases/check-tender.ts";
import { documents } from "../../support/arbitrary-tender.ts";
import { collect } from "../../support/collect.ts";
import { rulebook } from "../../support/fixtures.ts";
import { plainDocument } from "../../support/plain-document.ts";

const hash = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");
const options = { ocidPrefix: "ocds-fictif", date: "2026-04-01T00:00:00Z", hash };
const rules = ocdsRules("1.1", EXTENSIONS);
const check = checkTender(() => rulebook, hash);

const fixtures = (folder: string): readonly string[] =>
  readdirSync(join(projectRoot, "fixtures", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));

const read = (path: string) =>
  acceptTender(JSON.parse(readFileSync(join(projectRoot, "fixtures", path), "utf8")));

const back = (release: unknown) => {
  const compiled = compileReleases([release as Release], rules.merge);
  const { read: tender, unmapped } = toTender(compiled, [release as Release]);
  if (!tender.ok) throw new Error(JSON.stringify(tender.errors));
  return { document: tender.document, unmapped };
};

/** What comes back, without the identifier that publication gave it when it had none. */
const returned = (document: TenderDocument): TenderDocument => {
  const { ocid, ...rest } = back(releaseOf({ document, assessment: null }, options)).document;
  return document.ocid === undefined || document.ocid === ""
    ? rest
    : { ...rest, ...(ocid === undefined ? {} : { ocid }) };
};

const paths = [...fixtures("tenders"), ...fixtures("rules")].filter((path) => read(path).ok);

describe("a tender published as OCDS", () => {
  for (const path of fixtures("tenders"))
    it(`is valid 1.1.5 with the profile, findings and all: ${path}`, () => {
      const tender = read(path);
      if (!tender.ok) throw new Error(path);
      const release = releaseOf({ document: tender.document, assessment: check(tender, null) }, options);
      expect(rules.release(release)).to.deep.equal([]);
      expect(ocdsRules("1.1", []).release(release)).to.deep.equal([]);
    });

  it("is valid and comes back the same, whatever the rule it is a fixture of", () => {
    expect(paths.length).to.be.greaterThan(200);
    for (const path of paths) {
      const tender = read(path);
      if (!tender.ok) continue;
      const release = releaseOf({ document: tender.document, assessment: null }, options);
      expect(rules.release(release), path).to.deep.equal([]);
      expect(back(release).unmapped, path).to.deep.equal([]);
      expect(plainDocument(returned(tender.document)), path).to.deep.equal(plainDocument(tender.document));
    }
  });

  it("is valid and comes back the same, whatever it says", () => {
    fc.assert(
      fc.property(documents, (value) => {
        const document = value as TenderDocument;
        expect(rules.release(releaseOf({ document, assessment: null }, options))).to.deep.equal([]);
        expect(plainDocument(returned(document))).to.deep.equal(plainDocument(document));
      }),
      { numRuns: 300, seed: 20261125 },
    );
  });

  it("says the same each time, and what was read from OCDS is published as it was read", () => {
    for (let number = 0; number < 100; number += 1) {
      const { document } = back(ocdsProcess(number));
      const release = releaseOf({ document, assessment: null }, options);
      expect(releaseOf({ document, assessment: null }, options)).to.deep.equal(release);
      const again = back(release).document;
      expect(again).to.deep.equal(document);
      expect(releaseOf({ document: again, assessment: null }, options)).to.deep.equal(release);
    }
  });
});

const published = async function* published(): AsyncGenerator<Published> {
  for (const path of fixtures("tenders")) {
    const tender = read(path);
    if (tender.ok) yield { document: tender.document, assessment: check(tender, null) };
  }
};

describe("a package of tenders", () => {
  it("is read back, each tender as it was", async () => {
    const pieces = await collect(
      releasePackage(published(), {
        ...options,
        uri: "https://example.org/export",
        publisher: "Commune fictive",
        profile: "https://example.org/ocds/cooperative-priority/extension.json",
      }),
    );
    const imported = await collect(readOcdsFile(bytesSource("export", Buffer.from(pieces.join("")))));
    expect(imported.every((each) => each.read.ok && each.unmapped.length === 0)).to.equal(true);
    expect(imported.length).to.equal(fixtures("tenders").length);
  });
});
