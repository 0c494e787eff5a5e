import type { PypiPackage } from './pypi-package.ts'

/** Packages that keep files by themselves, whoever uses them, and nobody has to say where. */
export const packagesThatKeepFiles: readonly PypiPackage[] = [
  {
    names: 'tts',
    imports: 'TTS',
    keeps: 'models, in ~/.local/share/tts',
    source: 'https://docs.coqui.ai/en/latest/inference.html',
  },
  {
    names: 'open-clip-torch clip',
    imports: 'open_clip clip',
    keeps: 'models, in ~/.cache/clip',
    source: 'https://github.com/mlfoundations/open_clip',
  },
  {
    names: 'gensim insightface gpt4all kagglehub gdown',
    keeps: 'data and models, in a folder of the home',
    source: 'https://radimrehurek.com/gensim/downloader.html',
  },
  {
    // What they compile by numba with cache=True: without a place for it they end at their import.
    names: 'umap-learn pynndescent noisereduce resemblyzer vectorbt numbagg',
    imports: 'umap pynndescent noisereduce resemblyzer vectorbt numbagg',
    keeps: 'compiled functions, beside itself or in the home',
    source: 'https://numba.readthedocs.io/en/stable/developer/caching.html',
  },
  {
    names: 'selenium-wire',
    imports: 'seleniumwire',
    keeps: 'certificates, in a folder of the home',
    source: 'https://github.com/wkeeling/selenium-wire',
  },
  {
    names: 'streamlit prefect dagster dvc zenml litellm',
    keeps: 'settings and state, in a folder of the home',
    source: 'https://docs.streamlit.io/develop/concepts/configuration/options',
  },
  {
    names: 'reflex marimo nicegui',
    keeps: 'files in the folder that it runs in',
    source: 'https://nicegui.io/documentation/storage',
  },
  {
    names: 'lightning pytorch-lightning pyspark ray',
    keeps: 'files in the folder that it runs in',
    source: 'https://lightning.ai/docs/pytorch/stable/common/checkpointing_basic.html',
  },
  {
    names: 'instaloader flask-session requests-cache scrapy crochet huey yt-dlp youtube-dl',
    keeps: 'files in the folder that it runs in',
    source: 'https://flask-session.readthedocs.io/en/latest/config.html',
  },
]
