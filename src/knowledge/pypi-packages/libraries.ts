import type { PypiLibraries, PypiPackage } from './pypi-package.ts'

const pango: PypiLibraries = {
  apt: ['libpango1.0-dev'],
  apk: ['pango', 'glib', 'harfbuzz', 'fontconfig'],
}
const screen: PypiLibraries = { apt: ['libgl1', 'libglib2.0-dev'], apk: ['mesa-gl', 'glib'] }

/** Packages that load a library of the image when they run. */
export const packagesWithLibraries: readonly PypiPackage[] = [
  {
    // By ctypes, without the extra `binary` or `c`.
    names: 'psycopg',
    isCompiled: 'pure',
    libraries: { apt: ['libpq-dev'], apk: ['libpq-dev'] },
    servedBy: 'psycopg-binary',
    extras: { binary: 'psycopg-binary', c: 'psycopg-c', pool: 'psycopg-pool' },
    findsLibrary: true,
    source: 'https://www.psycopg.org/psycopg3/docs/basic/install.html#pure-python-installation',
  },
  {
    // Its wheels leave unixODBC to the image: the drivers go by that one's settings.
    names: 'pyodbc',
    libraries: { apt: ['unixodbc-dev'], apk: ['unixodbc-dev'] },
    source: 'https://github.com/mkleehammer/pyodbc/pull/1084',
  },
  {
    names: 'weasyprint django-weasyprint flask-weasyprint',
    isCompiled: 'pure',
    libraries: pango,
    source: 'https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#linux',
  },
  {
    names: 'cairocffi cairosvg',
    isCompiled: 'pure',
    libraries: { apt: ['libcairo2-dev'], apk: ['cairo-dev'] },
    findsLibrary: true,
    source: 'https://cairosvg.org/documentation/#installation',
  },
  {
    names: 'pangocffi pangocairocffi',
    isCompiled: 'pure',
    libraries: pango,
    findsLibrary: true,
    source: 'https://pangocffi.readthedocs.io/en/latest/overview.html#installing-pango',
  },
  {
    names: 'python-magic filemagic file-magic',
    imports: 'magic',
    isCompiled: 'pure',
    libraries: { apt: ['libmagic-dev'], apk: ['libmagic'] },
    servedBy: 'pylibmagic',
    findsLibrary: true,
    source: 'https://github.com/ahupp/python-magic#debianubuntu',
  },
  {
    names: 'pyzbar',
    isCompiled: 'pure',
    libraries: { apt: ['libzbar-dev'], apk: ['zbar'] },
    findsLibrary: true,
    source: 'https://github.com/NaturalHistoryMuseum/pyzbar#installation',
  },
  {
    names: 'pylibdmtx',
    isCompiled: 'pure',
    libraries: { apt: ['libdmtx-dev'], apk: ['libdmtx'] },
    findsLibrary: true,
    source: 'https://github.com/NaturalHistoryMuseum/pylibdmtx#installation',
  },
  {
    // `readelf -d` of its modules: GL and glib are what manylinux leaves to the image.
    names: 'opencv-python opencv-contrib-python',
    imports: 'cv2',
    isCompiled: 'wheels',
    libraries: screen,
    source: 'https://github.com/opencv/opencv-python/issues/370',
  },
  {
    names: 'wand',
    isCompiled: 'pure',
    libraries: { apt: ['libmagickwand-dev'], apk: ['imagemagick'] },
    findsLibrary: true,
    source: 'https://docs.wand-py.org/en/stable/guide/install.html',
  },
  {
    names: 'pyvips',
    isCompiled: 'pure',
    libraries: { apt: ['libvips-dev'], apk: ['vips'] },
    servedBy: 'pyvips-binary',
    source: 'https://github.com/libvips/pyvips#installation',
  },
  {
    names: 'sounddevice',
    imports: 'sounddevice _sounddevice',
    isCompiled: 'pure',
    libraries: { apt: ['portaudio19-dev'], apk: ['portaudio'] },
    findsLibrary: true,
    source: 'https://python-sounddevice.readthedocs.io/en/latest/installation.html',
  },
  {
    names: 'pyenchant',
    imports: 'enchant',
    isCompiled: 'pure',
    libraries: { apt: ['libenchant-2-dev'], apk: ['enchant2'] },
    findsLibrary: true,
    source: 'https://pyenchant.github.io/pyenchant/install.html',
  },
  {
    // Where its wheel brings no library.
    names: 'soundfile pysoundfile',
    findsLibrary: true,
    source: 'https://python-soundfile.readthedocs.io/en/latest/#installation',
  },
  {
    names: 'lightgbm',
    isCompiled: 'wheels',
    libraries: { apt: ['libgomp1'], apk: ['libgomp'] },
    source: 'https://github.com/microsoft/LightGBM/blob/master/python-package/README.rst',
  },
  {
    // Of Python itself: the official slim images leave out what it links.
    names: 'tkinter',
    imports: 'tkinter turtle',
    isCompiled: 'wheels',
    libraries: { apt: ['libtk8.6'] },
    source: 'https://github.com/docker-library/python: Dockerfile-linux.template',
  },
  {
    names: 'pyusb libusb1',
    imports: 'usb usb1',
    isCompiled: 'pure',
    libraries: { apt: ['libusb-1.0-0-dev'], apk: ['libusb'] },
    findsLibrary: true,
    source: 'https://github.com/pyusb/pyusb#requirements-and-platform-support',
  },
  {
    // GeoDjango loads them by ctypes: these are for it alone.
    names: 'djangorestframework-gis django-leaflet django-geojson',
    isCompiled: 'pure',
    libraries: {
      apt: ['libgdal-dev', 'libgeos-dev', 'libproj-dev'],
      apk: ['gdal', 'geos', 'proj'],
    },
    source: 'https://docs.djangoproject.com/en/stable/ref/contrib/gis/install/geolibs/',
  },
  {
    names: 'python-snappy',
    imports: 'snappy',
    isCompiled: 'wheels',
    wheelsSince: '0.7',
    musllinuxSince: '0.7',
    linked: { apt: ['libsnappy-dev', 'libstdc++6'], apk: ['snappy', 'libstdc++'] },
    source: 'https://github.com/intake/python-snappy#dependencies',
  },
  {
    names: 'python-augeas',
    imports: 'augeas',
    keepsBase: 'it loads Augeas and its lenses',
    source: 'https://github.com/hercules-team/python-augeas',
  },
]
