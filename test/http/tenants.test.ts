import { expect } from "chai";
import { type Role, SERVICE } from "../../src/domain/actor.ts";
import { ACCESS } from "../../src/http/access/access-table.ts";
import { type RunningService, SOME_BUYER, startService } from "../support/running-service.ts";

const OTHER_BUYER = "01.051.01.01";
const PASSWORD = "quatre grains de sésame";
/** Words that stand in what buyer A keeps and nowhere else. */
const SECRET = "Zellige-Secret";

/** A draft: no public call, so that whoever reads its words read what is not theirs. */
const TENDER = {
  reference: "S/2026",
  buyer: { name: { fr: "Commune fictive" } },
  title: { fr: `Restauration ${SECRET}` },
  category: "services",
  procedure: "open",
  stage: "draft",
  launchedOn: "2026-03-01",
};
const YEAR = {
  buyer: { name: { fr: "Commune fictive" } },
  year: 2026,
  entries: [{ title: { fr: SECRET }, amount: 1000, launched: false, reserved: false }],
};
const PROFILE = { name: { fr: `Coopérative ${SECRET}` }, legalForm: "cooperative", sectors: ["catering"] };

type Headers = Readonly<Record<string, string>>;

/** Somebody who calls: a token for the API and a session for the pages. */
interface Caller {
  readonly name: string;
  readonly api: Headers;
  readonly pages: Headers;
}

/** What buyer A and cooperative A have, by the place it takes in a path. */
interface Things {
  readonly tender: string;
  readonly assessment: string;
  readonly report: string;
  readonly profile: string;
  readonly token: string;
}

const CALLERS: readonly (readonly [name: string, role: Role, buyer: string | null])[] = [
  ["another buyer's officer", "officer", OTHER_BUYER],
  ["another buyer's approver", "approver", OTHER_BUYER],
  ["another buyer's auditor", "auditor", OTHER_BUYER],
  ["a cooperative", "cooperative", null],
  ["an administrator", "administrator", null],
];

/** Routes by which an administrator keeps accounts, whosever they are; and those that end the caller's own session. */
const KEEPS_ACCOUNTS = /^\w+ \/(?:accounts|logout|account\/password|api\/v1\/buyers\/:code\/four-eyes)/;

const addressOf = (name: string, things: Things): string => {
  const [, path = ""] = name.split(" ");
  return path
    .replace(/(?<=\/tenders\/|\/calls\/):id/, things.tender)
    .replace(/(?<=\/assessments\/):id/, things.assessment)
    .replace(/(?<=\/cooperatives\/):id/, things.profile)
    .replace(/(?<=\/tokens\/):id/, things.token)
    .replace(":reportId", things.report)
    .replace("/buyers/:code", `/buyers/${SOME_BUYER}`)
    .replace("/years/:code/:year", `/years/${SOME_BUYER}/2026`)
    .replace(":year", "2026")
    .replaceAll(/:\w+/g, "none");
};

/** What a write says: good enough to be kept where it may be. */
const bodyOf = (name: string, things: Things): { readonly headers: Headers; readonly body: string } => {
  if (name.includes(" /api/")) {
    const json = name.includes("/years/") ? YEAR : name.includes("/cooperatives/") ? PROFILE : TENDER;
    const overwriting = { ...json, ...(name.includes("/tenders") ? { reference: "OVERWRITTEN" } : {}) };
    return {
      headers: { "content-type": "application/json", "if-match": '"1"' },
      body: JSON.stringify(overwriting).replace(SECRET, "OVERWRITTEN"),
    };
  }
  const fields = {
    document: "{}",
    do: "save",
    version: "1",
    "/reference": "OVERWRITTEN",
    "/title/fr": "OVERWRITTEN",
    "/buyer/name/fr": "Commune fictive",
    "reserve-0": "1",
    closed: "yes",
    kind: "approved",
    assessment: things.assessment,
  };
  return {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  };
};

