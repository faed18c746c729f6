import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { DomainError } from "../../src/domain/errors.ts";
import { projectRoot } from "../../src/paths.ts";
import { uploadReader } from "../../src/uploads/upload-reader.ts";

const tender = readFileSync(join(projectRoot, "fixtures/tenders/road-works.json"), "utf8");
const fileOf = (name: string, text: string | Uint8Array) => ({ name, bytes: Buffer.from(text) });

describe("the reader of what is sent to the pages", () => {
  const reader = uploadReader();

  it("finds the first tender of a file, and tells that there are more", async () => {
    const one = await reader.firstTender(fileOf("one.json", tender));
    expect([one.read?.tender.reference, one.isMore]).to.deep.equal([JSON.parse(tender).reference, false]);
    const list = `[{}, ${tender}, ${tender}]`;
    const first = await reader.firstTender(fileOf("list.json", list));
    expect(first.read?.document).to.deep.equal(JSON.parse(tender));
    expect(first.isMore).to.equal(true);
    expect(first.errors).to.not.be.empty;
  });

  it("says why a file holds none", async () => {
    const { read, errors } = await reader.firstTender(fileOf("a.bin", Uint8Array.of(1, 2, 3)));
    expect([read, errors.map(({ code }) => code)]).to.deep.equal([null, ["UNKNOWN_FORMAT"]]);
  });

  it("reads releases of one process in a time that grows with their number, beside the requests", async () => {
    const release = '{"ocid":"ocds-x-1","id":"1","date":"bad","tag":["tender"],"tender":{"id":"t"}}';
    const releases = Array.from({ length: 40_000 }, () => release).join(",");
    const { read, errors } = await reader.firstTender(fileOf("ocds.json", `{"releases":[${releases}]}`));
    expect(read).to.equal(null);
    expect(errors).to.have.lengthOf(20);
  });

  it("tells the next one to come back when too many wait", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 30 }, () => reader.noticeText(fileOf("a.txt", "Avis d'appel d'offres"))),
    );
    const refused = answers.filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
    expect(refused).to.have.lengthOf(12);
    expect(
      refused.every(({ reason }) => reason instanceof DomainError && reason.code === "READER_BUSY"),
    ).to.equal(true);
  });
});
