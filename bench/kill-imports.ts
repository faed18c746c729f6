import { join } from "node:path";
import { migrate, openDatabase } from "../src/store/open-database.ts";
import { killImports } from "../test/support/kill-imports.ts";
import { temporaryFolder } from "../test/support/temporary-folder.ts";

// Kills an import at random moments, as often as asked for, and reports what was lost or doubled.
//
//   npm run imports:kill -- 200

const kills = Number(process.argv[2] ?? 200);
const lines = Number(process.argv[3] ?? 150_000);
const folder = temporaryFolder();
const location = { engine: "sqlite", file: join(folder.path, "kill.sqlite") } as const;
const database = openDatabase(location);
await migrate(database);
await database.close();
const started = Date.now();
const report = await killImports(location, { kills, lines, longest: 300, chance: Math.random });
console.log(
  JSON.stringify({ ...report, lines, seconds: Math.round((Date.now() - started) / 1000) }, null, 2),
);
folder.remove();
if (report.inTheMiddle === 0 || report.lost > 0 || report.doubled > 0 || report.state !== "done")
  process.exitCode = 1;
