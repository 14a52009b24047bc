/** npm run diagnostic -- --forme: the form of a file on the screen, and once a person has read it, in a file and in the register. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { appendRegister } from "../custody/index.ts";
import { writeWhole } from "../disk/files.ts";
import { makeFolder } from "../disk/rights.ts";
import { sha256 } from "../disk/sha256.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { readApart } from "../reading/apart.ts";
import type { Reader } from "../reading/job.ts";
import { isSomebodyThere, STOPPED, talkAt } from "../shell/ask.ts";
import type { CommandContext } from "../shell/command.ts";
import type { Arguments } from "../shell/command-line.ts";
import { open, openForCustody } from "../shell/opening.ts";
import { safeText } from "../shell/wrap.ts";
import { formOf } from "./form.ts";

/** Of dist/. */
const FOLDER = "formes";

/** @param path "2026-T1/IS101.xls", with or without the data folder. @throws UserError there is no such file. */
export async function showForm(
  path: string,
  args: Arguments,
  context: CommandContext,
  reader: Reader = (knowledge, jobs) => readApart(knowledge, jobs),
): Promise<0 | 1> {
  const { dataDir, outDir } = args;
  const { out, err, now, terminal } = context;
  const { who } = openForCustody(dataDir, context);
  const { holdings } = open(args, now(), true);
  const named = path.replaceAll("\\", "/");
  const file = holdings.deliveries.files.find((one) => named === one.path || named.endsWith(`/${one.path}`));
  if (!file)
    throw new UserError(
      `Aucun fichier reçu ne s'appelle ${quote(path)}.`,
      'Donnez la livraison et le nom, entre guillemets s\'il y a des espaces : --forme "2026-T1/IS 101.xls"',
      1,
    );
  const { settings, nomenclature } = holdings;
  const knowledge = { settings, nomenclature, kept: [], keptLines: [], maps: [], asks: false };
  const [read] = await Promise.all(reader(knowledge, [{ files: [file], given: new Map() }]));
  const [first] = read ?? [];
  if (!first || first.recognition.file.grids.length === 0)
    throw new UserError(
      `De ${quote(file.path)}, le programme ne voit aucun tableau ni aucun texte : il n'a pas de forme à montrer.`,
      "npm run check dit pourquoi il n'est pas lu.",
      1,
    );
  const form = formOf(first.recognition, first.remarks, holdings);
  out(safeText(form));
  const isRead =
    isSomebodyThere(terminal) &&
    (await talkAt(terminal, out, err)
      .yes("Relue en entier, et rien n'y nomme une personne, un service ou un lieu : l'écrire dans un fichier ?")
      .catch((error: unknown) => {
        if (error !== STOPPED) throw error;
        return false;
      }));
  if (!isRead) {
    err("Rien n'est écrit : une forme ne l'est qu'une fois relue par quelqu'un, à ce terminal.");
    return 1;
  }
  let number = 1;
  while (existsSync(join(outDir, FOLDER, `forme-${number}.txt`))) number += 1;
  const written = { path: `${FOLDER}/forme-${number}.txt`, sha256: sha256(Buffer.from(form)) };
  makeFolder(join(outDir, FOLDER));
  writeWhole(join(outDir, written.path), form);
  const line = appendRegister(dataDir, {
    at: now,
    who,
    action: "form",
    form: written,
    of: { path: file.path, sha256: file.sha256 },
  });
  out(
    `Écrite : ${join(outDir, written.path)} (registre, ligne ${line.n}). Elle peut être montrée à qui tient le programme.`,
  );
  return 0;
}
