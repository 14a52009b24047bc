/** npm run lecture: how each file of a delivery is read, shown; confirmed by a person, once; later files are held to it. */
import { appendRegister, assertRegisterKept } from "./custody/index.ts";
import {
  type Answered,
  type Asked,
  answerAll,
  askedOf,
  parseAnswers,
  questionText,
  shown,
  takenText,
  writePage,
} from "./dialogue.ts";
import { PROGRAM_VERSION } from "./holdings/holdings.ts";
import { writeLecture } from "./holdings/lectures.ts";
import { plural, quote } from "./model/format.ts";
import { hasError, UserError } from "./model/issue.ts";
import { typedQuarter } from "./model/typed.ts";
import type { Reader } from "./reading/job.ts";
import { confirmedOf, isToConfirm, readAgain, type Understood } from "./reading/reading.ts";
import { type Ask, isSomebodyThere, STOPPED, talkAt } from "./shell/ask.ts";
import { type CommandContext, defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION, OUT_OPTION } from "./shell/command-line.ts";
import { rereadTexts } from "./shell/lecture-text.ts";
import { type Opening, open } from "./shell/opening.ts";
import { safeText } from "./shell/wrap.ts";
import { openFile } from "./walk/open.ts";

/** Folders to show: the one named, or all of those with something to confirm or answered just now, or that an error keeps from being read. */
function deliveriesAsked(
  name: string | undefined,
  { holdings }: Opening,
  { outcome, given }: Answered,
): readonly string[] {
  const held = holdings.deliveries.names;
  if (name === undefined) {
    const isOpen = (file: Understood): boolean =>
      isToConfirm(file) ||
      (file.held !== null && (hasError(file.issues) || given.has(file.recognition.file.source.path)));
    const open = new Set(outcome.understood.filter(isOpen).map(({ recognition }) => recognition.file.source.delivery));
    return held.filter((delivery) => open.has(delivery));
  }
  if (held.includes(name)) return [name];
  throw new UserError(
    `Aucune livraison ne s'appelle ${quote(name)}.`,
    `Livraisons présentes : ${held.join(", ") || "aucune"}.`,
    1,
  );
}

/** What can be confirmed: read, and without an error. */
const isSound = ({ recognition, told }: Asked["files"][number]): boolean =>
  recognition.tables.length > 0 && !hasError(told);

const QUESTION = "Est-ce bien l'état de la commune, tous les faits, et tout est-il lu ?";

/** Whoever leaves there confirms nothing. */
const leaving = (error: unknown): false => {
  if (error !== STOPPED) throw error;
  return false;
};

/** What the command works with. */
export interface LectureTools {
  /** Opens a file in the program of the machine; false: it cannot. */
  readonly openPage: (path: string) => Promise<boolean>;
  readonly reader?: Reader;
}

