/** What is received, and whatever a page could try, neither runs nor reaches the program: a test for each way in. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { messageOf } from "../../scripts/window/message.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { atWindow, type Person } from "./person.ts";
import { figuresOf, statement, townHallIn } from "./town.ts";

const townHall = () => townHallIn(temporaryFolder("fenetre"));

const NOW = "2026-04-20T08:00:00Z";
const EVIL = "<script>document.title='run';(globalThis.reply??parent.reply)?.('{}')</script><p>evil";
const binding = (person: Person): Promise<string> => person.evaluate("typeof reply + typeof show");
const pause = () => new Promise((done) => setTimeout(done, 300));

test("a sheet, a name and a web page that hold markup are shown as the text that they are", async () => {
  const { root, put } = townHall();
  const tag = '<img src=x onerror=reply("{}")><iframe src="evil.html"></iframe><script>alert(1)</script>';
  const sheet = put("envoi/IS101 <b onclick=alert(1)>.csv", statement(1, { under: tag.replaceAll(";", "") }));
  const page = put(
    "envoi/note.html",
    `<table><tr><td>IS 101<tr><td>${tag}<meta http-equiv=refresh content="0;url=evil.html"></table>`,
  );
  await atWindow(root, NOW, async (person) => {
    await person.presses("Recevoir");
    await person.chooses(sheet, page);
    expect(await person.sees("C’est tout")).toMatch(/<b onclick=alert\(1\)>.*\(1.ko\)/s);
    await person.presses("Regarder la lecture");
    expect(await person.sees("Plus tard")).toContain("IS101 <b onclick");
    for (const file of ["IS101", "note.html"]) {
      const shown = "document.querySelectorAll('script, iframe, [onerror], [onclick], #fenetre meta').length";
      expect(await person.evaluate(shown), file).toBe(0);
      await person.presses("Plus tard");
      await person.sees(file === "IS101" ? "note.html" : "restent à regarder");
    }
    await person.sees("restent à regarder");
  });
}, 300_000);

describe("a window whose first file waits to be confirmed", () => {
  const root = mkdtempSync(join(tmpdir(), "fenetre-"));
  const town = townHallIn(root);
  const evil = pathToFileURL(town.put("evil.html", EVIL)).href;
  const [opened, left] = [Promise.withResolvers<Person>(), Promise.withResolvers<void>()];
  let ran: Promise<unknown>;
  let person: Person;
  const isConfirmed = () => existsSync(join(town.root, "data/lectures"));

  beforeAll(async () => {
    town.put("data/2026-T1/IS101.csv", statement(1));
    ran = atWindow(town.root, NOW, async (one) => {
      await one.presses("Regarder la lecture");
      await one.answersNumbers(figuresOf(1));
      opened.resolve(one);
      await left.promise;
    });
    person = await Promise.race([opened.promise, ran.then(() => expect.unreachable("no window"))]);
  });
  beforeEach(async () => {
    await person.session.send("Page.setBypassCSP", { enabled: false });
    await person.session.send("Page.reload");
    await person.sees("Confirmer cette lecture");
    expect(await binding(person)).toBe("undefinedundefined");
  });
  afterAll(async () => {
    left.resolve();
    await ran;
    rmSync(root, { recursive: true, force: true });
  });

  test("a click, a message or a key that no person made is not heard", async () => {
    await person.evaluate(`document.querySelector("[data-press=confirm]").click();
      document.querySelector("[data-press=confirm]").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      postMessage(JSON.stringify({ screen: 1, press: "confirm", values: {} }), "*"); 1`);
    await pause();
    await person.sees("Confirmer cette lecture");
    expect(isConfirmed()).toBe(false);
  });

  test("another world of the page has no way to the program", async () => {
    const { session } = person;
    const { frameTree } = await session.send("Page.getFrameTree");
    const world = { frameId: frameTree.frame.id, worldName: "extension" };
    const { executionContextId } = await session.send("Page.createIsolatedWorld", world);
    const expression = "typeof reply + typeof show";
    const { result } = await session.send("Runtime.evaluate", { expression, contextId: executionContextId });
    expect(result.value).toBe("undefinedundefined");
  });

  test("an answer to a screen that is no longer shown is not heard", async () => {
    const { frameTree } = await person.session.send("Page.getFrameTree");
    const world = { frameId: frameTree.frame.id, worldName: "fenetre" };
    const { executionContextId } = await person.session.send("Page.createIsolatedWorld", world);
    const expression = `reply(JSON.stringify({ screen: 1, press: "confirm", values: {} })); typeof reply`;
    const { result } = await person.session.send("Runtime.evaluate", { expression, contextId: executionContextId });
    expect(result.value).toBe("function");
    await pause();
    await person.sees("Confirmer cette lecture");
    expect(isConfirmed()).toBe(false);
  });

  test("a frame shows nothing and has no way to the program", async () => {
    await person.evaluate(
      `document.body.append(Object.assign(document.createElement("iframe"), { src: ${JSON.stringify(evil)} })); 1`,
    );
    await person.evaluate(
      `document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: ${JSON.stringify(EVIL)} })); 1`,
    );
    await pause();
    const { frameTree } = await person.session.send("Page.getFrameTree");
    expect((frameTree.childFrames ?? []).map(({ frame }) => frame.url).filter((url) => url === evil)).toEqual([]);
    expect(
      await person.evaluate(
        "Array.from(frames, (_, i) => frames[i]).map((one) => { try { return typeof one.reply } catch { return 'undefined' } })",
      ),
    ).toEqual(["undefined", "undefined"]);
    expect(await person.evaluate("document.title")).not.toBe("run");
  });

  test("what a frame says in a world of our name is not heard", async () => {
    await person.evaluate("document.body.append(document.createElement('iframe')); 1");
    const { frameTree } = await person.session.send("Page.getFrameTree");
    const [frame] = frameTree.childFrames ?? [];
    const world = { frameId: frame?.frame.id ?? "", worldName: "fenetre" };
    const { executionContextId } = await person.session.send("Page.createIsolatedWorld", world);
    const expression = `for (let screen = 0; screen < 50; screen++) reply(JSON.stringify({ screen, press: "confirm", values: {} })); typeof reply`;
    const { result } = await person.session.send("Runtime.evaluate", { expression, contextId: executionContextId });
    expect(result.value).toBe("function");
    await pause();
    await person.sees("Confirmer cette lecture");
    expect(isConfirmed()).toBe(false);
  });

  test.each(["location.href = EVIL", "location.href = 'about:blank'", "document.write(HTML)"])(
    "the page leads nowhere: %s",
    async (does) => {
      await person
        .evaluate(`{ const EVIL = ${JSON.stringify(evil)}; const HTML = ${JSON.stringify(EVIL)}; ${does}; } 1`)
        .catch(() => {}); // its answer went with the page
      await pause();
      // while the page is set back, nothing answers
      expect(await vi.waitFor(() => person.evaluate("document.title"), 10_000)).not.toBe("run");
      const { frameTree } = await person.session.send("Page.getFrameTree");
      expect(frameTree.frame.url).toBe(person.window.address);
    },
  );

  test("a popup is closed", async () => {
    for (const url of [evil, "about:blank"]) await person.evaluate(`open(${JSON.stringify(url)}) && 1`);
    await pause();
    await pause();
    const { targetInfos } = await person.session.send("Target.getTargets");
    expect(targetInfos.filter(({ type }) => type === "page").map(({ url }) => url)).toEqual([person.window.address]);
  });

  test.each([
    ["its own rules", false],
    ["the program, were its own rules gone", true],
  ])("nothing is asked for, neither a picture nor a fetch: by %s", async (_, enabled) => {
    const { session } = person;
    writeFileSync(new URL("evil.svg", evil), '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
    await session.send("Page.setBypassCSP", { enabled });
    await session.send("Page.reload");
    await pause();
    const { result } = await session.send("Runtime.evaluate", {
      expression: `Promise.all([fetch(${JSON.stringify(evil)}).then(() => "read", () => "refused"), new Promise((done) => {
          const image = new Image(); image.onload = () => done("read"); image.onerror = () => done("refused");
          image.src = ${JSON.stringify(new URL("evil.svg", evil).href)}; })])`,
      awaitPromise: true,
      returnByValue: true,
    });
    expect(result.value).toEqual(["refused", "refused"]);
  });

  test("a bulletin that is opened has no way to the program, and is not closed as a popup is", async () => {
    const { session, window } = person;
    await window.show(fileURLToPath(evil));
    await pause();
    const { targetInfos } = await session.send("Target.getTargets");
    const shown = targetInfos.find(({ url }) => url === evil);
    const { sessionId } = await session.send("Target.attachToTarget", {
      targetId: shown?.targetId ?? "",
      flatten: true,
    });
    const own = session.connection()?.session(sessionId);
    const { result } = (await own?.send("Runtime.evaluate", { expression: "typeof reply + typeof show" })) ?? {};
    expect(result?.value).toBe("undefinedundefined");
  });

  test("what was shown is shown again where the page is loaded again", async () => {
    await person.session.send("Page.reload");
    await pause();
    await person.presses("Confirmer cette lecture");
    await person.sees("Rien n’empêche");
    expect(isConfirmed()).toBe(true);
  });
});

test("a file dropped outside its zone is nothing; in it, it is stored byte for byte; another of its name is refused", async () => {
  const { root, put } = townHall();
  const [own, other] = [put("a/IS101.csv", statement(1)), put("b/IS101.csv", statement(1, { burglaries: 90 }))];
  await atWindow(root, NOW, async (person) => {
    await person.presses("Recevoir");
    await person.sees("Déposez");
    await person.drops("header", own);
    await person.drops("nav", put("evil.html", EVIL));
    await pause();
    expect(existsSync(join(root, "data/2026-T1"))).toBe(false);
    expect(await person.evaluate("document.title")).not.toBe("run");
    await person.drops("[data-zone]", own);
    await person.sees("C’est tout");
    await person.drops("[data-zone]", other);
    await person.sees("Un autre fichier s'appelle déjà");
  });
  expect(readdirSync(join(root, "data/2026-T1"))).toEqual(["IS101.csv"]);
  expect(readFileSync(join(root, "data/2026-T1/IS101.csv"), "utf8")).toBe(statement(1));
}, 300_000);

test("a file without a path, dragged from a mail, is stored byte for byte, in parts", async () => {
  const { root } = townHall();
  const text = `${statement(1)}\n${"é".repeat(300_000)}`;
  await atWindow(root, NOW, async (person) => {
    await person.presses("Recevoir");
    await person.sees("Déposez");
    const { frameTree } = await person.session.send("Page.getFrameTree");
    const world = { frameId: frameTree.frame.id, worldName: "fenetre" };
    const { executionContextId } = await person.session.send("Page.createIsolatedWorld", world);
    const said = `for (let screen = 0; screen < 50; screen++) reply(JSON.stringify({ screen, press: "files", values: {} }))`;
    const expression = `files = [new File([${JSON.stringify(text)}], "../IS101.csv")]; ${said}`;
    await person.session.send("Runtime.evaluate", { expression, contextId: executionContextId });
    await person.sees("C’est tout");
  });
  expect(readFileSync(join(root, "data/2026-T1/IS101.csv"), "utf8")).toBe(text);
}, 300_000);

/** Each as long as it may be. */
const manyValues = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, "x".repeat(400)]));

test.each([
  ["no JSON", "confirm"],
  ["a list", "[]"],
  ["without its screen", '{"press":"confirm","values":{}}'],
  ["with more than it may hold", '{"screen":1,"press":"confirm","values":{},"path":"/etc/passwd"}'],
  ["a value that is no text", '{"screen":1,"press":"confirm","values":{"a":{}}}'],
  ["too long a word", JSON.stringify({ screen: 1, press: "x".repeat(401), values: {} })],
  ["too long", JSON.stringify({ screen: 1, press: "confirm", values: manyValues(250) })],
])("a message that is %s is none", (_, payload) => {
  expect(messageOf(payload)).toBeNull();
  expect(messageOf('{"screen":1,"press":"confirm","values":{"a":"b"}}')).toEqual({
    screen: 1,
    press: "confirm",
    values: { a: "b" },
  });
});
