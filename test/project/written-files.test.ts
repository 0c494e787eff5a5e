import { describe, expect, test } from 'vitest'
import { parsedGo } from '../../src/programs/readers/go/language.ts'
import { memoryProject } from '../memory-project.ts'

describe('a project once files are written', () => {
  const project = memoryProject({ 'src/a.js': 'a', '.dockerignore': '*\n!src\n' })

  test('has them, in folders that were not there, too', () => {
    const later = memoryProject({ 'a.txt': '' }).withFiles([
      { path: 'nginx.conf', after: 'server {}\n' },
      { path: 'deploy/site/site.conf', after: 'site\n' },
    ])
    expect(later.read('nginx.conf')).toBe('server {}\n')
    expect(later.isFolder('deploy/site')).toBe(true)
    expect(later.files()).toEqual(['a.txt', 'deploy/site/site.conf', 'nginx.conf'])
    expect(later.match('*.conf')).toEqual(['nginx.conf'])
  })

  test('hides what its ignore file hides', () => {
    const later = project.withFiles([{ path: 'nginx.conf', after: 'server {}\n' }])
    expect(later.isFile('nginx.conf')).toBe(false)
    expect(later.isIgnored('nginx.conf')).toBe(true)
  })

  test('reads an ignore file that is among them', () => {
    const later = project.withFiles([
      { path: 'nginx.conf', after: 'server {}\n' },
      { path: '.dockerignore', after: '*\n!src\n!nginx.conf\n' },
    ])
    expect(later.files()).toEqual(['nginx.conf', 'src/a.js'])
    expect(later.ignoreFile?.text).toContain('!nginx.conf')
  })

  test('leaves the project before as it was', () => {
    project.withFiles([{ path: 'src/a.js', after: 'b' }])
    expect(project.read('src/a.js')).toBe('a')
    expect(project.withFiles([])).toBe(project)
  })

  test('says what its own sources say, and what did not change is not parsed again', () => {
    const before = memoryProject({ 'a.go': 'package a\n', 'b.go': 'package b\n' })
    const later = before.withFiles([{ path: 'a.go', after: 'package c\n' }])
    expect(parsedGo(before, 'a.go')?.package).toBe('a')
    expect(parsedGo(later, 'a.go')?.package).toBe('c')
    expect(parsedGo(before, 'a.go')?.package).toBe('a')
    expect(parsedGo(later, 'b.go')).toBe(parsedGo(before, 'b.go'))
  })
})
