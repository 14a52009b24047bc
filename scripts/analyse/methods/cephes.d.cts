/** The package ships its types, but its "exports" hide them from TypeScript: these are the functions that we use. */
export function chdtri(freedom: number, tail: number): number;
export function incbet(a: number, b: number, x: number): number;
export function incbi(a: number, b: number, p: number): number;
export function ndtr(x: number): number;
export function ndtri(p: number): number;
export function pdtrc(k: number, mean: number): number;
