import type { Knex } from "knex";
import { type Actor, reachOf } from "../domain/actor.ts";

/** Keeps the rows that an actor may see: `column` holds the code of the buyer to whom a row belongs. */
export const within = (query: Knex.QueryBuilder, actor: Actor, column: string): Knex.QueryBuilder => {
  const reach = reachOf(actor);
  if (reach.kind === "all") return query;
  if (reach.kind === "buyer") return query.where(column, reach.code);
  if (reach.kind === "demo")
    return query.whereIn(column, (buyers: Knex.QueryBuilder) => {
      void buyers.from("buyer").where("is_demo", 1).select("code");
    });
  return query.whereRaw("1 = 0");
};
