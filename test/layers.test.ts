import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../src/paths.ts";

// Who may import whom (docs/architecture.md). A folder not listed here may import nothing of ours but the domain.
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: ["domain"],
  usecases: ["usecases", "domain"],
  intake: ["intake", "domain"],
  rulebook: ["rulebook", "domain"],
  ledger: ["ledger", "domain"],
  mirror: ["mirror", "ledger", "domain"],
  letters: ["letters", "domain"],
  jobs: ["jobs", "domain", "usecases", "intake", "store"],
  batch: ["batch", "domain", "usecases", "intake", "rulebook"],
  store: ["store", "domain", "usecases", "ledger"],
  operations: ["operations", "store", "domain", "rulebook"],
  pack: ["pack", "domain", "usecases", "intake", "exchange", "report", "store"],
  exchange: ["exchange", "domain", "usecases", "intake"],
  report: ["report", "domain", "usecases", "letters", "ledger"],
  uploads: ["uploads", "domain", "intake"],
  http: ["http", "domain", "usecases", "intake", "letters", "uploads"],
  cli: ["cli", "exchange", "domain", "usecases", "intake", "letters"],
  territory: ["territory", "domain"],
  mail: ["mail", "usecases"],
  oidc: ["oidc", "domain", "usecases"],
  credentials: ["credentials", "domain", "usecases"],
};
/** Files at the top of src that wire the rest. */
const ROOTS = new Set([
  "compose",
  "compose-accounts",
  "compose-checks",
  "compose-alerts",
  "compose-cooperatives",
  "compose-demo",
  "compose-ledger",
  "compose-ledger-cli",
  "compose-upkeep",
  "compose-verify",
  "compose-jobs",
  "compose-years",
  "compose-pack",
  "compose-packs",
  "compose-reports",
  "server",
  "command",
  "command-database",
  "config",
  "paths",
  "serve",
  "say-error",
  "step-back",
  "queue-of",
  "canonical-hash",
  "canonical-json",
  "schema-type",
  "demo-tenders",
  "compiled-schema",
  "write-validators",
  "write-lexicons",
]);

const sources = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => path.split("\\").join("/"))
  .filter((path) => path.endsWith(".ts"));

const layerOf = (path: string): string => (path.includes("/") ? (path.split("/")[0] ?? "") : "root");

const importsOf = (path: string): readonly string[] =>
  [
    ...readFileSync(join(projectRoot, "src", path), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g),
  ].map(([, name]) => name ?? "");

const wrongImports = (path: string): readonly string[] => {
  const layer = layerOf(path);
  return importsOf(path).filter((name) => {
    if (!name.startsWith(".")) return layer === "domain";
    const target = layerOf(posix.normalize(posix.join(posix.dirname(path), name)));
    if (target === "root") return layer === "domain" || layer === "usecases";
    return MAY_IMPORT[layer]?.includes(target) === false;
  });
};

describe("the layers", () => {
  it("import only what the architecture allows", () => {
    const wrong = sources
      .filter((path) => layerOf(path) !== "root")
      .flatMap((path) => wrongImports(path).map((name) => `${path} imports ${name}`));
    expect(wrong).to.deep.equal([]);
  });

  it("are all known", () => {
    const layers = new Set(sources.map(layerOf));
    expect([...layers].filter((layer) => layer !== "root" && !(layer in MAY_IMPORT))).to.deep.equal([]);
  });

  it("hold no wiring outside the composition root", () => {
    const top = sources.filter((path) => layerOf(path) === "root").map((path) => path.replace(".ts", ""));
    expect(top.filter((name) => !ROOTS.has(name))).to.deep.equal([]);
  });

  it("keep clock, chance and waiting out of the domain", () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random|\basync\b|\bawait\b|\bprocess\.|performance\.now/;
    const wrong = sources
      .filter((path) => layerOf(path) === "domain")
      .filter((path) => impure.test(readFileSync(join(projectRoot, "src", path), "utf8")));
    expect(wrong).to.deep.equal([]);
  });
});
