/** What a double click opens: the quarter, the latest bulletin, the guide, the diagnostic; and any line that a message has given. */

import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DEMO_OUT } from "../disk/out-folders.ts";
import { UserError } from "../model/issue.ts";
import { runAtTerminal as run } from "../process/at-terminal.ts";
import { askShown, assertTerminal, isSomebodyThere } from "../shell/ask.ts";
import { defineCommand, type Main, runAsProgram } from "../shell/command.ts";
import { findLatest, guide } from "../walk/latest.ts";
import { openFile } from "../walk/open.ts";
import { COMMANDS } from "./commands.ts";
import { readTyped } from "./typed-line.ts";

async function open(path: string): Promise<void> {
  const whole = resolve(path);
  if (!(await openFile(whole))) console.log(`\n  À ouvrir : ${whole}`);
}

async function openLatest(name?: string): Promise<void> {
  const latest = findLatest("dist", name);
  if (latest === undefined) console.log("  Aucun bulletin n'a encore été fait : choisissez 1.");
  else await open(latest);
}

/** Of the last year whose fourth quarter has its bulletin; made first where it is not yet. */
async function openReview(): Promise<void> {
  const closed = findLatest("dist", "bulletin.pdf", 4);
  if (closed === undefined)
    return console.log(
      "  La revue d'une année se fait avec le bulletin de son quatrième trimestre : il n'y en a pas encore.",
    );
  const review = join(dirname(closed), "annee.pdf");
  const year = basename(dirname(closed)).slice(0, 4);
  if (existsSync(review) || (await run("build", ["--annee", year])) === 0) await open(review);
}

async function showDemo(): Promise<void> {
  if ((await run("build", ["--data", join("data", "demo")])) === 0) await open(join("dist", DEMO_OUT, "index.html"));
}

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly act: () => Promise<unknown>;
}
const CHOICES: readonly Choice[] = [
  { key: "1", label: "Le trimestre, pas à pas", act: () => run("trimestre", []) },
  { key: "2", label: "Ouvrir le dernier bulletin", act: () => openLatest() },
  { key: "3", label: "Ouvrir le guide", act: () => open(guide()) },
  { key: "4", label: "Diagnostic du poste", act: () => run("diagnostic", []) },
  { key: "5", label: "La démonstration (commune fictive)", act: showDemo },
  { key: "6", label: "Tout ce qui peut se taper ici", act: () => run("aide", []) },
  { key: "7", label: "Projeter le dernier bulletin en séance", act: () => openLatest("projection.html") },
  { key: "8", label: "La lecture des fichiers reçus : la regarder, la confirmer", act: () => run("lecture", []) },
  { key: "9", label: "La revue de la dernière année close", act: openReview },
  { key: "10", label: "Ouvrir la dernière fiche (une page)", act: () => openLatest("fiche.pdf") },
  { key: "11", label: "La fenêtre : recevoir, regarder, confirmer, faire le bulletin", act: () => run("fenetre", []) },
];
const LEAVE = "0";

const MENU = [
  "",
  "  Bulletin trimestriel de la délinquance enregistrée",
  "",
  ...CHOICES.map(({ key, label }) => `   ${key.padStart(2)}   ${label}`),
  `    ${LEAVE}   Quitter`,
  "",
  "  Un numéro, ou la ligne « npm run … » qu'un message vous donne, puis Entrée.",
].join("\n");

/** null: the person leaves. */
async function ask(question: string): Promise<string | null> {
  try {
    return await askShown(question);
  } catch (error) {
    if (error instanceof UserError) return null; // Ctrl+C, Ctrl+D: the terminal itself has been looked at before
    throw error;
  }
}

async function showMenu(): Promise<0> {
  assertTerminal();
  for (;;) {
    console.log(MENU);
    const line = await ask("  > ");
    if (line === null || line.trim() === LEAVE) return 0;
    if (line.trim() === "") continue;
    const typed = readTyped(line, COMMANDS);
    const choice = typed.kind === "choice" ? CHOICES.find(({ key }) => key === typed.key) : undefined;
    console.log("");
    if (typed.kind === "command") await run(typed.name, typed.args);
    else if (choice) await choice.act();
    else if (/^npm (ci|install)/.test(line.trim()))
      console.log(
        "  Rien ne s'installe ici : supprimez le dossier « programme » et extrayez de nouveau l'archive du kit.",
      );
    // what was typed is not shown again: it may be a secret that the menu was not waiting for
    else console.log("  Ce n'est ni un numéro du menu, ni une ligne « npm run … » de ce programme.");
    if ((await ask("\n  Entrée pour revenir au menu. ")) === null) return 0;
  }
}

const menu = defineCommand(
  {
    name: "npm run menu",
    summary: "Le menu : le trimestre, le dernier bulletin, le guide, le diagnostic.",
    examples: [""],
    options: [],
    words: 0,
  },
  showMenu,
);

export const main: Main = async (given, context) => {
  const [name, ...args] = given;
  if (name !== undefined && COMMANDS.includes(name)) return (await run(name, args)) ?? 2;
  // a double click: the window; where none opens, a line says why, and the menu is there as it is once the window is closed
  if (given.length === 0 && isSomebodyThere(context.terminal)) await run("fenetre", []);
  return await menu(given, context);
};

if (import.meta.main) await runAsProgram(main);
