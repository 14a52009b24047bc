/**
 * The quarter in seven steps. What a step does is the command of that name, run as the operator would run it: none of its rules is here.
 * A step looks at where the quarter stands, asks yes or no, and gives the turn to the next one (null) or ends the walk (exit code).
 */
import { resolve } from "node:path";
import { formatPeriod, quote } from "../model/format.ts";
import { periodOfQuarter } from "../model/period.ts";
import { awaitFiles, listFiles, recordReceptions } from "./arrival.ts";
import { distribute } from "./hand-out.ts";
import { type ExitCode, leave, type Step, stop, stopAfter, type Walk } from "./walk.ts";

const STEPS: readonly (readonly [title: string, step: Step])[] = [
  ["Les fichiers reçus", listFiles],
  ["La réception", recordReceptions],
  ["La lecture", confirmReading],
  ["Le contrôle", check],
  ["Le bulletin", build],
  ["La relecture", readOver],
  ["Les exemplaires", distribute],
];

/** From the first step, each of which says at once when there is nothing left to do for it. */
export async function takeSteps(walk: Walk): Promise<ExitCode> {
  const arrived = await awaitFiles(walk);
  if (arrived !== null) return arrived;
  const { quarter } = walk.look();
  if (quarter === null) return stop(walk, 1, "Aucune livraison n'est dans le dossier.");
  for (const [i, [title, step]] of STEPS.entries()) {
    walk.say(`\n${i + 1}/${STEPS.length}  ${title} – ${formatPeriod(periodOfQuarter(quarter))}`);
    const code = await step(walk, quarter);
    if (code !== null) return code;
  }
  walk.say(
    "\nLe trimestre est fait. Restent la vérification du registre (npm run registre) et la sauvegarde (npm run sauvegarde -- E:\\).",
  );
  return 0;
}

/** A template is confirmed once: the command itself says when there is nothing new to look at. */
async function confirmReading(walk: Walk): Promise<ExitCode | null> {
  if (walk.look().bulletin === "current" && !walk.look().isToConfirm) {
    walk.say("Déjà confirmée.");
    return null;
  }
  const code = await walk.run("lecture");
  return code === 0 ? null : stopAfter(walk, "lecture", code);
}

async function check(walk: Walk): Promise<ExitCode | null> {
  if (walk.look().bulletin === "current") {
    walk.say("Déjà fait : le bulletin a été construit sur ces mêmes fichiers.");
    return null;
  }
  const code = await walk.run("check");
  if (code !== 0) return stopAfter(walk, "check", code);
  const understood = await walk.ask(`Chaque remarque ${quote("À VÉRIFIER")} ci-dessus est-elle comprise ?`);
  if (understood === null) return leave(walk);
  return understood ? null : stop(walk, 0, "Prenez le temps : data/LISEZMOI.md, partie 3, explique chaque message.");
}

async function build(walk: Walk, quarter: string): Promise<ExitCode | null> {
  const { bulletin } = walk.look();
  if (bulletin === "current") {
    walk.say("Déjà fait, et à jour.");
    return null;
  }
  const wanted = await walk.ask(
    bulletin === "none" ? "Faire le bulletin ?" : "Le bulletin n'est plus à jour. Le refaire ?",
  );
  if (wanted === null) return leave(walk);
  if (!wanted) return stop(walk, 0, "Le bulletin n'est pas fait.");
  const code = await walk.run("build", "--trimestre", quarter);
  return code === 0 ? null : stopAfter(walk, "build", code);
}

async function readOver(walk: Walk): Promise<ExitCode | null> {
  if (walk.look().isDistributed) {
    walk.say("Déjà faite : des exemplaires de ce bulletin ont été remis.");
    return null;
  }
  const index = resolve(walk.outDir, "index.html");
  const wanted = await walk.ask("Ouvrir la page des bulletins ?");
  if (wanted === null) return leave(walk);
  if (!wanted || !(await walk.open(index))) walk.say(`À ouvrir par un double-clic : ${index}`);
  const right = await walk.ask("Le bulletin et sa feuille de contrôle sont-ils relus, et justes ?");
  if (right === null) return leave(walk);
  return right
    ? null
    : stop(
        walk,
        0,
        "Ne le diffusez pas. La feuille de contrôle mène de chaque chiffre à sa cellule ; dans le doute, demandez au service.",
      );
}
