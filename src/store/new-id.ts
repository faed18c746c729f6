import { randomBytes } from "node:crypto";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const encode = (value: bigint, length: number): string => {
  let rest = value;
  let text = "";
  for (let index = 0; index < length; index += 1) {
    text = CROCKFORD[Number(rest % 32n)] + text;
    rest /= 32n;
  }
  return text;
};

/** A ULID: 48 bits of time, 80 of chance, in order of time. `nowMs` in milliseconds since 1970. */
export const newId = (nowMs: number): string =>
  encode(BigInt(nowMs), 10) + encode(BigInt(`0x${randomBytes(10).toString("hex")}`), 16);
