import { type Given, seen } from "../given.ts";
import { broken, type Judgement, judge, met, unknown } from "../judgement.ts";

/** The decree in force on the day is known, and knows the procedure. */
export const applicableRegime = ({ on, decree, tender }: Given): Judgement => {
  if (on === null) return judge("", [unknown("dayUnknown", ["/launchedOn"])]);
  const { launchedOn, procedure } = tender;
  const evidence = [
    ...(launchedOn === undefined ? [] : [seen("/launchedOn", launchedOn)]),
    ...(procedure === undefined ? [] : [seen("/procedure", procedure)]),
  ];
  if (decree === null) return judge("", [broken("noDecreeKnown", { evidence })]);
  if (procedure !== undefined && decree.procedures?.includes(procedure) === false)
    return judge("", [broken("procedureNotInDecree", { evidence })]);
  return judge(decree.id, [met({ evidence })]);
};
