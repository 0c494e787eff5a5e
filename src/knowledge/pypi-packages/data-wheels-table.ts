/** Packages for data, images, documents and models, with the columns of `wheelsTable`. */
export const dataWheelsTable = `
pillow | PIL | 9.2 | libjpeg62-turbo-dev libtiff-dev libwebp-dev libopenjp2-7-dev liblcms2-dev libfreetype-dev / libjpeg-turbo-dev tiff-dev libwebp-dev openjpeg-dev lcms2-dev freetype-dev
pillow-heif | pillow_heif | 0.10 | libheif-dev / libheif-dev
numpy | | 1.25 | c++
pandas | | 2.2 | c++
scipy | | 1.14 | -
scikit-learn | sklearn | - | -
scikit-image | skimage | - | -
matplotlib | mpl_toolkits | 3.9 | c++
contourpy | | 1.1 | c++
kiwisolver | | 1.4.4 | c++
fonttools | fontTools | 4.40 | none
duckdb | | - | c++
pyarrow | | - | -
polars | | - | -
pymupdf | fitz pymupdf | - | -
pypdfium2 | | 3 | -
pikepdf | | 5.1 | -
shapely | | 2.0.2 | libgeos-dev / geos-dev
pyproj | | - | libproj-dev / proj-dev
rtree | | 1 | libspatialindex-dev / -
fiona | | - | libgdal-dev / gdal-dev
rasterio | | - | libgdal-dev / gdal-dev
pyogrio | | - | libgdal-dev / gdal-dev
h5py | | - | -
tables | | - | -
netcdf4 | netCDF4 | - | -
numexpr | | 2.8.7 | c++
bottleneck | | - | none
statsmodels | | - | none
numba | | - | -
llvmlite | | - | -
xgboost | | - | -
catboost | | - | -
torch | functorch | - | -
torchvision | | - | -
torchaudio | | - | -
tensorflow | | - | -
tensorflow-cpu | tensorflow | - | -
onnxruntime | | - | -
tokenizers | | 0.14 | none
safetensors | | 0.4 | none
hf-xet | hf_xet | 1 | none
tiktoken | | 0.4 | none
jiter | | 0.1 | none
sentencepiece | | - | -
ctranslate2 | | - | -
faiss-cpu | faiss | - | -
chroma-hnswlib | hnswlib | - | c++
spacy | | - | c++
thinc | | - | c++
blis | | - | none
cymem | | - | c++
preshed | | - | c++
murmurhash | | - | c++
srsly | | - | c++
gmpy2@2.1 | | 2.2 | libgmp-dev libmpfr-dev libmpc-dev / -
pyahocorasick | ahocorasick | - | none
mecab-python3 | MeCab | - | -
fugashi | | - | -
av | | - | -
soundfile@0.12 | | - | libsndfile1-dev / -
pyroaring | | - | c++
python-bidi | bidi | 0.5 | none
ephem | | - | none
editdistance | | - | c++
pywavelets | pywt | - | none
imagecodecs | | - | -
opencv-contrib-python-headless | cv2 | - | -
opencv-python-headless | cv2 | - | -
imageio-ffmpeg | imageio_ffmpeg | - | -
static-ffmpeg | static_ffmpeg | - | -
pyvips-binary | _libvips | 8.15 | -
jaxlib | | - | -
ml-dtypes | ml_dtypes | - | c++
onnx | | - | -
wordcloud | | 1.9.4 | none
h3 | | 4 | none
fastparquet | | - | none
fastavro | | 1.8 | none
deltalake | | - | -
soxr | | 0.5 | -
optree | | 0.13 | c++
cvxpy | | - | -
ortools | | - | -
pyscipopt | | - | -
hdbscan | | - | none
scikit-surprise | surprise | - | none
gensim | | - | c++
prophet | | - | -
shap | | - | c++
implicit | | - | -
datasketches | | - | c++
zopfli | | - | none
tensorboard-data-server | tensorboard_data_server | - | -
mediapipe | | - | -
vosk | | - | -
webrtcvad-wheels | webrtcvad webrtcvad_wheels | - | none
lupa | | 2 | none
simsimd | | 5 | none
`
