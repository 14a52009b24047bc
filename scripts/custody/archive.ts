/** Files to one zip and back, with the moment inside. The encryption around it proves every byte: the archive holds no hashes of its own. */
import { instant, v } from "../disk/schema.ts";
import { sha256 } from "../disk/sha256.ts";
import type { HeldFile } from "../disk/tree.ts";
import { openZip, writeZip } from "../disk/zip.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { parseJson } from "../model/json.ts";

/** What it is, beside the files. */
const LABEL = "MANIFESTE.json";
/** Loose: earlier versions listed the files too. */
const labelSchema = v.object({ format: v.literal(1), madeAt: instant });

/** @param files their paths start with "data/" or "dist/". @param madeAt ISO 8601 in UTC. */
export function packArchive(files: readonly HeldFile[], madeAt: string, programVersion: string): Uint8Array {
  const label = JSON.stringify({ format: 1, madeAt, programVersion });
  return writeZip([
    { name: LABEL, content: label },
    ...files.map(({ path, bytes }) => ({ name: path, content: bytes })),
  ]);
}

export interface Unpacked {
  readonly madeAt: string;
  readonly files: readonly HeldFile[];
}

const refuse = (message: string): UserError =>
  new UserError(message, "N'utilisez pas ce fichier ; prenez une autre sauvegarde.", 1);

/**
 * @param assertRoom told how many bytes the files take, before each of them is opened; may refuse by throwing.
 * @throws UserError when it is no backup, or a path would lead out of the folder.
 */
export function unpackArchive(zip: Uint8Array, assertRoom: (bytes: number) => void): Unpacked {
  let total = 0;
  const parts = new Map<string, Uint8Array>();
  for (const { name, size, content } of ofOurs(() => openZip(zip))) {
    if (name !== LABEL && !isHarmlessPath(name))
      throw refuse(
        `La sauvegarde contient un chemin que ce poste ne peut pas écrire, ou qui sortirait du dossier : ${quote(name.slice(0, 100))}.`,
      );
    total += size;
    assertRoom(total);
    parts.set(name, ofOurs(content));
  }
  const read = v.safeParse(labelSchema, parseJson(Buffer.from(parts.get(LABEL) ?? "").toString("utf8")));
  if (!read.success) throw refuse(`La sauvegarde ne dit pas ce qu'elle est (${LABEL}).`);
  parts.delete(LABEL);
  return {
    madeAt: read.output.madeAt,
    files: Array.from(parts, ([path, bytes]) => ({ path, bytes, sha256: sha256(bytes) })),
  };
}

/** @throws UserError where the library finds no zip, or a part that is damaged. */
function ofOurs<T>(open: () => T): T {
  try {
    return open();
  } catch {
    throw refuse("Le contenu de la sauvegarde n'est pas une archive de ce programme.");
  }
}

/**
 * "data/2026-T1/IS 101.xls" => true. Anything absolute, that climbs, or that the system would read as something else than a name:
 * false. "data/IS 101 : T1.xls" is a name like any other, but on Windows.
 */
export function isHarmlessPath(path: string, platform: NodeJS.Platform = process.platform): boolean {
  const steps = path.split("/");
  const isName = (step: string): boolean => step !== "" && step !== "." && step !== ".." && !step.includes("\0");
  return (
    (steps[0] === "data" || steps[0] === "dist") &&
    steps.length > 1 &&
    steps.every((step) => isName(step) && (platform !== "win32" || isWindowsName(step)))
  );
}

const isWindowsName = (step: string): boolean =>
  !/[\\:*?"<>|\p{Cc}]/u.test(step) &&
  !/[. ]$/.test(step) && // dropped there: "a." is "a"
  !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(step);
