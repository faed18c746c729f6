import { type Access, only, PUBLIC, shown, SIGNED_IN } from "./access.ts";

const BUYER = only("officer", "approver");
const READERS = shown("officer", "approver", "auditor");
const COOPERATIVE = only("cooperative");
const ADMINISTRATOR = only("administrator");

/**
 * Who may call what: the one table. A route that is not here cannot be called, and the service does not start with
 * a route that is not here or a line that has no route.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  "GET /healthz": PUBLIC,
  "GET /readyz": PUBLIC,
  // The route itself answers the machine alone.
  "GET /metrics": PUBLIC,

  "GET /api/v1/openapi.json": PUBLIC,
  "POST /api/v1/checks": PUBLIC,
  "POST /api/v1/checks/report.pdf": PUBLIC,
  "GET /api/v1/rules": PUBLIC,
  "GET /api/v1/rules/:rule": PUBLIC,
  "GET /api/v1/confirmations": SIGNED_IN,
  "POST /api/v1/confirmations": only("auditor", "administrator"),
  "GET /api/v1/tenders": READERS,
  "POST /api/v1/tenders": BUYER,
  "GET /api/v1/tenders/:id": READERS,
  "PUT /api/v1/tenders/:id": BUYER,
  "POST /api/v1/tenders/:id/assessments": BUYER,
  "GET /api/v1/tenders/:id/eligibility": SIGNED_IN,
  "GET /api/v1/tenders/:id/exclusion": READERS,
  "GET /api/v1/calls": PUBLIC,
  "GET /api/v1/cooperatives/:id": COOPERATIVE,
  "PUT /api/v1/cooperatives/:id": COOPERATIVE,
  "DELETE /api/v1/cooperatives/:id": COOPERATIVE,
  "GET /api/v1/cooperatives/:id/matches": COOPERATIVE,
  "GET /api/v1/assessments/:id": READERS,
  "GET /api/v1/assessments/:id/report.pdf": READERS,
  "GET /api/v1/assessments/:id/report.html": READERS,
  "GET /api/v1/assessments/:id/comparison.pdf": READERS,

  "POST /api/v1/verify": PUBLIC,
  "GET /api/v1/verify/:reportId": PUBLIC,

  "GET /api/v1/reports": READERS,
  "GET /api/v1/reports/sample": READERS,
  "GET /api/v1/reports/archive.zip": READERS,
  "GET /api/v1/reports/:reportId/file.pdf": READERS,

  "GET /api/v1/reports/:reportId/responses": PUBLIC,
  "POST /api/v1/reports/:reportId/responses": PUBLIC,
  "GET /api/v1/assessments/:id/decisions": READERS,
  "POST /api/v1/assessments/:id/decisions": BUYER,
  "PUT /api/v1/buyers/:code/four-eyes": ADMINISTRATOR,

  "GET /decisions": BUYER,
  "POST /decisions": BUYER,
  "GET /register": READERS,
  "GET /register/compare": READERS,
  "POST /register/visit": READERS,

  "GET /log/checkpoint": PUBLIC,
  "GET /log/keys": PUBLIC,
  "GET /log/consistency/:earlier/:later": PUBLIC,
  "GET /log/tile/:level/:a": PUBLIC,
  "GET /log/tile/:level/:a/:b": PUBLIC,
  "GET /log/tile/:level/:a/:b/:c": PUBLIC,
  "GET /log/export.jsonl": PUBLIC,
  "POST /log/cosignatures": PUBLIC,

  "GET /verify": PUBLIC,
  "POST /verify": PUBLIC,
  "GET /verify/:reportId": PUBLIC,
  "GET /calls": PUBLIC,
  "GET /calls.csv": PUBLIC,
  "GET /calls.atom": PUBLIC,
  "GET /calls.ics": PUBLIC,
  "GET /calls/:id": PUBLIC,
  "GET /calls/:id/findings": PUBLIC,
  "GET /calls/:id/deadline.ics": PUBLIC,
  "POST /alerts": PUBLIC,
  "GET /alerts/:secret": PUBLIC,
  "POST /alerts/:secret/confirm": PUBLIC,
  "POST /alerts/:secret/stop": PUBLIC,
  "GET /cooperative": COOPERATIVE,
  "GET /cooperative/profile": COOPERATIVE,
  "POST /cooperative/profile": COOPERATIVE,
  "GET /cooperative/export.json": COOPERATIVE,
  "POST /cooperative/erase": COOPERATIVE,

  "GET /": PUBLIC,
  "POST /": PUBLIC,
  "POST /file": PUBLIC,
  "POST /report.pdf": PUBLIC,

  "GET /tenders": READERS,
  "POST /tenders": BUYER,
  "GET /tenders/:id": READERS,
  "POST /tenders/:id": BUYER,
  "GET /calendar": READERS,
  "GET /calendar.ics": READERS,
  "GET /tenders/:id/calendar.ics": READERS,

  "GET /login": PUBLIC,
  "POST /login": PUBLIC,
  "POST /login/demo": PUBLIC,
  "POST /logout": PUBLIC,
  "GET /welcome/:secret": PUBLIC,
  "POST /welcome/:secret": PUBLIC,
  "GET /account": SIGNED_IN,
  "POST /account/password": SIGNED_IN,
  "POST /account/tokens": SIGNED_IN,
  "POST /account/tokens/:id/revoke": SIGNED_IN,
  "GET /accounts": ADMINISTRATOR,
  "POST /accounts": ADMINISTRATOR,
  "POST /accounts/:id/link": ADMINISTRATOR,
  "POST /accounts/:id/active": ADMINISTRATOR,
  "GET /acts": ADMINISTRATOR,
};
