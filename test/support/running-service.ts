import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { composeService } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import type { DatabaseLocation } from "../../src/store/open-database.ts";
import { emptyDatabase } from "./engines.ts";

/** The real service over a new database file, on a free port. */
export interface RunningService {
  readonly url: string;
  /** Errors that the service called its own fault. */
  readonly faults: readonly unknown[];
  readonly service: Awaited<ReturnType<typeof composeService>>["service"];
  readonly stop: () => Promise<void>;
}

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
): Promise<RunningService> => {
  const empty = await emptyDatabase(engine);
  const config = { ...readConfig({}), database: empty.location, logKeyFile: empty.logKeyFile };
  const faults: unknown[] = [];
  const { app, service, close } = await composeService(config, (error) => faults.push(error));
  const server = createServer(app);
  await listening(server);
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await closed(server);
    await close();
    await empty.remove();
  };
  return { url: `http://127.0.0.1:${port}`, faults, service, stop };
};
