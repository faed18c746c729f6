/** Where phrases part; `meaning` is what the phrase that ends here says. */
interface Fork<M> {
  next: Map<number, Fork<M>> | null;
  meaning: M | null;
}

/** Phrases by their first word, each word by its number. */
export type Phrases<M> = Fork<M>[];

/** A phrase met in a text, from word `first` up to word `end`. */
export interface Hit<M> {
  readonly meaning: M;
  readonly first: number;
  readonly end: number;
}

const fork = <M>(): Fork<M> => ({ next: null, meaning: null });

/** Adds a phrase of at least one word; returns the meaning it already had, if any. */
export const addPhrase = <M>(phrases: Phrases<M>, numbers: readonly number[], meaning: M): M | null => {
  const [first = 0, ...rest] = numbers;
  while (phrases.length <= first) phrases.push(fork());
  let node = phrases[first] ?? fork<M>();
  for (const number of rest) {
    node.next ??= new Map();
    const after = node.next.get(number) ?? fork<M>();
    node.next.set(number, after);
    node = after;
  }
  const before = node.meaning;
  node.meaning = before ?? meaning;
  return before;
};

/** The longest phrase that begins at a word. */
const longestAt = <M>(from: Fork<M>, numbers: readonly number[], first: number): Hit<M> | null => {
  let node: Fork<M> | undefined = from;
  let { meaning } = from;
  let end = first + 1;
  for (let at = first + 1; at < numbers.length && node.next !== null; at += 1) {
    node = node.next.get(numbers[at] ?? 0);
    if (node === undefined) break;
    if (node.meaning !== null) {
      ({ meaning } = node);
      end = at + 1;
    }
  }
  return meaning === null ? null : { meaning, first, end };
};

/** The phrases of a text, the longest first, none inside another. */
export const hitsIn = <M>(phrases: Phrases<M>, numbers: readonly number[]): readonly Hit<M>[] => {
  const hits: Hit<M>[] = [];
  let at = 0;
  while (at < numbers.length) {
    const number = numbers[at] ?? 0;
    const from = number < phrases.length ? phrases[number] : undefined;
    const hit = from === undefined ? null : longestAt(from, numbers, at);
    if (hit !== null) hits.push(hit);
    at = hit?.end ?? at + 1;
  }
  return hits;
};
