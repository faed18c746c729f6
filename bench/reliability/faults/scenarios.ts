import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../src/paths.ts";
import { BUYER, prepareDatabase, tenderNumber } from "../prepared.ts";
import { startServed } from "../served.ts";
import { officersWork, type Acknowledged } from "../workload.ts";

export type Fault = readonly [call: string, error: string];

/** A command whose every system call on some files may fail. */
export interface Scenario {
  readonly name: string;
  /** Copies what the command starts from into a new folder. */
  readonly lay: (folder: string) => void;
  readonly command: (folder: string) => readonly string[];
  readonly environment: (folder: string) => NodeJS.ProcessEnv;
  readonly files: (folder: string) => readonly string[];
  /** Which calls fail with which errors, whatever the file. */
  readonly everywhere: readonly Fault[];
  /** Which calls fail with which errors, on `files` alone. */
  readonly onFiles: readonly Fault[];
  /** The command is the service, with a client at work. */
  readonly isServed: boolean;
  /** Run again it says the same. */
  readonly isRepeatable: boolean;
  /** The command that it names, run again, when it had done its work and could not say so. */
  readonly elseRun?: readonly string[];
  /** The database that must be whole afterwards; null when the command has none. */
  readonly database: string | null;
  /** Stored tenders when the command has gone through, at once or when run again: none lost, none doubled. */
  readonly tenders?: number;
}

/** A database at work before, from which commands start. */
export interface Base {
  readonly folder: string;
  readonly token: string;
  readonly acknowledged: readonly Acknowledged[];
}

const DATABASE = "awlawiya.sqlite";
const KEY = "log-key";
const IMPORTED = "tenders.jsonl";
/** Tenders of the base, and of the file that is imported: so many that they need several transactions. */
const BASE_TENDERS = 6;
const IMPORT_TENDERS = 210;

/** Makes the base: a few tenders, assessments and reports. */
export const makeBase = async (folder: string): Promise<Base> => {
  mkdirSync(folder, { recursive: true });
  const location = { engine: "sqlite", file: join(folder, DATABASE) } as const;
  const logKeyFile = join(folder, KEY);
  const { officer } = await prepareDatabase(location, logKeyFile, "officer");
  const served = await startServed({ database: location, logKeyFile });
  const acknowledged: Acknowledged[] = [];
  const acts = { from: 0, count: BASE_TENDERS, reportEach: 3 };
  for await (const each of officersWork(served.url, officer.token, acts)) acknowledged.push(each);
  served.process.kill("SIGTERM");
  await served.ended;
  const lines = Array.from({ length: IMPORT_TENDERS }, (_, line) =>
    JSON.stringify(tenderNumber(1000 + line)),
  );
  writeFileSync(join(folder, IMPORTED), `${lines.join("\n")}\n`);
  return { folder, token: officer.token, acknowledged };
};

const copyBase =
  (base: Base) =>
  (folder: string): void => {
    for (const name of [DATABASE, KEY]) copyFileSync(join(base.folder, name), join(folder, name));
  };

const withDatabase = (folder: string): NodeJS.ProcessEnv => ({
  DATABASE_URL: `sqlite:${join(folder, DATABASE)}`,
  LOG_KEY_FILE: join(folder, KEY),
});

const databaseFiles = (folder: string): readonly string[] =>
  ["", "-wal", "-journal", "-shm"].map((suffix) => join(folder, `${DATABASE}${suffix}`));

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));

/** SQLite alone writes by these calls. */
const WRITES = [
  ["pwrite64", "EIO"],
  ["pwrite64", "ENOSPC"],
  ["fsync", "EIO"],
  ["fdatasync", "EIO"],
  ["ftruncate", "EIO"],
] as const;
/** Node.js reads its own modules by these: only those on our files fail. */
const READS = [
  ["pread64", "EIO"],
  ["openat", "EMFILE"],
  ["openat", "EACCES"],
] as const;

const onDatabase = (base: Base, name: string, command: Scenario["command"]): Scenario => ({
  name,
  lay: copyBase(base),
  command,
  environment: withDatabase,
  files: databaseFiles,
  everywhere: WRITES,
  onFiles: READS,
  isServed: false,
  isRepeatable: false,
  database: DATABASE,
});

/** Every command that reads or writes what must not be lost. */
export const scenariosOn = (base: Base): readonly Scenario[] => {
  const tender = join(projectRoot, "fixtures/tenders/catering-guests-open.json");
  const assessment = base.acknowledged.find(({ kind }) => kind === "assessment")?.id ?? "";
  return [
    { ...onDatabase(base, "migrate", () => ["migrate"]), lay: () => undefined, database: null },
    {
      ...onDatabase(base, "user add", () => ["user", "add", "someone", "--role", "auditor"]),
      // The account was kept, its link was not told: the command says how to get a new one.
      elseRun: ["user", "link", "someone"],
    },
    {
      ...onDatabase(base, "import", () => [
        "import",
        join(base.folder, IMPORTED),
        "--store",
        "--buyer",
        BUYER,
      ]),
      tenders: BASE_TENDERS + IMPORT_TENDERS,
    },
    onDatabase(base, "report", (folder) => ["report", assessment, "-o", join(folder, "out.pdf")]),
    onDatabase(base, "backup", (folder) => ["backup", join(folder, "copy.sqlite")]),
    { ...onDatabase(base, "serve", () => []), isServed: true },
    {
      name: "check",
      lay: () => undefined,
      command: () => ["check", tender, "--lang", "fr"],
      environment: () => ({}),
      files: () => [tender, ...filesUnder(join(projectRoot, "rulebook"))],
      everywhere: [],
      onFiles: [
        ["openat", "EMFILE"],
        ["openat", "EACCES"],
        ["read", "EIO"],
      ],
      isServed: false,
      isRepeatable: true,
      database: null,
    },
  ];
};
