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
import { writeWhole } from "../disk/files.ts";
import { HASHES_FILE, hashesIn } from "../disk/kit-hashes.ts";
import { SIGNATURE_FILE, shortForm, signedBy, TRUSTED_KEY_FILE, trustedKey } from "../disk/kit-signature.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { hashFile } from "../disk/tree.ts";
import { isOlder } from "../disk/version.ts";
import { listSome, plural, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";

const READY_FOLDER = "programme-nouveau";
/** Written last: without it, nothing is ready. */
const READY = "PRET";

/** All that a kit brings. Of data/, anything else is the town hall's, and so is all of dist/: no kit may replace it, whatever its capitals. */
const SHIPPED = /^(?:data\/(?:demo\/.+|LISEZMOI\.md|[^/]+\.example\.yaml)|(?:programme|guide)\/.+|[^/]+)$/i;
/** Windows reads these signs of a name as something else than a name. */
const NO_NAME = /(?:^|\/)\.\.?(?:\/|$)|[\\:]/;
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
  throw new UserError(`${quote(kit)} n'est pas un kit : il n'a pas d'${HASHES_FILE}.`, AGAIN);
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
  const names = listed.map(({ path }) => path.toLowerCase());
  const foreign = listed.filter(
    ({ path }, i) => !SHIPPED.test(path) || NO_NAME.test(path) || names.indexOf(path.toLowerCase()) !== i,
  );
  const faults = [...new Set([...wrong, ...foreign].map(({ path }) => path))];
  if (listed.length === 0 || faults.length > 0)
    throw new UserError(
      `Ce kit n'est pas tel qu'il a été fait : ${plural(faults.length, "fichier manque, a changé ou n'est pas du programme", "fichiers manquent, ont changé ou ne sont pas du programme")} : ${listSome(faults, 5)}.`,
      AGAIN,
    );
  const isSigned = existsSync(join(root, SIGNATURE_FILE));
  return [...listed.map(({ path }) => path), HASHES_FILE, ...(isSigned ? [SIGNATURE_FILE] : [])];
}

/**
 * Once a key is held, a kit is of that key, or of one that it has announced.
 * @returns the key that signed; null: none did, and none is asked for. @throws UserError
 */
function assertSigned(root: string, held: string | undefined): string | null {
  const signed = signedBy(root);
  if (held === undefined) return signed?.key ?? null;
  if (!signed)
    throw new UserError("Ce kit n'est pas signé, et ce poste n'accepte que ceux que signe la clé qu'il tient.", AGAIN);
  if (signed.key === held || signed.announcedBy === held) return signed.key;
  throw new UserError(
    `Ce kit est signé par une autre clé (${shortForm(signed.key)}) que celle que ce poste tient (${shortForm(held)}).`,
    `Demandez à qui fait le programme si sa clé a changé, par un autre chemin que ce kit. Si oui, effacez data/${TRUSTED_KEY_FILE} : npm run diagnostic demandera la nouvelle.`,
  );
}

export interface Prepared {
  readonly version: string;
  /** The key that signed it; null: none. */
  readonly key: string | null;
  readonly isOlder: boolean;
  /** Puts it where the launcher will find it. */
  readonly settle: () => void;
  readonly forget: () => void;
}

/**
 * @param home folder of the kit in place.
 * @param current its version.
 * @throws UserError for what is no kit, of another system, not whole, not signed as it must be, or older where no key is held.
 */
export function prepare(home: string, kit: string, current: string): Prepared {
  const partial = join(home, `${READY_FOLDER}.partiel`);
  const forget = (): void => rmSync(partial, { recursive: true, force: true });
  forget();
  try {
    const root = unpack(kit, join(partial, "recu"));
    const paths = verify(root);
    const held = trustedKey(join(home, "data"));
    const key = assertSigned(root, held);
    const launcher = process.platform === "win32" ? "Bulletin.cmd" : "bulletin.sh";
    if (!paths.includes(launcher))
      throw new UserError("Ce kit est fait pour un autre système que celui de ce poste.", AGAIN);
    const { version } = JSON.parse(readFileSync(join(root, "programme/package.json"), "utf8")) as {
      readonly version: string;
    };
    const isBefore = isOlder(version, current);
    if (isBefore && held === undefined)
      throw new UserError(
        `Ce kit est la version ${version}, plus ancienne que celle en place (${current}) : elle pourrait ne pas comprendre le registre.`,
        "Gardez la version en place, ou demandez un kit plus récent.",
      );
    const settle = (): void => {
      if (held !== undefined && key !== null) writeWhole(join(home, "data", TRUSTED_KEY_FILE), `${key}\n`); // announced
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
    return { version, key, isOlder: isBefore, settle: () => toldInFrench(home, settle), forget };
  } catch (error) {
    forget();
    throw error;
  }
}
