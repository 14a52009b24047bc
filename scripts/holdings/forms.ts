/** Forms: how a thing is written in a JSON file that a person can read, and what the file must hold for it to be read again, in one description. */
import { v } from "../disk/schema.ts";

export interface Form<S extends v.GenericSchema> {
  readonly schema: S;
  readonly write: (thing: v.InferOutput<S>) => unknown;
}
interface AnyForm {
  readonly schema: v.GenericSchema;
  readonly write: (thing: never) => unknown;
}
/** What is read by a form, and written. */
export type Of<F extends AnyForm> = v.InferOutput<F["schema"]>;

/** Written as it is. */
export const as = <const S extends v.GenericSchema>(schema: S): Form<S> => ({ schema, write: (thing) => thing });
export const nullable = <const S extends v.GenericSchema>({ schema, write }: Form<S>) => ({
  schema: v.nullable(schema),
  write: (thing: v.InferOutput<S> | null) => (thing === null ? null : write(thing)),
});
/** Left out of the file, never null. */
export const optional = <const S extends v.GenericSchema>({ schema, write }: Form<S>) => ({
  schema: v.exactOptional(schema),
  write,
});
export const list = <const S extends v.GenericSchema>({ schema, write }: Form<S>) => ({
  schema: v.array(schema),
  write: (things: readonly v.InferOutput<S>[]): unknown => things.map(write),
});
/** A list of which each item is written on a line of its own. */
export const items = <const S extends v.GenericSchema>({ schema, write }: Form<S>) => ({
  schema: v.array(schema),
  write: (things: readonly v.InferOutput<S>[]): unknown => new Items(things.map(write)),
});

type Entries = Readonly<Record<string, readonly [own: string, form: AnyForm]>>;
type Own<
  E extends Entries,
  S = v.InferOutput<v.StrictObjectSchema<{ readonly [K in keyof E]: E[K][1]["schema"] }, undefined>>,
> = { [K in keyof S as K extends keyof E ? E[K][0] : never]: S[K] };

/** A group by its keys, French in the file and English here: { libelle: ["label", text] }. What is not there stays so. */
export function named<const E extends Entries>(entries: E): Form<v.GenericSchema<unknown, Own<E>>> {
  const schemas = Object.fromEntries(Object.entries(entries).map(([french, [, { schema }]]) => [french, schema]));
  return {
    schema: v.pipe(
      v.strictObject(schemas),
      v.transform(
        (spec) =>
          Object.fromEntries(Object.entries(spec).map(([french, own]) => [entries[french]?.[0], own])) as Own<E>,
      ),
    ),
    write: (thing) =>
      Object.fromEntries(
        Object.entries(entries).flatMap(([french, [name, { write }]]) => {
          const own = (thing as Readonly<Record<string, unknown>>)[name];
          return own === undefined ? [] : [[french, write(own as never)]];
        }),
      ),
  };
}

class Items {
  readonly list: readonly unknown[];
  constructor(list: readonly unknown[]) {
    this.list = list;
  }
}

/** What a form has written, to JSON whose lines stay short. */
export function writeJson(value: unknown, margin = ""): string {
  const inner = `${margin} `;
  const block = (open: string, parts: readonly string[], close: string): string =>
    parts.length === 0 ? open + close : `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${margin}${close}`;
  const each = (parts: readonly unknown[], write: (part: unknown) => string): string =>
    block("[", parts.map(write), "]");
  if (value instanceof Items) return each(value.list, (item) => JSON.stringify(item));
  if (Array.isArray(value)) return each(value, (item) => writeJson(item, inner));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const keys = Object.entries(value).map(([key, own]) => `${JSON.stringify(key)}: ${writeJson(own, inner)}`);
  return block("{", keys, "}");
}
