import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "./debian-tool.ts";

const ALGORITHMS = { ecdsa: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], rsa: ["rsa:2048"] } as const;

/** The key of an invented commune with a certificate made for it, as one PEM file in `folder`. */
export const communeKey = (folder: string, algorithm: keyof typeof ALGORITHMS): string => {
  const [file, key, certificate] = ["pem", "key", "crt"].map((end) =>
    join(folder, `${algorithm}.${end}`),
  ) as [string, string, string];
  const subject = ["-subj", "/C=MA/O=Commune fictive/CN=Commune fictive"];
  const made = ["-nodes", "-days", "30", ...subject, "-keyout", key, "-out", certificate];
  runTool("openssl", "openssl", ["req", "-x509", "-newkey", ...ALGORITHMS[algorithm], ...made]);
  writeFileSync(file, readFileSync(key, "utf8") + readFileSync(certificate, "utf8"));
  return file;
};
