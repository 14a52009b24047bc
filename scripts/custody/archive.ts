/** Files to one zip and back, with a list of their hashes inside. Wraps fflate. */
import { unzipSync, type Zippable, zipSync } from "fflate";
import { sha256 } from "../disk/sha256.ts";
import type { HeldFile } from "../disk/tree.ts";
import { instant, v } from "../disk/yaml.ts";
import { UserError } from "../model/issue.ts";
import { parseJson } from "../model/json.ts";

export const MANIFEST = "MANIFESTE.json";

const manifestSchema = v.strictObject({
  format: v.literal(1),
  madeAt: instant,
  programVersion: v.string(),
  files: v.array(v.strictObject({ path: v.string(), sha256: v.string() })),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Every entry of a zip needs a date between 1980 and 2099: a fixed one, the manifest has the real one. */
const ENTRY_DATE = "1980-01-02T12:00:00";

/** @param files their paths start with "data/" or "dist/". @param madeAt ISO 8601 in UTC. */
export function packArchive(files: readonly HeldFile[], madeAt: string, programVersion: string): Uint8Array {
  const manifest: Manifest = {
    format: 1,
    madeAt,
    programVersion,
    files: files.map(({ path, sha256: hash }) => ({ path, sha256: hash })),
  };
  const parts: Zippable = { [MANIFEST]: Buffer.from(JSON.stringify(manifest, null, 1)) };
  for (const file of files) parts[file.path] = file.bytes;
  return zipSync(parts, { level: 6, mtime: ENTRY_DATE });
}

/**
 * The files of an archive, each one compared with the list inside, its path proved harmless.
 * @throws UserError when a file is missing, added or changed, or a path would lead out of the folder.
 */
export function unpackArchive(zip: Uint8Array): { readonly manifest: Manifest; readonly files: readonly HeldFile[] } {
  const refuse = (message: string): UserError =>
    new UserError(message, "N'utilisez pas ce fichier ; prenez une autre sauvegarde.", 1);
  let parts: Readonly<Record<string, Uint8Array>>;
  try {
    parts = unzipSync(zip);
  } catch {
    throw refuse("Le contenu de la sauvegarde n'est pas une archive de ce programme.");
  }
  const list = parts[MANIFEST];
  const manifest = v.safeParse(manifestSchema, list && parseJson(Buffer.from(list).toString("utf8")));
  if (!manifest.success) throw refuse(`La sauvegarde n'a pas de liste de ses fichiers (${MANIFEST}).`);
  const listed = new Map(manifest.output.files.map((file) => [file.path, file.sha256]));
  const files: HeldFile[] = [];
  for (const [path, bytes] of Object.entries(parts)) {
    if (path === MANIFEST) continue;
    if (!isHarmlessPath(path))
      throw refuse(
        `La sauvegarde contient un chemin que ce poste ne peut pas écrire, ou qui sortirait du dossier : « ${path.slice(0, 100)} ».`,
      );
    const hash = sha256(bytes);
    if (listed.get(path) !== hash)
      throw refuse(`Dans la sauvegarde, « ${path} » n'est pas le fichier qui a été sauvegardé.`);
    listed.delete(path);
    files.push({ path, bytes, sha256: hash });
  }
  const [missing] = listed.keys();
  if (missing !== undefined) throw refuse(`Dans la sauvegarde, il manque « ${missing} ».`);
  return { manifest: manifest.output, files };
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
