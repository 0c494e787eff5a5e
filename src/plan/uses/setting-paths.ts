import type { Facts } from '../../facts/facts.ts'
import { isWithin, resolvePath } from '../../facts/image-path.ts'
import { databasePath } from '../../programs/database-path.ts'
import { absolutePath, literalPath } from '../../programs/path-value.ts'
import type { Usage } from '../../project/project.ts'

/** A path that a variable names. */
export interface SettingPath {
  readonly name: string
  /** Absolute, in the image. */
  readonly path: string
}

/** Words in the name of a variable whose path is written to. */
const written =
  /(^|_)(DATA|DB|DATABASE|SQLITE\d?|STORAGE|STORE|UPLOADS?|MEDIA|CACHE|LOGS?|STATE|OUTPUT|EXPORTS?|BACKUPS?|SESSIONS?|QUEUE|WORK|VAR|DOWNLOADS?|ATTACHMENTS?|FILES|INDEX|WAL|REPOSITORY|REPOS)(_|$)/i
/** Words in the name of one whose path is only read. */
const readOnly =
  /(PASSWORD|PASSWD|SECRET|TOKEN|KEY|CERT|CERTS|CA|CONFIG|CONF|MIGRATIONS?|SEEDS?|SCHEMA)(_|$)/i
const isStore = /\.(db|db3|sqlite|sqlite3|mdb|log|lmdb|duckdb|kdbx)$/i
const ofSystem = /^\/(etc|usr|bin|sbin|lib\w*|proc|sys|boot|run\/secrets|dev)(\/|$)/

/**
 * The paths that variables of whoever runs the image name and that the program can be taken to write to: below a volume, a database or a log by
 * their ending, or kept data by the variable's name. `DB_PATH=/data/app.db`, `DATABASE_URL=file:/data/app.db`, `UPLOAD_DIR=/uploads`.
 */
export function pathsInSettings(
  usage: Usage,
  { final, contextPath, project }: Pick<Facts, 'final' | 'contextPath' | 'project'>,
): readonly SettingPath[] {
  const { settings, envFiles, mounts } = usage
  const all = [...envFiles.flatMap((file) => [...file.settings]), ...settings]
  return all.flatMap(([name, value]): readonly SettingPath[] => {
    const path = pathIn(value, final.end.workdir)
    if (path === undefined || ofSystem.test(path) || readOnly.test(name)) return []
    const source = contextPath(path)
    const isGiven = source !== undefined && project.isFile(source) && !isStore.test(path)
    const isKept = mounts.some(({ target }) => isWithin(path, target))
    return !isGiven && (isKept || isStore.test(path) || written.test(name)) ? [{ name, path }] : []
  })
}

/** The path that a value is: absolute, of a file's or SQLite's URL, or relative with a folder or an ending. */
function pathIn(value: string, cwd: string | undefined): string | undefined {
  const text = value.trim()
  if (!/^(\/|\.{1,2}\/|(file|sqlite3?):|[\w.-]+\/[\w./-]*\w+\.(db|sqlite3?|log)$)/.test(text))
    return undefined
  const path = databasePath(literalPath(text))
  const place = path === undefined ? undefined : absolutePath(path, { cwd, ownFolder: undefined })
  return place === undefined || place === '/' || /[\s$,;]/.test(place)
    ? undefined
    : resolvePath('/', place)
}
