/** The functions of formulas that statements are made with. undefined: what it gives cannot be told. */
import { areasAfterTarget, areasAlone, chosen, oneArea } from "./criteria.ts";
import type { FunctionName } from "./expression.ts";
import {
  type Cells,
  countOf,
  type Failure,
  type Given,
  indexes,
  isFailure,
  NOT_FOUND,
  type Value,
  valueAt,
} from "./formula-values.ts";
import { anyLookup, index, lookup, match } from "./lookups.ts";

const allOf = (cells: Cells | undefined): readonly Value[] | undefined => cells?.rows.flat();

/** The values of areas, and of operands that are one value each. */
function valuesOf({ count, value, cells, isArea }: Given): readonly Value[] | undefined {
  const parts = indexes(count).map((i) => {
    if (isArea(i)) return allOf(cells(i));
    const one = value(i);
    return isFailure(one) ? [one] : [countOf(one)];
  });
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** Texts and empty cells of an area are passed over. */
const whole =
  (compute: (numbers: readonly number[]) => Value, take = valuesOf) =>
  (given: Given): Value => {
    const values = take(given);
    const failure = values?.find(isFailure);
    if (failure || !values || values.includes(undefined)) return failure;
    return compute(values.filter((value) => typeof value === "number"));
  };

const countNumbers = (given: Given): Value => {
  const values = valuesOf(given);
  return values?.includes(undefined) ? undefined : values?.filter((value) => typeof value === "number").length;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
/** 0 of none. */
const furthest =
  (choose: (a: number, b: number) => number) =>
  ([first = 0, ...others]: readonly number[]): number =>
    others.reduce(choose, first);
const mean = (numbers: readonly number[]): Value =>
  numbers.length === 0 ? { error: "#DIV/0!" } : sum(numbers) / numbers.length;

/** How many are chosen, whatever they hold. */
const counted =
  (take: (given: Given) => readonly Value[] | undefined) =>
  (given: Given): Value => {
    const values = take(given);
    return values?.includes(undefined) ? undefined : values?.length;
  };

function product({ count, cells }: Given): Value {
  const parts = indexes(count).map(cells);
  const [first] = parts;
  if (!first || parts.some((part) => part?.height !== first.height || part.width !== first.width)) return undefined;
  const values = parts.flatMap((part) => allOf(part) ?? [undefined]);
  const failure = values.find(isFailure);
  // TRUE counts for 1 in a program, for 0 in another.
  if (failure || values.some((value) => value === undefined || typeof value === "boolean")) return failure;
  const height = Math.min(...parts.map((part) => part?.rows.length ?? 0));
  const factor = (value: Value): number => (typeof value === "number" ? value : 0);
  return sum(
    indexes(height).flatMap((row) =>
      indexes(first.width).map((column) =>
        parts.reduce((made, part) => made * factor(part && valueAt(part, row, column)), 1),
      ),
    ),
  );
}

const truthOf = (value: Value): boolean | Failure | undefined => {
  if (typeof value === "boolean" || isFailure(value)) return value;
  const count = countOf(value);
  return count === undefined ? undefined : count !== 0;
};

function choice({ count, value }: Given): Value {
  const holds = truthOf(value(0));
  if (typeof holds !== "boolean") return holds;
  return holds ? value(1) : count > 2 ? value(2) : false;
}

const logical =
  (deciding: boolean) =>
  ({ count, value, isArea }: Given): Value => {
    const truths = indexes(count).map((i) => (isArea(i) ? undefined : truthOf(value(i))));
    return truths.every((truth) => typeof truth === "boolean")
      ? truths.includes(deciding) === deciding
      : truths.find((truth) => truth !== undefined && isFailure(truth));
  };

const unless =
  (isBad: (failure: Failure) => boolean) =>
  ({ value }: Given): Value => {
    const first = value(0);
    return isFailure(first) && isBad(first) ? value(1) : first;
  };

const is =
  (holds: (value: Value) => boolean) =>
  ({ value }: Given): Value => {
    const one = value(0);
    return one === undefined ? undefined : holds(one);
  };

/** A hair less than a half is a half, as in a spreadsheet. */
const rounding =
  (round: (value: number) => number) =>
  ({ value }: Given): Value => {
    const [first, places] = [value(0), countOf(value(1))];
    const number = countOf(first);
    if (isFailure(first) || number === undefined || places === undefined) return isFailure(first) ? first : undefined;
    const power = 10 ** Math.trunc(places);
    return (Math.sign(number) * round(Number((Math.abs(number) * power).toPrecision(15)))) / power;
  };

const ofOne =
  (compute: (number: number) => number) =>
  ({ value }: Given): Value => {
    const one = value(0);
    const number = countOf(one);
    return isFailure(one) || number === undefined ? (isFailure(one) ? one : undefined) : compute(number);
  };

export const COMPUTE: Readonly<Record<Exclude<FunctionName, "SUBTOTAL">, (given: Given) => Value>> = {
  ABS: ofOne(Math.abs),
  AND: logical(false),
  AVERAGE: whole(mean),
  AVERAGEIF: whole(mean, chosen(oneArea)),
  AVERAGEIFS: whole(mean, chosen(areasAfterTarget)),
  COUNT: countNumbers,
  COUNTIF: counted(chosen(oneArea)),
  COUNTIFS: counted(chosen(areasAlone)),
  HLOOKUP: lookup(false),
  IF: choice,
  IFERROR: unless(() => true),
  IFNA: unless(({ error }) => error === NOT_FOUND.error),
  INDEX: index,
  INT: ofOne(Math.floor),
  ISERROR: is(isFailure),
  ISNA: is((value) => isFailure(value) && value.error === NOT_FOUND.error),
  ISNUMBER: is((value) => typeof value === "number"),
  MATCH: match,
  MAX: whole(furthest((a, b) => Math.max(a, b))),
  MIN: whole(furthest((a, b) => Math.min(a, b))),
  OR: logical(true),
  ROUND: rounding(Math.round),
  ROUNDDOWN: rounding(Math.floor),
  ROUNDUP: rounding(Math.ceil),
  SUM: whole(sum),
  SUMIF: whole(sum, chosen(oneArea)),
  SUMIFS: whole(sum, chosen(areasAfterTarget)),
  SUMPRODUCT: product,
  VLOOKUP: lookup(true),
  XLOOKUP: anyLookup,
};
