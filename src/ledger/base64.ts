/** The bytes of a standard base64 text; null unless it is exactly what `toBase64` would write. */
export const fromBase64 = (text: string): Buffer | null => {
  const bytes = Buffer.from(text, "base64");
  // Node reads base64 leniently: spare bits, spaces and other alphabets would go unseen.
  return bytes.toString("base64") === text ? bytes : null;
};

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
