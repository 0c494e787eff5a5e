import { describe, expect, test } from 'vitest'
import {
  isParseFailure,
  parseDockerfile,
  printDockerfile,
} from '../../src/dockerfile/parse/parse.ts'
import { dockerfileOf, failureOf, instructionOf } from './read.ts'

describe('instructions', () => {
  test('have the comments above them, their text and their line', () => {
    const source = '# top\n\nFROM node:20 AS Build\n  # note\n  run npm ci\n# tail'
    const { instructions, stages, tail } = dockerfileOf(source)
    expect(
      instructions.map(({ keyword, lead, text, line }) => ({ keyword, lead, text, line })),
    ).toEqual([
      { keyword: 'FROM', lead: '# top\n\n', text: 'FROM node:20 AS Build\n', line: 3 },
      { keyword: 'RUN', lead: '  # note\n  ', text: 'run npm ci\n', line: 5 },
    ])
    expect(tail).toBe('# tail')
    expect(stages).toMatchObject([
      { index: 0, name: 'build', base: 'node:20', platform: undefined },
    ])
    expect(stages[0]?.instructions).toHaveLength(1)
  })

  test('are grouped by stage, global ARGs apart', () => {
    const { globalArgs, stages } = dockerfileOf(
      'ARG A=1\nFROM --platform=$BUILDPLATFORM a AS b\nRUN x\nFROM b\nRUN y\nRUN z',
    )
    expect(globalArgs.map(({ text }) => text)).toEqual(['ARG A=1\n'])
    expect(
      stages.map(({ name, base, platform, instructions }) => [
        name,
        base,
        platform,
        instructions.length,
      ]),
    ).toEqual([
      ['b', 'a', '$BUILDPLATFORM', 1],
      [undefined, 'b', undefined, 2],
    ])
  })

  test('are joined over continuations, comments and blank lines between them', () => {
    const { text, body } = instructionOf('RUN a \\\n  # why\n\n  b \\ \n# c \\\n  c\n')
    expect(text).toBe('RUN a \\\n  # why\n\n  b \\ \n# c \\\n  c\n')
    expect(body.text).toBe('a   b   c')
    const mapped = body.offsets.slice(0, -1).map((offset) => text.charAt(offset))
    expect(mapped.join('')).toBe(body.text)
    expect(text.slice(body.offsets.at(-1))).toBe('\n')
  })

  test.each([
    ['RUN a \\\\\nUSER b', 2],
    ['RUN a \\ \\\nUSER b', 1],
    ['RUN a \\x\nUSER b', 2],
    ['RUN a \\\r\nUSER b', 1],
    ['RUN a \\\t \nUSER b', 1],
    ['RUN a`\nUSER b', 2],
  ])('%j is %i instructions', (text, count) => {
    expect(dockerfileOf(`FROM a\n${text}`).instructions).toHaveLength(count + 1)
  })

  test('may be continued in the keyword', () => {
    expect(instructionOf('RU\\\nN a')).toMatchObject({ keyword: 'RUN', body: { text: 'a' } })
  })
})

describe('parser directives', () => {
  test.each([
    ['# escape=`\nFROM a\nRUN a `\n b', '`'],
    ['#ESCAPE = `  \nFROM a\nRUN a `\n b', '`'],
    ['# syntax=x\n# escape=`\nFROM a\nRUN a `\n b', '`'],
    ['\uFEFF# escape=`\nFROM a\nRUN a `\n b', '`'],
    ['\n# escape=\\\nFROM a\nRUN a \\\n b', '\\'],
  ])('%j escapes with %s', (source, escape) => {
    const dockerfile = dockerfileOf(source)
    expect(dockerfile.escape).toBe(escape)
    expect(dockerfile.instructions).toHaveLength(2)
  })

  test('are listed with their lines', () => {
    expect(
      dockerfileOf('# syntax=docker/dockerfile:1\n# check=skip=all\nFROM a').directives,
    ).toEqual([
      { name: 'syntax', value: 'docker/dockerfile:1', line: 1 },
      { name: 'check', value: 'skip=all', line: 2 },
    ])
  })
})

