import * as React from 'react'

export default function NotFound() {
  return <p>There is no such note.</p>
}
