import type { Event } from "./trace.ts";

type Change = Extract<Event, { kind: "write" | "truncate" }>;

/** A disk keeps whole sectors: a write that was not waited for may be there in part. */
const SECTOR = 512;

/** A file as the platter may hold it. */
class Content {
  bytes: Buffer;
  size: number;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.size = bytes.length;
  }

  private reserve(size: number): void {
    if (size <= this.bytes.length) return;
    const larger = Buffer.alloc(Math.max(size, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.size);
    this.bytes = larger;
  }

  write(at: number, bytes: Buffer): void {
    this.reserve(at + bytes.length);
    bytes.copy(this.bytes, at);
    this.size = Math.max(this.size, at + bytes.length);
  }

  truncate(size: number): void {
    this.reserve(size);
    if (size < this.size) this.bytes.fill(0, size, this.size);
    this.size = size;
  }

  view(): Buffer {
    return this.bytes.subarray(0, this.size);
  }
}

/** Which of the changes that nobody waited for have reached the platter when the power goes. */
export type Luck = (index: number, changes: number) => "kept" | "lost" | "torn";

const apply = (content: Content, change: Change, isKept: () => boolean): void => {
  if (change.kind === "truncate") {
    if (isKept()) content.truncate(change.size);
    return;
  }
  const { at, bytes } = change;
  let from = 0;
  while (from < bytes.length) {
    const until = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
    if (isKept()) content.write(at + from, bytes.subarray(from, until));
    from = until;
  }
};

/** The files of a database on a disk that promises only what was synced. */
export class Disk {
  private readonly durable = new Map<string, Content>();
  private readonly pending: Change[] = [];

  constructor(files: ReadonlyMap<string, Buffer>) {
    for (const [file, bytes] of files) this.durable.set(file, new Content(Buffer.from(bytes)));
  }

  private content(file: string): Content {
    const content = this.durable.get(file) ?? new Content(Buffer.alloc(0));
    this.durable.set(file, content);
    return content;
  }

  /** How many changes the power could still take away. */
  get unsynced(): number {
    return this.pending.length;
  }

  happen(event: Event): void {
    if (event.kind === "write" || event.kind === "truncate") this.pending.push(event);
    if (event.kind === "sync") this.settle(event.file);
    if (event.kind === "remove") {
      this.settle(event.file);
      this.durable.delete(event.file);
    }
  }

  private settle(file: string): void {
    const [ours, others] = [
      this.pending.filter((change) => change.file === file),
      this.pending.filter((change) => change.file !== file),
    ];
    for (const change of ours) apply(this.content(file), change, () => true);
    this.pending.splice(0, this.pending.length, ...others);
  }

  /** What would be found after a power cut now; `toss` decides for a torn change, sector by sector. */
  image(luck: Luck, toss: () => boolean): ReadonlyMap<string, Buffer> {
    const files = new Map([...this.durable].map(([file, content]) => [file, content.view()]));
    const changed = new Map<string, Content>();
    for (const [index, change] of this.pending.entries()) {
      const content = changed.get(change.file) ?? new Content(Buffer.from(files.get(change.file) ?? []));
      changed.set(change.file, content);
      const fate = luck(index, this.pending.length);
      apply(content, change, fate === "torn" ? toss : () => fate === "kept");
    }
    for (const [file, content] of changed) files.set(file, content.view());
    return files;
  }
}
