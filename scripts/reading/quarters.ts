/** What the files of a delivery say of themselves, before anything is recorded of it: their quarter, and whether they correct others. */
import type { Holdings } from "../holdings/holdings.ts";
import { isCount, latestOf, type Recognition } from "../model/observation.ts";
import { quarterAtEndOf, quarterId } from "../model/period.ts";
import { figureKey } from "../nomenclature/index.ts";
import type { Reader } from "./job.ts";
import { readDeliveries } from "./reading.ts";

export interface Said {
  readonly path: string;
  /** The one quarter that its dated statements end with: "2026-T1"; undefined: none, or several. */
  readonly quarter: string | undefined;
  /** Its name or a text of it says that it takes the place of another. */
  readonly isCorrection: boolean;
  /** Its dated statements: "IS101 2026-T1". Of a file that a question keeps from being read too. */
  readonly statements: ReadonlySet<string>;
  /** Its counts, once it is read: what is counted, of whom, when -> how many. */
  readonly counts: ReadonlyMap<string, number>;
}

const CORRECTS = /rectificati(?:f|ve)|annule\s+et\s+remplace/i;

/** Every file of these deliveries that can be read. */
export async function filesSay(
  holdings: Holdings,
  deliveries: readonly string[],
  reader: Reader | undefined,
): Promise<readonly Said[]> {
  const files = holdings.deliveries.files.filter(({ delivery }) => deliveries.includes(delivery));
  const understood = await readDeliveries({ ...holdings, deliveries: { ...holdings.deliveries, files } }, [], {
    reader,
  });
  return understood.map(({ recognition }) => saidBy(recognition));
}

function saidBy(recognition: Recognition): Said {
  const { file, tables, observations } = recognition;
  const dated = latestOf(tables).map(
    ({ statement, anchor }) => [statement, quarterId(quarterAtEndOf(anchor))] as const,
  );
  const quarters = new Set(dated.map(([, quarter]) => quarter));
  const texts = tables.flatMap(({ grid }) => grid.rows.flatMap((row) => row.map((cell) => cell.text)));
  const counts = observations.filter(isCount).map((o): [string, number] => [figureKey(o), o.value]);
  return {
    path: file.source.path,
    quarter: quarters.size === 1 ? [...quarters][0] : undefined,
    statements: new Set(dated.map((each) => each.join(" "))),
    isCorrection: [file.source.name, ...texts].some((text) => CORRECTS.test(text)),
    counts: new Map(counts),
  };
}

/** Does it give other values for what the other gives too? Of files that are still to be read: is it the same statement of the same quarter? */
export const contradicts = (a: Said, b: Said): boolean =>
  a.counts.size === 0 || b.counts.size === 0
    ? [...a.statements].some((statement) => b.statements.has(statement))
    : [...a.counts].some(([key, value]) => b.counts.has(key) && b.counts.get(key) !== value);

/** The one quarter that all the files say; undefined: none, or several. */
export function quarterSaid(files: readonly Said[]): string | undefined {
  const [quarter, ...others] = new Set(files.flatMap((file) => file.quarter ?? []));
  return others.length === 0 ? quarter : undefined;
}
