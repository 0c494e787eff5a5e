import { render } from 'react-dom'
import './index.css'

render(<h1>Yes or no</h1>, document.getElementById('root'))
