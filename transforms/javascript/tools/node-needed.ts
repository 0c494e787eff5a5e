import { majorOfRange, ownValue } from '../../../src/transform.ts'

// `engines.node` of the last release of each major version, by `npm view vite@5 engines.node`, November 2026.
const needs: Readonly<Record<string, readonly (readonly [major: number, node: string])[]>> = {
  vite: [
    [2, '>=12.2.0'],
    [3, '^14.18.0 || >=16.0.0'],
    [4, '^14.18.0 || >=16.0.0'],
    [5, '^18.0.0 || >=20.0.0'],
    [6, '^18.0.0 || ^20.0.0 || >=22.0.0'],
    [7, '^20.19.0 || >=22.12.0'],
  ],
  '@angular/cli': [
    [12, '^12.14.1 || >=14.0.0'],
    [13, '^12.20.0 || ^14.15.0 || >=16.10.0'],
    [14, '^14.15.0 || >=16.10.0'],
    [15, '^14.20.0 || ^16.13.0 || >=18.10.0'],
    [16, '^16.14.0 || >=18.10.0'],
    [17, '^18.13.0 || >=20.9.0'],
    [18, '^18.19.1 || ^20.11.1 || >=22.0.0'],
    [19, '^18.19.1 || ^20.11.1 || >=22.0.0'],
    [20, '^20.19.0 || ^22.12.0 || >=24.0.0'],
  ],
  'react-scripts': [
    [3, '>=8.10'],
    [4, '^10.12.0 || >=12.0.0'],
    [5, '>=14.0.0'],
  ],
  '@vue/cli-service': [
    [3, '>=8'],
    [4, '>=8'],
    [5, '^12.0.0 || >=14.0.0'],
  ],
  astro: [
    [4, '^18.17.1 || ^20.3.0 || >=21.0.0'],
    [5, '^18.17.1 || ^20.3.0 || >=22.0.0'],
  ],
  '@rsbuild/core': [[1, '>=16.7.0']],
  gatsby: [
    [4, '>=14.15.0'],
    [5, '>=18.0.0'],
  ],
  '@docusaurus/core': [
    [2, '>=16.14'],
    [3, '>=18.0'],
  ],
  '@11ty/eleventy': [
    [2, '>=14'],
    [3, '>=18'],
  ],
  parcel: [[2, '>=12.0.0']],
  webpack: [
    [4, '>=6.11.5'],
    [5, '>=10.13.0'],
  ],
  'webpack-cli': [
    [3, '>=6.11.5'],
    [4, '>=10.13.0'],
    [5, '>=14.15.0'],
    [6, '>=18.12.0'],
  ],
}

/** The versions of Node that a package's own manifest names; undefined where it is not known. `version` may be a range. */
export function nodeNeeded(name: string, version: string): string | undefined {
  const major = majorOfRange(version)
  return ownValue(needs, name)?.find((row) => row[0] === major)?.[1]
}

/** Major versions up to which a package brings a webpack that hashes by MD4 of OpenSSL. */
const oldWebpack: Readonly<Record<string, number>> = {
  'react-scripts': 4,
  '@vue/cli-service': 4,
  '@angular/cli': 12,
  'preact-cli': 3,
  gatsby: 3,
}

/** Whether a package without a lock file beside it brings such a webpack. https://github.com/webpack/webpack/releases/tag/v5.61.0 */
export const bringsOldWebpack = (name: string, version: string): boolean =>
  (majorOfRange(version) ?? 0) <= (ownValue(oldWebpack, name) ?? -1)
