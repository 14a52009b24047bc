/**
 * What was received: a reception is the one reference for the files of its delivery. A file that differs from it stays accused until
 * it is put back, or until another reception records the change and its reason; a build changes nothing to that.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { FileHash } from "../../disk/tree.ts";
import { deliveryOfPath } from "../../model/delivery.ts";
import { plural, quote } from "../../model/format.ts";
import { anError, aWarning, type Issue } from "../../model/issue.ts";
import { deliveryMeant, misnamedDelivery } from "../../model/typed.ts";
import type { RegisterLine } from "./entry.ts";
import { notAsKnown } from "./kinds.ts";
import { filesKnown, type Known, type KnownFiles } from "./known.ts";

/**
 * Where deliveries differ from their receptions, file by file (errors); which were never received (warnings).
 * @param files those of the deliveries as they are now; one that is there and could not be read is left to whoever read it.
 */
export function checkReceptions(
  lines: readonly RegisterLine[],
  dataDir: string,
  files: readonly FileHash[],
): readonly Issue[] {
  const { received } = filesKnown(lines);
  const now = Map.groupBy(files, ({ path }) => deliveryOfPath(path) ?? "");
  const deliveries = [...new Set([...received.keys(), ...now.keys()])].filter((name) => name !== "").toSorted();
  return deliveries.flatMap((delivery): readonly Issue[] => {
    const known = received.get(delivery);
    if (!known) return [notReceived(delivery)];
    const own = now.get(delivery) ?? [];
    const moved = movedAway(received, delivery, files);
    const kept = new Map([...known].filter(([path]) => !moved.has(path)));
    return [...(moved.size > 0 ? [movedFiles(delivery, moved)] : []), ...differences(delivery, kept, own, dataDir)];
  });
}

/** The files of a delivery, held against those that the register knows of it. */
export interface Compared {
  /** Before -> now, the bytes being the same. */
  readonly renamed: ReadonlyMap<string, string>;
  /** What was received and is no longer so: other bytes, or, without a hash, gone. */
  readonly changed: readonly { readonly path: string; readonly known: Known; readonly actual: string | undefined }[];
  /** Paths that no reception knows. */
  readonly added: readonly string[];
}

/** @param files all those of the delivery, as they are now. */
export function compareFiles(known: KnownFiles, files: readonly FileHash[]): Compared {
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const unknown = files.filter(({ path }) => !known.has(path));
  const renamed = new Map<string, string>();
  for (const [path, { sha256 }] of known) {
    const i = hashes.has(path) ? -1 : unknown.findIndex((file) => file.sha256 === sha256);
    const [now] = i < 0 ? [] : unknown.splice(i, 1);
    if (now) renamed.set(path, now.path);
  }
  return {
    renamed,
    changed: [...known].flatMap(([path, file]) =>
      renamed.has(path) || hashes.get(path) === file.sha256 ? [] : [{ path, known: file, actual: hashes.get(path) }],
    ),
    added: unknown.map(({ path }) => path),
  };
}

/**
 * Files of a delivery that stand since in another one, with the same content: [before, now]. What another delivery was received with
 * before that is its own.
 * @param files those of all the deliveries, as they are now.
 */
export function movedAway(
  received: ReadonlyMap<string, KnownFiles>,
  delivery: string,
  files: readonly FileHash[],
): ReadonlyMap<string, string> {
  const here = new Set(files.map(({ path }) => path));
  const moved = new Map<string, string>();
  for (const [path, { sha256, line }] of received.get(delivery) ?? []) {
    const now = files.find((file) => {
      const folder = deliveryOfPath(file.path) ?? "";
      if (file.sha256 !== sha256 || folder === delivery) return false;
      const known = received.get(folder)?.get(file.path);
      return known === undefined || known.line.n > line.n;
    });
    if (now && !here.has(path)) moved.set(path, now.path);
  }
  return moved;
}

function differences(
  delivery: string,
  known: KnownFiles,
  files: readonly FileHash[],
  dataDir: string,
): readonly Issue[] {
  const [first] = known.values();
  if (first && !existsSync(join(dataDir, delivery))) {
    const name = readdirSync(dataDir).find((folder) => deliveryMeant(folder) === delivery); // "2026 T1"
    return [name === undefined ? notAsKnown("received", delivery, first, undefined) : misnamedDelivery(name)];
  }
  const { renamed: moved, changed, added } = compareFiles(known, files);
  return [
    ...(moved.size > 0 ? [renamed(delivery, moved)] : []),
    ...changed.flatMap(({ path, known: file, actual }): readonly Issue[] =>
      actual === undefined && existsSync(join(dataDir, path)) ? [] : [notAsKnown("received", path, file, actual)],
    ),
    ...added.map((path) => unknown(path, delivery)),
  ];
}

/** "« a.xls » est maintenant « b.xls » ; …", the folder of the delivery left out. */
export const describeRenamed = (moved: ReadonlyMap<string, string>): string =>
  [...moved]
    .map((pair) => pair.map((path) => quote(path.slice(path.indexOf("/") + 1))).join(" est maintenant "))
    .join(" ; ");

/** The same bytes, whatever they are called: no figure is in doubt. */
const renamed = (delivery: string, moved: ReadonlyMap<string, string>): Issue =>
  aWarning("files-renamed", {
    message: `Livraison ${quote(delivery)} : ${plural(moved.size, "fichier reçu a changé", "fichiers reçus ont changé")} de nom ou de place, avec le même contenu : ${describeRenamed(moved)}.`,
    hint: `Rien n'est perdu. Pour l'inscrire au registre : npm run reception -- ${delivery}`,
    place: { file: delivery },
  });

/** "« 2026-T3/a.xls » est maintenant « 2026-T1-rectificatif/a.xls » ; …" */
export const describeMoved = (moved: ReadonlyMap<string, string>): string =>
  [...moved].map(([before, now]) => `${quote(before)} est maintenant ${quote(now)}`).join(" ; ");

const movedFiles = (delivery: string, moved: ReadonlyMap<string, string>): Issue =>
  anError("files-renamed", {
    message: `Livraison ${quote(delivery)} : ${plural(moved.size, "fichier reçu est rangé", "fichiers reçus sont rangés")} dans une autre livraison, avec le même contenu : ${describeMoved(moved)}.`,
    hint: `${moved.size > 1 ? "Si c'est leur place" : "Si c'est sa place"}, inscrivez-le au registre : npm run reception -- ${delivery} ; sinon, ${moved.size > 1 ? "remettez-les" : "remettez-le"} où ${moved.size > 1 ? "ils étaient" : "il était"}.`,
    place: { file: delivery },
  });

const unknown = (path: string, delivery: string): Issue =>
  anError("file-not-recorded", {
    message: `Le fichier ${quote(path)} n'est pas de ceux dont la réception est inscrite au registre.`,
    hint: `S'il est de cet envoi (déchiffré depuis, par exemple) ou d'un autre message, inscrivez-le, avec la date de son message : npm run reception -- ${delivery} --message AAAA-MM-JJ ; sinon, retirez-le de la livraison.`,
    place: { file: path },
  });

const notReceived = (delivery: string): Issue =>
  aWarning("delivery-not-recorded", {
    message: `La livraison ${quote(delivery)} est dans le dossier, mais sa réception n'est pas inscrite au registre.`,
    hint: `npm run reception -- ${delivery} --message AAAA-MM-JJ`,
    place: { file: delivery },
  });
