/**
 * Every received file is read and understood by a process of its own: no text of it costs the one where the register and the settings are,
 * and one that would never end, or take the machine's memory, is refused while the others are read.
 */
import { join } from "node:path";
import type { SourceFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import { doApart, type Ended, type Limits } from "../process/limited-process.ts";
import type { Job, Knowledge, ReadDocument, Reader } from "./job.ts";

/** A statement takes less than a second of processor and 200 MB; the whole of the process counts. */
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

const refusal = (file: SourceFile, ended: Ended): Issue => {
  const { rule, why, hint } = REFUSED[ended];
  return {
    rule,
    severity: "error",
    message: `Fichier refusé : ${why}. Rien n'en a été lu.`,
    hint,
    place: { file: file.path },
  };
};

const refused = (job: Job, ended: Ended): readonly ReadDocument[] =>
  job.files.flatMap((file): readonly ReadDocument[] => {
    if (!file) return [];
    const { path, delivery, name, sha256 } = file;
    const nothing = { tables: [], observations: [], undated: [], printed: [] };
    const recognition = { file: { source: { path, delivery, name, sha256 }, format: null, grids: [] }, ...nothing };
    return [{ recognition, remarks: [refusal(file, ended)], answers: [], questions: [], readBy: null }];
  });

/** As a Reader. */
export const readApart = (knowledge: Knowledge, jobs: readonly Job[], limits: Limits = LIMITS): ReturnType<Reader> =>
  doApart(join(import.meta.dirname, "reading-child.ts"), { shared: knowledge, jobs }, { limits, ended: refused });
