/** How many statements are drawn: 200 in `npm test`, 2 000 in `npm run test:nightly`; DRAWS and SEED try others. */
export const DRAWS = Number(process.env.DRAWS ?? (process.env.MODE === "nightly" ? 2000 : 200));
export const SEED = Number(process.env.SEED ?? 2026);
