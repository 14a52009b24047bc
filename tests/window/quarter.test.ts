/** The quarter in the window, by clicks and keys alone: what it writes, and how many clicks it takes. */
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { atWindow, type Person } from "./person.ts";
import { figuresOf, statement, townHallIn } from "./town.ts";

const townHall = () => townHallIn(temporaryFolder("fenetre"));

const receive = async (person: Person, day: string, ...files: readonly string[]): Promise<void> => {
  await person.presses("Recevoir");
  await person.chooses(...files);
  await person.presses("C’est tout");
  await person.sees("De quand date le message");
  await person.types(day);
  await person.presses("Continuer");
};
const make = async (person: Person): Promise<void> => {
  await person.presses("Faire le bulletin");
  await person.sees("Tout est fait");
};

test("a first quarter, then one as before, then one with a new column: received, looked at, confirmed, made", async () => {
  const { root, put, lines } = townHall();
  const file = (quarter: number, text: string) => put(`envoi/IS101 T${quarter} 2026.csv`, text);
  const clicks: number[] = [];
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await receive(person, "08/04/2026", file(1, statement(1)));
    await person.answersNumbers(figuresOf(1));
    await person.sees("Un modèle que personne n’a encore regardé");
    await person.presses("Confirmer cette lecture");
    await person.sees("Faire le bulletin");
    await person.evaluate(`globalThis.told = new Set(); new MutationObserver(() => told.add(document.querySelector("#avancement")?.textContent ?? ""))
      .observe(document.body, { subtree: true, childList: true, characterData: true }); 1`);
    await make(person);
    const told = await person.evaluate<readonly string[]>("[...told].filter((text) => text !== '')");
    expect(told.join(" ; "), "what is being done").toMatch(/lecture|fichier|bulletin|page/i);
    expect(told.length).toBeGreaterThan(1);
    expect(person.opened).toEqual([join(root, "dist/2026-T1/bulletin.html")]);
    clicks.push(person.clicks);
  });
  await atWindow(root, "2026-07-20T08:00:00Z", async (person) => {
    await receive(person, "08/07/2026", file(2, statement(2)));
    await make(person);
    clicks.push(person.clicks);
  });
  await atWindow(root, "2026-10-20T08:00:00Z", async (person) => {
    await receive(person, "08/10/2026", file(3, statement(3, { more: ["Observations"] })));
    expect(await person.sees("Ce qui change")).toContain("Observations");
    await person.presses("Confirmer cette lecture");
    await make(person);
    clicks.push(person.clicks);
  });
  expect(lines().map(({ action }) => action)).toEqual([
    "reception",
    "lecture",
    "build",
    "reception",
    "build",
    "reception",
    "lecture",
    "build",
  ]);
  // of a new file: three numbers, and the one that confirms it
  expect(clicks).toEqual([9, 5, 6]);
}, 300_000);

test("what it writes is what the command writes", async () => {
  const sent = statement(1);
  const [seen, typed] = [townHall(), townHall()];
  await atWindow(seen.root, "2026-04-20T08:00:00Z", async (person) => {
    await receive(person, "08/04/2026", seen.put("envoi/IS101.csv", sent));
    await person.confirms(figuresOf(1));
    await person.sees("Rien n’empêche");
  });
  typed.put("data/2026-T1/IS101.csv", sent);
  // by the same key, the same texts are known again
  mkdirSync(join(typed.root, "data/lectures"));
  cpSync(join(seen.root, "data/lectures/cle-des-textes"), join(typed.root, "data/lectures/cle-des-textes"));
  const on = ["--data", join(typed.root, "data")];
  await runCommand("reception", "2026-T1", "--message", "08/04/2026", ...on);
  await runCommand("lecture", "--confirmer", ...on, "--out", join(typed.root, "dist"));
  const stored = ({ root }: typeof seen) =>
    readFileSync(join(root, "data/lectures/2026-T1.json"), "utf8").replace(/"\d{4}-\d\d-\d\dT[^"]+Z"/g, "now");
  expect(stored(seen)).toBe(stored(typed));
  const page = ({ root }: typeof seen) => readFileSync(join(root, "dist/lectures/2026-T1.html"), "utf8");
  expect(page(seen)).toBe(page(typed));
  expect(readFileSync(join(seen.root, "data/2026-T1/IS101.csv"), "utf8")).toBe(sent);
  const plain = ({ lines }: typeof seen) =>
    lines().map((line) => ({ ...line, at: "", previous: "", hash: "", lecture: "", numbers: "" }));
  expect(plain(seen)).toEqual(plain(typed));
  expect(seen.lines().at(-1)).toMatchObject({ numbers: { read: 3 } });
}, 300_000);

