import { setImmediate } from "node:timers/promises";

/**
 * What all who ask in one turn of the event loop are told alike: it is read once, after the last of them asked, so that
 * nobody is told what was before.
 */
export const onceATurn = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= setImmediate().then(() => {
      asked = null;
      return read();
    });
    return asked;
  };
};
