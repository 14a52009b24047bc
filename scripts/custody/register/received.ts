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
  const here = files.flatMap(({ path }) => deliveryOfPath(path) ?? []);
  return [...new Set([...received.keys(), ...here])].toSorted().flatMap((delivery): readonly Issue[] => {
    const [first] = received.get(delivery)?.values() ?? [];
    if (!received.has(delivery)) return [notReceived(delivery)];
    const { renamed, moved, changed, added } = compareDelivery(received, delivery, files);
    return [
      ...filesMoved(delivery, moved, anError),
      ...(first && changed.length > 0 && !existsSync(join(dataDir, delivery))
        ? [folderGone(delivery, first, dataDir)]
        : [
            ...filesMoved(delivery, renamed, aWarning),
            ...changed.flatMap(({ path, known, actual }): readonly Issue[] =>
              actual === undefined && existsSync(join(dataDir, path))
                ? []
                : [notAsKnown("received", path, known, actual)],
            ),
            ...added.map((path) => unknown(path, delivery)),
          ]),
    ];
  });
}

/** One fault, not one for each of its files; a folder that is there under another name is called by it: "2026 T1" */
function folderGone(delivery: string, known: Known, dataDir: string): Issue {
  const name = readdirSync(dataDir).find((folder) => deliveryMeant(folder) === delivery);
  return name === undefined ? notAsKnown("received", delivery, known, undefined) : misnamedDelivery(name);
}

/** The files of a delivery, held against those that the register knows of it. */
export interface Compared {
  /** Before -> now, the bytes being the same: under another name, or in another delivery. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly moved: ReadonlyMap<string, string>;
  /** What was received and is no longer so: other bytes, or, without a hash, gone. */
  readonly changed: readonly { readonly path: string; readonly known: Known; readonly actual: string | undefined }[];
  /** Paths that no reception knows. */
  readonly added: readonly string[];
}

/** @param files those of all the deliveries, as they are now. */
export function compareDelivery(
  received: ReadonlyMap<string, KnownFiles>,
  delivery: string,
  files: readonly FileHash[],
): Compared {
  const known = received.get(delivery) ?? new Map<string, Known>();
  const own = new Map(
    files.flatMap((file) => (deliveryOfPath(file.path) === delivery ? [[file.path, file.sha256]] : [])),
  );
  const added = new Set([...own.keys()].filter((path) => !known.has(path)));
  const [renamed, moved] = [new Map<string, string>(), new Map<string, string>()];
  const changed: Compared["changed"][number][] = [];
  // what another delivery was received with before that is its own
  const isOfAnother = (path: string, since: number): boolean => {
    const folder = deliveryOfPath(path) ?? "";
    return folder === delivery || (received.get(folder)?.get(path)?.line.n ?? Number.POSITIVE_INFINITY) <= since;
  };
  for (const [path, file] of known) {
    const actual = own.get(path);
    const here = [...added].find((one) => own.get(one) === file.sha256);
    const there = files.find((one) => one.sha256 === file.sha256 && !isOfAnother(one.path, file.line.n));
    if (actual === file.sha256) continue;
    if (actual === undefined && here !== undefined) {
      renamed.set(path, here);
      added.delete(here);
    } else if (actual === undefined && there) moved.set(path, there.path);
    else changed.push({ path, known: file, actual });
  }
  return { renamed, moved, changed, added: [...added] };
}

/** "« a.xls » est maintenant « b.xls » ; …"; with the folder of the delivery where that is another one. */
export const describeMoved = (moved: ReadonlyMap<string, string>): string =>
  [...moved]
    .map((pair) => {
      const isWithin = new Set(pair.map(deliveryOfPath)).size === 1;
      return pair.map((path) => quote(isWithin ? path.slice(path.indexOf("/") + 1) : path)).join(" est maintenant ");
    })
    .join(" ; ");

/** The same bytes: of another name, no figure is in doubt; in another delivery, they are of another quarter. */
const filesMoved = (delivery: string, moved: ReadonlyMap<string, string>, say: typeof anError): readonly Issue[] =>
  moved.size === 0
    ? []
    : [
        say("files-renamed", {
          message: `Livraison ${quote(delivery)} : ${plural(moved.size, "fichier reçu a changé", "fichiers reçus ont changé")} ${say === anError ? "de livraison" : "de nom ou de place"}, avec le même contenu : ${describeMoved(moved)}.`,
          hint: `Si c'est voulu, inscrivez-le au registre : npm run reception -- ${delivery} ; sinon, remettez chaque fichier où il était.`,
          place: { file: delivery },
        }),
      ];

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