async function lecture(
  args: Arguments,
  context: CommandContext,
  { openPage, reader }: LectureTools = { openPage: openFile },
): Promise<0 | 1> {
  const { out, err, now, terminal } = context;
  const moment = now();
  const opening = open(args, moment);
  const { holdings } = opening;
  if (args.has("relire")) return await reread(args, opening, context, reader);
  const only = args.has("confirmer");
  const isThere = !only && !args.has("json") && isSomebodyThere(terminal);
  const typed = args.words[0]?.replace(/[\\/]+$/, "");
  const name = typed && (typedQuarter(typed) ?? typed);
  const ask: Ask | null = isThere ? (question) => terminal.askShown(safeText(question)) : null;
  const isWanted = (delivery: string): boolean => name === undefined || delivery === name;
  const takesProposals = only && !args.has("json");
  const planned = parseAnswers(args.get("reponse"));
  const answered = await answerAll(holdings, planned, { ask, isWanted, takesProposals, reader });
  const { outcome, open: unanswered } = answered;
  if (args.has("json")) {
    out(JSON.stringify({ questions: unanswered }, null, 1));
    return 0;
  }
  const asked = deliveriesAsked(name, opening, answered).map((delivery) => askedOf(delivery, outcome));
  for (const question of answered.taken) out(safeText(`${takenText(question, holdings)}\n`));
  for (const { files } of asked)
    for (const file of files) if (!only || file.held !== null) out(`${shown(file, holdings)}\n`);
  const toShow = asked.filter(({ files }) => files.some((file) => file.held !== null));
  for (const delivery of toShow) {
    const page = await writePage(delivery, opening, false);
    if (!isThere || !(await openPage(page))) out(`À regarder aussi, par un double-clic : ${page}`);
  }
  if (toShow.length === 0) {
    out("Tout est confirmé : rien de nouveau à regarder.");
    return 0;
  }
  if (opening.isDemo) {
    out("C'est la démonstration : rien n'en est inscrit.");
    return 0;
  }
  if (unanswered.length > 0) {
    for (const question of unanswered) out(safeText(`${questionText(question, holdings)}\n`));
    err(
      `Rien n'est confirmé : ${plural(unanswered.length, "réponse est attendue", "réponses sont attendues")}. À un terminal : npm run lecture -- ${toShow[0]?.delivery} ; sinon : --confirmer --reponse ${unanswered[0]?.id}=${unanswered[0]?.may[0]}`,
    );
    return 1;
  }
  if (!only && !isThere) {
    err(
      `Rien n'est confirmé : personne ne peut être interrogé ici. Si tout est juste : npm run lecture -- ${toShow[0]?.delivery} --confirmer`,
    );
    return 1;
  }
  if (!only && !(await talkAt(terminal, out, err).yes(QUESTION).catch(leaving))) {
    err(
      "Rien n'est confirmé. Si un chiffre ou un texte est mal lu : data/LISEZMOI.md, partie 5 ; dans le doute, demandez au service.",
    );
    return 1;
  }
  for (const delivery of toShow) {
    confirm(delivery, opening, context);
    if (delivery.files.every(isSound)) await writePage(delivery, opening, true);
  }
  const refused = toShow.flatMap(({ files }) => files.filter(({ told }) => hasError(told)));
  for (const { recognition } of refused)
    out(`Pas confirmé, une erreur l'empêche d'être lu : ${quote(recognition.file.source.path)}.`);
  return refused.length > 0 ? 1 : 0;
}

/** Reads again what is confirmed, and tells what would be read otherwise; the figures stay those confirmed. */
async function reread(
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

function confirm({ delivery, files }: Asked, opening: Opening, { out, now }: CommandContext): void {
  const { dataDir, who, holdings } = opening;
  const sound = files.filter(isSound);
  if (sound.length === 0) return;
  assertRegisterKept(dataDir);
  const confirmed = confirmedOf(sound, delivery, holdings.settings);
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
  out(
    `Lecture de ${quote(delivery)} confirmée (registre, ligne ${line.n}) : ${plural(sound.length, "fichier")}, ${written.path}.`,
  );
}

export const main = defineCommand(
  {
    name: "npm run lecture",
    summary: "Montre comment chaque fichier d'une livraison est lu, et confirme cette lecture : une fois par modèle.",
    examples: ["", "2026-T1", "2026-T1 --confirmer", "2026-T1 --relire"],
    options: [
      { name: "confirmer", value: null, help: "confirme sans rien demander ce qui n'attend aucune réponse" },
      {
        name: "reponse",
        value: "QUESTION=RÉPONSE",
        help: "répond, par leurs noms ; plusieurs : une virgule entre elles",
      },
      { name: "json", value: null, help: "dit les questions pour un programme, et ne fait rien d'autre" },
      { name: "relire", value: null, help: "relit tout, et dit ce qui serait lu autrement aujourd'hui" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 1,
  },
  lecture,
);

if (import.meta.main) await runAsProgram(main);
