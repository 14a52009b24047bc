/** Files to one zip and back, with a list of their hashes inside. Wraps fflate. */
import { Unzip, type UnzipFile, UnzipInflate, type Zippable, zipSync } from "fflate";
import { instant, v, wholeNumber } from "../disk/schema.ts";
import { startSha256 } from "../disk/sha256.ts";
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
export type Manifest = v.InferOutput<typeof manifestSchema>;
type Listed = Manifest["files"][number];

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
/** Given to the library at a time: a piece of zeros packed a thousand times is then 4 MiB of memory. */
const STEP_BYTES = 4096;

/** Where a file of the archive goes. */
export interface Sink {
  readonly write: (bytes: Uint8Array) => void;
  /** The file is whole, and the one that was saved. */
  readonly close: () => void;
}

export interface Reading {
  /** Told before any file. May refuse by throwing. */
  readonly onList?: (manifest: Manifest) => void;
  /** A file begins. */
  readonly onFile?: (path: string) => Sink;
  /** How many bytes of the files have come so far. */
  readonly onBytes?: (total: number) => void;
  /** More bytes than these in all are refused as soon as they come; there is room for no more. */
  readonly room: number;
}

const refuse = (message: string): UserError =>
  new UserError(message, "N'utilisez pas ce fichier ; prenez une autre sauvegarde.", 1);

/**
 * Reads an archive in pieces, in the memory of one piece: its list first, then each file, compared with the list as it comes.
 * @throws UserError when a file is missing, added, changed or longer than listed, a path would lead out of the folder, or two paths
 *   cannot stand together.
 */
export async function readArchive(
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { onList = () => {}, onFile = () => ({ write: () => {}, close: () => {} }), onBytes = () => {}, room }: Reading,
): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const left = new Map<string, Listed>();
  let total = 0;

  const begin = (file: UnzipFile): void => {
    const entry = manifest ? openListed(file.name) : openList(file.name);
    file.ondata = (error, bytes, isLast) => {
      if (error) throw error;
      entry.write(bytes);
      if (isLast) entry.close();
    };
    file.start();
  };
  const openList = (name: string): Sink => {
    if (name !== MANIFEST) throw noList();
    const parts: Uint8Array[] = [];
    let length = 0;
    return {
      write: (bytes) => {
        length += bytes.length;
        if (length > LONGEST_LIST) throw noList();
        parts.push(bytes.slice());
      },
      close: () => {
        manifest = parseList(Buffer.concat(parts).toString("utf8"));
        for (const file of manifest.files) left.set(file.path, file);
        onList(manifest);
      },
    };
  };
  const openListed = (path: string): Sink => {
    const listed = left.get(path);
    if (!listed)
      throw refuse(`Dans la sauvegarde, ${quote(path.slice(0, 100))} n'est pas le fichier qui a été sauvegardé.`);
    const hash = startSha256();
    const sink = onFile(path);
    let size = 0;
    const other = () => refuse(`Dans la sauvegarde, ${quote(path)} n'est pas le fichier qui a été sauvegardé.`);
    return {
      write: (bytes) => {
        size += bytes.length;
        total += bytes.length;
        if (listed.size !== undefined && size > listed.size) throw other();
        if (total > room) throw refuse("La sauvegarde, une fois ouverte, ne tient pas sur ce disque.");
        hash.update(bytes);
        sink.write(bytes);
        onBytes(total);
      },
      close: () => {
        if (hash.digest("hex") !== listed.sha256) throw other();
        left.delete(path);
        sink.close();
      },
    };
  };

  const unzip = new Unzip(begin);
  unzip.register(UnzipInflate);
  const push = (bytes: Uint8Array, isLast: boolean): void => {
    try {
      unzip.push(bytes, isLast);
    } catch (error) {
      if (error instanceof UserError || (error instanceof Error && "syscall" in error)) throw error; // ours, or the disk's
      throw refuse("Le contenu de la sauvegarde n'est pas une archive de ce programme.");
    }
  };
  for await (const piece of plain)
    for (let at = 0; at < piece.length; at += STEP_BYTES) push(piece.subarray(at, at + STEP_BYTES), false);
  push(new Uint8Array(0), true);
  if (!manifest) throw refuse("Le contenu de la sauvegarde n'est pas une archive de ce programme.");
  const [missing] = left.keys();
  if (missing !== undefined) throw refuse(`Dans la sauvegarde, il manque ${quote(missing)}.`);
  return manifest;
}

const noList = (): UserError => refuse(`La sauvegarde n'a pas de liste de ses fichiers (${MANIFEST}).`);

/** @throws UserError for a path that would lead out of the folder, or that cannot stand beside another. */
function parseList(text: string): Manifest {
  const manifest = v.safeParse(manifestSchema, parseJson(text));
  if (!manifest.success) throw noList();
  const paths = manifest.output.files.map(({ path }) => path);
  for (const path of paths)
    if (!isHarmlessPath(path))
      throw refuse(
        `La sauvegarde contient un chemin que ce poste ne peut pas écrire, ou qui sortirait du dossier : ${quote(path.slice(0, 100))}.`,
      );
  const clash = findClash(paths);
  if (clash !== undefined)
    throw refuse(
      `Dans la sauvegarde, ${quote(clash.slice(0, 100))} est à la fois un fichier et un dossier, ou deux fichiers.`,
    );
  return manifest.output;
}

/** "data/a" beside "data/a/b", or twice; where the system takes capitals and accents for the same, by those names too. */
export function findClash(paths: readonly string[], platform: NodeJS.Platform = process.platform): string | undefined {
  const same = (path: string): string =>
    platform === "win32" || platform === "darwin" ? path.normalize("NFC").toLowerCase() : path;
  const files = new Set<string>();
  for (const path of paths) {
    if (files.has(same(path))) return path;
    files.add(same(path));
  }
  return paths.find((path) => {
    const steps = same(path).split("/");
    return steps.slice(1, -1).some((_, i) => files.has(steps.slice(0, i + 2).join("/")));
  });
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
