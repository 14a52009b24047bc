/** A file of a delivery, in a line: where it is received, and where it is looked at. */
import type { Asked } from "../asking/asked.ts";
import { type LabelOf, sentence } from "../lectures/index.ts";
import { plural, quote } from "../model/format.ts";
import { tell } from "../model/remarks/index.ts";
import type { Settings } from "../model/settings.ts";

/** What a file is, in a line, once it is read. */
export function fileSays(
  file: Asked["files"][number],
  commune: Settings["commune"],
  labels: LabelOf,
): { readonly text: string; readonly isNews: boolean } {
  const { recognition, held, told } = file;
  const error = told.find(({ severity }) => severity === "error");
  const says = sentence(recognition, commune, labels);
  if (held === null) return { text: `${says}. Lecture confirmée.`, isNews: false };
  if (error && file.questions.length === 0) return { text: tell(error, "eyes").message, isNews: true };
  if (held.state === "same")
    return { text: `${says}. Comme ${quote(held.like?.recognition.file.source.path ?? "")}.`, isNews: false };
  const news = plural(held.differences.length, "nouveauté");
  const why = held.state === "changed" ? `${news} : à regarder` : "Un modèle que personne n’a encore regardé";
  return { text: `${says}. ${why}.`, isNews: true };
}
