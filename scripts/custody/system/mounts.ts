/** What is mounted where, for the systems that have one tree of folders (Linux, macOS). */

export interface Mount {
  readonly source: string;
  /** "" where the line that tells of it is not understood. */
  readonly point: string;
  readonly type: string;
}

/** The mount point nearest above the path; of equal ones, the last is the one in force. */
export const nearestMount = (mounts: readonly Mount[], path: string): Mount | undefined =>
  mounts
    .filter(({ source, point, type }) => source && type && point && isWithin(path, point))
    .toSorted((a, b) => a.point.length - b.point.length)
    .at(-1);

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
