import type { PypiPackage } from './pypi-package.ts'

/** Packages for which only the author's own image is known to have what they need. */
export const packagesOfBases: readonly PypiPackage[] = [
  {
    names:
      'playwright pytest-playwright patchright camoufox pyppeteer pyppeteer2 requests-html nodriver crawl4ai browser-use botright scrapy-playwright',
    keepsBase: 'its browser needs libraries of the full image',
    downloads: 'browsers, in ~/.cache',
    source: 'https://playwright.dev/python/docs/browsers#install-system-dependencies',
  },
  {
    // A browser of the system, or one elsewhere: its driver is looked for on PATH first.
    names: 'selenium splinter helium robotframework-seleniumlibrary selenium-wire',
    isCompiled: 'pure',
    programs: 'chromedriver geckodriver chromium google-chrome firefox',
    downloads: 'a driver and a browser, in ~/.cache/selenium',
    source: 'https://www.selenium.dev/documentation/selenium_manager/',
  },
  {
    names:
      'undetected-chromedriver webdriver-manager chromedriver-autoinstaller chromedriver-binary-auto seleniumbase drissionpage html2image kaleido',
    writesAnywhere: true,
    keepsBase: 'its browser needs libraries of the full image',
    downloads: 'a driver, in a folder of the home',
    source: 'https://github.com/SergeyPirogov/webdriver_manager#use-with-chrome',
  },
  {
    names: 'dlib face-recognition',
    keepsBase: 'it links what its build finds of X11, BLAS and image libraries',
    source: 'https://github.com/davisking/dlib/blob/master/dlib/CMakeLists.txt',
  },
  {
    names: 'pygobject pycups evdev pulsectl',
    imports: 'gi cups evdev pulsectl',
    keepsBase: 'it loads libraries of the image by their names',
    source: 'https://pygobject.gnome.org/getting_started.html',
  },
  {
    names: 'mod-wsgi',
    imports: 'mod_wsgi',
    isCompiled: 'from-source',
    keepsBase: 'it is built for the Apache server of the image',
    source: 'https://github.com/GrahamDumpleton/mod_wsgi#system-requirements',
  },
  {
    names: 'cx-oracle',
    imports: 'cx_Oracle',
    keepsBase: 'it loads the Oracle Client that the image has',
    source: 'https://cx-oracle.readthedocs.io/en/latest/user_guide/installation.html',
  },
  {
    names:
      'ibm-db ibm-db-sa ibm-db-django pymqi turbodbc libvirt-python python-rocksdb leveldb plyvel pyfuse3 llfuse fusepy rpy2 pocketsphinx tesserocr pymediainfo python-vlc mpv ' +
      'manimpango manim pcapy netfilterqueue python-iptables pyverbs mpi4py petsc4py',
    keepsBase: 'its compiled part loads libraries of the full image',
    source: 'https://github.com/docker-library/docs/tree/master/python#image-variants',
  },
  {
    names:
      'pyqt5 pyqt6 pyside2 pyside6 wxpython kivy pygame pyglet pyautogui pynput pyscreeze pywhatkit pystray vtk pyvista open3d mayavi moderngl',
    keepsBase: 'it draws on a screen by libraries of the full image',
    source: 'https://doc.qt.io/qt-6/linux-requirements.html',
  },
  {
    // Wheels that leave CUDA to the image.
    names:
      'tensorflow-gpu cupy cupy-cuda11x cupy-cuda12x pycuda tensorrt nvidia-tensorrt bitsandbytes flash-attn xformers vllm deepspeed apex auto-gptq onnxruntime-gpu paddlepaddle-gpu mxnet triton llama-cpp-python gpt4all exllamav2',
    keepsBase: 'it loads CUDA or libraries for computing that the image brings',
    source: 'https://onnxruntime.ai/docs/execution-providers/CUDA-ExecutionProvider.html',
  },
  {
    names: 'azure-cognitiveservices-speech',
    imports: 'azure',
    keepsBase: 'it loads OpenSSL and ALSA of the image',
    source:
      'https://learn.microsoft.com/azure/ai-services/speech-service/quickstarts/setup-platform',
  },
]
