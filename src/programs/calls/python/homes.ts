import { argumentAt, type CallRow } from '../../call.ts'
import { rowsOf, says, words } from './row.ts'

/** A right that only root has, as it has a home: what a user that is made for the image can't keep. */
const inHome = (what: string, place: string) =>
  `keeps ${what} in ${place}, and a user that is made for the image has no home`

/** What is kept in the home of who runs the program, or beside a package. */
export const pythonHomes: readonly CallRow[] = [
  ...rowsOf('numba', {
    names: words('njit jit vectorize guvectorize cfunc'),
    when: says('cache'),
    needsRoot: inHome('compiled functions', '__pycache__ or ~/.cache/numba'),
    source: 'https://numba.readthedocs.io/en/stable/developer/caching.html',
  }),
  ...rowsOf('torch.hub', {
    names: words('load load_state_dict_from_url list help'),
    needsRoot: inHome('models', '~/.cache/torch'),
    source: 'https://docs.pytorch.org/docs/stable/hub.html#where-are-my-downloaded-models-saved',
  }),
  ...rowsOf('sklearn.datasets', {
    names: words(
      'fetch_20newsgroups fetch_20newsgroups_vectorized fetch_california_housing fetch_covtype fetch_kddcup99 fetch_lfw_pairs fetch_lfw_people fetch_olivetti_faces fetch_openml fetch_rcv1 fetch_species_distributions get_data_home',
    ),
    when: (call) => argumentAt(call, 'data_home') === undefined,
    needsRoot: inHome('data sets', '~/scikit_learn_data'),
    source: 'https://scikit-learn.org/stable/datasets/loading_other_datasets.html',
  }),
  ...rowsOf('seaborn', {
    names: words('load_dataset get_data_home'),
    needsRoot: inHome('data sets', '~/.cache/seaborn'),
    source: 'https://seaborn.pydata.org/generated/seaborn.load_dataset.html',
  }),
  ...rowsOf('spacy.cli spacy.cli.download', {
    names: ['download'],
    needsRoot: 'installs a model among the packages',
    source: 'https://spacy.io/api/cli#download',
  }),
  ...rowsOf('tensorflow_datasets', {
    names: words('load builder'),
    when: (call) => argumentAt(call, 'data_dir') === undefined,
    needsRoot: inHome('data sets', '~/tensorflow_datasets'),
    source: 'https://www.tensorflow.org/datasets/api_docs/python/tfds/load',
  }),
  ...rowsOf('platformdirs appdirs', {
    names: words('user_data_dir user_cache_dir user_config_dir user_state_dir user_log_dir'),
    needsRoot: 'asks for a folder of its user, and a user that is made for the image has no home',
    source: 'https://platformdirs.readthedocs.io/en/latest/api.html',
  }),
]
