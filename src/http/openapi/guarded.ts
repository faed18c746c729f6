import { type Access, PUBLIC } from "../access/access.ts";
import { ACCESS } from "../access/access-table.ts";
import { problem } from "./parts.ts";

type Operations = Readonly<Record<string, unknown>>;

/** Names of parameters differ between OpenAPI and Express: only their places count. */
const shapeOf = (path: string): string => path.replaceAll(/\{[^}]*\}|:[^/]+/g, "*");

const BY_SHAPE = new Map(Object.entries(ACCESS).map(([name, access]) => [shapeOf(name), access]));

const SCHEME = "token";

/** How a caller says who it is. */
export const securitySchemes = {
  [SCHEME]: { type: "http", scheme: "bearer", description: "An API token of an account" },
};

const REFUSALS = {
  401: problem("Nobody is signed in, or the token is none of ours"),
  403: problem("The role or the token does not allow it, or the request comes from another site"),
};

const rolesOf = ({ roles, visitors }: Access): object =>
  visitors === "always" ? { security: [] } : { security: [{ [SCHEME]: [] }], "x-roles": roles };

const guardedOperation = (path: string, method: string, operation: object): object => {
  const access = BY_SHAPE.get(`${method.toUpperCase()} /api/v1${shapeOf(path)}`) ?? PUBLIC;
  const { responses } = operation as { readonly responses: object };
  return { ...operation, ...rolesOf(access), responses: { ...responses, ...REFUSALS } };
};

const METHODS = new Set(["get", "put", "post", "delete", "patch"]);

/** The paths with what the access table says of each: who may call it, and how it refuses. */
export const guarded = (paths: Readonly<Record<string, Operations>>): object =>
  Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [
          method,
          METHODS.has(method) ? guardedOperation(path, method, operation as object) : operation,
        ]),
      ),
    ]),
  );
