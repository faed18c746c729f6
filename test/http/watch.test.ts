import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { expect } from "chai";
import express from "express";
import { atMost, unlessLate } from "../../src/http/back-pressure.ts";
import { type RunningService, startService } from "../support/running-service.ts";

describe("the watch over the service", () => {
  let running: RunningService;

  before(async () => {
    running = await startService();
  });

  after(() => running.stop());

  it("counts answers by the route as declared, never by what was asked for", async () => {
    await fetch(`${running.url}/api/v1/rules/brands`);
    await fetch(`${running.url}/api/v1/tenders/01ARZ3NDEKTSV4RRFFQ69G5FAV`);
    await fetch(`${running.url}/no/such/address?name=someone`);
    const text = await (await fetch(`${running.url}/metrics`)).text();
    expect(text).to.match(
      /awlawiya_http_request_seconds_count\{route="\/api\/v1\/rules\/:rule",method="GET",status="200"\}/,
    );
    expect(text).to.include('route="unmatched"');
    expect(text).to.not.match(/01ARZ3|no\/such|someone/);
  });

  it("gives its figures to the machine alone", async () => {
    const through = await fetch(`${running.url}/metrics`, { headers: { "x-forwarded-for": "203.0.113.9" } });
    expect(through.status).to.equal(404);
  });

  it("gives each answer an id of its own", async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await fetch(`${running.url}/healthz`)).headers.get("x-request-id")),
    );
    expect(ids[0]).to.match(/^[0-9a-f-]{36}$/);
    expect(ids[0]).to.not.equal(ids[1]);
  });
});

/** A hundred and fifty at once, from a thread of their own: the statuses that they and the watch were answered. */
const crowdAt = (url: string): Promise<readonly number[]> => {
  const crowd = `
    const { parentPort, workerData: url } = require("node:worker_threads");
    const statuses = [];
    const ask = async () => {
      for (let count = 0; count < 6; count += 1) {
        const { status } = await fetch(url + "/api/work");
        statuses.push(status);
        if (status === 503) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const watch = async () => statuses.push((await fetch(url + "/healthz")).status);
    Promise.all([...Array.from({ length: 150 }, ask), watch()]).then(() => parentPort.postMessage(statuses));`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(crowd, { eval: true, workerData: url });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
};

describe("a service with as much work as it can do", () => {
  it("tells one more to come back, is still alive, and goes on when there is room", async () => {
    const app = express();
    const waiting: (() => void)[] = [];
    app.use(atMost(2));
    app.get("/healthz", (_request, response) => {
      response.send("ok");
    });
    app.get("/api/work", (_request, response) => {
      waiting.push(() => response.send("done"));
    });
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const first = [fetch(`${url}/api/work`), fetch(`${url}/api/work`)];
    while (waiting.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    const refused = await fetch(`${url}/api/work`);
    expect([refused.status, refused.headers.get("retry-after")]).to.deep.equal([503, "5"]);
    expect(((await refused.json()) as { code: string }).code).to.equal("OVERLOADED");
    expect((await fetch(`${url}/healthz`)).status).to.equal(200);
    for (const finish of waiting.splice(0)) finish();
    expect((await Promise.all(first)).map(({ status }) => status)).to.deep.equal([200, 200]);
    const later = fetch(`${url}/api/work`);
    while (waiting.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    waiting[0]?.();
    expect((await later).status).to.equal(200);
    server.closeAllConnections();
    server.close();
  });

  it("tells those who would wait too long to come back, as long as that lasts, and nobody afterwards", async () => {
    const app = express();
    app.use(unlessLate((_request, _response, next) => next()));
    app.get("/healthz", (_request, response) => {
      response.send("ok");
    });
    app.get("/api/work", (_request, response) => {
      const until = performance.now() + 3;
      while (performance.now() < until);
      response.send("done");
    });
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const answers = await crowdAt(url);
      expect(new Set(answers)).to.deep.equal(new Set([200, 503]));
      expect((await fetch(`${url}/api/work`)).status).to.equal(200);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
