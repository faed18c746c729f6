import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { gate } from "../../src/intake/gate.ts";
import type { InputError } from "../../src/intake/input-error.ts";
import { readTender } from "../../src/intake/read-tender.ts";
import { reasons, translated } from "../../src/intake/reason-in.ts";
import { readers } from "../../src/intake/readers.ts";
import { bytesSource } from "../../src/intake/source/source.ts";
import { projectRoot } from "../../src/paths.ts";
import { malformedFiles } from "../support/malformed-ocds.ts";

const PLACES = /\{\d\}/g;
const filled = (text: string): string => text.replaceAll(PLACES, (place) => `VALUE${place.slice(1, -1)}`);
const bare = (text: string): string => text.replaceAll(/[\u2066\u2069]/g, "");
const placesIn = (text: string): readonly string[] => (text.match(PLACES) ?? []).toSorted();

const folder = join(projectRoot, "fixtures/tenders");
const names = readdirSync(folder);
const WRONG: readonly unknown[] = [
  -1,
  1.23456,
  1e15,
  "",
  "x".repeat(70_000),
  "\u0000",
  "\u202E",
  true,
  null,
  [],
  {},
];

/** A document with each of its values in turn replaced by one that is wrong. */
function* spoilt(value: unknown, put: (other: unknown) => unknown): Generator {
  for (const wrong of WRONG) yield put(wrong);
  if (typeof value !== "object" || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    const withOther = (other: unknown): unknown =>
      put(Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other });
    yield* spoilt(each, withOther);
    if (!Array.isArray(value)) yield put({ ...value, [key]: undefined, [`${key}s`]: each });
  }
}

const errorsOf = (bytes: Uint8Array): readonly InputError[] => {
  const read = readTender(bytes);
  return read.ok ? read.warnings : read.errors;
};

describe("reasons in the user's language", () => {
  it("have words in three languages, that name the same, and none hides another", () => {
    for (const { en, fr, ar } of reasons()) {
      for (const [language, text] of [
        ["fr", fr],
        ["ar", ar],
      ] as const) {
        expect(placesIn(text), text).to.deep.equal(placesIn(en));
        expect(bare(translated(filled(en), language)), en).to.equal(bare(filled(text)));
      }
      expect(translated(filled(en), "en")).to.equal(filled(en));
      expect(ar, en).to.match(/\p{Script=Arabic}/u);
    }
  });

  it("isolate among Arabic words what they name", () => {
    expect(translated('lacks "buyer"', "ar")).to.equal("ينقص \u2066buyer\u2069");
    expect(translated('lacks "buyer"', "fr")).to.equal("il manque « buyer »");
    expect(translated("what nobody foresaw", "ar")).to.equal("what nobody foresaw");
  });

  it("are known of whatever is wrong in a tender, wherever", function () {
    this.timeout(120_000);
    const said = new Set<string>();
    for (const name of names.slice(0, 6)) {
      const document: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
      for (const each of spoilt(document, (other) => other))
        for (const { message } of errorsOf(Buffer.from(JSON.stringify(each) ?? ""))) said.add(message);
    }
    for (const text of [
      "",
      "{",
      '{"a":1,"a":2}',
      '{"__proto__":1}',
      "[".repeat(200),
      "nothing",
      '{"a":1e999}',
    ])
      for (const { message } of errorsOf(Buffer.from(text))) said.add(message);
    const latin = gate(Buffer.from([0x22, 0xe9, 0x22]));
    const large = gate(Buffer.alloc(300_000, 0x20));
    for (const read of [latin, large]) if (!read.ok) said.add(read.errors[0]?.message ?? "");
    expect([...said].filter((message) => translated(message, "fr") === message)).to.deep.equal([]);
    expect(said.size).to.be.greaterThan(30);
  });

  it("are known of malformed publications", async () => {
    const said = new Set<string>();
    const read = await readers.ocds();
    for (const { bytes } of malformedFiles)
      for await (const { read: one, unmapped } of read(bytesSource("a.json", bytes)))
        for (const { message } of [...(one.ok ? one.warnings : one.errors), ...unmapped]) said.add(message);
    expect([...said].filter((message) => translated(message, "ar") === message)).to.deep.equal([]);
    expect(said.size).to.be.greaterThan(5);
  });
});
