import { expect } from "chai";
import { compileLexicon } from "../../src/domain/classify.ts";
import { DomainError } from "../../src/domain/errors.ts";
import { lexiconFiles } from "./classify-lexicon.ts";

const sector = (strong: readonly string[], weak: readonly string[]) => ({
  id: "events",
  kind: "sector",
  strong: { fr: strong },
  things: {},
  fixtures: {},
  places: {},
  weak: { fr: weak },
  neutral: {},
  falseFriends: [],
});

describe("compileLexicon", () => {
  it("accepts the lexicon of the rulebook", () => {
    expect(() => compileLexicon(lexiconFiles())).not.to.throw();
  });

  const refused: Readonly<Record<string, unknown>> = {
    "a file without id": {},
    "an unknown kind": { id: "events", kind: "poem" },
    "an unknown sector": { ...sector([], []), id: "sports" },
    "a missing field": { ...sector([], []), weak: undefined },
    "an unknown act": { id: "acts", kind: "acts", acts: { dream: {} } },
    "a phrase without a word": sector(["…"], []),
    "a phrase with two meanings": sector(["tente"], ["Tentes"]),
  };
  for (const [name, file] of Object.entries(refused))
    it(`refuses ${name}`, () => {
      expect(() => compileLexicon([file]))
        .to.throw(DomainError)
        .with.property("code", "RULEBOOK_INVALID");
    });
});
