/** Are the deliveries, settings, bulletins and copies those that the register knows? Each one altered, gone or unknown is named. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { COPIES_FOLDER, DEMO_OUT } from "../../disk/out-folders.ts";
import { entriesOf, hashFile, hashTree, listTree } from "../../disk/tree.ts";
import { deliveryOfPath, quarterOfDelivery } from "../../model/delivery.ts";
import { quote } from "../../model/format.ts";
import { aWarning, type Issue } from "../../model/issue.ts";
import { LECTURES_FOLDER } from "../../model/lecture.ts";
import type { RegisterLine } from "./entry.ts";
import { type KindName, notAsKnown } from "./kinds.ts";
import { filesKnown, type Known, type KnownFiles } from "./known.ts";
import { checkLectures } from "./lectures.ts";
import { checkReceptions } from "./received.ts";

/** Compares the folders with what the lines say; an eliminated file is no longer expected. */
export function verifyFiles(lines: readonly RegisterLine[], dataDir: string, outDir: string): readonly Issue[] {
  const { inputs, eliminated } = filesKnown(lines);
  const delivered = (existsSync(dataDir) ? entriesOf(dataDir) : [])
    .filter((entry) => entry.isDirectory() && quarterOfDelivery(entry.name) !== undefined)
    .flatMap(({ name }) => hashTree(dataDir, name))
    .filter(({ path }) => !eliminated.data.has(path));
  const lectures = existsSync(join(dataDir, LECTURES_FOLDER)) ? hashTree(dataDir, LECTURES_FOLDER) : [];
  return [
    ...checkReceptions(lines, dataDir, delivered),
    ...checkLectures(
      lines,
      lectures.filter(({ path }) => path.endsWith(".json")),
    ),
    ...compareAll(inputs, dataDir, inputKind),
    ...verifyOutputs(lines, outDir),
    ...[...eliminated.data].filter((path) => existsSync(join(dataDir, path))).map(stillThere),
    ...[...eliminated.out].filter((path) => existsSync(join(outDir, path))).map(stillThere),
  ];
}

/** The bulletins and the copies. @param under the folder of a quarter: it alone, without its copies, and the list of the bulletins. */
function verifyOutputs(lines: readonly RegisterLine[], outDir: string, under = ""): readonly Issue[] {
  const { outputs, eliminated } = filesKnown(lines);
  const isAsked = (path: string): boolean =>
    under === "" ||
    path === "index.html" ||
    (path.startsWith(`${under}/`) && !path.startsWith(`${under}/${COPIES_FOLDER}/`));
  const known = new Set([...outputs.keys(), ...eliminated.out]);
  return [
    ...compareAll(new Map([...outputs].filter(([path]) => isAsked(path))), outDir, outputKind),
    ...(existsSync(join(outDir, under)) ? listTree(outDir, under) : [])
      .filter((path) => isAsked(path) && !known.has(path) && !isOwn(path))
      .map(outputUnknown),
  ];
}

/**
 * What a build is about to replace and is not what the register knows: it would be gone without a trace, and the line of the new bulletin says
 * it for good.
 */
export const alteredIn = (lines: readonly RegisterLine[], outDir: string, quarter: string): readonly string[] =>
  lines.some((line) => line.action === "build" && line.quarter === quarter) && existsSync(join(outDir, quarter))
    ? verifyOutputs(lines, outDir, quarter)
        .flatMap(({ place }) => place?.file ?? [])
        .toSorted()
    : [];

/** The same, to whoever builds. */
export const replacedAltered = (quarter: string, altered: readonly string[]): readonly Issue[] =>
  altered.length === 0
    ? []
    : [
        aWarning("bulletin-was-altered", {
          message: `Ce que le bulletin ${quarter} remplace n'était pas ce que le registre connaît : ${altered.map(quote).join(", ")}.`,
          hint: "Sa ligne du registre le garde. Si aucune commande n'avait été interrompue, demandez-vous qui l'a modifié, et si une version modifiée a été remise à quelqu'un.",
        }),
      ];

/** "convention.yaml" is a setting, "reference/base.csv" a public base, "2026-T1/IS 101.xls" a file of a delivery. */
function inputKind(path: string): KindName {
  if (deliveryOfPath(path) !== undefined) return "input";
  return path.includes("/") ? "reference" : "setting";
}
const outputKind = (_path: string, { line }: Known): KindName => (line.action === "copies" ? "copy" : "bulletin");

/** A folder that is gone is one fault, named once, not one for each of its files. */
function compareAll(
  files: KnownFiles,
  root: string,
  kindOf: (path: string, known: Known) => KindName,
): readonly Issue[] {
  const gone = new Set<string>();
  return [...files].flatMap(([path, known]): readonly Issue[] => {
    const [folder = ""] = path.split("/");
    const place = existsSync(join(root, folder)) ? path : folder;
    if (gone.has(place)) return [];
    const actual = existsSync(join(root, path)) ? hashFile(root, path).sha256 : undefined;
    if (actual === known.sha256) return [];
    gone.add(place);
    return [notAsKnown(kindOf(path, known), place, known, actual)];
  });
}

const stillThere = (path: string): Issue =>
  aWarning("purged-file-present", {
    message: `${quote(path)} est inscrit comme éliminé, mais le fichier est encore là.`,
    hint: "Effacez-le, ou inscrivez de nouveau sa réception s'il a été rapporté d'une sauvegarde.",
    place: { file: path },
  });

/** Papers to sign, of which nothing is recorded; the demonstration; and what the program has there at work: the lock, a file or a folder that is being written or replaced. */
const OWN = [
  /^lectures\/[^/]+\.html$/,
  /^documents\/(annexe-habilitations|bordereau-elimination-[0-9-]+)\.pdf$/,
  new RegExp(`^[^/]+/${COPIES_FOLDER}/emargement-[0-9-]+\\.pdf$`),
  new RegExp(`^${DEMO_OUT}/`),
  /^\.(?:verrou$|\d+\.tmp$|(?:en-cours|ancien)-[^/]+\/)/,
];
const isOwn = (path: string): boolean => OWN.some((pattern) => pattern.test(path));

/** What lies among the bulletins and is none of the register's. */
const outputUnknown = (path: string): Issue =>
  aWarning("output-unknown", {
    message: `${quote(path)} est parmi les bulletins, et le registre ne le connaît pas.`,
    hint: "Ce dossier ne reçoit que ce que le programme y écrit. Refaites le bulletin ou l'exemplaire, sinon retirez ce fichier.",
    place: { file: path },
  });
