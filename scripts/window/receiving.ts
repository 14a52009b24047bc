/** The step of the files received: dropped or chosen, told what each is, recorded. */
import { join } from "node:path";
import { makeFolder } from "../disk/rights.ts";
import { formatNumber, plural } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { sealedFiles } from "../read/index.ts";
import { nameOf } from "../walk/walk.ts";
import { fileSays } from "./file-says.ts";
import type { Glass } from "./glass.ts";
import { type Step, working } from "./program.ts";
import { storeFile } from "./received-files.ts";
import { refusalCard } from "./remark-cards.ts";
import type { Card } from "./screen.ts";
import { talkIn } from "./talk.ts";

export const receive: Step = async (glass, program) => {
  const refused: Card[] = [];
  for (;;) {
    await glass.show(working("receive", "Recevoir"));
    const situation = program.situation();
    const quarter = situation.awaited ?? situation.open.at(-1)?.quarter ?? "";
    const pending = new Set(situation.receptions.flatMap(({ place }) => place?.file ?? []));
    const isPending = (path: string) => pending.has(path) || pending.has(path.slice(0, path.indexOf("/")));
    const files = situation.holdings.deliveries.files.filter(({ path }) => isPending(path));
    const { sealed } = sealedFiles(situation.holdings.deliveries.files);
    const understood = files.length === 0 ? [] : await program.read();
    const record: Card = {
      tone: "plain",
      title: plural(files.length, "fichier à inscrire au registre", "fichiers à inscrire au registre"),
      buttons: [{ press: "record", label: "C’est tout : inscrire la réception", isMain: true }],
    };
    const { press } = await glass.ask({
      step: "receive",
      title: `Recevoir la livraison du ${nameOf(quarter)}`,
      lead: "Relevez la boîte fonctionnelle, déchiffrez avec l’outil de la convention, puis déposez ici ce qui en sort, tel quel.",
      cards: [
        {
          tone: "plain",
          title: "Déposez les fichiers déchiffrés ici",
          hint: ".pdf .xls .xlsx .doc .docx .csv .ods .odt .rtf .html",
          isZone: true,
        },
        ...refused.splice(0),
        ...files.map((file): Card => {
          const read = understood.find(({ recognition }) => recognition.file.source.path === file.path);
          const { text, isNews } = read
            ? fileSays(read, program.commune, program.labels)
            : sealed.includes(file)
              ? { text: "Encore chiffré : déchiffrez-le, et déposez ici ce qui en sort.", isNews: true }
              : { text: "Chiffré ; ce qu’il contient est là.", isNews: false };
          return {
            tone: isNews ? "news" : "done",
            title: `${file.path} (${formatNumber(Math.ceil(file.bytes.length / 1024))} ko)`,
            lines: [{ text }],
          };
        }),
        ...(situation.receptions.length > 0 ? [record] : []),
      ],
    });
    if (press === "files") refused.push(...(await storeAll(glass, join(program.dataDir, quarter))));
    if (press !== "record") continue;
    await program.receive(talkIn(glass, { step: "receive", title: "Inscrire la réception" }));
    if (program.situation().receptions.length === 0) return "look";
  }
};

/** @returns what is said of those that are not taken. */
async function storeAll(glass: Glass, folder: string): Promise<readonly Card[]> {
  const told: Card[] = [];
  for (const dropped of await glass.files())
    try {
      makeFolder(folder);
      await storeFile(folder, dropped);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      told.push(refusalCard(error));
    }
  return told;
}
