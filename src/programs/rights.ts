import { rememberOf } from '../dockerfile/remember.ts'
import { withoutMajor } from '../knowledge/go-modules/module-needs.ts'
import { absolutePath, type PathValue } from './path-value.ts'
import type { PathUse, SourceFacts } from './source-facts.ts'

const of = (what: string, names: string) =>
  names.split(' ').map((name): [string, string] => [name, what])

/** Packages that are for nothing else, whatever is called of them. Go's by their import paths, without a major version. */
const packages: ReadonlyMap<string, string> = new Map([
  ...of('captures packets of the network', 'pcap cap'),
  ...of(
    'captures packets of the network',
    'github.com/gopacket/gopacket/pcap github.com/google/gopacket/afpacket github.com/mdlayher/packet',
  ),
  ...of(
    'changes the network of the container',
    'tuntap tuntap2 github.com/coreos/go-iptables/iptables github.com/google/nftables github.com/songgao/water',
  ),
  ...of(
    'opens a device of the host',
    '@serialport/bindings-cpp node-hid usb onoff pigpio rpio i2c-bus spi-device epoll noble @abandonware/noble bleno @abandonware/bluetooth-hci-socket v4l2camera escpos-usb johnny-five raspi-io',
  ),
  ...of(
    'opens a device of the host',
    'go.bug.st/serial github.com/tarm/serial github.com/jacobsa/go-serial/serial github.com/google/gousb github.com/karalabe/hid github.com/stianeikeland/go-rpio periph.io/x/host github.com/blackjack/webcam github.com/warthog618/gpiod',
  ),
  ...of(
    'opens a device of the host',
    'RPi.GPIO gpiozero lgpio OPi.GPIO Jetson.GPIO smbus smbus2 spidev picamera picamera2 evdev usb.core usb1 pyftdi bluetooth._bluetooth bleak bluepy pygatt digitalio busio adafruit_blinka Adafruit_DHT adafruit_dht adafruit_ssd1306 neopixel rpi_ws281x luma.core.interface.serial luma.oled.device sense_hat pirc522 mfrc522 uinput nfc RPLCD.i2c RPLCD.gpio escpos.printer.Usb v4l2 linuxpy',
  ),
  ...of('opens a raw socket', 'pythonping ping3 icmplib pyshark pcapy netfilterqueue'),
  ...of('changes the network of the container', 'iptc pyroute2 nftables pytun'),
  ...of(
    'mounts a file system',
    'fuse-native fuse-bindings bazil.org/fuse github.com/hanwen/go-fuse/fs github.com/jacobsa/fuse',
  ),
])

/** What a module is for; of Python's, those inside of it and its names, too: `gpiozero.LED`. */
function whatOf(specifier: string): string | undefined {
  const dot = specifier.lastIndexOf('.')
  return packages.get(specifier) ?? (dot <= 0 ? undefined : whatOf(specifier.slice(0, dot)))
}

/** Sockets of container engines, and devices but for those that everybody may use. */
const ofRoot =
  /^(\/var)?\/run\/(docker|podman\/podman|containerd\/containerd|crio\/crio)\.sock$|^\/dev\/(?!null$|zero$|full$|u?random$|std(in|out|err)$|fd\/|shm(\/|$)|tty$|pts\/)\w/

/** Settings and keys that are put into the home folder of who runs a program, from outside of the image. */
const ofHome =
  /^\/?\.(ssh|aws|kube|docker|gnupg|azure|oci|netrc|pgpass|my\.cnf|config\/(gcloud|rclone))(\/|$)/

/** What lies in the home folder of root, or in that of any user, where root's is meant; undefined for other paths. */
function inHome({ base, path }: PathValue, use: PathUse['use']): string | undefined {
  if (base === 'root' && (use === 'names' ? /^\/root\/[^\s/]/ : /^\/root(\/|$)/).test(path))
    return `uses ${path}, in a folder that only root may enter`
  return base === 'home' && ofHome.test(path)
    ? `reads ~/${path.replace(/^\//, '')}, and each user has another home folder`
    : undefined
}

const nowhere = { cwd: undefined, ownFolder: undefined }

/** What a source does that only root may: its calls, the packages that it loads, the sockets and devices that it names. */
export const rightsOf = rememberOf(
  ({ imports, paths, rights = [] }: SourceFacts): typeof rights => {
    const found = [...rights]
    for (const { specifier, at } of imports) {
      const what = whatOf(withoutMajor(specifier).replace(':', '.'))
      if (what !== undefined) found.push({ what, at })
    }
    for (const { value, use, at } of paths) {
      const own = inHome(value, use)
      if (own !== undefined) found.push({ what: own, at })
      const path = value.base === 'root' ? absolutePath(value, nowhere) : undefined
      if (path !== undefined && ofRoot.test(path))
        found.push({ what: `uses ${path}, which belongs to root`, at })
    }
    return found
  },
)
