/**
 * Custody: the right persons, the right machine, a register of what was done, nothing that leaves.
 *
 * A build calls, in this order (all together under 10 ms):
 *   assertReachable  assertEntitled  folderWarnings  assertRegister       before reading
 *   checkReceptions                                                       before anything is published
 *   tightenRights  appendRegister  checkCopies                            once the bulletin is in place
 * The other commands (copies, sauvegarde, conservation …) import the file that they need.
 */

export { copiesOf, isOut, lastBuild } from "./copies/copies.ts";
export { checkHolders, copiesOut } from "./copies/former.ts";
export { checkGaveBack } from "./copies/gave-back.ts";
export { checkCopies } from "./copies/outdated.ts";
export { folderWarnings, tightenRights } from "./folders.ts";
export { checkLiveFolders } from "./live-folders.ts";
export { currentAccount } from "./people/account.ts";
export { assertEntitled, entitledList } from "./people/entitlement.ts";
export { recorded } from "./register/editions.ts";
export type { NewEntry, RegisterLine } from "./register/entry.ts";
export { filesKnown } from "./register/known.ts";
export { checkLectures, trustedLectures } from "./register/lectures.ts";
export { checkReceptions } from "./register/received.ts";
export { appendRegister, assertRegister } from "./register/register.ts";
export { clockInDoubt } from "./register/verify-clock.ts";
export { alteredIn, replacedAltered } from "./register/verify-files.ts";
export { readRegister, registerGone, verifyRegister } from "./verify-register.ts";
