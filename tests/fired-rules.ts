/** With each test, the rules that the program told meanwhile, or while its file was prepared: each-rule-fires.ts reads them. */
import { afterEach } from "vitest";

declare global {
  var firedRules: Set<string> | undefined;
}
declare module "vitest" {
  interface TaskMeta {
    firedRules?: readonly string[];
  }
}

globalThis.firedRules ??= new Set();

afterEach(({ task }) => {
  task.meta.firedRules = [...(globalThis.firedRules ?? [])];
  globalThis.firedRules?.clear();
});
