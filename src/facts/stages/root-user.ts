/** Whether a user, as USER, `chown` and `--chown` name it, is root, whatever the group; nobody named is root. */
export const isRoot = (user: string | undefined): boolean =>
  user === undefined || /^((root|0)(:|$)|$)/.test(user)
