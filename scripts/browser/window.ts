/**
 * A window of the machine's own browser, on one page of ours: through a pipe, without network, server or port, in a profile erased at its
 * end. What it may show besides, a bulletin, stands in a context of its own, to which nothing of ours is given.
 */
import { writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CDPSession } from "puppeteer";
import { launchIn } from "./browser.ts";
import { endBrowser } from "./kill-all.ts";
import { eraseOldProfiles, eraseProfile, makeProfile } from "./profile.ts";
import { programsWithWindows } from "./programs.ts";
import type { BrowserProgram } from "./shipped-chromium.ts";

export interface OpenWindow {
  readonly session: CDPSession;
  /** Address of our page. */
  readonly address: string;
  /** Shows a file of the disk in another window. */
  readonly show: (path: string) => Promise<void>;
  /** The person closed it, or the browser ended. */
  readonly ended: Promise<void>;
  /** Ends the browser and erases its profile. Safe to call twice. */
  close(): Promise<void>;
}

/** Without the bars that say which options it was started with, and without offers to keep, translate or sign in. */
const PLAIN_WINDOW = [
  "--test-type",
  "--disable-extensions",
  "--disable-default-apps",
  // what it would ask its maker of itself: refused anyhow
  "--component-updater=url-source=data:,",
  "--disable-features=NetworkTimeServiceQuerying",
  "--password-store=basic",
  "--window-size=1320,880",
];

/** What a browser keeps beside its profile – certificates, recent files, caches – goes to the profile too. */
const homeIn = (profile: string): NodeJS.ProcessEnv =>
  process.platform === "win32"
    ? {}
    : {
        HOME: profile,
        XAUTHORITY: process.env.XAUTHORITY ?? join(homedir(), ".Xauthority"),
        XDG_CONFIG_HOME: join(profile, "config"),
        XDG_CACHE_HOME: join(profile, "cache"),
        XDG_DATA_HOME: join(profile, "data"),
      };

/** @param program one without windows shows nothing: a test drives it. @param html the page, whole. @throws what the browser says when it does not start. */
export async function openWindow(program: BrowserProgram, html: string): Promise<OpenWindow> {
  await eraseOldProfiles();
  const profile = makeProfile(program);
  const file = join(profile, "fenetre.html");
  writeFileSync(file, html, { mode: 0o600 });
  const address = pathToFileURL(file).href;
  const browser = await launchIn(profile, program, {
    headless: program.shell ? "shell" : false,
    defaultViewport: null,
    without: ["--enable-automation"],
    env: homeIn(profile),
    args: [...PLAIN_WINDOW, ...(program.shell ? [] : [`--app=${address}`])],
  });
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= endBrowser(browser.process())
      .then(() => browser.disconnect())
      .then(() => eraseProfile(profile));
    return closed;
  };
  try {
    const [page = await browser.newPage()] = await browser.pages();
    await page.goto(address); // it may not be there yet; what a policy forbids is said here
    const own = browser.defaultBrowserContext();
    browser.on("targetcreated", (target) => {
      // a popup, whatever asked for it
      if (target.browserContext() === own && target !== page.target() && target.type() === "page")
        void target.page().then(
          (popup) => popup?.close(),
          () => {},
        ); // gone already
    });
    const ended = new Promise<void>((done) => {
      page.once("close", () => done());
      browser.once("disconnected", () => done());
    });
    const show = async (path: string): Promise<void> => {
      const context = await browser.createBrowserContext();
      const shown = await context.newPage();
      await shown.goto(pathToFileURL(path).href, { waitUntil: "domcontentloaded" });
    };
    return { session: await page.createCDPSession(), address, show, ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** On the screen of this machine. @returns why not, in French, where none opens. */
export async function launchWindow(named: string | null, html: string): Promise<OpenWindow | string> {
  const { platform, env } = process;
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) return "aucun écran n’est là";
  let why = "ni Edge, ni Chrome, ni Chromium n’est installé sur ce poste";
  for await (const program of programsWithWindows(named)) {
    try {
      return await openWindow(program, html);
    } catch (error) {
      const [said = ""] = String(error instanceof Error ? error.message : error).split("\n");
      why = `${program.path} ne l’ouvre pas (${said.slice(0, 120)}) ; « npm run diagnostic » nomme la stratégie qui l’interdit, s’il y en a une`;
    }
  }
  return why;
}
