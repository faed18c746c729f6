import type { RequestHandler, Router } from "express";

/** A router at its place; `before` runs ahead of its routes. */
export interface Mount {
  readonly path: string;
  readonly before?: readonly RequestHandler[];
  readonly router: Router;
}

/** A route as the access table names it: `GET /api/v1/tenders/:id`. */
export interface Route {
  readonly name: string;
  readonly method: string;
  readonly segments: readonly string[];
}

const toRoute = (method: string, path: string): Route => ({
  name: `${method} ${path}`,
  method,
  segments: path.split("/"),
});

const pathOf = (mount: string, path: string): string => {
  const joined = `${mount === "/" ? "" : mount}${path === "/" ? "" : path}`;
  return joined === "" ? "/" : joined;
};

/** Every route of these mounts, in the order in which Express tries them. */
export const routesOf = (mounts: readonly Mount[]): readonly Route[] =>
  mounts.flatMap(({ path, router }) =>
    router.stack.flatMap(({ route }) => {
      // Middleware and routers within routers would hide routes from the access table.
      if (route === undefined) throw new Error(`the router at ${path} holds more than routes`);
      // A route has a layer for each of its handlers.
      const methods = new Set(route.stack.map(({ method }) => method.toUpperCase()));
      return [...methods].map((method) => toRoute(method, pathOf(path, route.path)));
    }),
  );

/** Does a path, split at its slashes, fit the route? */
export const fits = ({ segments }: Route, path: readonly string[]): boolean =>
  segments.length === path.length &&
  segments.every((segment, index) =>
    segment.startsWith(":") ? path[index] !== "" : segment === path[index],
  );
