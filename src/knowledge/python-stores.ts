/** A package of Python that keeps files whoever uses it, and nobody has to say where. */
interface PythonStore {
  /** The first parts of the modules that it is imported by, separated by blanks. */
  readonly modules: string
  /** In a folder of the user's home, which a user without rights has none of; in the folder that the program runs in; or elsewhere. */
  readonly where: 'home' | 'working-folder'
  readonly source: string
}

const stores: readonly PythonStore[] = [
  {
    modules:
      'transformers huggingface_hub diffusers datasets sentence_transformers setfit flair fastembed',
    where: 'home',
    source: 'https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables',
  },
  {
    modules: 'torchvision timm whisper faster_whisper TTS open_clip clip',
    where: 'home',
    source: 'https://pytorch.org/docs/stable/hub.html#where-are-my-downloaded-models-saved',
  },
  {
    modules: 'nltk gensim easyocr paddleocr deepface rembg insightface gpt4all chromadb stanza',
    where: 'home',
    source: 'https://www.nltk.org/data.html',
  },
  {
    modules: 'webdriver_manager undetected_chromedriver pyppeteer playwright selenium seleniumwire',
    where: 'home',
    source: 'https://github.com/SergeyPirogov/webdriver_manager#webdriver_manager',
  },
  {
    modules: 'streamlit kaggle kagglehub prefect airflow dagster dvc zenml litellm',
    where: 'home',
    source: 'https://docs.streamlit.io/develop/concepts/configuration/options',
  },
  {
    modules: 'gradio chainlit reflex marimo nicegui',
    where: 'working-folder',
    source: 'https://www.gradio.app/docs/gradio/interface',
  },
  {
    modules: 'mlflow wandb lightning pytorch_lightning pyspark ray',
    where: 'working-folder',
    source: 'https://mlflow.org/docs/latest/tracking/',
  },
  {
    modules: 'telethon pyrogram instaloader instabot instagrapi',
    where: 'working-folder',
    source: 'https://docs.telethon.dev/en/stable/concepts/sessions.html',
  },
  {
    modules:
      'flask_session requests_cache sqlitedict pickledb scrapy crochet huey ZODB whoosh yt_dlp youtube_dl gdown',
    where: 'working-folder',
    source: 'https://flask-session.readthedocs.io/en/latest/config.html',
  },
]

const byModule = new Map(
  stores.flatMap((store) => store.modules.split(' ').map((module) => [module, store] as const)),
)

/** Where a module keeps files by itself, as the end of a sentence; undefined for those of which nothing is known. */
export function storeOfModule(module: string): string | undefined {
  switch (byModule.get(module)?.where) {
    case 'home':
      return "keeps files in the user's home folder"
    case 'working-folder':
      return 'keeps files where only a run shows'
    case undefined:
      return undefined
  }
}
