/** Values of attributes that are on or off. */

/** "1", "true", or no value at all. */
export const isOn = (value: string | undefined): boolean => value === undefined || value === "1" || value === "true";
export const isSet = (value: string | undefined): boolean => value !== undefined && isOn(value);
