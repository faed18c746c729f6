import { expect } from "chai";
import { readCategory, readSector } from "../../../src/intake/printed/labels/contract.ts";
import { readBuyerKind, readLegalForm } from "../../../src/intake/printed/labels/party.ts";
import { readProcedure } from "../../../src/intake/printed/labels/procedure.ts";
import { readIce } from "../../../src/intake/printed/read-ice.ts";
import { readShare, readWhole, readYearNumber } from "../../../src/intake/printed/read-number.ts";
import { readYesNo } from "../../../src/intake/printed/read-yes-no.ts";

const valueOf = (read: { ok: boolean; value?: unknown; problem?: unknown }): unknown =>
  read.ok ? read.value : read.problem;

const TABLE: readonly (readonly [what: string, read: unknown, value: unknown])[] = [
  ["a procedure with its form of price", readProcedure("Appel d'offres ouvert | Sur offre de prix"), "open"],
  ["a longer label before a shorter", readProcedure("Appel d’offres ouvert simplifié"), "simplifiedOpen"],
  ["an acronym", readProcedure("AOO"), "open"],
  ["a purchase order in Arabic", readProcedure("سند الطلب"), "purchaseOrder"],
  ["vowel marks", readProcedure("طَلَبُ عُرُوضٍ مَفْتُوح"), "open"],
  ["the format's own value", readProcedure("negotiated"), "negotiated"],
  ["a procedure that is none", readProcedure("Loterie"), "LABEL_UNKNOWN"],
  ["a category", readCategory("Services"), "services"],
  ["a category in Arabic", readCategory("خدمات"), "services"],
  ["a sector", readSector("Restauration"), "catering"],
  ["a union before a cooperative", readLegalForm("Union de coopératives agricoles"), "cooperativeUnion"],
  ["a cooperative in Arabic", readLegalForm("تعاونية"), "cooperative"],
  ["a limited company", readLegalForm("S.A.R.L"), "company"],
  ["a borough", readBuyerKind("Arrondissement"), "arrondissement"],
  ["a grouping before a commune", readBuyerKind("Groupement de communes"), "grouping"],
  ["an ICE in groups", readIce("001 512 345 000 078"), "001512345000078"],
  ["an ICE that lost its zeros", readIce(1512345000078), "ICE_EXPECTED"],
  ["an ICE that is too short", readIce("12345"), "ICE_EXPECTED"],
  ["yes in Arabic", readYesNo("نعم"), true],
  ["a cross", readYesNo("X"), true],
  ["no", readYesNo("Non"), false],
  ["neither", readYesNo("peut-être"), "YES_NO_EXPECTED"],
  ["days", readWhole("60 jours"), 60],
  ["Arabic days", readWhole("٢١ يوما"), 21],
  ["half a day", readWhole("1,5"), "WHOLE_EXPECTED"],
  ["per cent", readShare("10 %"), 0.1],
  ["per cent with a comma", readShare("2,5%"), 0.025],
  ["a share", readShare("0.1"), 0.1],
  ["a bare 20", readShare(20), 0.2],
  ["a bare 1", readShare(1), "SHARE_EXPECTED"],
  ["more than all", readShare("120 %"), "SHARE_EXPECTED"],
  ["a year", readYearNumber("Exercice 2026"), 2026],
  ["no year", readYearNumber("26"), "YEAR_EXPECTED"],
];

describe("a printed label or number", () => {
  for (const [what, read, value] of TABLE)
    it(`is read or refused: ${what}`, () => {
      expect(valueOf(read as { ok: boolean })).to.equal(value);
    });
});
