import { createHash, sign } from "node:crypto";
import {
  type BaseBlock,
  Constructed,
  fromBER,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as Asn1Set,
} from "asn1js";
import type { SigningKey } from "./signing-key.ts";

const OID = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  rsaWithSha256: "1.2.840.113549.1.1.11",
};

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const sequence = (...value: readonly BaseBlock[]): Sequence => new Sequence({ value: [...value] });
const set = (...value: readonly BaseBlock[]): Asn1Set => new Asn1Set({ value: [...value] });
const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
const octets = (bytes: Uint8Array): OctetString =>
  new OctetString({ valueHex: new Uint8Array(bytes).buffer });
/** A context-specific tag, `[0]`, `[1]`… around or instead of what is inside. */
const tagged = (tagNumber: number, ...value: readonly BaseBlock[]): Constructed =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber }, value: [...value] });
const derOf = (block: BaseBlock): Buffer => Buffer.from(block.toBER());

const parsed = (der: Uint8Array): BaseBlock => {
  const { offset, result } = fromBER(new Uint8Array(der).buffer);
  if (offset < 0) throw new Error("a certificate is not DER");
  return result;
};

const inside = (block: BaseBlock | undefined): readonly BaseBlock[] =>
  block instanceof Constructed || block instanceof Sequence ? block.valueBlock.value : [];

/** Issuer and serial number, by which a signature names its certificate (RFC 5652, § 10.2.4). */
const nameOf = (certificate: BaseBlock): Sequence => {
  const fields = inside(inside(certificate)[0]);
  // A version stands before the serial number in every certificate but the oldest.
  const [serial, , issuer] = fields[0] instanceof Integer ? fields : fields.slice(1);
  if (serial === undefined || issuer === undefined) throw new Error("a certificate lacks its issuer");
  return sequence(issuer, serial);
};

const attribute = (type: string, value: BaseBlock): Sequence => sequence(oid(type), set(value));

/** ESS signing-certificate-v2 (RFC 5035): ties the signature to this certificate; SHA-256 is the default. */
const signingCertificate = (certificate: Uint8Array): Sequence =>
  sequence(sequence(sequence(octets(sha256(certificate)))));

/** What is signed, in the order that DER gives a set: that of the encodings. */
const attributesOf = (digest: Uint8Array, certificate: Uint8Array): readonly Sequence[] =>
  [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(digest)),
    attribute(OID.signingCertificateV2, signingCertificate(certificate)),
  ].toSorted((a, b) => Buffer.compare(derOf(a), derOf(b)));

const signatureAlgorithm = ({ key }: SigningKey): Sequence =>
  key.asymmetricKeyType === "ec"
    ? sequence(oid(OID.ecdsaWithSha256))
    : sequence(oid(OID.rsaWithSha256), new Null());

const signerInfo = (digest: Uint8Array, certificate: Uint8Array, signer: SigningKey): Sequence => {
  const attributes = attributesOf(digest, certificate);
  return sequence(
    new Integer({ value: 1 }),
    nameOf(parsed(certificate)),
    sequence(oid(OID.sha256)),
    tagged(0, ...attributes),
    signatureAlgorithm(signer),
    // The set itself is signed, not the tag it has inside the message (RFC 5652, § 5.4).
    octets(sign("sha256", derOf(set(...attributes)), signer.key)),
  );
};

/**
 * A detached CMS signature (RFC 5652) as PAdES baseline B asks for it (ETSI EN 319 142-1): content type, message
 * digest and signing-certificate-v2 are signed; the time stands in the PDF. `digest` is the SHA-256 of what is
 * signed; the answer is DER.
 */
export const cmsSignature = (digest: Uint8Array, signer: SigningKey): Uint8Array => {
  const [certificate] = signer.certificates;
  if (certificate === undefined) throw new Error("a signing key without a certificate");
  const signedData = sequence(
    new Integer({ value: 1 }),
    set(sequence(oid(OID.sha256))),
    sequence(oid(OID.data)),
    tagged(0, ...signer.certificates.map(parsed)),
    set(signerInfo(digest, certificate, signer)),
  );
  return derOf(sequence(oid(OID.signedData), tagged(0, signedData)));
};
