import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ProtocolError } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eraseOldProfiles } from "../../scripts/browser/profile.ts";
import { privateFolder } from "../../scripts/disk/private-folder.ts";
import { launchBrowser } from "../../scripts/publish/index.ts";
import { printPage } from "../../scripts/publish/print/print.ts";
import { explainSilence } from "../../scripts/publish/print/silence.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "navigateur-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Those of this file: another of this process may still have its browser. */
const profiles = (): readonly string[] => ofProcess().filter((name) => !others.includes(name));
const ofProcess = (): readonly string[] =>
  readdirSync(privateFolder()).filter((name) => name.startsWith(`profil-${process.pid}-`));
const others = ofProcess();

test("an old profile that another program holds never stops a build", async ({ skip }) => {
  // a process number that no system gives; a folder in it that cannot be erased stands for the file that is held
  const held = join(privateFolder(), `profil-${900_000_000 + process.pid}-1`);
  mkdirSync(join(held, "Cookies"), { recursive: true });
  const mounted = spawnSync("mount", ["-t", "tmpfs", "tmpfs", join(held, "Cookies")]).status === 0;
  try {
    skip(!mounted, "this account may not mount a disk: no folder can be held");
    await eraseOldProfiles();
    expect(existsSync(held)).toBe(true);
  } finally {
    if (mounted) spawnSync("umount", [join(held, "Cookies")]);
    rmSync(held, { recursive: true, force: true });
  }
});

test("a browser of the settings that is not there is named in French", async () => {
  await expect(launchBrowser("/nulle/part/chrome")).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringContaining("« /nulle/part/chrome »".replaceAll(" ", "\u00a0")),
  });
});

describe("the browser that prints", () => {
  test("works in a folder closed to other accounts, and leaves no profile behind", async () => {
    const browser = await launchBrowser(null, { forScreen: true });
    expect(profiles()).toHaveLength(1);
    if (process.getuid !== undefined) expect(statSync(privateFolder()).mode & 0o077).toBe(0);
    await browser.close();
    await browser.close();
    expect(profiles()).toEqual([]);
  });

  test("that takes too long is told in French, with what to do", async () => {
    const page = join(folder, "longue.html");
    writeFileSync(page, `<title>t</title>${"<p>long</p>".repeat(20_000)}`);
    const browser = await launchBrowser(null);
    try {
      await expect(printPage({ ...browser, patienceMs: 1 }, page)).rejects.toMatchObject({
        name: "UserError",
        message: expect.stringContaining("n’a pas fini d’imprimer le bulletin"),
        hint: expect.stringContaining("navigateur"),
      });
    } finally {
      await browser.close();
    }
  });

  test("that ends while it prints is told in French, with what to do", async () => {
    const page = join(folder, "page.html");
    writeFileSync(page, "<title>t</title><p>x</p>");
    const browser = await launchBrowser(null);
    try {
      browser.page.browser().process()?.kill("SIGKILL");
      await expect(printPage(browser, page)).rejects.toMatchObject({
        name: "UserError",
        message: expect.stringContaining("s’est arrêté en imprimant le bulletin"),
      });
    } finally {
      await browser.close();
    }
  });

  test("any of its two ways to be silent is told, and no other error", () => {
    const silence = new ProtocolError("Page.printToPDF timed out. Increase the 'protocolTimeout' setting");
    expect(explainSilence(silence, 60_000)).toMatchObject({
      name: "UserError",
      message: expect.stringContaining("1 min"),
    });
    const ended = explainSilence(new ProtocolError("Target closed"), 60_000);
    expect(ended).toMatchObject({ message: expect.stringContaining("s’est arrêté") });
    const other = new Error("timed out");
    expect(explainSilence(other, 60_000)).toBe(other);
  });

  test("reaches nothing but the disk: not a name, not an address, not this very machine", async () => {
    let reached = 0;
    const server = createServer((_, response) => {
      reached += 1;
      response.end("x");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const page = join(folder, "page.html");
    const urls = [
      `http://127.0.0.1:${port}/a`,
      `http://localhost:${port}/b`,
      "https://exemple.fr/c",
      `ws://127.0.0.1:${port}/d`,
    ];
    writeFileSync(
      page,
      `<title>t</title>${urls.map((url) => `<img src="${url}">`).join("")}<script>new WebSocket("${urls[3]}")</script>`,
    );
    const browser = await launchBrowser(null, { forScreen: true });
    try {
      await browser.page.goto(pathToFileURL(page).href);
      expect(await browser.page.title()).toBe("t");
      expect(browser.requested).toEqual(expect.arrayContaining(urls.slice(0, 3)));
      await expect(browser.page.goto(urls[0] ?? "")).rejects.toThrow(/ERR_/);
      expect(reached).toBe(0);
      // either would do: each stands should a later browser read the other in another way
      expect(browser.page.browser().process()?.spawnargs).toEqual(
        expect.arrayContaining([
          "--host-resolver-rules=MAP * ~NOTFOUND",
          expect.stringMatching(/^--proxy-server=http:\/\/[^/]+\.invalid:9$/),
        ]),
      );
    } finally {
      await browser.close();
      server.close();
    }
  });

  test("erases the profiles of builds that were killed, and no other", async () => {
    const old = join(privateFolder(), "profil-999999999-1"); // no such process
    const alive = join(privateFolder(), `profil-${process.ppid}-1`);
    for (const profile of [old, alive]) mkdirSync(profile, { recursive: true });
    const browser = await launchBrowser(null, { forScreen: true });
    await browser.close();
    expect(existsSync(old)).toBe(false);
    expect(existsSync(alive)).toBe(true);
    rmSync(alive, { recursive: true });
  });

  test("one named in the settings that does not start is told, not replaced, and its profile is erased", async () => {
    const broken = join(folder, "broken");
    writeFileSync(broken, "", { mode: 0o755 });
    await expect(launchBrowser(broken)).rejects.toMatchObject({
      name: "UserError",
      exitCode: 2,
      message: expect.stringMatching(/^Aucun navigateur n’a pu démarrer [^\n]*broken \(détail technique[^\n]*\)$/), // on one line
      hint: expect.stringContaining("navigateur"),
    });
    expect(profiles()).toEqual([]);
  });
});
