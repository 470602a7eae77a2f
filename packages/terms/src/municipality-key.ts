/**
 * Whether a text is an official municipality key (amtlicher Gemeindeschlüssel, AGS): two digits for a state, five
 * for a district, eight for a municipality. Whether there is such a municipality is not checked.
 *
 * @source Statistisches Bundesamt, Gemeindeverzeichnis: states are numbered 01 to 16.
 */
export const isMunicipalityKey = (value: string): boolean => /^(0[1-9]|1[0-6])(\d{3}(\d{3})?)?$/.test(value)

/** The state (Land) of a key: whose holidays count and which office enforces accessibility; `14` is Saxony. */
export const stateOfKey = (key: string): string => key.slice(0, 2)
