import { type Dictionary, differsByOne, stemsOfMisspelt } from "./dictionary.ts";
import { conceptsIn, type SearchVocabulary, type Token, tokensIn } from "./vocabulary.ts";

/** A token that answers a word of the query, and how well: 1 is the word itself. */
export interface Alternative {
  readonly token: string;
  readonly weight: number;
}

/** What is looked for: one token of each group, and none of `without`. */
export interface Query {
  readonly groups: readonly (readonly Alternative[])[];
  readonly without: readonly string[];
  /** Was anything written at all? A query of marks alone looks for nothing and finds nothing. */
  readonly isEmpty: boolean;
}

/** Longest query, in characters, and most words: beyond, a query is a document. */
export const LONGEST_QUERY = 500;
export const MOST_WORDS = 32;

const SAME = 1;
const SYNONYM = 0.6;
const LIKE = 0.5;
const MOST_LIKE = 24;

// Quotation marks of either language; an unclosed one is a letter like any other.
const PIECE = /(-?)(?:"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S+))/gu;

interface Piece {
  readonly text: string;
  readonly isExact: boolean;
  readonly isExcluded: boolean;
}

const piecesOf = (text: string): readonly Piece[] =>
  [...text.matchAll(PIECE)].map(([, minus, ...quoted]) => {
    const plain = quoted[3];
    const exact = quoted.slice(0, 3).find((each) => each !== undefined);
    return { text: exact ?? plain ?? "", isExact: exact !== undefined, isExcluded: minus === "-" };
  });

/** What a word like this one means: a misspelt word has synonyms too. */
const meaningOf = (token: string, vocabulary: SearchVocabulary): readonly Alternative[] =>
  conceptsIn([{ token, start: 0, end: 0 }], vocabulary, null).map(({ concept }) => ({
    token: concept,
    weight: LIKE * SYNONYM,
  }));

/** A word that no call holds may be unfinished or misspelt. */
const likeOf = (
  token: string,
  vocabulary: SearchVocabulary,
  dictionary: Dictionary | null,
): readonly Alternative[] => {
  if (dictionary === null || dictionary.has(token)) return [];
  const near = dictionary.like(token, MOST_LIKE);
  const restored = near.length > 0 ? [] : stemsOfMisspelt(token).filter((stem) => dictionary.has(stem));
  const meant = [...near.filter((each) => differsByOne(token, each)), ...restored].flatMap((each) =>
    meaningOf(each, vocabulary),
  );
  return [...[...near, ...restored].map((each) => ({ token: each, weight: LIKE })), ...meant];
};

const groupsOf = (
  tokens: readonly Token[],
  vocabulary: SearchVocabulary,
  dictionary: Dictionary | null,
): readonly (readonly Alternative[])[] => {
  const concepts = conceptsIn(tokens, vocabulary, null);
  return tokens.map(({ token }, at) => {
    const meant = new Set(
      concepts.filter(({ from, until }) => from <= at && at < until).map((hit) => hit.concept),
    );
    const synonyms = [...meant].map((concept) => ({ token: concept, weight: SYNONYM }));
    return [{ token, weight: SAME }, ...synonyms, ...likeOf(token, vocabulary, dictionary)];
  });
};

/** Words of any notice are not insisted on beside others: "خدمات التغذية" looks for meals. */
const withoutWeak = (
  groups: readonly (readonly Alternative[])[],
  { weak }: SearchVocabulary,
  isBesideOthers: boolean,
): readonly (readonly Alternative[])[] => {
  const strong = groups.filter(([first]) => first === undefined || !weak.has(first.token));
  return strong.length > 0 || isBesideOthers ? strong : groups;
};

/**
 * Reads a query: words (all must be found, or what means the same), `"exact words"`, `-excluded`. No text is
 * wrong: operators of any engine are words like others. The caller bounds its length.
 * @param dictionary of the calls that are searched; null when it is not known: no misspelt word is then mended.
 */
export const parseQuery = (
  text: string,
  vocabulary: SearchVocabulary,
  dictionary: Dictionary | null,
): Query => {
  const pieces = piecesOf(text);
  const join = (choose: (piece: Piece) => boolean): readonly Token[] =>
    tokensIn(
      pieces
        .filter(choose)
        .map((piece) => piece.text)
        .join(" "),
      vocabulary,
    );
  const exact = join(({ isExact, isExcluded }) => isExact && !isExcluded);
  const plain = join(({ isExact, isExcluded }) => !isExact && !isExcluded);
  const without = join(({ isExcluded }) => isExcluded).map(({ token }) => token);
  const groups = [
    ...exact.map(({ token }) => [{ token, weight: SAME }]),
    ...withoutWeak(groupsOf(plain, vocabulary, dictionary), vocabulary, exact.length > 0),
  ];
  return { groups: groups.slice(0, MOST_WORDS), without, isEmpty: text.trim() === "" };
};

/** A piece of a text; `isFound` when a word of the query stands there. */
export interface Segment {
  readonly text: string;
  readonly isFound: boolean;
}

/** A text cut where words stand that were looked for, or that mean the same. */
export const highlightTokens = (
  text: string,
  wantedTokens: readonly string[],
  vocabulary: SearchVocabulary,
): readonly Segment[] => {
  const wanted = new Set(wantedTokens);
  const tokens = tokensIn(text, vocabulary);
  const meant = conceptsIn(tokens, vocabulary, null).filter(({ concept }) => wanted.has(concept));
  const isFound = ({ token }: Token, at: number): boolean =>
    wanted.has(token) || meant.some(({ from, until }) => from <= at && at < until);
  const segments: Segment[] = [];
  let end = 0;
  for (const each of tokens.filter(isFound)) {
    if (each.start < end) continue;
    if (each.start > end) segments.push({ text: text.slice(end, each.start), isFound: false });
    segments.push({ text: text.slice(each.start, each.end), isFound: true });
    end = each.end;
  }
  if (end < text.length) segments.push({ text: text.slice(end), isFound: false });
  return segments;
};
