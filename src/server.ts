import { readConfig } from "./config.ts";
import { sayError } from "./say-error.ts";
import { serve } from "./serve.ts";

try {
  await serve(readConfig(process.env), true);
} catch (error) {
  sayError(error);
  // What the start had opened before it failed would keep the process alive.
  process.exit(2);
}
