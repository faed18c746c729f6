import { type Actor, type Role, ROLES } from "../../domain/actor.ts";

/** Who may call a route. Whose things they then see is held by the stores: another buyer's are not there. */
export interface Access {
  readonly roles: readonly Role[];
  /** Visitors without an account; `demo`: only where the demo runs, and there they see what it invented. */
  readonly visitors: "always" | "demo" | "never";
}

export const PUBLIC: Access = { roles: ROLES, visitors: "always" };
export const SIGNED_IN: Access = { roles: ROLES, visitors: "never" };

/** These roles alone. */
export const only = (...roles: readonly Role[]): Access => ({ roles, visitors: "never" });

/** These roles, and whoever tries the demo. */
export const shown = (...roles: readonly Role[]): Access => ({ roles, visitors: "demo" });

/** Does the access let the actor in? `isDemo`: the demo runs. */
export const allows = ({ roles, visitors }: Access, { role }: Actor, isDemo: boolean): boolean => {
  if (role === "service") return false;
  if (role === "visitor") return visitors === "always" || (visitors === "demo" && isDemo);
  return roles.includes(role);
};
