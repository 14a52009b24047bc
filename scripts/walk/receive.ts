/** One delivery at the desk: what is asked before its reception is written, and what is refused. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesKnown, type RegisterLine } from "../custody/index.ts";
import type { NewEntry } from "../custody/register/entry.ts";
import { type Compared, compareDelivery, describeMoved } from "../custody/register/received.ts";
import type { Holdings } from "../holdings/holdings.ts";
import { deliveryOfPath, periodOfDelivery } from "../model/delivery.ts";
import { plural, quote } from "../model/format.ts";
import type { SourceFile } from "../model/grid.ts";
import { UserError } from "../model/issue.ts";
import type { Period } from "../model/period.ts";
import { tell } from "../model/remarks/index.ts";
import { deliveryMeant } from "../model/typed.ts";
import type { Said } from "../reading/quarters.ts";
import type { Talk } from "../shell/ask.ts";
import { isPutInPlace } from "./misplaced.ts";
import { messageDay } from "./typed-reception.ts";

/** Where a reception is written: what is there, and who may be asked. */
export interface Desk {
  readonly dataDir: string;
  /** "2026-04-09" */
  readonly today: string;
  /** Who opens the messages, unless another is named. */
  readonly opener: string;
  readonly holdings: Holdings;
  readonly lines: readonly RegisterLine[];
  readonly say: (text: string) => void;
  /** null: nobody is there. */
  readonly ask: Talk | null;
  /** What the files of a delivery say of themselves. */
  readonly said: (delivery: string) => Promise<readonly Said[]>;
  /** Encrypted containers whose content is not told by its name, and how many files can be read. */
  readonly sealedFiles: (files: readonly SourceFile[]) => {
    readonly sealed: readonly SourceFile[];
    readonly open: number;
  };
}

/** What was typed with the command. */
export interface Given {
  readonly day?: string | undefined;
  readonly reason?: string | undefined;
  readonly opener?: string | undefined;
  /** All that the encrypted containers hold is there. */
  readonly isDecrypted: boolean;
}

/** What the line of the register is to say. */
export type Written = Omit<Extract<NewEntry, { readonly action: "reception" }>, "at" | "who" | "action">;

type Reception = Extract<RegisterLine, { readonly action: "reception" }>;

export const lastReception = (lines: readonly RegisterLine[], delivery: string): Reception | undefined =>
  lines.filter((line) => line.action === "reception").findLast((line) => line.delivery === delivery);

/** null: the register says it already. "renamed": the folder, or files of it, were given their right place, and all is to be looked at anew. */
export async function receive(desk: Desk, delivery: string, given: Given): Promise<Written | "renamed" | null> {
  const quarter = periodOfDelivery(delivery);
  const files = filesOf(desk, delivery);
  const { received } = filesKnown(desk.lines);
  const known = received.get(delivery) ?? new Map();
  const before = lastReception(desk.lines, delivery);
  const { renamed, moved, added, ...compared } = compareDelivery(received, delivery, desk.holdings.deliveries.files);
  const isMoveMeant =
    moved.size > 0 && desk.ask !== null && (given.reason ?? (await isMeant(desk.ask, moved))) !== false;
  const gone = isMoveMeant ? [] : [...moved.keys()].map((path) => ({ path, actual: undefined }));
  const changed = [...compared.changed, ...gone];
  if (files.length === 0 && known.size === 0) refuseEmpty(desk, delivery);
  if (changed.length > 0 && given.reason === undefined) refuseChanged(delivery, before, changed);
  if (desk.ask && added.length > 0 && (await isPutInPlace(desk, desk.ask, delivery, added))) return "renamed";
  if (added.length > 0) await askOfFiles(desk, { delivery, added, isMore: before !== undefined }, given);

  const isNew = changed.length + added.length > 0 || (files.length === 0 && moved.size === 0);
  const isSaid = before && given.day === undefined && !(isNew && given.reason === undefined);
  const messageDate = isSaid ? before.messageDate : await dayOfMessage(desk, delivery, quarter, given.day);
  const reasons = [
    ...(renamed.size > 0 ? [`seulement renommés : ${describeMoved(renamed)}`] : []),
    ...(moved.size > 0 ? [`rangés dans une autre livraison : ${describeMoved(moved)}`] : []),
  ];
  const reason = given.reason ?? (reasons.length > 0 ? reasons.join(" ; ") : undefined);
  const isSame =
    before?.messageDate === messageDate &&
    (given.opener ?? before.openedBy) === before.openedBy &&
    reasons.length === 0;
  if (isSame && !isNew) return null;
  return {
    delivery,
    messageDate,
    openedBy: given.opener ?? (isSaid ? before.openedBy : desk.opener),
    files: files.map(({ path, sha256 }) => ({ path, sha256 })),
    ...(reason !== undefined && { reason }),
    ...(!isNew && before && { corrects: before.n }), // the same files: the line before was mistyped, or they have other names
  };
}

/** What stands in another delivery now has left this one on purpose? */
const isMeant = (ask: Talk, moved: ReadonlyMap<string, string>): Promise<boolean> =>
  ask.yes(`${describeMoved(moved)} : est-ce bien ${moved.size > 1 ? "leur" : "sa"} place ?`);

