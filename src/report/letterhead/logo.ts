/** A picture of the commune's, as it lies in its file; pixels. */
export interface Logo {
  readonly bytes: Uint8Array;
  readonly type: "image/png" | "image/jpeg";
  readonly width: number;
  readonly height: number;
}

export const LARGEST_LOGO = 1_000_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CMYK = 4;

const png = (bytes: Buffer): Logo => ({
  bytes,
  type: "image/png",
  width: bytes.readUInt32BE(16),
  height: bytes.readUInt32BE(20),
});

/** Start-of-frame markers of JPEG: all of C0–CF but the tables C4, C8 and CC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpeg = (bytes: Buffer): Logo => {
  let at = 2;
  while (at + 10 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) {
      if (bytes[at + 9] === CMYK) throw new Error("is a JPEG for print (CMYK); expected RGB or grey");
      return {
        bytes,
        type: "image/jpeg",
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw new Error("is a broken JPEG");
};

/** Reads a logo; throws saying why when it is none that an archival PDF can carry. */
export const readLogo = (bytes: Buffer): Logo => {
  if (bytes.length > LARGEST_LOGO) throw new Error(`is larger than ${LARGEST_LOGO} bytes`);
  const isPng = bytes.subarray(0, 8).equals(PNG) && bytes.length > 33;
  if (!isPng && bytes.readUInt16BE(0) !== 0xffd8) throw new Error("is neither PNG nor JPEG");
  const logo = isPng ? png(bytes) : jpeg(bytes);
  if (logo.width === 0 || logo.height === 0) throw new Error("has no pixels");
  return logo;
};
