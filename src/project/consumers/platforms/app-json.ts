import path from 'node:path'
import { list, record, text } from '../../formats/loose-data.ts'
import { parseJsonText } from '../../formats/json-text.ts'
import { PLAIN_USE } from '../build-use.ts'
import { inShell, lineOf, type Platform } from './platform.ts'

/**
 * app.json: what Dokku, and Heroku where it builds a Dockerfile, run in the image around a release.
 * https://dokku.com/docs/appendices/file-formats/app-json/ https://devcenter.heroku.com/articles/app-json-schema
 */
export const appJson: Platform = {
  names: /^app\.json$/,
  read: (file, resolve) => {
    const data = record(parseJsonText(file.text))
    const scripts = record(data['scripts'])
    const dokku = record(scripts['dokku'])
    const ofHeroku = data['stack'] === 'container' ? scripts : {}
    const lines = [
      ...['predeploy', 'postdeploy'].map((key) => text(dokku[key])),
      ...['postdeploy', 'pr-predestroy'].map((key) => text(record(ofHeroku)[key])),
      ...list(data['cron']).map((job) => text(record(job)['command'])),
    ].filter((line) => line !== undefined && line !== '')
    const place = resolve(path.dirname(file.path), { context: undefined, dockerfile: undefined })
    return place === undefined
      ? []
      : lines.flatMap((line = '') => ({
          ...PLAIN_USE,
          ...place,
          file: file.path,
          line: lineOf(file.text, JSON.stringify(line)),
          kind: 'platform',
          name: 'app.json',
          command: inShell(line),
        }))
  },
}
