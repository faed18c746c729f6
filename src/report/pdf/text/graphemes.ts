/** Longer clusters are cut: ten thousand marks on one letter are an attack, not a text. */
const MAX_CLUSTER = 32;
const EXTENDS = /\p{M}|[\u200C\u200D]/u;
/** Arabic letters that do not join what follows: a word may be cut after them without changing a shape. */
const ENDS_JOINING =
  /[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0649\u0671-\u0673\u0675-\u0677\u0688-\u0699]/;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * Splits text into what a reader sees as characters, without Intl.Segmenter, whose tables change with ICU.
 * The pieces joined give the text again.
 */
export const graphemesOf = (text: string): readonly string[] => {
  const clusters: string[] = [];
  let current = "";
  for (const character of text) {
    if (current !== "" && (!EXTENDS.test(character) || current.length >= MAX_CLUSTER)) {
      clusters.push(current);
      current = "";
    }
    current += character;
  }
  return current === "" ? clusters : [...clusters, current];
};

/** Groups graphemes so that joined Arabic letters stay together; all others stand alone. */
export const joinedGroupsOf = (graphemes: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  let isOpen = false;
  for (const grapheme of graphemes) {
    const last = groups.at(-1);
    if (isOpen && last !== undefined) last.push(grapheme);
    else groups.push([grapheme]);
    isOpen = ARABIC.test(grapheme) && !ENDS_JOINING.test(grapheme);
  }
  return groups;
};
