import type { Facts } from '../../../facts/facts.ts'
import { folderOf, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { findStage, lineage, type StageFacts } from '../../../facts/stages/stage-facts.ts'

/** Whether the final stage has what another stage has at a path, at the same one: it is built from that stage, or copies bring it. */
export function isCarried(path: string | RegExp, from: StageFacts, facts: Facts): boolean {
  const isIt = ({ path: tree, isFile }: CopiedTree) =>
    typeof path !== 'string' ? path.test(tree) : isFile ? path === tree : isWithin(path, tree)
  const reaches = (to: StageFacts): boolean =>
    lineage(to).some(
      (stage) =>
        stage === from ||
        copiedTrees(stage, facts).some((tree) => isIt(tree) && reaches(tree.source)),
    )
  return reaches(facts.final)
}

/** What a stage has of another, at the path that it has there. */
interface CopiedTree {
  readonly source: StageFacts
  readonly path: string
  /** Of a folder its contents would go elsewhere: `COPY --from=builder /usr/local/bin/gunicorn /usr/local/bin/`. */
  readonly isFile: boolean
}

function copiedTrees({ stage, copies }: StageFacts, { stages }: Facts): readonly CopiedTree[] {
  return copies.flatMap(({ from, sources, destination }) => {
    const source = from === undefined ? undefined : findStage(stages.slice(0, stage.index), from)
    if (source === undefined || destination === undefined) return []
    return sources.flatMap((written): readonly CopiedTree[] => {
      const path = resolvePath('/', written)
      if (path === undefined) return []
      if (resolvePath('/', destination) === path) return [{ source, path, isFile: false }]
      return folderOf(path) === resolvePath('/', destination)
        ? [{ source, path, isFile: true }]
        : []
    })
  })
}
