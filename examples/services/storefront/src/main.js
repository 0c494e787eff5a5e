import './style.css'
import { pageOf } from './pages.js'

const app = document.querySelector('#app')

function show() {
  const page = pageOf(location.pathname)
  app.innerHTML = `<h1>${page.title}</h1><p>${page.text}</p>`
}

addEventListener('popstate', show)
show()
