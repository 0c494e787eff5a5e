/**
 * Packages with machine code that only builds use, by their names or by what their names begin with: bundlers, compilers, what watches files.
 * A browser gets nothing of it, and neither does a program that they have compiled. Each says so in its package.json, by `cpu`.
 */
const ofBuilds =
  'esbuild @esbuild/ rollup @rollup/rollup- rolldown @rolldown/ @swc/core @swc/cli @next/swc- lightningcss @tailwindcss/oxide @parcel/watcher @parcel/rust @rspack/binding @rsbuild/ turbo @turbo/ sass-embedded @biomejs/ @oxc- oxc- oxlint @oxlint/ unrs-resolver @unrs/ @ast-grep/ nx @nx/nx- workerd @cloudflare/workerd- @typescript/native-preview fsevents'.split(
    ' ',
  )

/** Whether a package's machine code is for builds alone. */
export const isNativeForBuilds = (name: string): boolean =>
  ofBuilds.some((own) =>
    own.endsWith('/') || own.endsWith('-')
      ? name.startsWith(own)
      : name === own || name.startsWith(`${own}-`),
  )

/** Packages whose scripts at install compile and fetch nothing: they print, or look at versions. By their package.json and the script that it names. */
const harmless = new Set(
  'core-js core-js-pure core-js-bundle es5-ext protobufjs @nestjs/core @scarf/scarf vue-demi'.split(
    ' ',
  ),
)

/** Whether what a package runs when it is installed leaves no machine code. */
export const isHarmlessInstall = (name: string): boolean => harmless.has(name)
