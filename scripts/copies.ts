/** npm run copies: numbered copies of a bulletin, their return, their destruction. */

import { join } from "node:path";
import { alreadyGiven, copiesOf, describeCopy, findCopy, isOut } from "./custody/copies/copies.ts";
import { parseNumbers } from "./custody/copies/numbers.ts";
import { checkCopies, chooseReplaced, nameHolders } from "./custody/copies/outdated.ts";
import { chooseRecipients } from "./custody/copies/recipients.ts";
import { appendRegister, checkHolders, type RegisterLine, readRegister } from "./custody/index.ts";
import { numbersOf } from "./custody/register/text.ts";
import { loadHoldings } from "./holdings/holdings.ts";
import { quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { type PaperTools, printPaper } from "./publish/paper.ts";
import { renewIndex } from "./renew-index.ts";
import { isSomebodyThere, reasonGiven, talkAt } from "./shell/ask.ts";
import { assertClock } from "./shell/clock.ts";
import { type CommandContext, defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION, OUT_OPTION, quarterNamed } from "./shell/command-line.ts";
import { openForCustody } from "./shell/opening.ts";
import { formatIssue } from "./shell/terminal.ts";
import { assertReady } from "./shell/up-to-date.ts";
import { safeText } from "./shell/wrap.ts";

interface Desk {
  readonly args: Arguments;
  readonly print: typeof printPaper;
  readonly context: CommandContext;
  readonly opening: ReturnType<typeof openForCustody>;
  readonly lines: readonly RegisterLine[];
  readonly quarter: string | null;
}

/** What is out of the ordinary is recorded with its reason, typed with the command or asked for. */
function reasonFor({ args, context: { terminal, out, err } }: Desk, what: string, line: string): Promise<string> {
  const talk = isSomebodyThere(terminal) ? talkAt(terminal, out, err) : null;
  return reasonGiven(args.get("motif"), `${what} Pourquoi ?`, `npm run copies -- ${line}`, talk);
}

const ENDS = [
  { option: "retour", action: "return", done: "rendu" },
  { option: "destruction", action: "destruction", done: "détruit" },
] as const;

/** All are looked up before the first is recorded: a wrong number records nothing. */
async function recordEnds(desk: Desk, { option, action, done }: (typeof ENDS)[number]): Promise<void> {
  const { args, context, opening, lines, quarter } = desk;
  const numbers = args.get(option) ?? "";
  const known = copiesOf(lines);
  const copies = parseNumbers(numbers).map((number) => findCopy(known, number, quarter, action));
  const never = action === "destruction" ? copies.filter(isOut) : [];
  const reason =
    never.length === 0
      ? undefined
      : await reasonFor(
          desk,
          `${nameHolders(never)} : ${never.length > 1 ? "ces exemplaires ne sont jamais revenus" : "cet exemplaire n'est jamais revenu"}, et ${never.length > 1 ? "seraient" : "serait"} détruit${never.length > 1 ? "s" : ""}.`,
          `${quarter ? `${quarter} ` : ""}--${option} ${numbers}`,
        );
  for (const copy of copies) {
    const base = { at: context.now, who: opening.who, quarter: copy.quarter, number: copy.number };
    if (action === "return") appendRegister(args.dataDir, { ...base, action });
    else
      appendRegister(args.dataDir, {
        ...base,
        action,
        ...(isOut(copy) && reason !== undefined && { reason }),
      });
    context.out(
      safeText(`Inscrit : l'exemplaire n° ${copy.number} du bulletin ${copy.quarter} (${copy.recipient}) est ${done}.`),
    );
  }
}

/** What is to be taken back, and from whom. */
const aboutHolders = ({ entitled, today }: Desk["opening"], lines: readonly RegisterLine[]) => [
  ...checkCopies(lines),
  ...checkHolders(lines, entitled.list, today),
];

function showCopies({ context: { out, err }, opening, lines, quarter }: Desk): void {
  const copies = copiesOf(lines).filter((c) => quarter === null || c.quarter === quarter);
  if (copies.length === 0) out("Aucun exemplaire n'a encore été remis.");
  for (const each of new Set(copies.map((c) => c.quarter))) {
    out(`Bulletin ${each} :`);
    for (const copy of copies.filter((c) => c.quarter === each)) out(safeText(`  ${describeCopy(copy)}`));
  }
  for (const issue of aboutHolders(opening, lines)) err(formatIssue(issue));
}

async function handOut(desk: Desk, quarter: string): Promise<void> {
  const { args, context, opening, lines, print } = desk;
  const { dataDir, outDir } = args;
  await assertClock(lines, context);
  const holdings = loadHoldings(dataDir, opening.today);
  assertReady(quarter, { holdings, lines, remarks: opening.remarks });
  const names = args.get("pour");
  const { today, who, entitled, settings } = opening;
  const copies = copiesOf(lines).filter((copy) => copy.quarter === quarter);
  const recipients =
    names === undefined
      ? chooseReplaced(copies, entitled.list, quarter, today)
      : chooseRecipients(entitled.list, names, today);
  const had = alreadyGiven(lines, quarter, recipients);
  const reason =
    had.length === 0
      ? undefined
      : await reasonFor(
          desk,
          `${nameHolders(had)} : ${had.length > 1 ? "ces personnes ont déjà reçu leur" : "cette personne a déjà reçu son"} exemplaire de cette édition.`,
          `${quarter} --pour "${names}"`,
        );
  const { distribute } = await import("./custody/copies/distribute.ts"); // its PDF library is slow to load
  const made = await distribute({
    ...{ dataDir, outDir, quarter, recipients, at: context.now, today, who, reason },
    marking: settings.marking,
    commune: settings.commune.name,
    print: (paper) => print(paper, settings.browser),
  });
  for (const copy of made.copies)
    context.out(
      safeText(
        `Exemplaire n° ${copy.number} pour ${copy.recipient}${copy.replaces ? ` (remplace ${numbersOf(copy.replaces)})` : ""} : ${join(outDir, copy.path)}`,
      ),
    );
  context.out(`Feuille d'émargement à imprimer et à faire signer : ${join(outDir, made.sheet)}`);
  for (const issue of aboutHolders(opening, readRegister(dataDir))) context.err(formatIssue(issue));
}

export const main = defineCommand(
  {
    name: "npm run copies",
    summary:
      "Exemplaires numérotés d'un bulletin : les faire, inscrire leur retour ou leur destruction. Sans rien : leur état.",
    examples: [
      '2026-T1 --pour "Nom A; Nom B"',
      "2026-T1 --pour tous",
      "2026-T1 --remplacer",
      "2026-T1 --retour 1-5",
      "2026-T1 --destruction 1,3",
      "",
    ],
    options: [
      {
        name: "pour",
        value: "NOMS",
        help: "destinataires de la liste, comme ils y sont écrits, séparés par des points-virgules ; ou « tous »",
      },
      {
        name: "remplacer",
        value: null,
        help: "un nouvel exemplaire à chaque personne qui en détient un d'une édition remplacée, et la liste des échanges",
      },
      {
        name: "retour",
        value: "N",
        help: "les exemplaires de ce numéro (3) ou de ces numéros (1-5 ; 1,3) sont revenus",
      },
      { name: "destruction", value: "N", help: "les exemplaires de ce numéro ou de ces numéros sont détruits" },
      {
        name: "motif",
        value: "RAISON",
        help: "pourquoi un second exemplaire à la même personne, ou un exemplaire détruit sans être revenu",
      },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 1,
  },
  async (args, context, { printPaper: print }: PaperTools = { printPaper }): Promise<0> => {
    const opening = openForCustody(args.dataDir, context);
    const lines = readRegister(args.dataDir);
    const [word] = args.words;
    const quarter = word === undefined ? null : quarterNamed(word);
    const asked = ["pour", "remplacer", "retour", "destruction"].filter((option) => args.has(option));
    if (asked.length > 1)
      throw new UserError(
        `Une chose à la fois : ${asked.map((option) => quote(`--${option}`)).join(" et ")} ne vont pas ensemble.`,
        "Lancez la commande une fois pour chacune.",
      );
    const desk: Desk = { args, print, context, opening, lines, quarter };
    const end = ENDS.find(({ option }) => args.has(option));
    if (end) await recordEnds(desk, end);
    else if (asked.length === 0) showCopies(desk);
    else if (quarter !== null) await handOut(desk, quarter);
    else
      throw new UserError(
        "De quel bulletin faut-il des exemplaires ?",
        'Écrivez par exemple : npm run copies -- 2026-T1 --pour "Nom".',
      );
    if (asked.length > 0) await renewIndex(args, { ...opening, now: context.now });
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