test("by the keys alone", async () => {
  const { root, put, lines } = townHall();
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await person.sees("Où en est-on");
    await person.pressesByKey("Recevoir");
    await person.chooses(put("envoi/IS101.csv", statement(1)));
    await person.pressesByKey("C’est tout");
    await person.sees("De quand date le message");
    await person.types("8 avril 2026");
    await person.key("Enter");
    for (let i = 0; i < 3; i++) {
      await person.types(String(figuresOf(1).get((await person.asked()) ?? "")));
      await person.key("Enter");
    }
    await person.pressesByKey("Confirmer cette lecture");
    await person.pressesByKey("Faire le bulletin");
    await person.sees("Tout est fait");
  });
  expect(lines().map(({ action }) => action)).toEqual(["reception", "lecture", "build"]);
}, 300_000);

test("by the keys alone: a question, a note, what is read wrong", async () => {
  const { root, put } = townHall();
  put("data/2026-T1/IS101.csv", statement(1, { under: "Note : données provisoires" }).replace(";Police", ";Zinzolin"));
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await person.sees("Où en est-on");
    await person.pressesByKey("Regarder la lecture");
    await person.sees("Zinzolin");
    await person.ticksByKey("de la police nationale");
    await person.pressesByKey("Continuer");
    await person.sees("quel nombre lisez-vous");
    for (let label = await person.asked(); label !== null; label = await person.asked()) {
      await person.types(String(figuresOf(1).get(label)));
      await person.key("Enter");
    }
    await person.pressesByKey("Un chiffre est faux");
    await person.sees("Rien n’est confirmé");
    await person.pressesByKey("Vols violents sans arme");
    await person.sees("Qu’est-ce, en réalité ?");
    await person.ticksByKey("une autre ligne");
    await person.pressesByKey("Continuer");
    await person.sees("Confirmer cette lecture");
    await person.ticksByKey("Imprimer la note « Note");
    await person.pressesByKey("Confirmer cette lecture");
    await person.sees("Contrôler, faire le bulletin");
    await person.sees("Rien n’empêche");
  });
  expect(answersOf({ root })).toMatchObject([
    { question: "head", reponse: "PN" },
    { question: "line", reponse: "as-sent" },
    { question: "note", reponse: "print" },
  ]);
}, 300_000);

test("of two new files, each has its own click", async () => {
  const { root, put } = townHall();
  put("data/convention.yaml", "commune: { nom: Valmont-sur-Lys }\netats_attendus: [IS101, IST]\n");
  put("data/2026-T1/IS101.csv", statement(1));
  const figures = new Map([...figuresOf(1), ["Cambriolages", 25]]);
  put("data/2026-T1/IST.csv", "I.S.T - Valmont-sur-Lys - 1er trimestre 2026\n\nIndicateurs;Police\nCambriolages;25\n");
  const confirmed = () => JSON.parse(readFileSync(join(root, "data/lectures/2026-T1.json"), "utf8")).fichiers.length;
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await person.presses("Regarder la lecture");
    await person.confirms(figures);
    await person.sees("IST.csv »");
    expect(confirmed()).toBe(1);
    await person.confirms(figures);
    await person.sees("Contrôler, faire le bulletin");
    await person.sees("À vérifier");
    expect(confirmed()).toBe(2);
    expect(person.clicks).toBe(1 + 2 + 1 + 1 + 1);
  });
}, 300_000);

test("a second window on the same folder says so", async () => {
  const { root } = townHall();
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await person.sees("Où en est-on");
    const second = await atWindow(root, "2026-04-20T08:00:00Z", async () => {});
    expect(second).toMatchObject({ status: 2, stdout: "" });
    expect(second.stderr).toContain("La fenêtre est déjà ouverte.");
    expect(await person.text()).toContain("Où en est-on");
  });
}, 300_000);

test("a correction is offered its own folder, and says which figures change", async () => {
  const { root, put, lines } = townHall();
  await atWindow(root, "2026-04-25T08:00:00Z", async (person) => {
    await receive(person, "08/04/2026", put("envoi/IS101.csv", statement(1)));
    await person.confirms(figuresOf(1));
    await make(person);
    const before = person.clicks;
    await person.presses("Recevoir");
    await person.chooses(put("envoi/IS101 rectificatif.csv", statement(1, { burglaries: 31 })));
    await person.presses("C’est tout");
    await person.sees("c'est un envoi corrigé. Le ranger dans « 2026-T1-rectificatif » ?");
    await person.presses("Oui");
    await person.sees("De quand date le message de « 2026-T1-rectificatif »");
    await person.types("20/04/2026");
    await person.presses("Continuer");
    await person.sees("Cambriolages de logement, police nationale : 21 → 32");
    await person.presses("Confirmer cette lecture");
    await make(person);
    expect(person.clicks - before).toBe(7);
  });
  expect(existsSync(join(root, "data/2026-T1-rectificatif/IS101 rectificatif.csv"))).toBe(true);
  expect(lines().map(({ action, delivery }) => `${action} ${delivery ?? ""}`.trim())).toEqual([
    "reception 2026-T1",
    "lecture 2026-T1",
    "build",
    "reception 2026-T1-rectificatif",
    "lecture 2026-T1-rectificatif",
    "build",
  ]);
}, 300_000);

