/** The end of a browser, with all that it started. */
import { type ChildProcess, spawnSync } from "node:child_process";
import { win32 } from "node:path";

/** The browser and the processes that it started, of one group: one left alive would write in the profile once it is erased. */
function killAll(browser: ChildProcess): void {
  if (browser.pid === undefined) return;
  if (process.platform === "win32") {
    // no groups there: taskkill follows the tree from its root, which must still be alive; by full path, see custody/system/windows.ts
    const taskkill = win32.join(process.env.SystemRoot ?? "C:\\Windows", "System32", "taskkill.exe");
    spawnSync(taskkill, ["/PID", String(browser.pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    browser.kill("SIGKILL"); // should it have been refused
    return;
  }
  try {
    process.kill(-browser.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    browser.kill("SIGKILL"); // no such group: all of it has ended meanwhile, or it never had one
  }
}

/** Ends it at once: it is not asked to put its profile in order first. @returns once it is gone. */
export async function endBrowser(browser: ChildProcess | null): Promise<void> {
  if (browser === null) return;
  const gone = new Promise<void>((resolve) => {
    if (browser.exitCode !== null || browser.signalCode !== null) resolve();
    else browser.once("exit", () => resolve());
  });
  killAll(browser);
  await gone;
}
