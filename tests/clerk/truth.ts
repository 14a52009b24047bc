/** What the files of a case truly say: what a person knows who has them, their message, and the telephone of the service. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { periodOfDelivery } from "../../scripts/model/delivery.ts";
import type { Force } from "../../scripts/model/observation.ts";
import { parsePeriodKey } from "../../scripts/model/period.ts";

export interface Figure {
  readonly statement: string;
  readonly indicator: string | null;
  readonly label: string;
  readonly force: Force;
  readonly period: string;
  readonly value: number | null;
}

/** Of one delivery. */
export interface Truth {
  /** null: nobody has written them down, and nothing can be said to be wrong. */
  readonly figures: readonly Figure[] | null;
  /** Whose facts they are, where no text says it. */
  readonly force: Force | null;
  /** What lines are, by their labels: an indicator, or "as-sent". */
  readonly lines: Readonly<Record<string, string>>;
  /** Something is wrong with the file that a person must be told of, or that must be refused. */
  readonly isFault: boolean;
  /** A refusal that is told is as good as the figures. */
  readonly mayRefuse: boolean;
}

/** A delivery to receive: its name, the folder that it is copied from, what it truly says. */
export interface Sent {
  readonly delivery: string;
  readonly folder: string;
  readonly truth: Truth;
}

export interface Case {
  readonly name: string;
  /** Path of its convention.yaml; null: none. */
  readonly settings: string | null;
  /** In the order in which they come. */
  readonly sent: readonly Sent[];
}

interface Expected {
  readonly observations?: readonly Figure[];
  readonly issues?: readonly unknown[];
  readonly refusal_ok?: unknown;
  readonly answers?: { readonly force: Force | null; readonly lines: Readonly<Record<string, string>> };
  readonly kind?: "same" | "changed" | "fault";
  readonly quarters?: readonly [string, string];
  readonly first?: readonly Figure[];
  readonly second?: readonly Figure[] | null;
}

const isDelivery = (name: string): boolean => /^\d{4}-T[1-4]/.test(name);
const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

/** The force of all the figures, where they have one. */
const onlyForce = (figures: readonly Figure[]): Force | null => {
  const [force, second] = new Set(figures.map((figure) => figure.force));
  return force !== undefined && second === undefined ? force : null;
};
const linesOf = (figures: readonly Figure[]): Truth["lines"] =>
  Object.fromEntries(figures.map(({ label, indicator }) => [label, indicator ?? "as-sent"]));

const truthOf = (figures: readonly Figure[] | null, more: Partial<Truth> = {}): Truth => ({
  figures,
  force: figures ? onlyForce(figures) : null,
  lines: figures ? linesOf(figures) : {},
  isFault: false,
  mayRefuse: false,
  ...more,
});

/** Figures that a stored lecture holds, in the words of its file. */
interface Stored {
  readonly fichiers: readonly {
    readonly chiffres: readonly {
      readonly etat: string;
      readonly indicateur: string | null;
      readonly libelle: string;
      readonly force: Force;
      readonly periode: string;
      readonly valeur: number | null;
      readonly total?: true;
    }[];
  }[];
}
function storedFigures(path: string): readonly Figure[] | null {
  if (!existsSync(path)) return null;
  const { fichiers } = JSON.parse(readFileSync(path, "utf8")) as Stored;
  return fichiers.flatMap(({ chiffres }) =>
    chiffres
      .filter(({ total }) => !total)
      .map((c) => ({
        statement: c.etat,
        indicator: c.indicateur,
        label: c.libelle,
        force: c.force,
        period: c.periode,
        value: c.valeur,
      })),
  );
}

function caseIn(folder: string, name: string): Case | null {
  const path = join(folder, "expected.json");
  const expected: Expected = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Expected) : {};
  const { kind, quarters, first, second, observations, answers } = expected;
  if (kind && quarters && first)
    return {
      name,
      settings: settingsIn(folder),
      sent: [
        { delivery: quarters[0], folder: join(folder, "first"), truth: truthOf(first) },
        {
          delivery: quarters[1],
          folder: join(folder, "second"),
          truth: truthOf(second ?? null, {
            force: onlyForce(first),
            lines: linesOf(first),
            isFault: kind === "fault",
            mayRefuse: kind === "changed",
          }),
        },
      ],
    };
  const data = existsSync(join(folder, "data")) ? join(folder, "data") : folder;
  const deliveries = foldersIn(data).filter(isDelivery);
  if (deliveries.length === 0) return null;
  const more: Partial<Truth> = {
    ...(answers && { force: answers.force ?? (observations ? onlyForce(observations) : null) }),
    ...(answers && observations && { lines: { ...linesOf(observations), ...answers.lines } }),
    mayRefuse: expected.refusal_ok !== undefined,
  };
  return {
    name,
    settings: settingsIn(data),
    sent: deliveries.map((delivery, i) => {
      const isLast = i === deliveries.length - 1;
      const known = isLast ? observations : observations?.filter(({ period }) => isUntil(period, delivery));
      return {
        delivery,
        folder: join(data, delivery),
        truth: truthOf(known ?? storedFigures(join(data, "lectures", `${delivery}.json`)), {
          ...more,
          isFault: isLast && expected.issues !== undefined,
        }),
      };
    }),
  };
}

/** "2025-10/2025-12" is known at "2025-T4". */
const isUntil = (period: string, delivery: string): boolean =>
  (parsePeriodKey(period)?.last ?? "") <= periodOfDelivery(delivery).last;

const settingsIn = (folder: string): string | null => {
  const path = join(folder, "convention.yaml");
  return existsSync(path) ? path : null;
};

/** The case that a folder is, or those that it holds. */
export function casesIn(folder: string): readonly Case[] {
  const own = caseIn(folder, folder.replace(/\/+$/, "").replace(/^.*\//, ""));
  return own ? [own] : foldersIn(folder).flatMap((name) => caseIn(join(folder, name), name) ?? []);
}
