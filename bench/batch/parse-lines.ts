import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

// The floor: JSON.parse of each line of a file and nothing else.

let lines = 0;
for await (const line of createInterface({
  input: createReadStream(process.argv[2] ?? "", { highWaterMark: 1_048_576 }),
})) {
  JSON.parse(line);
  lines += 1;
}
console.log(lines);