describe('flags', () => {
  test('lose quotes and escapes, and keep their places', () => {
    const { text, flags, body } = instructionOf(
      'COPY --from=x --chown="a b":c \\\n  --link d\\ e /f/',
      'FROM a AS x\nFROM b\n',
    )
    expect(flags.map(({ name, value }) => [name, value])).toEqual([
      ['from', 'x'],
      ['chown', 'a b:c'],
      ['link', undefined],
    ])
    expect(flags.map(({ start, end }) => text.slice(start, end))).toEqual([
      '--from=x',
      '--chown="a b":c',
      '--link',
    ])
    expect(body.text).toBe('d\\ e /f/')
  })

  test('end at the first word that is none, and at --', () => {
    expect(instructionOf('RUN foo --bar')).toMatchObject({ flags: [], body: { text: 'foo --bar' } })
    // BuildKit looks for them byte by byte.
    expect(instructionOf('RUN \u00a0--mount=type=cache,target=/x b').flags).toEqual([])
    expect(instructionOf('RUN -- --bar')).toMatchObject({ flags: [], body: { text: '--bar' } })
  })
})

describe('words', () => {
  test.each([
    ['COPY a\tb  c d', ['a', 'b', 'c', 'd']],
    ['ENV A=1 B="x y" C=\'z\' D=a\\ b', ['A=1', 'B="x y"', "C='z'", 'D=a\\ b']],
    ['ENV A some  text', ['A', 'some  text']],
    ['ARG A B=2', ['A', 'B=2']],
    ['EXPOSE 80\t81', ['80', '81']],
    ['USER a', ['a']],
    ['WORKDIR /a b', ['/a b']],
    ['HEALTHCHECK CMD curl -f x', ['CMD', 'curl -f x']],
    ['ONBUILD RUN a b', ['RUN a b']],
    ['CMD ["a", "b"]', []],
  ])('%s', (text, words) => {
    const instruction = instructionOf(text)
    expect(instruction.words.map(({ raw }) => raw)).toEqual(words)
    expect(instruction.words.map(({ start, end }) => text.slice(start, end))).toEqual(words)
  })

  test('are joined over continuations, with the place of the whole', () => {
    const { text, words } = instructionOf('ENV A=1 \\\n  B=2\\\n3')
    expect(words.map(({ raw }) => raw)).toEqual(['A=1', 'B=23'])
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['A=1', 'B=2\\\n3'])
  })
})

describe('the JSON form', () => {
  test.each([
    ['CMD ["nginx", "-g", "daemon off;"]', ['nginx', '-g', 'daemon off;']],
    ['CMD [ "a" , \\\n  # c\n  "b\\u0041\\"" ]', ['a', 'bA"']],
    ['HEALTHCHECK --interval=5s CMD ["a"]', ['a']],
    ['VOLUME ["/a", "/b c"]', ['/a', '/b c']],
    ['RUN []', []],
    ['CMD ["a"] b', undefined],
    ['CMD ["a",]', undefined],
    ["CMD ['a']", undefined],
    ['USER ["a"]', undefined],
    ['ONBUILD CMD ["a"]', undefined],
  ])('%s', (text, exec) => {
    const instruction = instructionOf(text)
    expect(instruction.exec).toEqual(exec)
    expect(instruction.form).toBe(exec === undefined ? 'shell' : 'exec')
  })
})

