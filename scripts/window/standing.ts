/** Where things stand: the steps of the quarter around every screen, and the first screen, which says what is next. */
import { dueDay } from "../model/delivery.ts";
import { formatDate, plural } from "../model/format.ts";
import { type Period, periodOfQuarter, shiftQuarters } from "../model/period.ts";
import { findLatest, guide } from "../walk/latest.ts";
import { isToLook, type Situation, toMake } from "../walk/situation.ts";
import { nameOf } from "../walk/walk.ts";
import type { Card, Screen, StepId } from "./screen.ts";

/** Opened from the window at any time: a file of the latest bulletin, the guide. */
const OPENED: readonly (readonly [file: string, label: string])[] = [
  ["bulletin.pdf", "Le dernier bulletin"],
  ["projection.html", "Projeter en séance"],
  ["controle.html", "La feuille de contrôle"],
  ["questions.txt", "Les questions pour la séance"],
  ["guide", "Le guide"],
];

const pathOf = (file: string, outDir: string): string | undefined =>
  file === "guide" ? guide() : findLatest(outDir, file);

/** Path of what a button of the frame opens; undefined: it is no such button. */
export function openedBy(press: string, outDir: string): string | undefined {
  const [file] = OPENED.find(([name]) => press === `open-${name}`) ?? [];
  return file && pathOf(file, outDir);
}

const isToReceive = ({ awaited, receptions }: Situation): boolean => awaited !== null || receptions.length > 0;

/** Around every screen. */
export type Frame = ReturnType<typeof frameOf>;
export function frameOf(situation: Situation, outDir: string) {
  const { awaited, open, holdings } = situation;
  const { commune, marking } = holdings.settings;
  const quarter = awaited ?? open.at(-1)?.quarter;
  const out = open.reduce((sum, { copies }) => sum + copies.length, 0);
  const isOpen = isToReceive(situation);
  const step = (id: StepId, label: string, isDone: boolean) => ({ id, label, isDone });
  return {
    commune: commune.name,
    marking,
    quarter: quarter === undefined ? "Le trimestre" : nameOf(quarter),
    steps: [
      step("standing", "Où en est-on", false),
      step("receive", "Recevoir", !isOpen),
      step("look", "Regarder la lecture", !isOpen && !isToLook(situation)),
      step("check", "Contrôler, faire le bulletin", !isOpen && toMake(situation).length === 0),
    ],
    /** Done elsewhere: how. */
    elsewhere: [
      { label: "Relire, remettre", how: `Au menu : 1.${out > 0 ? ` ${plural(out, "exemplaire")} dehors.` : ""}` },
      { label: "Sauvegarder", how: "Au menu : 1, avec la phrase secrète." },
    ],
    opens: OPENED.filter(([file]) => pathOf(file, outDir)).map(([file, label]) => ({ press: `open-${file}`, label })),
  };
}

/** "8 octobre 2026": when the statements of a quarter are due. */
const dueOf = (quarter: Period, { holdings }: Situation): string =>
  formatDate(dueDay(quarter, holdings.settings.deliveryDay));

export function standingScreen(situation: Situation): Screen {
  const { awaited, receptions, open } = situation;
  const names = toMake(situation).map(({ quarter }) => nameOf(quarter));
  const latest = open.at(-1);
  const next = (title: string, press: string, label: string, hint?: string): Card => ({
    tone: "news",
    title,
    hint,
    buttons: [{ press, label, isMain: true }],
  });
  const left = [
    receptions.length > 0 &&
      next("Des fichiers reçus ne sont pas encore inscrits au registre.", "go-receive", "Inscrire la réception"),
    awaited !== null &&
      next(
        `La livraison du ${nameOf(awaited)} était attendue le ${dueOf(periodOfQuarter(awaited), situation)}.`,
        "go-receive",
        "Recevoir",
        "Relevez la boîte fonctionnelle et déchiffrez les fichiers avec l’outil de la convention.",
      ),
    isToLook(situation) &&
      next(
        names.length === 0
          ? "Un bulletin repose sur une lecture que personne n’a confirmée."
          : `À faire : le bulletin du ${names.join(" ; ")}.`,
        "go-look",
        "Regarder la lecture",
      ),
  ].filter((card) => card !== false);
  const rest: Card = {
    tone: "done",
    title: left.length > 0 ? "Le reste est à jour." : "Tout est fait : le bulletin est à jour.",
    hint:
      awaited === null && latest
        ? `Prochaine livraison attendue le ${dueOf(shiftQuarters(periodOfQuarter(latest.quarter), 1), situation)}.`
        : undefined,
  };
  return { step: "standing", title: "Où en est-on", cards: [...left, rest] };
}
