import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { composeReports } from "../../src/compose-reports.ts";
import { DomainError } from "../../src/domain/errors.ts";
import { projectRoot } from "../../src/paths.ts";
import { readLetterhead } from "../../src/report/letterhead/read-letterhead.ts";
import { openPress } from "../../src/report/press.ts";
import { renderReport } from "../../src/report/render-report.ts";
import { renderReportHtml } from "../../src/report/render-report-html.ts";
import { rulebook } from "../support/fixtures.ts";
import { countOf, pageTexts } from "../support/read-pdf.ts";
import { reportInput } from "../support/report-input.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const EXAMPLE = join(projectRoot, "fixtures/letterhead");
const TENDER = "tie-cooperative-passed-over";

const problemOf = (letterheadFolder: string): string => {
  const config = { publicUrl: null, signingKeyFile: null, letterheadFolder };
  try {
    void composeReports(
      config,
      () => rulebook,
      () => new Date(0),
      () => [],
    ).close();
    return "";
  } catch (error) {
    return error instanceof DomainError ? `${error.code} ${error.details["problem"]}` : String(error);
  }
};

describe("a commune's letterhead", function letterhead() {
  this.timeout(60_000);
  const folder = temporaryFolder();
  after(() => folder.remove());

  const withPartial = (name: string, text: string): string => {
    const own = join(folder.path, name);
    mkdirSync(join(own, "partials"), { recursive: true });
    writeFileSync(join(own, "partials/letterhead.hbs"), text);
    return own;
  };

  it("stands on the first page, its logo a figure with words, in each language", async () => {
    const press = openPress(readLetterhead(EXAMPLE));
    for (const language of ["ar", "fr", "en"] as const) {
      const input = reportInput(TENDER, language);
      const [own, plain] = [await renderReport(input, undefined, press), await renderReport(input)];
      const [first = [], ...others] = pageTexts(own);
      expect(first.join(" ")).to.include("Royaume du Maroc");
      expect(others.flat().join(" ")).to.not.include("Royaume du Maroc");
      expect(countOf(own, "Figure")).to.equal(countOf(plain, "Figure") + 1);
    }
  });

  it("stands on the page for the browser too", () => {
    const html = renderReportHtml(reportInput(TENDER, "fr"), undefined, openPress(readLetterhead(EXAMPLE)));
    expect(html).to.include("Royaume du Maroc");
    expect(html).to.include("data:image/png;base64,");
  });

  const refused: readonly (readonly [string, string, string])[] = [
    [
      "a tag that is not on the list",
      "<p>a</p>\n<script>x</script>",
      "letterhead.hbs:2:1: unknown tag <script>",
    ],
    ["a partial that is missing", "<p>a</p>\n{{> seal}}", 'letterhead.hbs:2:1: there is no partial "seal"'],
    ["the prototype", "<p>{{a.__proto__}}</p>", "letterhead.hbs:1:6: "],
    [
      "a logo that is not there",
      '<figure data-image="logo" aria-label="x"></figure>',
      "letterhead.hbs:1:1: ",
    ],
  ];
  for (const [index, [what, text, problem]] of refused.entries())
    it(`is refused for ${what}, with its place`, () => {
      expect(problemOf(withPartial(String(index), text)))
        .to.include("LETTERHEAD_INVALID")
        .and.include(problem);
    });

  it("is refused when the folder is not there, is empty, or its logo is no picture", () => {
    const broken = withPartial("broken", "<p>a</p>");
    writeFileSync(join(broken, "logo.png"), "not a picture");
    mkdirSync(join(folder.path, "empty"));
    expect(problemOf(join(folder.path, "nowhere"))).to.include("is not there");
    expect(problemOf(join(folder.path, "empty"))).to.include("holds no template");
    expect(problemOf(broken)).to.include("is neither PNG nor JPEG");
  });
});
