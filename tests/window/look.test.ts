/** The window as it is seen: without a fault of access, light and dark; blank on paper; hidden when nobody is there; narrow without a sideways scroll. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { atWindow, type Person } from "./person.ts";
import { figuresOf, statement, townHallIn } from "./town.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const NOW = "2026-04-20T08:00:00Z";
/** Of a wide screen, of one of 1024 pixels, of both at 200 %. */
const WIDTHS = [1320, 1024, 660, 512];

/** What axe finds, and how far the page is wider than its window. */
async function faults(person: Person): Promise<readonly string[]> {
  const found: string[] = (await person.text()).match(/npm\b|(?<!\.)\bya?ml|empreinte/gi) ?? [];
  if (!(await person.evaluate<boolean>("'axe' in globalThis"))) await person.evaluate(`${AXE}; 1`);
  // of a theme, the colours alone are another
  for (const [scheme, rules] of [
    ["light", ""],
    ["dark", "runOnly: ['color-contrast', 'link-in-text-block'], "],
  ] as const) {
    await person.session.send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value: scheme }],
    });
    const { result } = await person.session.send("Runtime.evaluate", {
      expression: `axe.run(document, { ${rules}resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      awaitPromise: true,
      returnByValue: true,
    });
    found.push(...(result.value as string[]));
  }
  for (const width of WIDTHS) {
    await person.session.send("Emulation.setDeviceMetricsOverride", {
      width,
      height: 800,
      deviceScaleFactor: 1,
      mobile: false,
    });
    const wide = await person.evaluate<number>("document.documentElement.scrollWidth");
    if (wide > width) found.push(`${wide} of ${width} pixels`);
  }
  await person.session.send("Emulation.clearDeviceMetricsOverride");
  await person.evaluate("new Promise((done) => setTimeout(done, 200))"); // laid out again
  return found;
}

test("each screen", async () => {
  const { root, put } = townHallIn(temporaryFolder("fenetre"));
  const sent = put("envoi/IS101.csv", statement(1, { under: "Note : données provisoires" }));
  const asked = put("envoi/autre.csv", statement(1).replace(";Police", ";Zinzolin"));
  await atWindow(root, NOW, async (person) => {
    await person.sees("Où en est-on");
    expect(await faults(person), "where things stand").toEqual([]);
    await person.presses("Recevoir");
    await person.chooses(sent, asked);
    await person.sees("C’est tout");
    expect(await faults(person), "received").toEqual([]);
    await person.presses("C’est tout");
    await person.sees("De quand date le message");
    await person.types("demain");
    await person.presses("Continuer");
    await person.sees("n'est pas une date");
    expect(await faults(person), "a fault told").toEqual([]);
    await person.presses("Regarder la lecture");
    await person.sees("quel nombre lisez-vous");
    expect(await faults(person), "a number to read").toEqual([]);
    await person.answersNumbers(figuresOf(1));
    expect(await faults(person), "to confirm").toEqual([]);
    await person.presses("Un chiffre est faux");
    await person.sees("Rien n’est confirmé");
    expect(await faults(person), "wrong").toEqual([]);
    await person.presses("Plus tard");
    await person.sees("Zinzolin");
    expect(await faults(person), "a question").toEqual([]);
    // what is asked about is lit where it stands, and has the focus
    expect(await person.evaluate("document.querySelector('.lit').innerText")).toContain("Zinzolin");
    expect(
      await person.evaluate("document.activeElement.tagName + document.activeElement.hasAttribute('data-first')"),
    ).toBe("H2true");
    await person.presses("Contrôler, faire le bulletin");
    await person.sees("Rien n’empêche");
    expect(await faults(person), "the control").toEqual([]);
    await person.session.send("Emulation.setEmulatedMedia", { media: "print" });
    expect(await person.evaluate("getComputedStyle(document.body).display")).toBe("none");
  });
}, 300_000);

test("each screen of a correction, of a file that is not read, of what is left for later, and of a refusal", async () => {
  const { root, put } = townHallIn(temporaryFolder("fenetre"));
  put("data/2026-T1/IS101.csv", statement(1));
  const sent = put("envoi/IS101 rectificatif.csv", statement(1, { burglaries: 31 }));
  const cut = put("envoi/z.xlsx", "PK\u0003\u0004 coupé");
  await atWindow(root, "2026-04-25T08:00:00Z", async (person) => {
    const look = async (words: string) => {
      await person.sees(words);
      expect(await faults(person), words).toEqual([]);
    };
    await person.sees("Où en est-on");
    writeFileSync(join(root, "data/convention.yaml"), "commune: [");
    await person.presses("Recevoir");
    await look("Rien n’est fait");
    put("data/convention.yaml", "commune: { nom: Valmont-sur-Lys }\netats_attendus: [IS101]\n");
    await person.presses("Réessayer");
    await person.presses("C’est tout");
    await person.sees("De quand date le message");
    await person.types("08/04/2026");
    await person.presses("Continuer");
    await person.confirms(figuresOf(1));
    await person.sees("Rien n’empêche");
    await person.presses("Recevoir");
    await person.chooses(sent, cut);
    await look("C’est tout");
    await person.presses("C’est tout");
    await look("Le ranger dans");
    await person.presses("Oui");
    await look("s'est ajouté à « 2026-T1 »");
    await person.presses("Oui");
    for (const delivery of ["message de « 2026-T1 »", "message de « 2026-T1-rectificatif »"]) {
      await person.sees(delivery);
      await person.types("20/04/2026");
      await person.presses("Continuer");
    }
    expect(await person.sees("ne peut pas être confirmé")).not.toContain("Lu comme");
    await look("ne peut pas être confirmé");
    await person.presses("Plus tard");
    await look("21 → 32");
    await person.presses("Plus tard");
    await look("restent à regarder");
    await person.presses("Contrôler quand même");
    await look("Le bulletin ne peut pas être fait");
  });
}, 300_000);

test("a page drawn by the engine has its marks: figures taken, texts not used, what a card asks about; a mark is pressed as its cell is", async () => {
  const { root, put } = townHallIn(temporaryFolder("fenetre"));
  const rows = statement(1, { under: "Vu et transmis" })
    .split("\n")
    .map((line) => `<tr><td>${line.replaceAll(";", "<td>")}`);
  put("data/2026-T1/IS101.html", `<table>${rows.join("")}</table>`);
  const marks = (selector: string) =>
    `[...document.querySelectorAll(".picture rect${selector}")].map((one) => [one.dataset.mark, document.getElementById(one.dataset.mark).innerText.split("\\n")[0]])`;
  await atWindow(root, NOW, async (person) => {
    await person.presses("Regarder la lecture");
    await person.answersNumbers(figuresOf(1));
    expect(await person.evaluate(marks(".r-count"))).toEqual(
      [...figuresOf(1).values()].map((value, i) => [`s1-1-B${i + 3}`, String(value)]),
    );
    expect(await person.evaluate(marks(".unused"))).toEqual([
      ["s1-1-A2", "Nature des faits"],
      ["s1-1-A7", "Vu et transmis"],
    ]);
    // in the order of the page, one below the other, within the picture
    const tops = await person.evaluate<readonly number[]>(
      `[...document.querySelectorAll(".picture .r-count")].map((one) => one.getBoundingClientRect().top - document.images[0].getBoundingClientRect().top)`,
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(tops[0]).toBeGreaterThan(0);
    await person.reaches("« Nature des faits »");
    expect(await person.evaluate(marks(".lit"))).toEqual([["s1-1-A2", "Nature des faits"]]);
    await person.reaches("« Vu et transmis »");
    expect(await person.evaluate(marks(".lit"))).toEqual([["s1-1-A7", "Vu et transmis"]]);
    await person.presses("Un chiffre est faux");
    await person.sees("Rien n’est confirmé");
    expect(await faults(person), "with a picture").toEqual([]);
    await person.pressesMark("s1-1-A5");
    expect(await person.sees("Qu’est-ce, en réalité ?")).toContain("Vols violents sans arme");
    expect(await person.evaluate(marks(".lit"))).toEqual([["s1-1-A5", "Vols violents sans arme"]]);
  });
}, 300_000);

test("after ten idle minutes nothing is shown, and the key that wakes it presses nothing", async () => {
  const { root } = townHallIn(temporaryFolder("fenetre"));
  await atWindow(root, NOW, async (person) => {
    await person.sees("Où en est-on");
    await person.reaches("Recevoir");
    const { session } = person;
    const later = async (minutes: number) => {
      const expired = new Promise((done) => session.once("Emulation.virtualTimeBudgetExpired", done));
      await session.send("Emulation.setVirtualTimePolicy", { policy: "advance", budget: minutes * 60_000 });
      await expired;
    };
    await later(9);
    expect(await person.text()).toContain("Où en est-on");
    await later(2);
    expect(await person.text()).toBe("Masqué : une touche, ou la souris, et la page revient.");
    await person.key("Enter");
    expect(await person.sees("Où en est-on")).not.toContain("Déposez");
  });
}, 300_000);

test("a cell that is bold in its file is drawn so, and no other: no heading, no label, no figure", async () => {
  const { root, put } = townHallIn(temporaryFolder("fenetre"));
  const rows = statement(1)
    .replace("Police", "{\\b Police}")
    .replace("Homicides", "{\\b Homicides}")
    .split("\n")
    .map((line) =>
      line.includes(";")
        ? `\\trowd\\cellx6000\\cellx9000\\intbl ${line.replace(";", "\\cell ")}\\cell\\row`
        : `\\pard ${line}\\par`,
    );
  put("data/2026-T1/IS101.rtf", `{\\rtf1\\ansi ${rows.join("\n")}}`);
  await atWindow(root, NOW, async (person) => {
    await person.presses("Regarder la lecture");
    await person.sees("Nature des faits");
    const weights = await person.evaluate<readonly (readonly [string, string])[]>(
      `[...document.querySelectorAll(".sheet tbody td[id]")].map((one) => [one.firstChild.textContent.trim(), getComputedStyle(one).fontWeight])`,
    );
    expect(weights.length).toBeGreaterThan(8);
    expect(weights.filter(([, weight]) => weight !== "400")).toEqual([
      ["Police", "700"],
      ["Homicides", "700"],
    ]);
  });
}, 120_000);
