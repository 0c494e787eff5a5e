/** Libraries of numbers, data and maps: rows as those of `debianTable`. */
export const debianScienceTable = `
coinor-libipopt-dev | coinor-libipopt1v5 | = | coinor-libipopt3
libaec-dev | libaec0 libsz2 | = | =
libarmadillo-dev | libarmadillo10 | libarmadillo11 | libarmadillo14
libarpack2-dev | libarpack2 | = | libarpack2t64
libassimp-dev | libassimp5 | = | =
libatlas-base-dev | libatlas3-base | = | -
libblas-dev | libblas3 | = | =
libblosc-dev | libblosc1 | = | =
libboost-graph-dev | libboost-graph1.74.0 | = | libboost-graph1.83.0
libbullet-dev | libbullet3.06 | libbullet3.24 | libbullet3.24t64
libcdd-dev | libcdd0d | = | libcdd0t64
libceres-dev | libceres1 | libceres3 | libceres4t64
libcfitsio-dev | libcfitsio9 | libcfitsio10 | libcfitsio10t64
libdlib-dev | libdlib19 | libdlib19.1 | libdlib19.2
libeccodes-dev | libeccodes0 | = | =
libeigen3-dev | | = | =
libfftw3-dev | libfftw3-double3 libfftw3-long3 libfftw3-quad3 libfftw3-single3 | = | =
libflann-dev | libflann1.9 | = | =
libflint-dev | libflint-2.6.3 | libflint17 | libflint19
libgeos++-dev | libgeos-3.9.0 | libgeos3.11.1 | libgeos3.13.1
libglpk-dev | libglpk40 | = | =
libgsl-dev | libgsl25 libgslcblas0 | libgsl27 libgslcblas0 | libgsl28 libgslcblas0
libgsl0-dev | libgsl25 libgslcblas0 | libgsl27 libgslcblas0 | libgsl28 libgslcblas0
libhdf4-alt-dev | libhdf4-0-alt | = | =
libhdf4-dev | libhdf4-0 | = | =
libhdf5-dev | libhdf5-103-1 libhdf5-fortran-102 libhdf5-hl-100 libhdf5-hl-fortran-100 libhdf5-cpp-103-1 libhdf5-hl-cpp-100 | = | libhdf5-310 libhdf5-fortran-310 libhdf5-hl-310 libhdf5-hl-fortran-310 libhdf5-cpp-310 libhdf5-hl-cpp-310
libhdf5-serial-dev | libhdf5-103-1 libhdf5-fortran-102 libhdf5-hl-100 libhdf5-hl-fortran-100 libhdf5-cpp-103-1 libhdf5-hl-cpp-100 | = | libhdf5-310 libhdf5-fortran-310 libhdf5-hl-310 libhdf5-hl-fortran-310 libhdf5-cpp-310 libhdf5-hl-cpp-310
libhts-dev | libhts3 | = | libhts3t64
libhwloc-dev | libhwloc15 | = | =
libibverbs-dev | libibverbs1 | = | =
libigraph-dev | libigraph1 | libigraph3 | libigraph3t64
libkml-dev | libkmlbase1 libkmlconvenience1 libkmldom1 libkmlengine1 libkmlregionator1 libkmlxsd1 | = | libkmlbase1t64 libkmlconvenience1t64 libkmldom1t64 libkmlengine1t64 libkmlregionator1t64 libkmlxsd1t64
liblapacke-dev | liblapacke | = | =
libmapnik-dev | libmapnik3.1 | = | libmapnik4.0
libmatio-dev | libmatio11 | = | libmatio13
libmetis-dev | libmetis5 | = | =
libmpich-dev | libmpich12 | = | =
libnetcdf-c++4-dev | libnetcdf-c++4-1 | = | =
libnetcdf-dev | libnetcdf18 | libnetcdf19 | libnetcdf22
libnlopt-dev | libnlopt0 | = | =
libntl-dev | libntl43 | libntl44 | =
libopenblas-openmp-dev | libopenblas0-openmp | = | =
libopenblas-pthread-dev | libopenblas0-pthread | = | =
libopenblas-serial-dev | libopenblas0-serial | = | =
libopencv-dev | libopencv-calib3d4.5 libopencv-contrib4.5 libopencv-core4.5 libopencv-features2d4.5 libopencv-highgui4.5 libopencv-imgcodecs4.5 libopencv-imgproc4.5 libopencv-videoio4.5 | libopencv-calib3d406 libopencv-contrib406 libopencv-core406 libopencv-dnn406 libopencv-features2d406 libopencv-highgui406 libopencv-imgcodecs406 libopencv-imgproc406 libopencv-videoio406 | libopencv-calib3d410 libopencv-contrib410 libopencv-core410 libopencv-dnn410 libopencv-features2d410 libopencv-highgui410 libopencv-imgcodecs410 libopencv-imgproc410 libopencv-objdetect410 libopencv-videoio410
libopenmpi-dev | libopenmpi3 | = | libopenmpi40
libosmium2-dev | libbz2-1.0 libexpat1 liblz4-1 zlib1g | = | =
libpari-dev | libpari-gmp-tls7 | libpari-gmp-tls8 | libpari-gmp-tls9
libprotozero-dev | | = | =
libqhull-dev | libqhull8.0 libqhull-r8.0 libqhullcpp8.0 | = | =
librdkit-dev | librdkit1 | = | librdkit1t64
librdmacm-dev | librdmacm1 | = | librdmacm1t64
libsentencepiece-dev | libsentencepiece0 | = | =
libshp-dev | libshp2 | = | libshp4
libsuitesparse-dev | libamd2 libcamd2 libbtf1 libcolamd2 libccolamd2 libcholmod3 libcxsparse3 libgraphblas3 libklu1 libldl2 libmongoose2 libumfpack5 librbio2 libspqr2 libsliplu1 libsuitesparseconfig5 | libamd2 libcamd2 libbtf1 libcolamd2 libccolamd2 libcholmod3 libcxsparse3 libklu1 libldl2 libmongoose2 libumfpack5 librbio2 libspqr2 libsliplu1 libsuitesparseconfig5 | libamd3 libcamd3 libbtf2 libcolamd3 libccolamd3 libcholmod5 libcxsparse4 libklu2 libldl3 libsuitesparse-mongoose3 libumfpack6 librbio4 libspqr4 libspex3 libparu1 libsuitesparseconfig7
libsuperlu-dev | libsuperlu5 | = | libsuperlu7
libtbb-dev | libtbb2 | libtbb12 | =
libudunits2-dev | libudunits2-0 | = | =
`
