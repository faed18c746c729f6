import type { Response } from "express";
import { type Actor, VISITOR } from "../../domain/actor.ts";
import type { Account } from "../../usecases/accounts/ports.ts";
import { HttpProblem } from "../problem.ts";

/** Who is there, as the gate found out. */
export interface Present {
  readonly actor: Actor;
  /** null: a visitor. */
  readonly account: Account | null;
}

const NOBODY: Present = { actor: VISITOR, account: null };

/** Remembers who is there for the route. */
export const setPresent = (response: Response, present: Present): void => {
  response.locals["present"] = present;
};

const presentIn = ({ locals }: Response): Present => (locals["present"] as Present | undefined) ?? NOBODY;

/** Who acts in this request. */
export const actorIn = (response: Response): Actor => presentIn(response).actor;

/** The account of who acts; null for a visitor. */
export const accountIn = (response: Response): Account | null => presentIn(response).account;

/** @throws HttpProblem NOT_SIGNED_IN for a visitor */
export const signedInAccount = (response: Response): Account => {
  const account = accountIn(response);
  if (account === null) throw new HttpProblem("NOT_SIGNED_IN");
  return account;
};
