import express from 'express'
import config from './config/index.js'

express().listen(config.server.port)
