// Pieces of the OpenAPI document that several areas share.

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: object) => ({ "application/json": { schema } });
export const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ref("Problem") } },
});
export const answer = (description: string, schema: object, headers: object = {}) => ({
  description,
  headers,
  content: json(schema),
});
export const pdf = {
  description: "The report: PDF",
  headers: { ETag: { description: "SHA-256 of the file", schema: { type: "string" } } },
  content: { "application/pdf": { schema: { type: "string", contentMediaType: "application/pdf" } } },
};
export const page = {
  description: "The report: a web page",
  content: { "text/html": { schema: { type: "string" } } },
};
export const versionHeader = { ETag: { description: "Version, for If-Match", schema: { type: "string" } } };

export const query = (name: string, description: string, schema: object) => ({
  name,
  in: "query",
  description,
  schema,
});
export const on = query("on", "Day whose law applies; else the tender's own", {
  type: "string",
  format: "date",
});
export const lang = query("lang", "Adds words in this language; else Accept-Language", {
  type: "string",
  enum: ["ar", "fr", "en"],
});
export const variant = query("variant", "The whole report, or one page", {
  type: "string",
  enum: ["full", "summary"],
  default: "full",
});
export const path = (name: string, description: string) => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
});
export const tenderBody = { required: true, content: json(ref("Tender")) };

export const BODY_PROBLEMS = {
  400: problem("The document or a parameter is not as expected"),
  413: problem("The body is too large"),
  415: problem("The body is not JSON"),
};
export const ABSENT = { 404: problem("There is no such thing") };
export const BAD_PARAMETER = { 400: problem("A parameter is not as expected") };
export const LIMITED = { 429: problem("Too many requests") };
export const REPORT = {
  500: problem("The report could not be made"),
  503: problem("Too many reports are being made"),
};
