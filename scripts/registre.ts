/** npm run registre: shows the register, verifies its chain and the files that it names. */

import { join } from "node:path";
import { assertCorrectable } from "./custody/copies/correct.ts";
import type { RegisterLine } from "./custody/index.ts";
import { appendRegister, assertEntitled, checkHolders, readRegister, verifyRegister } from "./custody/index.ts";
import { comparedBefore, comparedKey, noteCompared } from "./custody/register/compared.ts";
import { correctionsOf } from "./custody/register/in-force.ts";
import { repairRegister } from "./custody/register/register.ts";
import { compareWithPapers, formatHead, parsePaperHeads } from "./custody/register/since.ts";
import { describeLine } from "./custody/register/text.ts";
import { verifyClock } from "./custody/register/verify-clock.ts";
import { loadDeliveries } from "./holdings/deliveries.ts";
import { PROGRAM_VERSION } from "./holdings/holdings.ts";
import { type HeldLecture, loadLectures } from "./holdings/lectures.ts";
import { plural, quote } from "./model/format.ts";
import type { Issue } from "./model/issue.ts";
import { UserError } from "./model/issue.ts";
import { compareWithFiles } from "./reading/compared.ts";
import type { Reader } from "./reading/job.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION, OUT_OPTION } from "./shell/command-line.ts";
import { openToLook } from "./shell/opening.ts";
import { formatIssue } from "./shell/terminal.ts";
import { safeText } from "./shell/wrap.ts";

/**
 * The line to cancel, and why; undefined when none is.
 * @throws UserError when it lacks its number or its reason.
 */
function correctionAsked(args: Arguments): { readonly line: number; readonly reason: string } | undefined {
  const given = args.get("annuler");
  if (given === undefined && !args.has("motif")) return undefined;
  if (given === undefined || !/^[1-9]\d{0,8}$/.test(given))
    throw new UserError(
      given === undefined ? "De quelle ligne s'agit-il ?" : `${quote(given)} n'est pas un numéro de ligne.`,
      'Le numéro est au début de chaque ligne que montre « npm run registre ». Écrivez par exemple : npm run registre -- --annuler 12 --motif "exemplaire n° 4, et non n° 3".',
    );
  const reason = args.get("motif")?.trim();
  if (!reason)
    throw new UserError("Une correction s'inscrit avec sa raison.", 'Ajoutez --motif "pourquoi" à la commande.');
  return { line: Number(given), reason };
}

/** What of the confirmed lectures is not in their files: of those that are new or changed since the last time, or of all. */
async function lecturesCompared(
  args: Arguments,
  lines: readonly RegisterLine[],
  reader: Reader | undefined,
): Promise<readonly Issue[]> {
  const { value: lectures } = loadLectures(args.dataDir);
  const known = comparedBefore(lines);
  const keyOf = ({ sha256 }: HeldLecture): string => comparedKey(sha256, PROGRAM_VERSION);
  const wanted = args.has("tout") ? lectures : lectures.filter((lecture) => !known.has(keyOf(lecture)));
  if (wanted.length === 0) return [];
  const compared = await compareWithFiles(wanted, loadDeliveries(args.dataDir).value.files, reader);
  const same = compared.filter(({ issues }) => issues.length === 0).map(({ lecture }) => keyOf(lecture));
  const now = new Set(lectures.map(keyOf));
  const unlike = new Set(compared.filter(({ issues }) => issues.length > 0).map(({ lecture }) => keyOf(lecture)));
  noteCompared(
    lines,
    [...new Set([...known, ...same])].filter((key) => now.has(key) && !unlike.has(key)),
  );
  return compared.flatMap(({ issues }) => issues);
}

export const main = defineCommand(
  {
    name: "npm run registre",
    summary:
      "Montre le registre et vérifie qu'aucune ligne, aucun fichier reçu, aucun bulletin n'a été modifié ou retiré.",
    examples: [
      "",
      '--annuler 12 --motif "exemplaire n° 4, et non n° 3"',
      '--depuis "12:3f2a9c41 d0e5b7aa"',
      "--reparer",
    ],
    options: [
      { name: "annuler", value: "LIGNE", help: "cette ligne (retour ou destruction) ne compte plus" },
      { name: "motif", value: "RAISON", help: "pourquoi ; la ligne d'origine reste, la correction s'y ajoute" },
      {
        name: "depuis",
        value: "EMPREINTE",
        help: "celle d'une feuille d'émargement ou d'un exemplaire : le registre n'a-t-il fait que s'allonger depuis ? (plusieurs : séparées par des points-virgules)",
      },
      {
        name: "reparer",
        value: null,
        help: "remet en état un registre abîmé (coupure de courant, lignes déplacées) ; la réparation y est inscrite",
      },
      { name: "tout", value: null, help: "compare aussi à leurs fichiers les lectures confirmées qui l'ont déjà été" },
      { name: "bref", value: null, help: "la vérification seule, sans les lignes" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 0,
  },
  async (args, context, { reader }: { readonly reader?: Reader } = {}): Promise<0 | 1> => {
    const { out, now } = context;
    const { dataDir, outDir } = args;
    const { at, today, who, list } = openToLook(dataDir, context);
    const asked = correctionAsked(args);
    if (asked || args.has("reparer")) assertEntitled(dataDir, today, who);
    if (args.has("reparer")) {
      const repaired = repairRegister(dataDir, at, who);
      out(repaired ? `Réparé et inscrit (ligne ${repaired.n}).` : "Le registre est en bon état : rien à réparer.");
      if (repaired?.action === "repair")
        out(`Le registre tel qu'il était est gardé dans ${join(dataDir, repaired.aside)}.`);
    }
    const typed = args.get("depuis");
    const papers = typed === undefined ? [] : parsePaperHeads(typed);
    if (asked) {
      assertCorrectable(readRegister(dataDir), asked.line);
      const { n } = appendRegister(dataDir, { at: now, who, action: "correction", ...asked });
      out(`Correction de la ligne ${asked.line} inscrite (ligne ${n}).\n`);
    }
    const { value: lines, issues: found } = verifyRegister(dataDir, outDir);
    const compared = compareWithPapers(lines, papers);
    const holders = checkHolders(lines, list, today);
    const lectures = await lecturesCompared(args, lines, reader);
    const issues = [...found, ...lectures, ...verifyClock(lines, now()), ...holders, ...compared.issues];
    const corrections = correctionsOf(lines);
    if (!args.has("bref")) for (const line of lines) out(safeText(describeLine(line, corrections)));
    if (lines.length > 0 && !args.has("bref")) out("");
    for (const issue of issues) out(formatIssue(issue));
    const errors = issues.filter((issue) => issue.severity === "error").length;
    const toCheck = issues.filter((issue) => issue.severity === "warning").length;
    const last = lines.at(-1);
    for (const sentence of compared.told) out(sentence);
    if (errors > 0) out(`${plural(errors, "anomalie")} : voyez ci-dessus.`);
    else if (!last) out("Le registre est vide : rien n'a encore été inscrit.");
    else {
      const files = toCheck === 0 ? "fichiers conformes" : `${plural(toCheck, "point")} à vérifier ci-dessus`;
      out(
        `Registre vérifié : ${plural(lines.length, "ligne")}, chaîne entière, ${files}. Empreinte de la dernière ligne : ${formatHead(last)}`,
      );
    }
    return errors === 0 ? 0 : 1;
  },
);

if (import.meta.main) await runAsProgram(main);
