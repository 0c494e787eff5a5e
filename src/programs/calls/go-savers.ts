import { hasPathAt, type Argument, type Call, type CallRow } from '../call.ts'

const words = (text: string) => text.split(' ')
const writes = (modules: string, names: string, at: number | string): readonly CallRow[] =>
  words(modules).map((module) => ({ module, names: words(names), writes: [at] }))
const fills = (modules: string, names: string, at: number | string): readonly CallRow[] =>
  words(modules).map((module) => ({ module, names: words(names), fills: [at] }))

/** `qr.png`, `./out/report.pdf`: a file's name, and no address, version or key. */
const isFile = (argument: Argument | undefined) =>
  /^(\.{0,2}\/)?[\w@-][\w@./-]*\.[a-z]\w{1,5}$/i.test(argument?.text() ?? '')

/** The packages of the language itself have rows of their own. */
const isOfLibrary = ({ module }: Call) => module?.includes('.') !== false

/** What saves a file by the words of the call itself, whatever it is of: `pdf.WriteToFile("bill.pdf")`, `chart.Save(4, 4, "sales.png")`. */
const savers = [0, 1, 2, 3].map((at): CallRow => ({
  names: words(
    'Save SaveAs SaveFile SaveTo SaveToFile WriteFile WriteTo WriteToFile WriteToDisk OutputFile ToFile ExportTo ExportToFile Download DownloadFile DownloadTo',
  ),
  when: (call) => isOfLibrary(call) && isFile(call.args[at]),
  writes: [at],
}))

/** Modules of Go that save a file which they are told the name of: documents, pictures, settings, archives, what is fetched. */
export const goSavers: readonly CallRow[] = [
  ...savers,
  // https://pkg.go.dev/github.com/jung-kurt/gofpdf#Fpdf.OutputFileAndClose, and forks; https://pkg.go.dev/github.com/signintech/gopdf#GoPdf.WritePdf
  { names: words('OutputFileAndClose WritePdf'), writes: [0] },
  // https://pkg.go.dev/github.com/xuri/excelize/v2#File.SaveAs and its name before
  ...writes('github.com/360EntSecGroup-Skylar/excelize', 'SaveAs', 0),
  // https://pkg.go.dev/github.com/pdfcpu/pdfcpu/pkg/api
  ...writes(
    'github.com/pdfcpu/pdfcpu/pkg/api',
    'OptimizeFile MergeCreateFile TrimFile RotateFile EncryptFile DecryptFile ImportImagesFile CollectFile',
    1,
  ),
  // https://pkg.go.dev/github.com/skip2/go-qrcode#WriteFile
  ...writes('github.com/skip2/go-qrcode', 'WriteFile', 3),
  ...writes('github.com/skip2/go-qrcode', 'WriteColorFile', 5),
  // https://pkg.go.dev/github.com/disintegration/imaging#Save
  ...writes('github.com/disintegration/imaging github.com/kovidgoyal/imaging', 'Save', 1),
  ...writes('github.com/anthonynsimon/bild/imgio', 'Save', 0),
  // https://pkg.go.dev/github.com/fogleman/gg#SavePNG, https://pkg.go.dev/gocv.io/x/gocv#IMWrite
  { names: words('SavePNG SaveJPG IMWrite'), writes: [0] },
  // https://pkg.go.dev/github.com/go-rod/rod#Page.MustScreenshot
  {
    names: words('MustScreenshot MustScreenshotFullPage MustPDF'),
    when: hasPathAt(0),
    writes: [0],
  },
  // https://pkg.go.dev/github.com/spf13/viper#WriteConfigAs: the others write the file that it has read or would look for.
  ...writes('github.com/spf13/viper', 'WriteConfigAs SafeWriteConfigAs', 0),
  { names: words('WriteConfigAs SafeWriteConfigAs'), when: hasPathAt(0), writes: [0] },
  {
    module: 'github.com/spf13/viper',
    names: words('WriteConfig SafeWriteConfig'),
    writesUnseen: true,
  },
  // https://pkg.go.dev/gopkg.in/ini.v1#File.SaveTo
  { module: 'gopkg.in/ini.v1', names: ['SaveTo'], writes: [0] },
  // https://github.com/casbin/casbin/blob/master/persist/file-adapter/adapter.go: into the file that the enforcer was made with.
  { names: ['SavePolicy'], when: ({ args }) => args.length === 0, writesUnseen: true },
  // https://pkg.go.dev/github.com/gocolly/colly/v2#CacheDir
  ...fills('github.com/gocolly/colly', 'CacheDir', 0),
  ...fills('github.com/gocolly/colly', 'Collector CacheDir', 'CacheDir'),
  // https://pkg.go.dev/github.com/gregjones/httpcache/diskcache#New
  ...fills('github.com/gregjones/httpcache/diskcache', 'New', 0),
  // https://pkg.go.dev/github.com/gorilla/sessions#NewFilesystemStore: without a folder it is the system's own for what is transient.
  {
    module: 'github.com/gorilla/sessions',
    names: ['NewFilesystemStore'],
    when: ({ args }) => args[0]?.text() !== '',
    fills: [0],
  },
  // https://pkg.go.dev/github.com/go-git/go-git/v5#PlainClone
  ...words('github.com/go-git/go-git gopkg.in/src-d/go-git.v4').flatMap((module) => [
    ...fills(module, 'PlainClone PlainInit', 0),
    ...fills(module, 'PlainCloneContext', 1),
  ]),
  // https://pkg.go.dev/github.com/cavaliergopher/grab/v3#Get, https://pkg.go.dev/github.com/hashicorp/go-getter#Get
  ...fills('github.com/cavaliergopher/grab github.com/cavaliercoder/grab', 'Get NewRequest', 0),
  ...fills('github.com/hashicorp/go-getter', 'Get GetAny', 0),
  ...writes('github.com/hashicorp/go-getter', 'GetFile', 0),
  // Programs that they fetch into the home: https://pkg.go.dev/github.com/lrstanley/go-ytdlp#Install,
  // https://pkg.go.dev/github.com/go-rod/rod/lib/launcher#Browser, https://pkg.go.dev/github.com/playwright-community/playwright-go#Install
  {
    module: 'github.com/lrstanley/go-ytdlp',
    names: words('Install MustInstall InstallAll MustInstallAll InstallFFmpeg MustInstallFFmpeg'),
    writesUnseen: true,
  },
  { module: 'github.com/go-rod/rod/lib/launcher', names: ['NewBrowser'], writesUnseen: true },
  {
    module: 'github.com/playwright-community/playwright-go',
    names: ['Install'],
    writesUnseen: true,
  },
  // https://pkg.go.dev/github.com/go-resty/resty/v2#Request.SetOutput; a logger's takes a stream.
  { names: words('SetOutput SetOutputFile'), when: hasPathAt(0), writes: [0] },
  { names: ['SetOutputDirectory'], when: hasPathAt(0), fills: [0] },
  // https://pkg.go.dev/github.com/minio/minio-go/v7#Client.FGetObject
  { names: ['FGetObject'], writes: [3] },
  // https://pkg.go.dev/github.com/mholt/archiver/v3#Archive
  ...writes('github.com/mholt/archiver', 'Archive CompressFile DecompressFile', 1),
  ...fills('github.com/mholt/archiver', 'Unarchive', 1),
]
