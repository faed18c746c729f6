import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { composeService } from "./compose.ts";
import type { Config } from "./config.ts";

const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const DRAIN_MS = 10_000;
const SWEEP_MS = 200;

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

/** Runs the service until it is told to stop; one line on stdout when it is ready. */
export const serve = async (config: Config): Promise<void> => {
  const { app, loadDemo, close } = await composeService(config, (error) => console.error(error));
  const loaded = await loadDemo();
  if (loaded > 0) console.error(`the database was empty: ${loaded} fictitious tenders were loaded`);
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, app);
  await listen(server, config);
  console.log(`awlawiya listening on ${addressOf(server, config.host)}`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await drain(server);
  await close();
};
