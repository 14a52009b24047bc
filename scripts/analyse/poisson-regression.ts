/** Poisson regression with a log link, for the trend: small, dense, by Fisher scoring. */

export interface PoissonFit {
  readonly coefficients: readonly number[];
  /** Standard errors of the coefficients, the variance being the mean (R's glm(family = poisson)). */
  readonly errors: readonly number[];
  /** Σ (y − μ)² / μ */
  readonly pearson: number;
  /** Rows less columns. */
  readonly freedom: number;
}

const STEPS = 50;
const TOLERANCE = 1e-13;

/**
 * Fits log E(y) = X β by iteratively reweighted least squares (McCullagh and Nelder 1989, § 2.5): β ← (XᵀWX)⁻¹ XᵀWz, W = μ,
 * z = η + (y − μ)/μ, from μ = y + 0.1 as R does, until β no longer moves.
 * Null when there is no finite estimate (all facts at one end of the series) or the columns are not independent.
 *
 * @param rows of the design matrix, one a count.
 */
export function fitPoisson(rows: readonly (readonly number[])[], counts: readonly number[]): PoissonFit | null {
  const width = rows[0]?.length ?? 0;
  if (rows.length <= width) return null;
  let means = counts.map((y) => y + 0.1);
  let before = new Array<number>(width).fill(Number.POSITIVE_INFINITY);
  for (let step = 0; step < STEPS; step++) {
    const inverse = invert(information(rows, means, width));
    if (!inverse) return null;
    const score = new Array<number>(width).fill(0);
    rows.forEach((row, i) => {
      const mean = means[i] ?? 0;
      const weighted = mean * Math.log(mean) + (counts[i] ?? 0) - mean;
      row.forEach((x, j) => {
        score[j] = (score[j] ?? 0) + x * weighted;
      });
    });
    const beta = inverse.map((line) => dot(line, score));
    if (beta.some((b) => !Number.isFinite(b) || Math.abs(b) > 50)) return null;
    means = rows.map((row) => Math.exp(dot(row, beta)));
    const moved = Math.max(...beta.map((b, j) => Math.abs(b - (before[j] ?? 0)) / (Math.abs(b) + 1)));
    before = beta;
    if (moved > TOLERANCE) continue;
    const variance = invert(information(rows, means, width));
    if (!variance) return null;
    return {
      coefficients: beta,
      errors: variance.map((line, j) => Math.sqrt(line[j] ?? 0)),
      pearson: counts.reduce((total, y, i) => total + (y - (means[i] ?? 0)) ** 2 / (means[i] ?? 1), 0),
      freedom: rows.length - width,
    };
  }
  return null;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, x, i) => total + x * (b[i] ?? 0), 0);

/** XᵀWX, W diagonal. */
function information(rows: readonly (readonly number[])[], weights: readonly number[], width: number): number[][] {
  const matrix = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  rows.forEach((row, i) => {
    const weight = weights[i] ?? 0;
    matrix.forEach((line, j) => {
      const scaled = (row[j] ?? 0) * weight;
      row.forEach((x, k) => {
        line[k] = (line[k] ?? 0) + scaled * x;
      });
    });
  });
  return matrix;
}

/** Inverse by Gauss and Jordan with pivots; null when the matrix is singular. */
function invert(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++)
      if (Math.abs(work[i]?.[column] ?? 0) > Math.abs(work[pivot]?.[column] ?? 0)) pivot = i;
    const pivotRow = work[pivot];
    const top = pivotRow?.[column] ?? 0;
    const scale = Math.max(...(matrix[column] ?? []).map(Math.abs));
    if (!pivotRow || Math.abs(top) <= 1e-12 * scale) return null;
    work[pivot] = work[column] ?? pivotRow;
    work[column] = pivotRow;
    for (let j = 0; j < pivotRow.length; j++) pivotRow[j] = (pivotRow[j] ?? 0) / top;
    work.forEach((row, i) => {
      const factor = row[column] ?? 0;
      if (i === column || factor === 0) return;
      for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    });
  }
  return work.map((row) => row.slice(size));
}
