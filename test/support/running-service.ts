import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { composeService } from "../../src/compose.ts";
import { type Config, readConfig } from "../../src/config.ts";
import { type Role, SERVICE } from "../../src/domain/actor.ts";
import type { DatabaseLocation } from "../../src/store/open-database.ts";
import { type EmptyDatabase, emptyDatabase } from "./engines.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The real service over a new database file, on a free port. */
export interface RunningService {
  readonly url: string;
  readonly location: DatabaseLocation;
  /** Errors that the service called its own fault. */
  readonly faults: readonly unknown[];
  readonly service: Awaited<ReturnType<typeof composeService>>["service"];
  /** The header by which a new account of that role, and of that buyer, sends its token. */
  readonly as: (role: Role, buyer?: string | null) => Promise<Readonly<Record<string, string>>>;
  /** Fills the empty database with the demo. */
  readonly loadDemo: () => Promise<number>;
  /** Writes the digests that are due and sends what waits. */
  readonly runAlerts: () => Promise<number>;
  /** Where mails are written. */
  readonly mailFolder: string;
  /** Stops and starts again on the same database, with the rulebook of a folder. */
  readonly restart: (rulebookDirectory: string) => Promise<RunningService>;
  readonly stop: () => Promise<void>;
}

/** A place of the territory that the tests' officers belong to. */
export const SOME_BUYER = "12.066.03.05";

let accounts = 0;

const headersOf = async (
  { accounts: { addAccount, makeToken } }: RunningService["service"],
  role: Role,
  buyer: string | null,
): Promise<Readonly<Record<string, string>>> => {
  accounts += 1;
  const { account } = await addAccount(SERVICE, { login: `${role}-${accounts}`, role, buyer });
  const { secret } = await makeToken(SERVICE, account.id, "test", ["read", "write"]);
  return { authorization: `Bearer ${secret}` };
};

const listening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

/** Starts the service; stop it when done. */
export const startService = async (
  engine: DatabaseLocation["engine"] = "sqlite",
  isDemo = false,
  rulebookDirectory?: string,
  settings: Settings = {},
): Promise<RunningService> => serviceOver(await emptyDatabase(engine), isDemo, rulebookDirectory, settings);

/** What a test sets of the configuration. */
type Settings = Partial<Pick<Config, "publicUrl" | "oidc">>;

const serviceOver = async (
  empty: EmptyDatabase,
  isDemo: boolean,
  rulebookDirectory?: string,
  settings: Settings = {},
): Promise<RunningService> => {
  const folder = temporaryFolder();
  const mail = { kind: "folder", path: join(folder.path, "outbox") } as const;
  const defaults = readConfig({});
  const config = {
    ...defaults,
    ...settings,
    mail,
    database: empty.location,
    logKeyFile: empty.logKeyFile,
    rulebookDirectory: rulebookDirectory ?? defaults.rulebookDirectory,
  };
  const faults: unknown[] = [];
  const { app, service, runAlerts, loadDemo, close } = await composeService(
    config,
    { fault: (error) => faults.push(error), answered: () => undefined },
    isDemo,
  );
  const server = createServer(app);
  await listening(server);
  const { port } = server.address() as AddressInfo;
  const halt = async (): Promise<void> => {
    await closed(server);
    await close();
    folder.remove();
  };
  const stop = async (): Promise<void> => {
    await halt();
    await empty.remove();
  };
  const restart = async (directory: string): Promise<RunningService> => {
    await halt();
    return serviceOver(empty, isDemo, directory, settings);
  };
  const as: RunningService["as"] = (
    role,
    buyer = role === "officer" || role === "approver" ? SOME_BUYER : null,
  ) => headersOf(service, role, buyer);
  return {
    url: `http://127.0.0.1:${port}`,
    location: empty.location,
    faults,
    service,
    runAlerts,
    loadDemo,
    mailFolder: mail.path,
    as,
    restart,
    stop,
  };
};
