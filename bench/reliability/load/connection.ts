import { connect, type Socket } from "node:net";

/** One connection that asks one thing after the other, as raw HTTP: a client that costs the machine little. */
export interface Connection {
  /** The status of the answer; rejects when the connection breaks. */
  readonly ask: (request: Buffer) => Promise<number>;
  readonly close: () => void;
}

const HEAD_END = Buffer.from("\r\n\r\n");
const LAST_CHUNK = Buffer.from("\r\n0\r\n\r\n");

/** Reads one answer out of what arrived; null while it is not whole. */
const answerIn = (received: Buffer): number | null => {
  const end = received.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = received.toString("latin1", 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const isWhole =
    length === undefined
      ? !/\r\ntransfer-encoding: chunked/i.test(head) ||
        received.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
      : received.length >= end + HEAD_END.length + Number(length);
  return isWhole ? Number(head.slice(9, 12)) : null;
};

const opened = (port: number, host: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host, noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });

/** Opens a connection to a service. */
export const openConnection = async (url: string): Promise<Connection> => {
  const { port, hostname } = new URL(url);
  const socket = await opened(Number(port), hostname);
  let parts: Buffer[] = [];
  let waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | null = null;
  socket.on("data", (chunk) => {
    parts.push(chunk);
    const received = parts.length === 1 ? chunk : Buffer.concat(parts);
    const status = answerIn(received);
    if (status === null) {
      parts = [received];
      return;
    }
    parts = [];
    waiting?.resolve(status);
  });
  const broken = (): void => waiting?.reject(new Error("the connection broke"));
  socket.on("error", broken);
  socket.on("close", broken);
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
};
