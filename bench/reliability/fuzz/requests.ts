import { ACCESS } from "../../../src/http/access/access-table.ts";
import type { Document } from "../../../src/usecases/ports.ts";
import type { Prepared } from "../prepared.ts";
import { NAUGHTY } from "./naughty.ts";
import { pick, type Random, spoil, spoilBytes } from "./spoil.ts";

/** One request, as it goes out. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly enum?: readonly string[] };
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

export type OpenApi = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** What the requests may speak of: ids that exist, accounts of every role, documents that are valid. */
export interface Known {
  readonly ids: readonly string[];
  readonly accounts: readonly Prepared[];
  readonly documents: readonly Document[];
  readonly bombs: readonly Buffer[];
}

interface Target {
  readonly method: string;
  readonly path: string;
  readonly query: readonly Parameter[];
  readonly types: readonly string[];
}

const FORM = "application/x-www-form-urlencoded";
const UPLOAD = "multipart/form-data";
const BOUNDARY = "----hostile";

const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND"];

/** Operations of the API as its document tells them. */
const targetsOf = ({ paths }: OpenApi): readonly Target[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => METHODS.includes(method.toUpperCase()))
      .map(([method, { parameters = [], requestBody }]) => ({
        method: method.toUpperCase(),
        path: `/api/v1${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
        query: parameters.filter((each) => each.in === "query"),
        types: Object.keys(requestBody?.content ?? {}),
      })),
  );

const PAGE_QUERY = ["lang", "q", "cursor", "before", "year", "sector", "on", "page", "next"].map((name) => ({
  name,
  in: "query",
}));

/** Pages and forms, which no document describes. */
const pages: readonly Target[] = Object.keys(ACCESS)
  .map((route) => route.split(" ") as [string, string])
  .filter(([, path]) => !path.startsWith("/api/"))
  .map(([method, path]) => ({
    method,
    path,
    query: PAGE_QUERY,
    types: method === "GET" ? [] : [FORM, UPLOAD],
  }));

const fieldNames = [
  "reference",
  "title",
  "login",
  "password",
  "file",
  "text",
  "lang",
  "version",
  "role",
  "estimate",
];

const formBody = (random: Random): Buffer => {
  const fields = new URLSearchParams();
  for (let field = 0; field < 1 + random() * 8; field += 1)
    fields.append(
      random() < 0.9 ? pick(random, fieldNames) : pick(random, NAUGHTY),
      pick(random, NAUGHTY).toWellFormed(),
    );
  return Buffer.from(fields.toString());
};

const uploadBody = (random: Random, known: Known): Buffer => {
  const file =
    random() < 0.02 ? pick(random, known.bombs) : spoilBytes(pick(random, known.documents), random);
  const name = pick(random, ["x.json", "x.csv", "x.xlsx", "x.pdf", "../x", "x\0.json", "مناقصة.json"]);
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${pick(random, ["file", "text", "pdf"])}"; filename="${name}"\r\n`;
  const tail = random() < 0.9 ? `\r\n--${BOUNDARY}--\r\n` : "";
  return Buffer.concat([
    Buffer.from(`${head}Content-Type: application/octet-stream\r\n\r\n`),
    file,
    Buffer.from(tail),
  ]);
};

const bodyOf = (type: string, random: Random, known: Known): Buffer => {
  if (type === FORM) return formBody(random);
  if (type === UPLOAD) return uploadBody(random, known);
  if (!type.includes("json")) return random() < 0.05 ? pick(random, known.bombs) : spoilBytes({}, random);
  const valid = pick(random, known.documents);
  if (random() < 0.3) return spoilBytes(valid, random);
  let value: unknown = valid;
  for (let change = 0; change < 1 + random() * 3; change += 1) value = spoil(value, random);
  return Buffer.from(JSON.stringify(value) ?? "");
};

const valueOf = ({ schema }: Parameter, random: Random, known: Known): string => {
  if (schema?.enum !== undefined && random() < 0.5) return pick(random, schema.enum);
  return random() < 0.3 ? pick(random, known.ids) : pick(random, NAUGHTY);
};

const queryOf = ({ query }: Target, random: Random, known: Known): string => {
  const asked = query.filter(() => random() < 0.4);
  const parts = asked.map(
    (each) => `${each.name}=${encodeURIComponent(valueOf(each, random, known).toWellFormed())}`,
  );
  if (random() < 0.1) parts.push(`${encodeURIComponent(pick(random, NAUGHTY).toWellFormed())}=1`);
  if (random() < 0.05) parts.push("lang=fr&lang=ar", "%", "a[b]=c", "%zz=%ff");
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
};

const pathOf = ({ path }: Target, random: Random, known: Known): string =>
  path.replaceAll(/:\w+/g, () =>
    random() < 0.6
      ? pick(random, known.ids)
      : encodeURIComponent(pick(random, NAUGHTY).slice(0, 2000).toWellFormed()),
  );

const TYPES = [
  "application/json",
  "text/plain",
  "application/xml",
  "application/json; charset=utf-7",
  "a/b",
  "*/*",
];

const headersOf = (
  isPage: boolean,
  type: string | undefined,
  random: Random,
  known: Known,
): Record<string, string> => {
  const headers: Record<string, string> = {
    // Another address each time: the limits of one address would hide what lies behind them.
    "x-forwarded-for": Array.from({ length: 4 }, () => Math.floor(random() * 256)).join("."),
  };
  const { token, cookie } = pick(random, known.accounts);
  if (isPage && random() < 0.85) headers["cookie"] = cookie;
  if (!isPage && random() < 0.85) headers["authorization"] = `Bearer ${random() < 0.97 ? token : "x"}`;
  if (type !== undefined)
    headers["content-type"] =
      random() < 0.95 ? (type === UPLOAD ? `${type}; boundary=${BOUNDARY}` : type) : pick(random, TYPES);
  if (random() < 0.1) headers["if-match"] = pick(random, ['"1"', "1", "*", '"x"', '"99999999999999999999"']);
  if (random() < 0.1)
    headers["accept-language"] = pick(random, ["ar", "fr;q=9", "*", "x".repeat(500), "ar,,,;;;"]);
  if (random() < 0.05) headers["accept"] = pick(random, ["text/html", "application/pdf", "", "*/*;q=0"]);
  if (random() < 0.05)
    headers["cookie"] = pick(random, ["session=x", "__Host-session=1; a", "=;=;", "a".repeat(3000)]);
  if (random() < 0.05) headers["sec-fetch-site"] = pick(random, ["cross-site", "same-origin", "none", "x"]);
  if (random() < 0.02) headers["content-encoding"] = pick(random, ["gzip", "br", "x"]);
  return headers;
};

/** Makes hostile requests of everything the service answers to. */
export const hostileRequests = (document: OpenApi, known: Known, random: Random): (() => HostileRequest) => {
  const targets = [...targetsOf(document), ...pages];
  return () => {
    const drawn = pick(random, targets);
    // A report takes as long as fifty other answers: asked less often, the others get their turn.
    const target = drawn.path.endsWith(".pdf") && random() < 0.9 ? pick(random, targets) : drawn;
    const type = target.types.length === 0 ? undefined : pick(random, target.types);
    const method = random() < 0.97 ? target.method : pick(random, METHODS);
    // Signing out would end what the other requests need.
    const isPage = !target.path.startsWith("/api/") && target.path !== "/logout";
    const hasBody = type !== undefined && !["GET", "HEAD"].includes(method);
    return {
      method,
      path: pathOf(target, random, known) + queryOf(target, random, known),
      headers: headersOf(isPage, type, random, known),
      body: hasBody ? bodyOf(type, random, known) : null,
    };
  };
};
