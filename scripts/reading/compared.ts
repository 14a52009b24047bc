/** The lectures beside the received files, read again as they are: no word of them is recognised anew. */

import { PROGRAM_VERSION } from "../holdings/holdings.ts";
import type { HeldLecture } from "../holdings/lectures.ts";
import { defaultSettings } from "../holdings/settings.ts";
import { unlikeFile } from "../lectures/index.ts";
import { formatCell, plural, quote } from "../model/format.ts";
import type { SourceFile } from "../model/grid.ts";
import { aNote, anError, aWarning, type Issue } from "../model/issue.ts";
import { type ConfirmedFile, lecturePath } from "../model/lecture.ts";
import { loadNomenclature } from "../nomenclature/index.ts";
import { readApart } from "./apart.ts";
import type { Job, Knowledge, Reader } from "./job.ts";

export interface ComparedLecture {
  readonly lecture: HeldLecture;
  /** None: each of its figures is what stands in its file. */
  readonly issues: readonly Issue[];
}

export async function compareWithFiles(
  lectures: readonly HeldLecture[],
  received: readonly SourceFile[],
  reader: Reader = (knowledge, jobs) => readApart(knowledge, jobs),
): Promise<readonly ComparedLecture[]> {
  const held = new Map(received.map((file) => [keyOf(file), file]));
  const jobs = lectures.flatMap(({ files }) => files.flatMap((file) => jobOf(file, held) ?? []));
  // what is in the cells depends on no setting
  const nothing = { kept: [], keptLines: [], maps: [], asks: false };
  const knowledge: Knowledge = {
    ...nothing,
    settings: defaultSettings(),
    nomenclature: loadNomenclature(),
    readsOnly: true,
  };
  const read = (await Promise.all(reader(knowledge, jobs))).flat();
  const now = new Map(read.map(({ recognition: { file } }) => [file.source.path, file]));
  return lectures.map((lecture) => ({
    lecture,
    issues: lecture.files.flatMap((file): readonly Issue[] => {
      const own = now.get(file.recognition.file.source.path);
      if (!jobOf(file, held) || !own) return [fileGone(file)];
      const [first, ...others] = unlikeFile(file, own);
      return first ? [unlike(lecture, formatCell(first), others.length + 1, file)] : [];
    }),
  }));
}

const fileGone = ({ recognition: { file } }: ConfirmedFile): Issue =>
  aNote("lecture-file-gone", {
    message: `La lecture de ${quote(file.source.path)} n'est comparée à rien : le fichier qui a été confirmé n'est plus là. Ses chiffres restent ceux confirmés.`,
    hint: "Remettez-le à sa place, de la sauvegarde, pour qu'ils y soient comparés.",
    place: { file: file.source.path },
  });

function unlike({ delivery, programVersion }: HeldLecture, where: string, count: number, file: ConfirmedFile): Issue {
  const { path } = file.recognition.file.source;
  const what = `${plural(count, "chiffre de la lecture n'est pas", "chiffres de la lecture ne sont pas")} dans ${quote(path)} tel qu'il est reçu (${where}${count > 1 ? ", et d'autres places" : ""})`;
  const hint = `Reprenez ${quote(lecturePath(delivery))} de la sauvegarde, ou confirmez de nouveau la lecture : npm run lecture -- ${delivery} --revoir.`;
  return programVersion === PROGRAM_VERSION
    ? anError("lecture-unlike-file", { message: `La lecture a été modifiée : ${what}.`, hint, place: { file: path } })
    : aWarning("lecture-unlike-file", {
        message: `Confirmée avec la version ${programVersion} du programme, la lecture n'est pas celle d'aujourd'hui, ou a été modifiée : ${what}.`,
        hint: `npm run lecture -- ${delivery} --relire dit ce qui serait lu autrement. ${hint}`,
        place: { file: path },
      });
}

const keyOf = ({ path, sha256 }: { readonly path: string; readonly sha256: string }): string => `${sha256} ${path}`;

function jobOf({ recognition, pdf }: ConfirmedFile, held: ReadonlyMap<string, SourceFile>): Job | undefined {
  const own = held.get(keyOf(recognition.file.source));
  const twin = pdf && held.get(keyOf(pdf));
  if (!own || (pdf && !twin)) return undefined;
  return { files: twin ? [own, twin] : [own], given: new Map() };
}
