/** What templates/lecture.njk shows: each table of a delivery as it stands, what each cell was read as, what is new, what is not used. */
import { type Bulletin, TO_CONFIRM_BANNER } from "../model/document/bulletin.ts";
import { type ControlSheet, readingTotals } from "../model/document/control-sheet.ts";
import type { Issue } from "../model/issue.ts";
import { OTHER_STATEMENT, type Recognition } from "../model/observation.ts";

export interface ShownFile {
  readonly recognition: Recognition;
  readonly issues: readonly Issue[];
  /** « IS 101, Valmont, police nationale, 1er trimestre 2026 : 36 chiffres » */
  readonly sentence: string;
  /** What differs from the confirmed file of its template. */
  readonly changes: readonly string[];
  /** Texts that change no figure, nearest to the figures first. */
  readonly unused: readonly string[];
}

export interface LecturePage {
  /** What the frame of the page says. */
  readonly bulletin: Pick<
    Bulletin,
    "id" | "quarterLabel" | "commune" | "marking" | "banner" | "fingerprint" | "programVersion" | "sections"
  >;
  readonly control: ControlSheet;
  /** In the order of the control sheet's files, by their place in it. */
  readonly files: readonly Pick<ShownFile, "sentence" | "changes" | "unused">[];
}

export function lecturePage(
  about: Pick<Bulletin, "commune" | "marking" | "programVersion" | "quarterLabel"> & { readonly delivery: string },
  files: readonly ShownFile[],
): LecturePage {
  const { delivery, ...named } = about;
  const control: ControlSheet = {
    id: delivery,
    quarterLabel: about.quarterLabel,
    files: files.map(({ recognition: { file, tables, observations }, issues }) => ({
      note: {
        path: file.source.path,
        delivery,
        format: file.format === null ? "non lu" : `.${file.format}`,
        statement:
          [...new Set(tables.map((t) => (t.statement === OTHER_STATEMENT ? "autre document" : t.statement)))].join(
            ", ",
          ) || "aucun",
        sha256: file.source.sha256,
        counts: observations.length,
      },
      tables,
      issues,
    })),
    older: {},
    issues: [],
    totals: readingTotals(files.map(({ recognition }) => recognition)),
  };
  return {
    bulletin: { ...named, id: delivery, banner: TO_CONFIRM_BANNER, fingerprint: "", sections: [] },
    control,
    files,
  };
}
