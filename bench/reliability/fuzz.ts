import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { emptyDatabase } from "../../test/support/engines.ts";
import { bombs } from "./fuzz/bombs.ts";
import { type HostileRequest, hostileRequests, type Known, type OpenApi } from "./fuzz/requests.ts";
import { pick } from "./fuzz/spoil.ts";
import { prepareDatabase, tenderNumber } from "./prepared.ts";
import { randomFrom } from "./random.ts";
import { say } from "./say.ts";
import { type Served, startServed } from "./served.ts";
import { slopeOf } from "./slope.ts";
import { officersWork } from "./workload.ts";

// Sends hostile requests to the service: none may crash it, hang it, or be answered with a fault of its own.
// npm run reliability:fuzz [-- --requests 1000000]

/** What became of many hostile requests. */
export interface Fuzzed {
  readonly requests: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Answers of 5xx, hangs, dropped answers; each with its request. */
  readonly problems: readonly string[];
  /** Growth of the resident memory over the last three quarters, bytes per 1,000 requests. */
  readonly growthPerThousand: number;
}

const CLIENTS = 16;
const HANG_MS = 10_000;
const MOST_PROBLEMS = 20;
const SAMPLES = 200;
/** One in so many is not even HTTP. */
const RAW_ONE_IN = 50;

/** What a service answers that has more to do than it can. */
const LATER = "told to come back";
const BACK_MS = 100;
const MOST_TIMES = 100;
/** A program is told in JSON, a person on a page. */
const isOverload = (text: string): boolean => /(?:"code":|data-code=)"OVERLOADED"/.test(text);

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

const send = (url: URL, { method, path, headers, body }: HostileRequest): Promise<string> =>
  new Promise((resolve) => {
    try {
      const sent = httpRequest({
        agent,
        host: url.hostname,
        port: url.port,
        method,
        path,
        headers,
        timeout: HANG_MS,
      });
      sent.on("response", (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => {
          if (response.statusCode === 503) text += chunk.toString("latin1");
        });
        response.on("end", () => resolve(isOverload(text) ? LATER : String(response.statusCode)));
        response.on("error", () => resolve("answer broken off"));
      });
      sent.on("timeout", () => {
        resolve("hang");
        sent.destroy();
      });
      // The service may close the connection on a client that sends what nobody asked for.
      sent.on("error", (error) => resolve(error.message.includes("ECONNREFUSED") ? "gone" : "closed"));
      sent.end(body ?? undefined);
    } catch {
      // Node.js itself would not send it: a header or a path that is none.
      resolve("not sent");
    }
  });

