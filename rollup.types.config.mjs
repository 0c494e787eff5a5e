import dts from 'rollup-plugin-dts'

// The library's types in one file: those of packages that are in the bundle come along.
export default {
  input: 'dist/src/index.d.ts',
  external: [/^node:/],
  plugins: [dts({ includeExternal: ['unbash', 'zod'] })],
  output: { file: 'dist/bundle/index.d.ts' },
}
