import type { Facts } from '../../../src/transform.ts'
import { holdsOnlySources, type Asset } from './assets.ts'

const notForRunTime =
  /^(README|LICEN[CS]E|NOTICE|AUTHORS|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|Makefile|Taskfile|Procfile|Jenkinsfile|Vagrantfile|Gopkg\.|glide\.|go\.(mod|sum|work)|Dockerfile|Containerfile|docker-compose|compose\.|\.(git|github|gitlab|circleci|vscode|idea|travis|drone|golangci|editorconfig|dockerignore|goreleaser|air|DS_Store)|renovate|docs?$|tests?$|testdata$|examples?$|vendor$|node_modules$|scripts?$|hack$|deploy(ments?)?$|k8s$|\.?charts?$|helm$|terraform$)|^\.env[.-](example|sample|dist|template)$|~$|\.(go|md|sh|ya?ml\.dist|test|proto|bat|ps1|iml|log|org|rst|tf|Dockerfile|sw[a-p]|bak|orig)$/i

/** Where the sources don't tell: whatever of the context is no source, no documentation and no tooling. */
export function conventionalAssets(facts: Facts, why: string): readonly Asset[] {
  const { project } = facts
  return project.list('').flatMap((source) => {
    const path = facts.imagePath(source)
    const isFolder = project.isFolder(source)
    if (
      path === undefined ||
      notForRunTime.test(source) ||
      (isFolder && holdsOnlySources(source, facts))
    )
      return []
    return [{ source, path, isFolder, evidence: { path: source, line: undefined, text: why } }]
  })
}
