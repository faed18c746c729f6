import type { Source } from "../source/source.ts";

/** Does a file begin as a zip, which a workbook is? */
export const isZip = async (source: Source): Promise<boolean> => {
  const [first, second, third] = await source.slice(0, 3);
  return first === 0x50 && second === 0x4b && third === 3;
};

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Is it a workbook of before XLSX, or one that a password protects? Both are compound files. */
export const isOldWorkbook = async (source: Source): Promise<boolean> => {
  const head = await source.slice(0, COMPOUND.length);
  return head.length === COMPOUND.length && COMPOUND.every((byte, index) => head[index] === byte);
};
