/** The licences of what is shipped: the program's own, and one line a library, with the file that holds the terms. */
import { isLicence, type Package } from "./packages.ts";

const line = (what: string, licence: string, file: string): string =>
  `${what.padEnd(48)} ${licence.padEnd(32)} ${file}`;

/** Licence of a package as its author names it; several: the one or the other. */
const named = ({ licence }: Package): string => licence ?? "non indiquée";

/** @param files of the packages, "node_modules/yaml/LICENSE". */
export function listLicences(program: string, packages: readonly Package[], files: readonly string[]): string {
  const texts = files.filter(isLicence);
  const termsOf = ({ path }: Package): string =>
    texts.find((file) => file.startsWith(`${path}/`) && !file.slice(path.length + 1).includes("/")) ?? "";
  return [
    "Ce que le programme contient, et sous quelles licences.",
    "",
    line(program, "EUPL-1.2", "LICENSE"),
    ...packages.map((one) => line(`${one.name} ${one.version}`, named(one), termsOf(one))),
    "",
  ].join("\n");
}

/** Libraries whose author names no licence: they may not be shipped. */
export const withoutLicence = (packages: readonly Package[]): readonly string[] =>
  packages.filter(({ licence }) => licence === null).map(({ name }) => name);
