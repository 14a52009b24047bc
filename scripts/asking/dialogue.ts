/**
 * What a person is shown of a delivery before its lecture is confirmed, on the terminal and as a page to look at; what is asked then, one
 * question a file; and what is written of it.
 */

import { resolve } from "node:path";
import { appendRegister } from "../custody/index.ts";
import { writeWhole } from "../disk/files.ts";
import { makeFolder } from "../disk/rights.ts";
import { type Holdings, PROGRAM_VERSION } from "../holdings/holdings.ts";
import { lectureKey, writeLecture } from "../holdings/lectures.ts";
import { questionOf, sentence, unusedTexts } from "../lectures/index.ts";
import { periodOfDelivery } from "../model/delivery.ts";
import { formatCell, formatPeriod, plural, quote } from "../model/format.ts";
import { hasError, type Issue } from "../model/issue.ts";
import { type ConfirmedFile, LECTURES_FOLDER } from "../model/lecture.ts";
import { isReadingRule } from "../model/rules.ts";
import { lecturePage } from "../publish/lecture-page.ts";
import { confirmedOf, type Understood } from "../reading/reading.ts";
import { talkAt } from "../shell/ask.ts";
import type { CommandContext } from "../shell/command.ts";
import { lectureScreen } from "../shell/lecture-text.ts";
import type { Opening } from "../shell/opening.ts";

/** A delivery with its files, and what is said of each. */
export interface Asked {
  readonly delivery: string;
  readonly files: readonly (Understood & { readonly told: readonly Issue[] })[];
}

interface Found {
  readonly understood: readonly Understood[];
  readonly issues: readonly Issue[];
}

export const askedOf = (delivery: string, { understood, issues }: Found): Asked => ({
  delivery,
  files: understood
    .filter(({ recognition }) => recognition.file.source.delivery === delivery)
    .map((file) => ({ ...file, told: issues.filter((i) => i.place?.file === file.recognition.file.source.path) })),
});

/**
 * The same as a page, to look at in the browser; written anew once it is confirmed, with what is kept then of the files.
 * @returns its path.
 */
export async function writePage(
  { delivery, files }: Asked,
  { holdings, outDir }: Opening,
  confirmed: readonly ConfirmedFile[] = [],
): Promise<string> {
  const isConfirmed = confirmed.length > 0;
  const kept = new Map(confirmed.map(({ recognition }) => [recognition.file.source.path, recognition]));
  const { settings } = holdings;
  const { renderLecture } = await import("../publish/pages.ts"); // its library is slow to load
  const page = lecturePage(
    {
      commune: settings.commune.name,
      marking: settings.marking,
      programVersion: PROGRAM_VERSION,
      delivery,
      isConfirmed,
      quarterLabel: formatPeriod(periodOfDelivery(delivery)),
    },
    files.map(({ recognition, told, held }) => ({
      recognition: kept.get(recognition.file.source.path) ?? recognition,
      issues: told.filter((issue) => !isReadingRule(issue.rule)),
      sentence: sentence(recognition, settings.commune, (id) => labelOf(holdings, id)),
      changes: held?.differences.map(({ says, place }) => (place ? `${says}, ${formatCell(place)}` : says)) ?? [],
      unused: unusedTexts(recognition).map(({ text, place, why }) =>
        [text, place ? formatCell(place) : "", why].filter((part) => part !== "").join(" – "),
      ),
    })),
  );
  const path = resolve(outDir, LECTURES_FOLDER, `${delivery}.html`);
  makeFolder(resolve(outDir, LECTURES_FOLDER));
  writeWhole(path, await renderLecture(page));
  return path;
}

const labelOf = ({ nomenclature }: Holdings, id: string): string =>
  nomenclature.statements.find((s) => s.id === id)?.label ?? id;

/** Outside of a terminal. */
const WIDE = 160;

export function shown(file: Asked["files"][number], holdings: Holdings): string {
  // a line that nobody knows stands in the table, a doubt that is asked about in the question
  const asked = new Set(file.questions.map(({ id }) => id));
  const issues = file.told.filter(
    (issue) => !isReadingRule(issue.rule) && issue.rule !== "unknown-line" && !asked.has(questionOf(issue)?.id ?? ""),
  );
  return lectureScreen(
    { ...file, issues, isAsked: asked.size > 0 },
    holdings.settings.commune,
    (id) => labelOf(holdings, id),
    process.stdout.columns ?? WIDE,
  );
}

/** What can be confirmed: read, and without an error. */
const isSound = ({ recognition, told }: Asked["files"][number]): boolean =>
  recognition.tables.length > 0 && !hasError(told);

