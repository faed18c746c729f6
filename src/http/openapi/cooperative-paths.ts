import { cooperativeSchema } from "../../intake/schema/cooperative-schema.ts";
import {
  ABSENT,
  answer,
  BAD_PARAMETER,
  BODY_PROBLEMS,
  json,
  lang,
  LIMITED,
  path,
  problem,
  query,
  ref,
  versionHeader,
} from "./parts.ts";
import { Type } from "../../schema-type.ts";

const text = { type: "string" };
const SEARCH_PARAMETERS = [
  query("q", 'Words in Arabic or French; "exact words"; -excluded. At most 500 characters', text),
  query("sector", "catering, events, services, other or unknown; several with commas", text),
  query("region", "Code of the region; several with commas", text),
  query("province", "Code of the province or prefecture", text),
  query("commune", "Code of the commune or arrondissement", text),
  query("procedure", "Procedure; several with commas", text),
  query("reserved", "yes, no or unknown; several with commas", text),
  query("deadlineFrom", "First day of the deadline", { type: "string", format: "date" }),
  query("deadlineTo", "Last day of the deadline", { type: "string", format: "date" }),
  query("amountMin", "Dirhams at least", { type: "number" }),
  query("amountMax", "Dirhams at most", { type: "number" }),
  query("lotMax", "Has a lot of at most so many dirhams", { type: "number" }),
  query("near", "Code of a place: adds the administrative distance", text),
  query("within", "How near at least", { type: "string", enum: ["commune", "province", "region"] }),
  query("sort", "Order", { type: "string", enum: ["relevance", "deadline", "amount", "newest", "distance"] }),
  query("scope", "Open calls, or all that were ever published", {
    type: "string",
    enum: ["open", "all"],
    default: "open",
  }),
  query("cursor", "`next` of the page before", text),
  query("limit", "Calls a page", { type: "integer", minimum: 1, maximum: 200, default: 20 }),
];

const profileResponse = (description: string) => answer(description, ref("StoredCooperative"), versionHeader);

/** Paths of the search and of the space of cooperatives. */
export const cooperativePaths = {
  "/calls": {
    get: {
      operationId: "searchCalls",
      summary: "Search public calls, with facet counts; no account is needed",
      parameters: SEARCH_PARAMETERS,
      responses: {
        200: answer("A page of calls", ref("CallPage")),
        ...BAD_PARAMETER,
        ...LIMITED,
        503: problem("Too many searches are waiting"),
      },
    },
  },
  "/tenders/{id}/eligibility": {
    parameters: [path("id", "Id of the tender")],
    get: {
      operationId: "readEligibility",
      summary: "Whether a profile can answer a call, and whether what it demands is lawful",
      parameters: [
        query("cooperative", "Id of one's own profile; else what is asked of any cooperative", text),
        lang,
      ],
      responses: {
        200: answer("The eligibility, lot by lot", { type: "object" }),
        ...BAD_PARAMETER,
        ...ABSENT,
      },
    },
  },
  "/tenders/{id}/exclusion": {
    parameters: [path("id", "Id of the tender")],
    get: {
      operationId: "readExclusion",
      summary:
        "How many registered cooperatives of the sector and place each demand shuts out, and all together",
      parameters: [lang],
      responses: { 200: answer("Demands, strongest first", { type: "object" }), ...BAD_PARAMETER, ...ABSENT },
    },
  },
  "/cooperatives/{id}": {
    parameters: [path("id", "Id of the profile: that of the account, unless another was given to it")],
    get: {
      operationId: "readCooperative",
      summary: "One's own profile, as it is kept",
      responses: { 200: profileResponse("The profile"), ...BAD_PARAMETER, ...ABSENT },
    },
    put: {
      operationId: "putCooperative",
      summary: "Keep one's own profile; a change says If-Match",
      requestBody: { required: true, content: json(ref("Cooperative")) },
      responses: {
        200: profileResponse("Changed"),
        201: profileResponse("Kept"),
        ...BODY_PROBLEMS,
        ...ABSENT,
        412: problem("Somebody else was faster"),
      },
    },
    delete: {
      operationId: "eraseCooperative",
      summary: "Erase one's own profile and what hangs on it",
      responses: { 204: { description: "Erased" }, ...BAD_PARAMETER, ...ABSENT },
    },
  },
  "/cooperatives/{id}/matches": {
    parameters: [path("id", "Id of the profile")],
    get: {
      operationId: "listMatches",
      summary: "Open calls that suit one's own profile, best first, with reasons and partners",
      responses: { 200: answer("Matches", { type: "object" }), ...BAD_PARAMETER, ...ABSENT },
    },
  },
};

/** A profile with its place in the store. */
export const storedCooperativeSchema = Type.Object(
  {
    id: Type.String({ description: "Id of the profile" }),
    version: Type.Integer({ description: "Counts changes from 1" }),
    createdAt: Type.String({ description: "When it was kept first, UTC" }),
    changedAt: Type.String({ description: "When it was kept last, UTC" }),
    cooperative: cooperativeSchema,
  },
  { additionalProperties: false, description: "A stored profile" },
);

/** One page of a search. */
export const callPageSchema = Type.Object(
  {
    items: Type.Array(Type.Object({}, { description: "A call" }), { description: "Calls of the page" }),
    total: Type.Integer({ description: "Calls found" }),
    facets: Type.Object(
      {},
      { description: "Counts by facet and code, each as if its own choice were not made" },
    ),
    amountUnknown: Type.Integer({ description: "Calls left out only because no amount is printed" }),
    relaxed: Type.Boolean({ description: "No call has all the words: those with some are shown" }),
    next: Type.Union([Type.String(), Type.Null()], {
      description: "Cursor of the next page; null at the end",
    }),
  },
  { additionalProperties: false, description: "A page of calls" },
);
