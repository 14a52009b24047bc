/** An invented town hall, and the files that its service sends. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";

const LINES = ["Homicides", "Vols avec armes", "Vols violents sans arme", "Cambriolages de logement"];

/** @param more further heads; their cells are all "3". */
export const statement = (quarter: number, { more = [] as readonly string[], under = "", burglaries = 20 } = {}) =>
  [
    `IS 101 - Valmont-sur-Lys - ${quarter === 1 ? "1er" : `${quarter}e`} trimestre 2026`,
    "",
    ["Nature des faits", "Police", ...more].join(";"),
    ...LINES.map((line, i) => [line, i === 3 ? burglaries + quarter : i * 7 + quarter, ...more.map(() => 3)].join(";")),
    under,
  ].join("\n");

/** Its figures, by the labels of its lines. */
export const figuresOf = (quarter: number, burglaries = 20): ReadonlyMap<string, number> =>
  new Map(LINES.map((line, i) => [line, i === 3 ? burglaries + quarter : i * 7 + quarter]));

/** @param root an empty folder. */
export function townHallIn(root: string) {
  const put = (path: string, text: string): string => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
    return join(root, path);
  };
  put("data/convention.yaml", "commune: { nom: Valmont-sur-Lys }\netats_attendus: [IS101]\n");
  put(
    "data/habilitations.yaml",
    `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: "${userInfo().username}", du: 2020-01-01 }\n`,
  );
  const lines = (): readonly {
    readonly action: string;
    readonly delivery?: string;
    readonly files?: readonly unknown[];
  }[] =>
    readFileSync(join(root, "data/registre.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  return { root, put, lines };
}
