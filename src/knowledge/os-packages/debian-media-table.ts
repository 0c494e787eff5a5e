/** Libraries of pictures, sound, video and screens: rows as those of `debianTable`. */
export const debianMediaTable = `
freeglut3-dev | freeglut3 | libglut3.12 | =
libaom-dev | libaom0 | libaom3 | =
libass-dev | libass9 | = | =
libatk1.0-dev | libatk1.0-0 gir1.2-atk-1.0 | = | gir1.2-atk-1.0 libatk1.0-0t64
libatspi2.0-dev | gir1.2-atspi-2.0 libatspi2.0-0 | = | gir1.2-atspi-2.0 libatspi2.0-0t64
libaubio-dev | libaubio5 | = | =
libavdevice-dev | libavdevice58 | libavdevice59 | libavdevice61
libavfilter-dev | libavfilter7 | libavfilter8 | libavfilter10
libbluray-dev | libbluray2 | = | =
libcaca-dev | libcaca0 | = | =
libchromaprint-dev | libchromaprint1 | = | =
libdav1d-dev | libdav1d4 | libdav1d6 | libdav1d7
libdc1394-dev | libdc1394-25 | = | =
libdjvulibre-dev | libdjvulibre21 | = | =
libdrm-dev | libdrm2 libdrm-intel1 libdrm-radeon1 libdrm-nouveau2 libdrm-amdgpu1 | = | =
libegl-dev | libegl1 | = | =
libegl1-mesa-dev | libegl1 libglvnd0 | = | =
libespeak-dev | libespeak1 | = | =
libespeak-ng-dev | libespeak-ng1 | = | =
libexiv2-dev | libexiv2-27 | = | libexiv2-28
libfaad-dev | libfaad2 | = | =
libflac-dev | libflac8 | libflac12 | libflac14
libfluidsynth-dev | libfluidsynth2 | libfluidsynth3 | =
libfreeimage-dev | libfreeimage3 | = | =
libgbm-dev | libgbm1 | = | =
libgdk-pixbuf-2.0-dev | gir1.2-gdkpixbuf-2.0 libgdk-pixbuf-2.0-0 | = | =
libgdk-pixbuf-xlib-2.0-dev | libgdk-pixbuf-xlib-2.0-0 | = | =
libgdk-pixbuf2.0-dev | gir1.2-gdkpixbuf-2.0 libgdk-pixbuf-2.0-0 libgdk-pixbuf-xlib-2.0-0 | = | -
libgl-dev | libgl1 | = | =
libgl1-mesa-dev | libgl1 libglvnd0 | = | =
libgles-dev | libgles1 libgles2 | = | =
libgles2-mesa-dev | libgles1 libgles2 libglvnd0 | = | =
libglew-dev | libglew2.1 | libglew2.2 | =
libglfw3-dev | libglfw3 | = | =
libglm-dev | | = | =
libgphoto2-dev | libgphoto2-6 | = | libgphoto2-6t64
libgraphite2-dev | libgraphite2-3 | = | =
libgstreamer-plugins-bad1.0-dev | libgstreamer-plugins-bad1.0-0 libgstreamer-opencv1.0-0 gir1.2-gst-plugins-bad-1.0 | = | =
libgstreamer-plugins-base1.0-dev | libgstreamer-plugins-base1.0-0 libgstreamer-gl1.0-0 gir1.2-gst-plugins-base-1.0 | = | =
libgstreamer1.0-dev | libgstreamer1.0-0 libglib2.0-0 gir1.2-gstreamer-1.0 | = | libgstreamer1.0-0 gir1.2-gstreamer-1.0 libglib2.0-0t64
libgtk-4-dev | - | gir1.2-gtk-4.0 libgtk-4-1 | =
libgtk2.0-dev | libgtk2.0-0 gir1.2-gtk-2.0 | = | libgtk2.0-0t64 gir1.2-gtk-2.0
libice-dev | libice6 | = | =
libid3tag0-dev | libid3tag0 | = | =
libimlib2-dev | libimlib2 libx11-6 | = | libimlib2t64 libx11-6 zlib1g
libjack-dev | libjack0 | = | =
libjack-jackd2-dev | libjack-jackd2-0 | = | =
libjbig-dev | libjbig0 | = | =
libjxl-dev | - | libjxl0.7 | libjxl0.11
liblqr-1-0-dev | liblqr-1-0 | = | =
libmad0-dev | libmad0 | = | =
libmediainfo-dev | libmediainfo0v5 | = | =
libmp3lame-dev | libmp3lame0 | = | =
libmpg123-dev | libmpg123-0 libout123-0 libsyn123-0 | = | libmpg123-0t64 libout123-0t64 libsyn123-0t64
libmpv-dev | libmpv1 | libmpv2 | =
libnice-dev | gir1.2-nice-0.1 libnice10 | = | =
libnotify-dev | libnotify4 gir1.2-notify-0.7 | = | =
libogg-dev | libogg0 | = | =
libopenal-dev | libopenal1 | = | =
libopencore-amrnb-dev | libopencore-amrnb0 | = | =
libopencore-amrwb-dev | libopencore-amrwb0 | = | =
libopenexr-dev | libopenexr25 | libopenexr-3-1-30 | =
libopenslide-dev | libopenslide0 | = | =
libopusfile-dev | libopusfile0 | = | =
libosmesa6-dev | libosmesa6 | = | =
libpangomm-1.4-dev | libpangomm-1.4-1v5 | = | =
libpciaccess-dev | libpciaccess0 | = | =
libpoppler-cpp-dev | libpoppler-cpp0v5 | = | libpoppler-cpp2
libpoppler-dev | libpoppler102 | libpoppler126 | libpoppler147
libportmidi-dev | libportmidi0 | = | =
libpostproc-dev | libpostproc55 | libpostproc56 | libpostproc58
libpotrace-dev | libpotrace0 | = | =
libqpdf-dev | libqpdf28 | libqpdf29 | libqpdf30
libqrencode-dev | libqrencode4 | = | =
libraw-dev | libraw20 | = | libraw23t64
librubberband-dev | librubberband2 | = | =
libsamplerate0-dev | libsamplerate0 | = | =
libsdl-image1.2-dev | libsdl-image1.2 | = | =
libsdl-mixer1.2-dev | libsdl-mixer1.2 | = | =
libsdl-ttf2.0-dev | libsdl-ttf2.0-0 | = | =
libsdl1.2-dev | libsdl1.2debian | = | =
libsdl2-dev | libsdl2-2.0-0 libgl1 libx11-6 | libsdl2-2.0-0 | =
libsdl2-image-dev | libsdl2-image-2.0-0 | = | =
libsdl2-mixer-dev | libsdl2-mixer-2.0-0 | = | libsdl2-2.0-0 libsdl2-mixer-2.0-0
libsdl2-ttf-dev | libsdl2-ttf-2.0-0 | = | libgl1 libsdl2-2.0-0 libsdl2-ttf-2.0-0
libsm-dev | libsm6 | = | =
libsox-dev | libsox3 | = | =
libsoxr-dev | libsoxr-lsr0 libsoxr0 | = | =
libspeex-dev | libspeex1 | = | =
libspeexdsp-dev | libspeexdsp1 | = | =
libsrtp2-dev | libsrtp2-1 | = | =
libsvtav1enc-dev | - | libsvtav1enc1 | libsvtav1enc2
libswresample-dev | libswresample3 | libswresample4 | libswresample5
libtag-dev | - | = | libtag2
libtag1-dev | libtag1v5 | = | libtag2
libtheora-dev | libtheora0 | = | libtheora0 libtheoradec1 libtheoraenc1
libturbojpeg0-dev | libturbojpeg0 | = | =
libtwolame-dev | libtwolame0 | = | =
libusrsctp-dev | libusrsctp1 | libusrsctp2 | =
libv4l-dev | libv4l-0 libv4lconvert0 libv4l2rds0 | = | libv4l-0t64 libv4lconvert0t64 libv4l2rds0t64
libva-dev | libva-drm2 libva-glx2 libva-wayland2 libva-x11-2 libva2 | = | =
libvncserver-dev | libvncclient1 libvncserver1 | = | =
libvorbis-dev | libvorbis0a libvorbisenc2 libvorbisfile3 | = | =
libvpx-dev | libvpx6 | libvpx7 | libvpx9
libvulkan-dev | libvulkan1 | = | =
libwebkit2gtk-4.0-dev | libwebkit2gtk-4.0-37 gir1.2-webkit2-4.0 | = | -
libwebkit2gtk-4.1-dev | - | libwebkit2gtk-4.1-0 gir1.2-webkit2-4.1 | =
libwebrtc-audio-processing-dev | libwebrtc-audio-processing1 | = | libwebrtc-audio-processing-1-3
libwmf-dev | libwmf0.2-7 | libwmf-0.2-7 libwmflite-0.2-7 | =
libx11-xcb-dev | libx11-xcb1 | = | =
libx264-dev | libx264-160 | libx264-164 | =
libx265-dev | libx265-192 | libx265-199 | libx265-215
libxau-dev | libxau6 | = | =
libxaw7-dev | libxaw7 | = | =
libxcb-render0-dev | libxcb-render0 | = | =
libxcb-shape0-dev | libxcb-shape0 | = | =
libxcb-shm0-dev | libxcb-shm0 | = | =
libxcb-xfixes0-dev | libxcb-xfixes0 | = | =
libxcomposite-dev | libxcomposite1 | = | =
libxcursor-dev | libxcursor1 | = | =
libxdamage-dev | libxdamage1 | = | =
libxdmcp-dev | libxdmcp6 | = | =
libxfixes-dev | libxfixes3 | = | =
libxft-dev | libxft2 | = | =
libxinerama-dev | libxinerama1 | = | =
libxkbcommon-dev | libxkbcommon0 | = | =
libxkbfile-dev | libxkbfile1 | = | =
libxmu-dev | libxmu6 | = | =
libxrandr-dev | libxrandr2 | = | =
libxss-dev | libxss1 | = | =
libxt-dev | libxt6 | = | libxt6t64
libxv-dev | libxv1 | = | =
libxvidcore-dev | libxvidcore4 | = | =
libzen-dev | libzen0v5 | = | libzen0t64
qtbase5-dev | libqt5concurrent5 libqt5core5a libqt5dbus5 libqt5gui5 libqt5network5 libqt5printsupport5 libqt5sql5 libqt5test5 libqt5widgets5 libqt5xml5 | = | libqt5concurrent5t64 libqt5core5t64 libqt5dbus5t64 libqt5gui5t64 libqt5network5t64 libqt5printsupport5t64 libqt5sql5t64 libqt5test5t64 libqt5widgets5t64 libqt5xml5t64
x11proto-core-dev | | = | =
x11proto-dev | | = | =
`
