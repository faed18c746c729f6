import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { DomainError } from "../../../src/domain/errors.ts";
import { proofUpdate } from "../../../src/ledger/pdf/proof-update.ts";
import { renderReport } from "../../../src/report/render-report.ts";
import { signPdf } from "../../../src/report/signature/sign-pdf.ts";
import { readSigningKey } from "../../../src/report/signature/signing-key.ts";
import { communeKey } from "../../support/commune-key.ts";
import { runTool, veraPdf } from "../../support/debian-tool.ts";
import { reportInput } from "../../support/report-input.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const AT = new Date("2026-02-01T08:00:00Z");
const PROOF = { name: "report.tlog-proof", text: "a proof\n", at: "2026-02-01T08:00:00Z" };

const problemOf = (file: string): string => {
  try {
    readSigningKey(file);
    return "";
  } catch (error) {
    return error instanceof DomainError ? (error.details["problem"] ?? "") : String(error);
  }
};

const verdict = (path: string): string => runTool("pdfsig", "poppler-utils", [path]);

const newKey = (...args: readonly string[]): string => runTool("openssl", "openssl", ["genpkey", ...args]);

describe("a report signed by its commune", function signature() {
  this.timeout(120_000);
  const folder = temporaryFolder();
  after(() => folder.remove());
  const keys = new Map<string, string>();
  let pdf: Buffer;

  before(async () => {
    for (const algorithm of ["ecdsa", "rsa"] as const)
      keys.set(algorithm, communeKey(folder.path, algorithm));
    pdf = Buffer.from(await renderReport(reportInput("tie-cooperative-passed-over", "ar")));
  });

  const write = (name: string, bytes: Uint8Array): string => {
    const path = join(folder.path, name);
    writeFileSync(path, bytes);
    return path;
  };
  const signed = (algorithm: string): Buffer =>
    Buffer.from(signPdf(pdf, readSigningKey(keys.get(algorithm) ?? ""), AT));

  for (const algorithm of ["ecdsa", "rsa"])
    it(`is valid for pdfsig, sound for qpdf, and names the commune (${algorithm})`, () => {
      const path = write(`${algorithm}.pdf`, signed(algorithm));
      expect(verdict(path))
        .to.include("Signature is Valid")
        .and.include("Total document signed")
        .and.include("ETSI.CAdES.detached")
        .and.include("Signer Certificate Common Name: Commune fictive");
      runTool("qpdf", "qpdf", ["--check", path]);
    });

  it("begins with the unsigned report, byte for byte", () => {
    expect(signed("ecdsa").subarray(0, pdf.length).equals(pdf)).to.equal(true);
  });

  it("has the same bytes each time with an RSA key", () => {
    expect(signed("rsa").equals(signed("rsa"))).to.equal(true);
  });

  it("stays valid, and archival, when the proof of the log is appended", () => {
    const file = signed("ecdsa");
    const path = write("proven.pdf", Buffer.concat([file, proofUpdate(file, [PROOF])]));
    expect(verdict(path)).to.include("Signature is Valid");
    runTool("qpdf", "qpdf", ["--check", path]);
    expect(runTool("pdfdetach", "poppler-utils", ["-list", path])).to.include("report.tlog-proof");
    for (const line of veraPdf([path])) expect(line).to.match(/\tok$/);
  });

  it("is no longer valid when one byte of it changes", () => {
    const file = signed("ecdsa");
    const at = file.indexOf("/Title");
    file[at + 20] = (file[at + 20] ?? 0) ^ 1;
    expect(verdict(write("changed.pdf", file))).to.include("Digest Mismatch");
  });

  it("is refused by a key that is missing, weak, of another kind, or without its certificate", () => {
    const [key, other] = ["ecdsa", "rsa"].map((name) =>
      readFileSync(join(folder.path, `${name}.key`), "utf8"),
    );
    const certificate = readFileSync(join(folder.path, "rsa.crt"), "utf8");
    expect(problemOf(join(folder.path, "nowhere.pem"))).to.equal("cannot be read");
    expect(problemOf(write("none.pem", Buffer.from(certificate)))).to.match(/holds no private key/);
    expect(problemOf(write("alone.pem", Buffer.from(other ?? "")))).to.match(/holds no certificate/);
    expect(problemOf(write("foreign.pem", Buffer.from(`${key}${certificate}`)))).to.match(
      /holds no certificate/,
    );
    const weak = newKey("-quiet", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024");
    expect(problemOf(write("weak.pem", Buffer.from(weak)))).to.match(/1024 bits/);
    expect(problemOf(write("kind.pem", Buffer.from(newKey("-algorithm", "ed25519"))))).to.match(/neither/);
  });
});
