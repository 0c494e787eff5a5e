import consign from 'consign'
import express from 'express'
import { Liquid } from 'liquidjs'
import requireDir from 'require-dir'

const app = express()
app.engine('liquid', new Liquid({ root: ['pages'] }).express())
requireDir('../jobs')
consign({ verbose: false }).include('routes').into(app)
app.listen(3000)