test("what keeps the bulletin from being made is told first, with its place", async () => {
  const { root, put } = townHall();
  put("data/2026-T1/IS101.csv", statement(1));
  put("data/2026-T1/z.xlsx", "PK\u0003\u0004 coupé");
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await person.presses("Contrôler, faire le bulletin");
    const text = await person.sees("Le bulletin ne peut pas être fait");
    expect(text.indexOf("À régler d’abord")).toBeGreaterThan(0);
    expect(text.indexOf("À vérifier")).toBeGreaterThan(text.indexOf("À régler d’abord"));
    expect(text).toMatch(/^2026-T1\/z\.xlsx[^\n]* – /m);
  });
}, 300_000);

test("what is still encrypted is told, and what came out of it", async () => {
  const { root, put } = townHall();
  const files = ["IS101.csv", "IS101.csv.zed", "IST.pdf.zed"].map((name) => put(`envoi/${name}`, statement(1)));
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await person.presses("Recevoir");
    await person.chooses(...files);
    const text = await person.sees("C’est tout");
    expect(text).toMatch(/IS101\.csv\.zed [^\n]+\n+Chiffré ; ce qu’il contient est là\./);
    expect(text).toMatch(/IST\.pdf\.zed [^\n]+\n+Encore chiffré : déchiffrez-le, et déposez ici ce qui en sort\./);
  });
}, 300_000);

test("a day that is none is typed again; a later day: nothing is confirmed, and the file is asked about again", async () => {
  const { root, put, lines } = townHall();
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await receive(person, "32/13/2026", put("envoi/IS101.csv", statement(1)));
    await person.sees("n'est pas une date");
    await person.types("08/04/2026"); // in the place of the other
    await person.presses("Continuer");
    await person.sees("quel nombre lisez-vous");
    await person.presses("Plus tard");
    expect(await person.sees("1 fichier reste à regarder")).toContain("2026-T1/IS101.csv");
    await person.presses("Y revenir");
    await person.sees("quel nombre lisez-vous");
    await person.types("non"); // the document is not before the eyes
    await person.presses("Continuer");
    await person.sees("Qui vous a lu le document ?");
    await person.types("personne");
    await person.presses("Continuer");
    await person.presses("Un chiffre est faux");
    await person.sees("Rien n’est confirmé");
    await person.presses("Revenir à la lecture");
    await person.sees("Confirmer cette lecture");
  });
  expect(lines()).toMatchObject([{ action: "reception", messageDate: "2026-04-08" }]);
}, 300_000);

test("where no window opens, a line says why, and nothing is done", async () => {
  const { root } = townHall();
  const ran = await atWindow(root, "2026-04-20T08:00:00Z", async () => {}, {
    launchWindow: () => Promise.resolve("aucun écran n’est là"),
  });
  expect(ran).toMatchObject({
    status: 1,
    stdout: "",
    stderr: "La fenêtre ne s'ouvre pas : aucun écran n’est là. Tout se fait aussi ici : npm run trimestre\n",
  });
});

test("before the commune is known, it is the menu's to ask", async () => {
  const ran = await atWindow(temporaryFolder("fenetre"), "2026-04-20T08:00:00Z", async () => {});
  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain("une fois la commune et les personnes inscrites : npm run trimestre");
});

test("a note is printed where it is ticked, by the click that confirms its file; then on, and no more where it is unticked", async () => {
  const { root, put, lines } = townHall();
  const sent = (quarter: number, more: readonly string[] = []) =>
    put(`envoi/IS101 T${quarter}.csv`, statement(quarter, { under: "Note : données provisoires", more }));
  const noteIn = (quarter: number) => JSON.stringify(answersOf({ root }, quarter)).match(/"(?:print|leave-out)"/)?.[0];
  const news = ["Observations", "Remarques"];
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await receive(person, "08/04/2026", sent(1));
    await person.answersNumbers(figuresOf(1));
    await person.presses("Imprimer la note « Note : données provisoires »");
    await person.presses("Confirmer cette lecture");
    await make(person);
  });
  expect(noteIn(1)).toBe('"print"');
  expect(lines().map(({ action }) => action)).toEqual(["reception", "lecture", "build"]);
  const later = [
    { quarter: 2, month: "07", chosen: "print" },
    { quarter: 3, month: "10", chosen: "leave-out" },
  ];
  for (const { quarter, month, chosen } of later)
    await atWindow(root, `2026-${month}-20T08:00:00Z`, async (person) => {
      await receive(person, `08/${month}/2026`, sent(quarter, news.slice(0, quarter - 1)));
      await person.sees("Ce qui change");
      expect(await person.evaluate("document.querySelector('[type=checkbox]').checked")).toBe(true);
      if (chosen === "leave-out") await person.presses("Imprimer la note");
      await person.presses("Confirmer cette lecture");
      await make(person);
      expect(noteIn(quarter)).toBe(`"${chosen}"`);
    });
}, 300_000);

