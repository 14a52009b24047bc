/** A received file as the window shows it: its tables as they stand, what each cell was read as, its pages as pictures. */
import type { Asked } from "../asking/asked.ts";
import type { Place } from "../model/issue.ts";
import { provenanceKey, type ReadTable, type Recognition } from "../model/observation.ts";
import { receivedView } from "../publish/filters/control-view.ts";
import { shownCells } from "../publish/filters/source-ids.ts";
import type { PagePicture } from "../read/pdf/drawn/page-pictures.ts";
import type { Understood } from "../reading/job.ts";

/** Of what nobody can read, the cells as they stand. */
const tablesOf = ({ file, tables }: Recognition): readonly ReadTable[] =>
  tables.length > 0
    ? tables
    : file.grids.map((grid) => ({
        grid,
        statement: "",
        anchor: null,
        readings: grid.rows.map((row) => row.map(() => ({ kind: "ignored", why: "fichier non lu" }))),
      }));

/** A file as it is read, and the pictures of its pages where it has some. */
export interface Looked<F = Asked["files"][number]> {
  readonly file: F;
  readonly pictures: readonly PagePicture[];
}

/** @param lit what the card asks of. @param unused texts that change no figure. */
export function receivedPage(
  { file: { recognition }, pictures }: Looked<Pick<Understood, "recognition">>,
  lit: readonly Place[],
  unused: readonly Place[] = [],
) {
  const tables = tablesOf(recognition);
  const cellOf = cellsOf(recognition);
  const [view] = receivedView([{ note: recognition.file.source.path, tables, issues: [] }]);
  if (!view) throw new Error("no view of one file");
  const cells = view.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return {
    view: { ...view, tables: view.tables.map(asSeen) },
    pictures: pictures.map(({ png, ...picture }, i) => ({
      ...picture,
      name: `Page ${i + 1}`,
      address: `data:image/png;base64,${Buffer.from(png).toString("base64")}`,
      /** The cells that stand on it. */
      marks: cells.filter((cell) => "at" in cell && cell.at?.page === i + 1),
    })),
    lit: lit.flatMap((place) => cellOf(place) ?? []),
    unused: unused.flatMap((place) => cellOf(place) ?? []),
    /** Texts beside the cells, and comments. */
    besides: tables.flatMap(({ grid }) => [...(grid.besides ?? []), ...(grid.comments ?? [])]),
  };
}

type Table = ReturnType<typeof receivedView>[number]["tables"][number];

/** A text alone in its row runs over the empty cells after it, as a sheet and a page show it. */
const asSeen = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((row) => {
    const [first, ...others] = row.cells;
    const isAlone =
      first &&
      !("spans" in first && first.spans !== "") &&
      others.length > 0 &&
      others.every(({ kind }) => kind === "empty");
    return isAlone ? { ...row, cells: [{ ...first, spans: ` colspan="${table.columns.length}"` }] } : row;
  }),
});

/** HTML id of the cell at a place. */
export function cellsOf(recognition: Recognition): (place: Place | null | undefined) => string | undefined {
  const shown = shownCells([{ tables: tablesOf(recognition) }]);
  return (place) => (place && "row" in place ? shown(provenanceKey(place)) : undefined);
}
