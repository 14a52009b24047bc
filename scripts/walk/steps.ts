/**
 * The quarter in six steps. What a step does is the command of that name, run as the operator would run it: none of its rules is here.
 * A step looks at where the quarter stands, asks yes or no, and gives the turn to the next one (null) or ends the walk (exit code).
 */

import { join, resolve } from "node:path";
import { chooseRecipients, describeCopy } from "../custody/copies/copies.ts";
import type { Entitlements } from "../custody/people/entitlement.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { makeFolder } from "../disk/rights.ts";
import { deliveryOfPath, deliveryQuarter } from "../model/delivery.ts";
import { formatDate, formatPeriod, plural, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { periodOfQuarter } from "../model/period.ts";
import { formatIssue } from "../shell/terminal.ts";
import { likelyDays, type Situation } from "./situation.ts";

export type ExitCode = 0 | 1 | 2;

export interface Walk {
  readonly dataDir: string;
  readonly outDir: string;
  /** "2026-04-09" */
  readonly today: string;
  readonly list: Entitlements | null;
  readonly look: () => Situation;
  readonly say: (text: string) => void;
  /** null: the person leaves there. */
  readonly ask: (question: string) => Promise<boolean | null>;
  /** A command of the program by its name, to its end; its exit code. */
  readonly run: (name: string, ...args: readonly string[]) => Promise<ExitCode>;
  /** Opens a file in the program of the machine; false: it cannot. */
  readonly open: (path: string) => Promise<boolean>;
}

type Step = (walk: Walk, quarter: string) => Promise<ExitCode | null>;
const STEPS: readonly (readonly [title: string, step: Step])[] = [
  ["Les fichiers reçus", listFiles],
  ["La réception", recordReceptions],
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

/** Ends the walk: why, and how to go on. */
function stop({ say }: Walk, code: ExitCode, ...reasons: readonly string[]): ExitCode {
  for (const reason of reasons) say(reason);
  say("Pour reprendre là où vous en êtes : npm run trimestre");
  return code;
}
const leave = (walk: Walk): ExitCode => stop(walk, 0, "Arrêté à votre demande. Ce qui est fait reste fait.");
const stopAfter = (walk: Walk, name: string, code: ExitCode): ExitCode =>
  stop(walk, code, `${quote(`npm run ${name}`)} s'est arrêté : son message, ci-dessus, dit que faire.`);
const errorsOf = ({ issues }: Situation["holdings"]): readonly Issue[] =>
  issues.filter((issue) => issue.severity === "error" && issue.rule !== "no-delivery"); // the walk itself asks for one
const tell = ({ say }: Walk, issues: readonly Issue[]): void => {
  for (const issue of issues) say(formatIssue(issue));
};

/** Before the steps: a delivery that is due has its folder made, and its files waited for. */
async function awaitFiles(walk: Walk): Promise<ExitCode | null> {
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

async function listFiles(walk: Walk, quarter: string): Promise<ExitCode | null> {
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

async function recordReceptions(walk: Walk): Promise<ExitCode | null> {
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

async function distribute(walk: Walk, quarter: string): Promise<ExitCode | null> {
  const { copies, isDistributed } = walk.look();
  for (const copy of copies) walk.say(`  ${describeCopy(copy)}`);
  return isDistributed ? await takeBack(walk, quarter) : await handOut(walk, quarter);
}

/** One copy for each entitled person, or for some of them. */
async function handOut(walk: Walk, quarter: string): Promise<ExitCode | null> {
  const names = chooseRecipients(walk.list, "tous", walk.today).map((person) => person.name);
  const all = await walk.ask(`Un exemplaire numéroté pour chacune de ces personnes : ${names.join(" ; ")} ?`);
  if (all === null) return leave(walk);
  const chosen: string[] = [];
  for (const name of all ? [] : names) {
    const wanted = await walk.ask(`Un exemplaire pour ${name} ?`);
    if (wanted === null) return leave(walk);
    if (wanted) chosen.push(name);
  }
  if (!all && chosen.length === 0) return stop(walk, 0, "Aucun exemplaire n'est fait.");
  const code = await walk.run("copies", quarter, "--pour", all ? "tous" : chosen.join("; "));
  if (code !== 0) return stopAfter(walk, "copies", code);
  return stop(
    walk,
    0,
    "Imprimez, faites signer. Après la séance, relancez : chaque exemplaire revenu, puis détruit, y sera demandé.",
  );
}

/** After the session: which copies came back, which of them were destroyed. */
async function takeBack(walk: Walk, quarter: string): Promise<ExitCode | null> {
  for (const { option, state, question } of [
    { option: "--retour", state: "out", question: "est-il revenu" },
    { option: "--destruction", state: "returned", question: "est-il détruit" },
  ] as const) {
    const numbers: number[] = [];
    let isLeft = false;
    for (const { number, recipient } of walk.look().copies.filter((copy) => copy.state === state)) {
      const yes = await walk.ask(`L'exemplaire n° ${number} (${recipient}) ${question} ?`);
      isLeft = yes === null;
      if (isLeft) break;
      if (yes) numbers.push(number);
    }
    // what was answered before leaving is recorded too: it would be asked twice, and a copy given back would stay « en circulation »
    const code = numbers.length === 0 ? 0 : await walk.run("copies", quarter, option, numbers.join(","));
    if (code !== 0) return stopAfter(walk, "copies", code);
    if (isLeft) return leave(walk);
  }
  const left = walk.look().copies.filter((copy) => copy.state !== "destroyed").length;
  return left === 0 ? null : stop(walk, 0, `${plural(left, "exemplaire")} à reprendre ou à détruire.`);
}
