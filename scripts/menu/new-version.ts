/**
 * A new version made ready beside the one that runs: looked at whole, it takes its place when the launcher is next started, for on Windows a
 * program cannot replace itself. The launchers know the folders named here.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, win32 } from "node:path";
import { HASHES_FILE, hashesIn } from "../disk/kit-hashes.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { hashFile } from "../disk/tree.ts";
import { isOlder } from "../disk/version.ts";
import { listSome, plural, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";

const READY_FOLDER = "programme-nouveau";
/** Written last: without it, nothing is ready. */
const READY = "PRET";

/** Of data/, what a kit brings: anything else there is the town hall's, and no kit may replace it. */
const SHIPPED_DATA = /^data\/(?:demo\/.+|LISEZMOI\.md|[^/]+\.example\.yaml)$/;
const AGAIN = "Demandez de nouveau le kit à qui vous l'a remis. La version en place n'est pas touchée.";

/** Unpacks an archive, or copies an unpacked kit. @returns the folder that EMPREINTES.txt is in. */
function unpack(kit: string, into: string): string {
  const isFolder = toldInFrench(kit, () => statSync(kit)).isDirectory();
  if (isFolder && isWithin(realpathSync(dirname(dirname(into))), realpathSync(kit)))
    throw new UserError(
      `${quote(kit)} est le dossier du programme en place, ou le contient : ce n'est pas un nouveau kit.`,
      "Donnez l'archive reçue, ou le dossier où vous l'avez extraite.",
    );
  if (isFolder && rootOf(kit) === undefined) refuseNoKit(kit); // before anything is copied, whatever its size
  toldInFrench(into, () => mkdirSync(into, { recursive: true }));
  if (isFolder) toldInFrench(into, () => cpSync(kit, into, { recursive: true }));
  else {
    const tar =
      process.platform === "win32" ? win32.join(process.env.SystemRoot ?? "C:\\Windows", "System32", "tar.exe") : "tar";
    const { status } = spawnSync(tar, ["-xf", kit, "-C", into], { stdio: "ignore", windowsHide: true });
    if (status !== 0)
      throw new UserError(
        `${quote(kit)} ne s'ouvre pas : ce n'est pas l'archive d'un kit, ou elle n'est pas entière.`,
        "Extrayez-la vous-même, puis donnez le dossier extrait à la commande.",
      );
  }
  return rootOf(into) ?? refuseNoKit(kit);
}

/** The folder that EMPREINTES.txt is in: this one, or one of those in it. */
const rootOf = (folder: string): string | undefined =>
  [folder, ...readdirSync(folder).map((name) => join(folder, name))].find((place) =>
    existsSync(join(place, HASHES_FILE)),
  );

function refuseNoKit(kit: string): never {
  throw new UserError(`${quote(kit)} n'est pas un kit : il n'a pas de ${HASHES_FILE}.`, AGAIN);
}

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return !(way.startsWith("..") || isAbsolute(way));
};

/** Every file that the list names, and only those, are of the new version. @returns their paths. */
function verify(root: string): readonly string[] {
  const listed = hashesIn(root) ?? [];
  const wrong = listed.filter(
    ({ path, hash }) => !existsSync(join(root, path)) || hashFile(root, path).sha256 !== hash,
  );
  const foreign = listed.filter(
    ({ path }) => path.split("/").includes("..") || (path.startsWith("data/") && !SHIPPED_DATA.test(path)),
  );
  const faults = [...wrong, ...foreign].map(({ path }) => path);
  if (listed.length === 0 || faults.length > 0)
    throw new UserError(
      `Ce kit n'est pas tel qu'il a été fait : ${plural(faults.length, "fichier manque, a changé ou n'est pas du programme", "fichiers manquent, ont changé ou ne sont pas du programme")} : ${listSome(faults, 5)}.`,
      AGAIN,
    );
  return [...listed.map(({ path }) => path), HASHES_FILE];
}

export interface Prepared {
  readonly version: string;
  /** Puts it where the launcher will find it. */
  readonly settle: () => void;
  readonly forget: () => void;
}

/**
 * @param home folder of the kit in place.
 * @param current its version.
 * @throws UserError for what is no kit, of another system, not whole, or older.
 */
export function prepare(home: string, kit: string, current: string): Prepared {
  const partial = join(home, `${READY_FOLDER}.partiel`);
  const forget = (): void => rmSync(partial, { recursive: true, force: true });
  forget();
  try {
    const root = unpack(kit, join(partial, "recu"));
    const paths = verify(root);
    const launcher = process.platform === "win32" ? "Bulletin.cmd" : "bulletin.sh";
    if (!paths.includes(launcher))
      throw new UserError("Ce kit est fait pour un autre système que celui de ce poste.", AGAIN);
    const { version } = JSON.parse(readFileSync(join(root, "programme/package.json"), "utf8")) as {
      readonly version: string;
    };
    if (isOlder(version, current))
      throw new UserError(
        `Ce kit est la version ${version}, plus ancienne que celle en place (${current}) : elle pourrait ne pas comprendre le registre.`,
        "Gardez la version en place, ou demandez un kit plus récent.",
      );
    const settle = (): void => {
      const ready = join(home, READY_FOLDER);
      const whole = join(partial, "pret");
      for (const path of paths) {
        mkdirSync(dirname(join(whole, path)), { recursive: true });
        renameSync(join(root, path), join(whole, path));
      }
      rmSync(ready, { recursive: true, force: true });
      renameSync(whole, ready);
      writeFileSync(join(ready, READY), "");
      forget();
    };
    return { version, settle: () => toldInFrench(home, settle), forget };
  } catch (error) {
    forget();
    throw error;
  }
}