const RAW: readonly string[] = [
  "GET / HTTP/9.9\r\n\r\n",
  "GET\r\n\r\n",
  "\0\0\0\0",
  "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  "POST /api/v1/checks HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
  "POST /api/v1/checks HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
  `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(100_000)}\r\n\r\n`,
  `GET /${"a".repeat(60_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  "GET //evil.example/%2e%2e HTTP/1.1\r\nHost: evil\r\n\r\n",
  "GET http://evil.example/ HTTP/1.1\r\nHost: evil\r\n\r\n",
  "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
  "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
];

const sendRaw = (url: URL, text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname, () => socket.end(text));
    let answer = "";
    socket.setTimeout(HANG_MS, () => {
      socket.destroy();
      resolve("hang");
    });
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("error", (error) => resolve(error.message.includes("ECONNREFUSED") ? "gone" : "closed"));
    socket.on("close", () =>
      resolve(isOverload(answer) ? LATER : (/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? "closed")),
    );
  });

/** Whoever is told to come back does, and is counted; a service that never takes a request is busy, not well. */
const untilTaken = async (once: () => Promise<string>, byStatus: Map<string, number>): Promise<string> => {
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const status = await once();
    if (status !== LATER) return status;
    byStatus.set(LATER, (byStatus.get(LATER) ?? 0) + 1);
    await setTimeout(BACK_MS);
  }
  return "hang";
};

/** Bytes of the service; NaN when it no longer answers, which another request tells. */
const memoryOf = async (url: URL): Promise<number> => {
  const text = await fetch(new URL("/metrics", url)).then(
    (response) => response.text(),
    () => "",
  );
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
};

const ROLES = ["officer", "approver", "auditor", "cooperative", "administrator"] as const;

/** A service with a little in it, and what hostile clients know of it. */
const begin = async (): Promise<{ served: Served; known: Known; remove: () => Promise<void> }> => {
  const { location, logKeyFile, remove } = await emptyDatabase("sqlite");
  const accounts = await prepareDatabase(location, logKeyFile, ...ROLES);
  const served = await startServed({ database: location, logKeyFile });
  const ids: string[] = [];
  for await (const { id } of officersWork(served.url, accounts.officer.token, {
    from: 0,
    count: 16,
    reportEach: 4,
  }))
    ids.push(id);
  const documents = Array.from({ length: 16 }, (_, number) => tenderNumber(number));
  return { served, known: { ids, accounts: Object.values(accounts), documents, bombs: bombs() }, remove };
};

const BAD = /^(?:5\d\d|hang|gone|answer broken off)$/;

const describe = ({ method, path, headers, body }: HostileRequest): string =>
  `${method} ${path.slice(0, 300)} ${JSON.stringify({ ...headers, authorization: "" }).slice(0, 300)} ${body?.subarray(0, 500).toString("latin1") ?? ""}`;

/** Sends so many hostile requests; stops after the first twenty problems. */
export const fuzz = async (requests: number, seed: number): Promise<Fuzzed> => {
  const { served, known, remove } = await begin();
  const url = new URL(served.url);
  const random = randomFrom(seed);
  const document = (await (await fetch(new URL("/api/v1/openapi.json", url))).json()) as OpenApi;
  const next = hostileRequests(document, known, random);
  const byStatus = new Map<string, number>();
  const problems: string[] = [];
  const memory: [number, number][] = [];
  let sent = 0;
  const every = Math.max(1, Math.floor(requests / SAMPLES));
  const client = async (): Promise<void> => {
    while (sent < requests && problems.length < MOST_PROBLEMS) {
      sent += 1;
      if (sent % every === 0) memory.push([sent, await memoryOf(url)]);
      const raw = sent % RAW_ONE_IN === 0 ? pick(random, RAW) : null;
      const hostile = next();
      const once = (): Promise<string> => (raw === null ? send(url, hostile) : sendRaw(url, raw));
      const status = await untilTaken(once, byStatus);
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      if (BAD.test(status)) problems.push(`${status}: ${raw?.slice(0, 200) ?? describe(hostile)}`);
      if (status === "gone") return;
      say(`${sent} of ${requests} requests, ${problems.length} problems`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  const healthy = await fetch(new URL("/readyz", url)).then(
    ({ status }) => status,
    () => "not at all",
  );
  if (healthy !== 200) problems.push(`afterwards /readyz answers ${healthy}`);
  served.process.kill("SIGTERM");
  const end = await served.ended;
  if (end !== 0) problems.push(`the service ended with ${end}`);
  const told = served.told().replace(/^no administrator.*\n/, "");
  if (told !== "") problems.push(`the service told: ${told.slice(0, 2000)}`);
  await remove();
  const settled = memory.filter(([at]) => at > requests / 4);
  return {
    requests: sent,
    byStatus: Object.fromEntries(byStatus),
    problems,
    growthPerThousand: Math.round(slopeOf(settled) * 1000),
  };
};

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { requests: { type: "string", default: "1000000" }, seed: { type: "string", default: "1" } },
  });
  const fuzzed = await fuzz(Number(values.requests), Number(values.seed));
  console.log(JSON.stringify(fuzzed, null, 2));
  process.exitCode = fuzzed.problems.length === 0 ? 0 : 1;
}
