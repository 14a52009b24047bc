/** What has passed its time, the elimination list for the archives' visa, and the deletion that follows it. */

import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isThere } from "../disk/files.ts";
import { lockOutput } from "../disk/output-lock.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { entriesOf, type FileHash, hashFile, hashTree } from "../disk/tree.ts";
import { quarterOfDelivery, retentionDay } from "../model/delivery.ts";
import type { PaperToSign } from "../model/document/paper-to-sign.ts";
import { formatDate, formatNumber, formatPeriod, plural } from "../model/format.ts";
import { LECTURES_FOLDER, lecturePath } from "../model/lecture.ts";
import { compareText } from "../model/order.ts";
import { addMonths, type Month, monthIndex, type Period, parseQuarterId } from "../model/period.ts";
import type { Copy } from "./copies/copies.ts";
import { nameHolders } from "./copies/outdated.ts";
import type { NewEntry } from "./register/entry.ts";
import { appendRegister } from "./register/register.ts";

/** A delivery or a bulletin, with the quarter that its folder is named for. */
export interface Held {
  readonly kind: "delivery" | "bulletin";
  /** Name of the folder: "2021-T3", "2021-T3-rectificatif". */
  readonly folder: string;
  readonly quarter: Period;
  /** First day on which it has passed its time. */
  readonly due: string;
  readonly files: readonly FileHash[];
  readonly bytes: number;
}

/** As numbers months compare rightly in the year 12020 too. */
const dueMonth = (quarter: Period, years: number): Month => addMonths(quarter.last, 12 * years + 1);

/**
 * Deliveries and bulletins whose time has passed on `today`, oldest first. What is no delivery to the other commands, or no bulletin
 * of the program's, is never proposed.
 */
export function findPast(dataDir: string, outDir: string, years: number, today: string): readonly Held[] {
  const within = (root: string, kind: Held["kind"], quarterOf: (name: string) => Period | undefined): readonly Held[] =>
    (existsSync(root) ? entriesOf(root) : []).flatMap((entry) => {
      const quarter = quarterOf(entry.name);
      if (!entry.isDirectory() || !quarter) return [];
      // as numbers: the text of a year of five digits comes before this year's
      if (monthIndex(dueMonth(quarter, years)) > monthIndex(today.slice(0, 7) as Month)) return [];
      const due = retentionDay(quarter, years);
      const files = [...hashTree(root, entry.name), ...(kind === "delivery" ? lectureOf(root, entry.name) : [])];
      const bytes = files.reduce((sum, { path }) => sum + sizeOf(join(root, path)), 0);
      return [{ kind, folder: entry.name, quarter, due, files, bytes }];
    });
  const name = (held: Held): string => `${held.folder} ${held.kind === "delivery" ? 0 : 1}`;
  return [
    ...within(dataDir, "delivery", quarterOfDelivery),
    ...within(outDir, "bulletin", parseQuarterId), // "2021-T3", and nothing after it
  ].sort((a, b) => compareText(name(a), name(b)));
}

/** What was confirmed of a delivery holds its figures: it goes with it. */
const lectureOf = (dataDir: string, delivery: string): readonly FileHash[] =>
  isThere(join(dataDir, lecturePath(delivery))) ? [hashFile(dataDir, lecturePath(delivery))] : [];

const sizeOf = (path: string): number => toldInFrench(path, () => statSync(path)).size;

export const nameHeld = (held: Held): string =>
  held.kind === "delivery"
    ? `Livraison ${held.folder} (états statistiques reçus de la police)`
    : `Bulletin ${held.folder} (document produit, exemplaires et données)`;

