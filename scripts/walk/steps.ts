/**
 * The quarter in steps, for the latest and for those before it that are not done. What a step does is the command of that name, run as the
 * operator would run it: none of its rules is here. A step looks at where things stand, asks, and gives the turn to the next one (null) or
 * ends the walk (exit code).
 */
import { resolve } from "node:path";
import { toldInFrench } from "../disk/refusal.ts";
import { makeFolder } from "../disk/rights.ts";
import { policeLetter } from "../model/document/letter.ts";
import { plural, quote } from "../model/format.ts";
import { hasError, type Issue } from "../model/issue.ts";
import { periodOfQuarter } from "../model/period.ts";
import { STOPPED } from "../shell/ask.ts";
import { together } from "../shell/opening.ts";
import { proposeNames } from "./folder-names.ts";
import { distribute } from "./hand-out.ts";
import { save, verify } from "./keep.ts";
import { isToLook, type QuarterState, type Situation, toMake } from "./situation.ts";
import { does, type ExitCode, leave, nameOf, type Step, stop, tell, type Walk } from "./walk.ts";

const STEPS: readonly (readonly [title: string, step: Step])[] = [
  ["La réception", recordReceptions],
  ["La lecture", confirmReading],
  ["Le contrôle", check],
  ["Le bulletin", build],
  ["La relecture", readOver],
  ["Les exemplaires", distribute],
  ["La sauvegarde", save],
  ["Le registre", verify],
];

/** From the first step, each of which says at once when there is nothing left to do for it. */
export async function takeSteps(walk: Walk): Promise<ExitCode> {
  try {
    return await takeEach(walk);
  } catch (error) {
    if (error !== STOPPED) throw error;
    return leave(walk);
  }
}

async function takeEach(walk: Walk): Promise<ExitCode> {
  const arrived = await awaitFiles(walk);
  if (arrived !== null) return arrived;
  if (walk.look().open.length === 0) return stop(walk, 1, "Aucune livraison n'est dans le dossier.");
  for (const [i, [title, step]] of STEPS.entries()) {
    const quarters = walk.look().open.map(({ quarter }) => nameOf(quarter));
    walk.say(`\n${i + 1}/${STEPS.length}  ${title} – ${quarters.join(", ")}`);
    const code = await step(walk);
    if (code !== null) return code;
  }
  const left = walk.look().open.reduce((sum, { copies }) => sum + copies.length, 0);
  walk.say(
    left === 0
      ? "\nTout est fait."
      : `\nTout est fait pour le moment : ${plural(left, "exemplaire")} à reprendre ou à détruire.`,
  );
  return 0;
}

async function confirmReading(walk: Walk): Promise<ExitCode | null> {
  if (isToLook(walk.look())) return await does(walk, "lecture");
  walk.say("Déjà confirmée.");
  return null;
}

async function check(walk: Walk): Promise<ExitCode | null> {
  if (toMake(walk.look()).length === 0) {
    walk.say("Déjà fait : le bulletin a été construit sur ces mêmes fichiers.");
    return null;
  }
  const issues = await walk.check();
  if (hasError(issues)) return await writeToService(walk, issues);
  if (!issues.some(({ severity }) => severity === "warning")) return null;
  const understood = await walk.yes(`Chaque remarque ${quote("À VÉRIFIER")} ci-dessus est-elle comprise ?`);
  return understood ? null : stop(walk, 0, "Prenez le temps : data/LISEZMOI.md, partie 3, explique chaque message.");
}

/** What stops a bulletin may be for the service to put right. */
async function writeToService(walk: Walk, issues: readonly Issue[]): Promise<ExitCode> {
  const { open, holdings } = walk.look();
  const quarter = open.map((state) => periodOfQuarter(state.quarter)).at(-1);
  const letter = policeLetter({ issues, settings: holdings.settings, quarter, withFigures: false });
  const wanted = letter && (await walk.yes("Voir le message à envoyer au service, sans aucun chiffre ?"));
  if (wanted) walk.say(`\n${letter?.join("\n")}\n`);
  return stop(walk, 1, "À régler d'abord : chaque message, ci-dessus, dit que faire.");
}

/** "Faire le bulletin du 4e trimestre 2026", "Refaire le bulletin …", "Faire ces bulletins : …" */
function making(states: readonly QuarterState[]): string {
  const [only, ...others] = states;
  if (only && others.length === 0)
    return `${only.bulletin === "none" ? "Faire" : "Il n'est plus à jour. Refaire"} le bulletin du ${nameOf(only.quarter)}`;
  return `Faire ces bulletins : ${states
    .map(({ quarter, bulletin }) => `${nameOf(quarter)}${bulletin === "none" ? "" : " (il n'est plus à jour)"}`)
    .join(" ; ")}`;
}

async function build(walk: Walk): Promise<ExitCode | null> {
  const states = toMake(walk.look());
  if (states.length === 0) {
    walk.say("Déjà fait, et à jour.");
    return null;
  }
  const wanted = await walk.yes(`${making(states)} ?`);
  if (!wanted) return stop(walk, 0, "Le bulletin n'est pas fait.");
  for (const { quarter } of states) {
    const ended = await does(walk, "build", "--trimestre", quarter, "--bref");
    if (ended !== null) return ended;
  }
  return null;
}

/** What nobody holds yet, of an edition that some hold. */
async function readOver(walk: Walk): Promise<ExitCode | null> {
  const states = walk.look().open.filter(({ isDistributed }) => !isDistributed);
  if (states.length === 0) {
    walk.say("Déjà faite : des exemplaires ont été remis.");
    return null;
  }
  const index = resolve(walk.outDir, "index.html");
  if (!(await walk.open(index))) walk.say(`À ouvrir par un double-clic : ${index}`);
  const names = states.map(({ quarter }) => nameOf(quarter)).join(" ; ");
  const right = await walk.yes(`${names} : le bulletin et sa feuille de contrôle sont-ils relus, et justes ?`);
  return right
    ? null
    : stop(
        walk,
        0,
        "Ne le diffusez pas. La feuille de contrôle mène de chaque chiffre à sa cellule ; dans le doute, demandez au service.",
      );
}

const errorsOf = ({ holdings: { issues } }: Situation): readonly Issue[] =>
  issues.filter((issue) => issue.severity === "error" && issue.rule !== "no-delivery"); // the walk itself asks for one

/** Before the steps: a folder is given its right name; of a delivery that is due, the folder is made, and its files are waited for. */
async function awaitFiles(walk: Walk): Promise<ExitCode | null> {
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
async function recordReceptions(walk: Walk): Promise<ExitCode | null> {
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