describe('here-documents', () => {
  test('belong to their instruction', () => {
    const { stages } = dockerfileOf(
      'FROM a\nRUN <<-"E" cat 3<<F\n\t$x\n\tE\n# no comment\nUSER no\nF\nUSER b\n',
    )
    expect(stages[0]?.instructions.map(({ keyword }) => keyword)).toEqual(['RUN', 'USER'])
    expect(stages[0]?.instructions[0]?.heredocs).toEqual([
      { name: 'E', descriptor: undefined, body: '\t$x\n', expand: false, chomp: true },
      { name: 'F', descriptor: 3, body: '# no comment\nUSER no\n', expand: true, chomp: false },
    ])
    expect(stages[0]?.instructions[0]?.body.text).toBe('<<-"E" cat 3<<F')
  })

  test.each([
    ['RUN << EOF\na\nEOF', 1],
    ["RUN <<E'O'F\na\nEOF", 1],
    ['COPY <<a <<b /x/\n1\na\n2\nb', 2],
    ['ONBUILD RUN <<E\na\nE', 1],
    ['RUN echo "<<EOF"', 0],
    ["RUN echo '<<EOF", 0],
    ['RUN cat <<<word', 0],
    ['RUN ["<<EOF"]', 0],
    ['CMD cat <<EOF', 0],
    ['RUN echo $((1<<2))', 0],
    ['RUN <<E\r\na\r\nE\r\n', 1],
  ])('%j opens %i', (text, count) => {
    expect(instructionOf(text).heredocs).toHaveLength(count)
  })
})

describe('printing', () => {
  test.each([
    '\uFEFFFROM a\r\nRUN b \\\r\n  c\r\n',
    'FROM a\n\n\n# end',
    'FROM a',
    '  \t\n# c\n \t FROM a\nRUN x \\\n',
    'FROM a\nRUN <<E\nE',
  ])('%j gives the same bytes', (source) => {
    expect(printDockerfile(dockerfileOf(source))).toBe(source)
  })

  test('the line end is the one that most lines have', () => {
    expect(dockerfileOf('FROM a\r\nRUN b\r\nRUN c\n').lineEnd).toBe('\r\n')
    expect(dockerfileOf('FROM a\nRUN b\r\nRUN c\n').lineEnd).toBe('\n')
    expect(dockerfileOf('FROM a').lineEnd).toBe('\n')
  })
})

