/** What templates/lecture.njk shows: each table of a delivery as it stands, what each cell was read as, what is new, what is not used. */
import { type Bulletin, TO_CONFIRM_BANNER } from "../model/document/bulletin.ts";
import { foundIssue, type ReceivedFile } from "../model/document/control-sheet.ts";
import type { Issue } from "../model/issue.ts";
import type { Recognition } from "../model/observation.ts";

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
  readonly isConfirmed: boolean;
  /** What the frame of the page says. */
  readonly bulletin: Pick<
    Bulletin,
    "id" | "quarterLabel" | "commune" | "marking" | "banner" | "fingerprint" | "programVersion"
  >;
  readonly files: readonly ReceivedFile<
    { readonly path: string } & Pick<ShownFile, "sentence" | "changes" | "unused">
  >[];
}

export const lecturePage = (
  {
    delivery,
    isConfirmed,
    ...named
  }: Pick<Bulletin, "commune" | "marking" | "programVersion" | "quarterLabel"> & {
    readonly delivery: string;
    readonly isConfirmed: boolean;
  },
  files: readonly ShownFile[],
): LecturePage => ({
  isConfirmed,
  bulletin: { ...named, id: delivery, banner: isConfirmed ? null : TO_CONFIRM_BANNER, fingerprint: "" },
  files: files.map(({ recognition: { file, tables }, issues, sentence, changes, unused }) => ({
    // what was new and what changes no figure has been looked at: it is not kept
    note: { path: file.source.path, sentence, changes: isConfirmed ? [] : changes, unused: isConfirmed ? [] : unused },
    tables,
    issues: isConfirmed ? [] : issues.map(foundIssue),
  })),
});
