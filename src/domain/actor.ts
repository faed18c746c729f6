/** What a person may be. An officer prepares, an approver decides, an auditor reads, an administrator keeps accounts. */
export const ROLES = ["officer", "approver", "auditor", "cooperative", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** Roles that belong to a buyer. */
export const BUYER_ROLES: ReadonlySet<Role> = new Set<Role>(["officer", "approver"]);

/** Who acts: a person by an account, a visitor without one, or the service itself. */
export interface Actor {
  /** null for a visitor and for the service. */
  readonly accountId: string | null;
  readonly role: Role | "visitor" | "service";
  /** Code of the buyer to whom the person belongs; null: to none. */
  readonly buyer: string | null;
  /** The cooperative that the person speaks for; null: none. */
  readonly cooperative: string | null;
  /** An account of the demo reaches the demo's invented buyers alone. */
  readonly isDemo: boolean;
}

/** Nobody signed in. */
export const VISITOR: Actor = {
  accountId: null,
  role: "visitor",
  buyer: null,
  cooperative: null,
  isDemo: true,
};

/** The service itself, when it loads the demo or runs a command on its own machine. */
export const SERVICE: Actor = { ...VISITOR, role: "service", isDemo: false };

/** Whose tenders, years and assessments an actor may see. */
export type Reach =
  | { readonly kind: "all" }
  | { readonly kind: "buyer"; readonly code: string }
  | { readonly kind: "demo" }
  | { readonly kind: "nothing" };

const NOTHING: Reach = { kind: "nothing" };

/**
 * The reach of an actor. An auditor of no buyer sees all of them, an auditor of a buyer that one alone; an
 * administrator keeps accounts and sees no buyer's things; a visitor sees what the demo invented.
 */
export const reachOf = ({ role, buyer, isDemo }: Actor): Reach => {
  if (role === "service") return { kind: "all" };
  if (role === "visitor") return { kind: "demo" };
  if (role === "administrator" || role === "cooperative") return NOTHING;
  if (buyer !== null) return { kind: "buyer", code: buyer };
  if (role !== "auditor") return NOTHING;
  return isDemo ? { kind: "demo" } : { kind: "all" };
};
