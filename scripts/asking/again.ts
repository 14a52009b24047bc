/** What is confirmed, taken up again: asked about as if it had not been, or read again and compared. */
import { UserError } from "../model/issue.ts";
import type { ConfirmedFile } from "../model/lecture.ts";
import { CHOICES } from "../model/question.ts";
import type { Reader } from "../reading/job.ts";
import { readAgain } from "../reading/reading.ts";
import type { CommandContext } from "../shell/command.ts";
import type { Arguments } from "../shell/command-line.ts";
import { rereadTexts } from "../shell/lecture-text.ts";
import type { Opening } from "../shell/opening.ts";

/** The lecture of a delivery taken up again: as if it had not been confirmed, and what nobody knew then is asked again. */
export function reopened(opening: Opening, name: string | undefined): Opening {
  const { holdings } = opening;
  if (name === undefined)
    throw new UserError("Il manque la livraison à reprendre.", "Par exemple : npm run lecture -- 2026-T1 --revoir", 1);
  // neither an answer nor a map of a file that waits for one
  const isOpen = ({ answers }: ConfirmedFile): boolean => answers.some(({ choice }) => choice === CHOICES.unknown);
  const lectures = holdings.lectures
    .filter(({ delivery }) => delivery !== name)
    .map((lecture) => ({ ...lecture, files: lecture.files.filter((file) => !isOpen(file)) }));
  return { ...opening, holdings: { ...holdings, lectures } };
}

/** Reads again what is confirmed, and tells what would be read otherwise; the figures stay those confirmed. */
export async function reread(
  args: Arguments,
  { holdings }: Opening,
  { out }: CommandContext,
  reader: Reader | undefined,
): Promise<0 | 1> {
  const [name] = args.words;
  const confirmed = holdings.lectures
    .filter(({ delivery }) => name === undefined || delivery === name.replace(/[\\/]+$/, ""))
    .flatMap(({ files }) => files);
  const found = await readAgain(confirmed, holdings, reader);
  for (const text of rereadTexts(found)) out(text);
  return found.some(({ differences }) => differences !== null && differences.length > 0) ? 1 : 0;
}
