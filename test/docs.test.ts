import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { projectRoot } from "../src/paths.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const run = promisify(execFile);
const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");

/** Lines of the shell blocks of a page. */
const commandsIn = (page: string): readonly string[] =>
  [...page.matchAll(/```sh\n([^`]*)```/g)].flatMap(([, block]) => (block ?? "").trim().split("\n"));

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(projectRoot, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const exitCode = async (command: string, cwd: string): Promise<number> => {
  try {
    await run("sh", ["-c", command], { cwd, maxBuffer: 1e8 });
    return 0;
  } catch (error) {
    return (error as { code: number }).code;
  }
};

/** `npm start` on a free port and a new database, until it says that it listens. */
const started = (database: string) => {
  const env = { ...process.env, PORT: "0", DATABASE_URL: `sqlite:${database}` };
  const server = spawn("npm", ["start", "--silent"], { cwd: projectRoot, env, detached: true });
  const url = new Promise<string>((resolve, reject) => {
    server.stdout.on("data", (chunk: Buffer) => {
      const [, address] = /awlawiya listening on (\S+)/.exec(chunk.toString()) ?? [];
      if (address !== undefined) resolve(address);
    });
    server.once("exit", (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  const stop = (): void => {
    if (server.pid !== undefined) process.kill(-server.pid, "SIGTERM");
  };
  return { url, stop };
};

describe("the documentation", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const commands = commandsIn(read("README.md"));
  after(() => folder.remove());

  it("starts with exactly two commands that npm scripts answer", () => {
    expect(commands.slice(0, 2)).to.deep.equal(["npm ci && npm start", "npm ci && npm test"]);
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    expect(scripts).to.include.keys("start", "test");
  });

  it("has commands that end as it says", async () => {
    for (const command of commands.filter((each) => each.startsWith("npx awlawiya"))) {
      const local = command
        .replace("npx awlawiya", `node ${join(projectRoot, "bin/awlawiya.js")}`)
        .replace(" out/", ` ${folder.path}/out/`);
      expect([0, 1, 3], command).to.include(await exitCode(local, projectRoot));
    }
    const tenders = readdirSync(join(projectRoot, "fixtures/tenders"));
    expect(readdirSync(join(folder.path, "out")).length).to.equal(tenders.length);
  });

  it("starts a service that answers as the page says", async () => {
    const { url, stop } = started(join(folder.path, "demo.sqlite"));
    try {
      const address = await url;
      const curl = commands.find((each) => each.startsWith("curl")) ?? "";
      const { stdout } = await run("sh", ["-c", curl.replace("http://localhost:3000", address)], {
        cwd: projectRoot,
        maxBuffer: 1e8,
      });
      expect(JSON.parse(stdout)).to.include({ verdict: "nonCompliant" });
      const list = (await (await fetch(`${address}/api/v1/tenders`)).json()) as { items: readonly unknown[] };
      const demo = ["fixtures/tenders", "fixtures/calls"].flatMap((each) =>
        readdirSync(join(projectRoot, each)),
      );
      expect(list.items.length).to.equal(demo.length);
    } finally {
      stop();
    }
  });

  it("links only to what exists", () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map(([, target]) => target ?? "")
        .filter((target) => !existsSync(join(projectRoot, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).to.deep.equal([]);
  });

  it("has a page for each rule, as the rulebook is today", async () => {
    const target = join(folder.path, "rules");
    expect(await exitCode(`node bin/awlawiya.js rules --pages ${target}`, projectRoot)).to.equal(0);
    const stale = readdirSync(target).filter(
      (name) =>
        !existsSync(join(projectRoot, "docs/rules", name)) ||
        read(`docs/rules/${name}`) !== readFileSync(join(target, name), "utf8"),
    );
    expect(stale, "npm run docs:rules makes them anew").to.deep.equal([]);
    expect(readdirSync(join(projectRoot, "docs/rules")).length).to.equal(readdirSync(target).length);
  });
});
