import type { ErrorRequestHandler, Request, Response } from "express";
import { DomainError } from "../domain/errors.ts";
import type { InputError } from "../intake/input-error.ts";
import type { Watch } from "./observe.ts";

/** RFC 9457, with a code and the places that are wrong. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly errors: readonly InputError[];
}

/** Every code of a problem, with its status and what it says to programs. */
export const PROBLEMS: Readonly<Record<string, readonly [status: number, title: string]>> = {
  BAD_INPUT: [400, "The document is not as expected"],
  BAD_PARAMETER: [400, "A parameter of the request is not as expected"],
  MALFORMED_REQUEST: [400, "The request cannot be read"],
  NOT_SIGNED_IN: [401, "Sign in, or send a token: Authorization: Bearer"],
  SIGN_IN_FAILED: [401, "The name or the password is not right"],
  SIGN_IN_DENIED: [401, "The provider did not sign you in"],
  SIGN_IN_BROKEN: [401, "The provider's answer does not fit what was asked"],
  EMAIL_UNVERIFIED: [401, "The provider does not vouch for your e-mail address"],
  ACCOUNT_MISSING: [401, "There is no account of this e-mail address here"],
  ACCOUNT_LINKED: [401, "The account belongs to another person of the provider"],
  FORBIDDEN: [403, "Your role or your token does not allow this"],
  CROSS_SITE: [403, "The request comes from another site"],
  NOT_FOUND: [404, "There is nothing at this address"],
  TENDER_NOT_FOUND: [404, "There is no such tender"],
  ASSESSMENT_NOT_FOUND: [404, "There is no such assessment"],
  YEAR_NOT_FOUND: [404, "There is no such year of this buyer"],
  ACCOUNT_NOT_FOUND: [404, "There is no such account"],
  PROFILE_NOT_FOUND: [404, "There is no such profile"],
  TENDER_EXISTS: [409, "This call is stored already; replace that tender: PUT"],
  DECISION_OUT_OF_TURN: [409, "This step is out of turn"],
  SAME_PERSON: [409, "Who proposed does not approve: another person must"],
  NOT_A_PERSON: [403, "Only a person decides"],
  APPROVER_REQUIRED: [403, "Only an approver approves or refuses"],
  NOT_APPROVED: [409, "The buyer asks for four eyes: the report was not approved yet"],
  RESPONSE_INVALID: [422, "Not an answer to this report that a key of its buyer signed"],
  LOG_KEY_INVALID: [422, "Not a key"],
  LOG_RANGE: [404, "The log is not that long, or does not start there"],
  COSIGNATURE_INVALID: [422, "Not a head of this log that one of its witnesses signed"],
  REPORT_NOT_FOUND: [404, "No such report was issued here"],
  RULEBOOK_NOT_FOUND: [409, "The rulebook of this assessment is not at hand"],
  EMAIL_INVALID: [400, "This is no e-mail address"],
  ALERT_NOT_FOUND: [404, "There is no such alert"],
  JOB_NOT_FOUND: [404, "There is no such import"],
  MAPPING_NOT_FOUND: [404, "There is no profile of this name"],
  UPLOAD_TOO_LARGE: [413, "The file is too large: one gigabyte at most"],
  UPLOAD_TOO_HEAVY: [422, "Reading this file takes more time or memory than it is given; import it instead"],
  UPLOAD_EMPTY: [400, "The file is empty"],
  RULE_NOT_FOUND: [404, "There is no such rule"],
  LINK_SPENT: [404, "This link was used, replaced or is too old"],
  LOGIN_TAKEN: [409, "Another account has this name"],
  LOGIN_INVALID: [400, "This is no name for an account"],
  PASSWORD_WEAK: [400, "The password is too short or too easy to guess"],
  BUYER_REQUIRED: [400, "This role belongs to a buyer"],
  BUYER_UNEXPECTED: [400, "This role belongs to no buyer"],
  BUYER_MISMATCH: [400, "The tender names another buyer than yours: /buyer/code"],
  BUYER_UNKNOWN: [400, "There is no buyer with this code"],
  METHOD_NOT_ALLOWED: [405, "This address does not answer to this method"],
  VERSION_CONFLICT: [412, "The tender was changed meanwhile; read it again"],
  PROFILE_REQUIRED: [409, "There is no profile yet: keep one first"],
  TOO_LARGE: [413, "The body is too large"],
  UNSUPPORTED_TYPE: [415, "The body is not of the type that this address reads"],
  VERSION_REQUIRED: [428, "Say which version you replace: If-Match"],
  TOO_MANY_ATTEMPTS: [429, "Too many tries to sign in; try again in a quarter of an hour"],
  TOO_MANY_ALERTS: [429, "Too many alerts were asked for this address today"],
  TOO_MANY_REQUESTS: [429, "Too many requests; try again in a minute"],
  REPORT_FAILED: [500, "The report could not be made"],
  INTERNAL: [500, "Something went wrong on our side; nothing was stored"],
  PROVIDER_UNAVAILABLE: [503, "The provider of the sign-in does not answer"],
  OVERLOADED: [503, "Too many requests are at work; try again in a moment"],
  REPORT_BUSY: [503, "Too many reports are being made; try again shortly"],
  STORAGE_UNAVAILABLE: [503, "The database cannot do its work now; what was not confirmed was not stored"],
  SEARCH_BUSY: [503, "Too many searches are waiting; try again shortly"],
  READER_BUSY: [503, "Too many files are being read; try again shortly"],
};

