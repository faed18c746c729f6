import { crc32 } from "node:zlib";

/** One file of an archive. */
export interface ZipEntry {
  /** Letters, digits, points, hyphens and slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MOST = 2 ** 32 - 1;
/** 1 January 1980, the first day that the format knows: the same files give the same archive. */
const FIRST_DAY = 0x21;
const UTF8 = 0x0800;

const fields = (entry: ZipEntry): Buffer => {
  const name = Buffer.from(entry.name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(UTF8, 2);
  common.writeUInt16LE(FIRST_DAY, 8);
  common.writeUInt32LE(crc32(entry.bytes), 10);
  common.writeUInt32LE(entry.bytes.length, 14);
  common.writeUInt32LE(entry.bytes.length, 18);
  common.writeUInt16LE(name.length, 22);
  return common;
};

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const directoryEntry = (entry: ZipEntry, offset: number): Buffer => {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([
    signature(0x02014b50),
    Buffer.from([20, 0]),
    fields(entry),
    rest,
    Buffer.from(entry.name),
  ]);
};

/** An archive of files that are stored as they are (reports are compressed already), one in memory at a time. */
export const zip = async function* (entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const head = Buffer.concat([signature(0x04034b50), fields(entry), Buffer.from(entry.name)]);
    directory.push(directoryEntry(entry, offset));
    offset += head.length + entry.bytes.length;
    if (offset > MOST || directory.length >= 65_535) throw new RangeError("more than one archive can hold");
    yield head;
    yield entry.bytes;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  yield list;
  yield Buffer.concat([signature(0x06054b50), end]);
};
