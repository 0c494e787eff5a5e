import { createRoot } from 'react-dom/client'
import './orders.css'

const api = import.meta.env.VITE_API_URL

createRoot(document.getElementById('root')).render(<h1>Orders of {api}</h1>)
