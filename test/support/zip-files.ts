/** Files of an archive whose entries are stored as they are, by the list at its end. */
export const filesIn = (archive: Buffer): ReadonlyMap<string, Buffer> => {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf(Buffer.from("504b0506", "hex"));
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [size, length, offset] = [
      archive.readUInt32LE(at + 24),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const name = archive.subarray(at + 46, at + 46 + length).toString();
    const start = offset + 30 + archive.readUInt16LE(offset + 26);
    files.set(name, archive.subarray(start, start + size));
    at += 46 + length;
  }
  return files;
};
