import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/paths.ts";
import { loadTemplates } from "../../src/report/templates/load-templates.ts";

describe("loading templates", () => {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "templates-"));
    mkdirSync(join(folder, "partials"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = (text: string) => {
    writeFileSync(join(folder, "page.hbs"), text);
    return loadTemplates(folder);
  };

  const refused: readonly (readonly [string, string, string])[] = [
    ["a tag that is not on the list", "<p>a</p>\n<script>x</script>", "page.hbs:2:1: unknown tag <script>"],
    [
      "an attribute that is not on the list",
      '<p onclick="x">a</p>',
      'page.hbs:1:1: <p> may not carry "onclick"',
    ],
    ["an unknown class", '<p class="small bright">a</p>', 'page.hbs:1:1: <p>: unknown class "bright"'],
    ["an address that is neither http nor https", '<a href="javascript:x">a</a>', "neither http nor https"],
    ["broken HTML", '<p class="small>a</p>', "page.hbs:1:"],
    ["raw output", "<p>\n  {{{tender}}}</p>", "page.hbs:2:3: raw output"],
    ["an unknown helper", "<p>{{shout name}}</p>", 'page.hbs:1:4: unknown helper "shout"'],
    ["an unknown block", "<p>{{#shout name}}a{{/shout}}</p>", 'page.hbs:1:4: unknown block "shout"'],
    ["a missing partial", "<p>a</p>\n{{> nowhere}}", 'page.hbs:2:1: there is no partial "nowhere"'],
    ["a computed partial", "{{> (lookup . 'x')}}", "page.hbs:1:1: a partial must be named"],
    [
      "the prototype",
      "<p>{{a.constructor.name}}</p>",
      'page.hbs:1:6: "constructor" reaches into the prototype',
    ],
    ["the prototype in an argument", "{{#if a.__proto__}}b{{/if}}", "reaches into the prototype"],
    ["what is no template", "<p>{{#if a}}</p>", "page.hbs:1:1: not a Handlebars template"],
  ];
  for (const [what, text, message] of refused)
    it(`refuses ${what}, with its place`, () => expect(() => load(text)).to.throw(message));

  it("escapes what a user wrote", () => {
    const page = load("<p>{{ref a}} {{said b}} {{c}}</p>").get("page");
    expect(page?.({ a: "<1>", b: { text: "<2>", language: "ar" }, c: "<3>" })).to.equal(
      '<p><bdi dir="ltr">&lt;1&gt;</bdi> <bdi dir="auto" lang="ar">&lt;2&gt;</bdi> &lt;3&gt;</p>',
    );
  });

  it("throws when the view lacks what a template prints", () => {
    expect(() => load("<p>{{title}}</p>").get("page")?.({})).to.throw("title");
  });

  it("takes the templates of the product", () => {
    const templates = loadTemplates(join(projectRoot, "templates/reports"));
    expect([...templates.keys()]).to.deep.equal(["comparison", "pack", "report", "summary"]);
  });
});
