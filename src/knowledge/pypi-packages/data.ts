import type { PypiPackage } from './pypi-package.ts'

/** Packages that fetch data when they run, or keep files where only a run shows. */
export const packagesWithData: readonly PypiPackage[] = [
  {
    names: 'nltk textblob newspaper3k newspaper4k rake-nltk sumy unstructured',
    isCompiled: 'pure',
    downloads: 'corpora, in ~/nltk_data',
    source: 'https://www.nltk.org/data.html',
  },
  {
    names:
      'transformers sentence-transformers diffusers datasets huggingface-hub faster-whisper whisperx setfit flagembedding bertopic keybert optimum evaluate timm colbert-ai docling pyannote-audio speechbrain',
    isCompiled: 'pure',
    downloads: 'models and data sets, in ~/.cache/huggingface',
    source: 'https://huggingface.co/docs/huggingface_hub/guides/manage-cache',
  },
  {
    names: 'openai-whisper whisper-timestamped',
    imports: 'whisper whisper_timestamped',
    isCompiled: 'from-source',
    linked: { apt: [], apk: [] },
    programs: 'ffmpeg',
    downloads: 'models, in ~/.cache/whisper',
    source: 'https://github.com/openai/whisper#setup',
  },
  {
    names: 'torchvision torchaudio',
    downloads: 'models, in ~/.cache/torch',
    source: 'https://docs.pytorch.org/docs/stable/hub.html#where-are-my-downloaded-models-saved',
  },
  {
    names: 'easyocr',
    isCompiled: 'pure',
    brings: 'opencv-python-headless',
    downloads: 'models, in ~/.EasyOCR',
    source: 'https://github.com/JaidedAI/EasyOCR#usage',
  },
  {
    names: 'paddleocr deepface retina-face mtcnn',
    isCompiled: 'pure',
    brings: 'opencv-python',
    downloads: 'models, in a folder of the home',
    source: 'https://github.com/serengil/deepface#installation',
  },
  {
    names: 'ultralytics',
    isCompiled: 'pure',
    brings: 'opencv-python',
    writesAnywhere: true,
    downloads: 'weights, in the folder it runs in',
    source: 'https://docs.ultralytics.com/quickstart/#ultralytics-settings',
  },
  {
    names: 'rembg',
    isCompiled: 'pure',
    downloads: 'models, in ~/.u2net',
    source: 'https://github.com/danielgatis/rembg#models',
  },
  {
    names: 'stanza flair argostranslate pythainlp camel-tools polyglot',
    isCompiled: 'pure',
    downloads: 'models, in a folder of the home',
    source: 'https://stanfordnlp.github.io/stanza/download_models.html',
  },
  {
    names: 'librosa',
    isCompiled: 'pure',
    brings: 'audioread soundfile',
    keeps: 'compiled functions, beside itself or in the home',
    source: 'https://librosa.org/doc/latest/install.html#ffmpeg',
  },
  {
    names: 'moviepy',
    isCompiled: 'pure',
    brings: 'imageio-ffmpeg',
    source: 'https://zulko.github.io/moviepy/getting_started/install.html',
  },
  {
    names: 'chromadb',
    isCompiled: 'wheels',
    writesAnywhere: true,
    downloads: 'a model, in ~/.cache/chroma',
    source: 'https://docs.trychroma.com/docs/embeddings/embedding-functions',
  },
  {
    names: 'fastembed',
    isCompiled: 'pure',
    source: 'https://qdrant.github.io/fastembed/Getting%20Started/',
  },
  {
    names: 'kaggle wandb neptune comet-ml clearml',
    isCompiled: 'pure',
    writesAnywhere: true,
    source: 'https://docs.wandb.ai/guides/track/environment-variables',
  },
  {
    // A session in the folder that it runs in, or where its first word says.
    names: 'telethon pyrogram kurigram pyrofork instagrapi instabot',
    imports: 'telethon pyrogram instagrapi instabot',
    isCompiled: 'pure',
    writesAnywhere: true,
    source: 'https://docs.telethon.dev/en/stable/concepts/sessions.html',
  },
  {
    names: 'chainlit gradio',
    isCompiled: 'pure',
    writesAnywhere: true,
    source: 'https://www.gradio.app/guides/file-access',
  },
  {
    names: 'jupyter jupyterlab notebook voila papermill jupyterhub jupyter-server',
    isCompiled: 'pure',
    writesAnywhere: true,
    source: 'https://docs.jupyter.org/en/latest/use/jupyter-directories.html',
  },
  {
    names: 'apache-airflow apache-superset',
    imports: 'airflow superset',
    isCompiled: 'pure',
    writesAnywhere: true,
    keepsBase: 'its providers and their programs are named by its settings',
    source: 'https://airflow.apache.org/docs/apache-airflow/stable/installation/prerequisites.html',
  },
  {
    names: 'zodb whoosh sqlitedict pickledb lancedb txtai',
    imports: 'ZODB whoosh sqlitedict pickledb lancedb txtai',
    writesAnywhere: true,
    source: 'https://whoosh.readthedocs.io/en/latest/indexing.html',
  },
]