describe("buyers and cooperatives, each for themselves", () => {
  let running: RunningService;
  let owner: Headers;
  let speaker: Headers;
  let things: Things;
  const callers: Caller[] = [];

  const call = async (name: string, headers: Headers): Promise<Response> => {
    const [method = ""] = name.split(" ");
    const sent = method === "GET" || method === "DELETE" ? null : bodyOf(name, things);
    return fetch(`${running.url}${addressOf(name, things)}`, {
      method,
      redirect: "manual",
      ...(sent === null ? {} : { body: sent.body }),
      headers: { accept: "text/html, application/json", ...sent?.headers, ...headers },
    });
  };

  const callerOf = async (name: string, role: Role, buyer: string | null): Promise<Caller> => {
    const { accounts } = running.service;
    const { account, secret } = await accounts.addAccount(SERVICE, {
      login: name.replaceAll(/[ ']/g, "-"),
      role,
      buyer,
    });
    const { secret: token } = await accounts.makeToken(SERVICE, account.id, "test", ["read", "write"]);
    const response = await fetch(`${running.url}/welcome/${secret}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ password: PASSWORD, again: PASSWORD }),
    });
    const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    return { name, api: { authorization: `Bearer ${token}` }, pages: { cookie } };
  };

  const api = async (path: string, headers: Headers, method = "GET", json?: unknown): Promise<unknown> => {
    const response = await fetch(`${running.url}/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    expect(response.ok, `${method} ${path} ${response.status}`).to.equal(true);
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return isJson ? response.json() : response.arrayBuffer();
  };

  /** Everything that buyer A and cooperative A keep, as they see it. */
  const kept = async (): Promise<unknown> => ({
    tenders: await api("/tenders", owner),
    assessment: await api(`/assessments/${things.assessment}`, owner),
    decisions: await api(`/assessments/${things.assessment}/decisions`, owner),
    year: await api(`/buyers/${SOME_BUYER}/years/2026`, owner),
    profile: await api(`/cooperatives/${things.profile}`, speaker),
    tokens: await running.service.accounts.listTokens(things.profile),
  });

  before(async () => {
    running = await startService();
    owner = await running.as("officer", SOME_BUYER);
    const { id: tender } = (await api("/tenders", owner, "POST", TENDER)) as { id: string };
    const assessed = await api(`/tenders/${tender}/assessments`, owner, "POST");
    const { id: assessment } = assessed as { id: string };
    await api(`/assessments/${assessment}/report.pdf?lang=fr`, owner);
    await api(`/buyers/${SOME_BUYER}/years/2026`, owner, "PUT", YEAR);
    const { items } = (await api("/reports", owner)) as { items: readonly { id: string }[] };
    const { account } = await running.service.accounts.addAccount(SERVICE, {
      login: "cooperative-a",
      role: "cooperative",
      buyer: null,
    });
    const { token, secret } = await running.service.accounts.makeToken(SERVICE, account.id, "own", ["read"]);
    speaker = { authorization: `Bearer ${secret}` };
    await running.service.cooperatives.profiles.put(SERVICE, account.id, null, PROFILE);
    things = { tender, assessment, report: items[0]?.id ?? "", profile: account.id, token: token.id };
    for (const [name, role, buyer] of CALLERS) callers.push(await callerOf(name, role, buyer));
    callers.push({ name: "a visitor", api: {}, pages: {} });
  });

  after(async () => {
    expect(running.faults).to.deep.equal([]);
    await running.stop();
  });

  it("see their own by every route that shows it", async () => {
    const shows: string[] = [];
    const mine = await callerOf("own officer", "officer", SOME_BUYER);
    for (const name of Object.keys(ACCESS).filter((each) => each.startsWith("GET "))) {
      const response = await call(name, name.includes(" /api/") ? mine.api : mine.pages);
      if ((await response.text()).includes(SECRET)) shows.push(name);
    }
    // The net has holes if these do not hold the word that the others are searched for.
    expect(shows).to.include.members([
      "GET /api/v1/tenders",
      "GET /api/v1/tenders/:id",
      "GET /api/v1/buyers/:code/years/:year",
      "GET /tenders",
      "GET /tenders/:id",
      "GET /years/:code/:year",
    ]);
  });

  it("see nothing of one another and change nothing, by any route", async () => {
    const before = await kept();
    const leaks: string[] = [];
    for (const { name: who, api: token, pages } of callers)
      for (const name of Object.keys(ACCESS).filter((each) => !KEEPS_ACCOUNTS.test(each))) {
        const response = await call(name, name.includes(" /api/") ? token : pages);
        const text = await response.text();
        if (text.includes(SECRET)) leaks.push(`${who}: ${name} ${response.status}`);
        expect(response.status, `${who}: ${name}`).to.be.below(500);
      }
    expect(leaks).to.deep.equal([]);
    expect(await kept()).to.deep.equal(before);
  });
});
