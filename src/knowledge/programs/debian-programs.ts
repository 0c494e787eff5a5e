/**
 * What `debian:RELEASE-slim` (and `debian:RELEASE`) has on its PATH: the packages of priority required and apt, as listed by
 * dpkg on bookworm and on trixie; tools for disks and consoles are left out. No ps, curl, wget, ca-certificates, vi, git, python3.
 * https://github.com/debuerreotype/docker-debian-artifacts names the packages of each release (RELEASE/slim/rootfs.manifest).
 */
export const debianPrograms: readonly string[] = `
  apt apt-cache apt-cdrom apt-config apt-get apt-mark bash clear_console rbash logger renice script wall
  [ arch b2sum base32 base64 basename basenc cat chcon chgrp chmod chown chroot cksum comm cp csplit cut date dd df dir
  dircolors dirname du echo env expand expr factor false fmt fold groups head hostid id install join link ln logname ls md5sum
  mkdir mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk pinky pr printenv printf ptx pwd readlink realpath rm
  rmdir runcon seq sha1sum sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split stat stdbuf stty sum sync tac
  tail tee test timeout touch tr true truncate tsort tty uname unexpand uniq unlink users vdir wc who whoami yes
  dash sh debconf debconf-set-selections dpkg-preconfigure dpkg-reconfigure add-shell ischroot remove-shell run-parts savelog
  tempfile which cmp diff diff3 sdiff dpkg dpkg-deb dpkg-divert dpkg-query dpkg-split dpkg-statoverride dpkg-trigger
  start-stop-daemon update-alternatives find xargs egrep fgrep grep rgrep gunzip gzexe gzip uncompress zcat zcmp zdiff zegrep
  zfgrep zforce zgrep zless zmore znew dnsdomainname domainname hostname nisdomainname ypdomainname invoke-rc.d service
  update-rc.d getconf getent iconv ld.so ldconfig ldd locale localedef tzselect zdump zic login newgrp nologin sg awk nawk mawk
  losetup mount swapoff swapon umount captoinfo clear infocmp reset tabs tic toe tput tset chage chfn chgpasswd chpasswd chsh
  expiry gpasswd groupadd groupdel groupmod grpck newusers passwd pwck pwconv shadowconfig useradd userdel usermod
  vigr vipw perl sed killall5 pidof rmt tar tarcat agetty blkid chrt choom dmesg fallocate findmnt flock getopt getty hardlink
  ionice ipcmk ipcrm ipcs i386 linux32 linux64 lsblk lscpu lsipc lslocks lslogins lsmem lsns mcookie more mountpoint
  namei nsenter pager partx pivot_root prlimit rev runuser setarch setpriv setsid setterm su sulogin switch_root taskset unshare
  wdctl whereis x86_64 editor update-passwd iconvconfig
`
  .trim()
  .split(/\s+/)

/**
 * In the images up to bookworm alone: trixie's apt needs neither adduser nor gpgv and has no apt-key; its util-linux and passwd
 * dropped the rest.
 */
export const programsUntilBookworm: readonly string[] =
  'adduser addgroup deluser delgroup apt-key gpgv groupmems last mesg utmpdump'.split(' ')

export const releasesAfterBookworm: readonly string[] = ['trixie', 'forky', 'sid']
