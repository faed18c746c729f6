import { expect } from "chai";
import * as fc from "fast-check";
import { type Document, documents, UNCLEAR } from "../support/arbitrary-tender.ts";
import { judged, missingOf, RUNS } from "../support/judged-document.ts";

/** Facts that are given and yet say nothing, or contradict another: these may be asked for again. */
const SILENT: readonly (readonly [place: RegExp, silence: (value: unknown) => boolean])[] = [
  [/(?:notice|rules)Text$/, (value) => value === UNCLEAR],
  [/\/estimate$/, (value) => (value as Document)["amount"] === 0],
  [/\/legalForm$/, (value) => value === "unknown" || value === "consortium"],
  [/\/admitted$/, (value) => value === false],
  [/^\/offers$|\/offerId$/, () => true],
];

/** What a document holds at a pointer. */
const told = (document: Document, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((node, part) => (node as Document | undefined)?.[part], document);

const saysNothing = (pointer: string, value: unknown): boolean =>
  SILENT.some(([place, silence]) => place.test(pointer) && silence(value));

describe("a question", () => {
  it("is never of what was told, unless that says nothing", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const again = missingOf(judged(document)).filter((pointer) => {
          const value = told(document, pointer);
          return value !== undefined && !saysNothing(pointer, value);
        });
        expect(again).to.deep.equal([]);
      }),
      RUNS,
    );
  });
});
