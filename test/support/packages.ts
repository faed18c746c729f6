import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/paths.ts";

/** A package as the lock file pins it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly integrity: string;
  readonly resolved: string | undefined;
  /** It is installed with the product, not for its development alone. */
  readonly isProduct: boolean;
  readonly hasInstallScript: boolean;
}

interface LockEntry {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Packages whose own manifest names no licence; read by hand in their repository. */
const READ_BY_HAND: Readonly<Record<string, string>> = { "png-js": "MIT" };

/** Everything that the lock file pins. */
export const lockedPackages = (): readonly LockedPackage[] => {
  const text = readFileSync(join(projectRoot, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, LockEntry>> };
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      return {
        name,
        version: entry.version,
        licence: entry.license ?? READ_BY_HAND[name] ?? "unknown",
        integrity: entry.integrity ?? "",
        resolved: entry.resolved,
        isProduct: entry.dev !== true,
        hasInstallScript: entry.hasInstallScript === true,
      };
    });
};

const lineOf = ({ name, version, licence }: LockedPackage): string => `| ${name} | ${version} | ${licence} |`;

/** The page of what is installed with the product, and under which licence. */
export const licencePage = (): string => {
  const product = lockedPackages()
    .filter(({ isProduct }) => isProduct)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return `# Licences

${product.length} packages are pinned for the product, optional builds for other machines among them. Written by \`npm run docs:licences\`.

| package | version | licence |
|---|---|---|
${[...new Set(product.map(lineOf))].join("\n")}
`;
};
