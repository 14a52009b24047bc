/** Edge, where there is none: a program of its name that hands what it is told to the Chromium of this machine. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { shippedChromium } from "../../scripts/browser/shipped-chromium.ts";

/** What Node looks for in its own executable (its documentation, "Single executable applications"). */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** Node of Windows with msedge.cjs inside. */
export function makeEdge(nodeExe: string, edgeExe: string): void {
  const folder = mkdtempSync(join(tmpdir(), "edge-"));
  try {
    const config = {
      main: resolve(import.meta.dirname, "msedge.cjs"),
      output: join(folder, "blob"),
      disableExperimentalSEAWarning: true,
    };
    writeFileSync(join(folder, "sea.json"), JSON.stringify(config));
    execFileSync(process.execPath, ["--experimental-sea-config", join(folder, "sea.json")], { stdio: "ignore" });
    mkdirSync(dirname(edgeExe), { recursive: true });
    copyFileSync(nodeExe, edgeExe);
    const postject = resolve("node_modules/postject/dist/cli.js");
    execFileSync(process.execPath, [postject, edgeExe, "NODE_SEA_BLOB", config.output, "--sentinel-fuse", FUSE], {
      stdio: "ignore",
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Messages end with a zero, on the pipes of the browser as on ours. */
function onMessage(stream: NodeJS.ReadableStream, take: (message: string) => void): void {
  let rest: readonly Buffer[] = [];
  stream.on("data", (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      take(Buffer.concat([...rest, chunk.subarray(from, at)]).toString("utf8"));
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest = [...rest, chunk.subarray(from)];
  });
}

function startChromium(socket: Socket, args: readonly string[], program: { path: string; env: object }): ChildProcess {
  // a profile of its own: Chromium of Linux leaves links in it, which Wine cannot erase
  const profile = mkdtempSync(join(tmpdir(), "edge-profil-"));
  const own = args.map((arg) => (arg.startsWith("--user-data-dir=") ? `--user-data-dir=${profile}` : arg));
  const browser = spawn(program.path, [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), ...own], {
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    env: { ...process.env, ...program.env },
  });
  for (const stream of browser.stdio) stream?.on("error", () => {}); // it has ended: "exit" says so
  browser.on("exit", () => {
    socket.destroy();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return browser;
}

/**
 * One Chromium a connection. Addresses of the drive C: are translated both ways.
 * @returns the port it listens to, and what ends it.
 */
export async function startBridge(driveC: string): Promise<{ readonly port: number; readonly close: () => void }> {
  const program = await shippedChromium(() => {});
  if (program === undefined)
    throw new Error("the stand-in for Edge needs the Chromium that the program ships for Linux");
  const here = encodeURI(driveC);
  const server = createServer((socket) => {
    let browser: ChildProcess | undefined;
    onMessage(socket, (message) => {
      if (browser === undefined) {
        browser = startChromium(socket, JSON.parse(message) as string[], program);
        const answers = browser.stdio[4];
        if (answers && "on" in answers)
          onMessage(answers as NodeJS.ReadableStream, (answer) =>
            socket.write(`${answer.replaceAll(`file://${here}/`, "file:///C:/")}\0`),
          );
        return;
      }
      const orders = browser.stdio[3];
      if (orders && "write" in orders) orders.write(`${message.replaceAll("file:///C:/", `file://${here}/`)}\0`);
    });
    const kill = (): void => {
      try {
        if (browser?.pid !== undefined) process.kill(-browser.pid, "SIGKILL");
      } catch {
        // it has ended already
      }
    };
    socket.on("close", kill).on("error", kill);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    close: () => server.close(),
  };
}
