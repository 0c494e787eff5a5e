import type { Project } from '../project.ts'
import type { Preferences } from './preferences.ts'

/** The project with what its people want of it, and state. */
export function withPreferences(project: Project, preferences: Preferences): Project {
  return {
    ...project,
    preferences,
    withFiles: (files) => withPreferences(project.withFiles(files), preferences),
  }
}
