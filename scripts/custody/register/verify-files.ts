/** Are the deliveries and bulletins those that the register saw? Each one altered or gone is named. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type FileHash, holdFile } from "../../disk/tree.ts";
import { formatDate, quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { dayOf, type RegisterLine } from "./entry.ts";
import { ACTION_NAMES } from "./verify-chain.ts";

/** Last known hash of a file, and the line that knew it. */
interface Known {
  readonly sha256: string;
  readonly line: RegisterLine;
}

/** Compares the folders with what the lines say was there last; an eliminated file is no longer expected. */
export function verifyFiles(lines: readonly RegisterLine[], dataDir: string, outDir: string): readonly Issue[] {
  const { inputs, outputs, purged } = lastKnown(lines);
  return [
    ...onceAFolder(inputs, dataDir).flatMap(([path, known]) =>
      compare(dataDir, path, known, isSetting(path) && inputs.has(path) ? "setting" : "input"),
    ),
    ...onceAFolder(outputs, outDir).flatMap(([path, known]) =>
      compare(outDir, path, known, known.line.action === "copies" ? "copy" : "bulletin"),
    ),
    ...purged
      .filter(([folder, path]) => existsSync(join(folder === "data" ? dataDir : outDir, path)))
      .map(([, path]) => stillThere(path)),
  ];
}

/** A folder that is gone is one fault, named once, not one for each of its files. */
function onceAFolder(files: ReadonlyMap<string, Known>, root: string): readonly (readonly [string, Known])[] {
  const gone = new Set<string>();
  return [...files].flatMap(([path, known]): readonly (readonly [string, Known])[] => {
    const [folder = ""] = path.split("/");
    if (folder === path || existsSync(join(root, folder))) return [[path, known]];
    if (gone.has(folder)) return [];
    gone.add(folder);
    return [[folder, known]];
  });
}

/** Files at the root of data/ are settings: people change them; deliveries never change. */
const isSetting = (path: string): boolean => !path.includes("/");

function lastKnown(lines: readonly RegisterLine[]) {
  const inputs = new Map<string, Known>();
  const outputs = new Map<string, Known>();
  let purged: [folder: "data" | "out", path: string][] = [];
  const know = (map: Map<string, Known>, files: readonly FileHash[], line: RegisterLine): void => {
    for (const { path, sha256 } of files) {
      map.set(path, { sha256, line });
      purged = purged.filter(([, gone]) => gone !== path);
    }
  };
  for (const line of lines) {
    if (line.action === "reception") know(inputs, line.files, line);
    if (line.action === "build") {
      know(inputs, line.inputs, line);
      // a new edition replaces the folder of its quarter, and what earlier editions put there
      for (const [path, { line: from }] of outputs)
        if (from.action === "build" && from.quarter === line.quarter) outputs.delete(path);
      know(outputs, line.outputs, line);
    }
    if (line.action === "copies") know(outputs, line.copies, line);
    if (line.action === "purge") {
      for (const { path } of line.data) inputs.delete(path);
      for (const { path } of line.out) outputs.delete(path);
      purged.push(...line.data.map(({ path }) => ["data", path] as [folder: "data", path: string]));
      purged.push(...line.out.map(({ path }) => ["out", path] as [folder: "out", path: string]));
    }
  }
  return { inputs, outputs, purged };
}

const KINDS = {
  input: {
    name: "Fichier reçu",
    changed: "input-altered",
    missing: "input-missing",
    hint: "Reprenez le fichier de la messagerie ou de la sauvegarde. S'il a été remplacé exprès par un rectificatif, inscrivez-le : npm run reception.",
  },
  setting: {
    name: "Réglage",
    changed: "setting-changed",
    missing: "setting-missing",
    hint: "Rien à faire si le changement est voulu : le prochain bulletin l'inscrira.",
  },
  bulletin: {
    name: "Bulletin",
    changed: "bulletin-altered",
    missing: "bulletin-missing",
    hint: "Refaites-le (npm run build -- --trimestre, et son trimestre) : les mêmes fichiers donnent le même bulletin.",
  },
  copy: {
    name: "Exemplaire",
    changed: "copy-altered",
    missing: "copy-missing",
    hint: "Un exemplaire imprimé puis effacé est normal ; un exemplaire modifié est à détruire et à refaire (npm run copies).",
  },
} as const;

function compare(folder: string, path: string, known: Known, kind: keyof typeof KINDS): readonly Issue[] {
  const { name, changed, missing, hint } = KINDS[kind];
  const since = `depuis l'inscription ${quote(ACTION_NAMES[known.line.action])} du ${formatDate(dayOf(known.line.at))} (ligne ${known.line.n})`;
  if (!existsSync(join(folder, path)))
    return [
      {
        rule: missing,
        severity: kind === "input" ? "error" : kind === "copy" ? "info" : "warning",
        message: `${name} ${quote(path)} : absent ${since}.`,
        hint,
        place: { file: path },
      },
    ];
  const actual = holdFile(folder, path).sha256;
  if (actual === known.sha256) return [];
  return [
    {
      rule: changed,
      severity: kind === "setting" ? "info" : "error",
      message: `${name} ${quote(path)} : modifié ${since}.`,
      hint,
      place: { file: path },
      actual,
      expected: known.sha256,
    },
  ];
}

const stillThere = (path: string): Issue => ({
  rule: "purged-file-present",
  severity: "warning",
  message: `${quote(path)} est inscrit comme éliminé, mais le fichier est encore là.`,
  hint: "Effacez-le, ou inscrivez de nouveau sa réception s'il a été rapporté d'une sauvegarde.",
  place: { file: path },
});
