/** Files to one zip and back, with a list of their hashes inside. Wraps fflate. */
import { type UnzipFileFilter, unzipSync, type Zippable, zipSync } from "fflate";
import { instant, v, wholeNumber } from "../disk/schema.ts";
import { sha256 } from "../disk/sha256.ts";
import type { HeldFile } from "../disk/tree.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { parseJson } from "../model/json.ts";

const MANIFEST = "MANIFESTE.json";

const manifestSchema = v.strictObject({
  format: v.literal(1),
  madeAt: instant,
  programVersion: v.string(),
  /** `size` in bytes: the first backups do not have it. */
  files: v.array(v.strictObject({ path: v.string(), sha256: v.string(), size: v.optional(wholeNumber) })),
});
type Manifest = v.InferOutput<typeof manifestSchema>;

/** Every entry of a zip needs a date between 1980 and 2099: a fixed one, the manifest has the real one. */
const ENTRY_DATE = "1980-01-02T12:00:00";

/** @param files their paths start with "data/" or "dist/". @param madeAt ISO 8601 in UTC. */
export function packArchive(files: readonly HeldFile[], madeAt: string, programVersion: string): Uint8Array {
  const manifest: Manifest = {
    format: 1,
    madeAt,
    programVersion,
    files: files.map(({ path, sha256: hash, bytes }) => ({ path, sha256: hash, size: bytes.length })),
  };
  const parts: Zippable = { [MANIFEST]: Buffer.from(JSON.stringify(manifest, null, 1)) };
  for (const file of files) parts[file.path] = file.bytes;
  return zipSync(parts, { level: 6, mtime: ENTRY_DATE });
}

/** Of some 100 000 files. */
const LONGEST_LIST = 16 << 20;

export interface Unpacked {
  readonly madeAt: string;
  readonly files: readonly HeldFile[];
}

const refuse = (message: string): UserError =>
  new UserError(message, "N'utilisez pas ce fichier ; prenez une autre sauvegarde.", 1);

const otherFile = (path: string): UserError =>
  refuse(`Dans la sauvegarde, ${quote(path.slice(0, 100))} n'est pas le fichier qui a été sauvegardé.`);

/**
 * @param assertRoom told how many bytes the files take, before any of them is opened; may refuse by throwing.
 * @throws UserError when a file is missing, added, changed or longer than listed, or a path would lead out of the folder.
 */
export function unpackArchive(zip: Uint8Array, assertRoom: (bytes: number) => void): Unpacked {
  const { madeAt, files: listed } = listIn(zip);
  const left = new Map(listed.map((file) => [file.path, file]));
  let total = 0;
  // the library writes no more of a file than its entry announces
  const parts = unzip(zip, ({ name, originalSize }) => {
    if (name === MANIFEST) return false;
    const file = left.get(name);
    if (!file || !left.delete(name) || originalSize !== (file.size ?? originalSize)) throw otherFile(name);
    total += originalSize;
    assertRoom(total);
    return true;
  });
  const [missing] = left.keys();
  if (missing !== undefined) throw refuse(`Dans la sauvegarde, il manque ${quote(missing)}.`);
  const files = listed.map(({ path, sha256: hash }): HeldFile => {
    const bytes = parts[path] ?? new Uint8Array();
    if (sha256(bytes) !== hash) throw otherFile(path);
    return { path, bytes, sha256: hash };
  });
  return { madeAt, files };
}

function unzip(zip: Uint8Array, filter: UnzipFileFilter): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(zip, { filter });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refuse("Le contenu de la sauvegarde n'est pas une archive de ce programme.");
  }
}

/** @throws UserError for a path that would lead out of the folder. */
function listIn(zip: Uint8Array): Manifest {
  const isList: UnzipFileFilter = ({ name, originalSize }) => name === MANIFEST && originalSize <= LONGEST_LIST;
  const text = Buffer.from(unzip(zip, isList)[MANIFEST] ?? []).toString("utf8");
  const manifest = v.safeParse(manifestSchema, parseJson(text));
  if (!manifest.success) throw refuse(`La sauvegarde n'a pas de liste de ses fichiers (${MANIFEST}).`);
  const harmful = manifest.output.files.find(({ path }) => !isHarmlessPath(path));
  if (harmful)
    throw refuse(
      `La sauvegarde contient un chemin que ce poste ne peut pas écrire, ou qui sortirait du dossier : ${quote(harmful.path.slice(0, 100))}.`,
    );
  return manifest.output;
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
