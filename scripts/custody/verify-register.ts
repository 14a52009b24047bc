/** The whole verification: the chain, then the files. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { namesIn } from "../disk/tree.ts";
import { listSome, quote } from "../model/format.ts";
import { anError, type Issue, type Result } from "../model/issue.ts";
import { parseQuarterId } from "../model/period.ts";
import { checkCopies } from "./copies/outdated.ts";
import { REGISTER_FILE, readRegisterText } from "./register/end.ts";
import type { RegisterLine } from "./register/entry.ts";
import { verifyChain } from "./register/verify-chain.ts";
import { verifyFiles } from "./register/verify-files.ts";

/** Every line that can be trusted, every fault of the chain and of the files, and the copies that are out of date. Reads all the files that the register names. */
export function verifyRegister(dataDir: string, outDir: string): Result<readonly RegisterLine[]> {
  const register = readRegisterText(dataDir);
  const { value: lines, issues } = verifyChain(register);
  return {
    value: lines,
    issues: [...registerGone(lines, outDir), ...issues, ...verifyFiles(lines, dataDir, outDir), ...checkCopies(lines)],
  };
}

/** A register taken away leaves nothing to verify, and the next command begins another; but the bulletins that it told are there. */
export function registerGone(lines: readonly RegisterLine[], outDir: string): readonly Issue[] {
  const made = namesIn(outDir).filter(
    (name) => parseQuarterId(name) && existsSync(join(outDir, name, "manifest.json")),
  );
  if (made.length === 0 || lines.some((line) => line.action === "build")) return [];
  return [
    anError("register-gone", {
      message: `Le registre a disparu${lines.length > 0 ? ", et un autre a été commencé" : ""} : ${quote(outDir)} tient des bulletins (${listSome(made, 3)}), et aucune ligne n'en est inscrite.`,
      hint: `Reprenez registre.jsonl de la dernière sauvegarde, et prévenez la personne responsable de la liste. S'il n'y a aucune sauvegarde : déplacez ces bulletins hors de ${quote(outDir)} ; un autre registre commence, à dater sur papier.`,
      place: { file: REGISTER_FILE },
    }),
  ];
}

/** Lines that can be trusted one by one; faults are left to verifyRegister. */
export const readRegister = (dataDir: string): readonly RegisterLine[] => verifyChain(readRegisterText(dataDir)).value;
