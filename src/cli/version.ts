/** The version of Salus, as in package.json: reports name it. */
export const VERSION = '0.1.0'
