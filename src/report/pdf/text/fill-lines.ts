import type { Faces } from "./face.ts";
import { graphemesOf, joinedGroupsOf } from "./graphemes.ts";
import { type Item, makeItem } from "./itemise.ts";

/** Items that stand together: no line may end inside unless they are wider than a whole line. */
type Word = readonly Item[];

const wordsOf = (items: readonly Item[]): readonly Word[] => {
  const words: Item[][] = [];
  let isOpen = false;
  for (const item of items) {
    if (isOpen) words.at(-1)?.push(item);
    else words.push([item]);
    isOpen = item.after === "none";
  }
  return words;
};

const widthOf = (items: readonly Item[]): number => items.reduce((sum, { width }) => sum + width, 0);

/** Width that counts when the line ends after the word: spaces at its end hang over. */
const inkWidth = (word: Word): number => {
  const last = word.findLastIndex(({ isSpace }) => !isSpace);
  return widthOf(word.slice(0, last + 1));
};

const withText = (item: Item, text: string, isLast: boolean, faces: Faces): Item =>
  makeItem(text, item.run, item.level, isLast ? item.after : "allowed", faces);

/** Cuts one item wider than a line into pieces that fit; joined Arabic letters stay together where they can. */
const cutItem = (item: Item, width: number, faces: Faces): readonly Item[] => {
  const measured = (text: string): number => makeItem(text, item.run, item.level, "none", faces).width;
  const groups = joinedGroupsOf(graphemesOf(item.text)).flatMap((group) =>
    measured(group.join("")) > width ? group : [group.join("")],
  );
  const parts: string[] = [];
  let current = "";
  let filled = 0;
  for (const group of groups) {
    const wide = measured(group);
    if (current !== "" && filled + wide > width) {
      parts.push(current);
      current = "";
      filled = 0;
    }
    current += group;
    filled += wide;
  }
  parts.push(current);
  return parts.map((part, index) => withText(item, part, index === parts.length - 1, faces));
};

/** An over-long word as words of its own, each no wider than the line. */
const cutWord = (word: Word, width: number, faces: Faces): readonly Word[] =>
  word.flatMap((item) => (item.width > width ? cutItem(item, width, faces) : [item])).map((item) => [item]);

/**
 * Fills lines greedily in logical order; trailing spaces are dropped. A word wider than the line is cut by
 * grapheme. `width` in points. An empty paragraph has one empty line.
 */
export const fillLines = (
  items: readonly Item[],
  width: number,
  faces: Faces,
): readonly (readonly Item[])[] => {
  const lines: Item[][] = [[]];
  let filled = 0;
  let mustBreak = false;
  const words = wordsOf(items).flatMap((word) =>
    inkWidth(word) > width ? cutWord(word, width, faces) : [word],
  );
  for (const word of words) {
    if (mustBreak || (filled > 0 && filled + inkWidth(word) > width)) {
      lines.push([]);
      filled = 0;
    }
    lines.at(-1)?.push(...word);
    filled += widthOf(word);
    mustBreak = word.at(-1)?.after === "required";
  }
  return lines.map((line) => line.slice(0, line.findLastIndex(({ isSpace }) => !isSpace) + 1));
};
