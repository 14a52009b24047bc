/**
 * What is drawn at random: always the same in `npm test`, so that a failure is the change's and not the draw's; from a new seed in
 * `npm run test:nightly`, where far more is drawn. vitest.config.ts says the seed. Others: `SEED=7 DRAWS=500 npm test -- tests/generated`.
 */
export const NIGHTLY = process.env.MODE === "nightly";
export const SEED = Number(process.env.SEED ?? 2026);
/** How many statements. */
export const DRAWS = Number(process.env.DRAWS ?? (NIGHTLY ? 2000 : 30));
