import { appendRegister } from "../custody/index.ts";
import { type Holdings, PROGRAM_VERSION } from "../holdings/holdings.ts";
import { lectureKey, writeLecture } from "../holdings/lectures.ts";
import { plural, quote } from "../model/format.ts";
import { hasError } from "../model/issue.ts";
import type { ConfirmedFile } from "../model/lecture.ts";
import type { Recognition } from "../model/observation.ts";
import { confirmedOf } from "../reading/confirmed.ts";
import { type Talk, talkAt } from "../shell/ask.ts";
import type { CommandContext } from "../shell/command.ts";
import type { Opening } from "../shell/opening.ts";
import { type Asked, isSound, shown, writePage } from "./asked.ts";
import { type NumbersRead, readNumbers, together } from "./read-numbers.ts";

const QUESTION = "est-ce bien l'état de la commune, tous les faits, et tout est-il lu ?";

/** A letter beside the statements is none: what is asked of it is whether it holds figures. */
export const questionOn = ({ observations }: Recognition): string =>
  observations.length > 0 ? QUESTION : "aucun chiffre n'en est repris ; est-il bien sans chiffres de la commune ?";

interface Showing {
  readonly out: (text: string) => void;
  readonly talk: Talk;
}

/**
 * The files that the person confirms: each is shown, named and asked about. Those in which nothing is new go with the others of their
 * delivery, or are asked about together.
 */
async function chosenBy({ out, talk }: Showing, { delivery, files }: Asked, holdings: Holdings): Promise<Asked> {
  const { yes } = talk;
  const numbers: NumbersRead[] = [];
  const chosen = new Set(files.filter(({ held }) => held === null));
  const known = files.filter((file) => file.held?.state === "same" && isSound(file));
  let isKept: boolean | null = null;
  for (const file of errorsFirst(files)) {
    out(shown(file, holdings, true));
    if (file.held === null || known.includes(file) || !isSound(file)) continue;
    const { name, path } = file.recognition.file.source;
    const read = file.draw && (await readNumbers(path, file.draw, talk));
    const isRight = await yes(`${quote(name)} : ${questionOn(file.recognition)}`);
    if (isRight) chosen.add(file);
    if (isRight && read) numbers.push(read);
    isKept ||= isRight;
  }
  const same = `${quote(delivery)}, ${plural(known.length, "fichier comme les précédents", "fichiers comme les précédents")} : ${QUESTION}`;
  if (known.length > 0 && (isKept ?? (await yes(same)))) for (const file of known) chosen.add(file);
  return { delivery, files: files.filter((file) => chosen.has(file)), numbers: together(numbers) };
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
  const talk = talkAt(terminal, out, err);
  const chosen: Asked[] = [];
  for (const delivery of toShow) chosen.push(await chosenBy({ out, talk }, delivery, holdings));
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

function confirm(
  { delivery, files, numbers }: Asked,
  opening: Opening,
  { out, now }: CommandContext,
): readonly ConfirmedFile[] {
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
    ...(numbers && { numbers }),
    files: sound.flatMap(({ recognition: { file }, pdf }) => {
      const { path, sha256 } = file.source;
      return [{ path, sha256 }, ...(pdf ? [pdf] : [])];
    }),
  });
  out(`Lecture de ${quote(delivery)} confirmée : ${plural(sound.length, "fichier")} (registre, ligne ${line.n}).`);
  return confirmed;
}
