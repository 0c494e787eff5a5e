// The release of Yarn that `yarn set version` puts here.
