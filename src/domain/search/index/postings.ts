/** The documents that hold a token, in ascending order, and how much: a list that grows. */
export interface Postings {
  docs: Uint32Array;
  /** Weighted count of the token in the document. */
  counts: Uint8Array;
  size: number;
}

const FIRST_SIZE = 4;
const MOST_COUNTED = 255;

const grown = (postings: Postings): void => {
  const docs = new Uint32Array(postings.docs.length * 2);
  const counts = new Uint8Array(docs.length);
  docs.set(postings.docs);
  counts.set(postings.counts);
  postings.docs = docs;
  postings.counts = counts;
};

/** Adds one occurrence; documents come in ascending order. */
const addOccurrence = (postings: Postings, doc: number, weight: number): void => {
  const last = postings.size - 1;
  if (last >= 0 && postings.docs[last] === doc) {
    postings.counts[last] = Math.min(MOST_COUNTED, (postings.counts[last] ?? 0) + weight);
    return;
  }
  if (postings.size === postings.docs.length) grown(postings);
  postings.docs[postings.size] = doc;
  postings.counts[postings.size] = weight;
  postings.size += 1;
};

/** The inverted lists: token → postings. */
export type Lists = Map<string, Postings>;

/** Adds the tokens of a document. */
export const addTokens = (lists: Lists, doc: number, tokens: readonly string[], weight: number): void => {
  for (const token of tokens) {
    let postings = lists.get(token);
    if (postings === undefined) {
      postings = { docs: new Uint32Array(FIRST_SIZE), counts: new Uint8Array(FIRST_SIZE), size: 0 };
      lists.set(token, postings);
    }
    addOccurrence(postings, doc, weight);
  }
};
