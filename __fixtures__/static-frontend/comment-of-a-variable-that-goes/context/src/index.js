import { createRoot } from 'react-dom/client'
import './index.css'

createRoot(document.getElementById('root')).render(<h1>Yes or no</h1>)
