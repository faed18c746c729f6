import { crc32, deflateRawSync } from "node:zlib";

interface Entry {
  readonly name: string;
  readonly data: Buffer;
  /** What the archive claims that it unpacks to. */
  readonly claimed?: number;
}

const header = (
  signature: number,
  { name, data, claimed }: Entry,
  packed: Buffer,
  central: boolean,
): Buffer => {
  const fields = Buffer.alloc(central ? 46 : 30);
  fields.writeUInt32LE(signature, 0);
  const at = central ? 6 : 4;
  if (central) fields.writeUInt16LE(20, 4);
  fields.writeUInt16LE(20, at);
  fields.writeUInt16LE(8, at + 4);
  fields.writeUInt32LE(crc32(data), at + 10);
  fields.writeUInt32LE(packed.length, at + 14);
  fields.writeUInt32LE(claimed ?? data.length, at + 18);
  fields.writeUInt16LE(Buffer.byteLength(name), at + 22);
  return fields;
};

/** A ZIP archive whose central directory tells what we like. */
const zip = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.data, { level: 9 });
    const local = Buffer.concat([header(0x04034b50, entry, packed, false), Buffer.from(entry.name), packed]);
    const central = header(0x02014b50, entry, packed, true);
    central.writeUInt32LE(offset, 42);
    centrals.push(Buffer.concat([central, Buffer.from(entry.name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

const MEGABYTE = 2 ** 20;
const SHEET = "xl/worksheets/sheet1.xml";

/** Files that are small to send and large, deep or endless to read. */
export const bombs = (): readonly Buffer[] => {
  const zeros = Buffer.alloc(64 * MEGABYTE);
  const cells = Buffer.from(`<worksheet><sheetData>${"<row><c><v>1</v></c></row>".repeat(400_000)}`);
  const entities = Buffer.from(
    `<!DOCTYPE x [<!ENTITY a "${"a".repeat(1000)}"><!ENTITY b "${"&a;".repeat(1000)}">]><worksheet>&b;</worksheet>`,
  );
  return [
    zip([{ name: SHEET, data: zeros }]),
    zip([{ name: SHEET, data: zeros, claimed: 100 }]),
    zip([{ name: SHEET, data: cells }]),
    zip([{ name: SHEET, data: entities }]),
    zip([{ name: "../../../tmp/awlawiya-slip", data: Buffer.from("x") }]),
    zip(Array.from({ length: 3000 }, (_, index) => ({ name: `xl/${index}.xml`, data: Buffer.from("x") }))),
    Buffer.from(`PK\u0003\u0004${"\0".repeat(1000)}`, "latin1"),
    Buffer.from(`${"a;".repeat(200_000)}\n`),
    Buffer.from(`"${"a\n".repeat(300_000)}`),
    Buffer.from("a,b\n".repeat(250_000)),
    Buffer.from(`%PDF-1.7\n1 0 obj\n${"[".repeat(200_000)}`),
    Buffer.from(`%PDF-1.7\n${"1 0 obj\n<< /Prev 0 >>\nendobj\n".repeat(20_000)}startxref\n0\n%%EOF`),
    Buffer.from(`%PDF-1.7\nxref\n0 99999999\ntrailer << /Size 99999999 >>\nstartxref\n9\n%%EOF`),
    Buffer.from("[".repeat(1_000_000)),
  ];
};
