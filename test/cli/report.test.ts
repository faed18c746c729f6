import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { composeService } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import { SERVICE } from "../../src/domain/actor.ts";
import { projectRoot } from "../../src/paths.ts";
import { awlawiya, awlawiyaWith } from "../support/awlawiya.ts";
import { attachmentOf, pageTexts } from "../support/read-pdf.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TENDER = "fixtures/tenders/purchase-order-reception.json";

describe("reports on the command line", function reports() {
  this.timeout(60_000);
  const folder = temporaryFolder();
  after(folder.remove);

  it("prints the report of a stored assessment, in its language", async () => {
    const file = join(folder.path, "stored.sqlite");
    const settings = { DATABASE_URL: `sqlite:${file}`, LOG_KEY_FILE: join(folder.path, "log.key") };
    const { service, close } = await composeService(readConfig(settings), {
      fault: () => undefined,
      answered: () => undefined,
    });
    const document = JSON.parse(readFileSync(join(projectRoot, TENDER), "utf8")) as Record<string, unknown>;
    const { id } = await service.storeTender(SERVICE, document, null);
    const assessment = await service.assessTender(SERVICE, id, null);
    await close();
    const pdf = join(folder.path, "stored.pdf");
    const ran = await awlawiyaWith(settings, "report", assessment.id, "--lang", "ar", "-o", pdf);
    expect([ran.code, ran.out]).to.deep.equal([0, ""]);
    const payload = JSON.parse(attachmentOf(readFileSync(pdf))) as { language: string; assessment: unknown };
    expect([payload.language, payload.assessment]).to.deep.equal([
      "ar",
      JSON.parse(JSON.stringify(assessment)),
    ]);
    const absent = await awlawiyaWith(settings, "report", "NOPE", "-o", pdf);
    expect([absent.code, absent.err.trim()]).to.deep.equal([2, "error: there is no assessment NOPE"]);
  });

  it("says what is missing when there is no database, and makes none", async () => {
    const file = join(folder.path, "nowhere.sqlite");
    const ran = await awlawiyaWith({ DATABASE_URL: `sqlite:${file}` }, "report", "X", "-o", "x.pdf");
    expect(ran.code).to.equal(2);
    expect(ran.err).to.include("error: DATABASE_URL: expected a database that holds assessments");
    expect(existsSync(file)).to.equal(false);
  });

  it("prints the summary on one page, and a comparison", async () => {
    const [one, two] = [join(folder.path, "one.pdf"), join(folder.path, "two.pdf")];
    await awlawiya("check", TENDER, "--lang", "fr", "--variant", "summary", "--pdf", one);
    expect(pageTexts(readFileSync(one)).length).to.equal(1);
    const ran = await awlawiya(
      "diff",
      TENDER,
      "--on",
      "2022-06-01",
      "--on",
      "2026-03-02",
      "--lang",
      "fr",
      "--pdf",
      two,
    );
    expect(ran.code).to.equal(0);
    expect(pageTexts(readFileSync(two)).flat().join(" ")).to.include("Comparaison de deux");
  });
});
