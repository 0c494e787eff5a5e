import * as React from 'react'

export default function Notebook() {
  return <h1>Notebook</h1>
}
