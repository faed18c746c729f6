import { expect } from "chai";
import type { Words } from "../src/domain/rulebook.ts";
import { rulebook } from "./support/fixtures.ts";

type Named = readonly [name: string, words: Words];

const named = (prefix: string, words: Readonly<Record<string, Words>>): readonly Named[] =>
  Object.entries(words).map(([key, each]) => [`${prefix} ${key}`, each]);

const { common } = rulebook;

/** Every text of the rulebook that is printed, with where it stands. */
const all: readonly Named[] = [
  ...[...rulebook.rules, ...rulebook.yearRules].flatMap(({ id, title, demand, reasons }) => [
    ...named(id, { title, demand }),
    ...named(id, reasons),
  ]),
  ...[...rulebook.parameters.values()].flatMap(({ id, title, question }) => named(id, { title, question })),
  ...rulebook.texts.flatMap(({ id, title, short }) => named(id, { title, short })),
  ...[...rulebook.remedies].map(([id, words]): Named => [id, words]),
  ...rulebook.questions.map((words): Named => [words.pointer, words]),
  ...Object.entries(common).flatMap(([kind, words]) => named(kind, words)),
];

/** The places of a text that a number of the law fills. */
const placesIn = (text: string): string => [...new Set(text.match(/\{[^{}]+\}/g) ?? [])].toSorted().join(" ");

const ARABIC = /\p{Script=Arabic}/u;

describe("the words of the rulebook", () => {
  it("are there in three languages, each in its own letters", () => {
    const wrong = all.filter(
      ([, { ar, fr, en }]) =>
        [ar, fr, en].some((text) => text.trim() === "") || !ARABIC.test(ar) || ARABIC.test(fr),
    );
    expect(wrong.map(([name]) => name)).to.deep.equal([]);
  });

  it("put the same numbers of the law into each language", () => {
    const wrong = [...rulebook.rules, ...rulebook.yearRules].flatMap(({ id, demand, reasons }) =>
      Object.entries({ demand, ...reasons })
        .filter(([, { ar, fr, en }]) => new Set([ar, fr, en].map(placesIn)).size > 1)
        .map(([key]) => `${id} ${key}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("type no number of the law: titles, demands and reasons, in figures of any script", () => {
    const CITED =
      /\{[^{}]+\}|\p{Nd}+-\p{Nd}+-\p{Nd}+|(?:art(?:icles?|s)?\.?|المواد|المادة|المادتين|and|et|و)\s*\p{Nd}+/giu;
    const wrong = [...rulebook.rules, ...rulebook.yearRules].flatMap(({ id, title, demand, reasons }) =>
      Object.entries({ title, demand, ...reasons })
        .filter(([, { ar, fr, en }]) =>
          [ar, fr, en].some((text) => /\p{Nd}/u.test(text.replaceAll(CITED, ""))),
        )
        .map(([key]) => `${id} ${key}`),
    );
    expect(wrong).to.deep.equal([]);
  });
});
