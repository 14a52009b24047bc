/** Where things stand: the steps of the quarter around every screen, and the first screen, which says what is next. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { namesIn } from "../disk/tree.ts";
import { dueDay } from "../model/delivery.ts";
import { formatDate, plural } from "../model/format.ts";
import { parseQuarterId, periodOfQuarter, quarterId, shiftQuarters } from "../model/period.ts";
import type { Situation } from "../walk/situation.ts";
import { nameOf } from "../walk/walk.ts";
import type { Button, Card, Frame, Screen } from "./screen.ts";

/** Opened from the window at any time: a file of the latest bulletin. */
const OPENED: readonly (readonly [file: string, label: string])[] = [
  ["bulletin.pdf", "Le dernier bulletin"],
  ["projection.html", "Projeter en séance"],
  ["controle.html", "La feuille de contrôle"],
  ["questions.txt", "Les questions pour la séance"],
];
export const GUIDE = "open-guide";

/** Of the latest quarter that has it; undefined: none has. */
export function latestFile(outDir: string, name: string): string | undefined {
  const quarters = namesIn(outDir).filter((entry) => parseQuarterId(entry));
  return quarters
    .toSorted()
    .map((quarter) => join(outDir, quarter, name))
    .findLast((file) => existsSync(file));
}

/** Is there something left to receive, to look at, to make? */
function leftIn({ awaited, receptions, open }: Situation) {
  const toMake = open.filter(({ bulletin }) => bulletin !== "current");
  return {
    toReceive: awaited !== null || receptions.length > 0,
    toLook: toMake.length > 0 || open.some(({ isToConfirm }) => isToConfirm),
    toMake,
  };
}

export function frameOf(situation: Situation, outDir: string): Frame {
  const { commune, marking } = situation.holdings.settings;
  const { toReceive, toLook, toMake } = leftIn(situation);
  const latest = situation.open.at(-1);
  const quarter = situation.awaited ?? latest?.quarter;
  const out = situation.open.reduce((sum, { copies }) => sum + copies.length, 0);
  const done = (isLeft: boolean) => (isLeft ? "open" : "done");
  return {
    commune: commune.name,
    marking,
    quarter: quarter === undefined ? "Le trimestre" : nameOf(quarter),
    steps: [
      { id: "standing", label: "Où en est-on", state: "" },
      { id: "receive", label: "Recevoir", state: done(toReceive) },
      { id: "look", label: "Regarder la lecture", state: done(toReceive || toLook) },
      { id: "check", label: "Contrôler, faire le bulletin", state: done(toReceive || toMake.length > 0) },
    ],
    elsewhere: [
      { label: "Relire, remettre", how: `Au menu : 1.${out > 0 ? ` ${plural(out, "exemplaire")} dehors.` : ""}` },
      { label: "Sauvegarder", how: "Au menu : 1, avec la phrase secrète." },
    ],
    opens: [
      ...OPENED.filter(([file]) => latestFile(outDir, file)).map(
        ([file, label]): Button => ({ press: `open-${file}`, label }),
      ),
      { press: GUIDE, label: "Le guide" },
    ],
  };
}

/** Path of what a button of the frame opens; undefined: it is no such button. */
export function openedBy(press: string, outDir: string): string | undefined {
  if (press === GUIDE) return ["guide/guide.html", "data/LISEZMOI.md"].find((path) => existsSync(path));
  const [file] = OPENED.find(([name]) => press === `open-${name}`) ?? [];
  return file && latestFile(outDir, file);
}

/** "2026-10-08": when the statements of the quarter after the latest are due. */
function nextDue({ open, awaited, holdings }: Situation): string {
  const latest = open.at(-1);
  const quarter =
    awaited ?? (latest && quarterId(shiftQuarters(periodOfQuarter(latest.quarter), 1))) ?? holdings.today.slice(0, 4);
  return formatDate(dueDay(periodOfQuarter(quarter), holdings.settings.deliveryDay));
}

export function standingScreen(situation: Situation): Screen {
  const { toReceive, toLook, toMake } = leftIn(situation);
  const { awaited } = situation;
  const next = (title: string, press: string, label: string, hint?: string): Card => ({
    kind: "told",
    tone: "news",
    title,
    hint,
    buttons: [{ press, label, isMain: true }],
  });
  const names = toMake.map(({ quarter }) => nameOf(quarter)).join(" ; ");
  const cards = [
    ...(situation.receptions.length > 0
      ? [next("Des fichiers reçus ne sont pas encore inscrits au registre.", "go-receive", "Inscrire la réception")]
      : awaited === null
        ? []
        : [
            next(
              `La livraison du ${nameOf(awaited)} était attendue le ${nextDue(situation)}.`,
              "go-receive",
              "Recevoir",
              "Relevez la boîte fonctionnelle et déchiffrez les fichiers avec l’outil de la convention.",
            ),
          ]),
    ...(toMake.length > 0
      ? [next(`À faire : le bulletin du ${names}.`, "go-look", "Regarder la lecture")]
      : toLook
        ? [next("Un bulletin repose sur une lecture que personne n’a confirmée.", "go-look", "Regarder la lecture")]
        : []),
  ];
  const rest: Card = {
    kind: "told",
    tone: "done",
    title: toReceive || toLook ? "Le reste est à jour." : "Tout est fait : le bulletin est à jour.",
    hint: awaited === null ? `Prochaine livraison attendue le ${nextDue(situation)}.` : undefined,
  };
  return { step: "standing", title: "Où en est-on", cards: [...cards, rest] };
}