describe('what BuildKit refuses is refused, with the line', () => {
  test.each([
    ['', undefined, 'The file holds no instructions'],
    ['# c\n', undefined, 'The file holds no instructions'],
    ['ARG A\n', undefined, 'The file holds no FROM'],
    ['RUN a\nFROM b', 1, 'RUN stands before the first FROM'],
    ['FROM a\nRUM b', 2, 'Unknown instruction: RUM'],
    ['FROM a\nRUN <<E\nx', 2, 'The here-document <<E has no line "E" that ends it'],
    ['# escape=x\nFROM a', 1, '"# escape=x" is neither ` nor \\'],
    ['# escape=`\n# escape=`\nFROM a', 2, 'Only one "# escape=" parser directive can be used'],
    ['FROM', 1, 'FROM requires one argument, or three: FROM image AS name'],
    ['FROM a b', 1, 'FROM requires one argument, or three: FROM image AS name'],
    ['FROM a AS 1b', 1, '1b is no valid stage name: a letter, then letters, digits, "-_."'],
    ['FROM a:', 1, '"a:" is no valid image reference'],
    ['FROM Abc', 1, '"Abc" is no valid image reference'],
    ['FROM $X', 1, 'The base image $X is empty'],
    ['FROM --platform=a/b/c/d x', 1, '"a/b/c/d" is no platform'],
    ['FROM --platform=$BUILDPLATFORM@x y', 1, '"linux/amd64@x" is no platform'],
    ['FROM \u00a0--platform=a b', 1, 'FROM requires one argument, or three: FROM image AS name'],
    ['# check=lint\nFROM a', 1, '"# check=" has no option "lint"'],
    ['# check=error=maybe\nFROM a', 1, '"# check=" has no option "error=maybe"'],
    ['FROM a\nCOPY b', 2, 'COPY requires a source and a destination'],
    ['FROM a\nCOPY b <<E', 2, 'The here-document <<E has no line "E" that ends it'],
    ['FROM a\nCOPY --form=x b c', 2, 'COPY has no flag --form'],
    ['FROM a\nCOPY --link=maybe b c', 2, 'The flag --link is true or false, not "maybe"'],
    ['FROM a\nCOPY --from b c', 2, 'The flag --from has no value'],
    ['FROM a\nCOPY --chown=a --chown=b c d', 2, 'The flag --chown stands twice'],
    ['FROM a\nCOPY --chmod=888 c d', 2, '--chmod=888 is no file mode'],
    ['FROM a\nADD --checksum=sha256:24 https://x.y/z d', 2, '--checksum=sha256:24 is no digest'],
    ['FROM a\nCOPY https://x.y/z d', 2, 'COPY cannot take https://x.y/z; ADD can'],
    ['FROM a\nCOPY --from=1 b c', 2, 'There is no stage 1'],
    ['FROM a AS x\nCOPY --from=x b c', 2, 'The stage x depends on itself'],
    [
      'FROM a AS x\nCOPY --from=y b c\nFROM b AS y\nFROM x',
      2,
      'The stage y is used before it is defined',
    ],
    ['FROM a\nENV b', 2, 'ENV must have two arguments'],
    ['FROM a\nENV b=1 c', 2, 'ENV has no "=" in c; it must be of the form name=value'],
    ['FROM a\nENV', 2, 'ENV requires at least one argument'],
    ['FROM a\nENV =1', 2, 'A name of ENV is empty'],
    ['FROM a\nENV b="1', 2, '"1 can\'t be expanded: the closing double quote is missing'],
    ['FROM a\nENV b=${c', 2, "${c can't be expanded: the closing '}' is missing"],
    ['FROM a\nUSER', 2, 'USER requires exactly one argument'],
    ['FROM a\nCMD ["a", 1]', 2, 'A JSON array of arguments holds strings only'],
    ['FROM a\nSHELL sh', 2, 'SHELL requires the JSON form'],
    ['FROM a\nVOLUME ["", "b"]', 2, 'A VOLUME is an empty string'],
    ['FROM a\nSTOPSIGNAL SIGFOO', 2, 'SIGFOO is no signal'],
    ['FROM a\nEXPOSE 80/http', 2, 'EXPOSE 80/http is no port'],
    ['FROM a\nENV P=x\nEXPOSE $P', 3, 'EXPOSE x is no port'],
    ['FROM a\nHEALTHCHECK curl x', 2, 'Unknown type curl in HEALTHCHECK (try CMD)'],
    ['FROM a\nHEALTHCHECK CMD', 2, 'The command is missing after HEALTHCHECK CMD'],
    ['FROM a\nHEALTHCHECK --interval=5 CMD x', 2, '--interval=5 is no duration'],
    ['FROM a\nHEALTHCHECK --interval=5us CMD x', 2, '--interval=5us is less than 1ms'],
    ['FROM a\nHEALTHCHECK --retries=x CMD x', 2, '--retries=x is no number of retries'],
    ['FROM a\nONBUILD ONBUILD RUN x', 2, "ONBUILD can't be the instruction of an ONBUILD"],
    ['FROM a\nRUN --mount=type=foo x', 2, '--mount=type=foo has an invalid type'],
    ['FROM a\nRUN --mount=type=secret x', 2, '--mount=type=secret needs an id or a target'],
    [
      'FROM a\nRUN --mount=from=$x,target=/y x',
      2,
      "A mount's from cannot hold variables; name a stage instead",
    ],
    ['FROM a\nRUN --network=foo x', 2, '--network=foo is no network mode: default, none or host'],
  ])('%j', (source, line, reason) => {
    expect(failureOf(source)).toEqual({ code: 'invalid-dockerfile', reason, line })
  })
})

