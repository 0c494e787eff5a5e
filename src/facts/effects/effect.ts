import type { Command } from '../commands/command.ts'

/** What a command of the shell does to the files of the image. */
export type Effect =
  | {
      readonly kind: 'creates'
      readonly path: string
      readonly isFolder: boolean
      /** A folder that has contents from elsewhere: `cp -r`, `git clone`. */
      readonly isFilled?: boolean
      /** Absolute: what it is a copy of, or what a link leads to. */
      readonly from?: string
      /** A symbolic link: `ln -s`. */
      readonly isLink?: boolean
    }
  /** `mode`, `owner` or `content` of what is there already. */
  | { readonly kind: 'changes'; readonly path: string; readonly what: 'mode' | 'owner' | 'content' }
  | { readonly kind: 'deletes'; readonly path: string }
  /** Adds users or groups. */
  | { readonly kind: 'users' }

/** A file, folder or link that is made. */
export type CreateEffect = Extract<Effect, { readonly kind: 'creates' }>

/** The effect of `chmod`, `chown`, `sed -i`, `>>`. */
export type ChangeEffect = Extract<Effect, { readonly kind: 'changes' }>

/** One effect for every path; undefined where one of them is not known. */
export function each(
  paths: readonly (string | undefined)[] | undefined,
  make: (path: string) => Effect,
): readonly Effect[] | undefined {
  if (paths === undefined || paths.some((path) => path === undefined)) return undefined
  return paths.flatMap((path) => (path === undefined ? [] : [make(path)]))
}

/** The words that are neither flags nor the values of those in `withValue`; undefined where one is not known. */
export function operands(
  command: Command,
  withValue: readonly string[] = [],
): readonly string[] | undefined {
  const words = command.args.filter(
    (word, i, all) =>
      (word === undefined || !/^-[^\s]/.test(word)) && !withValue.includes(all[i - 1] ?? ''),
  )
  return words.every((word) => word !== undefined) ? words : undefined
}

/** `mkdir -p`: it makes the folders above, too, and does no harm where one is there. */
export const makesParents = ({ name, args }: Pick<Command, 'name' | 'args'>): boolean =>
  name === 'mkdir' &&
  args.some((arg) => arg !== undefined && /^(-[a-zA-Z]*p[a-zA-Z]*|--parents)$/.test(arg))

/** `chown -R`, `chmod --recursive` */
export const isRecursive = ({ args }: Pick<Command, 'args'>): boolean =>
  args.some((arg) => arg !== undefined && recursiveFlag.test(arg))

export const recursiveFlag = /^(-[a-zA-Z]*R|--recursive$)/
