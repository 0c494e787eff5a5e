import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A project that holds what generators leave behind: one source of many megabytes, or very many sources. */
export interface HostileProject {
  readonly name: string
  /** What its size is counted in: megabytes, or files. */
  readonly sizes: readonly number[]
  /** Files by path, for a size. */
  readonly files: (size: number) => Iterable<readonly [path: string, text: string]>
}

const goProject = {
  Dockerfile:
    'FROM golang:1.24\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app .\nEXPOSE 8080\nCMD ["/app"]\n',
  'go.mod': 'module example.org/hostile\n\ngo 1.24\n',
  'main.go':
    'package main\n\nimport "net/http"\n\nfunc main() {\n\t_ = table\n\tpanic(http.ListenAndServe(":8080", nil))\n}\n',
}

const nodeProject = {
  Dockerfile:
    'FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\nEXPOSE 3000\nCMD ["node", "server.js"]\n',
  'package.json': '{ "name": "hostile", "dependencies": { "express": "5.0.0" } }\n',
  'package-lock.json':
    '{ "name": "hostile", "lockfileVersion": 3, "packages": { "": { "dependencies": { "express": "5.0.0" } }, "node_modules/express": { "version": "5.0.0" } } }\n',
}

const phpProject = {
  Dockerfile:
    'FROM php:8.3-apache\nRUN docker-php-ext-install pdo_mysql\nCOPY --from=composer:2 /usr/bin/composer /usr/bin/composer\nWORKDIR /var/www/html\nCOPY . .\nRUN composer install --no-dev\n',
  'composer.json': '{ "require": { "monolog/monolog": "3.0.0" } }\n',
  'composer.lock':
    '{ "packages": [{ "name": "monolog/monolog", "version": "3.0.0" }], "packages-dev": [] }\n',
  'index.php':
    "<?php\nrequire __DIR__ . '/vendor/autoload.php';\n$table = require __DIR__ . '/table.php';\n",
}

/** Tables, as generators of code write them: lines of words, numbers and strings with quotes and comment signs in them. */
export const hostileProjects: readonly HostileProject[] = [
  {
    name: 'a Go source',
    sizes: [0.25, 1, 5],
    files: (size) => [
      ...Object.entries(goProject),
      [
        'table.go',
        `package main\n\nvar table = map[string][]int{\n${lines(size, (i) => `\t"k${i} /* \\" //": {${i}, 0x${i.toString(16)}, ${i * 7}},`)}}\n`,
      ],
    ],
  },
  {
    name: 'a JavaScript source',
    sizes: [0.25, 1, 5],
    files: (size) => [
      ...Object.entries(nodeProject),
      [
        'server.js',
        "const express = require('express')\nconst table = require('./table.js')\nexpress().get('/', (_, r) => r.json(table)).listen(3000)\n",
      ],
      [
        'table.js',
        `module.exports = {\n${lines(size, (i) => `  'k${i} /* \\' //': [${i}, 0x${i.toString(16)}, ${i * 7}],`)}}\n`,
      ],
    ],
  },
  {
    name: 'a PHP source',
    sizes: [0.25, 1, 5],
    files: (size) => [
      ...Object.entries(phpProject),
      [
        'table.php',
        `<?php\nreturn [\n${lines(size, (i) => `  'k${i} /* \\' //' => [${i}, 0x${i.toString(16)}, ${i * 7}],`)}];\n`,
      ],
    ],
  },
  {
    name: 'Node sources',
    sizes: [4000, 20_000],
    files: (count) => [
      ...Object.entries(nodeProject),
      ['server.js', "require('./src/0/m0.js')\nrequire('http').createServer().listen(3000)\n"],
      ...Array.from({ length: count }, (_, i): [string, string] => [
        moduleName(i),
        // Each module loads the next one, so that all of them are followed.
        i + 1 < count ? `exports.n = ${i}\nrequire('../../${moduleName(i + 1)}')\n` : '',
      ]),
    ],
  },
]

const moduleName = (i: number): string => `src/${Math.floor(i / 100)}/m${i}.js`

/** As many lines as make so many megabytes. */
function lines(megabytes: number, line: (i: number) => string): string {
  const parts: string[] = []
  for (let i = 0, length = 0; length < megabytes * 1e6; i++) {
    const text = `${line(i)}\n`
    parts.push(text)
    length += text.length
  }
  return parts.join('')
}

/** Writes a project of a size below `folder`. */
export function writeHostile(folder: string, project: HostileProject, size: number): void {
  for (const [path, text] of project.files(size)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
