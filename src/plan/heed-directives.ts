import type { Dockerfile } from '../dockerfile/instruction.ts'
import { directiveNames, readDirectives } from '../facts/comment-directives.ts'
import { joinStatements } from '../project/config/preferences.ts'
import { withPreferences } from '../project/config/with-preferences.ts'
import type { Project } from '../project/project.ts'
import { leave, refuse, type Refusal } from './refusals/refuse.ts'

/** What a Dockerfile's own comments ask for. */
interface Heeded {
  readonly project: Project
  /** Rules to leave out. */
  readonly skip: readonly string[]
  /** Rules to use besides. */
  readonly use: readonly string[]
}

/** Does what `# msb-migrate:` comments say; they count beside what the configuration says. */
export function heedDirectives(
  dockerfile: Dockerfile,
  project: Project,
  rules: readonly string[],
): Heeded | Refusal {
  const { ignoredAt, skipped, used, statements, unknown } = readDirectives(dockerfile)
  if (unknown !== undefined)
    return refuse(
      'unknown-directive',
      `Line ${unknown.line} says "${unknown.text}"; behind \`# msb-migrate:\` can stand ${directiveNames.join(', ')}, and all but the first say of what.`,
      unknown.line,
    )
  const foreign = [...skipped, ...used].find(({ rule }) => !rules.includes(rule))
  if (foreign !== undefined)
    return refuse(
      'unknown-directive',
      `Line ${foreign.line} names "${foreign.rule}"; the rules are ${rules.join(', ')}.`,
      foreign.line,
    )
  if (ignoredAt !== undefined)
    return leave('ignored', `Line ${ignoredAt} says that this file is left alone.`, ignoredAt)
  const skip = skipped.map(({ rule }) => rule)
  const use = used.map(({ rule }) => rule)
  const { keep, ...others } = statements
  const isSilent = keep.length === 0 && Object.values(others).every((said) => said === undefined)
  if (isSilent) return { project, skip, use }
  const { preferences } = project
  const joined = joinStatements(preferences.statements, statements)
  return { project: withPreferences(project, { ...preferences, statements: joined }), skip, use }
}