/** Files of the delivery's folder; none when it is not there. @throws UserError for what a check would refuse unread. */
function filesOf({ holdings }: Desk, delivery: string): readonly SourceFile[] {
  const refused = holdings.issues.find(
    ({ severity, place }) => severity === "error" && place && deliveryOfPath(place.file) === delivery,
  );
  if (refused) {
    const { message, hint = "" } = tell(refused, "eyes");
    const path = refused.place?.file ?? "";
    throw new UserError(message.includes(path) ? message : `${quote(path)} : ${message}`, hint, 1);
  }
  return holdings.deliveries.files.filter((file) => file.delivery === delivery);
}

function refuseEmpty({ dataDir, holdings }: Desk, delivery: string): never {
  const folder = join(dataDir, delivery);
  if (existsSync(folder))
    throw new UserError(`Le dossier ${quote(folder)} est vide.`, "Déposez-y d'abord les fichiers déchiffrés.", 1);
  const meant = holdings.issues.find(
    (i) => i.rule === "delivery-name" && deliveryMeant(i.place?.file ?? "") === delivery,
  );
  throw new UserError(
    `Le dossier ${quote(folder)} n'existe pas.`,
    (meant && tell(meant, "eyes").hint) ?? "Créez-le, déposez-y les fichiers déchiffrés, puis relancez la commande.",
    1,
  );
}

function refuseChanged(
  delivery: string,
  before: Reception | undefined,
  changed: readonly Pick<Compared["changed"][number], "path" | "actual">[],
): never {
  throw new UserError(
    `La livraison ${quote(delivery)} n'est plus celle qui est inscrite (registre, ligne ${before?.n}) : ${changed
      .map(({ path, actual }) => `${quote(path)} est ${actual === undefined ? "absent" : "modifié"}`)
      .join(" ; ")}.`,
    `Remettez ces fichiers de la messagerie ou de la sauvegarde. Si le changement est voulu, inscrivez-en la raison : npm run reception -- ${delivery} --motif "pourquoi"`,
    1,
  );
}

/** Of what no reception knows: were these files sent, and is what is encrypted among them there in clear? */
async function askOfFiles(
  desk: Desk,
  {
    delivery,
    added,
    isMore,
  }: { readonly delivery: string; readonly added: readonly string[]; readonly isMore: boolean },
  { reason, isDecrypted }: Given,
): Promise<void> {
  const { ask } = desk;
  const files = filesOf(desk, delivery);
  const names = (paths: readonly string[]): string =>
    paths.map((path) => quote(path.slice(delivery.length + 1))).join(", ");
  if (ask && isMore && reason === undefined) {
    const sent = await ask.yes(
      `${plural(added.length, "fichier s'est ajouté", "fichiers se sont ajoutés")} à ${quote(delivery)} depuis sa réception : ${names(added)}. Le service ${added.length > 1 ? "les a" : "l'a"}-t-il envoyé${added.length > 1 ? "s" : ""} (par un autre message, ou chiffré${added.length > 1 ? "s" : ""} et déchiffré${added.length > 1 ? "s" : ""} depuis) ?`,
    );
    if (!sent)
      throw new UserError(
        "Rien n'est inscrit.",
        `Retirez de la livraison ce que le service n'a pas envoyé : ${names(added)}.`,
        1,
      );
  }
  const { sealed, open } = desk.sealedFiles(files);
  const closed = sealed.map(({ path }) => path).filter((path) => added.includes(path));
  if (closed.length === 0 || (isDecrypted && open > 0)) return;
  const still = `${names(closed)} : encore chiffré${closed.length > 1 ? "s" : ""}`;
  const remedy = "Déchiffrez sur ce poste, déposez le contenu dans le même dossier, puis relancez la commande.";
  if (open === 0) throw new UserError(`${still}, et la livraison ne tient rien d'autre.`, remedy, 1);
  if (!ask)
    throw new UserError(
      `${still}. Tout ce qui est dedans est-il déchiffré, et dans la livraison ?`,
      `Si oui, ajoutez --dechiffre à la commande. Sinon : ${remedy}`,
      1,
    );
  if (!(await ask.yes(`${still}. Tout ce qui est dedans est-il déchiffré, et dans la livraison ?`)))
    throw new UserError("Rien n'est inscrit.", remedy, 1);
}

/** Asked where it was not typed: it stands in the message, and nothing here knows it. */
async function dayOfMessage(desk: Desk, delivery: string, quarter: Period, given: string | undefined): Promise<string> {
  const read = (typed: string): string => messageDay(typed, quarter, desk.today);
  if (given !== undefined) return read(given);
  if (desk.ask)
    return await desk.ask.line(`De quand date le message de ${quote(delivery)} ? (jour, mois, année)`, read);
  throw new UserError(
    `De quand date le message qui apportait les fichiers de ${quote(delivery)} ?`,
    `Jour, mois, année, par exemple : npm run reception -- ${delivery} --message 08/04/2026`,
  );
}
