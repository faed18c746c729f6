import { type InputError, inputError } from "../input-error.ts";
import { type Extension, knownExtensions, type OcdsVersion } from "./schema-files.ts";

/** How what a package holds is to be read. */
export interface PackageContext {
  readonly version: OcdsVersion;
  readonly extensions: readonly Extension[];
  /** What the reader made of the version and the extensions, when it is not what was written. */
  readonly notices: readonly InputError[];
}

/** A package that was not read, or a release on its own: the current version. */
export const CURRENT: PackageContext = { version: "1.1", extensions: [], notices: [] };

type Package = Readonly<Record<string, unknown>>;

const notice = (code: string, message: string) => [inputError("/version", code, message)];

const versionOf = ({ version }: Package): Pick<PackageContext, "version" | "notices"> => {
  if (version === undefined)
    return { version: "1.0", notices: notice("NO_VERSION", "is missing; read as 1.0, as the standard says") };
  if (version === "1.0" || version === "1.1") return { version, notices: [] };
  const said = JSON.stringify(version)?.slice(0, 40);
  return { version: "1.1", notices: notice("UNKNOWN_VERSION", `is ${said}; read as 1.1`) };
};

/** The context that a package gives to its releases or records. */
export const contextOf = (found: Package): PackageContext => {
  const declared = Array.isArray(found["extensions"]) ? found["extensions"] : [];
  const addresses = declared.filter((each) => typeof each === "string");
  return { ...versionOf(found), extensions: knownExtensions(addresses) };
};

/** A release or record outside a package has no version: parties came with 1.1. */
export const contextOfRelease = (release: Package): PackageContext =>
  release["parties"] === undefined && release["compiledRelease"] === undefined
    ? { version: "1.0", extensions: [], notices: [] }
    : CURRENT;
