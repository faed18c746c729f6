import { expect } from "chai";
import { Router } from "express";
import { ROLES } from "../../src/domain/actor.ts";
import { PUBLIC } from "../../src/http/access/access.ts";
import { ACCESS } from "../../src/http/access/access-table.ts";
import { demandComplete } from "../../src/http/access/gate.ts";
import { routesOf } from "../../src/http/access/route-list.ts";
import { type RunningService, startService } from "../support/running-service.ts";

// An answer to a report is shown where the report is verified, and proves itself by its buyer's signature.
const ANSWERS = "/reports/:reportId/responses";
const PUBLIC_API = ["/checks", "/calls", "/rules", "/verify", "/openapi.json", ANSWERS];

describe("the access table", () => {
  it("has a line for each route, and a route for each line, or the service does not start", () => {
    const router = Router();
    router.get("/things/:id", () => undefined);
    const routes = routesOf([{ path: "/api/v1", router }]);
    expect(routes.map(({ name }) => name)).to.deep.equal(["GET /api/v1/things/:id"]);
    expect(() => demandComplete(routes, {})).to.throw(/no line for GET \/api\/v1\/things\/:id/);
    expect(() => demandComplete([], { "GET /gone": PUBLIC })).to.throw(/no route for GET \/gone/);
    router.use(() => undefined);
    expect(() => routesOf([{ path: "/api/v1", router }])).to.throw(/more than routes/);
  });

  it("opens the API without an account only where the contract says so", () => {
    const open = Object.entries(ACCESS)
      .filter(([name, { visitors }]) => visitors === "always" && name.includes(" /api/v1"))
      .map(([name]) => name.split(" /api/v1")[1] ?? "");
    expect(open.filter((path) => !PUBLIC_API.some((start) => path.startsWith(start)))).to.deep.equal([]);
  });
});

describe("the gate", () => {
  let running: RunningService;

  before(async () => {
    running = await startService("sqlite", true);
  });
  after(() => running.stop());

  const call = (name: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const [method = "", path = ""] = name.split(" ");
    const init = { method, headers, redirect: "manual" as const };
    return fetch(`${running.url}${path.replaceAll(/:\w+/g, "none")}`, init);
  };

  it("asks visitors who they are wherever the table does", async () => {
    for (const [name, { visitors }] of Object.entries(ACCESS)) {
      const { status } = await call(name);
      if (visitors === "never") expect(status, name).to.equal(401);
      // An empty name and password are wrong, which is another 401.
      else if (name !== "POST /login") expect([401, 403], name).to.not.include(status);
    }
  });

  it("lets in the roles of the table and no other", async () => {
    for (const role of ROLES) {
      const headers = await running.as(role);
      const api = Object.entries(ACCESS).filter(([name]) => name.includes(" /api/"));
      for (const [name, { roles }] of api) {
        const { status } = await call(name, headers);
        expect(status === 403, `${role} ${name} ${status}`).to.equal(!roles.includes(role));
        expect(status, name).to.not.equal(401);
        expect(status, name).to.be.below(500);
      }
    }
  });

  it("shows visitors the demo's tenders where the demo runs, and nobody else's", async () => {
    const officer = await running.as("officer");
    const tender = {
      reference: "1",
      buyer: { name: { fr: "Commune fictive" } },
      title: { fr: "Restauration" },
    };
    const own = await fetch(`${running.url}/api/v1/tenders`, {
      method: "POST",
      headers: { "content-type": "application/json", ...officer },
      body: JSON.stringify(tender),
    });
    const { id } = (await own.json()) as { id: string };
    const list = (await (await call("GET /api/v1/tenders")).json()) as { items: readonly unknown[] };
    expect(list.items).to.deep.equal([]);
    expect((await call(`GET /api/v1/tenders/${id}`)).status).to.equal(404);
    expect((await call(`GET /api/v1/tenders/${id}`, officer)).status).to.equal(200);
    const other = await running.as("officer", "01.051.01.01");
    expect((await call(`GET /api/v1/tenders/${id}`, other)).status).to.equal(404);
    expect((await call(`POST /api/v1/tenders/${id}/assessments`, other)).status).to.equal(404);
  });

  it("refuses a tender that names another buyer by its code", async () => {
    const officer = await running.as("officer");
    const store = async (code: string): Promise<number> => {
      const buyer = { name: { fr: "Commune" }, code };
      const body = JSON.stringify({ reference: "1", buyer, title: { fr: "Restauration" } });
      const headers = { "content-type": "application/json", ...officer };
      return (await fetch(`${running.url}/api/v1/tenders`, { method: "POST", headers, body })).status;
    };
    expect(await store("12.066.03.05")).to.equal(201);
    expect(await store("01.051.01.01")).to.equal(400);
  });
});
