/**
 * Files to one zip and back, with the moment inside. Wraps fflate. The encryption around it proves every byte: the archive holds no hashes
 * of its own.
 */
import { type UnzipFileFilter, unzipSync, type Zippable, zipSync } from "fflate";
import { instant, v } from "../disk/schema.ts";
import { sha256 } from "../disk/sha256.ts";
import type { HeldFile } from "../disk/tree.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { parseJson } from "../model/text/json.ts";

/** What it is, beside the files. */
const LABEL = "MANIFESTE.json";
/** Loose: earlier versions listed the files too. */
const labelSchema = v.object({ format: v.literal(1), madeAt: instant });

/** Every entry of a zip needs a date between 1980 and 2099: a fixed one, the label has the real one. */
const ENTRY_DATE = "1980-01-02T12:00:00";

/** @param files their paths start with "data/" or "dist/". @param madeAt ISO 8601 in UTC. */
export function packArchive(files: readonly HeldFile[], madeAt: string, programVersion: string): Uint8Array {
  const parts: Zippable = { [LABEL]: Buffer.from(JSON.stringify({ format: 1, madeAt, programVersion })) };
  for (const file of files) parts[file.path] = file.bytes;
  return zipSync(parts, { level: 6, mtime: ENTRY_DATE });
}

export interface Unpacked {
  readonly madeAt: string;
  readonly files: readonly HeldFile[];
}

const refuse = (message: string): UserError =>
  new UserError(message, "N'utilisez pas ce fichier ; prenez une autre sauvegarde.", 1);

/**
 * @throws UserError when it is no backup, or a path would lead out of the folder.
 */
export function unpackArchive(zip: Uint8Array): Unpacked {
  // the library writes no more of a file than its entry announces
  const { [LABEL]: label = new Uint8Array(), ...parts } = unzip(zip, ({ name }) => {
    if (name !== LABEL && !isHarmlessPath(name))
      throw refuse(
        `La sauvegarde contient un chemin que ce poste ne peut pas écrire, ou qui sortirait du dossier : ${quote(name.slice(0, 100))}.`,
      );
    return true;
  });
  const read = v.safeParse(labelSchema, parseJson(Buffer.from(label).toString("utf8")));
  if (!read.success) throw refuse(`La sauvegarde ne dit pas ce qu'elle est (${LABEL}).`);
  const files = Object.entries(parts).map(([path, bytes]): HeldFile => ({ path, bytes, sha256: sha256(bytes) }));
  return { madeAt: read.output.madeAt, files };
}

function unzip(zip: Uint8Array, filter: UnzipFileFilter): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(zip, { filter });
  } catch (error) {
    if (error instanceof UserError) throw error;
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
