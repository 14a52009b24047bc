/** Preloaded by the commands that run from their sources (`node --import`). */
import { tune } from "./runtime.js";

tune({ whole: true });
