import { readConfig } from "./config.ts";
import { sayError } from "./say-error.ts";
import { serve } from "./serve.ts";

try {
  await serve(readConfig(process.env), true);
} catch (error) {
  sayError(error);
  process.exitCode = 2;
}
