import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/paths.ts";

/** Runs a tool of the system; fails naming the Debian package when it is not installed. */
export const runTool = (tool: string, debianPackage: string, args: readonly string[]): string => {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: "utf8", maxBuffer: 2 ** 27 });
  if (error !== undefined) throw new Error(`${tool} is missing: apt-get install ${debianPackage}`);
  if (status !== 0) throw new Error(`${tool} ${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
};

const JAXB = ["jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2"].map(
  (name) => `/usr/share/java/${name}.jar`,
);

const veraPdfJar = (): string => {
  const folder = join(projectRoot, "node_modules/@opendataloader/pdf/lib");
  const jar = readdirSync(folder).find((name) => name.endsWith(".jar"));
  if (jar === undefined) throw new Error(`${folder} holds no jar: npm ci`);
  return join(folder, jar);
};

/** veraPDF's word on each file, for PDF/A-3a and PDF/UA-1: lines of file, flavour and outcome. */
export const veraPdf = (files: readonly string[]): readonly string[] => {
  const lacking = JAXB.find((path) => !existsSync(path));
  if (lacking !== undefined) throw new Error(`${lacking} is missing: apt-get install libjaxb-java`);
  const program = join(projectRoot, "test/support/VeraCheck.java");
  const classPath = [veraPdfJar(), ...JAXB].join(":");
  const { error, stdout, stderr } = spawnSync("java", ["-cp", classPath, program, "3a,ua1", ...files], {
    encoding: "utf8",
  });
  if (error !== undefined) throw new Error("java is missing: apt-get install openjdk-17-jdk-headless");
  if (stdout === "") throw new Error(stderr);
  return stdout.trim().split("\n");
};
