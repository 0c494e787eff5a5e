/**
 * Filters the rows of the page's list, and what belongs to them further down. It reads what the page says, and writes no text of it:
 * nothing in a name or a reason can become a tag.
 */
export const filterScript = `
(() => {
  const form = document.querySelector('form')
  const body = document.querySelector('.list tbody')
  if (form === null || body === null) return
  const rows = [...body.rows].map((row) => ({
    row, text: row.textContent.toLowerCase(), data: row.dataset, part: document.getElementById(row.dataset.part ?? ''),
  }))
  const selects = [...form.querySelectorAll('select')]
  const search = form.elements.namedItem('text')
  const shown = form.querySelector('output')
  const heading = document.getElementById('parts')
  const digits = (n) => String(n).replace(/\\B(?=(\\d{3})+$)/g, ',')
  const filter = () => {
    const words = search.value.toLowerCase().split(' ').filter(Boolean)
    const wanted = selects.filter((select) => select.value !== '')
    let count = 0
    for (const { row, text, data, part } of rows) {
      const isIn = wanted.every(({ name, value }) => (data[name] ?? '').split(' ').includes(value))
      row.hidden = !(isIn && words.every((word) => text.includes(word)))
      if (part !== null) part.hidden = row.hidden
      if (!row.hidden) count++
    }
    if (heading !== null) heading.hidden = rows.every(({ part }) => part === null || part.hidden)
    shown.value = digits(count) + ' of ' + digits(rows.length) + ' shown'
  }
  // A link from elsewhere leads to what may be filtered out.
  const reveal = () => {
    const wanted = document.getElementById(location.hash.slice(1))
    if (wanted === null || !wanted.hidden) return
    form.reset()
    filter()
    wanted.scrollIntoView()
  }
  form.addEventListener('input', filter)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.hidden = false
  // A browser may have kept what was chosen before a reload, and some put it back only once the page is shown.
  filter()
  addEventListener('pageshow', () => { filter(); reveal() })
  addEventListener('hashchange', reveal)
})()
`

/** Lets the page's policy name the script; a test makes it again. */
export const filterHash = 'sha256-+4Af+7O3S6OpfbIg/y0lwBuwqeV0jITZrUjLcjpqzE4='
