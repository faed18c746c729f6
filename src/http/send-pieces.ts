import { once } from "node:events";
import type { Response } from "express";

/** Resolves when the response takes more, or its client is gone; leaves no listener behind. */
const taken = async (response: Response): Promise<void> => {
  const either = new AbortController();
  const { signal } = either;
  try {
    await Promise.race([once(response, "drain", { signal }), once(response, "close", { signal })]);
  } finally {
    either.abort();
  }
};

/** Sends a long answer piece by piece, no faster than its client takes it; nothing more is made when it is gone. */
export const sendPieces = async (
  response: Response,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> => {
  for await (const piece of pieces) {
    if (response.destroyed) return;
    if (!response.write(piece)) await taken(response);
  }
  response.end();
};
