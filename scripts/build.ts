/** npm run build. The work is in build-bulletins.ts; it is loaded after the compile cache is on. */
import { keepCompiledCode } from "./publish/compiled-code.ts";

keepCompiledCode();
const { buildBulletins } = await import("./build-bulletins.ts");
await buildBulletins();
