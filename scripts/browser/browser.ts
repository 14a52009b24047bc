/**
 * The browser that prints the bulletin and lays out the pages received: found, started through a pipe, without network, erased afterwards.
 * Wraps puppeteer.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import puppeteer, {
  type Browser,
  type LaunchOptions,
  type Page,
  ProtocolError,
  PuppeteerError,
  TimeoutError,
} from "puppeteer";
import { endBrowser } from "./kill-all.ts";
import { causeOf, type Failure, noBrowser, ownWords } from "./own-words.ts";
import { eraseOldProfiles, eraseProfile, makeProfile, temporaryFiles } from "./profile.ts";
import { programs } from "./programs.ts";
import type { BrowserProgram } from "./shipped-chromium.ts";

/** A started browser and its one page. */
export interface OpenBrowser {
  readonly page: Page;
  /** How long it may take over one thing. */
  readonly patienceMs: number;
  /** Processor time of all its processes so far. */
  readonly processorSeconds: () => Promise<number>;
  /** "Chrome/147.0.7727.0" */
  readonly version: string;
  /** Addresses that pages have asked for so far, data: and about: left out. What is not on the disk was refused. */
  readonly requested: readonly string[];
  /** Stops it and erases its profile. Safe to call twice. */
  close(): Promise<void>;
}

/** No name resolves, and what has no name goes to a proxy that has none either: no socket is ever opened. */
const NO_NETWORK = [
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=http://nulle-part.invalid:9",
  "--proxy-bypass-list=<-loopback>",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--disable-breakpad",
  "--no-pings",
  "--no-first-run",
  "--no-default-browser-check",
];

/** Same glyphs and colours whatever the screen of the machine. */
const SAME_RENDERING = [
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--disable-gpu",
  "--hide-scrollbars",
];

/**
 * No frame is drawn for a screen: a page laid out for one first, or not yet, gives its links to the PDF in one order or another, and the
 * same bulletin would not have the same bytes. The build without windows alone knows this option.
 */
const PAPER_ONLY = ["--enable-begin-frame-control"];

/** The browser's own sandbox stays on; as root, in a container, Chromium refuses to start with it. */
const sandbox = (): readonly string[] => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);

/** Held in the page itself. */
const isInside = (url: string): boolean => /^(?:data|about|blob):/i.test(url);

/** How long the browser may take over one thing: a slow machine prints fifty years of deliveries all the same. */
const PATIENCE_MS = 10 * 60_000;

/** Did it not answer in time, or end? undefined: the error says something else. */
export function silenceOf(error: unknown): "silent" | "ended" | undefined {
  if (error instanceof TimeoutError || (error instanceof ProtocolError && /timed out/.test(error.message)))
    return "silent";
  const isEnd = error instanceof PuppeteerError || (error instanceof Error && /frame was detached/.test(error.message));
  return isEnd ? "ended" : undefined;
}

const environmentOf = (program: BrowserProgram, profile: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...temporaryFiles(program, profile),
  ...program.env,
});

/** A network of its own, in which there is nothing: what Linux gives to an account that may make one. */
const ALONE = ["/usr/bin/unshare", "--user", "--map-current-user", "--net"];
const hasNetworks = (): boolean =>
  process.platform === "linux" && spawnSync(ALONE[0] ?? "", [...ALONE.slice(1), "/bin/true"]).status === 0;

/** Starts it through a pipe, off the network, in a profile that is erased when it does not start. */
export async function launchIn(
  profile: string,
  program: BrowserProgram,
  { without = [], ...more }: LaunchOptions & { readonly without?: readonly string[] },
): Promise<Browser> {
  const [executablePath = "", ...before] = [...(hasNetworks() ? ALONE : []), program.path];
  try {
    const options: LaunchOptions = {
      pipe: true,
      headless: program.shell ? "shell" : true,
      userDataDir: profile,
      timeout: 60_000,
      // the command itself says how it was stopped; the browser ends with it, as its pipe closes
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      protocolTimeout: PATIENCE_MS,
      ...more,
      env: { ...environmentOf(program, profile), ...more.env },
      args: [...NO_NETWORK, ...sandbox(), ...(more.args ?? [])],
    };
    const args = (await puppeteer.defaultArgs(options)).filter((arg) => !without.includes(arg));
    return await puppeteer.launch({ ...options, executablePath, ignoreDefaultArgs: true, args: [...before, ...args] });
  } catch (error) {
    await eraseProfile(profile);
    throw error;
  }
}

async function start(program: BrowserProgram, forScreen: boolean): Promise<OpenBrowser> {
  const profile = makeProfile(program);
  const args = [...SAME_RENDERING, ...(forScreen || !program.shell ? [] : PAPER_ONLY)];
  const browser = await launchIn(profile, program, { args });
  const [page = await browser.newPage()] = await browser.pages();
  page.setDefaultTimeout(PATIENCE_MS);
  const requested: string[] = [];
  page.on("request", (request) => {
    if (!isInside(request.url())) requested.push(request.url());
  });
  let closed: Promise<void> | undefined;
  // Nothing in it is to be kept: it is ended at once, and not asked to put its profile in order first.
  const close = async (): Promise<void> => {
    await endBrowser(browser.process());
    await browser.disconnect();
    await eraseProfile(profile);
  };
  const session = await browser.target().createCDPSession();
  return {
    page,
    processorSeconds: async () => {
      const { processInfo } = await session.send("SystemInfo.getProcessInfo");
      return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    },
    patienceMs: PATIENCE_MS,
    version: await browser.version(),
    requested,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/**
 * Starts the browser; call it early, it works in its own process while the data is being read.
 * @param named path of the one to use, from the settings; null: the one that is found.
 * @param options `onUnpack`: called when the shipped browser is unpacked, once, which lasts some seconds; `forScreen`: pictures of a screen
 *   are asked of it, as tests alone do.
 * @throws {UserError} (exit 2) when no browser starts.
 */
export async function launchBrowser(
  named: string | null,
  { onUnpack = () => {}, forScreen = false }: { readonly onUnpack?: () => void; readonly forScreen?: boolean } = {},
): Promise<OpenBrowser> {
  const failures: Failure[] = [];
  await eraseOldProfiles();
  for await (const program of programs(named, onUnpack)) {
    try {
      return await start(program, forScreen);
    } catch (error) {
      failures.push(await explain(program, error));
    }
  }
  throw noBrowser(failures);
}

/** What the browser says itself says more than « Target closed ». */
async function explain(program: BrowserProgram, error: unknown): Promise<Failure> {
  const profile = makeProfile(program);
  const args = [...NO_NETWORK, ...sandbox(), `--user-data-dir=${profile}`];
  const own = ownWords(program.path, args, environmentOf(program, profile));
  await eraseProfile(profile);
  const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
  const words = own === "" ? reason : own;
  return { path: program.path, words, cause: causeOf(words, readTextOfSystem) };
}

const readTextOfSystem = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null; // this system has no such setting
  }
};
