import { expect } from "chai";
import * as fc from "fast-check";
import { callIndex } from "../../src/domain/search/index/call-index.ts";
import { highlightTokens, parseQuery } from "../../src/domain/search/query.ts";
import { tokensIn } from "../../src/domain/search/vocabulary.ts";
import { vocabulary } from "../support/search.ts";
import { foldWord } from "../../src/domain/search/words.ts";

const tokens = (text: string): readonly string[] => tokensIn(text, vocabulary).map(({ token }) => token);

/** What a query insists on. */
const wanted = (text: string): readonly string[] =>
  parseQuery(text, vocabulary, null).groups.flatMap(([first]) => first?.token ?? []);

/** Forms that are one word for the search. */
const SAME = [
  ["الإطعام", "إطعام", "والاطعام", "للإطعام", "بالإطعام", "الإِطْعَام", "الإطـعـام"],
  ["المطعمة", "مطعمه", "والمطعمة", "للمطعمة"],
  ["التعاونيات", "تعاونية", "وللتعاونيات", "بتعاونيات"],
  ["حفلات", "حفل", "الحفلات", "احتفالات"],
  ["مدارس", "المدرسة", "مدرسي"],
  ["خيام", "الخيمة", "والخيام"],
  ["وجبات", "الوجبات", "وجبة", "بالوجبات"],
  ["كراء", "الكراء", "والكراء", "لكراء"],
  ["حديقة", "الحدائق"],
  ["réception", "réceptions", "RÉCEPTION", "re\u0301ception", "rÃ©ception", "r\uFFFDception"],
  ["événement", "événements", "evenement", "Ã‰vÃ©nement"],
  ["organisation", "organiser", "organisées"],
  ["collective", "collectif", "collectives"],
  ["travaux", "travail"],
  ["plateaux", "plateau"],
  ["municipaux", "municipal", "municipale"],
  ["٢٠٢٦", "2026", "۲۰۲۶"],
];

/** Words that must not meet. */
const APART = [
  ["جماعة", "جمعية"],
  ["حفل", "حافلة"],
  ["commune", "communication"],
  ["restauration", "restaurant"],
  ["وجبات", "جبات"],
];

describe("words of the search", () => {
  for (const forms of SAME)
    it(`are one in every form: ${forms[0]}`, () => {
      for (const form of forms) expect(tokens(form), form).to.deep.equal(tokens(forms[0] ?? ""));
    });

  for (const [a = "", b = ""] of APART)
    it(`stay apart: ${a}, ${b}`, () => {
      expect(tokens(a)).not.to.deep.equal(tokens(b));
    });

  it("are letters and figures alone, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        for (const token of tokens(text)) expect(token).to.match(/^[\p{L}\p{N}]+$/u);
      }),
      { numRuns: 2000 },
    );
  });

  it("of any notice are not insisted on beside others, and are looked for when they stand alone", () => {
    expect(wanted("prestations de gardiennage")).to.deep.equal(wanted("gardiennage"));
    expect(wanted("خدمات التغذية")).to.deep.equal(wanted("التغذية"));
    expect(wanted("خدمات")).to.have.length(1);
    expect(wanted('"خدمات" التغذية')).to.have.length(2);
  });

  it("read the operators of every engine as words", () => {
    const query = parseQuery(
      'traiteur OR "pause café" NEAR( tok* -lycée & | ! :* \' ; drop table',
      vocabulary,
      null,
    );
    expect(query.groups.flat().every(({ token }) => /^[\p{L}\p{N}]+$/u.test(token))).to.equal(true);
    expect(query.without).to.deep.equal(tokens("lycée"));
  });

  it("mend a misspelt word and finish an unfinished one", () => {
    const index = callIndex();
    const facts = {
      sector: null,
      region: null,
      province: null,
      commune: null,
      procedure: null,
      reserved: null,
      estimate: null,
      smallestLot: null,
      publishedOn: null,
      deadlineDay: null,
      closesAt: null,
    };
    index.put({ number: 1, facts, title: tokens("Gardiennage des bâtiments, sonorisation"), other: [] });
    const found = (text: string) => parseQuery(text, vocabulary, index.dictionary).groups.flat();
    expect(found("gardienage")).to.deep.include({ token: tokens("gardiennage")[0] ?? "", weight: 0.5 });
    for (const misspelt of ["sonorisaton", "sonorisatoin", "sonorisattion"])
      expect(found(misspelt), misspelt).to.deep.include({
        token: tokens("sonorisation")[0] ?? "",
        weight: 0.5,
      });
    expect(found("batim")).to.deep.include({ token: tokens("bâtiments")[0] ?? "", weight: 0.5 });
  });

  it("are highlighted where they stand, with their synonyms", () => {
    const query = parseQuery("traiteur", vocabulary, null);
    const segments = highlightTokens(
      "توفير خدمات الإطعام لفائدة الضيوف",
      query.groups.flat().map(({ token }) => token),
      vocabulary,
    );
    expect(
      segments
        .filter(({ isFound }) => isFound)
        .map(({ text }) => text)
        .join(" "),
    ).to.contain("الإطعام");
    expect(segments.map(({ text }) => text).join("")).to.equal("توفير خدمات الإطعام لفائدة الضيوف");
  });

  it("are folded in time, however many letters were lost", () => {
    expect(foldWord(`r${"\uFFFD".repeat(100_000)}ception`)).to.equal(foldWord("r\uFFFDception"));
    expect(foldWord("\uFFFD".repeat(100_000))).to.equal(foldWord("\uFFFD"));
  });
});
