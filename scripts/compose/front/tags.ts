/** In the margin of page one. */
export const DEGREE_TAGS = { established: "Établi", "to-follow": "À suivre", ordinary: "" } as const;