const QUESTION = "est-ce bien l'état de la commune, tous les faits, et tout est-il lu ?";

interface Showing {
  readonly out: (text: string) => void;
  readonly yes: (question: string) => Promise<boolean>;
}

/**
 * The files that the person confirms: each is shown, named and asked about. Those in which nothing is new go with the others of their
 * delivery, or are asked about together.
 */
async function chosenBy({ out, yes }: Showing, { delivery, files }: Asked, holdings: Holdings): Promise<Asked> {
  const chosen = new Set(files.filter(({ held }) => held === null));
  const known = files.filter((file) => file.held?.state === "same" && isSound(file));
  let isKept: boolean | null = null;
  for (const file of errorsFirst(files)) {
    out(shown(file, holdings));
    if (file.held === null || known.includes(file) || !isSound(file)) continue;
    const isRight = await yes(`${quote(file.recognition.file.source.name)} : ${QUESTION}`);
    if (isRight) chosen.add(file);
    isKept ||= isRight;
  }
  const same = `${quote(delivery)}, ${plural(known.length, "fichier comme les précédents", "fichiers comme les précédents")} : ${QUESTION}`;
  if (known.length > 0 && (isKept ?? (await yes(same)))) for (const file of known) chosen.add(file);
  return { delivery, files: files.filter((file) => chosen.has(file)) };
}

/** Nothing of a file with an error can be confirmed: it is shown first. */
export const errorsFirst = (files: Asked["files"]): Asked["files"] =>
  files.toSorted((a, b) => Number(hasError(b.told)) - Number(hasError(a.told)));

/** Shows and asks. @throws STOPPED: the person leaves there. */
export async function chosenIn(
  toShow: readonly Asked[],
  { holdings }: Opening,
  { out, err, terminal }: CommandContext,
): Promise<readonly Asked[]> {
  const { yes } = talkAt(terminal, out, err);
  const chosen: Asked[] = [];
  for (const delivery of toShow) chosen.push(await chosenBy({ out, yes }, delivery, holdings));
  return chosen;
}

/** Confirms what is chosen of what was shown, and says what is not. */
export async function confirmAll(
  toShow: readonly Asked[],
  chosen: readonly Asked[],
  opening: Opening,
  context: CommandContext,
): Promise<0 | 1> {
  const kept = chosen.filter(({ files }) => files.some((file) => file.held !== null && isSound(file)));
  for (const delivery of kept) {
    const confirmed = confirm(delivery, opening, context);
    const whole = toShow.find((one) => one.delivery === delivery.delivery);
    if (whole?.files.every((file) => delivery.files.includes(file) && isSound(file)))
      await writePage(whole, opening, confirmed);
  }
  const files = toShow.flatMap((one) => one.files);
  const refused = files.filter(({ told }) => hasError(told));
  for (const { recognition } of refused)
    context.out(`Pas confirmé, une erreur l'empêche d'être lu : ${quote(recognition.file.source.path)}.`);
  const confirmed = new Set(kept.flatMap((one) => one.files).filter(isSound));
  const left = files.filter((file) => isSound(file) && file.held !== null && !confirmed.has(file));
  if (left.length > 0)
    context.err(
      `${kept.length === 0 ? "Rien n'est confirmé." : `Pas confirmé : ${left.map(({ recognition }) => quote(recognition.file.source.path)).join(", ")}.`} Si un chiffre ou un texte est mal lu : data/LISEZMOI.md, partie 5 ; dans le doute, demandez au service.`,
    );
  return refused.length + left.length > 0 ? 1 : 0;
}

function confirm({ delivery, files }: Asked, opening: Opening, { out, now }: CommandContext): readonly ConfirmedFile[] {
  const { dataDir, who, holdings } = opening;
  const sound = files.filter(isSound);
  const confirmed = confirmedOf(sound, delivery, holdings, lectureKey(dataDir));
  const written = writeLecture(dataDir, {
    delivery,
    by: who,
    at: now().toISOString(),
    programVersion: PROGRAM_VERSION,
    files: confirmed,
  });
  const line = appendRegister(dataDir, {
    at: now,
    who,
    action: "lecture",
    delivery,
    lecture: written,
    files: sound.flatMap(({ recognition: { file }, pdf }) => {
      const { path, sha256 } = file.source;
      return [{ path, sha256 }, ...(pdf ? [pdf] : [])];
    }),
  });
  out(`Lecture de ${quote(delivery)} confirmée : ${plural(sound.length, "fichier")} (registre, ligne ${line.n}).`);
  return confirmed;
}
