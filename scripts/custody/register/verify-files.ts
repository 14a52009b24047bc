/** Are the deliveries, settings, bulletins and copies those that the register knows? Each one altered, gone or unknown is named. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { COPIES_FOLDER, DEMO_OUT } from "../../disk/out-folders.ts";
import { entriesOf, type FileHash, hashFile, listTree } from "../../disk/tree.ts";
import { deliveryOfPath, quarterOfDelivery } from "../../model/delivery.ts";
import { quote } from "../../model/format.ts";
import { aWarning, type CommandIssue, type Issue } from "../../model/issue.ts";
import { LECTURES_FOLDER } from "../../model/lecture.ts";
import type { RegisterLine } from "./entry.ts";
import { type KindName, notAsKnown } from "./kinds.ts";
import { filesKnown, type Known, type KnownFiles, madeBy } from "./known.ts";
import { checkLectures } from "./lectures.ts";
import { checkReceptions } from "./received.ts";

/** Compares the folders with what the lines say; an eliminated file is no longer expected. */
export function verifyFiles(lines: readonly RegisterLine[], dataDir: string, outDir: string): readonly Issue[] {
  const { received, inputs, outputs, eliminated } = filesKnown(lines);
  const named = new Set([...received.values().flatMap((files) => files.keys()), ...inputs.keys()]);
  const delivered = deliveriesIn(dataDir, named).filter(({ path }) => !eliminated.data.has(path));
  return [
    ...checkReceptions(lines, dataDir, delivered),
    ...checkLectures(lines, lecturesIn(dataDir)),
    ...compareAll(inputs, dataDir, inputKind),
    ...compareAll(outputs, outDir, outputKind, madeBy(lines)),
    ...unknownIn(outDir, new Set([...outputs.keys(), ...eliminated.out])),
    ...[...eliminated.data].filter((path) => existsSync(join(dataDir, path))).map(stillThere),
    ...[...eliminated.out].filter((path) => existsSync(join(outDir, path))).map(stillThere),
  ];
}

/** Files of every delivery, as they are now. @param named those that the register gives a hash of: another may be of any size, and is not read. */
function deliveriesIn(dataDir: string, named: ReadonlySet<string>): readonly FileHash[] {
  const folders = new Set([...named].flatMap((path) => deliveryOfPath(path) ?? []));
  const isOneGone = [...folders].some((name) => !existsSync(join(dataDir, name)));
  return (existsSync(dataDir) ? entriesOf(dataDir) : [])
    .filter((entry) => entry.isDirectory() && quarterOfDelivery(entry.name) !== undefined)
    .flatMap(({ name }) => {
      const paths = listTree(dataDir, name);
      const gone = isOneGone || [...named].some((path) => path.startsWith(`${name}/`) && !paths.includes(path));
      // an unknown one may be what is missing, under another name
      return paths.map((path) => (gone || named.has(path) ? hashFile(dataDir, path) : { path, sha256: "" }));
    });
}

const lecturesIn = (dataDir: string): readonly FileHash[] =>
  existsSync(join(dataDir, LECTURES_FOLDER))
    ? listTree(dataDir, LECTURES_FOLDER)
        .filter((path) => path.endsWith(".json"))
        .map((path) => hashFile(dataDir, path))
    : [];

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
  made: ReturnType<typeof madeBy> = new Map(),
): readonly Issue[] {
  const gone = new Set<string>();
  return [...files].flatMap(([path, known]): readonly Issue[] => {
    const [folder = ""] = path.split("/");
    const place = existsSync(join(root, folder)) ? path : folder;
    if (gone.has(place)) return [];
    const actual = existsSync(join(root, path)) ? hashFile(root, path).sha256 : undefined;
    if (actual === known.sha256) return [];
    gone.add(place);
    return [sayOlder(notAsKnown(kindOf(path, known), place, known, actual), made.get(path)?.get(actual ?? ""))];
  });
}

/** A bulletin that is not the last one built, and that an earlier build made: nobody wrote in it. */
function sayOlder(issue: CommandIssue, older: number | undefined): CommandIssue {
  if (issue.rule !== "bulletin-altered" || older === undefined) return issue;
  return {
    ...issue,
    message: `${issue.message.replace(/\.$/, "")} : c'est celui de la ligne ${older} (commande interrompue, ou ancien bulletin remis à sa place).`,
  };
}

const stillThere = (path: string): Issue =>
  aWarning("purged-file-present", {
    message: `${quote(path)} est inscrit comme éliminé, mais le fichier est encore là.`,
    hint: "Effacez-le, ou inscrivez de nouveau sa réception s'il a été rapporté d'une sauvegarde.",
    place: { file: path },
  });

/** Papers to sign that commands print from the list, the register or the settings: nothing is recorded of them. */
const FORMS = new RegExp(
  `^(lectures/[^/]+\\.html|documents/(annexe-habilitations|bordereau-elimination-[0-9-]+)\\.pdf|[^/]+/${COPIES_FOLDER}/emargement-[0-9-]+\\.pdf)$`,
);

/** The program's own, at work: the lock, a file or a folder that is being written or replaced. Another hidden name is somebody's. */
const AT_WORK = /^\.(?:verrou$|\d+\.tmp$|(?:en-cours|ancien|remise)-[^/]+\/)/;

/** What lies among the bulletins and is none of the register's: the demonstration lies apart. */
function unknownIn(outDir: string, known: ReadonlySet<string>): readonly Issue[] {
  if (!existsSync(outDir)) return [];
  return listTree(outDir)
    .filter((path) => !(AT_WORK.test(path) || path.startsWith(`${DEMO_OUT}/`) || known.has(path) || FORMS.test(path)))
    .map((path) =>
      aWarning("output-unknown", {
        message: `${quote(path)} est parmi les bulletins, et le registre ne le connaît pas.`,
        hint: "Ce dossier ne reçoit que ce que le programme y écrit. Refaites le bulletin ou l'exemplaire, sinon retirez ce fichier.",
        place: { file: path },
      }),
    );
}
