/** What the terminal shows of a file before it is confirmed, and of what is read again. */
import { expect, test } from "vitest";
import { lectureScreen, rereadTexts } from "../../scripts/shell/lecture-text.ts";
import { readTables } from "../recognise/tables.ts";

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

test("of many texts that change nothing, the nearest twelve are shown, and the others counted", () => {
  const notes = Array.from({ length: 14 }, (_, i) => `Remarque du service ${"abcdefghijklmn"[i]}`);
  const { recognition } = readTables(["IS 101 - T1 2026", "Infractions|Police", "Homicides|1", ...notes].join("\n"));
  const text = plain(lectureScreen({ recognition, held: null, issues: [] }, "Exemple", (id) => id, 80));
  expect(text.match(/^ {2}« /gm)).toHaveLength(12);
  expect(text).toContain("… et 3 autres, plus loin");
});

test("what is read again tells each file that is read otherwise, or gone, then how many differences there are", () => {
  const differences = [{ says: "une ligne nouvelle" }];
  expect(rereadTexts([{ path: "2026-T1/a.csv", differences: [] }]).map(plain)).toEqual([
    "1 fichier confirmé, relu : rien n'est lu autrement.",
  ]);
  const files = [
    { path: "2026-T1/a.csv", differences },
    { path: "2026-T1/b.csv", differences: null },
  ];
  expect(rereadTexts(files).map(plain)).toEqual([
    "2026-T1/a.csv :\n  • une ligne nouvelle",
    "2026-T1/b.csv : le fichier n'est plus là ; ses chiffres restent ceux confirmés.",
    "2 fichiers confirmés, relus : 1 différence. Les chiffres restent ceux confirmés.",
  ]);
});
