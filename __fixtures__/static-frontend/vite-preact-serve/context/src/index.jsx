import { render } from 'preact'

render(<time>{new Date().toLocaleTimeString()}</time>, document.getElementById('root'))
