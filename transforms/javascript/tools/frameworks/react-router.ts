import { toolOf } from '../tool-of.ts'

/** https://reactrouter.com/api/framework-conventions/react-router.config.ts */
export const reactRouter = toolOf({
  name: 'react-router',
  title: 'React Router',
  programs: ['react-router', 'react-router-serve'],
  development: ['dev'],
  buildWords: ['build'],
  config: ['react-router.config'],
  output: { keys: ['buildDirectory'], fallback: 'build' },
  runs: [
    {
      name: 'React Router',
      programs: ['react-router-serve'],
      builtBy: ['react-router'],
      files: ['.env'],
      readsApp: true,
      source: 'https://reactrouter.com/start/framework/deploying',
    },
  ],
  source: 'https://reactrouter.com/explanation/special-files',
})
