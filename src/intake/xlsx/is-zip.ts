import type { Source } from "../source/source.ts";

/** Does a file begin as a zip, which a workbook is? */
export const isZip = async (source: Source): Promise<boolean> => {
  const [first, second, third] = await source.slice(0, 3);
  return first === 0x50 && second === 0x4b && third === 3;
};
