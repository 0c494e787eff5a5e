/**
 * What `alpine` has on its PATH: busybox as Alpine builds it (main/busybox/busyboxconfig of
 * https://gitlab.alpinelinux.org/alpine/aports), apk-tools, musl-utils, scanelf and ssl_client. No bash, curl, git, openssl.
 */
export const alpinePrograms: readonly string[] = `
  [ [[ acpid adjtimex adduser addgroup add-shell apk arch arp arping ash awk base64 basename bc beep blkdiscard blkid blockdev
  brctl bunzip2 busybox bzcat bzip2 cal cat chattr chgrp chmod chown chpasswd chroot chvt cksum clear cmp comm cp cpio crond
  crontab cryptpw cut date dc dd deallocvt delgroup deluser depmod df diff dirname dmesg dnsdomainname dos2unix du dumpkmap
  echo ed egrep eject env ether-wake expand expr factor fallocate false fatattr fbset fbsplash fdflush fdformat fdisk fgrep find
  findfs flock fold free fsck fstrim fsync fuser getconf getent getopt getty grep groups gunzip gzip halt hd head hexdump hostid
  hostname hwclock iconv id ifconfig ifdown ifenslave ifup init inotifyd insmod install ionice iostat ip ipaddr ipcalc ipcrm
  ipcs iplink ipneigh iproute iprule iptunnel kbd_mode kill killall killall5 klogd ldconfig ldd less link linux32 linux64 ln
  loadfont loadkmap logger login logread losetup ls lsattr lsmod lsof lsusb lzcat lzma lzop lzopcat makemime md5sum mdev mesg
  microcom mkdir mkdosfs mkfifo mkfs.vfat mknod mkpasswd mkswap mktemp modinfo modprobe more mount mountpoint mpstat mv nameif
  nanddump nandwrite nbd-client nc netstat nice nl nmeter nohup nologin nproc nsenter nslookup ntpd od openvt partprobe passwd
  paste pgrep pidof ping ping6 pipe_progress pivot_root pkill pmap poweroff powertop printenv printf ps pscan pstree pwd pwdx
  raidautorun rdate rdev readahead readlink readprofile realpath reboot reformime remove-shell renice reset resize rev rfkill rm
  rmdir rmmod route run-parts scanelf sed sendmail seq setconsole setfont setkeycodes setlogcons setpriv setserial setsid sh
  sha1sum sha256sum sha3sum sha512sum showkey shred shuf slattach sleep smemcap sort split ssl_client stat strings stty su sum
  swapoff swapon switch_root sync sysctl syslogd tac tail tar tee test time timeout top touch tr traceroute traceroute6 tree
  true truncate tty ttysize tunctl udhcpc udhcpc6 umount uname unexpand uniq unix2dos unlink unlzma unlzop unshare unxz unzip
  uptime usleep uudecode uuencode vconfig vi vlock volname watch watchdog wc wget which whoami whois xargs xxd xzcat yes zcat
`
  .trim()
  .split(/\s+/)
