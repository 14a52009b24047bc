/** The step of what arrives: the files of a delivery, waited for, then recorded. */
import { resolve } from "node:path";
import { toldInFrench } from "../disk/refusal.ts";
import { makeFolder } from "../disk/rights.ts";
import type { Issue } from "../model/issue.ts";
import { together } from "../shell/opening.ts";
import { proposeNames } from "./folder-names.ts";
import type { Situation } from "./situation.ts";
import { does, type ExitCode, leave, nameOf, stop, tell, type Walk } from "./walk.ts";

const errorsOf = ({ holdings: { issues } }: Situation): readonly Issue[] =>
  issues.filter((issue) => issue.severity === "error" && issue.rule !== "no-delivery"); // the walk itself asks for one

/** Before the steps: a folder is given its right name; of a delivery that is due, the folder is made, and its files are waited for. */
export async function awaitFiles(walk: Walk): Promise<ExitCode | null> {
  await proposeNames(walk, walk.look().holdings);
  const { awaited, open } = walk.look();
  if (awaited === null) return null;
  if (open.length === 0) tell(walk, errorsOf(walk.look())); // it may be there, under a name that is no quarter's
  const folder = resolve(walk.dataDir, awaited);
  walk.say(`La livraison du ${nameOf(awaited)} n'est pas dans le dossier.`);
  const arrived = await walk.yes("Est-elle arrivée, et ses fichiers sont-ils déchiffrés ?");
  if (!arrived) {
    if (open.length > 0) return null; // the quarters before it may still have something to do
    return stop(
      walk,
      0,
      "Rien à faire avant son arrivée : relevez la boîte fonctionnelle, ou relancez le service (le message : npm run check -- --courriel).",
    );
  }
  toldInFrench(folder, () => makeFolder(folder));
  for (;;) {
    walk.say(`Déposez les fichiers déchiffrés, tels quels, dans ce dossier :\n  ${folder}`);
    const ready = await walk.yes("Y sont-ils tous ?");
    if (!ready) return leave(walk);
    if (walk.look().holdings.deliveries.files.some((file) => file.delivery === awaited)) return null;
    walk.say("Le dossier est encore vide.");
  }
}

const UNRECORDED: readonly string[] = ["delivery-not-recorded", "file-not-recorded", "files-renamed"];
const isUnrecorded = ({ rule }: Issue): boolean => UNRECORDED.includes(rule);

/** What a message has brought and nobody has recorded: the command asks for its date, and for all else. */
export async function recordReceptions(walk: Walk): Promise<ExitCode | null> {
  const { receptions } = walk.look();
  const faults = together(
    errorsOf(walk.look()),
    receptions.filter((issue) => issue.severity === "error" && !isUnrecorded(issue)),
  );
  tell(walk, faults);
  if (faults.length > 0) return stop(walk, 1, "À régler d'abord : aucune étape ne le fait à votre place.");
  if (!receptions.some(isUnrecorded)) {
    walk.say("Toutes les livraisons sont inscrites au registre.");
    return null;
  }
  const ended = await does(walk, "reception");
  return ended ?? (walk.look().receptions.some(isUnrecorded) ? leave(walk) : null);
}