/** An error that the HTTP layer itself finds. */
export class HttpProblem extends Error {
  readonly code: string;
  readonly errors: readonly InputError[];

  constructor(code: string, errors: readonly InputError[] = []) {
    super(code);
    this.name = "HttpProblem";
    this.code = code;
    this.errors = errors;
  }
}

/** The status of a code; 500 for a code that is nobody's business outside. */
const problemOf = (code: string, errors: readonly InputError[]): Problem => {
  const [known, said] = code in PROBLEMS ? [code, PROBLEMS[code]] : ["INTERNAL", PROBLEMS["INTERNAL"]];
  const [status, title] = said ?? [500, ""];
  return {
    type: `urn:awlawiya:problem:${known.toLowerCase().replaceAll("_", "-")}`,
    title,
    status,
    code: known,
    errors,
  };
};

const askBack = (response: Response, status: number): void => {
  if (status === 503) response.set("Retry-After", "5");
};

/** The problem document of a code. */
export const problemText = (code: string): string => JSON.stringify(problemOf(code, []));

/** Answers with a problem document. */
export const sendProblem = (response: Response, code: string, errors: readonly InputError[] = []): void => {
  const problem = problemOf(code, errors);
  askBack(response, problem.status);
  if (problem.status === 401) response.set("WWW-Authenticate", "Bearer");
  response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
};

/** What Express and its body parsers throw, by status. */
const PARSER: Readonly<Record<number, string>> = {
  400: "MALFORMED_REQUEST",
  413: "TOO_LARGE",
  415: "UNSUPPORTED_TYPE",
};

const codeOf = (error: unknown): string => {
  if (error instanceof DomainError || error instanceof HttpProblem) return error.code;
  if (typeof error === "object" && error !== null && "status" in error && typeof error.status === "number")
    return PARSER[error.status] ?? "INTERNAL";
  return "INTERNAL";
};

/** Shows an error to a person; false when a program asks. */
export type ShowError = (request: Request, response: Response, code: string, status: number) => boolean;

/** The last handler: every error becomes a problem; only what is our own or the database's fault is told to the log. */
export const problems =
  ({ fault, storageFault }: Watch, show: ShowError): ErrorRequestHandler =>
  (thrown: unknown, request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const unavailable = storageFault(thrown);
    const error = unavailable ?? thrown;
    const code = codeOf(error);
    const { status } = problemOf(code, []);
    if (status === 500 || unavailable !== null) fault(error);
    askBack(response, status);
    if (show(request, response, code, status)) return;
    sendProblem(response, code, error instanceof HttpProblem ? error.errors : []);
  };
