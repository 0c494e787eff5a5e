import { describe, expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { commandOf } from '../../src/facts/commands/command.ts'
import { gatherFacts } from '../../src/facts/facts.ts'
import { findBinaries } from '../../src/facts/go/build-command.ts'
import { readGoArguments } from '../../src/facts/go/go-arguments.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const main = 'package main\n\nfunc main() {}\n'
const files: Files = {
  'go.mod': 'module example.com/tool/v2\n',
  'main.go': main,
  'config.go': 'package main\n',
  'cmd/api/main.go': main,
  'cmd/worker/main.go': main,
  'lib/lib.go': 'package lib\n',
}

/** The paths of the binaries that these lines leave. */
function built(lines: string, context: Files = files, workdir = '/app'): readonly string[] {
  const text = `FROM golang:1.22\nWORKDIR ${workdir}\nCOPY . .\n${lines}\n`
  const dockerfile = parseDockerfile(text)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  return findBinaries(gatherFacts(dockerfile, memoryProject(context), toolRowsOf(ecosystems))).map(
    ({ path }) => path,
  )
}

describe('go build and go install', () => {
  test.each([
    ['go build', ['/app/tool']],
    ['go build .', ['/app/tool']],
    ['go build -o server', ['/app/server']],
    ['go build -o=/usr/bin/server .', ['/usr/bin/server']],
    ['go build -v -ldflags "-s -w" -tags netgo -o server ./cmd/api', ['/app/server']],
    ['go build ./cmd/api', ['/app/api']],
    ['go build example.com/tool/v2/cmd/api', ['/app/api']],
    ['go build -o bin/ ./cmd/...', ['/app/bin/api', '/app/bin/worker']],
    ['go build ./...', []],
    ['go build main.go', ['/app/main']],
    ['go build *.go', ['/app/config']],
    ['go build -o x *.go', ['/app/x']],
    ['cd cmd/api && go build', ['/app/cmd/api/api']],
    ['(cd cmd/api && go build) && go build -o y .', ['/app/cmd/api/api', '/app/y']],
    ['go build -C cmd/api -o api', ['/app/cmd/api/api']],
    ['CGO_ENABLED=0 GOOS=linux go build -o a .', ['/app/a']],
    ['/usr/local/go/bin/go build -o a .', ['/app/a']],
    ['sh -c "go build -o a ."', ['/app/a']],
    ['go install', ['/go/bin/tool']],
    ['go install ./cmd/...', ['/go/bin/api', '/go/bin/worker']],
    ['go install github.com/a/b/cmd/c@latest', ['/go/bin/c']],
    ['go get -d ./...', []],
    ['go build -o $UNKNOWN .', []],
    ['go vet ./... && go test ./...', []],
  ])('%s', (command, paths) => {
    expect(built(`RUN ${command}`)).toEqual(paths)
  })

  test('GOBIN, GOPATH, variables and folders that are there', () => {
    expect(built('ENV GOBIN=/out\nRUN go install')).toEqual(['/out/tool'])
    expect(built('ENV GOPATH=/g:/h\nRUN go install')).toEqual(['/g/bin/tool'])
    expect(built('ARG OUT=server\nRUN go build -o $OUT .')).toEqual(['/app/server'])
    expect(built('RUN go build -o /app .')).toEqual(['/app/tool'])
  })

  test('here-documents and JSON', () => {
    expect(built('RUN <<EOF\ncd cmd/api\ngo build -o /a\nEOF')).toEqual(['/a'])
    expect(built('RUN ["go", "build", "-o", "a b", "."]')).toEqual(['/app/a b'])
  })

  test('flags apart from packages', () => {
    const words = ['build', '-o', 'x', '--race', '-ldflags=-s -w', './a', '-b']
    const { flags, operands } = readGoArguments(commandOf(['go', ...words], undefined))
    expect([...flags]).toEqual([
      ['-o', 'x'],
      ['-race', ''],
      ['-ldflags', '-s -w'],
    ])
    expect(operands).toEqual(['./a', '-b'])
  })

  test.each([
    'RUN VERSION=$(git describe) && go build -ldflags="-X main.version=$VERSION" -o /a',
    'RUN go build -ldflags=-X=main.version=$(git describe) -o /a .',
    'RUN export V=`date`; go build -ldflags "-s -X main.built=$V" -o /a',
    'RUN V="$(git describe)" go build "--ldflags=-X main.version=$V" -tags "$TAGS" -o /a',
  ])('values that are only known in the build: %s', (line) => {
    expect(built(line)).toEqual(['/a'])
  })

  test('a flag that is not known ends what is known', () => {
    expect(built('RUN go build $FLAGS -o /a')).toEqual([])
  })
})

describe('scripts and Makefiles that build', () => {
  const make = (makefile: string, command = 'make') =>
    built(`RUN ${command}`, { ...files, Makefile: makefile })

  test.each([
    ['build:\n\tgo build -o server .\n', ['/app/server']],
    ['BIN := server # its name\nbuild:\n\t@go build -o $(BIN) .\n', ['/app/server']],
    ['.PHONY: all\nall: server\nserver:\n\tgo build -o $@ ./cmd/api\n', ['/app/server']],
    ['BIN = server\nall: $(BIN)\n$(BIN): main.go\n\tgo build -o $@ $<\n', ['/app/server']],
    ['build:\n\tgo build -o server .\nbuild: export CGO_ENABLED=0\n', ['/app/server']],
    ['build:\n\tcd cmd/api && \\\n\t  go build -o /a\n', ['/a']],
    ['GO ?= go\nbuild:\n\t$(GO) build -ldflags "$(shell git log)" -o a .\n', ['/app/a']],
    ['a: b\nb: a\n\tgo build -o x .\n', ['/app/x']],
    ['test:\n\tgo test ./...\n', []],
  ])('%j', (makefile, paths) => {
    expect(make(makefile)).toEqual(paths)
  })

  test('a target, another folder, and line ends of Windows', () => {
    const two = 'test:\n\tgo test\nbuild:\n\tgo build -o a .\n'
    expect(make(two, 'make build')).toEqual(['/app/a'])
    expect(make(two, 'make none')).toEqual([])
    expect(make(two.replaceAll('\n', '\r\n'), 'make build')).toEqual(['/app/a'])
    const inner = { ...files, 'cmd/api/Makefile': 'all:\n\tgo build -o a\n' }
    expect(built('RUN make -C cmd/api', inner)).toEqual(['/app/cmd/api/a'])
  })

  test('a shell script of the context', () => {
    const script = { ...files, 'build.sh': '#!/bin/sh\nset -e\ncd cmd/api\ngo build -o ../../a\n' }
    expect(built('RUN ./build.sh', script)).toEqual(['/app/a'])
    expect(built('RUN sh build.sh', script)).toEqual(['/app/a'])
    expect(built('RUN ./none.sh', script)).toEqual([])
  })
})