describe('what readers understand differently is refused', () => {
  test.each([
    ['\\\nFROM a', 'A continuation stands before an instruction'],
    ['FROM a\nCOPY --chown=é b c', 'A flag holds characters beyond ASCII'],
    [
      'FROM a\nCOPY --parents b c',
      '--parents needs a "# syntax=" line of 1.20 or later, or of labs',
    ],
    [
      '# syntax=docker/dockerfile:1.2\nFROM a\nRUN <<E\nE',
      'The frontend of the "# syntax=" line reads no here-documents',
    ],
    [
      '# syntax=docker/dockerfile:1.4\nFROM a\nRUN << E\nE',
      'The frontend of the "# syntax=" line does not read "<< NAME"',
    ],
    ['FROM a\n'.repeat(1001), 'The file has more than 1000 stages'],
  ])('%j', (source, reason) => {
    expect(failureOf(source)).toMatchObject({ code: 'unsupported-syntax', reason })
  })
})

describe('what BuildKit accepts is accepted', () => {
  test.each([
    '# check=skip=all;error=true\nFROM a\nCMD b',
    '# check=error=false\nFROM a\nCMD b',
    '# check=skip=A, B;error=maybe\nFROM a',
    '# check=error=t rue\nFROM a',
    '# check=skip=JSONArgsRecommended;error=true\nFROM a',
    'FROM --platform=$TARGETOS/$TARGETARCH/$TARGETVARIANT a',
    'FROM a AS x\nFROM b AS x\nFROM x',
    'ARG BASE\nFROM $BASE',
    'FROM gcr.io_x/app\nFROM a.b_c/d:1',
    'FROM a AS x\nCOPY --from=image:1 b c\nFROM b',
    'FROM a AS dead\nEXPOSE nothing\nFROM b',
    'FROM a\nARG --foo x',
    'FROM a\nHEALTHCHECK NONE',
    'FROM a\nSTOPSIGNAL $X',
    'FROM a\nCMD',
    'FROM a\nEXPOSE 8080:80 90-91/UDP',
    'FROM a\nRUN --mount=type=cache,target=/x,sharing=locked --mount=type=secret,id=y true',
    'FROM a\nONBUILD COPY --nonsense x y',
    '# syntax=docker/dockerfile:1-labs\nFROM a\nCOPY --parents --exclude=x b c',
  ])('%j', (source) => {
    expect(isParseFailure(parseDockerfile(source))).toBe(false)
  })
})

describe('what looks like more than BuildKit takes it for is refused', () => {
  const comment = '"# escape=`" is a comment here: directives stand above all else in a file'
  test.each([
    ['\n# escape=`\nFROM a', 2, comment],
    ['# note\n# escape=`\nFROM a', 2, comment],
    ['# other=1\n# escape=`\nFROM a', 2, comment],
    ['FROM a\n\n  # escape = `\n\nRUN b', 3, comment],
    ['FROM a\nWORKDIR /b<<c\nUSER <<E', 3, 'USER opens no here-document: <<E is part of its value'],
    ['FROM a\nRUN b \\\n# escape=`\n c', 3, comment],
    ['FROM a\nRUN b \\ <<E', 2, 'A backslash in front of << keeps it from opening a here-document'],
    ['FROM a\nRUN b\rc', 2, 'A carriage return stands inside of a line'],
    ['FROM a\nENV B\u2028C d', 2, 'A Unicode line or paragraph separator ends no line here'],
    ['FROM a\nWORKDIR /app <<E', 2, 'WORKDIR opens no here-document: <<E is part of its value'],
    ['FROM a\nEXPOSE 80 <<E', 2, 'EXPOSE opens no here-document: <<E is part of its value'],
    [
      'FROM a\r\nRUN <<E\r\nb\r\r\nE\r\n',
      2,
      'A line of a here-document ends in two carriage returns, which its script sees',
    ],
  ])('%j', (source, line, reason) => {
    expect(failureOf(source)).toEqual({ code: 'unsupported-syntax', reason, line })
  })

  test.each([
    'FROM a\nWORKDIR /b<<c',
    'FROM a\r\r\nRUN b\r\r\n',
    '# escape=`\nFROM a\n# escape=`\nRUN b',
  ])('%j is what it looks like', (source) => {
    expect(dockerfileOf(source).instructions).toHaveLength(2)
  })
})
