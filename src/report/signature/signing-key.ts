import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { DomainError } from "../../domain/errors.ts";

/** The commune's key with its certificate and those that vouch for it, the commune's own first. */
export interface SigningKey {
  readonly key: KeyObject;
  /** DER. */
  readonly certificates: readonly Uint8Array[];
  /** Whose certificate it is. */
  readonly signer: string;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const CURVES = new Set(["prime256v1", "secp384r1", "secp521r1"]);
const LEAST_RSA_BITS = 2048;

const invalid = (file: string, problem: string): DomainError =>
  new DomainError("SIGNING_KEY_INVALID", { file, problem });

const keyIn = (pem: string, file: string): KeyObject => {
  try {
    return createPrivateKey(pem);
  } catch {
    throw invalid(file, "holds no private key in PEM that opens without a password");
  }
};

/** Why a key is not fit to sign with; null when it is. */
const weakness = ({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string | null => {
  if (type === "ec")
    return CURVES.has(details?.namedCurve ?? "") ? null : "its curve is none of P-256, P-384 and P-521";
  if (type !== "rsa") return "it is neither ECDSA nor RSA";
  const bits = details?.modulusLength ?? 0;
  return bits >= LEAST_RSA_BITS ? null : `RSA of ${bits} bits; expected ${LEAST_RSA_BITS} at least`;
};

const certificateIn = (pem: string, file: string): X509Certificate => {
  try {
    return new X509Certificate(pem);
  } catch {
    throw invalid(file, "holds a certificate that cannot be read");
  }
};

const nameOf = ({ subject }: X509Certificate): string => /^CN=(.+)$/m.exec(subject)?.[1] ?? subject;

/**
 * Reads a PEM file that holds a private key (ECDSA or RSA) and the certificates that belong to it.
 * @throws DomainError SIGNING_KEY_INVALID naming the file and what is wrong with it
 */
export const readSigningKey = (file: string): SigningKey => {
  let pem: string;
  try {
    pem = readFileSync(file, "utf8");
  } catch {
    throw invalid(file, "cannot be read");
  }
  const key = keyIn(pem, file);
  const weak = weakness(key);
  if (weak !== null) throw invalid(file, weak);
  const certificates = (pem.match(CERTIFICATE) ?? []).map((text) => certificateIn(text, file));
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (own === undefined) throw invalid(file, "holds no certificate of its private key");
  const others = certificates.filter((certificate) => certificate !== own);
  return { key, signer: nameOf(own), certificates: [own, ...others].map(({ raw }) => new Uint8Array(raw)) };
};
