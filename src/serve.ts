import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { composeService } from "./compose.ts";
import type { Config } from "./config.ts";
import type { Answered } from "./http/observe.ts";
import { createLogger } from "./operations/logger.ts";

const HEADERS_MS = 10_000;
/** The longest upload; other bodies have a deadline of their own. */
const REQUEST_MS = 1_800_000;
const DRAIN_MS = 10_000;
const SWEEP_MS = 200;
/** How often slow connections are looked for. */
const CHECK_MS = 2000;
const MOST_CONNECTIONS = 2000;

/** Idle connections would keep a closing server open: they are closed until none is left. */
const drain = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const stop = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(stop);
      resolve();
    });
  });

const listen = (server: Server, { port, host }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });

const addressOf = (server: Server, host: string): string => {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
};

/** What the operator reads on stderr: the demo that was loaded, the link of the first administrator. */
const tellStart = (address: string, loaded: number, secret: string | null): void => {
  if (loaded > 0) console.error(`the database was empty: ${loaded} fictitious tenders were loaded`);
  if (secret !== null)
    console.error(`no administrator has a password yet; choose one, once, at ${address}/welcome/${secret}`);
};

/** Runs the service until it is told to stop; one line on stdout when it is ready. `isDemo`: with the demo. */
export const serve = async (config: Config, isDemo: boolean): Promise<void> => {
  const logger = createLogger(config.logLevel);
  const watch = {
    fault: (error: unknown) => logger.error({ err: error }, "fault"),
    answered: (answered: Answered) => logger.info(answered, "answered"),
  };
  const { app, service, loadDemo, close } = await composeService(config, watch, isDemo);
  const loaded = isDemo ? await loadDemo() : 0;
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: CHECK_MS },
    app,
  );
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, config);
  const address = addressOf(server, config.host);
  tellStart(config.publicUrl ?? address, loaded, await service.accounts.firstAdministrator());
  console.log(`awlawiya listening on ${address}`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  logger.info("stopping");
  await drain(server);
  await close();
};
