import { expect } from "chai";
import * as fc from "fast-check";
import { SERVICE } from "../../src/domain/actor.ts";
import { type RunningService, startService } from "../support/running-service.ts";

const BASE = {
  reference: "1/2026",
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: "Restauration" },
};
const json = (change: object): string => JSON.stringify({ ...BASE, ...change });

/** What is sent, the status, and where the first error points. */
const BAD: readonly (readonly [what: string, body: string | Uint8Array, status: number, pointer: string])[] =
  [
    ["a wrong type", json({ reference: 5 }), 400, "/reference"],
    ["an unknown property", json({ colour: 1 }), 400, "/colour"],
    ["an impossible day", json({ launchedOn: "2026-02-30" }), 400, "/launchedOn"],
    ["a negative amount", json({ estimate: { amount: -5 } }), 400, "/estimate/amount"],
    ["three decimals", json({ estimate: { amount: 1.234 } }), 400, "/estimate/amount"],
    ["NaN", '{"reference":NaN}', 400, ""],
    ["1e400", '{"reference":1e400}', 400, "/reference"],
    ["a prototype", '{"__proto__":{"a":1}}', 400, "/__proto__"],
    ["50 levels", "[".repeat(50) + "]".repeat(50), 400, "/0".repeat(32)],
    ["10 MB", "x".repeat(10_000_000), 413, ""],
    ["Latin-1", Buffer.from('{"reference":"é"}', "latin1"), 400, ""],
    ["nothing", "", 400, ""],
  ];

describe("bad input over HTTP", () => {
  let running: RunningService;
  let officer: Readonly<Record<string, string>>;
  const send = (path: string, { headers, ...init }: RequestInit): Promise<Response> => {
    const all = new Headers(headers);
    for (const [name, value] of Object.entries(officer)) all.set(name, value);
    return fetch(`${running.url}${path}`, { ...init, headers: all });
  };
  const post = (path: string, body: string | Uint8Array): Promise<Response> =>
    send(path, { method: "POST", headers: { "content-type": "application/json" }, body });

  before(async () => {
    running = await startService();
    officer = await running.as("officer");
  });

  after(async () => {
    const { items } = await running.service.listTenders(SERVICE, null, 1);
    expect(items).to.deep.equal([]);
    expect(running.faults).to.deep.equal([]);
    await running.stop();
  });

  for (const [what, body, status, pointer] of BAD)
    for (const path of ["/api/v1/checks", "/api/v1/tenders"])
      it(`is a problem with its place: ${what} at ${path}`, async () => {
        const response = await post(path, body);
        expect(response.status).to.equal(status);
        expect(response.headers.get("content-type")).to.match(/^application\/problem\+json/);
        const text = await response.text();
        expect(text).to.not.match(/ at .*\.(ts|js):\d+|node_modules/);
        const { errors } = JSON.parse(text) as { errors: readonly { pointer: string; message: string }[] };
        if (status === 400) expect(errors[0]).to.include({ pointer });
      });

  it("is told by status: address, method, type, parameter", async () => {
    expect((await send("/api/v1/nothing", {})).status).to.equal(404);
    const wrongMethod = await send("/api/v1/checks", { method: "DELETE" });
    expect(wrongMethod.status).to.equal(405);
    expect(wrongMethod.headers.get("allow")).to.equal("POST");
    const wrongType = await send("/api/v1/checks", {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "x",
    });
    expect(wrongType.status).to.equal(415);
    expect((await post("/api/v1/checks?lang=de", json({}))).status).to.equal(400);
    expect((await post("/api/v1/checks?colour=red", json({}))).status).to.equal(400);
    expect((await post("/api/v1/checks?on=2026-13-01", json({}))).status).to.equal(400);
    expect((await send("/api/v1/tenders/01K%00", {})).status).to.equal(404);
    expect((await send("/api/v1/tenders/%ff", {})).status).to.equal(400);
    expect((await send("/api/v1/tenders?limit=0", {})).status).to.equal(400);
  });

  it("never is our fault, whatever the JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const response = await post("/api/v1/tenders", JSON.stringify(value));
        expect(response.status).to.equal(400);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps to itself: no script inline, nothing from outside", async () => {
    const { headers } = await send("/", {});
    expect(headers.get("content-security-policy")).to.match(/default-src 'none'/);
    expect(headers.get("content-security-policy")).to.not.match(/unsafe|http/);
    expect(headers.get("x-content-type-options")).to.equal("nosniff");
    expect(headers.get("x-powered-by")).to.equal(null);
  });
});
