/**
 * Every received file is read by a process of its own: nothing of it runs where the register and the settings are, and one that would
 * never end, or take the machine's memory, is refused while the others are read.
 */
import { join } from "node:path";
import type { ReadFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import { doApart, type Ended, type Limits } from "../process/limited-process.ts";
import { nothing, type ReadingJob } from "./read-file.ts";

/** A statement takes less than a second of processor and 150 MB; the whole of the process counts. */
const LIMITS: Limits = { seconds: 10, megabytes: 500 };

const REFUSED: Readonly<Record<Ended, { readonly rule: Issue["rule"]; readonly why: string; readonly hint: string }>> =
  {
    time: {
      rule: "file-too-slow",
      why: `sa lecture demande plus de ${LIMITS.seconds} secondes de calcul`,
      hint: "Le fichier est abîmé ou n'est pas un état : demandez-le de nouveau, de préférence en .xlsx ou en .csv.",
    },
    memory: {
      rule: "file-too-large",
      why: `sa lecture demande plus de ${LIMITS.megabytes} Mo de mémoire`,
      hint: "Le fichier est abîmé ou n'est pas un état : demandez-le de nouveau, de préférence en .xlsx ou en .csv.",
    },
    early: {
      rule: "file-not-read",
      why: "sa lecture s'est arrêtée avant la fin, peut-être faute de mémoire",
      hint: "Fermez les autres programmes et recommencez ; s'il est refusé de nouveau, demandez-le de préférence en .xlsx ou en .csv.",
    },
  };

const refused = ({ file }: ReadingJob, ended: Ended): Result<ReadFile> => {
  const { rule, why, hint } = REFUSED[ended];
  const message = `Fichier refusé : ${why}. Rien n'en a été lu.`;
  return nothing(file, [{ rule, severity: "error", message, hint, place: { file: file.path } }]);
};

/** What `read` gives of each, in the order of the jobs. */
export type Reader = (jobs: readonly ReadingJob[]) => readonly Promise<Result<ReadFile>>[];

/** As a Reader. */
export const readApart = (jobs: readonly ReadingJob[], limits: Limits = LIMITS): ReturnType<Reader> =>
  doApart(join(import.meta.dirname, "reader-child.ts"), jobs, { limits, ended: refused });
