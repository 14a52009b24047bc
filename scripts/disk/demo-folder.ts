/** The demonstration's bulletins lie apart, dist/demonstration/: no register knows them, no copy of them is made, no backup holds them. */
export const DEMO_OUT = "demonstration";
