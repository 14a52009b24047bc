/** Opens a file in the program that the machine has for it, as a double click does. */
import { spawn } from "node:child_process";
import { win32 } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A program that cannot open it says so at once; one that opens it may last as long as its window. */
const REFUSAL_MS = 2000;

/** null: no window can be opened here. By full path: a program planted in the current folder must not answer in its place. */
function opener(path: string): readonly [program: string, args: readonly string[]] | null {
  const { platform, env } = process;
  if (platform === "win32") {
    const tool = win32.join(env.SystemRoot ?? "C:\\Windows", "System32", "rundll32.exe");
    return [tool, ["url.dll,FileProtocolHandler", path]];
  }
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["/usr/bin/xdg-open", [path]] : null;
}

/** @returns did the machine take it? */
export async function openFile(path: string): Promise<boolean> {
  const found = opener(path);
  if (!found) return false;
  const [program, args] = found;
  const child = spawn(program, args, { detached: true, stdio: "ignore" });
  child.unref();
  const refused = new Promise<boolean>((done) => {
    child.once("error", () => done(true));
    child.once("exit", (code) => done(code !== 0));
  });
  return !(await Promise.race([refused, pause(REFUSAL_MS, false)]));
}
