/** The whole verification: the chain, then the files. And the question that a build asks: was each delivery recorded? */

import type { FileHash } from "../disk/tree.ts";
import { formatDate, quote } from "../model/format.ts";
import type { Issue, Result } from "../model/issue.ts";
import { readBinding } from "./machine.ts";
import { REGISTER_FILE, type RegisterText, readRegisterText } from "./register/end.ts";
import type { RegisterLine } from "./register/entry.ts";
import { verifyChain } from "./register/verify-chain.ts";
import { verifyFiles } from "./register/verify-files.ts";

/** Every line that can be trusted, and every fault of the chain and of the files. Reads all the files that the register names. */
export function verifyRegister(dataDir: string, outDir: string): Result<readonly RegisterLine[]> {
  const register = readRegisterText(dataDir);
  const { value: lines, issues } = verifyChain(register);
  return {
    value: lines,
    issues: [...registerGone(register, dataDir), ...issues, ...verifyFiles(lines, dataDir, outDir)],
  };
}

/** A register taken away with its head leaves nothing to verify; but a folder that was bound to a machine had one: binding is recorded. */
export function registerGone({ lines, partial, head }: RegisterText, dataDir: string): readonly Issue[] {
  const binding = readBinding(dataDir);
  if (!binding || lines.length > 0 || partial !== null || head !== null) return [];
  return [
    {
      rule: "register-gone",
      severity: "error",
      message: `Le registre a disparu : ce dossier a été lié à un poste le ${formatDate(binding.boundOn)}, et rien n'en est inscrit.`,
      hint: "Reprenez registre.jsonl et registre.tete de la dernière sauvegarde, et prévenez la personne responsable de la liste.",
      place: { file: REGISTER_FILE },
    },
  ];
}

/** Lines that can be trusted one by one; faults are left to verifyRegister. */
export const readRegister = (dataDir: string): readonly RegisterLine[] => verifyChain(readRegisterText(dataDir)).value;

/** Names each delivery that was read but whose reception was never recorded, or that holds files which came or changed since. */
export function unrecordedDeliveries(
  lines: readonly RegisterLine[],
  sources: readonly (FileHash & { readonly delivery: string })[],
): readonly Issue[] {
  const recorded = new Map<string, Set<string>>();
  for (const line of lines)
    if (line.action === "reception") {
      const hashes = recorded.get(line.delivery) ?? new Set();
      for (const file of line.files) hashes.add(file.sha256);
      recorded.set(line.delivery, hashes);
    }
  return [...new Set(sources.map((s) => s.delivery))].flatMap((delivery): readonly Issue[] => {
    const hashes = recorded.get(delivery);
    const hint = `npm run reception -- ${delivery} --message AAAA-MM-JJ`;
    if (!hashes)
      return [
        {
          rule: "delivery-not-recorded",
          severity: "warning",
          message: `La livraison ${quote(delivery)} est lue, mais sa réception n'est pas inscrite au registre.`,
          hint,
          place: { file: delivery },
        },
      ];
    return sources
      .filter((s) => s.delivery === delivery && !hashes.has(s.sha256))
      .map((s) => ({
        rule: "file-not-recorded",
        severity: "warning",
        message: `Le fichier ${quote(s.path)} n'est pas celui dont la réception est inscrite au registre.`,
        hint: `Si c'est un rectificatif reçu depuis : ${hint}`,
        place: { file: s.path },
      }));
  });
}
