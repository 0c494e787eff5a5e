import type { PypiPackage } from './pypi-package.ts'

/** Packages without a compiled part that need nothing of the image, nor do those that they need. */
export const purePackages: readonly PypiPackage[] = [
  {
    names: 'flask django requests gunicorn fastapi starlette werkzeug jinja2 click',
    isCompiled: 'pure',
    source: 'https://pypi.org/project/flask/#files',
  },
]
