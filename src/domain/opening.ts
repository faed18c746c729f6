/** What an amendment says of the opening; the format of its days is the caller's. */
interface Dated<M> {
  readonly changedOn?: string | undefined;
  readonly newOpeningAt?: M | undefined;
}

/** An amendment and where it stands in the document. */
export interface Change<T> {
  readonly amendment: T;
  readonly at: string;
}

const byDay = <T extends Dated<unknown>>(a: Change<T>, b: Change<T>): number => {
  const [one, other] = [a.amendment.changedOn ?? "", b.amendment.changedOn ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Amendments as they were made: by their day where all have one, else in the document's order. */
export const changesInTime = <T extends Dated<unknown>>(amendments: readonly T[]): readonly Change<T>[] => {
  const changes = amendments.map((amendment, index) => ({ amendment, at: `/amendments/${index}` }));
  return amendments.every(({ changedOn }) => changedOn !== undefined) ? changes.toSorted(byDay) : changes;
};

/** The new opening that the last of these changes announced; undefined: none moved it. */
export const movedTo = <M>(changes: readonly Change<Dated<M>>[]): M | undefined =>
  changes.findLast(({ amendment }) => amendment.newOpeningAt !== undefined)?.amendment.newOpeningAt;

/** The opening that amendments moved last; undefined: none did. */
export const movedOpening = <M>(amendments: readonly Dated<M>[] | undefined): M | undefined =>
  movedTo(changesInTime(amendments ?? []));
