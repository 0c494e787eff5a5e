import { HashRouter as Router, Route, Routes } from 'react-router-dom'

export const Pages = () => (
  <Router>
    <Routes>
      <Route path="*" element={<p>Orders</p>} />
    </Routes>
  </Router>
)