const answersOf = ({ root }: { readonly root: string }, quarter = 1): readonly unknown[] =>
  JSON.parse(readFileSync(join(root, `data/lectures/2026-T${quarter}.json`), "utf8")).fichiers[0].reponses;

test("a line and a heading that are read wrong are pressed where they stand, and are read as the person says", async () => {
  const town = townHall();
  await atWindow(town.root, "2026-04-20T08:00:00Z", async (person) => {
    await receive(person, "08/04/2026", town.put("envoi/IS101.csv", statement(1)));
    await person.answersNumbers(figuresOf(1));
    for (const [wrong, isReally] of [
      ["Vols violents sans arme", "une autre ligne"],
      ["Police", "de la gendarmerie nationale"],
    ] as const) {
      await person.presses("Un chiffre est faux");
      await person.sees("Rien n’est confirmé");
      await person.presses(wrong);
      await person.sees("Qu’est-ce, en réalité ?");
      expect(existsSync(join(town.root, "data/lectures"))).toBe(false);
      await person.presses(isReally);
      await person.presses("Continuer");
      await person.sees("Confirmer cette lecture");
    }
    expect(await person.text()).toContain("gendarmerie nationale, 1er trimestre 2026");
    await person.presses("Confirmer cette lecture");
    await person.sees("Rien n’empêche");
  });
  expect(answersOf(town)).toMatchObject([
    { question: "line", texte: "Vols violents sans arme", reponse: "as-sent" },
    { question: "head", texte: "Police", reponse: "GN" },
  ]);
  expect(town.lines().at(-1)).toMatchObject({ action: "lecture", numbers: { read: 3 } });
}, 300_000);

test("a remark is ticked as understood, and said no more", async () => {
  const town = townHall();
  town.put("data/convention.yaml", "commune: { nom: Valmont-sur-Lys }\netats_attendus: [IST]\n");
  const figures = new Map([
    ["Atteintes aux biens", 33],
    ["Cambriolages", 25],
    ["Vols liés aux véhicules à moteur", 12],
  ]);
  await atWindow(town.root, "2026-04-20T08:00:00Z", async (person) => {
    const sent = [...figures].map(([label, value]) => `${label};${value}`);
    const head = ["I.S.T - Valmont-sur-Lys - 1er trimestre 2026", "", "Indicateurs;Police"];
    await receive(person, "08/04/2026", town.put("envoi/IST.csv", [...head, ...sent].join("\n")));
    await person.answersNumbers(figures);
    await person.presses("Compris, ne plus le dire");
    await person.presses("Confirmer cette lecture");
    expect(await person.sees("Rien n’empêche")).not.toContain("Atteintes");
  });
  expect(answersOf(town)).toMatchObject([{ question: "remark", reponse: "understood" }]);
}, 300_000);

test("while a first file asks, and until its numbers are typed, neither its figures nor its picture are shown, nor is anything chosen", async () => {
  const { root, put, lines } = townHall();
  const page = statement(1)
    .replace(";Police", ";Zinzolin")
    .split("\n")
    .map((line) => `<tr><td>${line.replaceAll(";", "<td>")}`);
  await atWindow(root, "2026-04-20T08:00:00Z", async (person) => {
    await receive(person, "08/04/2026", put("envoi/IS101.html", `<table>${page.join("")}</table>`));
    const shown = async () => ({
      cells: (await person.text()).split(/\s+/).filter((word) => ["8", "15", "21"].includes(word)),
      pictures: await person.evaluate("document.images.length"),
    });
    await person.sees("Que dit cet intitulé");
    expect(await shown()).toEqual({ cells: [], pictures: 0 });
    expect(await person.text()).toContain("(à lire)");
    await person.presses("Continuer");
    await person.sees("Il manque une réponse.");
    await person.presses("de la police nationale");
    await person.presses("Continuer");
    await person.sees("quel nombre lisez-vous");
    expect(await person.evaluate("document.images.length")).toBe(0);
    await person.answersNumbers(figuresOf(1));
    expect(await person.evaluate("document.images.length")).toBe(1);
  });
  expect(lines().map(({ action }) => action)).toEqual(["reception"]);
}, 300_000);
