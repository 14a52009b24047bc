/** The whole verification: the chain, then the files. */

import { lstatSync } from "node:fs";
import { join } from "node:path";
import { toldInFrench } from "../disk/refusal.ts";
import { formatDate } from "../model/format.ts";
import { anError, aWarning, type Issue, type Result, UserError } from "../model/issue.ts";
import { tell } from "../model/remarks/index.ts";
import { checkCopies } from "./copies/outdated.ts";
import { readBinding } from "./machine.ts";
import { HEAD_FILE, REGISTER_FILE, type RegisterText, readRegisterText } from "./register/end.ts";
import type { RegisterLine } from "./register/entry.ts";
import { verifyChain } from "./register/verify-chain.ts";
import { verifyFiles } from "./register/verify-files.ts";

/** Every line that can be trusted, every fault of the chain and of the files, and the copies that are out of date. Reads all the files that the register names. */
export function verifyRegister(dataDir: string, outDir: string): Result<readonly RegisterLine[]> {
  const register = readRegisterText(dataDir);
  const { value: lines, issues } = verifyChain(register);
  return {
    value: lines,
    issues: [
      ...registerGone(register, dataDir),
      ...registerLinked(dataDir),
      ...issues,
      ...verifyFiles(lines, dataDir, outDir),
      ...checkCopies(lines),
    ],
  };
}

/**
 * A register taken away with its head leaves nothing to verify, and the next command begins another; but a folder that was bound to a
 * machine had one, and its binding is a line of it.
 */
export function registerGone(register: RegisterText, dataDir: string): readonly Issue[] {
  const binding = readBinding(dataDir);
  const { value: lines, issues } = verifyChain(register);
  // a chain that is broken is told as such: the line may be the one that was changed
  if (!binding || issues.length > 0 || lines.some((line) => line.action === "binding")) return [];
  return [
    anError("register-gone", {
      message: `Le registre a disparu${lines.length > 0 ? ", et un autre a été commencé" : ""} : ce dossier a été lié à un poste le ${formatDate(binding.boundOn)}, et aucune ligne n'en est inscrite.`,
      hint: "Reprenez registre.jsonl et registre.tete de la dernière sauvegarde, et prévenez la personne responsable de la liste. S'il n'y a aucune sauvegarde : « npm run poste -- --relier » commence un autre registre, à dater sur papier.",
      place: { file: REGISTER_FILE },
    }),
  ];
}

/** A register that also has another name can be changed by that name, from a folder that others may write in. */
const registerLinked = (dataDir: string): readonly Issue[] =>
  [REGISTER_FILE, HEAD_FILE].flatMap((name): readonly Issue[] => {
    const path = join(dataDir, name);
    const found = toldInFrench(path, () => lstatSync(path, { throwIfNoEntry: false }));
    if (!found || (found.isFile() && found.nlink === 1)) return [];
    return [
      aWarning("register-linked", {
        message: `data/${name} ${found.isSymbolicLink() ? "est un lien vers un fichier d'un autre dossier" : "est aussi, sous un autre nom, dans un autre dossier (lien physique)"} : il peut être modifié de là.`,
        hint: "Remplacez-le par une copie du fichier : copiez-le sous un autre nom, effacez le lien, puis redonnez son nom à la copie.",
        place: { file: name },
      }),
    ];
  });

/** Before a command adds a line. @throws UserError (exit 1) where the register is gone: the line would begin another. */
export function assertRegisterKept(dataDir: string): void {
  const [gone] = registerGone(readRegisterText(dataDir), dataDir);
  if (!gone) return;
  const { message, hint = "" } = tell(gone, "eyes");
  throw new UserError(message, hint, 1);
}

/** Lines that can be trusted one by one; faults are left to verifyRegister. */
export const readRegister = (dataDir: string): readonly RegisterLine[] => verifyChain(readRegisterText(dataDir)).value;
