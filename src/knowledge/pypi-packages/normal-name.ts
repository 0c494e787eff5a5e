/** A package's name as names are compared: https://packaging.python.org/en/latest/specifications/name-normalization/ */
export const normalName = (name: string): string => name.replace(/[-_.]+/g, '-').toLowerCase()
