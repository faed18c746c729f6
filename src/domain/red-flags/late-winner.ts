import { seen } from "../given.ts";
import type { Moment } from "../local-date.ts";
import { cantTell, clear, type FlagCheck, raised } from "./red-flag.ts";
import { winnerMissing, winningOffer } from "./tenderers.ts";

/** Does one moment come after another? null when a bare day leaves it open. */
const isAfter = (moment: Moment, limit: Moment): boolean | null => {
  if (moment.epochMs !== null && limit.epochMs !== null) return moment.epochMs > limit.epochMs;
  if (moment.day === limit.day) return null;
  return moment.day > limit.day;
};

/** R030: the winning offer was received after the deadline. */
export const lateWinner: FlagCheck = (subject) => {
  const winner = winningOffer(subject);
  if (winner === null) return cantTell(winnerMissing(subject));
  const { submissionDeadline } = subject.tender;
  const missing = [
    ...(winner.receivedAt === undefined ? [`${winner.at}/receivedAt`] : []),
    ...(submissionDeadline === undefined ? ["/submissionDeadline"] : []),
  ];
  if (winner.receivedAt === undefined || submissionDeadline === undefined) return cantTell(missing);
  const evidence = [
    seen(`${winner.at}/receivedAt`, winner.receivedAt.text),
    seen("/submissionDeadline", submissionDeadline.text),
  ];
  const late = isAfter(winner.receivedAt, submissionDeadline);
  if (late === null) return cantTell([`${winner.at}/receivedAt`, "/submissionDeadline"], evidence);
  return late ? raised(evidence) : clear(evidence);
};
