/**
 * Filters and sorts the table of the page. It reads what the page says, and writes no text of it: nothing in a name or a reason can
 * become a tag.
 */
export const script = `
(() => {
  const form = document.querySelector('form')
  const body = document.querySelector('tbody')
  if (form === null || body === null) return
  const rows = [...body.rows].map((row) => ({ row, text: row.textContent.toLowerCase(), ...row.dataset }))
  const { state, sort, text } = form.elements
  const shown = form.querySelector('output')
  const digits = (n) => String(n).replace(/\\B(?=(\\d{3})+$)/g, ',')
  const compare = (a, b) => (a < b ? -1 : Number(a > b))
  const orders = {
    repository: (a, b) => compare(a.repository, b.repository) || compare(a.service, b.service),
    service: (a, b) => compare(a.service, b.service) || compare(a.repository, b.repository),
    saved: (a, b) => b.saved - a.saved,
  }
  const filter = () => {
    const [kind, value] = state.value.split(' ')
    const words = text.value.toLowerCase().split(' ').filter(Boolean)
    let count = 0
    for (const each of rows) {
      const isIn = value === undefined || each[kind] === value
      each.row.hidden = !(isIn && words.every((word) => each.text.includes(word)))
      if (!each.row.hidden) count++
    }
    shown.value = digits(count) + ' of ' + digits(rows.length) + ' shown'
  }
  const order = () => {
    const by = orders[sort.value]
    body.append(...(by ? [...rows].sort(by) : rows).map(({ row }) => row))
  }
  form.addEventListener('input', filter)
  sort.addEventListener('change', order)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.hidden = false
  // A browser may have kept what was chosen before a reload, and some put it back only once the page is shown.
  const update = () => { order(); filter() }
  update()
  addEventListener('pageshow', update)
})()
`

/** Lets the page's policy name the script; a test makes it again. */
export const scriptHash = 'sha256-ncnupiPihWfUyxyXh3V4q/BIb40GOaQlrpL+c8M8L8o='
