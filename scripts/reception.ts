/** npm run reception: deliveries arrived; their files and hashes go to the register. */
import { appendRegister, filesKnown, readRegister, tightenRights } from "./custody/index.ts";
import { compareDelivery } from "./custody/register/received.ts";
import { thisSystem } from "./custody/system/index.ts";
import { loadHoldings } from "./holdings/holdings.ts";
import { deliveryOfPath } from "./model/delivery.ts";
import { plural, quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { sealedFiles } from "./read/index.ts";
import type { Reader } from "./reading/job.ts";
import { filesSay, type Said } from "./reading/quarters.ts";
import { isSomebodyThere, STOPPED, type Talk, talkAt } from "./shell/ask.ts";
import { type CommandContext, defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION } from "./shell/command-line.ts";
import { openForCustody } from "./shell/opening.ts";
import { safeLine } from "./shell/wrap.ts";
import { proposeNames } from "./walk/folder-names.ts";
import { type Desk, type Given, lastReception, receive, type Written } from "./walk/receive.ts";
import { deliveryNamed } from "./walk/typed-reception.ts";

/** What a reception works with. */
export interface ReceptionTools {
  readonly reader?: Reader | undefined;
  /** Where the person is asked, when it is no terminal. */
  readonly talk?: Talk;
}

function openDesk(args: Arguments, context: CommandContext, { reader, talk: given }: ReceptionTools) {
  const { out, err, now, terminal } = context;
  const { dataDir } = args;
  const { today, who, entitled } = openForCustody(dataDir, context);
  if (thisSystem.sharedWith(dataDir) !== null) tightenRights(dataDir); // what this account has put there is for the group
  const talk = given ?? talkAt(terminal, out, err);
  const ask = given || isSomebodyThere(terminal) ? talk : null;
  let said: { readonly of: string; readonly files: Promise<readonly Said[]> } | undefined;
  const look = (): Desk => {
    const holdings = loadHoldings(dataDir, today);
    const lines = readRegister(dataDir);
    return {
      ...{ dataDir, today, holdings, lines, ask, sealedFiles },
      opener: entitled.person?.name ?? who,
      say: talk.say,
      said: async (delivery) => {
        const of = holdings.deliveries.files.map(({ path }) => path).join("\n");
        if (said?.of !== of) said = { of, files: filesSay(holdings, pendingIn({ holdings, lines }), reader) }; // all of them are read at once
        return (await said.files).filter(({ path }) => deliveryOfPath(path) === delivery);
      },
    };
  };
  /** Adds the line. */
  const write = (written: Written): void => {
    const line = appendRegister(dataDir, { at: now, who, action: "reception", ...written });
    const { delivery, files, reason, corrects } = written;
    out(
      `${reason === undefined ? `Réception de ${quote(delivery)} inscrite` : `Changement de ${quote(delivery)} inscrit avec son motif`} (registre, ligne ${line.n}) : ${plural(files.length, "fichier")}.${corrects === undefined ? "" : ` Elle corrige la ligne ${corrects}.`}`,
    );
    for (const file of files) out(safeLine(`  ${file.sha256.slice(0, 16)}…  ${file.path}`));
  };
  return { look, write, ask };
}

/** Deliveries with files that no reception knows, or that have another name since. */
export const pendingIn = ({ holdings, lines }: Pick<Desk, "holdings" | "lines">): readonly string[] => {
  const { received } = filesKnown(lines);
  const { names, files } = holdings.deliveries;
  return [...new Set([...names, ...received.keys()])].toSorted().filter((delivery) => {
    const { added, renamed, moved } = compareDelivery(received, delivery, files);
    return added.length + renamed.size + moved.size > 0;
  });
};

/** All that is not recorded yet, one delivery after the other: each is written before the next is asked about. */
async function receiveAll(
  { look, write }: ReturnType<typeof openDesk>,
  given: Given,
  { out, err }: CommandContext,
): Promise<0> {
  const before = look();
  try {
    for (const seen = new Set<string>(); ; ) {
      const now = look();
      const [delivery] = pendingIn(now).filter((name) => !seen.has(name));
      if (delivery === undefined) {
        if (seen.size === 0) out("Toutes les livraisons sont inscrites : rien à ajouter.");
        return 0;
      }
      const written = await receive(now, delivery, given);
      if (written === "renamed") continue;
      seen.add(delivery);
      if (written) write(written);
    }
  } catch (error) {
    if (error !== STOPPED) throw error;
    const n = look().lines.length - before.lines.length;
    err(
      `Arrêté à votre demande : ${n === 0 ? "rien n'a été inscrit" : `${plural(n, "réception inscrite le reste", "réceptions inscrites le restent")}`}.`,
    );
    return 0;
  }
}

/** @throws UserError: nobody is there to be asked which. */
function askWhich(desk: Desk): never {
  const [pending = "2026-T1"] = pendingIn(desk);
  throw new UserError(
    "Quelle livraison faut-il inscrire ?",
    `Donnez le nom de son dossier dans data, par exemple : npm run reception -- ${pending} --message JJ/MM/AAAA`,
  );
}

export async function reception(args: Arguments, context: CommandContext, tools: ReceptionTools = {}): Promise<0> {
  const desk = openDesk(args, context, tools);
  const given: Given = {
    reason: args.get("motif")?.trim() || undefined,
    opener: args.get("ouvert-par"),
    isDecrypted: args.has("dechiffre"),
  };
  const { ask } = desk;
  const start = desk.look();
  if (ask) await proposeNames({ ...start, ...ask }, start.holdings);
  const [typed] = args.words;
  if (typed === undefined) return ask ? await receiveAll(desk, given, context) : askWhich(start);
  const delivery = deliveryNamed(typed);
  const now = desk.look();
  const written = await receive(now, delivery, { ...given, day: args.get("message") });
  if (written === "renamed") return await receiveAll(desk, given, context);
  if (written) desk.write(written);
  else {
    const before = lastReception(now.lines, delivery);
    context.out(
      `La réception de ${quote(delivery)} est déjà inscrite (registre, ligne ${before?.n}), avec les mêmes fichiers : rien à ajouter.`,
    );
  }
  return 0;
}

export const main = defineCommand(
  {
    name: "npm run reception",
    summary:
      "Inscrit au registre la réception des livraisons : date du message, qui l'a ouvert, fichiers et empreintes. Sans rien : tout ce qui n'est pas inscrit, la date de chaque message étant demandée.",
    examples: [
      "",
      "2026-T1 --message 08/04/2026",
      '2026-T1 --message 08/04/2026 --ouvert-par "Nom"',
      '2026-T1 --motif "IST.xls abîmé, renvoyé par le service"',
    ],
    options: [
      { name: "message", value: "DATE", help: "date du message qui apportait les fichiers" },
      { name: "ouvert-par", value: "NOM", help: "qui a ouvert le message (par défaut : la personne du compte)" },
      {
        name: "motif",
        value: "RAISON",
        help: "pourquoi des fichiers déjà inscrits ont été remplacés ou retirés de la livraison",
      },
      {
        name: "dechiffre",
        value: null,
        help: "tout ce que tiennent les fichiers encore chiffrés est dans la livraison",
      },
      DATA_OPTION,
    ],
    words: 1,
  },
  reception,
);

if (import.meta.main) await runAsProgram(main);
