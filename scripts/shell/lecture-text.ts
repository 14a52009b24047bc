/**
 * How a file is read, for the terminal: one line for one that is confirmed, or in which nothing is new; its news for one that has some; for
 * the first of its template a sentence, the figures as the paper has them, the texts that are not used, on one screen.
 */

import {
  type Difference,
  type Held,
  type LabelOf,
  offeredNotes,
  remarkId,
  sentence,
  unusedTexts,
} from "../lectures/index.ts";
import { formatCell, plural, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import type { Recognition } from "../model/observation.ts";
import { tell } from "../model/remarks/index.ts";
import type { Settings } from "../model/settings.ts";
import { figureLines } from "./lecture-table.ts";
import { formatIssue } from "./terminal.ts";
import { safeLine, safeText, shorten, wrap } from "./wrap.ts";

/** Lines of a terminal that a first reading may take. */
const SCREEN = 38;
const LONGEST_TEXT = 70;
const MOST_TEXTS = 6;
const MOST_REMARKS = 3;

export interface ShownFile {
  readonly recognition: Recognition;
  /** null: its lecture is confirmed. */
  readonly held: Held | null;
  /** As they may be shown. */
  readonly figures?: Recognition["observations"];
  readonly issues: readonly Issue[];
  /** Questions of it are open: its cards say the rest. */
  readonly isAsked?: boolean;
}

export function lectureScreen(
  { recognition, figures = recognition.observations, held, issues, isAsked = false }: ShownFile,
  commune: Settings["commune"],
  labelOf: LabelOf,
  screen: number,
): string {
  const { path } = recognition.file.source;
  const counts = plural(recognition.observations.filter((o) => o.value !== null).length, "chiffre");
  if (held === null) return safeLine(`${path} : lecture confirmée, ${counts}.`);
  const errors = issues.filter(({ severity }) => severity === "error");
  const says = sentence(recognition, commune, labelOf);
  const { revised = 0 } = held;
  const revision = revised > 0 ? `, dont ${plural(revised, "révisé", "révisés")} d'un trimestre d'avant` : "";
  if (held.state === "same" && errors.length === 0) return safeLine(`${path} : rien de nouveau, ${counts}${revision}.`);
  const isNews = held.state === "changed" && errors.length === 0; // its figures are those of its template
  const isTold = recognition.observations.length > 0 || (errors.length === 0 && !isAsked);
  const head = isNews ? [`── ${path} : ${counts}.`] : [`── ${path}`, ...(isTold ? [`${says}.`] : [])];
  const lines =
    errors.length > 0 || isAsked
      ? newsLines(held)
      : held.state === "first"
        ? firstLines({ recognition, figures }, head, issues, screen)
        : newsLines(held);
  return [...head, ...lines].map(safeLine).concat(errors.map(formatIssue)).join("\n");
}

/** What is confirmed, read again. `differences` null: the file is no longer there. */
export function rereadTexts(
  files: readonly { readonly path: string; readonly differences: readonly Difference[] | null }[],
): readonly string[] {
  const told = files.flatMap(({ path, differences }) => {
    if (differences === null)
      return [safeLine(`${path} : le fichier n'est plus là ; ses chiffres restent ceux confirmés.`)];
    return differences.length === 0
      ? []
      : [safeText([`${path} :`, ...differences.map(({ says }) => `  • ${says}`)].join("\n"))];
  });
  const found = files.reduce((sum, { differences }) => sum + (differences?.length ?? 0), 0);
  const count = plural(files.length, "fichier confirmé, relu", "fichiers confirmés, relus");
  return [
    ...told,
    found === 0
      ? `${count} : rien n'est lu autrement.`
      : `${count} : ${plural(found, "différence")}. Les chiffres restent ceux confirmés.`,
  ];
}

function newsLines({ state, differences, like }: Held): readonly string[] {
  if (state !== "changed" || differences.length === 0) return [];
  return [
    `Ce qui change par rapport à ${like?.recognition.file.source.path ?? ""} :`,
    ...differences.map(({ says, place }) => `  • ${says}${place ? `, ${formatCell(place)}` : ""}`),
  ];
}

/** All of it is to be looked at. */
function firstLines(
  { recognition, figures }: Required<Pick<ShownFile, "recognition" | "figures">>,
  head: readonly string[],
  issues: readonly Issue[],
  screen: number,
): readonly string[] {
  const height = (lines: readonly string[]): number => lines.flatMap((line) => wrap(line, screen).split("\n")).length;
  const remarks = remarkLines(issues);
  const texts = unusedLines(recognition);
  const room = SCREEN - height([...head, ...remarks, ...texts]) - 1;
  return [...figureLines(figures, screen, Math.max(room, 10)), ...texts, ...remarks];
}

/** `check` says them whole. */
function remarkLines(issues: readonly Issue[]): readonly string[] {
  const told = issues.filter(({ severity }) => severity === "warning");
  const shown = told.slice(0, MOST_REMARKS).map((issue) => {
    const { place } = issue;
    const where = [place && "row" in place ? formatCell(place) : "", remarkId(issue) ?? ""]
      .filter((part) => part !== "")
      .join(" ; ");
    return `À vérifier${where === "" ? "" : ` (${where})`} : ${shorten(tell(issue, "eyes").message, 2 * LONGEST_TEXT)}`;
  });
  const left = told.length - shown.length;
  const [remark] = told.flatMap((issue) => remarkId(issue) ?? []);
  return [
    ...shown,
    ...(remark === undefined
      ? []
      : [`Une remarque comprise n'est plus dite tant que l'écart ne grandit pas : --reponse ${remark}=understood`]),
    ...(left > 0 ? [`… et ${plural(left, "autre remarque", "autres remarques")}, que dit npm run check.`] : []),
  ];
}

function unusedLines(recognition: Recognition): readonly string[] {
  const texts = unusedTexts(recognition);
  if (texts.length === 0) return ["Aucun autre texte : tout est lu."];
  const shown = texts.slice(0, MOST_TEXTS);
  const left = texts.length - shown.length;
  const notes = offeredNotes(recognition, []);
  const [first] = notes;
  const nameOf = (text: string): string => notes.find((note) => note.text === text)?.id ?? "";
  return [
    "Textes dont les chiffres ne tiennent pas compte, les plus proches d'abord :",
    ...shown.map(({ text, place, why }) => {
      const where = [place ? formatCell(place) : "", why, nameOf(text)].filter((part) => part !== "").join(" ; ");
      const own = quote(shorten(text.replace(/\s+/g, " "), 2 * LONGEST_TEXT - where.length));
      return `  ${own}${where ? ` (${where})` : ""}`;
    }),
    ...(left > 0 ? [`  … et ${plural(left, "autre", "autres")} : la page les montre.`] : []),
    ...(first
      ? [`Une note s'imprime sous le tableau si elle est cochée, par son nom : --reponse ${first.id}=print`]
      : []),
  ];
}