/** The draft that the departmental archives ask for (Code du patrimoine, art. L. 212-2 and R. 212-14): filled in but for the visas. */
export function eliminationList(
  past: readonly Held[],
  about: {
    readonly commune: string;
    readonly marking: string;
    readonly years: number;
    readonly today: string;
    /** Copies that are still out, of any quarter. */
    readonly copiesOut: readonly Copy[];
  },
): PaperToSign {
  return {
    title: "Bordereau d'élimination d'archives publiques (projet)",
    subtitle: `Service producteur : ${about.commune} – établi le ${formatDate(about.today)}`,
    marking: about.marking,
    before: [
      "Les documents d'une mairie sont des archives publiques : leur élimination demande le visa préalable du directeur ou de la directrice des archives départementales (Code du patrimoine, articles L. 212-2 et R. 212-14). Ce projet est à lui adresser ; rien n'est détruit avant son retour signé.",
      `Durée de conservation inscrite dans les réglages : ${plural(about.years, "an")} après la fin du trimestre. La convention n'en fixe pas ; cette durée est à confirmer par le service d'archives.`,
    ],
    tables: [
      {
        columns: [
          { label: "N°", share: 1 },
          { label: "Nature des documents", share: 8 },
          { label: "Période", share: 4 },
          { label: "Fichiers", share: 2 },
          { label: "Volume", share: 2 },
          { label: "Échéance", share: 3 },
          { label: "Observations, visa (élimination, conservation, tri)", share: 7 },
        ],
        rows: past.map((held, i) => [
          String(i + 1),
          nameHeld(held),
          formatPeriod(held.quarter),
          formatNumber(held.files.length),
          held.bytes < 1e5
            ? `${formatNumber(Math.ceil(held.bytes / 1e3))} ko`
            : `${formatNumber(held.bytes / 1e6, 1)} Mo`,
          formatDate(held.due),
          "",
        ]),
      },
    ],
    after: [
      ...copiesToTakeBack(past, about.copiesOut),
      "Sont aussi à détruire, après visa : les exemplaires papier des mêmes bulletins (registre des exemplaires : npm run copies), les messages de la boîte fonctionnelle et les sauvegardes qui contiennent ces fichiers.",
    ],
    signatures: [
      "Le maire ou la maire (service producteur) : date, signature",
      "Le directeur ou la directrice des archives départementales : n° et date du visa, signature",
    ],
  };
}

/** Of the bulletins that have passed their time: "Bulletin 2021-T3, exemplaires encore en circulation : n° 2 (Jean Petit)." */
export const copiesToTakeBack = (past: readonly Held[], copiesOut: readonly Copy[]): readonly string[] =>
  past.flatMap(({ kind, folder }) => {
    const own = copiesOut.filter((copy) => kind === "bulletin" && copy.quarter === folder);
    return own.length === 0
      ? []
      : [`Bulletin ${folder}, exemplaires encore en circulation, à reprendre et à détruire : ${nameHolders(own)}.`];
  });

/** What the person types to delete: the number of folders keeps it from being typed by habit. */
export const confirmationPhrase = (past: readonly Held[]): string =>
  `éliminer ${past.length} dossier${past.length > 1 ? "s" : ""}`;

/** Recorded first, deleted after: a crash between the two leaves a record that the verification of the register compares with the disk. */
export function eliminate(
  past: readonly Held[],
  where: {
    readonly dataDir: string;
    readonly outDir: string;
    readonly at: NewEntry["at"];
    readonly who: string;
    readonly visa: string;
  },
): void {
  const filesOf = (kind: Held["kind"]): FileHash[] =>
    past.filter((held) => held.kind === kind).flatMap((held) => held.files);
  using _lock = toldInFrench(where.outDir, () => lockOutput(where.outDir)); // no build may bring back what is deleted
  appendRegister(where.dataDir, {
    at: where.at,
    who: where.who,
    action: "purge",
    visa: where.visa,
    data: filesOf("delivery"),
    out: filesOf("bulletin"),
  });
  for (const held of past) {
    const folder = join(held.kind === "delivery" ? where.dataDir : where.outDir, held.folder);
    toldInFrench(folder, () => rmSync(folder, { recursive: true }));
    if (held.kind !== "delivery") continue;
    const pages = join(where.outDir, LECTURES_FOLDER, `${held.folder}.html`); // it shows the received tables
    for (const path of [join(where.dataDir, lecturePath(held.folder)), pages])
      toldInFrench(path, () => rmSync(path, { force: true }));
  }
}
