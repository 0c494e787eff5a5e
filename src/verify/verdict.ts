import type { ImageComparison } from './compare-images.ts'
import type { Finding, Verification } from './verification.ts'

/** What is said of a service whose images were both built: any difference makes it `different`. */
export function conclude(
  builds: Verification['builds'],
  compared: ImageComparison | undefined,
): Verification {
  const differences = compared?.differences ?? []
  const notes = compared?.notes ?? [notRead]
  return {
    ...(differences.length === 0
      ? { verdict: 'same', reason: 'Both build; they were not run.' }
      : { verdict: 'different', reason: countOf(differences) }),
    differences,
    notes,
    builds,
    ...(compared === undefined ? {} : { images: compared.images }),
  }
}

const notRead: Finding = {
  code: 'not-read',
  message: 'docker did not give the files of both images, so they are not compared',
}

function countOf({ length }: readonly Finding[]): string {
  return length === 1 ? 'One thing is different.' : `${length} things are different.`
}
