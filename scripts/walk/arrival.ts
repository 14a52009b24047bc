/** The steps of what arrives: the files of a delivery, waited for and listed; its receptions, recorded. */
import { join, resolve } from "node:path";
import { toldInFrench } from "../disk/refusal.ts";
import { makeFolder } from "../disk/rights.ts";
import { deliveryOfPath, deliveryQuarter } from "../model/delivery.ts";
import { formatDate, formatPeriod, plural, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { periodOfQuarter } from "../model/period.ts";
import { likelyDays, type Situation } from "./situation.ts";
import { type ExitCode, leave, stop, stopAfter, tell, type Walk } from "./walk.ts";

const errorsOf = ({ issues }: Situation["holdings"]): readonly Issue[] =>
  issues.filter((issue) => issue.severity === "error" && issue.rule !== "no-delivery"); // the walk itself asks for one

/** Before the steps: a delivery that is due has its folder made, and its files waited for. */
export async function awaitFiles(walk: Walk): Promise<ExitCode | null> {
  const { awaited, quarter, holdings } = walk.look();
  if (awaited === null) return null;
  if (quarter === null) tell(walk, errorsOf(holdings)); // it may be there, under a name that is no quarter's
  const folder = resolve(walk.dataDir, awaited);
  walk.say(`La livraison du ${formatPeriod(periodOfQuarter(awaited))} n'est pas dans le dossier.`);
  const arrived = await walk.ask("Est-elle arrivée, et ses fichiers sont-ils déchiffrés ?");
  if (arrived === null) return leave(walk);
  if (!arrived) {
    if (quarter !== null) return null; // the quarter before it may still have something to do
    return stop(walk, 0, "Rien à faire avant son arrivée : relevez la boîte fonctionnelle, ou relancez le service.");
  }
  toldInFrench(folder, () => makeFolder(folder));
  for (;;) {
    walk.say(`Déposez les fichiers déchiffrés, tels quels, dans ce dossier :\n  ${folder}`);
    const ready = await walk.ask("Y sont-ils tous ?");
    if (ready === null || !ready) return leave(walk);
    if (walk.look().holdings.deliveries.files.some((file) => file.delivery === awaited)) return null;
    walk.say("Le dossier est encore vide.");
  }
}

const ofQuarter = (path: string, quarter: string): boolean => deliveryQuarter(deliveryOfPath(path) ?? "") === quarter;
/** Deliveries that no reception knows, or some files of which none does: what a message has brought and nobody has recorded. */
const unrecorded = (issues: readonly Issue[]): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(
    issues
      .filter((issue) => issue.rule === "delivery-not-recorded" || issue.rule === "file-not-recorded")
      .map((issue) => issue.place?.file ?? ""),
    (path) => deliveryOfPath(path) ?? "",
  );

export async function listFiles(walk: Walk, quarter: string): Promise<ExitCode | null> {
  const { holdings, receptions } = walk.look();
  const errors = errorsOf(holdings);
  tell(walk, errors);
  if (errors.length > 0) return stop(walk, 1, "À régler d'abord : ces fichiers ne seraient pas lus.");
  const files = holdings.deliveries.files.filter((file) => ofQuarter(file.path, quarter));
  walk.say(`${plural(files.length, "fichier")} :\n${files.map((file) => `  ${file.path}`).join("\n")}`);
  if (![...unrecorded(receptions).keys()].some((delivery) => deliveryQuarter(delivery) === quarter)) return null;
  const whole = await walk.ask("Est-ce tout ce que le service a envoyé ?");
  if (whole === null) return leave(walk);
  return whole ? null : stop(walk, 0, `Déposez le reste dans ${quote(join(walk.dataDir, quarter))}.`);
}

export async function recordReceptions(walk: Walk): Promise<ExitCode | null> {
  const { receptions } = walk.look();
  const toRecord = unrecorded(receptions);
  const accused = receptions.filter(({ rule }) => rule === "input-altered" || rule === "input-missing");
  tell(walk, accused);
  if (accused.length > 0) return stop(walk, 1, "C'est à vous d'en décider : aucune étape ne le fait à votre place.");
  if (toRecord.size === 0) walk.say("Déjà inscrite au registre.");
  for (const [delivery, paths] of toRecord) {
    const code = await recordReception(walk, delivery, paths);
    if (code !== null) return code;
  }
  return null;
}

async function recordReception(walk: Walk, delivery: string, paths: readonly string[]): Promise<ExitCode | null> {
  const added = paths.filter((path) => path !== delivery);
  if (added.length > 0) {
    walk.say(`Ajoutés à ${quote(delivery)} depuis sa réception : ${added.map(quote).join(", ")}.`);
    const sent = await walk.ask(
      "Le service les a-t-il envoyés (par un autre message, ou chiffrés et déchiffrés depuis) ?",
    );
    if (sent === null) return leave(walk);
    if (!sent) return stop(walk, 1, "Retirez-les de la livraison : elle ne doit tenir que ce que le service a envoyé.");
  }
  for (const day of likelyDays(walk.dataDir, delivery, walk.look())) {
    const right = await walk.ask(`Le message de ${quote(delivery)} est-il daté du ${formatDate(day)} ?`);
    if (right === null) return leave(walk);
    if (!right) continue;
    const code = await walk.run("reception", delivery, "--message", day);
    return code === 0 ? null : stopAfter(walk, "reception", code);
  }
  return stop(
    walk,
    0,
    `Écrivez alors vous-même sa date : npm run reception -- ${delivery} --message ${walk.today.slice(0, 4)}-MM-JJ`,
  );
}
