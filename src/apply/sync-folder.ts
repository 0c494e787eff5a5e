import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes what was made, renamed or removed in a folder durable. Some file systems cannot sync one; then it is as durable as they make it. */
export function syncFolder(folder: string): void {
  let opened: number | undefined
  try {
    opened = openSync(folder, 'r')
    fsyncSync(opened)
  } catch {
    return
  } finally {
    if (opened !== undefined) closeSync(opened)
  }
}
