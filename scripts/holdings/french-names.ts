/** One table of names, French in the file and English here, by which a thing is written and read: { libelle: "label" }. */
type French<T, N extends Readonly<Record<string, keyof T>>> = { readonly [K in keyof N]: T[N[K]] };
type Own<S, N> = { [K in keyof S as K extends keyof N ? N[K] & string : never]: S[K] };

export const toFrench = <T, const N extends Readonly<Record<string, keyof T>>>(thing: T, names: N): French<T, N> =>
  Object.fromEntries(Object.entries(names).map(([french, own]) => [french, thing[own]])) as French<T, N>;

/** What is not there stays so. */
export const fromFrench = <S extends object, const N extends Readonly<Record<keyof S & string, string>>>(
  spec: S,
  names: N,
): Own<S, N> =>
  Object.fromEntries(Object.entries(spec).map(([french, value]) => [names[french as keyof S & string], value])) as Own<
    S,
    N
  >;
