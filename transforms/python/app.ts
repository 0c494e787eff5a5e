import {
  environmentOf,
  isInstaller,
  pythonInstallOf,
  requirementName,
  type Facts,
  type PackageWork,
  type RunCommand,
} from '../../src/transform.ts'
import { readWorks } from './read-works.ts'

/** A Python application as a Dockerfile builds it: how its packages are installed, and where they are. */
export interface PythonApp {
  readonly facts: Facts
  /** What the commands of the RUNs do to packages, in order. */
  readonly works: readonly PackageWork[]
  /** The environments that hold packages, by their folders. */
  readonly environments: readonly string[]
  /** Installs of the application's packages among those of the image's own Python, or where their manager alone finds them. */
  readonly ofImage: readonly PackageWork[]
  /** An install by a manager that no row reads. */
  readonly unread: RunCommand | undefined
}

/** The family of Red Hat's lean images of Python, of which nothing can stay behind but what the file installs. */
export const redHatPython = 'ubi/python-minimal'

/** Reads the application. */
export function readApp(facts: Facts): PythonApp {
  const works = readWorks(facts)
  const known = new Set(works.map(({ command }) => command))
  return {
    facts,
    works,
    environments: [...new Set(works.flatMap((work) => environmentOf(work) ?? []))],
    ofImage: works.filter(
      (work) => /^(image|own)$/.test(work.home.kind) && !installsToolsAlone(work),
    ),
    unread: facts.final.commands.find(
      (command) => !known.has(command) && pythonInstallOf(command) !== undefined,
    ),
  }
}

/** `pip install --upgrade pip wheel`: nothing of it is the application's. */
function installsToolsAlone({ install }: PackageWork): boolean {
  if (install === undefined) return false
  const { packages, requirements, local, editable } = install
  return (
    packages.length > 0 &&
    requirements.length + local.length + editable.length === 0 &&
    packages.every((text) => isInstaller(requirementName(text)))
  )
}
