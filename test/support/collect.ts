/** Everything an asynchronous sequence gives, in order. */
export const collect = async <T>(sequence: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const each of sequence) all.push(each);
  return all;
};
