import { groovyTokens, jenkinsfileName, shellSteps } from '../pipelines/jenkinsfile.ts'
import type { ScriptFormat } from './script.ts'

/** The `sh` steps of a Jenkinsfile. https://www.jenkins.io/doc/pipeline/steps/workflow-durable-task-step/#sh-shell-script */
export const jenkinsfile: ScriptFormat = {
  names: jenkinsfileName,
  read: (file, folder) =>
    shellSteps(groovyTokens(file.text)).map(({ token: { line, text } }) => ({
      ...{ file: file.path, line, name: 'pipeline', text, folder },
    })),
}
