import type { Project } from '../project.ts'
import type { Preferences } from './preferences.ts'

/** The project with what its people want of it, and state. The same files give the same project, as without. */
export function withPreferences(project: Project, preferences: Preferences): Project {
  const own = new WeakMap<Project, Project>()
  const preferring = (plain: Project): Project => {
    const known = own.get(plain)
    if (known !== undefined) return known
    const made: Project = {
      ...plain,
      preferences,
      withFiles: (files) => preferring(plain.withFiles(files)),
    }
    own.set(plain, made)
    return made
  }
  return preferring(project)
}
