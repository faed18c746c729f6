import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../src/paths.ts";
import { awlawiyaBy } from "../../test/support/awlawiya.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";

// Another year, another machine: the frozen report verifies and judges the same, and reports are made of the same bytes,
// whatever the Node.js, the time zone and the language of the machine.
// npm run reliability:replay [-- PATH-OF-ANOTHER-NODE …]

/** What many machines said. */
export interface Replay {
  readonly machines: number;
  readonly verified: number;
  readonly reports: number;
  readonly problems: readonly string[];
}

const ZONES = ["UTC", "Pacific/Kiritimati"] as const;
const TONGUES = ["C", "fr_FR.UTF-8", "ar_MA.UTF-8"] as const;
const LANGUAGES = ["ar", "fr", "en"] as const;
const RELEASES = join(projectRoot, "fixtures/releases");

const machinesOf = (nodes: readonly string[]) =>
  nodes.flatMap((node) => ZONES.flatMap((TZ) => TONGUES.map((LANG) => ({ node, TZ, LANG, LC_ALL: LANG }))));

const releases = readdirSync(RELEASES).flatMap((name) =>
  name.endsWith(".pdf") ? [join(RELEASES, name.slice(0, -".pdf".length))] : [],
);

/** Verifies what was frozen and makes a report anew in each language, as each machine would. */
export const replay = async (nodes: readonly string[]): Promise<Replay> => {
  const machines = machinesOf(nodes);
  const folder = temporaryFolder();
  const hashes = new Map<string, string>();
  const problems: string[] = [];
  let [verified, reports] = [0, 0];
  for (const { node, ...environment } of machines) {
    const where = `${node} TZ=${environment.TZ} LANG=${environment.LANG}`;
    for (const release of releases) {
      const { code, out } = await awlawiyaBy(
        node,
        environment,
        "verify",
        `${release}.pdf`,
        "--key",
        `${release}.key`,
      );
      if (code === 0) verified += 1;
      else problems.push(`${where}: ${out}`);
    }
    for (const language of LANGUAGES) {
      const file = join(folder.path, "report.pdf");
      const tender = join(projectRoot, "fixtures/tenders/national-day-lots.json");
      await awlawiyaBy(node, environment, "check", tender, "--lang", language, "--pdf", file);
      const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
      const expected = hashes.get(language) ?? hash;
      hashes.set(language, expected);
      if (hash === expected) reports += 1;
      else problems.push(`${where}: the report in ${language} has other bytes`);
    }
  }
  folder.remove();
  return { machines: machines.length, verified, reports, problems };
};

if (process.argv[1] === import.meta.filename) {
  const { positionals } = parseArgs({ allowPositionals: true });
  const result = await replay([process.execPath, ...positionals]);
  console.log(JSON.stringify(result, null, 2));
  process.exitCode = result.problems.length === 0 ? 0 : 1;
}
